"""The rows that formulas look at: as they are in the middle of a step, all of them or a part."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.schema import Schema
from app.domain.tree import Row, Values
from app.store.rows import Rows

if TYPE_CHECKING:
    from app.rules.formulas import Formula

_KEPT = 5000
"""Tables up to so many rows are kept in hand between the formulas of one step."""


class Overlay:
    """The rows of a step with the values that were worked out so far and are not stored yet.

    `held` are the rows of nodes with computed fields, as they passed by; `values` the new values.
    """

    def __init__(self, rows: Rows, targets: frozenset[str]) -> None:
        self.rows = rows
        self.held: dict[int, Row] = {}
        self.values: dict[int, Values] = {}
        self._targets = targets
        self._lists: dict[str, list[Row]] = {}
        self._changed: dict[int, Row] = {}

    def root(self) -> Row:
        """The row of the document element."""
        return self.seen(self.rows.root())

    def children(self, parent: int | None, node: str | None = None) -> Iterator[Row]:
        """Rows below a row."""
        return (self.seen(row) for row in self.rows.children(parent, node))

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node."""
        known = self._lists.get(node)
        if known is not None:
            yield from (self.seen(row) for row in known)
            return
        kept: list[Row] = []
        for row in self.rows.all_of(node):
            if len(kept) <= _KEPT:
                kept.append(row)
            yield self.seen(row)
        if len(kept) <= _KEPT:
            self._lists[node] = kept

    def seen(self, row: Row) -> Row:
        """A row as it is now; rows with computed fields stay in hand."""
        if row.node in self._targets:
            self.held[row.id] = row
        return self.current(row)

    def current(self, row: Row) -> Row:
        """A row with its new values."""
        values = self.values.get(row.id)
        return row if values is None else replace(row, values=values)

    def put(self, row: Row, values: Values) -> None:
        """New values for a row."""
        self._changed.setdefault(row.id, row)
        self.values[row.id] = values

    def changed(self) -> Iterator[tuple[Row, Values]]:
        """What has to be stored."""
        return ((row, self.values[row.id]) for row in self._changed.values())


class Part:
    """What a formula looks at for some of its rows: these with all above and below, other tables whole.

    `only` are the rows of a node that stand for all of them; without `some` that is for the caller
    to fill.
    """

    def __init__(
        self, schema: Schema, source: Overlay, formula: "Formula", some: list[Row] | None
    ) -> None:
        self._schema, self._source, self._node = schema, source, formula.node
        self._wide = formula.reads.wide_rows
        self.only: dict[str, list[Row]] = {}
        self._rows: dict[int, Row] = {}
        if some is not None and formula.node and formula.node not in self._wide:
            self.only[formula.node] = some
            self._find_above(some)

    def _find_above(self, rows: list[Row]) -> None:
        node = self._schema.parent(self._schema.node(self._node))
        while node is not None and node.path and node.path not in self._wide:
            numbers = sorted({row.parent for row in rows if row.parent is not None})
            found = [self._source.rows.get(number) for number in numbers]
            rows = [self._source.current(row) for row in found if row is not None]
            self.only[node.path] = rows
            node = self._schema.parent(node)

    def row(self, number: int) -> Row:
        """A row of the formula's node."""
        return self._rows[number]

    def root(self) -> Row:
        """The row of the document element."""
        found = self._source.root()
        if not self._node:
            self._rows[found.id] = found
        return found

    def children(self, parent: int | None, node: str | None = None) -> Iterator[Row]:
        """Rows below a row."""
        return self._source.children(parent, node)

    def all_of(self, node: str) -> Iterator[Row]:
        """The rows of a node that the formula looks at."""
        for row in self._found(node):
            if node == self._node:
                self._rows[row.id] = row
            yield row

    def _found(self, node: str) -> Iterator[Row]:
        if node in self.only:
            yield from self.only[node]
        elif self._node in self.only and self._inside(node):
            for row in self._found(node.rpartition("/")[0]):
                yield from self._source.children(row.id, node)
        else:
            yield from self._source.all_of(node)

    def _inside(self, node: str) -> bool:
        return node.startswith(f"{self._node}/") and node not in self._wide
