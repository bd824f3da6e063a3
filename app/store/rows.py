"""Rows in the database, in versions: what a step made is born, what it replaced has died.

Undo and redo move one number, a million rows or one cell alike, and survive a restart.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring as _quoted
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    text,
    update,
)

from app.domain.tree import Cells, Row, Values
from app.store import ordinals
from app.store.tables import FOREVER, counters, origins, rows
from app.store.touched import LISTED, Touched

ORDER_STEP = 1024
# Left to itself SQLite reads a whole return through the index of places to find the one row.
_REVISE = "UPDATE rows INDEXED BY rows_id SET vals = ? WHERE return_id = ? AND id = ? AND died > ? AND born = ?"
_PLACE = "UPDATE rows INDEXED BY rows_id SET ord = ? WHERE return_id = ? AND id = ? AND died > ? AND born = ?"
_ADD = (
    "INSERT INTO rows (id, return_id, parent, node, ord, born, died, vals, source, source_row)"
    " VALUES (?,?,?,?,?,?,?,?,?,?)"
)
_DIE = (
    "UPDATE rows INDEXED BY rows_id SET died = ?"
    " WHERE return_id = ? AND id = ? AND born <= ? AND died > ?"
)
_RETIRE = "UPDATE rows INDEXED BY rows_id SET died = ? WHERE return_id = ? AND id = ? AND died > ? AND born < ?"
_ELBOW_ROOM = 16
_AT_ONCE = 1000
_FEW = 2000
_COLUMNS = (
    rows.c.id,
    rows.c.parent,
    rows.c.node,
    rows.c.ord,
    rows.c.vals,
    rows.c.source,
    rows.c.source_row,
)


def encode(values: Sequence[str | None]) -> str:
    """A row's values as they are stored: JSON, put together faster than by a general encoder."""
    return f"[{','.join(['null' if value is None else _quoted(value) for value in values])}]"


def _row(record: Any) -> Row:
    number, parent, node, order, vals, source, source_row = record  # faster than by name
    return Row(number, parent, node, order, tuple(json.loads(vals)), source, source_row)


def _all(found: Any) -> Iterator[Row]:
    """The rows of a result; many are decoded together."""
    for some in found.partitions(_AT_ONCE):
        held = json.loads(f"[{','.join([record[4] for record in some])}]")
        for record, values in zip(some, held, strict=True):
            number, parent, node, order, _, source, source_row = record
            yield Row(number, parent, node, order, tuple(values), source, source_row)


