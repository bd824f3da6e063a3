"""What was filed last, for the third column of an import's comparison."""

from app.domain.layout import key_fields, tables_above
from app.domain.schema import Node, Schema
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.difference import CellChange
from app.services.documents import rows_at
from app.services.drafts import Editing
from app.services.filed import last_filed_before
from app.services.packs import get_pack
from app.store.rows import Rows

Chain = tuple[tuple[str | None, ...], ...]
"""The keys of a row and of those around it, the outermost first."""


class LastFiled:
    """Values of the last filed return of the type, found by the keys of their rows.

    A row of a table without a key is found by nothing: another position is another row.
    """

    def __init__(self, desk: Desk, edit: Editing, changes: list[CellChange]) -> None:
        self._chains = _Chains(
            edit.schema, edit.rows, Rows(edit.connection, edit.record.id, edit.record.head)
        )
        self._known: dict[tuple[str, Chain], Row] = {}
        self._fields: dict[str, dict[str, int]] = {}
        source = last_filed_before(edit.connection, edit.record)
        if source is None or not changes:
            return
        wanted: dict[str, set[Chain]] = {}
        for change in changes:
            chain = self._chains.of(change.row) if change.row is not None else None
            if change.row is not None and chain is not None:
                wanted.setdefault(change.row.node, set()).add(chain)
        schema = get_pack(desk, source.pack_id).schema
        rows = rows_at(edit.connection, source)
        for path, chains in wanted.items():
            if path in schema.nodes:
                self._fields[path] = schema.nodes[path].index
                self._find(path, chains, rows, _Chains(schema, rows))

    def _find(self, path: str, wanted: set[Chain], rows: Rows, chains: "_Chains") -> None:
        for row in list(rows.all_of(path)):
            chain = chains.of(row)
            if chain in wanted:
                self._known[path, chain] = row
                wanted.discard(chain)
                if not wanted:
                    return

    def value(self, change: CellChange) -> str | None:
        """What was filed in the place of a change."""
        if change.row is None:
            return None
        index = self._fields.get(change.row.node, {}).get(change.key)
        chain = self._chains.of(change.row)
        row = self._known.get((change.row.node, chain)) if chain is not None else None
        return row.values[index] if row is not None and index is not None else None


class _Chains:
    """Chains of rows; those around a row are looked up in one state, then in the other."""

    def __init__(self, schema: Schema, rows: Rows, other: Rows | None = None) -> None:
        self._schema, self._rows, self._other = schema, rows, other
        self._keys: dict[str, tuple[int, ...]] = {}
        self._inside: dict[str, bool] = {}

    def of(self, row: Row) -> Chain | None:
        """None where a table has no key, or a part of it is missing."""
        parts: list[tuple[str | None, ...]] = []
        current: Row | None = row
        while current is not None:
            node = self._schema.node(current.node)
            if node.repeats:
                key = tuple(current.values[at] for at in self._places(node))
                if not key or None in key:
                    return None
                parts.insert(0, key)
            if current.parent is None or not self._below_a_table(node):
                return tuple(parts)
            above = self._rows.get(current.parent)
            if above is None and self._other is not None:
                above = self._other.get(current.parent)
            current = above
        return None

    def _places(self, node: Node) -> tuple[int, ...]:
        if node.path not in self._keys:
            names = key_fields(self._schema, node)
            self._keys[node.path] = tuple(node.index[name] for name in names)
        return self._keys[node.path]

    def _below_a_table(self, node: Node) -> bool:
        if node.path not in self._inside:
            self._inside[node.path] = bool(tables_above(self._schema, node))
        return self._inside[node.path]
