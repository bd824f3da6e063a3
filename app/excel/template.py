"""The layout of the program's own template, and recognising it again.

Every data sheet carries the schema path of each column in its first row, so that the layout is
known from the sheet itself, also when sheets were renamed, moved or columns left out.
"""

from app.domain.layout import POSITION, columns_of, groups_in, tables_of
from app.domain.schema import Schema
from app.excel.flaws import Conventions
from app.excel.numbers import cell_text
from app.excel.profile import FieldSpec, Profile, ProfileError, Source, TableSpec
from app.excel.scan import address_of
from app.excel.workbook import SheetInfo, Workbook

STAMP = "praya-template"
PACK, VERSION, DIGEST = "praya-pack", "praya-version", "praya-digest"
PATH_TITLE = "Path"
KEY_ROW, FIRST_DATA_ROW = 1, 5
VALUE_COLUMN, PATH_COLUMN = 2, 4
CONVENTIONS = Conventions(timezone="+08:00", exact=True)


def template_profile(schema: Schema, return_type: str, book: Workbook) -> Profile:
    """The template's own layout as a profile, from the paths in its sheets."""
    tables: list[TableSpec] = []
    fields: list[FieldSpec] = []
    for sheet in book.sheets:
        head = _key_row(book, sheet)
        if len(head) > PATH_COLUMN and head[PATH_COLUMN] == PATH_TITLE:
            fields += _field_specs(book, sheet)
        elif any(head):
            spec = _table_spec(schema, sheet, head)
            if spec is not None:
                tables.append(spec)
    order = {table.path: number for number, table in enumerate(tables_of(schema))}
    tables.sort(key=lambda spec: order[spec.path])
    return Profile(
        name="",
        return_type=return_type,
        title="the program's own template",
        conventions=CONVENTIONS,
        tables=_once_each(tables),
        fields=tuple(item for item in fields if not _is_mark(item.path)),
        groups=tuple(item for item in fields if _is_mark(item.path)),
        template=True,
    )


def _key_row(book: Workbook, sheet: SheetInfo) -> list[str]:
    for number, cells in book.rows(sheet):
        if number == KEY_ROW - 1:
            return [cell_text(cell) for cell in cells]
    return []


def _field_specs(book: Workbook, sheet: SheetInfo) -> list[FieldSpec]:
    found = []
    for number, cells in book.rows(sheet):
        path = cell_text(cells[PATH_COLUMN]) if len(cells) > PATH_COLUMN else ""
        if number >= KEY_ROW and path:
            cell = address_of(number, VALUE_COLUMN)
            where = f"sheet “{sheet.name}”, row {number + 1}"
            found.append(FieldSpec(path, where, Source(cell=cell), (sheet.name,)))
    return found


def _table_spec(schema: Schema, sheet: SheetInfo, head: list[str]) -> TableSpec | None:
    """The table whose columns stand on a sheet, with the columns that name the tables above it."""
    owners = {
        column_path(table.path, column.key): (table.path, column.key)
        for table in tables_of(schema)
        for column in columns_of(table)
    }
    marks = _marks(schema)
    named = [text for text in head if text]
    mine = [
        (owners.get(text) or marks[text])[0] for text in named if text in owners or text in marks
    ]
    if not mine:
        return None
    path = max(mine, key=lambda item: item.count("/"))
    columns = {owners[t][1]: Source(headers=(t,)) for t in named if owners.get(t, ("",))[0] == path}
    parent = {
        t: Source(headers=(t,))
        for t in named
        if (t in owners and owners[t][0] != path)
        or (_is_mark(t) and marks.get(t, ("",))[0] != path)
    }
    return TableSpec(
        path=path,
        where=f"sheet “{sheet.name}”",
        sheets=(sheet.name,),
        header=KEY_ROW,
        first=FIRST_DATA_ROW,
        columns=columns,
        parent=parent,
        marks={marks[t][1]: Source(headers=(t,)) for t in named if marks.get(t, ("",))[0] == path},
    )


def _marks(schema: Schema) -> dict[str, tuple[str, str]]:
    """The table and the key of every column that says that a row, or a group in it, is there."""
    found: dict[str, tuple[str, str]] = {}
    for table in tables_of(schema):
        for key in (POSITION, *(mark_of(rest) for rest, _ in groups_in(table))):
            found[column_path(table.path, key)] = (table.path, key)
    return found


def _once_each(tables: list[TableSpec]) -> tuple[TableSpec, ...]:
    """The tables, refused where a sheet without any value could be taken for that of another."""
    sheets: dict[str, TableSpec] = {}
    for spec in tables:
        other = sheets.setdefault(spec.path, spec)
        if other is not spec and not (other.columns and spec.columns):
            raise ProfileError(
                f"{spec.where} and {other.where} both name {spec.path} in row 1 and one of them has"
                " no column with values; put its technical names back, or delete the sheet"
            )
    return tuple(tables)


def mark_of(group: str) -> str:
    """The key of the column that says that a group is there."""
    return f"{group}/{POSITION}"


def _is_mark(path: str) -> bool:
    return path.endswith(f"/{POSITION}")


def column_path(table: str, key: str) -> str:
    """How a column is written in the key row."""
    return f"{table}/{key}"
