"""Finding the row of the table above to which a row of a nested table belongs."""

from app.domain.layout import POSITION, table_above
from app.domain.schema import Node
from app.domain.tree import Row
from app.excel.binding import BoundColumn, BoundTable
from app.excel.extract import Record
from app.excel.flaws import BLOCKING, Flaw
from app.excel.scan import column_name
from app.services.groups import ensure_child
from app.services.importjob import Job
from app.store import imports as store

_MANY = -1


def _positions(rows: list[Row]) -> dict[int, int]:
    """The place of each row among those of the same row above, from 1."""
    counts: dict[int | None, int] = {}
    found = {}
    for row in rows:
        counts[row.parent] = counts.get(row.parent, 0) + 1
        found[row.id] = counts[row.parent]
    return found


class Parents:
    """To which row of the table above a record belongs."""

    def __init__(self, job: Job, table: BoundTable) -> None:
        above = table_above(job.edit.schema, table.node)
        assert above is not None
        self._job, self._table, self._above = job, table, above
        self._index = self._by_row() if table.spec.same_row else self._by_key()
        self._between = self._nodes_between()
        self._groups = {
            (row.parent, node.path): row.id
            for node in self._between
            for row in job.edit.rows.all_of(node.path)
        }

    def of(self, record: Record) -> int | None:
        """The row below which the record's row goes; None is noted as a finding."""
        key: object = record.number if self._table.spec.same_row else record.parents
        found = self._index.get(key)
        if found is None or found == _MANY:
            self._note(record, found)
            return None
        for node in self._between:
            place = (found, node.path)
            if place not in self._groups:
                self._groups[place] = ensure_child(self._job.edit, found, node).id
            found = self._groups[place]
        return found

    def _nodes_between(self) -> list[Node]:
        """The single groups between the table above and this one."""
        nodes, node = [], self._above
        for name in self._table.node.path.removeprefix(f"{self._above.path}/").split("/")[:-1]:
            node = node.by_name[name]
            nodes.append(node)
        return nodes

    def _by_row(self) -> dict[object, int]:
        """Rows above by the row of the sheet that made them in this very import."""
        sheet = self._table.sheet.name
        mine: dict[int, bool] = {}
        index: dict[object, int] = {}
        for row in self._job.edit.rows.all_of(self._above.path):
            if row.source is None or row.source_row is None:
                continue
            if row.source not in mine:
                mine[row.source] = self._made_here(row.source, sheet)
            if mine[row.source]:
                index[row.source_row] = row.id
        return index

    def _made_here(self, number: int, sheet: str) -> bool:
        source = store.get_source(self._job.edit.connection, number)
        places = source.columns.get(self._above.path, {}).values()
        named = {place.get("sheet") for place in places} - {None}
        return source.blob == self._job.blob and named <= {sheet}

    def _by_key(self) -> dict[object, int]:
        index: dict[object, int] = {}
        tables = [self._table_of(column) for column in self._table.parents]
        held = self._held({self._above.path, *tables})
        places = {path: _positions(rows) for path, rows in held.items()}
        between = self._links(tables)
        for row in held[self._above.path]:
            chain = self._chain(row, held, between)
            key = tuple(
                str(places[table][chain[table].id])
                if column.target is None
                else chain[table].values[column.target.index]
                for column, table in zip(self._table.parents, tables, strict=True)
            )
            index[key] = _MANY if key in index else row.id
        return index

    def _table_of(self, column: BoundColumn) -> str:
        """The table that a parent column tells a row of; `#` alone is that directly above."""
        if column.target is not None:
            return column.target.node.path
        return column.name.removesuffix(POSITION).rstrip("/") or self._above.path

    def _held(self, tables: set[str]) -> dict[str, list[Row]]:
        return {path: list(self._job.edit.rows.all_of(path)) for path in tables}

    def _links(self, tables: list[str]) -> dict[int, Row]:
        """Every row between the table directly above and the outermost one that is told of."""
        if set(tables) <= {self._above.path}:
            return {}
        found: dict[int, Row] = {}
        node = self._job.edit.schema.parent(self._above)
        while node is not None:
            found |= {row.id: row for row in self._job.edit.rows.all_of(node.path)}
            node = self._job.edit.schema.parent(node)
        return found

    def _chain(
        self, row: Row, held: dict[str, list[Row]], between: dict[int, Row]
    ) -> dict[str, Row]:
        """The row and those above it, by their tables, as far as they are told of."""
        chain = {row.node: row}
        current = row
        while len(held.keys() - chain.keys()) > 0:
            assert current.parent is not None
            current = between[current.parent]
            chain[current.node] = current
        return chain

    def _note(self, record: Record, found: int | None) -> None:
        key = ", ".join(str(part) for part in record.parents)
        which = f"“{key}”" if key else "of the same row"
        what = "more than one" if found == _MANY else "no"
        at = next((c.at for c in self._table.parents if c.at is not None), None)
        cell = f"{column_name(at)}{record.number}" if at is not None else None
        message = f"there is {what} {self._above.name} {which} for this row"
        flaw = Flaw("ROW-PARENT", BLOCKING, message)
        self._job.notes.add(flaw, self._table.sheet.name, cell, self._table.node.path)
