"""The rows that rules look at, in memory: read once for all rules, table by table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any, Protocol, runtime_checkable

from app.domain.relation import Relation
from app.domain.schema import Schema
from app.domain.tree import Cells, Row, RowReader
from app.rules import columns
from app.rules.atoms import Item, Shape, shape_of
from app.rules.columns import UNKNOWN, Batch


class RowSource(RowReader, Protocol):
    """Rows that can also be told by node, all at once."""

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node, those of one parent in document order."""
        ...


@runtime_checkable
class QuickRows(Protocol):
    """Rows that can also be told in the shortest form."""

    def cells_of(self, node: str) -> Iterator[Cells]:
        """Every row of a node, those of one parent in document order."""
        ...


@dataclass(frozen=True, slots=True)
class Related:
    """The other returns that a relation leads to: their schema and, for each, its rows."""

    schema: Schema
    rows: Sequence[RowSource] = ()


_NONE: list[Item] = []
NO_RELATIONS: Mapping[Relation, Related] = {}


class Tree:
    """The loaded part of a return. What was not asked for with `load` is not there.

    The trees of related returns hang on that of the return whose rules are run.
    """

    def __init__(
        self,
        schema: Schema,
        rows: RowSource,
        related: Mapping[Relation, Related] = NO_RELATIONS,
    ) -> None:
        self._rows = rows
        self._others = related
        self._related: dict[Relation, list[Tree]] = {}
        self.root_shape = shape_of(schema)
        self._shapes = {shape.node.path: shape for shape in self.root_shape.below()}
        first = rows.root()
        self.root = Item(self.root_shape, first.id, first.values, None)
        self._lists: dict[str, list[Item]] = {"": [self.root]}
        self.memo: dict[object, Any] = {}
        """What expressions of the rule at hand have worked out once."""
        self.columns: dict[Any, Any] = {}
        """The values of fields over all rows of a node, read once for all rules."""
        self.shadow: Any = None
        """The same rows as elementpath's nodes, made for the first rule that needs them."""

    def related(self, relation: Relation) -> "list[Tree]":
        """The returns that a relation leads to, read when a rule first asks for them."""
        if relation not in self._related:
            found = self._others[relation]
            self._related[relation] = [Tree(found.schema, each) for each in found.rows]
        return self._related[relation]

    def load(self, paths: Iterable[str]) -> None:
        """Read the rows of these nodes and of all above them."""
        wanted: set[str] = set()
        for path in paths:
            steps = path.split("/")
            wanted.update("/".join(steps[:number]) for number in range(1, len(steps) + 1))
        for path, shape in self._shapes.items():
            if path in wanted and path not in self._lists:
                self._load(shape)

    def load_all(self) -> None:
        """Read every row."""
        self.load(self._shapes)

    def columns_of(self, items: Sequence[Item]) -> dict[Any, Any]:
        """Where columns of these rows are kept: with the tree when they are all rows of their node."""
        return self.columns if self._all(items) else {}

    def column(self, items: Sequence[Any], shape: Shape, index: int) -> Sequence[Any] | None:
        """The values of a field over many rows, without those that are absent; None when one is wrong."""
        if len(items) <= columns.FEW or not isinstance(items[0], Item):
            return None
        found = Batch(items, [], self.columns_of(items)).field(shape, index)
        if found.clean:
            return found.values
        if any(value is UNKNOWN for value in found.values):
            return None
        return [value for value in found.values if value is not None]

    def index(self, items: Sequence[Any], shape: Shape, index: int) -> dict[Any, Any] | None:
        """The rows by the value of a field, with their order, kept for all rules; None for a part."""
        if not self._all(items):
            return None
        name = (shape.node.path, index, "index")
        found: dict[Any, Any] | None = self.columns.get(name)
        if found is None:
            values = Batch(items, [], self.columns).field(shape, index).values
            if any(value is UNKNOWN for value in values):
                return None
            found = self.columns[name] = {}
            for order, (value, item) in enumerate(zip(values, items, strict=True)):
                if value is not None:
                    found.setdefault(value, []).append((order, item))
        return found

    def _all(self, items: Sequence[Any]) -> bool:
        """Whether these are all rows of their node in this tree, in order."""
        if not items or not isinstance(items[0], Item):
            return False
        known = self._lists.get(items[0].shape.node.path)
        return known is not None and len(known) == len(items) and all(map(is_, known, items))

    def load_related(self, needs: Mapping[Relation, Iterable[str]]) -> None:
        """Read these nodes of the related returns."""
        for relation, paths in needs.items():
            for tree in self.related(relation):
                tree.load(paths)

    def of(self, path: str) -> list[Item]:
        """The rows of a node in document order."""
        self.load((path,))
        return self._lists[path]

    def _cells(self, path: str) -> Iterator[Cells]:
        if isinstance(self._rows, QuickRows):
            return self._rows.cells_of(path)
        return ((row.id, row.parent, row.values) for row in self._rows.all_of(path))

    def _load(self, shape: Shape) -> None:
        assert shape.up is not None
        slot, above = shape.slot, self._lists[shape.up.node.path]
        parents = {item.id: item for item in above}
        for item in above:
            item.below[slot] = _NONE
        for row_id, above_id, values in self._cells(shape.node.path):
            parent = parents.get(above_id if above_id is not None else -1)
            if parent is None:
                continue
            item = Item(shape, row_id, values, parent)
            if parent.below[slot] is _NONE:
                parent.below[slot] = [item]
            else:
                parent.below[slot].append(item)
                item.position = len(parent.below[slot])
        self._lists[shape.node.path] = [child for item in above for child in item.below[slot]]


def path_of(item: Item, key: str = "") -> str:
    """The field path of a row, or of one of its fields; tables always show a position."""
    parts = [] if key in ("", ".") else [key]
    current = item
    while current.up is not None:
        node = current.shape.node
        parts.append(f"{node.name}[{current.position}]" if node.repeats else node.name)
        current = current.up
    return "/".join(reversed(parts))
