"""Rows: the return as a tree. Every complex element is one row with its simple values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

Values = tuple[str | None, ...]
"""A row's values in the order of its node's fields; None where a value is absent."""


@dataclass(frozen=True, slots=True)
class Row:
    """One version of one row.

    `id` stays the same over all versions of the row. `source` is the number of the import that made
    it and `source_row` the row of the sheet, 1-based; both None for rows made by hand.
    """

    id: int
    parent: int | None
    node: str
    order: int
    values: Values
    source: int | None = None
    source_row: int | None = None


class RowReader(Protocol):
    """Anything that can tell the rows of a return in document order."""

    def root(self) -> Row:
        """The row of the document element."""
        ...

    def children(self, parent: int | None, node: str | None = None) -> Iterator[Row]:
        """Rows below a row, of one node or of all."""
        ...
