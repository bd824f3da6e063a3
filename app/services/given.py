"""Which computed fields of a row hold a value that somebody gave, as a form and a table mark it."""

from collections.abc import Iterable

from app.domain.pack import Pack
from app.domain.tree import Row
from app.services.overrides import Overrides
from app.store.rows import Rows
from app.store.workspace import Connection


class Given:
    """Asked row by row; quick where the pack computes nothing."""

    def __init__(self, connection: Connection, pack: Pack, rows: Rows) -> None:
        self._keys: dict[str, list[str]] = {}
        for node, key in sorted(pack.computed_targets):
            self._keys.setdefault(node, []).append(key)
        self._schema = pack.schema
        self._overrides = Overrides(connection, rows)

    def of(self, row: Row) -> frozenset[str]:
        """Keys of the computed fields whose value was typed, imported or carried."""
        keys = self._keys.get(row.node)
        if not keys:
            return frozenset()
        index = self._schema.nodes[row.node].index
        return frozenset(
            key for key in keys if self._overrides.given(row, key, row.values[index[key]])
        )

    def of_all(self, rows: Iterable[Row]) -> dict[int, frozenset[str]]:
        """The same for many rows of one node, by number; rows without such a field are left out."""
        held = list(rows)
        for key in {key for row in held[:1] for key in self._keys.get(row.node, ())}:
            self._overrides.expect(key, len(held))
        found = ((row.id, self.of(row)) for row in held)
        return {number: keys for number, keys in found if keys}