class Rows:
    """The rows of one return as they stood at one step."""

    def __init__(self, connection: Connection, return_id: str, step: int) -> None:
        self._connection = connection
        self.return_id = return_id
        self.step = step

    def _alive(self) -> Any:
        return (
            (rows.c.return_id == self.return_id)
            & (rows.c.born <= self.step)
            & (rows.c.died > self.step)
        )

    def _place(self, parent: int | None, node: str | None) -> Any:
        place = self._alive() & (
            rows.c.parent.is_(None) if parent is None else rows.c.parent == parent
        )
        return place if node is None else place & (rows.c.node == node)

    def get(self, row_id: int) -> Row | None:
        """The row, None when this step does not have it."""
        found = self._connection.execute(
            select(*_COLUMNS).where(self._alive(), rows.c.id == row_id)
        ).first()
        return _row(found) if found else None

    def root(self) -> Row:
        """The row of the document element."""
        return next(self.children(None))

    def children(
        self, parent: int | None, node: str | None = None, *, limit: int = -1, offset: int = 0
    ) -> Iterator[Row]:
        """Rows below a row in document order, all or of one node."""
        query = select(*_COLUMNS).where(self._place(parent, node)).order_by(rows.c.ord)
        if limit >= 0 or offset:
            # The index alone leads to the place; only the rows that are wanted are read.
            place = select(rows.c.version).where(self._place(parent, node)).order_by(rows.c.ord)
            wanted = place.limit(limit).offset(offset).scalar_subquery()
            query = select(*_COLUMNS).where(rows.c.version.in_(wanted)).order_by(rows.c.ord)
        yield from _all(self._connection.execute(query))

    def count(self, parent: int | None, node: str) -> int:
        """How many rows of a node stand below a row."""
        query = select(func.count()).select_from(rows).where(self._place(parent, node))
        return self._connection.execute(query).scalar_one()

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node, wherever its parents are, by parent and order."""
        query = (
            select(*_COLUMNS)
            .where(self._alive(), rows.c.node == node)
            .order_by(rows.c.parent, rows.c.ord)
        )
        yield from _all(self._connection.execute(query))

    def cells_of(self, node: str) -> Iterator[Cells]:
        """The same in the shortest form: for reading very many rows at once."""
        query = (
            select(rows.c.id, rows.c.parent, rows.c.vals)
            .where(self._alive(), rows.c.node == node)
            .order_by(rows.c.parent, rows.c.ord)
        )
        for some in self._connection.execute(query).partitions(_AT_ONCE):
            held = json.loads(f"[{','.join(record[2] for record in some)}]")
            for record, values in zip(some, held, strict=True):
                yield record[0], record[1], tuple(values)

    def position(self, row: Row) -> int:
        """1-based position among the rows of the same node and parent."""
        place = (self.return_id, row.parent, row.node)
        known = ordinals.ordinal(self._connection, place, self.step, row.order)
        if known is not None:
            return known
        query = (
            select(func.count())
            .select_from(rows)
            .where(self._place(row.parent, row.node), rows.c.ord < row.order)
        )
        before = self._connection.execute(query).scalar_one()
        if before >= ordinals.LONG:
            self._learn_orders(row.parent, row.node)
        return before + 1

    def _learn_orders(self, parent: int | None, node: str) -> None:
        """Remember where the rows of a long table stand."""
        query = select(rows.c.ord).where(self._place(parent, node)).order_by(rows.c.ord)
        gathered = select(func.json_group_array(query.subquery().c.ord))
        found = self._connection.execute(gathered).scalar_one()
        ordinals.learn(self._connection, (self.return_id, parent, node), self.step, found)

    def typed_origin(self, row_id: int, field: str) -> str | None:
        """The stored origin of one cell (JSON), None where it follows from the row's import."""
        query = select(origins.c.origin).where(
            origins.c.return_id == self.return_id,
            origins.c.row_id == row_id,
            origins.c.field == field,
            origins.c.born <= self.step,
            origins.c.died > self.step,
        )
        return self._connection.execute(query).scalar()

    def typed_origins(self, field: str) -> dict[int, str]:
        """Every stored origin of one field, by row."""
        query = select(origins.c.row_id, origins.c.origin).where(
            origins.c.return_id == self.return_id,
            origins.c.field == field,
            origins.c.born <= self.step,
            origins.c.died > self.step,
        )
        return {int(row[0]): row[1] for row in self._connection.execute(query)}


class StillRows(Rows):
    """The same for reading a whole document, in which nothing changes meanwhile.

    A schema may have many tables below each row of a large one, most of them without any row: only
    those that have some are asked for, with a statement that is made once.
    """

    def __init__(self, connection: Connection, return_id: str, step: int) -> None:
        super().__init__(connection, return_id, step)
        query = select(rows.c.node).where(rows.c.return_id == return_id).distinct()
        self._there = frozenset(connection.execute(query).scalars())

    def all_of(self, node: str) -> Iterator[Row]:
        """Every row of a node, wherever its parents are, by parent and order."""
        if node in self._there:
            yield from super().all_of(node)

    def children(
        self, parent: int | None, node: str | None = None, *, limit: int = -1, offset: int = 0
    ) -> Iterator[Row]:
        """Rows below a row in document order, all or of one node."""
        if parent is None or node is None or limit >= 0 or offset:
            yield from super().children(parent, node, limit=limit, offset=offset)
        elif node in self._there:
            place = {"of": self.return_id, "step": self.step, "parent": parent, "node": node}
            yield from _all(self._connection.execute(_BELOW, place))


_BELOW = (
    select(*_COLUMNS)
    .where(
        rows.c.return_id == bindparam("of"),
        rows.c.born <= bindparam("step"),
        rows.c.died > bindparam("step"),
        rows.c.parent == bindparam("parent"),
        rows.c.node == bindparam("node"),
    )
    .order_by(rows.c.ord)
)


