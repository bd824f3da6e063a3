"""After a workbook was written into a step: what the user does not take becomes again what it was.

A row that is left out keeps its number, its values, what stands below it and where each value came
from. In a table of which anything is left out the order is that of the return; new rows follow the
row after which they stand in the file. With nothing left out the order is that of the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.schema import TEXT_KEY, Node
from app.domain.tree import Row
from app.services.difference import Below, Comparison, pairs
from app.services.importjob import Job
from app.services.origins import Origins
from app.services.rejections import ImportStale, Left, Rejections, RejectionUnknown, table_of
from app.store import imports as store
from app.store.rows import ORDER_STEP, Rows
from app.store.workspace import as_json


def leave_out(job: Job, rejected: Rejections) -> None:
    """Put back what is left out of an import that was written into the job's step; `job.left` tells."""
    if rejected.seen not in (None, (job.blob, job.edit.record.head)):
        raise ImportStale(
            "the workbook or the return has changed since it was looked at; look at the import again"
        )
    assert job.left is not None
    _Merge(job, rejected, job.left).run()
    unknown = sorted((rejected.rows | rejected.kept | rejected.values) - job.left.used)
    if unknown and not rejected.only:
        raise RejectionUnknown(
            f"the workbook changes nothing at “{unknown[0]}”; the dry run lists what it changes"
        )


def field_left(job: Job, rejected: Rejections | None, path: str) -> bool:
    """Whether a field outside the tables is left as it is; then it is not written at all."""
    if rejected is None or (path in rejected.rows) == rejected.only:
        return False
    assert job.left is not None
    job.left.used.add(path)
    return True


@dataclass(frozen=True, slots=True)
class _Item:
    """One row of a table as it will be: a row of the file, or (`back`) the one that stood there."""

    row: Row
    back: bool


