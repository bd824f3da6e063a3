"""Where each value came from: the cell's own record, or derived from its row's import."""

import json
from functools import cache

from app.domain.computed import Target
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Schema
from app.domain.tree import Row
from app.store import imports as store
from app.store.rows import Rows
from app.store.workspace import Connection


class Origins:
    """Origins of one return at one step. Looked up one by one: a finding needs one, not a million."""

    def __init__(
        self,
        connection: Connection,
        schema: Schema,
        rows: Rows,
        computed: frozenset[Target] = frozenset(),
    ) -> None:
        self._connection = connection
        self._schema = schema
        self._rows = rows
        self._computed = computed
        self._source = cache(self._load)

    def _load(self, number: int) -> store.Source:
        return store.get_source(self._connection, number)

    def of(self, row: Row, key: str) -> Origin | None:
        """The origin of one value; None for a value that nobody has given and no formula gives."""
        typed = self._rows.typed_origin(row.id, key)
        if typed is not None:
            body = json.loads(typed)
            return Origin(**{**body, "kind": OriginKind(body["kind"])})
        return self._imported(row, key) or self._derived(row, key)

    def _derived(self, row: Row, key: str) -> Origin | None:
        if (row.node, key) not in self._computed:
            return None
        value = row.values[self._schema.nodes[row.node].index[key]]
        return Origin(OriginKind.COMPUTED) if value is not None else None

    def _imported(self, row: Row, key: str) -> Origin | None:
        if row.source is None:
            return None
        source = self._source(row.source)
        place = source.columns.get(row.node, {}).get(key)
        if place is None:
            return None
        sheet, column = place.get("sheet"), place.get("column")
        cell = place.get("cell") or (
            f"{column}{row.source_row}" if column and row.source_row else None
        )
        kind = OriginKind(place.get("kind") or "file")
        if kind is OriginKind.CARRIED:
            before, period = place.get("return_id"), place.get("period")
            return Origin(kind, by=source.by, at=source.at, return_id=before, period=period)
        return Origin(kind, source.file, sheet, cell, source.by, source.at)
