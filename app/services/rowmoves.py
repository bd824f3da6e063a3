"""The order of rows: a row changes places with the one before or after it in the document.

Rows of a run (elements that can stand in any order) change places with each other, whatever they are.
"""

from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.schema import Node
from app.domain.tree import Row, path_of
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import FieldMissing, editing
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import history
from app.store.rows import ORDER_STEP, Rows


@dataclass(frozen=True, slots=True)
class Place:
    """A row among those that it can change places with. `words` are its first values."""

    row: int
    node: str
    position: int
    words: str


def order_of(desk: Desk, return_id: str, parent: int, node: str) -> list[Place]:
    """The rows of a table in document order, with those of the run that the table belongs to."""
    record = get_return(desk, return_id)
    schema = get_pack(desk, record.pack_id).schema
    with desk.workspace.read() as connection:
        rows = rows_at(connection, record)
        return [
            Place(row.id, row.node, rows.position(row), _words(schema.node(row.node), row))
            for row in _together(rows, schema.parent(schema.node(node)), schema.node(node), parent)
        ]


def _words(node: Node, row: Row) -> str:
    shown = [value for value in row.values if value][:3]
    return " · ".join(" ".join(value.split())[:40] for value in shown)


def _together(rows: Rows, above: Node | None, node: Node, parent: int) -> list[Row]:
    runs = [run for run in above.runs if node.name in run] if above is not None else []
    names = runs[0] if runs else (node.name,)
    paths = [above.by_name[name].path for name in names] if above is not None else [node.path]
    found = [row for path in paths for row in rows.children(parent, path)]
    return sorted(found, key=lambda row: row.order) if len(paths) > 1 else found


def move_row(desk: Desk, return_id: str, path: str, row_id: int, by: int) -> Changes:
    """Move a row, whose node has the schema path `path`, `by` places down (negative: up) among those that it can change places with."""
    with editing(desk, return_id, f"move in {path}") as edit:
        row = edit.rows.get(row_id)
        if row is None or row.parent is None:
            raise FieldMissing("the row is no longer there")
        node = edit.schema.node(row.node)
        place = path_of(edit.schema, edit.rows, row)
        found = _together(edit.rows, edit.schema.parent(node), node, row.parent)
        at = next(number for number, one in enumerate(found) if one.id == row_id)
        to = min(max(0, at + by), len(found) - 1)
        found.insert(to, found.pop(at))
        orders = sorted(one.order for one in found)
        if len(set(orders)) < len(orders):
            orders = [(number + 1) * ORDER_STEP for number in range(len(found))]
        for one, order in zip(found, orders, strict=True):
            if one.order != order:
                edit.rows.reorder(one, order)
        history.append(
            edit.connection,
            seat=desk.seat,
            action="row-moved",
            return_id=edit.record.id,
            detail={"row": place, "before": at + 1, "after": to + 1},
        )
    return edit.changes({row_id}, structure=True)
