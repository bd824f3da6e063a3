"""Voiding a return, and correcting one that was signed: a new return that names the old one."""

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Field, Node
from app.domain.states import State
from app.services.chain import followers
from app.services.desk import Desk
from app.services.packs import get_pack
from app.services.returns import NotAllowed, blank_record, get_return, note_created
from app.services.review import advance, note, require_words
from app.store import corrections as store
from app.store.returns import ReturnRecord, insert_return
from app.store.rows import RowWriter
from app.store.submissions import last_submission
from app.store.workspace import Connection, as_json

RESUBMISSION = "RESUBMISSION"
_RETURN_ID = ("ReturnId", "ReturnID")
_REPLACES_ID = ("ReplacesId", "ReplacesID")
_SUMMARY = ("ChangeSummary",)
"""What was changed has to be said anew for each correction."""


class CorrectionOpen(NotAllowed):
    """There is a correction of this return already."""

    code = "correction-open"


class ReportFollowed(NotAllowed):
    """A later report of the same event stands on this one."""

    code = "report-followed"


def void(desk: Desk, return_id: str, reason: str) -> Changes:
    """Withdraw a return, saying why. It stays in the workspace and can no longer be changed."""
    require_words(reason, "voiding a return needs a reason; give it with “--reason TEXT”")
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        if record.state is State.FILED:
            raise NotAllowed("the return is filed; correct it with “praya return correct” instead")
        for later in followers(connection, record) if record.state is State.SIGNED else ():
            raise ReportFollowed(f"the report {later.id[:8]} follows this one; void that one first")
        return advance(desk, connection, record, State.VOIDED, "voided", reason=reason.strip())


def correct(desk: Desk, return_id: str) -> ReturnRecord:
    """A new draft with the content of a signed or filed return, which it will replace once signed.

    Type, period and pack stay the same; every value keeps its origin.
    """
    with desk.workspace.write() as connection:
        original = get_return(desk, return_id)
        _require_correctable(connection, original)
        record = blank_record(
            desk,
            original.return_type,
            original.period,
            original.pack_id,
            replaces=original.id,
            follows=original.follows_id,  # it takes the place of the original among the reports
        )
        insert_return(connection, record)
        count = store.copy_content(connection, original, record)
        marked = _mark(desk, connection, original, record)
        submission = last_submission(connection, original.id)
        note_created(
            desk,
            connection,
            record,
            get_pack(desk, record.pack_id),
            replaces=original.id,
            replaces_sha256=submission.blob if submission else None,
            rows=count,
            fields=marked,
        )
    return record


def _require_correctable(connection: Connection, original: ReturnRecord) -> None:
    if original.state not in (State.SIGNED, State.FILED):
        raise NotAllowed(
            f"the return is {original.state.value}; only a signed or filed return is corrected"
        )
    for other, state in store.replaced_by(connection, original.id):
        if state != State.VOIDED:
            raise CorrectionOpen(f"the return {other[:8]} already corrects this one ({state})")


def mark_corrected(desk: Desk, connection: Connection, record: ReturnRecord) -> None:
    """The original of a correction that is being signed becomes “corrected”."""
    if record.replaces_id is None:
        return
    original = get_return(desk, record.replaces_id)
    if original.state in (State.SIGNED, State.FILED):
        advance(desk, connection, original, State.CORRECTED, "corrected", by=record.id)
    else:
        note(desk, connection, original, "corrected", {"by": record.id})


def _mark(
    desk: Desk, connection: Connection, original: ReturnRecord, record: ReturnRecord
) -> dict[str, str | None]:
    """Set the fields in which the pack says that this is a resubmission, and of what."""
    schema = get_pack(desk, record.pack_id).schema
    writer = RowWriter(connection, record.id, record.head)
    holders = [schema.root, *(child for child in schema.root.children if not child.repeats)]
    marked: dict[str, str | None] = {}
    for node in holders:
        row = next(iter(writer.all_of(node.path)), None)
        if row is None:
            continue
        values = list(row.values)
        wanted = _wanted(node, values, original, record)
        for key, value in wanted.items():
            values[node.index[key]] = value
            origin = Origin(OriginKind.COMPUTED, by=desk.seat, at=stamp())
            writer.set_origin(row.id, key, as_json(origin.as_dict()))
        if wanted:
            writer.replace(row, tuple(values))
            prefix = "" if node is schema.root else f"{node.path}/"
            marked |= {prefix + key: value for key, value in wanted.items()}
    return marked


def _wanted(
    node: Node, values: list[str | None], original: ReturnRecord, record: ReturnRecord
) -> dict[str, str | None]:
    wanted: dict[str, str | None] = {}
    number = original.id
    for key in _RETURN_ID:
        if key in node.index:
            number = values[node.index[key]] or original.id
            wanted[key] = record.id
    for key in _REPLACES_ID:
        if key in node.index:
            wanted[key] = number
    for key in _SUMMARY:
        if key in node.index and values[node.index[key]] is not None:
            wanted[key] = None
    for field in node.fields:
        if _says_resubmission(field):
            wanted[field.key] = RESUBMISSION
    return wanted


def _says_resubmission(field: Field) -> bool:
    return RESUBMISSION in field.facets.enumeration
