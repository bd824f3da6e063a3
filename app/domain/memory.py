"""Rows held in memory: what an XML file was read into, and what tests work on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from app.domain.schema import TEXT_KEY, Node, Schema
from app.domain.tree import Cells, Row, Values

Content = Mapping[str, object]
"""A node's values by field key, its groups by name (a mapping) and its tables (a list of them)."""


class MemoryRows:
    """The rows of one document, in document order. Answers what the database's rows answer."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows: dict[int, Row] = {}
        self._below: dict[int | None, list[Row]] = {}
        self._places: dict[int | None, dict[int, int]] = {}
        self._last = 0
        for row in rows:
            self.put(row)

    def put(self, row: Row) -> None:
        """Take a row that comes after all others of its parent."""
        self._rows[row.id] = row
        self._below.setdefault(row.parent, []).append(row)
        self._places.pop(row.parent, None)
        self._last = max(self._last, row.id)

    def add(self, parent: int | None, node: str, values: Values) -> Row:
        """Make a row after all others of its parent."""
        number = self._last + 1
        row = Row(number, parent, node, number, values)
        self.put(row)
        return row

    @classmethod
    def of(cls, schema: Schema, content: Content) -> "MemoryRows":
        """The rows of a document written as nested mappings.

        `{"Header": {"CeNumber": "AXC846"}, "Wallets": {"Wallet": [{"WalletId": "W1"}]}}`; a table of
        nodes that hold nothing but text may be a list of texts.
        """
        rows = cls()
        rows._grow(schema.root, None, content)
        return rows

    def _grow(self, node: Node, parent: int | None, content: Content) -> None:
        unknown = content.keys() - node.index.keys() - node.by_name.keys()
        if unknown:
            raise KeyError(f"{node.name} holds no {', '.join(sorted(unknown))}")
        values = tuple(_text(content.get(field.key)) for field in node.fields)
        row = self.add(parent, node.path, values)
        for child in node.children:
            for item in _items(content.get(child.name)):
                self._grow(child, row.id, item if isinstance(item, Mapping) else {TEXT_KEY: item})

    def get(self, row_id: int) -> Row | None:
        """The row, None when there is none."""
        return self._rows.get(row_id)

    def root(self) -> Row:
        """The row of the document element."""
        return self._below[None][0]

    def children(
        self, parent: int | None, node: str | None = None, *, limit: int = -1, offset: int = 0
    ) -> Iterator[Row]:
        """Rows below a row in document order, all or of one node."""
        below = self._below.get(parent, ())
        found = (row for row in below if node is None or row.node == node)
        return islice(found, offset, offset + limit if limit >= 0 else None)

    def count(self, parent: int | None, node: str) -> int:
        """How many rows of a node stand below a row."""
        return sum(1 for row in self._below.get(parent, ()) if row.node == node)

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node, wherever its parents are."""
        return (row for row in self._rows.values() if row.node == node)

    def cells_of(self, node: str) -> Iterator[Cells]:
        """The same in the shortest form."""
        return ((row.id, row.parent, row.values) for row in self._rows.values() if row.node == node)

    def position(self, row: Row) -> int:
        """1-based position among the rows of the same node and parent."""
        if row.parent not in self._places:
            self._places[row.parent] = _count_off(self._below[row.parent])
        return self._places[row.parent][row.id]

    def __len__(self) -> int:
        return len(self._rows)


def _count_off(rows: Sequence[Row]) -> dict[int, int]:
    seen: dict[str, int] = {}
    places = {}
    for row in rows:
        seen[row.node] = places[row.id] = seen.get(row.node, 0) + 1
    return places


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _items(value: object) -> Sequence[object]:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)
