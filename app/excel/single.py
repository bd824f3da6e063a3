"""Fields outside the tables, each from a cell of its own or from the profile."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.layout import Column, columns_of, groups_in
from app.domain.schema import Node, Schema
from app.excel.binding import BoundColumn, LayoutMismatch
from app.excel.cells import converter
from app.excel.extract import cell_flaw, take
from app.excel.findings import Notes
from app.excel.flaws import BLOCKING, EXPLAIN, Flaw
from app.excel.marks import mark_converter
from app.excel.profile import FieldSpec, Profile, ProfileError
from app.excel.scan import Cell, address_of, cell_at
from app.excel.template import mark_of
from app.excel.workbook import SheetInfo, Value, Workbook


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field's value and where it came from, as origins are stored."""

    column: Column
    text: str
    place: dict[str, str | None]


def read_fields(
    schema: Schema, book: Workbook, profile: Profile, notes: Notes
) -> Iterator[FieldValue]:
    """Values of the profile's single fields; an empty cell says nothing and is left out."""
    known = {column.path: column for column in columns_of(schema.root)}
    by_sheet: dict[str, list[tuple[FieldSpec, Column]]] = {}
    for spec in profile.fields:
        column = known.get(spec.path)
        if column is None:
            raise ProfileError(f"{spec.where}: the return has no single field “{spec.path}”")
        if not spec.source.from_file:
            if spec.source.constant:
                place = {"kind": "profile", "sheet": None, "cell": None}
                yield FieldValue(column, spec.source.constant, place)
            continue
        by_sheet.setdefault(sheet_of(book, spec).name, []).append((spec, column))
    for name, specs in by_sheet.items():
        sheet = book.sheet(name)
        assert sheet is not None
        yield from _read_sheet(book, sheet, specs, profile, notes)


def read_groups(schema: Schema, book: Workbook, profile: Profile, notes: Notes) -> Iterator[Node]:
    """The single groups of which a template says that they are there, though they hold nothing."""
    known = {mark_of(path): node for path, node in groups_in(schema.root)}
    for spec in profile.groups:
        node = known.get(spec.path)
        if node is None:
            raise ProfileError(f"{spec.where}: the return has no part “{spec.path}”")
        sheet, (row, at) = sheet_of(book, spec), _cell(spec)
        value = _values(book, sheet, {(row, at)}).get((row, at), "")
        flaw = cell_flaw(book.scan(sheet), (row, at), value)
        reading = mark_converter(spec.path)(value, None) if flaw is None else flaw
        if isinstance(reading, Flaw):
            notes.add(reading, sheet.name, address_of(row, at), node.path, node.label("en"))
        elif reading is not None:
            yield node


def sheet_of(book: Workbook, spec: FieldSpec) -> SheetInfo:
    """The first of the named sheets that is there; a `LayoutMismatch` where none is."""
    for name in spec.sheets:
        if (sheet := book.sheet(name)) is not None:
            return sheet
    raise LayoutMismatch(
        f"{spec.where}: there is no sheet “{' or '.join(spec.sheets)}”", file=book.file
    )


def _read_sheet(
    book: Workbook,
    sheet: SheetInfo,
    specs: list[tuple[FieldSpec, Column]],
    profile: Profile,
    notes: Notes,
) -> Iterator[FieldValue]:
    places = {spec.path: _cell(spec) for spec, _ in specs}
    values = _values(book, sheet, set(places.values()))
    scan = book.scan(sheet)
    if sheet.hidden:
        notes.add(
            Flaw("SHEET-HIDDEN", EXPLAIN, "the sheet is hidden and is read all the same"),
            sheet.name,
        )
    for spec, column in specs:
        row, at = place = places[spec.path]
        cell, label = address_of(row, at), column.field.label("en")
        hidden = cell_flaw(scan, place, values.get(place, ""))
        if hidden is not None:
            notes.add(hidden, sheet.name, cell, spec.path, label)
            if hidden.severity is BLOCKING:
                continue
        bound = BoundColumn(
            column.key, spec.source, at, converter(column.field, profile.conventions), label, column
        )
        reading, given = take(
            bound, values.get(place, ""), scan.numbers.get(place), profile.conventions.empty
        )
        if isinstance(reading, Flaw):
            notes.add(reading, sheet.name, cell, spec.path, label)
            reading = reading.text
        if reading is not None:
            kind = "profile" if given else "file"
            where = {"sheet": None, "cell": None} if given else {"sheet": sheet.name, "cell": cell}
            yield FieldValue(column, reading, {"kind": kind, **where})


def _cell(spec: FieldSpec) -> Cell:
    place = cell_at(spec.source.cell)
    if place is None:
        raise ProfileError(f"{spec.where}: “{spec.source.cell}” is no cell")
    return place


def _values(book: Workbook, sheet: SheetInfo, wanted: set[Cell]) -> dict[Cell, Value]:
    found: dict[Cell, Value] = {}
    last = max(row for row, _ in wanted)
    by_row: dict[int, list[int]] = {}
    for row, at in wanted:
        by_row.setdefault(row, []).append(at)
    for number, cells in book.rows(sheet):
        if number > last:
            break
        for at in by_row.get(number, ()):
            if at < len(cells):
                found[number, at] = cells[at]
    return found
