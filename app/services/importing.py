"""Writing what was read from a workbook into a return, within one step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from app.domain.clock import stamp
from app.domain.layout import POSITION, table_above
from app.domain.origin import Origin, OriginKind
from app.domain.schema import Node
from app.domain.tree import Row, Values
from app.excel.binding import BoundTable, bind
from app.excel.extract import Record, read_table
from app.excel.flaws import BLOCKING, EXPLAIN, Flaw
from app.excel.scan import column_name
from app.excel.template import mark_of
from app.services.drafts import Editing
from app.services.groups import ensure_group, ensure_holder
from app.services.importjob import Job
from app.services.importparents import Parents
from app.services.overrides import Overrides
from app.store import imports as store
from app.store.rows import ORDER_STEP
from app.store.workspace import as_json


def write_tables(job: Job) -> None:
    """Replace every table for which the workbook has rows; parents come before nested tables."""
    specs = sorted(job.profile.tables, key=lambda spec: spec.path.count("/"))
    cleared: set[str] = set()
    tables = [bind(job.edit.schema, job.book, spec, job.profile.conventions) for spec in specs]
    for table in tables:
        more = any(o.sheet == table.sheet and o.first > table.first for o in tables)
        _write_table(job, table, cleared, last_on_sheet=not more)
    if job.profile.template:
        for table in tables:
            _note_order(job, table)


def _note_order(job: Job, table: BoundTable) -> None:
    """Say where rows of several elements stand in any order, which sheets of their own cannot tell."""
    node, rows = table.node, job.edit.rows
    above = job.edit.schema.parent(node)
    run = next((run for run in above.runs if node.name in run), ()) if above is not None else ()
    if above is None or len(run) < 2 or node.path not in job.rows:
        return
    mine = {row.parent for row in rows.all_of(node.path)}
    others = [above.by_name[name] for name in run if name != node.name and name in above.by_name]
    beside = [o.name for o in others if any(row.parent in mine for row in rows.all_of(o.path))]
    if beside:
        message = (
            f"the document may mix {node.name} with {', '.join(beside)} in any order, which a workbook"
            " does not tell; look at their order in the return"
        )
        flaw = Flaw("ORDER-UNKNOWN", EXPLAIN, message)
        cell = f"A{table.first + 1}"
        job.notes.add(flaw, table.sheet.name, cell, node.path)


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
    job.edit.rows.insert(writer.rows(chain([first], records)))
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
        self._plan = _plan(table.node, table)
        marks = [mark.name for mark in table.marks]
        self._position = marks.index(POSITION) if POSITION in marks else None
        self._counts: dict[int, int] = {}
        self._sources: dict[tuple[int, int], int] = {}
        self._formulas = [
            bit
            for bit, column in enumerate(table.columns)
            if column.target is not None
            and (column.target.node.path, column.target.field.key) in job.edit.pack.computed_targets
        ]
        self._parents = Parents(job, table) if nested else None
        self._single = None if nested else ensure_holder(job.edit, table.node).id
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
            if self._position is not None:
                self._check_position(record, parent, self._position)
            yield from self._record(record, parent)

    def _check_position(self, record: Record, parent: int, mark: int) -> None:
        """Rows below name this one by its number, so that it must be the number that it bears."""
        count = self._counts[parent] = self._counts.get(parent, 0) + 1
        said = record.marks[mark]
        if said is None or int(said) == count:
            return
        message = (
            f"the row is numbered {said} and is number {count}; number the rows in their order"
        )
        sheet, at = self._table.sheet.name, self._table.marks[mark].at
        assert at is not None
        cell = f"{column_name(at)}{record.number}"
        flaw = Flaw("ROW-POSITION", BLOCKING, message)
        row = (self._node.path, sheet, record.number)
        self._job.notes.add(flaw, sheet, cell, self._node.path, row=row)

    def _record(self, record: Record, parent: int) -> Iterator[Row]:
        # A blank cell of a computed field brings nothing: its value is the formula's, not the file's.
        blank = 0
        for bit in self._formulas:
            if record.values[bit] is None:
                blank |= 1 << bit
        which = record.given, blank
        source = self._sources.get(which)
        if source is None:
            source = self._sources[which] = self._add_source(*which)
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
        row_id = self._ids.next()
        values = plan.pick(record.values)
        yield Row(row_id, parent, plan.node.path, order, values, source, record.number)
        for number, child in plan.children:
            if child.node.min_occurs or child.filled(record):
                yield from self._group(child, record, row_id, number * ORDER_STEP, source)

    def _add_source(self, given: int, blank: int) -> int:
        """One record of the import for each combination of columns that the profile supplied."""
        columns: store.Columns = {}
        sheet = self._table.sheet.name
        for bit, column in enumerate(self._table.columns):
            target = column.target
            assert target is not None
            if blank >> bit & 1:
                continue
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
    places: tuple[int, ...]
    mark: int | None = None

    def pick(self, read: Values) -> Values:
        """The row's values: those that were read, and what always stands where none is."""
        known = (*read, *self.blank)
        return tuple([known[at] for at in self.places])

    def filled(self, record: Record) -> bool:
        """Whether the record has a value for this group or one inside it, or says that it is there."""
        if self.mark is not None and record.marks[self.mark]:
            return True
        return any(record.values[place] is not None for place, _ in self.columns) or any(
            child.filled(record) for _, child in self.children
        )


def _plan(node: Node, table: BoundTable) -> _Plan:
    columns = table.columns
    mine = tuple(
        (place, column.target.index)
        for place, column in enumerate(columns)
        if column.target is not None and column.target.node.path == node.path
    )
    children = tuple(
        (number, _plan(child, table))
        for number, child in enumerate(node.children, 1)
        if not child.repeats
    )
    blank = tuple(item.fixed if item.required else None for item in node.fields)
    places = [len(columns) + index for index in range(len(blank))]
    for place, index in mine:
        places[index] = place
    name = mark_of(node.path.removeprefix(f"{table.node.path}/"))
    mark = next((at for at, item in enumerate(table.marks) if item.name == name), None)
    return _Plan(node, mine, children, blank, tuple(places), mark)


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


def write_field(job: Job, node: Node, key: str, text: str, place: Mapping[str, str | None]) -> bool:
    """Set one field outside the tables with its origin; False when it held that value already."""
    row = ensure_group(job.edit, node)
    index = node.index[key]
    if row.values[index] == text and not _is_formulas(job, row, key):
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


def write_group(job: Job, node: Node) -> bool:
    """Make a single group that is there without any value; False when it was there already."""
    if next(job.edit.rows.all_of(node.path), None) is not None:
        return False
    ensure_group(job.edit, node)
    job.fields += 1
    return True


def _is_formulas(job: Job, row: Row, key: str) -> bool:
    """Whether the value that stands there is only computed, so that the file's is another fact."""
    if (row.node, key) not in job.edit.pack.computed_targets:
        return False
    value = row.values[job.edit.schema.node(row.node).index[key]]
    return not Overrides(job.edit.connection, job.edit.rows).given(row, key, value)