class RowWriter(Rows):
    """The rows of one return while one step is being made; `step` is that step's number."""

    def __init__(self, connection: Connection, return_id: str, step: int) -> None:
        super().__init__(connection, return_id, step)
        self.touched = Touched()
        ordinals.begin_step(connection, return_id, step)

    def forget_redo(self) -> None:
        """Drop what could still be redone: a new edit begins a new branch."""
        for table in (rows, origins):
            mine = table.c.return_id == self.return_id
            self._connection.execute(delete(table).where(mine, table.c.born >= self.step))
            self._connection.execute(
                update(table)
                .where(mine, table.c.died >= self.step, table.c.died != FOREVER)
                .values(died=FOREVER)
            )

    def new_ids(self, count: int) -> int:
        """Reserve row numbers; returns the first."""
        current = self._connection.execute(
            select(counters.c.value).where(counters.c.name == "row")
        ).scalar()
        if current is None:
            current = 1
            self._connection.execute(insert(counters).values(name="row", value=1))
        self._connection.execute(
            update(counters).where(counters.c.name == "row").values(value=current + count)
        )
        return int(current)

    def last_order(self, parent: int | None) -> int:
        """Highest order below a row, 0 when there is none."""
        query = select(func.max(rows.c.ord)).where(self._place(parent, None))
        return self._connection.execute(query).scalar() or 0

    def insert(self, new: Iterable[Row]) -> int:
        """Add rows in batches; returns how many."""
        self._moved()
        count = self._put(self._noted(new))
        self._moved()  # what was learnt of places while they came
        return count

    def _moved(self) -> None:
        """Rows come, go or move: the places that are remembered no longer hold."""
        ordinals.moved(self._connection, self.return_id, self.step)

    def _noted(self, new: Iterable[Row]) -> Iterator[Row]:
        for row in new:
            self.touched.made(row)
            yield row

    def _put(self, new: Iterable[Row]) -> int:
        total = 0
        batch: list[tuple[object, ...]] = []
        for row in new:
            batch.append(self._tuple(row))
            if len(batch) >= 5000:
                total += self._flush(batch)
        return total + self._flush(batch)

    def _tuple(self, row: Row, values: Values | None = None) -> tuple[object, ...]:
        return (
            row.id,
            self.return_id,
            row.parent,
            row.node,
            row.order,
            self.step,
            FOREVER,
            encode(row.values if values is None else values),
            row.source,
            row.source_row,
        )

    def _flush(self, batch: list[tuple[object, ...]]) -> int:
        if not batch:
            return 0
        self._connection.exec_driver_sql(_ADD, list(batch))
        count = len(batch)
        batch.clear()
        return count

    def replace(self, row: Row, values: Values) -> Row:
        """A new version of a row with other values."""
        self.touched.changed(row)
        self._die_alone([row.id])
        fresh = Row(row.id, row.parent, row.node, row.order, values, row.source, row.source_row)
        self._put([fresh])
        return fresh

    def rewrite(self, changes: Iterable[tuple[Row, Values]]) -> int:
        """The same for many rows at once; returns how many.

        A row that this very step has made keeps its version, any other gets a new one.
        """
        found = list(changes)
        mine, now = self.return_id, self.step
        fresh = self._born([row for row, _ in found]) if found else set()
        for start in range(0, len(found), 5000):
            part = found[start : start + 5000]
            for row, _ in part:
                self.touched.changed(row)
            self._many(
                _REVISE,
                [
                    (encode(values), mine, row.id, now, now)
                    for row, values in part
                    if row.id in fresh
                ],
            )
            old = [(row, values) for row, values in part if row.id not in fresh]
            self._many(_RETIRE, [(now, mine, row.id, now, now) for row, _ in old])
            self._many(_ADD, [self._tuple(row, values) for row, values in old])
        return len(found)

    def _born(self, found: list[Row]) -> set[int]:
        """Which rows, or rows of their nodes, have a version that this step has made."""
        few = rows.c.id.in_([row.id for row in found[:LISTED]])
        which = few if len(found) <= LISTED else rows.c.node.in_({row.node for row in found})
        query = select(rows.c.id).where(self._alive(), which, rows.c.born == self.step)
        return set(self._connection.execute(query).scalars())

    def _many(self, statement: str, parameters: list[tuple[object, ...]]) -> None:
        if parameters:
            self._connection.exec_driver_sql(statement, parameters)

    def reorder(self, row: Row, order: int) -> None:
        """A new version of a row at another place among its siblings."""
        self._moved()
        self._die_alone([row.id])
        self._put(
            [Row(row.id, row.parent, row.node, order, row.values, row.source, row.source_row)]
        )

    def room_between(self, before: Row, after: Row) -> int:
        """An order between two neighbours of one table; where there is none, those that follow move up.

        As few move as leave every one `_ELBOW_ROOM`, so that rows put in at one place of a long
        table again and again do not move the whole of it.
        """
        if after.order - before.order > 1:
            return (before.order + after.order) // 2
        crowd, span = self._crowd(before, after)
        step = span // (len(crowd) + 2)
        for number, row in enumerate(crowd, 2):
            self.reorder(row, before.order + number * step)
        return before.order + step

    def _crowd(self, before: Row, after: Row) -> tuple[list[Row], int]:
        """The rows from `after` on that have to move, and the width over which they can spread."""
        crowd: list[Row] = []
        beyond = self._place(after.parent, after.node) & (rows.c.ord >= after.order)
        query = select(*_COLUMNS).where(beyond).order_by(rows.c.ord)
        for record in self._connection.execute(query):
            span = record.ord - before.order
            if span >= (len(crowd) + 2) * _ELBOW_ROOM:
                return crowd, span
            crowd.append(_row(record))
        return crowd, (len(crowd) + 2) * ORDER_STEP

    def remove(self, row: Row) -> int:
        """Remove a row and all below it; returns how many rows that were."""
        for gone in self._with_below(row):
            self.touched.gone(gone)
        return self._die_below(select(literal(row.id).label("id")))

    def _with_below(self, row: Row) -> Iterator[Row]:
        """A row and all below it, for as long as there are few; of more, their nodes are noted."""
        waiting, told = [row], 0
        while waiting:
            current = waiting.pop()
            told += 1
            if told > LISTED:
                self.touched.whole.add(f"{row.node}/")
                return
            yield current
            waiting += self.children(current.id)

    def remove_all(self, ids: Sequence[int]) -> None:
        """Remove many rows at once, each with all below it; their nodes count as touched whole."""
        for start in range(0, len(ids), 500):
            some = func.json_each(json.dumps(list(ids[start : start + 500])))
            self._die_below(select(some.table_valued("value").c.value.label("id")))

    def place(self, orders: Iterable[tuple[int, int]]) -> None:
        """Give rows that this very step has made, by number, other orders."""
        self._moved()
        mine, now = self.return_id, self.step
        self._many(_PLACE, [(order, mine, number, now, now) for number, order in orders])

    def clear(self, parent: int | None, node: str) -> int:
        """Remove every row of a node below a row, with all that stands below them."""
        self.touched.whole.add(node)
        return self._die_below(select(rows.c.id).where(self._place(parent, node)))

    def _die_below(self, which: Select[Any]) -> int:
        self._moved()
        gone = which.cte("gone", recursive=True)
        # SQLite keeps the order of a CROSS JOIN; left to itself it reads the whole return for each row.
        below: Select[Any] = (
            select(literal_column("child.id"))
            .select_from(text("gone CROSS JOIN rows AS child"))
            .where(
                text(
                    "child.return_id = :mine AND child.parent = gone.id"
                    " AND child.born <= :now AND child.died > :now"
                ).bindparams(mine=self.return_id, now=self.step)
            )
        )
        wanted = select(gone.union_all(below).c.id)
        few = list(self._connection.execute(wanted.limit(_FEW + 1)).scalars())
        if len(few) <= _FEW:
            return self._die_alone(few)
        return self._die(rows.c.id.in_(wanted))

    def _die_alone(self, numbers: list[int]) -> int:
        """The same for rows that are known by number."""
        now = self.step
        self._many(_DIE, [(now, self.return_id, number, now, now) for number in numbers])
        return len(numbers)

    def _die(self, which: Any) -> int:
        # A row born in this very step dies in it too, and is then seen at no step at all.
        dead = update(rows).where(self._alive(), which).values(died=self.step)
        return self._connection.execute(dead).rowcount

    def put_origins(self, cells: Iterable[tuple[int, str]], origin: str) -> None:
        """The same origin for many cells that have none of their own."""
        whole = {"return_id": self.return_id, "born": self.step, "died": FOREVER, "origin": origin}
        found = [{**whole, "row_id": row, "field": field} for row, field in cells]
        for start in range(0, len(found), 5000):
            self._connection.execute(insert(origins), found[start : start + 5000])

    def set_origin(self, row_id: int, field: str, origin: str) -> None:
        """Remember where one cell's value comes from."""
        mine = (
            (origins.c.return_id == self.return_id)
            & (origins.c.row_id == row_id)
            & (origins.c.field == field)
        )
        self._connection.execute(
            update(origins).where(mine, origins.c.died > self.step).values(died=self.step)
        )
        self._connection.execute(
            insert(origins).values(
                return_id=self.return_id,
                row_id=row_id,
                field=field,
                born=self.step,
                died=FOREVER,
                origin=origin,
            )
        )
