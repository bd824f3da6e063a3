"""Returns: one type, one period, pinned to the pack in force for it."""

import uuid

from app.domain.clock import stamp
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.schema import Node
from app.domain.states import EDITABLE, State
from app.domain.tree import Row
from app.errors import UserError
from app.services.chain import first_report
from app.services.desk import Desk
from app.services.packs import pack_for
from app.services.prefill import facts_of, fill_known, fill_paths, origin_json
from app.store import history
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, RowWriter
from app.store.workspace import Connection


class ReturnMissing(UserError):
    """No return has that id."""

    code = "return-missing"


class ReturnAmbiguous(UserError):
    """Several returns have an id that begins so."""

    code = "return-ambiguous"


class ReturnExists(UserError):
    """There is a return of that type and period already."""

    code = "return-exists"


class NotAllowed(UserError):
    """The state of the return does not allow this."""

    code = "not-allowed"


def new_return(desk: Desk, return_type: str, period_text: str) -> ReturnRecord:
    """A new return with the rows that the schema always requires and what is carried forward.

    Of a type that answers an event it is the first report of a new one; `services.following` makes
    the next.
    """
    from app.services.carry import begin  # noqa: PLC0415  (it makes rows, as is done here)

    period = Period.parse(period_text)
    pack = pack_for(desk, return_type, period)
    record = blank_record(desk, pack.manifest.return_type, str(period), pack.id)
    with desk.workspace.write() as connection:
        if pack.chain is None:
            refuse_second(connection, record)
        first = first_report(desk, connection, pack, record)
        store.insert_return(connection, record)
        writer = RowWriter(connection, record.id, 0)
        rows = skeleton(writer, pack.schema.root, None, ORDER_STEP)
        rows, known = fill_known(rows, pack.schema, record, facts_of(desk, connection))
        rows, numbered = fill_paths(rows, pack.schema, first)
        writer.insert(rows)
        for value in [*known, *numbered]:
            writer.set_origin(value.row, value.key, origin_json(record))
        note_created(desk, connection, record, pack)
        begin(desk, connection, pack, record, writer)
    return record


def refuse_second(connection: Connection, record: ReturnRecord) -> None:
    """Refuse another return of a type and period; a voided one does not count."""
    for other in store.find_returns(connection):
        same = (other.return_type, other.period) == (record.return_type, record.period)
        if same and other.state is not State.VOIDED:
            raise ReturnExists(
                f"there is a {other.return_type} for {other.period} already ({other.id[:8]},"
                f" {other.state.value}); go on with it, correct it, or void it first"
            )


_HANDED = frozenset({State.SIGNED, State.FILED})


def refuse_second_signed(connection: Connection, pack: Pack, record: ReturnRecord) -> None:
    """Refuse to sign a second first submission for a period: two drafts may stand side by side (one
    was taken over into another pack), but only one of them is the return.
    """
    if pack.chain is not None or record.replaces_id is not None:
        return
    for other in store.find_returns(connection):
        same = (other.return_type, other.period) == (record.return_type, record.period)
        if same and other.id != record.id and other.state in _HANDED and not other.follows_id:
            raise ReturnExists(
                f"the {other.return_type} for {other.period} is {other.state.value} already"
                f" ({other.id[:8]}); correct that one, or void it first"
            )


def blank_record(
    desk: Desk,
    return_type: str,
    period: str,
    pack_id: str,
    *,
    replaces: str | None = None,
    follows: str | None = None,
) -> ReturnRecord:
    """A draft with an id of its own, made now by whoever acts; nothing is stored yet."""
    return ReturnRecord(
        id=str(uuid.uuid4()),
        return_type=return_type,
        period=period,
        pack_id=pack_id,
        state=State.DRAFT,
        head=0,
        steps=0,
        created_at=stamp(),
        created_by=desk.seat,
        replaces_id=replaces,
        follows_id=follows,
    )


def note_created(
    desk: Desk, connection: Connection, record: ReturnRecord, pack: Pack, **more: object
) -> None:
    """The row of the history that a return begins with; `more` says what it was made from."""
    detail = {
        "type": record.return_type,
        "period": record.period,
        "pack": pack.id,
        "pack_digest": pack.digest,
        **more,
    }
    history.append(
        connection,
        seat=desk.seat,
        action="return-created",
        return_id=record.id,
        detail=detail,
    )


def skeleton(writer: RowWriter, node: Node, parent: int | None, order: int) -> list[Row]:
    """The row of a node and of every single group below it that must be there."""
    row_id = writer.new_ids(1)
    values = tuple(
        field.fixed if field.required and field.fixed is not None else None for field in node.fields
    )
    rows = [Row(row_id, parent, node.path, order, values)]
    for number, child in enumerate(node.children, 1):
        if not child.repeats and child.min_occurs:
            rows += skeleton(writer, child, row_id, number * ORDER_STEP)
    return rows


def get_return(desk: Desk, return_id: str) -> ReturnRecord:
    """A return by its id or by a beginning of it that fits no other."""
    with desk.workspace.read() as connection:
        found = store.find_returns(connection, return_id.strip()) if return_id.strip() else []
    if not found:
        raise ReturnMissing(f"“{return_id}” names no return; “praya return list” shows them")
    if len(found) > 1:
        raise ReturnAmbiguous(
            f"“{return_id}” fits several returns; give more of the id, as “praya return list”"
            " shows it"
        )
    return found[0]


def list_returns(desk: Desk) -> list[ReturnRecord]:
    """Every return, newest period first."""
    with desk.workspace.read() as connection:
        return store.find_returns(connection)


def require_editable(record: ReturnRecord) -> None:
    """Refuse an edit after signing."""
    if record.state not in EDITABLE:
        raise NotAllowed(
            f"the return is {record.state.value} and can no longer be changed;"
            " make a correction with “praya return correct”"
        )
