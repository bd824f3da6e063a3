"""Copying the content of one return into another, a million rows like a few."""

from typing import Any

from sqlalchemy import Connection, Select, func, insert, literal, select

from app.store.returns import ReturnRecord
from app.store.rows import RowWriter
from app.store.tables import FOREVER, explanations, origins, returns, rows

_Columns = dict[Any, Any]
"""What each column of a copy is filled with."""


def copy_content(connection: Connection, source: ReturnRecord, target: ReturnRecord) -> int:
    """Copy the rows that `source` shows, with the origins of their values and the explanations.

    Rows get numbers of their own, in the same order. Returns how many rows there were.
    """
    alive = _alive(rows, source)
    first, last, count = connection.execute(
        select(func.min(rows.c.id), func.max(rows.c.id), func.count()).where(alive)
    ).one()
    if not count:
        return 0
    shift = RowWriter(connection, target.id, target.head).new_ids(last - first + 1) - first
    _copy(connection, rows, _moved_rows(target, shift), alive)
    _copy(connection, origins, _moved_origins(target, shift), _alive(origins, source))
    kept: _Columns = {column: column for column in explanations.c}
    kept[explanations.c.return_id] = literal(target.id)
    _copy(connection, explanations, kept, explanations.c.return_id == source.id)
    return int(count)


def _moved_rows(target: ReturnRecord, shift: int) -> _Columns:
    return {
        rows.c.id: rows.c.id + shift,
        rows.c.return_id: literal(target.id),
        rows.c.parent: rows.c.parent + shift,
        rows.c.node: rows.c.node,
        rows.c.ord: rows.c.ord,
        rows.c.born: literal(target.head),
        rows.c.died: literal(FOREVER),
        rows.c.vals: rows.c.vals,
        rows.c.source: rows.c.source,
        rows.c.source_row: rows.c.source_row,
    }


def _moved_origins(target: ReturnRecord, shift: int) -> _Columns:
    return {
        origins.c.return_id: literal(target.id),
        origins.c.row_id: origins.c.row_id + shift,
        origins.c.field: origins.c.field,
        origins.c.born: literal(target.head),
        origins.c.died: literal(FOREVER),
        origins.c.origin: origins.c.origin,
    }


def _alive(table: Any, record: ReturnRecord) -> Any:
    return (
        (table.c.return_id == record.id)
        & (table.c.born <= record.head)
        & (table.c.died > record.head)
    )


def _copy(connection: Connection, table: Any, columns: _Columns, which: Any) -> None:
    chosen: Select[Any] = select(*columns.values()).where(which)
    connection.execute(insert(table).from_select(list(columns), chosen))


def replaced_by(connection: Connection, return_id: str) -> list[tuple[str, str]]:
    """Ids and states of the returns that were made to correct this one, oldest first."""
    query = (
        select(returns.c.id, returns.c.state)
        .where(returns.c.replaces_id == return_id)
        .order_by(returns.c.created_at)
    )
    return [(row.id, row.state) for row in connection.execute(query)]
