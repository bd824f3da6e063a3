"""What is different between two states of a return: cell by cell, with complete counts.

Rows of a table are paired by the fields of the schema's key or unique constraint, else by their
position below the same parent.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.layout import key_fields
from app.domain.schema import TEXT_KEY, Node, Schema
from app.domain.tree import Row, RowReader


class Reader(RowReader, Protocol):
    """A return's rows that can also be read node by node."""

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node, wherever its parents are, in document order."""
        ...


Pair = tuple[Row | None, Row | None]
_NEW, _CHANGED, _GONE = "new", "changed", "gone"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One value that differs. `kind` is new, changed or gone, said of its row.

    `unit` is the path of the table's row that comes, goes or changes with it: the outermost one that
    is new or gone, else its own; empty outside of tables.
    """

    path: str
    before: str | None
    after: str | None
    kind: str
    row: Row | None = None
    key: str = ""
    unit: str = ""


@dataclass(slots=True)
class TableCount:
    """How many rows of a table are new, changed, gone and the same."""

    path: str
    new: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {
            "path": self.path,
            "new": self.new,
            "changed": self.changed,
            "gone": self.gone,
            "same": self.same,
        }


@dataclass(slots=True)
class Difference:
    """`changes` holds those from `offset` on, at most `limit`; `cells` counts all of them."""

    changes: list[CellChange] = field(default_factory=list)
    cells: int = 0
    fields: int = 0
    tables: dict[str, TableCount] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows of tables that differ."""
        return sum(t.new + t.changed + t.gone for t in self.tables.values())


def difference(
    schema: Schema, before: Reader, after: Reader, *, limit: int = 500, offset: int = 0
) -> Difference:
    """Compare two states of a return under one schema."""
    return Comparison(schema, before, after, limit, offset).run()


class Comparison:
    """One comparison of two states."""

    def __init__(
        self, schema: Schema, before: Reader, after: Reader, limit: int = 0, offset: int = 0
    ) -> None:
        self._schema, self._before, self._after = schema, Below(before), Below(after)
        self._limit, self._offset = limit, offset
        self._result = Difference()
        self._whole = ""

    def run(self) -> Difference:
        """Everything that differs."""
        self._compare(self._schema.root, self._before.root(), self._after.root(), "", table=None)
        return self._result

    def _compare(
        self, node: Node, old: Row | None, new: Row | None, path: str, *, table: TableCount | None
    ) -> bool:
        """Compare a pair of rows with all single groups inside, then the tables below."""
        kind = _NEW if old is None else _GONE if new is None else _CHANGED
        differs = self._values(node, old, new, path, kind, table)
        for child in node.children:
            place = f"{path}/{child.name}" if path else child.name
            if child.repeats:
                self._table(child, old, new, place)
                continue
            pair = (self._before.only(old, child), self._after.only(new, child))
            if pair != (None, None):
                differs |= self._compare(child, *pair, place, table=table)
        return differs

    def _values(
        self,
        node: Node,
        old: Row | None,
        new: Row | None,
        path: str,
        kind: str,
        table: TableCount | None,
    ) -> bool:
        if old is not None and new is not None and old.values == new.values:
            return False
        differs = False
        for index, item in enumerate(node.fields):
            left = old.values[index] if old else None
            right = new.values[index] if new else None
            if left == right:
                continue
            differs = True
            place = path if item.key == TEXT_KEY else f"{path}/{item.key}".lstrip("/")
            own = path[: path.rindex("]") + 1] if "]" in path else ""
            unit = self._whole or own
            self._note(CellChange(place, left, right, kind, new or old, item.key, unit))
            self._result.fields += table is None
        return differs

    def _note(self, change: CellChange) -> None:
        number = self._result.cells
        self._result.cells += 1
        if self._offset <= number < self._offset + self._limit:
            self._result.changes.append(change)

    def _table(self, node: Node, old: Row | None, new: Row | None, path: str) -> None:
        count = self._result.tables.setdefault(node.path, TableCount(node.path))
        for (left, right), position in self._pairs(node, old, new):
            place, around = f"{path}[{position}]", self._whole
            if left is None or right is None:
                self._whole = around or place
            differs = self._compare(node, left, right, place, table=count)
            self._whole = around
            if left is None:
                count.new += 1
            elif right is None:
                count.gone += 1
            elif differs:
                count.changed += 1
            else:
                count.same += 1

    def differs(self, node: Node, old: Row, new: Row) -> bool:
        """Whether two rows of a table differ in anything, down to the tables inside them."""
        return self._compare(node, old, new, "", table=TableCount(node.path))

    def _pairs(self, node: Node, old: Row | None, new: Row | None) -> Iterator[tuple[Pair, int]]:
        olds = self._before.of(old, node) if old is not None else ()
        news = self._after.of(new, node) if new is not None else ()
        return pairs(self._schema, node, olds, news)


def pairs(
    schema: Schema, node: Node, olds: Iterable[Row], news: Iterable[Row]
) -> Iterator[tuple[Pair, int]]:
    """Rows of a table in pairs, in the order of the new state, what is gone after it.

    With each stands its position among `news`, of what is gone among `olds`.
    """
    key = _key_reader(schema, node)
    known: dict[object, tuple[Row, int]] = {}
    for position, row in enumerate(olds, 1):
        name = key(row) or position
        known[name if name not in known else ("again", position)] = (row, position)
    for position, row in enumerate(news, 1):
        left = known.pop(key(row) or position, (None, 0))[0]
        yield (left, row), position
    for row, position in known.values():
        yield (row, None), position


def _key_reader(schema: Schema, node: Node) -> Callable[[Row], object]:
    positions = [node.index[name] for name in key_fields(schema, node)]
    if len(positions) == 1:
        (only,) = positions
        return lambda row: row.values[only]
    return lambda row: _all_or_none(tuple(row.values[p] for p in positions))


def _all_or_none(values: tuple[str | None, ...]) -> object:
    return None if None in values else values or None


class Below:
    """Rows below rows. What stands inside a table's rows is read at once, not row by row."""

    def __init__(self, rows: Reader) -> None:
        self._rows = rows
        self._inside: dict[str, dict[int | None, list[Row]]] = {}

    def root(self) -> Row:
        """The row of the document element."""
        return self._rows.root()

    def of(self, parent: Row, node: Node) -> Iterator[Row]:
        """Rows of a node below a row; a table of the return itself streams."""
        if parent.source_row is None and "/" not in parent.node:
            return self._rows.children(parent.id, node.path)
        if node.path not in self._inside:
            held: dict[int | None, list[Row]] = {}
            for row in self._rows.all_of(node.path):
                held.setdefault(row.parent, []).append(row)
            self._inside[node.path] = held
        return iter(self._inside[node.path].get(parent.id, ()))

    def only(self, parent: Row | None, node: Node) -> Row | None:
        """The row of a single group below a row."""
        return next(self.of(parent, node), None) if parent is not None else None
