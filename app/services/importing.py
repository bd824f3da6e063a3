"""Writing what was read from a workbook into a return, within one step."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from app.domain.clock import stamp
from app.domain.layout import table_above
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Node
from app.domain.tree import Row
from app.errors import UserError
from app.excel.binding import BoundColumn, BoundTable, bind
from app.excel.cells import BLOCKING, Flaw
from app.excel.extract import Record, read_table
from app.excel.findings import Notes
from app.excel.profile import Profile
from app.excel.scan import column_name
from app.excel.workbook import Workbook
from app.services.drafts import Editing
from app.services.returns import skeleton
from app.store import imports as store
from app.store.rows import ORDER_STEP
from app.store.workspace import as_json

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
EVERY = 2000
_MANY = -1


class ImportCancelled(UserError):
    """The user stopped the import; nothing was changed."""

    code = "import-cancelled"


@dataclass(slots=True)
class Job:
    """One import while it runs: where it comes from, what is counted, whom to tell."""

    edit: Editing
    book: Workbook
    profile: Profile
    blob: str
    seat: str
    notes: Notes
    progress: Progress | None = None
    cancelled: Stop | None = None
    rows: dict[str, int] = field(default_factory=dict)
    fields: int = 0
    done: int = 0

    def tick(self) -> None:
        """Count a row; now and then tell how far it is and ask whether to stop."""
        self.done += 1
        if self.done % EVERY == 0:
            if self.cancelled is not None and self.cancelled():
                raise ImportCancelled("the import was stopped; nothing was changed")
            if self.progress is not None:
                self.progress(self.done, 0)


def write_tables(job: Job) -> None:
    """Replace every table for which the workbook has rows; parents come before nested tables."""
    specs = sorted(job.profile.tables, key=lambda spec: spec.path.count("/"))
    cleared: set[str] = set()
    tables = [bind(job.edit.schema, job.book, spec, job.profile.conventions) for spec in specs]
    for table in tables:
        more = any(o.sheet == table.sheet and o.first > table.first for o in tables)
        _write_table(job, table, cleared, last_on_sheet=not more)


def _write_table(job: Job, table: BoundTable, cleared: set[str], *, last_on_sheet: bool) -> None:
    node = table.node
    nested = table_above(job.edit.schema, node) is not None
    path = None if nested else node.path
    records = read_table(job.book, table, job.profile, job.notes, path, last_on_sheet=last_on_sheet)
    first = next(records, None)
    if first is None:
        return
    fresh = node.path not in cleared
    if fresh:
        above = table_above(job.edit.schema, node)
        if above is None or above.path not in cleared:
            _clear(job, node)
        cleared.add(node.path)
    writer = _TableWriter(job, table, nested=nested, fresh=fresh)
    count = job.edit.rows.insert(writer.rows(chain([first], records)))
    del count  # rows of the groups inside are among them
    job.rows[node.path] = job.rows.get(node.path, 0) + writer.written


def _clear(job: Job, node: Node) -> None:
    rows, parent = job.edit.rows, job.edit.schema.parent(node)
    assert parent is not None
    for row in list(rows.all_of(parent.path)):
        rows.clear(row.id, node.path)


class _TableWriter:
    """Makes the rows of one table from its records."""

    def __init__(self, job: Job, table: BoundTable, *, nested: bool, fresh: bool) -> None:
        self._job, self._table, self._node = job, table, table.node
        self._plan = _plan(table.node, table.columns)
        self._sources: dict[int, int] = {}
        self._parents = _Parents(job, table) if nested else None
        self._single = None if nested else ensure_group(job.edit, _above(job, table.node)).id
        self._order: dict[int, int] = {}
        self._fresh = fresh
        self._ids = _Ids(job.edit)
        self.written = 0

    def rows(self, records: Iterable[Record]) -> Iterator[Row]:
        """Rows in the order of the sheet, each followed by those of its groups."""
        for record in records:
            self._job.tick()
            parent = self._single
            if self._parents is not None:
                parent = self._parents.of(record)
            if parent is None:
                continue
            self.written += 1
            yield from self._record(record, parent)

    def _record(self, record: Record, parent: int) -> Iterator[Row]:
        source = self._sources.get(record.given)
        if source is None:
            source = self._sources[record.given] = self._add_source(record.given)
        order = self._order[parent] = self._next_order(parent)
        yield from self._group(self._plan, record, parent, order, source)

    def _next_order(self, parent: int) -> int:
        known = self._order.get(parent)
        if known is not None:
            return known + ORDER_STEP
        if self._fresh:
            return ORDER_STEP
        # A table that is filled from several sheets goes on where the sheet before it ended.
        *_, last = (0, *(r.order for r in self._job.edit.rows.children(parent, self._node.path)))
        return last + ORDER_STEP

    def _group(
        self, plan: "_Plan", record: Record, parent: int, order: int, source: int
    ) -> Iterator[Row]:
        values = list(plan.blank)
        for place, index in plan.columns:
            values[index] = record.values[place]
        row_id = self._ids.next()
        yield Row(row_id, parent, plan.node.path, order, tuple(values), source, record.number)
        for number, child in plan.children:
            if child.node.min_occurs or child.filled(record):
                yield from self._group(child, record, row_id, number * ORDER_STEP, source)

    def _add_source(self, given: int) -> int:
        """One record of the import for each combination of columns that the profile supplied."""
        columns: store.Columns = {}
        sheet = self._table.sheet.name
        for bit, column in enumerate(self._table.columns):
            target = column.target
            assert target is not None
            place: dict[str, str | None] = (
                {"kind": "profile", "sheet": None, "column": None}
                if given >> bit & 1 or column.at is None
                else {"kind": "file", "sheet": sheet, "column": column_name(column.at)}
            )
            columns.setdefault(target.node.path, {})[target.field.key] = place
        job = self._job
        return store.add_source(
            job.edit.connection,
            job.edit.record.id,
            job.blob,
            job.book.file,
            job.profile.name,
            columns,
            job.seat,
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a record's values fall into a node and the single groups inside it."""

    node: Node
    columns: tuple[tuple[int, int], ...]
    children: tuple[tuple[int, "_Plan"], ...]
    blank: tuple[str | None, ...]

    def filled(self, record: Record) -> bool:
        """Whether the record has a value for this group or one inside it."""
        return any(record.values[place] is not None for place, _ in self.columns) or any(
            child.filled(record) for _, child in self.children
        )


