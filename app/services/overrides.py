"""Which values of computed fields somebody has given: those stay, whatever the formula says."""

import json
from functools import cache

from app.domain.origin import OriginKind
from app.domain.tree import Row
from app.store import imports
from app.store.rows import Rows
from app.store.workspace import Connection

FEW = 20
"""For so many rows of one field their origins are looked up one by one."""


class Overrides:
    """What was typed, imported or carried into the computed fields of one return."""

    def __init__(self, connection: Connection, rows: Rows) -> None:
        self._connection, self._rows = connection, rows
        self._source = cache(self._load)
        self._own: dict[str, dict[int, str]] = {}

    def _load(self, number: int) -> imports.Columns:
        return imports.get_source(self._connection, number).columns

    def expect(self, key: str, rows: int) -> None:
        """Read the origins of a field at once where many rows are going to be asked about."""
        if rows > FEW and key not in self._own:
            self._own[key] = self._rows.typed_origins(key)

    def own(self, row_id: int, key: str) -> OriginKind | None:
        """The kind of the origin that was noted for a cell itself."""
        known = self._own.get(key)
        text = self._rows.typed_origin(row_id, key) if known is None else known.get(row_id)
        return None if text is None else OriginKind(json.loads(text)["kind"])

    def given(self, row: Row, key: str, value: str | None) -> bool:
        """Whether the value of a computed field is somebody's, and not the formula's."""
        if value is None:
            return False
        own = self.own(row.id, key)
        if own is not None:
            return own is not OriginKind.COMPUTED
        return row.source is not None and key in self._source(row.source).get(row.node, {})
