"""Editing: one action of the user is one step, and every step can be undone, also after a restart."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.locator import Step, parse_path
from app.domain.origin import Origin, OriginKind
from app.domain.pack import Pack
from app.domain.schema import TEXT_KEY, Field, Node, Schema
from app.domain.states import State
from app.domain.tree import Row, path_of
from app.domain.values import forbidden_character
from app.errors import UserError
from app.services.computing import settle
from app.services.desk import Desk
from app.services.packs import get_pack
from app.services.returns import get_return, require_editable, skeleton
from app.store import history
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, Rows, RowWriter
from app.store.submissions import add_review, last_approval
from app.store.workspace import Connection, as_json

_LAST_POSITION = 10**9


class FieldMissing(UserError):
    """A path that leads nowhere in this return."""

    code = "field-missing"


class CharacterRefused(UserError):
    """A value holds a character that no XML document can carry."""

    code = "character-refused"


def require_writable(text: str | None) -> None:
    """Refuse a character that could never be written into the return."""
    if text is not None and (bad := forbidden_character(text)):
        raise CharacterRefused(
            f"the value holds the character {bad}, which XML cannot carry; leave it out"
        )


_LISTED = 500
"""Of more rows with computed values than these a screen reads the table anew."""


@dataclass(frozen=True, slots=True)
class Editing:
    """One step while it is being made. `derived` are the rows whose computed fields changed with it."""

    connection: Connection
    record: ReturnRecord
    pack: Pack
    rows: RowWriter
    seat: str
    derived: set[int] = field(default_factory=set)

    @property
    def schema(self) -> Schema:
        """The schema of the return."""
        return self.pack.schema

    def settle(self) -> None:
        """Work out what follows from what the step has changed so far."""
        self.derived.update(settle(self.connection, self.record, self.pack, self.rows, self.seat))

    def changes(self, rows: Iterable[int] = (), *, structure: bool = False) -> Changes:
        """What the finished step touched, computed fields included."""
        many = len(self.derived) > _LISTED
        return Changes(
            return_id=self.record.id,
            rows=frozenset(rows) | (frozenset() if many else frozenset(self.derived)),
            structure=structure or many,
            state=True,
        )


@contextmanager
def editing(desk: Desk, return_id: str, label: str) -> Iterator[Editing]:
    """Begin a step, and end it with what follows from it.

    An edit after a check or an approval takes the return back to draft.
    """
    with desk.workspace.write() as connection:
        # Read under the lock: a step that another process has just made must not be taken back.
        record = get_return(desk, return_id)
        require_editable(record)
        pack = get_pack(desk, record.pack_id)
        number = store.add_step(connection, record, label, desk.seat)
        writer = RowWriter(connection, record.id, number)
        if record.steps > record.head:
            writer.forget_redo()
        edit = Editing(connection, record, pack, writer, desk.seat)
        yield edit
        edit.settle()
        back_to_draft(connection, desk, record)


def back_to_draft(
    connection: Connection, desk: Desk, record: ReturnRecord, reason: str = "edited"
) -> None:
    """What was checked or approved is no longer what is there."""
    if record.state is State.DRAFT:
        return
    store.set_state(connection, record.id, State.DRAFT)
    detail: dict[str, object] = {
        "before": record.state.value,
        "after": State.DRAFT.value,
        "reason": reason,
    }
    voided = last_approval(connection, record.id) if record.state is State.APPROVED else None
    if voided is not None:
        detail |= {"approved_digest": voided.digest, "approved_by": voided.by}
        add_review(
            connection,
            record,
            "approval-voided",
            voided.digest,
            voided.pack_digest,
            desk.seat,
            reason,
        )
    history.append(
        connection,
        seat=desk.seat,
        action="approval-voided" if record.state is State.APPROVED else "state",
        return_id=record.id,
        detail=detail,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a row."""

    row: Row
    node: Node
    field: Field


def locate(schema: Schema, rows: Rows, path: str) -> Place:
    """The field at a path such as `Wallets/Wallet[3]/Label`."""
    steps = parse_path(path)
    row, node, rest = descend(schema, rows, steps)
    key = "/".join(step.name for step in rest) or TEXT_KEY
    if any(step.position > 1 for step in rest):
        raise FieldMissing(f"“{path}” gives a position to a field that occurs once")
    if key not in node.index:
        raise FieldMissing(f"there is no field “{path}”; {_hint(node)}")
    return Place(row, node, node.fields[node.index[key]])


def descend(
    schema: Schema, rows: Rows, steps: tuple[Step, ...]
) -> tuple[Row, Node, tuple[Step, ...]]:
    """Follow the steps that are rows; returns the last row and the steps that are left."""
    row, node = rows.root(), schema.root
    for number, step in enumerate(steps):
        child = node.by_name.get(step.name)
        if child is None:
            return row, node, steps[number:]
        found = list(rows.children(row.id, child.path, limit=1, offset=step.position - 1))
        if not found:
            raise FieldMissing(f"there is no {child.name}[{step.position}] in this return")
        row, node = found[0], child
    return row, node, ()


def _hint(node: Node) -> str:
    names = [field.key for field in node.fields] + [child.name for child in node.children]
    return f"{node.name} holds {', '.join(names[:12])}" + (" …" if len(names) > 12 else "")


