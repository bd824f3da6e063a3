"""The rows that rules look at, in memory: read once for all rules, table by table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.domain.relation import Relation
from app.domain.schema import Schema
from app.domain.tree import Row, RowReader
from app.rules.atoms import Item, Shape


class RowSource(RowReader, Protocol):
    """Rows that can also be told by node, all at once."""

    def all_of(self, node: str) -> Iterator[Row]:
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
        self._related = {
            relation: [Tree(found.schema, each) for each in found.rows]
            for relation, found in related.items()
        }
        self.root_shape = Shape(schema.root)
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
        """The returns that a relation leads to."""
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

    def load_related(self, needs: Mapping[Relation, Iterable[str]]) -> None:
        """Read these nodes of the related returns."""
        for relation, paths in needs.items():
            for tree in self._related[relation]:
                tree.load(paths)

    def of(self, path: str) -> list[Item]:
        """The rows of a node in document order."""
        self.load((path,))
        return self._lists[path]

    def _load(self, shape: Shape) -> None:
        assert shape.up is not None
        slot, above = shape.slot, self._lists[shape.up.node.path]
        parents = {item.id: item for item in above}
        for item in above:
            item.below[slot] = _NONE
        for row in self._rows.all_of(shape.node.path):
            parent = parents.get(row.parent if row.parent is not None else -1)
            if parent is None:
                continue
            item = Item(shape, row.id, row.values, parent)
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
