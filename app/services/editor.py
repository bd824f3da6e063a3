"""Edits of more than one value: pasted blocks, groups that come and go, rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Node
from app.domain.tree import path_of
from app.services.desk import Desk
from app.services.drafts import Editing, FieldMissing, editing, require_writable
from app.services.groups import add_child, ensure_holder
from app.services.returns import skeleton
from app.store import history
from app.store.rows import ORDER_STEP
from app.store.workspace import as_json


@dataclass(frozen=True, slots=True)
class Cell:
    """A new value for a field of a row; None empties it."""

    row: int
    key: str
    text: str | None


def set_cells(desk: Desk, return_id: str, cells: Sequence[Cell], label: str) -> Changes:
    """Several values as one step that is undone at once."""
    with editing(desk, return_id, label) as edit:
        touched = _write(desk, edit, cells, label)
    return edit.changes(touched)


def _write(desk: Desk, edit: Editing, cells: Sequence[Cell], label: str) -> frozenset[int]:
    by_row: dict[int, dict[str, str | None]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, {})[cell.key] = cell.text
    origin = Origin(OriginKind.TYPED, by=desk.seat, at=stamp())
    changes = []
    for number, texts in by_row.items():
        row = edit.rows.get(number)
        if row is None:
            raise FieldMissing("a row of the block is no longer there")
        node = edit.schema.node(row.node)
        path = path_of(edit.schema, edit.rows, row)
        values = list(row.values)
        for key, text in texts.items():
            require_writable(text)
            before, values[node.index[key]] = values[node.index[key]], text
            edit.rows.set_origin(number, key, as_json(origin.as_dict()))
            changes.append({"path": f"{path}/{key}", "before": before, "after": text})
        edit.rows.replace(row, tuple(values))
    history.append(
        edit.connection,
        seat=desk.seat,
        action="values",
        return_id=edit.record.id,
        detail={"step": label, "values": changes, "origin": origin.as_dict()},
    )
    return frozenset(by_row)


def paste(
    desk: Desk,
    return_id: str,
    *,
    parent: int,
    node: str,
    row_ids: Sequence[int],
    lines: Sequence[dict[str, str | None]],
    label: str,
) -> Changes:
    """Write a block, line by line, into rows; lines beyond the last row make new rows at the end."""
    with editing(desk, return_id, label) as edit:
        shape = edit.schema.node(node)
        targets = list(row_ids[: len(lines)])
        fresh = _append_rows(edit, shape, parent, len(lines) - len(targets))
        targets += fresh
        cells = [
            Cell(number, key, text)
            for number, line in zip(targets, lines, strict=True)
            for key, text in line.items()
        ]
        _write(desk, edit, cells, label)
    return edit.changes(targets, structure=bool(fresh))


def _append_rows(edit: Editing, node: Node, parent: int, count: int) -> list[int]:
    numbers = []
    for _ in range(count):
        order = edit.rows.last_order(parent) + ORDER_STEP
        new = skeleton(edit.rows, node, parent, order)
        edit.rows.insert(new)
        numbers.append(new[0].id)
    return numbers


def _path_below(edit: Editing, parent: int, name: str) -> str:
    row = edit.rows.get(parent)
    if row is None:
        raise FieldMissing("the group that this belongs to is no longer there")
    path = path_of(edit.schema, edit.rows, row)
    return f"{path}/{name}" if path else name


def add_table_row(desk: Desk, return_id: str, parent: int | None, node: str) -> Changes:
    """An empty row at the end of a table, with the groups that it must hold.

    Without a parent the table stands below single groups only; those that are absent are added too.
    """
    with editing(desk, return_id, f"add row to {node}") as edit:
        shape = edit.schema.node(node)
        if parent is None:
            parent = ensure_holder(edit, shape).id
        path = _path_below(edit, parent, shape.name)
        (number,) = _append_rows(edit, shape, parent, 1)
        history.append(
            edit.connection,
            seat=desk.seat,
            action="row-added",
            return_id=edit.record.id,
            detail={"table": path, "row": number, "position": None},
        )
    return edit.changes({number}, structure=True)


def remove_rows(desk: Desk, return_id: str, row_ids: Sequence[int], label: str) -> Changes:
    """Remove rows of a table, or an optional group, with all that stands below them, in one step."""
    with editing(desk, return_id, label) as edit:
        for number in row_ids:
            row = edit.rows.get(number)
            if row is None or row.parent is None:
                continue
            path = path_of(edit.schema, edit.rows, row)
            edit.rows.remove(row)
            history.append(
                edit.connection,
                seat=desk.seat,
                action="row-removed",
                return_id=edit.record.id,
                detail={"table": path, "row": number, "before": list(row.values)},
            )
    return edit.changes(structure=True)


def add_group(desk: Desk, return_id: str, parent: int, node: str) -> Changes:
    """Add an optional group with the groups that it must hold; there is never a second one."""
    with editing(desk, return_id, f"add {node}") as edit:
        shape = edit.schema.node(node)
        path = _path_below(edit, parent, shape.name)
        if edit.rows.count(parent, node):
            raise FieldMissing(f"“{path}” is already there")
        new = add_child(edit, parent, shape)
        history.append(
            edit.connection,
            seat=desk.seat,
            action="group-added",
            return_id=edit.record.id,
            detail={"group": path, "row": new.id},
        )
    return edit.changes({new.id}, structure=True)