def set_value(desk: Desk, return_id: str, path: str, text: str | None) -> Changes:
    """Type a value into a field; None empties it. The value is kept as typed, right or wrong."""
    with editing(desk, return_id, f"set {path}") as edit:
        place = locate(edit.schema, edit.rows, path)
        _write(desk, edit, place, text, path)
    return edit.changes({place.row.id})


def set_cell(desk: Desk, return_id: str, row_id: int, key: str, text: str | None) -> Changes:
    """The same for a cell of a row that the window knows by number."""
    with editing(desk, return_id, f"set {key}") as edit:
        row = edit.rows.get(row_id)
        if row is None:
            raise FieldMissing("the row is no longer there")
        node = edit.schema.node(row.node)
        place = Place(row, node, node.fields[node.index[key]])
        _write(desk, edit, place, text, path_of(edit.schema, edit.rows, row, key))
    return edit.changes({row_id})


def _write(desk: Desk, edit: Editing, place: Place, text: str | None, path: str) -> None:
    require_writable(text)
    index = place.node.index[place.field.key]
    before = place.row.values[index]
    values = (*place.row.values[:index], text, *place.row.values[index + 1 :])
    edit.rows.replace(place.row, values)
    origin = Origin(OriginKind.TYPED, by=desk.seat, at=stamp())
    edit.rows.set_origin(place.row.id, place.field.key, as_json(origin.as_dict()))
    history.append(
        edit.connection,
        seat=desk.seat,
        action="value",
        return_id=edit.record.id,
        detail={
            "path": path,
            "row": place.row.id,
            "before": before,
            "after": text,
            "origin": origin.as_dict(),
        },
    )


def add_row(desk: Desk, return_id: str, table: str, position: int | None = None) -> Changes:
    """Add an empty row to a table, at a position or at the end, with the groups it must hold."""
    with editing(desk, return_id, f"add row to {table}") as edit:
        steps = parse_path(table)
        parent, node, rest = descend(edit.schema, edit.rows, steps[:-1])
        child = node.by_name.get(steps[-1].name) if not rest else None
        if child is None or not (child.repeats or _is_absent(edit.rows, parent, child)):
            raise FieldMissing(f"there is no table “{table}”; {_hint(node)}")
        order = order_at(edit.rows, parent.id, child, position)
        fresh = skeleton(edit.rows, child, parent.id, order)
        edit.rows.insert(fresh)
        history.append(
            edit.connection,
            seat=desk.seat,
            action="row-added",
            return_id=edit.record.id,
            detail={"table": table, "row": fresh[0].id, "position": position},
        )
    return edit.changes({fresh[0].id}, structure=True)


def _is_absent(rows: Rows, parent: Row, node: Node) -> bool:
    """Whether a group that may occur once is not there, so that it can be added."""
    return node.min_occurs == 0 and rows.count(parent.id, node.path) == 0


def order_at(rows: RowWriter, parent: int, node: Node, position: int | None) -> int:
    """The order of a new row at a 1-based position among its siblings; at the end without one."""
    if position is None:
        return rows.last_order(parent) + ORDER_STEP
    if not 1 <= position <= rows.count(parent, node.path) + 1:
        raise FieldMissing(
            f"{node.name} has no place {position} for a row; leave it out to add at the end"
        )
    around = list(rows.children(parent, node.path, limit=2, offset=max(0, position - 2)))
    if position == 1:
        return around[0].order - ORDER_STEP if around else ORDER_STEP
    if len(around) < 2:
        return rows.last_order(parent) + ORDER_STEP
    return rows.room_between(around[0], around[1])


def remove_row(desk: Desk, return_id: str, table: str, position: int) -> Changes:
    """Remove a row of a table with all that stands below it."""
    with editing(desk, return_id, f"remove row {position} of {table}") as edit:
        if not 1 <= position <= _LAST_POSITION:
            raise FieldMissing(f"there is no row {position} in “{table}”")
        steps = parse_path(table)
        target = (*steps[:-1], Step(steps[-1].name, position, explicit=True))
        row, node, rest = descend(edit.schema, edit.rows, target)
        if rest or not node.repeats:
            raise FieldMissing(f"there is no table “{table}”")
        edit.rows.remove(row)
        history.append(
            edit.connection,
            seat=desk.seat,
            action="row-removed",
            return_id=edit.record.id,
            detail={
                "table": table,
                "row": row.id,
                "position": position,
                "before": list(row.values),
            },
        )
    return edit.changes(structure=True)


def undo(desk: Desk, return_id: str) -> Changes:
    """Show the step before; nothing is lost until the next edit."""
    return _move(desk, return_id, -1, "undo")


def redo(desk: Desk, return_id: str) -> Changes:
    """Show the step after."""
    return _move(desk, return_id, 1, "redo")


def _move(desk: Desk, return_id: str, by: int, action: str) -> Changes:
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        require_editable(record)
        target = record.head + by
        if not 0 <= target <= record.steps:
            return Changes()
        label = store.step_label(connection, record.id, max(record.head, target))
        store.move_head(connection, record.id, target)
        back_to_draft(connection, desk, record)
        history.append(
            connection,
            seat=desk.seat,
            action=action,
            return_id=record.id,
            detail={"before": record.head, "after": target, "step": label},
        )
        return Changes(return_id=record.id, structure=True, state=True, label=label)