def _plan(node: Node, columns: tuple[BoundColumn, ...]) -> _Plan:
    mine = tuple(
        (place, column.target.index)
        for place, column in enumerate(columns)
        if column.target is not None and column.target.node.path == node.path
    )
    children = tuple(
        (number, _plan(child, columns))
        for number, child in enumerate(node.children, 1)
        if not child.repeats
    )
    blank = tuple(item.fixed if item.required else None for item in node.fields)
    return _Plan(node, mine, children, blank)


class _Ids:
    """Row numbers, reserved by the thousand."""

    def __init__(self, edit: Editing) -> None:
        self._edit, self._next, self._end = edit, 0, 0

    def next(self) -> int:
        if self._next == self._end:
            self._next = self._edit.rows.new_ids(5000)
            self._end = self._next + 5000
        self._next += 1
        return self._next - 1


def _above(job: Job, node: Node) -> Node:
    parent = job.edit.schema.parent(node)
    assert parent is not None
    return parent


def ensure_group(edit: Editing, node: Node) -> Row:
    """The row of a single group, made with what must stand in it when it is not there."""
    above = edit.schema.parent(node)
    if above is None:
        return edit.rows.root()
    return _ensure_child(edit, ensure_group(edit, above).id, node)


def _ensure_child(edit: Editing, parent: int, node: Node) -> Row:
    found = next(edit.rows.children(parent, node.path, limit=1), None)
    if found is not None:
        return found
    above = edit.schema.parent(node)
    assert above is not None
    order = (above.children.index(node) + 1) * ORDER_STEP
    fresh = skeleton(edit.rows, node, parent, order)
    edit.rows.insert(fresh)
    return fresh[0]


class _Parents:
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
                self._groups[place] = _ensure_child(self._job.edit, found, node).id
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
        positions: dict[int | None, int] = {}
        for row in list(self._job.edit.rows.all_of(self._above.path)):
            positions[row.parent] = positions.get(row.parent, 0) + 1
            key = tuple(self._key_part(c, row, positions[row.parent]) for c in self._table.parents)
            index[key] = _MANY if key in index else row.id
        return index

    def _key_part(self, column: BoundColumn, row: Row, position: int) -> str | None:
        if column.target is None:
            return str(position)
        node, current = column.target.node, row
        while current.node != node.path:
            assert current.parent is not None
            above = self._job.edit.rows.get(current.parent)
            assert above is not None
            current = above
        return current.values[column.target.index]

    def _note(self, record: Record, found: int | None) -> None:
        key = ", ".join(str(part) for part in record.parents)
        which = f"“{key}”" if key else "of the same row"
        what = "more than one" if found == _MANY else "no"
        at = next((c.at for c in self._table.parents if c.at is not None), None)
        cell = f"{column_name(at)}{record.number}" if at is not None else None
        message = f"there is {what} {self._above.name} {which} for this row"
        flaw = Flaw("ROW-PARENT", BLOCKING, message)
        self._job.notes.add(flaw, self._table.sheet.name, cell, self._table.node.path)


def write_field(job: Job, node: Node, key: str, text: str, place: Mapping[str, str | None]) -> bool:
    """Set one field outside the tables with its origin; False when it held that value already."""
    row = ensure_group(job.edit, node)
    index = node.index[key]
    if row.values[index] == text:
        return False
    values = (*row.values[:index], text, *row.values[index + 1 :])
    job.edit.rows.replace(row, values)
    origin = Origin(
        OriginKind(place["kind"] or "file"),
        job.book.file,
        place.get("sheet"),
        place.get("cell"),
        job.seat,
        stamp(),
    )
    job.edit.rows.set_origin(row.id, key, as_json(origin.as_dict()))
    job.fields += 1
    return True
