"""Rows put in beside another one, and rows moved among their siblings."""

from collections.abc import Sequence

from app.domain.changes import Changes
from app.domain.tree import Row, path_of
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import Editing, FieldMissing, editing, order_at
from app.services.returns import get_return, skeleton
from app.store import history
from app.store.rows import ORDER_STEP, Rows


def insert_row(desk: Desk, return_id: str, beside: int, *, after: bool = False) -> Changes:
    """An empty row before (or after) a row of a table; `beside` is that row's number."""
    with desk.workspace.write() as connection:
        row = _row(rows_at(connection, get_return(desk, return_id)), beside)
        with editing(desk, return_id, f"add row to {row.node}") as edit:
            assert row.parent is not None
            node, position = edit.schema.node(row.node), edit.rows.position(row) + after
            order = order_at(edit.rows, row.parent, node, position)
            fresh = skeleton(edit.rows, node, row.parent, order)
            edit.rows.insert(fresh)
            detail = {"table": _table(edit, row), "row": fresh[0].id, "position": position}
            _note(desk, edit, "row-added", detail)
    return edit.changes({fresh[0].id}, structure=True)


def move_rows(desk: Desk, return_id: str, row_ids: Sequence[int], *, up: bool) -> Changes:
    """Move neighbouring rows of a table one place up or down, in one step.

    `row_ids` stand in document order. Where there is nothing on that side, nothing changes.
    """
    with desk.workspace.write() as connection:
        shown = rows_at(connection, get_return(desk, return_id))
        edge = _row(shown, row_ids[0] if up else row_ids[-1])
        if _beside(shown, edge, up=up) is None:
            return Changes()
        with editing(desk, return_id, f"move row in {edge.node}") as edit:
            rows = [_row(edit.rows, number) for number in row_ids]
            before = [edit.rows.position(row) for row in rows]
            _pass_over(edit, rows, up=up)
            after = [position + (-1 if up else 1) for position in before]
            detail = {"table": _table(edit, edge), "rows": list(row_ids)}
            _note(desk, edit, "row-moved", {**detail, "before": before, "after": after})
    return edit.changes(row_ids, structure=True)


def _pass_over(edit: Editing, rows: list[Row], *, up: bool) -> None:
    """The neighbour goes to the other side: one row changes its place, however many seem to."""
    edge, far = (rows[0], rows[-1]) if up else (rows[-1], rows[0])
    neighbour = _beside(edit.rows, edge, up=up)
    assert neighbour is not None
    beyond = _beside(edit.rows, far, up=not up)
    if beyond is None:
        order = far.order + (ORDER_STEP // 2 if up else -ORDER_STEP // 2)
    else:
        order = edit.rows.room_between(*((far, beyond) if up else (beyond, far)))
    edit.rows.touched.changed(neighbour)
    edit.rows.reorder(_row(edit.rows, neighbour.id), order)


def _beside(rows: Rows, row: Row, *, up: bool) -> Row | None:
    """The row of the same table before or after it."""
    place = rows.position(row) + (-2 if up else 0)
    if place < 0:
        return None
    return next(rows.children(row.parent, row.node, limit=1, offset=place), None)


def _row(rows: Rows, number: int) -> Row:
    found = rows.get(number)
    if found is None:
        raise FieldMissing("a row of the block is no longer there")
    return found


def _table(edit: Editing, row: Row) -> str:
    return path_of(edit.schema, edit.rows, row).rpartition("[")[0]


def _note(desk: Desk, edit: Editing, action: str, detail: dict[str, object]) -> None:
    history.append(
        edit.connection, seat=desk.seat, action=action, return_id=edit.record.id, detail=detail
    )
