"""What a form shows and in which order: from the pack's sections, or from the structure alone.

A section of `form.toml` names groups, tables and single fields; what no section names comes last, so
that a form never hides a field. A path below a table is shown with the table's row.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.languages import in_language
from app.domain.pack import Pack, Section
from app.domain.schema import Field, Node, Schema

_REST = {"en": "More", "zh-Hant": "其他"}


@dataclass(frozen=True, slots=True)
class FieldItem:
    """One field of the group that it stands in."""

    key: str


@dataclass(frozen=True, slots=True)
class TableItem:
    """A repeating element; `node` is its schema path."""

    node: str


@dataclass(frozen=True, slots=True)
class GroupItem:
    """A single group with what it shows, in document order."""

    node: str
    items: tuple["Item", ...]


Item = FieldItem | TableItem | GroupItem
Block = GroupItem | TableItem


@dataclass(frozen=True, slots=True)
class FormSection:
    """One part of the form."""

    id: str
    titles: Mapping[str, str]
    blocks: tuple[Block, ...]
    helps: Mapping[str, str] = field(default_factory=dict)

    def title(self, language: str) -> str:
        """The heading, in English where the language is missing."""
        return in_language(self.titles, language) or self.id

    def help(self, language: str) -> str:
        """The sentence below the heading; empty where the pack has none."""
        return in_language(self.helps, language)


def layout(pack: Pack) -> tuple[FormSection, ...]:
    """The form of a pack."""
    if not pack.sections:
        return tuple(_by_structure(pack.schema))
    claimed = {place for section in pack.sections for place in _claims(pack.schema, section)}
    found = [_section(pack.schema, section, claimed) for section in pack.sections]
    rest = _group(pack.schema, pack.schema.root, claimed)
    if rest.items:
        found.append(FormSection("rest", _REST, tuple(_blocks(rest))))
    return tuple(section for section in found if section.blocks)


def group_item(schema: Schema, node: str) -> GroupItem:
    """Everything that a row of a node shows below its own fields: its groups and tables.

    XML that is a value is shown there too, since a cell is too small for it.
    """
    whole = _group(schema, schema.node(node), frozenset())
    if schema.node(node).opaque:
        return whole
    return GroupItem(node, tuple(item for item in whole.items if not isinstance(item, FieldItem)))


@dataclass(frozen=True, slots=True)
class Choice:
    """Of several alternatives a document has one; each is shown by its items, in document order.

    An alternative without items means that nothing needs to be there.
    """

    alternatives: tuple[tuple[FieldItem | TableItem, ...], ...]

    def chosen(self, filled: Collection[str]) -> int | None:
        """The alternative that all that is there fits; None where nothing is, or too much.

        `filled` are the keys of fields with a value and the schema paths of groups and tables with rows.
        """
        names = [
            {item.key if isinstance(item, FieldItem) else item.node for item in items}
            for items in self.alternatives
        ]
        there = set().union(*names) & set(filled)
        fitting = [number for number, held in enumerate(names) if there and there <= held]
        return min(fitting, key=lambda number: len(names[number]), default=None)


def choices_of(node: Node) -> tuple[Choice, ...]:
    """The switches of a node, for a form to show; which alternatives are valid the XSD decides."""
    items = {
        item.key if isinstance(item, FieldItem) else item.node: item for item in _own_items(node)
    }
    places = {name: child.path for name, child in node.by_name.items()}
    return tuple(
        Choice(tuple(tuple(items[places.get(name, name)] for name in names) for names in choice))
        for choice in node.choices
    )


def reading_order(node: Node) -> Iterator[FieldItem | TableItem]:
    """The fields and children of a node (all as `TableItem`) as a person reads them."""
    yield from _own_items(node)


def ordered_fields(node: Node) -> tuple[Field, ...]:
    """The fields of a node as a person reads them: attributes first, then in document order."""
    return tuple(
        node.fields[node.index[item.key]]
        for item in _own_items(node)
        if isinstance(item, FieldItem)
    )


def _by_structure(schema: Schema) -> Iterator[FormSection]:
    top = _first_of_many(schema.root)
    whole = _group(schema, top, frozenset())
    chosen = {name for choice in top.choices for names in choice for name in names}
    paths = {top.by_name[name].path for name in chosen if name in top.by_name}
    own = tuple(i for i in whole.items if isinstance(i, FieldItem) or i.node in paths)
    if own:
        titles = top.labels or {"en": top.name}
        yield FormSection("document", titles, (GroupItem(top.path, own),))
    for item in whole.items:
        if item not in own and not isinstance(item, FieldItem):
            node = schema.node(item.node)
            yield FormSection(node.path, node.labels or {"en": node.name}, (item,))


def _first_of_many(node: Node) -> Node:
    """The node at which the document branches: what only wraps one required group is passed over."""
    while not node.fields and len(node.children) == 1:
        (only,) = node.children
        if only.repeats or only.min_occurs == 0 or only.opaque:
            break
        node = only
    return node


_Place = tuple[str, str | None]


def _resolve(schema: Schema, path: str) -> _Place | None:
    """(node, None) for a group or table, (node, key) for a field; None below a table or unknown."""
    if path in schema.nodes:
        return None if _below_table(schema, schema.node(path)) else (path, None)
    owner = path
    while owner:
        owner = owner.rpartition("/")[0]
        node = schema.nodes.get(owner)
        if node is None:
            continue
        key = path[len(owner) :].lstrip("/")
        if key not in node.index or node.repeats or _below_table(schema, node):
            return None
        return owner, key
    return None


def _below_table(schema: Schema, node: Node) -> bool:
    above = schema.parent(node)
    while above is not None:
        if above.repeats:
            return True
        above = schema.parent(above)
    return False


def _claims(schema: Schema, section: Section) -> Iterator[_Place]:
    for path in section.items:
        place = _resolve(schema, path)
        if place is not None:
            yield place


def _section(
    schema: Schema, section: Section, claimed: set[_Place] | frozenset[_Place]
) -> FormSection:
    blocks: list[Block] = []
    for path in section.items:
        place = _resolve(schema, path)
        if place is None:
            continue
        node, key = schema.node(place[0]), place[1]
        if key is not None:
            _append_field(blocks, node, key)
        elif node.repeats:
            blocks.append(TableItem(node.path))
        else:
            blocks.append(_group(schema, node, claimed))
    return FormSection(section.id, section.titles, tuple(blocks), section.helps)


def _append_field(blocks: list[Block], node: Node, key: str) -> None:
    """Fields of one group that follow each other share its box; attributes stay with their value."""
    keys = [key, *(k for k in node.index if k.startswith(f"{key}/@"))]
    items = tuple(FieldItem(item) for item in keys)
    last = blocks[-1] if blocks else None
    if isinstance(last, GroupItem) and last.node == node.path:
        blocks[-1] = GroupItem(node.path, last.items + items)
    else:
        blocks.append(GroupItem(node.path, items))


def _group(schema: Schema, node: Node, claimed: set[_Place] | frozenset[_Place]) -> GroupItem:
    items: list[Item] = []
    for item in _own_items(node):
        if isinstance(item, FieldItem):
            if (node.path, item.key.partition("/@")[0] or item.key) not in claimed:
                items.append(item)
            continue
        child = schema.node(item.node)
        if (child.path, None) in claimed:
            continue
        if child.repeats:
            items.append(item)
        else:
            below = _group(schema, child, claimed)
            if below.items or not (child.fields or child.children):
                items.append(below)
    return GroupItem(node.path, tuple(items))


def _own_items(node: Node) -> Iterator[FieldItem | TableItem]:
    """Field keys and children of a node in reading order (children all as `TableItem`)."""
    shown = set()
    for key in node.index:
        if key.startswith("@"):
            shown.add(key)
            yield FieldItem(key)
    for name in node.content:
        for key in (name, *(k for k in node.index if k.startswith(f"{name}/@"))):
            if key in node.index:
                shown.add(key)
                yield FieldItem(key)
        if name in node.by_name:
            yield TableItem(node.by_name[name].path)
    for key in node.index:
        if key not in shown:
            yield FieldItem(key)


def _blocks(group: GroupItem) -> Iterator[Block]:
    own = tuple(item for item in group.items if isinstance(item, FieldItem))
    if own:
        yield GroupItem(group.node, own)
    for item in group.items:
        if not isinstance(item, FieldItem):
            yield item
