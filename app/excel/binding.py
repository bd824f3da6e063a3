"""A profile's table bound to a sheet: the header found, every column checked, nothing guessed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.layout import POSITION, Column, columns_of, table_above, tables_above
from app.domain.schema import Node, Schema
from app.excel.cells import converter
from app.excel.flaws import Conventions, Converter
from app.excel.marks import mark_converter
from app.excel.numbers import cell_text
from app.excel.profile import ProfileError, Source, TableSpec
from app.excel.scan import cell_at, column_name
from app.excel.workbook import SheetInfo, Value, Workbook

SEARCH_ROWS = 200
"""How far down a header is looked for in a sheet."""


class LayoutMismatch(ProfileError):
    """The workbook is not laid out as the profile says."""

    code = "layout-mismatch"


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """A source with its place: `at` is the 0-based column, None when no cell is read."""

    name: str
    source: Source
    at: int | None
    convert: Converter
    label: str
    target: Column | None = None


@dataclass(frozen=True, slots=True)
class BoundFilter:
    """A row filter with its column."""

    at: int
    texts: frozenset[str]
    keep: bool


@dataclass(frozen=True, slots=True)
class BoundTable:
    """A table ready to be read. Rows are 0-based, `last` is the last one or None."""

    spec: TableSpec
    node: Node
    sheet: SheetInfo
    first: int
    last: int | None
    columns: tuple[BoundColumn, ...]
    parents: tuple[BoundColumn, ...]
    filters: tuple[BoundFilter, ...]
    marks: tuple[BoundColumn, ...] = ()

    @property
    def places(self) -> frozenset[int]:
        """Every column that is looked at."""
        bound = (*self.columns, *self.parents, *self.marks)
        cells = {column.at for column in bound if column.at is not None}
        return frozenset(cells | {item.at for item in self.filters})


def bind(schema: Schema, book: Workbook, spec: TableSpec, conventions: Conventions) -> BoundTable:
    """Find the table's sheet and header; a `LayoutMismatch` says what is not there."""
    node = schema.nodes.get(spec.path)
    if node is None or not node.repeats:
        raise ProfileError(f"{spec.where}: the return has no table “{spec.path}”")
    known = {column.key: column for column in columns_of(node)}
    for key in spec.columns:
        if key not in known:
            names = ", ".join(list(known)[:20])
            raise ProfileError(f"{spec.where}: {node.name} has no field “{key}”; it holds {names}")
    above = table_above(schema, node)
    if above is not None and not spec.same_row and not spec.parent:
        raise ProfileError(f"{spec.where}: “parent” must say to which {above.name} a row belongs")
    sheet, header, titles = _find(book, spec)
    columns = tuple(
        _bound(key, source, titles, spec, sheet, conventions, known[key])
        for key, source in spec.columns.items()
    )
    parents = tuple(
        _bound(
            key, source, titles, spec, sheet, conventions, parent_column(schema, node, key, spec)
        )
        for key, source in spec.parent.items()
    )
    filters = tuple(
        BoundFilter(_place(item.column, titles, spec, sheet), item.texts, item.keep)
        for item in spec.filters
    )
    first = spec.first - 1 if spec.first else (header + 1 if header is not None else 0)
    last = spec.last - 1 if spec.last else None
    marks = tuple(
        BoundColumn(key, source, _place(source, titles, spec, sheet), mark_converter(key), key)
        for key, source in spec.marks.items()
    )
    return BoundTable(spec, node, sheet, first, last, columns, parents, filters, marks)


def parent_column(schema: Schema, node: Node, key: str, spec: TableSpec) -> Column | None:
    """The field of a table above that a parent key names; None for its position (`#`).

    A key without a path belongs to the table directly above; others are written in full.
    """
    tables = tables_above(schema, node)
    if not tables:
        raise ProfileError(
            f"{spec.where}: {node.name} stands in no other table; leave out “parent”"
        )
    table = tables[-1]
    for item in reversed(tables):  # of nested tables the inner one: the outer path begins both
        rest = key.removeprefix(f"{item.path}/")
        if rest != key and (rest == POSITION or rest in item.index):
            table, key = item, rest
            break
    if key == POSITION:
        return None
    if key not in table.index:
        raise ProfileError(f"{spec.where}: {table.name} has no field “{key}”")
    return Column(key, table, table.index[key])