class _Merge:
    def __init__(self, job: Job, rejected: Rejections, left: Left) -> None:
        self._job, self._rejected, self._left = job, rejected, left
        self._schema = job.edit.schema
        connection, record = job.edit.connection, job.edit.record
        self._rows_before = Rows(connection, record.id, record.head)
        self._before, self._after = Below(self._rows_before), Below(job.edit.rows)
        self._comparison = Comparison(self._schema, self._rows_before, job.edit.rows)
        self._origins = Origins(connection, self._schema, self._rows_before)
        named = rejected.rows | rejected.kept | rejected.values
        self._named = {table_of(path) for path in named}
        self._sheets: dict[int, frozenset[str]] = {}
        self._gone: list[int] = []
        self._back: list[Row] = []
        self._orders: list[tuple[int, int]] = []

    def run(self) -> None:
        """Look at both states first, then write."""
        self._inside(self._schema.root, self._before.root(), self._after.root(), "")
        rows = self._job.edit.rows
        rows.remove_all(self._gone)
        rows.insert(self._back)
        rows.place(self._orders)

    def _inside(self, node: Node, old: Row, new: Row, path: str) -> None:
        """Everything below a pair of rows of which the file's is taken."""
        for child in node.children:
            place = f"{path}/{child.name}".lstrip("/")
            if child.repeats:
                if self._concerned(child):
                    self._table(child, old, new, place)
                continue
            left, right = self._before.only(old, child), self._after.only(new, child)
            if left is not None and right is not None:
                self._values(child, left, right, place)
                self._inside(child, left, right, place)
            elif "[" in place and (left or right) is not None:
                self._group(child, left, right, new, place)

    def _concerned(self, node: Node) -> bool:
        """Whether anything is left out of a table or of what stands inside its rows."""
        if self._rejected.only:
            inside = f"{node.path}/"
            return self._job.replaced(node.path) or any(
                path.startswith(inside) for path in self._job.rows
            )
        return any(f"{path}/".startswith(f"{node.path}/") for path in self._named)

    def _table(self, node: Node, old: Row, new: Row, path: str) -> None:
        olds, news = list(self._before.of(old, node)), list(self._after.of(new, node))
        replaced = self._job.replaced(node.path)
        taken: dict[int, _Item | None] = {}  # what becomes of each old row, by its number
        fresh: dict[int | None, list[Row]] = {}  # new rows by the old row that they follow
        anchor: int | None = None
        any_left = False
        for (left, right), position in pairs(self._schema, node, olds, news):
            place = f"{path}[{position}]"
            if replaced and self._is_left(node, place, gone=right is None):
                any_left = True
                self._leave(node, left, right, place)
                if left is not None:
                    taken[left.id], anchor = _Item(left, back=True), left.id
                continue
            if left is None and right is not None:
                fresh.setdefault(anchor, []).append(right)
            elif left is not None and right is not None:
                taken[left.id], anchor = _Item(right, back=False), left.id
                self._values(node, left, right, place)
                self._inside(node, left, right, place)
        if any_left:
            self._order(new, [*self._sequence(olds, taken, fresh)])

    @staticmethod
    def _sequence(
        olds: list[Row], taken: dict[int, _Item | None], fresh: dict[int | None, list[Row]]
    ) -> Iterator[_Item]:
        yield from (_Item(row, back=False) for row in fresh.get(None, ()))
        for old in olds:
            item = taken.get(old.id)
            if item is not None:
                yield item
            yield from (_Item(row, back=False) for row in fresh.get(old.id, ()))

    def _order(self, parent: Row, items: list[_Item]) -> None:
        for number, item in enumerate(items, 1):
            order, row = number * ORDER_STEP, item.row
            if not item.back:
                self._orders.append((row.id, order))
                continue
            self._back.append(
                Row(row.id, parent.id, row.node, order, row.values, row.source, row.source_row)
            )
            self._back += self._below(row)

    def _below(self, row: Row) -> Iterator[Row]:
        """All that stood below a row, as it was."""
        for child in self._schema.node(row.node).children:
            for below in self._before.of(row, child):
                yield below
                yield from self._below(below)

    def _is_left(self, node: Node, place: str, *, gone: bool) -> bool:
        named = self._rejected.kept if gone else self._rejected.rows
        found = {place, node.path} & named
        self._left.used |= found
        return bool(found) != self._rejected.only

    def _leave(self, node: Node, left: Row | None, right: Row | None, place: str) -> None:
        if right is not None:
            self._gone.append(right.id)
            self._left.blocking += self._blocking(right)
        if left is None or right is None or self._comparison.differs(node, left, right):
            self._left.row(node.path, place)
        if left is not None:
            self._left.spared.add(left.id)
            self._left.spared |= {row.id for row in self._below(left)}

    def _blocking(self, row: Row) -> int:
        """Blocking findings of a row that is left out, with those of the rows below it."""
        noted = self._job.notes.by_row
        if not noted:
            return 0
        total = 0
        if row.source is not None and row.source_row is not None:
            for sheet in self._sheets_of(row.source):
                total += noted.pop((row.node, sheet, row.source_row), 0)
        for child in self._schema.node(row.node).children:
            total += sum(self._blocking(below) for below in self._after.of(row, child))
        return total

    def _sheets_of(self, number: int) -> frozenset[str]:
        if number not in self._sheets:
            columns = store.get_source(self._job.edit.connection, number).columns
            places = (place for fields in columns.values() for place in fields.values())
            named = {place.get("sheet") for place in places}
            self._sheets[number] = frozenset(sheet for sheet in named if sheet)
        return self._sheets[number]

    def _values(self, node: Node, left: Row, right: Row, path: str) -> None:
        """Single values of a row that is taken."""
        if "[" not in path or not self._rejected.values:
            return
        values = list(right.values)
        for index, item in enumerate(node.fields):
            place = path if item.key == TEXT_KEY else f"{path}/{item.key}"
            if place not in self._rejected.values:
                continue
            self._left.used.add(place)
            if values[index] == left.values[index]:
                continue
            values[index] = left.values[index]
            self._left.value(place)
            self._keep_origin(left, right.id, item.key)
        if tuple(values) != right.values:
            self._job.edit.rows.rewrite([(right, tuple(values))])

    def _keep_origin(self, left: Row, number: int, key: str) -> None:
        """The value goes on saying where it came from; one that is empty comes from nowhere."""
        origin = self._origins.of(left, key)
        if origin is not None:
            self._job.edit.rows.set_origin(number, key, as_json(origin.as_dict()))

    def _group(
        self, node: Node, left: Row | None, right: Row | None, parent: Row, path: str
    ) -> None:
        """A group of a row that only one of the two states has."""
        rows = self._job.edit.rows
        keys = [
            (index, item.key, f"{path}/{item.key}")
            for index, item in enumerate(node.fields)
            if f"{path}/{item.key}" in self._rejected.values
        ]
        self._left.used |= {place for _, _, place in keys}
        if left is not None:
            kept = [entry for entry in keys if left.values[entry[0]] is not None]
            if not kept:
                return
            values: list[str | None] = [None] * len(node.fields)
            number = rows.new_ids(1)
            for index, key, place in kept:
                values[index] = left.values[index]
                self._left.value(place)
                self._keep_origin(left, number, key)
            rows.insert([Row(number, parent.id, node.path, left.order, tuple(values))])
        elif right is not None:
            lost = [entry for entry in keys if right.values[entry[0]] is not None]
            values = list(right.values)
            for index, _, place in lost:
                values[index] = None
                self._left.value(place)
            if lost and not (any(values) or node.children or node.min_occurs):
                self._gone.append(right.id)
            elif lost:
                rows.rewrite([(right, tuple(values))])
