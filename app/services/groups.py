"""Single groups of a return, made when something is put into them."""

from app.domain.schema import Node
from app.domain.tree import Row
from app.services.drafts import Editing
from app.services.returns import skeleton
from app.store.rows import ORDER_STEP


def ensure_group(edit: Editing, node: Node) -> Row:
    """The row of a single group, made with what must stand in it when it is not there."""
    above = edit.schema.parent(node)
    if above is None:
        return edit.rows.root()
    return ensure_child(edit, ensure_group(edit, above).id, node)


def ensure_holder(edit: Editing, table: Node) -> Row:
    """The row below which a table stands that is inside single groups only."""
    above = edit.schema.parent(table)
    assert above is not None
    return ensure_group(edit, above)


def ensure_child(edit: Editing, parent: int, node: Node) -> Row:
    """The same for a group right below a row that is there."""
    found = next(edit.rows.children(parent, node.path, limit=1), None)
    if found is not None:
        return found
    return add_child(edit, parent, node)


def add_child(edit: Editing, parent: int, node: Node) -> Row:
    """Make a single group, at the place that the schema gives it among its siblings."""
    above = edit.schema.parent(node)
    assert above is not None
    order = (above.children.index(node) + 1) * ORDER_STEP
    if any(node.name in run for run in above.runs):  # its place among others is content: the end
        order = edit.rows.last_order(parent) + ORDER_STEP
    fresh = skeleton(edit.rows, node, parent, order)
    edit.rows.insert(fresh)
    return fresh[0]
