"""Which alternative of a choice a return has: another is taken, and what the others held goes with it."""

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Node
from app.domain.tree import Row, path_of
from app.services.desk import Desk
from app.services.drafts import Editing, FieldMissing, editing
from app.services.formview import GroupData
from app.services.groups import ensure_child
from app.store import history
from app.store.workspace import as_json


def filled_names(node: Node, data: GroupData) -> frozenset[str]:
    """Names of `Node.content` that hold something in a row: a value, a group, rows."""
    if data.row is None:
        return frozenset()
    fields = (key for key in node.content if _holds(node, data.row, key))
    groups = (child.name for child in node.children if _there(data, child))
    return frozenset((*fields, *groups))


def valued_names(node: Node, data: GroupData) -> frozenset[str]:
    """The same without groups that are there and empty: what somebody would miss."""
    empty = {child.name for child in node.children if _is_empty(data.groups.get(child.path))}
    return filled_names(node, data) - empty


def _holds(node: Node, row: Row, key: str) -> bool:
    at = node.index.get(key)
    return at is not None and row.values[at] is not None


def _there(data: GroupData, child: Node) -> bool:
    group = data.groups.get(child.path)
    return data.tables.get(child.path, 0) > 0 or (group is not None and group.row is not None)


def _is_empty(data: GroupData | None) -> bool:
    """Whether a group is there without any value below it."""
    if data is None or data.row is None:
        return False
    values = any(value is not None for value in data.row.values) or any(data.tables.values())
    return not values and all(
        group.row is None or _is_empty(group) for group in data.groups.values()
    )


def choose(
    desk: Desk, return_id: str, path: str, row_id: int, choice: int, alternative: int
) -> Changes:
    """Take an alternative of a choice of a row, whose node has the schema path `path`, as one step.

    `choice` and `alternative` count `Node.choices` from zero. What only the others have is emptied
    and removed. An alternative that is one single group is begun.
    """
    with editing(desk, return_id, f"choose in {path or '.'}") as edit:
        row = edit.rows.get(row_id)
        if row is None:
            raise FieldMissing("the group that this belongs to is no longer there")
        node = edit.schema.node(row.node)
        wanted = node.choices[choice][alternative]
        others = {name for names in node.choices[choice] for name in names} - set(wanted)
        dropped = _drop(desk, edit, node, row, others)
        if len(wanted) == 1 and wanted[0] in node.by_name:
            child = node.by_name[wanted[0]]
            if not child.repeats:
                ensure_child(edit, row.id, child)
        history.append(
            edit.connection,
            seat=desk.seat,
            action="alternative",
            return_id=edit.record.id,
            detail={
                "path": path_of(edit.schema, edit.rows, row),
                "chosen": list(wanted),
                "dropped": dropped,
            },
        )
    return edit.changes({row_id}, structure=True)


def _drop(
    desk: Desk, edit: Editing, node: Node, row: Row, names: set[str]
) -> list[dict[str, object]]:
    """Empty fields and remove what stands below; tells what there was."""
    dropped: list[dict[str, object]] = []
    values = list(row.values)
    origin = as_json(Origin(OriginKind.TYPED, by=desk.seat, at=stamp()).as_dict())
    for at, field in enumerate(node.fields):
        if field.key.partition("/@")[0] in names and values[at] is not None:
            dropped.append({"field": field.key, "before": values[at]})
            values[at] = None
            edit.rows.set_origin(row.id, field.key, origin)
    if dropped:
        edit.rows.replace(row, tuple(values))
    for child in node.children:
        if child.name not in names:
            continue
        gone = list(edit.rows.children(row.id, child.path))
        for below in gone:
            edit.rows.remove(below)
        if gone:
            dropped.append({"element": child.name, "rows": len(gone)})
    return dropped
