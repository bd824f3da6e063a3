"""Reading a bound table row by row: every cell becomes a value or a finding with its address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.layout import POSITION
from app.domain.values import forbidden_character
from app.excel.binding import BoundColumn, BoundTable
from app.excel.columnwise import Columnwise
from app.excel.dates import no_such_moment
from app.excel.findings import Notes
from app.excel.flaws import BLOCKING, EXPLAIN, INFORMATION, Flaw
from app.excel.numbers import cell_text
from app.excel.profile import CATCH_ALL, Profile
from app.excel.scan import LongNumber, Scan, address_of
from app.excel.styles import PERCENT
from app.excel.unread import Unread
from app.excel.workbook import Value, Workbook

AT_ONCE = 500
"""Rows that are read column by column."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row read: its 1-based number on the sheet, its values in the order of the bound columns.

    `given` has a bit for every column whose value the profile supplied instead of the cell.
    """

    number: int
    values: tuple[str | None, ...]
    given: int
    parents: tuple[str | None, ...]
    marks: tuple[str | None, ...] = ()


def read_table(
    book: Workbook,
    table: BoundTable,
    profile: Profile,
    notes: Notes,
    path: str | None = None,
    *,
    last_on_sheet: bool = True,
) -> Iterator[Record]:
    """The records of a table, streaming.

    `path` is the table's place when it is nested in no other. When a blank row ends the last table
    of a sheet, rows below it are noted: nobody reads them.
    """
    return _TableReader(book, table, profile, notes, path, last_on_sheet=last_on_sheet).records()


class _TableReader:
    def __init__(
        self,
        book: Workbook,
        table: BoundTable,
        profile: Profile,
        notes: Notes,
        path: str | None,
        *,
        last_on_sheet: bool,
    ) -> None:
        self._last_on_sheet = last_on_sheet
        self._book, self._table, self._notes, self._path = book, table, notes, path
        self._empty = profile.conventions.empty
        self._template = profile.template
        self._unread = Unread(table) if profile.template else None
        self._scan = book.scan(table.sheet)
        self._odd = self._scan.odd_rows
        self._columnwise = Columnwise(
            (*table.columns, *table.parents, *table.marks), self._empty, self._take_plain
        )
        self._count = 0
        self._at = 0

    def records(self) -> Iterator[Record]:
        table, places = self._table, sorted(self._table.places)
        self._frame()
        waiting: list[tuple[int, list[Value]]] = []
        lines = self._book.rows(table.sheet)
        for number, cells in lines:
            if self._unread is not None and number == 0:
                self._unread.head(cells)
            if number < table.first:
                continue
            if self._unread is not None:
                self._unread.look(number, cells)
            if table.last is not None and number > table.last:
                break
            odd = number in self._odd
            if not odd and _blank(cells, places):
                if table.spec.ends_blank and not any(cell != "" for cell in cells):
                    yield from self._several(waiting)
                    self._note_below(lines)
                    break
                continue
            if odd or number in self._scan.hidden_rows:
                yield from self._several(waiting)
                yield from self._one_by_one([(number, cells)])
                continue
            waiting.append((number, cells))
            if len(waiting) >= AT_ONCE:
                yield from self._several(waiting)
        yield from self._several(waiting)
        self._after()

    def _several(self, waiting: list[tuple[int, list[Value]]]) -> Iterator[Record]:
        """The records of some rows without anything odd, which are then no longer waiting."""
        rows, waiting[:] = waiting[:], []
        if self._columnwise.able:
            if self._table.filters:
                rows = [(number, cells) for number, cells in rows if self._wanted_at(number, cells)]
            yield from self._records_of(rows)
            return
        yield from self._one_by_one(rows)

    def _one_by_one(self, rows: list[tuple[int, list[Value]]]) -> Iterator[Record]:
        for number, cells in rows:
            if self._wanted_at(number, cells):
                self._count += 1
                record = self._record(number, cells)
                if record is not None:
                    yield record

    def _records_of(self, rows: list[tuple[int, list[Value]]]) -> Iterator[Record]:
        """The same as one by one; flaws are noted in the order of the rows."""
        table = self._table
        bound = (*table.columns, *table.parents, *table.marks)
        taken = self._columnwise.read([cells for _, cells in rows])
        flawed = [(at, column) for at, column in enumerate(bound) if taken[at].flawed]
        supplied = [
            (1 << bit, given)
            for bit in range(len(table.columns))
            if (given := taken[bit].supplied) is not None
        ]
        width, above, more = len(table.columns), len(table.parents), len(bound) > len(table.columns)
        for place, read in enumerate(zip(*(column.values for column in taken), strict=True)):
            self._at, self._count = rows[place][0], self._count + 1
            values = self._without_flaws(read, flawed) if flawed else read
            bits = sum(bit for bit, given in supplied if given[place]) if supplied else 0
            mine, rest = (values[:width], values[width:]) if more else (values, ())
            parents, marks = (rest[:above], rest[above:]) if more else (rest, rest)
            if not bits and mine.count(None) == width and not any(marks):
                self._drop(parents)
                continue
            yield Record(self._at + 1, mine, bits, parents, marks)

    def _without_flaws(
        self, read: tuple[str | Flaw | None, ...], flawed: list[tuple[int, BoundColumn]]
    ) -> tuple[str | None, ...]:
        values = list(read)
        for at, column in flawed:
            value = values[at]
            if isinstance(value, Flaw):
                self._note(value, column)
                values[at] = value.text
        return tuple(values)  # type: ignore[arg-type]

    def _wanted_at(self, number: int, cells: list[Value]) -> bool:
        self._at = number
        return self._wanted(cells)

    def _note_below(self, lines: Iterator[tuple[int, list[Value]]]) -> None:
        below = (number for number, cells in lines if any(cell != "" for cell in cells))
        number = next(below, None) if self._last_on_sheet else None
        if number is not None:
            message = "a blank row ended the table; what stands from here on is not read"
            sheet, cell = self._table.sheet.name, f"{number + 1}"
            self._notes.add(Flaw("ROWS-BELOW", EXPLAIN, message), sheet, cell)

    def _wanted(self, cells: list[Value]) -> bool:
        for item in self._table.filters:
            error = self._scan.errors.get((self._at, item.at))
            if error is not None:
                flaw = Flaw("CELL-ERROR", BLOCKING, f"the cell shows the error {error}")
                self._notes.add(flaw, self._table.sheet.name, address_of(self._at, item.at))
            text = cell_text(cells[item.at]) if item.at < len(cells) else ""
            if (text in item.texts) is not item.keep:
                return False
        return True

    def _record(self, number: int, cells: list[Value]) -> Record | None:
        given, values = 0, []
        for bit, column in enumerate(self._table.columns):
            value, supplied = self._value(column, number, cells)
            values.append(value)
            given |= supplied << bit
        parents = tuple(self._value(column, number, cells)[0] for column in self._table.parents)
        marks = tuple(self._value(column, number, cells)[0] for column in self._table.marks)
        if all(v is None for v in values) and not given and not any(marks):
            self._drop(parents)
            return None
        if number in self._scan.hidden_rows:
            self._note(
                Flaw("ROW-HIDDEN", EXPLAIN, "the row is hidden and is read all the same"), None
            )
        return Record(number + 1, tuple(values), given, parents, marks)

    def _drop(self, parents: tuple[str | None, ...]) -> None:
        """A row without any value is not read; of one that names the row above, that is said."""
        self._count -= 1
        named = [c.at for c, text in zip(self._table.parents, parents, strict=True) if text]
        if self._template and named and named[0] is not None:
            message = (
                "the row names the row to which it belongs and has no value, so it is not read"
            )
            cell = address_of(self._at, named[0])
            path = self._table.node.path
            flaw = Flaw(
                "ROW-EMPTY",
                EXPLAIN,
                f"{message}; number it below “{path}/{POSITION}”, or delete it",
            )
            self._notes.add(flaw, self._table.sheet.name, cell, path)

    def _value(
        self, column: BoundColumn, number: int, cells: list[Value]
    ) -> tuple[str | None, bool]:
        source = column.source
        if column.at is None:
            return running(source.running, self._count) if source.running else source.constant, True
        value = cells[column.at] if column.at < len(cells) else ""
        long = None
        if number in self._odd:
            place = (number, column.at)
            flaw = cell_flaw(self._scan, place, value)
            if flaw is not None:
                self._note(flaw, column)
                if flaw.severity is BLOCKING:
                    return None, False
            long = self._scan.numbers.get(place)
        return self._taken(column, value, long)

    def _take_plain(self, column: BoundColumn, value: Value) -> tuple[str | Flaw | None, bool]:
        """A cell of which the scan has nothing to say."""
        return take(column, value, None, self._empty)

    def _taken(
        self, column: BoundColumn, value: Value, long: LongNumber | None
    ) -> tuple[str | None, bool]:
        reading, given = take(column, value, long, self._empty)
        if not isinstance(reading, Flaw):
            return reading, given
        self._note(reading, column)
        return reading.text, given

    def _note(self, flaw: Flaw, column: BoundColumn | None) -> None:
        at = column.at if column else None
        cell = address_of(self._at, at) if at is not None else str(self._at + 1)
        path = f"{self._path}[{self._count}]" if self._path else None
        if path and column is not None:
            path = f"{path}/{column.name}"
        label = column.label if column else ""
        sheet = self._table.sheet.name
        row = (self._table.node.path, sheet, self._at + 1)
        self._notes.add(flaw, sheet, cell, path, label, row)

    def _frame(self) -> None:
        """What is odd about the sheet itself."""
        name, scan, table = self._table.sheet.name, self._scan, self._table
        if table.sheet.hidden:
            self._notes.add(
                Flaw("SHEET-HIDDEN", EXPLAIN, "the sheet is hidden and is read all the same"), name
            )
        for at in sorted(table.places & scan.hidden_columns):
            cell = address_of(table.first, at)
            self._notes.add(
                Flaw("COLUMN-HIDDEN", EXPLAIN, "the column is hidden and is read all the same"),
                name,
                cell,
            )
        for (top, left), (bottom, right) in scan.merged:
            inside = bottom >= table.first and (table.last is None or top <= table.last)
            if inside and any(left <= at <= right for at in table.places):
                area = f"{address_of(top, left)}:{address_of(bottom, right)}"
                self._notes.add(
                    Flaw(
                        "CELL-MERGED",
                        BLOCKING,
                        f"the cells {area} are merged, so that only the first has a value; unmerge them",
                    ),
                    name,
                    address_of(top, left),
                )

    def _after(self) -> None:
        if self._unread is not None:
            self._unread.note(self._notes)
        if self._count == 0 and not self._template:
            self._notes.add(
                Flaw(
                    "TABLE-EMPTY",
                    INFORMATION,
                    f"no row was found for {self._table.spec.path}; it stays as it is",
                ),
                self._table.sheet.name,
                path=self._table.spec.path,
            )


def _blank(cells: list[Value], places: list[int]) -> bool:
    """Whether none of the places (all, where there are none) holds anything."""
    width = len(cells)
    return not any(at < width and cells[at] != "" for at in places or range(width))


def cell_flaw(scan: Scan, place: tuple[int, int], value: Value) -> Flaw | None:
    """What the fast reader hid about a cell that it gave as `value`."""
    if place in scan.errors:
        return Flaw("CELL-ERROR", BLOCKING, f"the cell shows the error {scan.errors[place]}")
    if place in scan.uncalculated:
        return Flaw(
            "CELL-FORMULA-EMPTY",
            BLOCKING,
            "the formula has no stored result; open the workbook in Excel, calculate and save it",
        )
    long = scan.numbers.get(place)
    moment = no_such_moment(value, long.raw if long else scan.serials.get(place, ""))
    if moment is not None:
        return moment
    what = scan.disguised.get(place)
    if what == PERCENT:
        return Flaw(
            "CELL-PERCENT",
            EXPLAIN,
            "the cell is shown as a percentage; its stored value is read (98% is 0.98)",
        )
    if what is not None:
        return Flaw(
            "CELL-ZEROS",
            EXPLAIN,
            "the cell shows zeros in front that are not part of its value; format it as text if they matter",
        )
    return None


def take(
    column: BoundColumn, value: Value, long: LongNumber | None, empty: frozenset[str]
) -> tuple[str | Flaw | None, bool]:
    """A cell through the column's map, default and type; whether the profile supplied the value."""
    source = column.source
    if type(value) is str:
        if not value and source.values is None:
            return source.default, source.default is not None
        if not value.isprintable() and (bad := forbidden_character(value)):
            return _unfit(bad), False
    if empty or source.values is not None:
        text = cell_text(value, long)
        if text in empty:
            value = text = ""
        if source.values is not None and (text or "" in source.values):
            return _mapped(source.values, text)
    reading = column.convert(value, long) if value != "" else None
    if reading is None and source.default is not None:
        return source.default, True
    return reading, False


def _unfit(character: str) -> Flaw:
    """Many such characters cannot be seen, so that nobody would miss them before signing."""
    message = f"the cell holds the character {character}, which a return cannot carry; delete it"
    return Flaw("CELL-CHARACTER", BLOCKING, message)


def _mapped(values: Mapping[str, str], text: str) -> tuple[str | Flaw | None, bool]:
    """A text through a value map. What stands for an empty cell, or for any text, is the profile's."""
    if text in values:
        return values[text] or None, not text
    if CATCH_ALL in values:
        return values[CATCH_ALL] or None, True
    known = ", ".join(f"“{key}”" for key in list(values)[:8])
    message = f"“{text}” is not in the profile's map ({known})"
    return Flaw("VALUE-UNMAPPED", BLOCKING, message), False


_ZEROS = re.compile("0+")


def running(pattern: str, number: int) -> str:
    """`W-0000` and 7 make `W-0007`."""
    return _ZEROS.sub(lambda zeros: str(number).zfill(len(zeros[0])), pattern, count=1)