def _bound(
    key: str,
    source: Source,
    titles: Mapping[str, list[int]],
    spec: TableSpec,
    sheet: SheetInfo,
    conventions: Conventions,
    target: Column | None,
) -> BoundColumn:
    at = _place(source, titles, spec, sheet) if source.from_file else None
    convert: Converter = converter(target.field, conventions) if target else cell_text
    return BoundColumn(
        key, source, at, convert, target.field.label("en") if target else key, target
    )


def title_of(value: Value) -> str:
    """A header's text as it is compared: single blanks, capitals not told apart."""
    return " ".join(cell_text(value).split()).casefold()


def _find(book: Workbook, spec: TableSpec) -> tuple[SheetInfo, int | None, Mapping[str, list[int]]]:
    """The sheet, its header row (0-based) and the columns by header text."""
    sheets = _candidates(book, spec)
    needed = _headers(spec)
    if not needed and spec.header is None and spec.first is None:
        raise ProfileError(
            f"{spec.where}: no column is named by its heading, so “header” or “first” is needed"
        )
    best: tuple[int, SheetInfo, int, dict[str, list[int]]] | None = None
    for sheet in sheets:
        if not needed:
            return sheet, spec.header - 1 if spec.header else None, {}
        for number, cells in book.rows(sheet):
            if spec.header is not None and number != spec.header - 1:
                if number >= spec.header:
                    break
                continue
            if spec.header is None and number >= SEARCH_ROWS:
                break
            titles = _titles(cells, spec)
            missing = sum(not any(title_of(t) in titles for t in names) for names in needed)
            if missing == 0:
                return sheet, number, titles
            if best is None or missing < best[0]:
                best = (missing, sheet, number, titles)
    raise _mismatch(book, spec, needed, best)


def _mismatch(
    book: Workbook,
    spec: TableSpec,
    needed: list[tuple[str, ...]],
    best: tuple[int, SheetInfo, int, dict[str, list[int]]] | None,
) -> LayoutMismatch:
    if best is None:
        return LayoutMismatch(f"{spec.where}: the sheet is empty", file=book.file)
    _, sheet, number, titles = best
    absent = [" or ".join(n) for n in needed if not any(title_of(t) in titles for t in n)]
    listed = ", ".join(f"“{name}”" for name in absent[:5])
    return LayoutMismatch(
        f"{spec.where}: the sheet “{sheet.name}” has no column {listed}; the closest row is {number + 1}"
        f" with {', '.join(list(titles)[:12]) or 'no text'}",
        file=book.file,
    )


def _candidates(book: Workbook, spec: TableSpec) -> list[SheetInfo]:
    if not spec.sheets:
        return sorted(book.sheets, key=lambda sheet: sheet.hidden)
    found = [sheet for name in spec.sheets if (sheet := book.sheet(name)) is not None]
    if not found:
        names = ", ".join(f"“{sheet.name}”" for sheet in book.sheets)
        raise LayoutMismatch(
            f"{spec.where}: there is no sheet “{' or '.join(spec.sheets)}”; the workbook has {names}",
            file=book.file,
        )
    return found[:1]


def _headers(spec: TableSpec) -> list[tuple[str, ...]]:
    sources = (
        *spec.columns.values(),
        *spec.parent.values(),
        *spec.marks.values(),
        *(item.column for item in spec.filters),
    )
    return [source.headers for source in sources if source.headers]


def _titles(cells: list[Value], spec: TableSpec) -> dict[str, list[int]]:
    last = len(cells) - 1 if spec.right is None else min(spec.right, len(cells) - 1)
    titles: dict[str, list[int]] = {}
    for at in range(spec.left, last + 1):
        if text := title_of(cells[at]):
            titles.setdefault(text, []).append(at)
    return titles


def _place(
    source: Source, titles: Mapping[str, list[int]], spec: TableSpec, sheet: SheetInfo
) -> int:
    if source.letter:
        place = cell_at(f"{source.letter}1")
        assert place is not None
        return place[1]
    if source.cell:
        raise ProfileError(f"{spec.where}: a table's field needs a column, not a cell")
    for name in source.headers:
        places = titles.get(title_of(name), [])
        if len(places) == 1:
            return places[0]
        if places:
            letters = " and ".join(column_name(at) for at in places)
            raise LayoutMismatch(
                f"{spec.where}: the sheet “{sheet.name}” has the column “{name}” twice ({letters});"
                " name the column by its letter"
            )
    raise LayoutMismatch(f"{spec.where}: the sheet “{sheet.name}” has no such column")
