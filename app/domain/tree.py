"""Rows: the return as a tree. Every complex element is one row with its simple values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.domain.schema import TEXT_KEY, Schema

Values = tuple[str | None, ...]
"""A row's values in the order of its node's fields; None where a value is absent."""


Cells = tuple[int, int | None, Values]
"""A row's number, its parent's, and its values: what reading very many rows needs."""


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


class PlacedRows(RowReader, Protocol):
    """Rows that can also be found by number, by node, and by their place in their table."""

    def get(self, row_id: int) -> Row | None:
        """The row, None when there is none."""
        ...

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node, those of one parent in document order."""
        ...

    def position(self, row: Row) -> int:
        """1-based position among the rows of the same node and parent."""
        ...


def path_of(schema: Schema, rows: PlacedRows, row: Row, key: str = "") -> str:
    """The path of a row, or of one of its fields; tables always show a position."""
    parts = [] if key in ("", TEXT_KEY) else [key]
    current: Row | None = row
    while current is not None and current.parent is not None:
        node = schema.node(current.node)
        parts.append(f"{node.name}[{rows.position(current)}]" if node.repeats else node.name)
        current = rows.get(current.parent)
    return "/".join(reversed(parts))
