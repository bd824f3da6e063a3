"""How the schema's tree lies flat on a sheet: a table's columns are its own fields and those of the
single groups inside it; nested tables stand on sheets of their own and name their parent's key.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.schema import TEXT_KEY, Field, Node, Schema

POSITION = "#"


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a column: its key relative to the table, the node it belongs to, its index there."""

    key: str
    node: Node
    index: int

    @property
    def field(self) -> Field:
        """The field itself."""
        return self.node.fields[self.index]

    @property
    def path(self) -> str:
        """The schema path of the field."""
        key = self.field.key
        return self.node.path if key == TEXT_KEY else f"{self.node.path}/{key}".lstrip("/")


def columns_of(table: Node) -> Iterator[Column]:
    """Columns in the order of the document, groups in their place."""
    yield from _columns(table, "")


def _columns(node: Node, before: str) -> Iterator[Column]:
    listed: set[str] = set()
    for name in (*node.content, *node.index, *node.by_name):
        if name in listed:
            continue
        listed.add(name)
        if name in node.index:
            key = before.rstrip("/") or TEXT_KEY if name == TEXT_KEY else before + name
            yield Column(key, node, node.index[name])
        elif name in node.by_name and not node.by_name[name].repeats:
            yield from _columns(node.by_name[name], f"{before}{name}/")


def groups_in(table: Node) -> Iterator[tuple[str, Node]]:
    """The single groups inside a table (or the root), outer ones first, by their path from there."""
    for child in table.children:
        if not child.repeats:
            yield child.name, child
            yield from ((f"{child.name}/{rest}", node) for rest, node in groups_in(child))


def may_be_bare(table: Node) -> bool:
    """Whether a row may hold other tables and no value of its own, as the schema stands."""
    return any(node.repeats for node in table.walk() if node is not table) and not _needs_value(
        table
    )


def _needs_value(node: Node) -> bool:
    return any(item.required for item in node.fields) or any(
        _needs_value(child) for child in node.children if child.min_occurs and not child.repeats
    )


def tables_of(schema: Schema) -> list[Node]:
    """Every table, parents before what is nested in them."""
    return [node for node in schema.root.walk() if node.repeats]


def table_above(schema: Schema, node: Node) -> Node | None:
    """The table in which a table is nested, None for one that stands by itself."""
    parent = schema.parent(node)
    while parent is not None and not parent.repeats:
        parent = schema.parent(parent)
    return parent


def tables_above(schema: Schema, node: Node) -> list[Node]:
    """All tables around a table, the outermost first."""
    found: list[Node] = []
    above = table_above(schema, node)
    while above is not None:
        found.insert(0, above)
        above = table_above(schema, above)
    return found


def key_fields(schema: Schema, table: Node) -> tuple[str, ...]:
    """Keys of the fields that tell a table's rows apart, from the schema's own identity constraints.

    A key is preferred to a unique constraint, fewer fields to more; empty when there is none.
    """
    found: list[tuple[bool, int, tuple[str, ...]]] = []
    for node in schema.root.walk():
        below = table.path.removeprefix(f"{node.path}/") if node.path else table.path
        for identity in node.identities:
            selectors = [item.strip().removeprefix("./") for item in identity.selector.split("|")]
            fits = identity.kind in ("key", "unique") and (
                below in selectors or f".//{table.name}" in selectors
            )
            inside = not node.path or table.path.startswith(f"{node.path}/")
            if fits and inside and all(name in table.index for name in identity.fields):
                found.append((identity.kind != "key", len(identity.fields), identity.fields))
    return min(found)[2] if found else ()
