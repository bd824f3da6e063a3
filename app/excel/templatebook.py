"""Writing the template of a return: instructions, single fields, one sheet a table, code lists.

Every value column is formatted as text, so that no digit is lost and no zero in front; text that
would begin a formula is written as text as well.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.languages import ENGLISH, TRADITIONAL, in_language
from app.domain.layout import Column, columns_of
from app.domain.pack import Manifest
from app.domain.schema import Field, Kind, Node, Schema
from app.errors import UserError
from app.excel.cells import plain_converter
from app.excel.flaws import Converter
from app.excel.instructions import SHARED, steps
from app.excel.marks import THERE
from app.excel.quoted import quoted
from app.excel.scan import column_name
from app.excel.template import (
    CONVENTIONS,
    DIGEST,
    FIRST_DATA_ROW,
    PACK,
    PATH_COLUMN,
    PATH_TITLE,
    STAMP,
    VALUE_COLUMN,
    VERSION,
    column_path,
    mark_of,
)
from app.excel.templatelook import (
    INSTRUCTION_WIDTH,
    column_width,
    make_formats,
    row_height,
    set_page,
)
from app.excel.templatewords import (
    MARK_HINT,
    chinese_of,
    codes_of,
    hint_of,
    mark_head,
    mark_names,
    name_of,
    parent_head,
    sheet_names,
    table_title,
)

MAX_CELL = 32_767
LAST_ROW = 1_048_576
_RISKY = ("=", "+", "-", "@", "\t")


class TemplateTooLarge(UserError):
    """A return that does not fit into a workbook."""

    code = "template-too-large"


@dataclass(frozen=True, slots=True)
class TableContent:
    """A table with its rows: each has the values of the parent keys, the marks, then the columns.

    `parents` are the columns that tell the row of the table above; None stands for its position.
    `marks` say what is there without a value: `#` the row itself, `Group/#` a group inside it.
    """

    node: Node
    parents: tuple[tuple[Node, Column | None], ...]
    rows: Iterable[Sequence[str | None]] = ()
    marks: tuple[str, ...] = ()


class TemplateWriter:
    """Writes one template. `write` makes the whole file; `chinese` is what stands beside the English."""

    def __init__(
        self, schema: Schema, manifest: Manifest, digest: str, chinese: str = TRADITIONAL
    ) -> None:
        self._chinese = chinese
        self._schema, self._manifest, self._digest = schema, manifest, digest
        self._lists: dict[tuple[str, ...], str] = {}
        self._readers: dict[int, Converter] = {}

    def write(
        self,
        path: Path,
        fields: Mapping[str, str | None],
        tables: Sequence[TableContent],
        groups: Mapping[str, Node] | None = None,
    ) -> None:
        """The workbook, with values where there are any; `groups` are there and hold none.

        The library keeps sheets in files while they are written; a failure must not leave them behind,
        because they hold the return's values.
        """
        path.touch()  # a name that the system refuses is refused before anything else is opened
        with tempfile.TemporaryDirectory(
            prefix="praya-template-", ignore_cleanup_errors=True
        ) as scratch:
            self._write(path, scratch, fields, tables, groups or {})

    def _write(
        self,
        path: Path,
        scratch: str,
        fields: Mapping[str, str | None],
        tables: Sequence[TableContent],
        groups: Mapping[str, Node],
    ) -> None:
        import xlsxwriter  # noqa: PLC0415  (only where a workbook is written)

        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": scratch,
        }
        book = xlsxwriter.Workbook(str(path), options)
        self._book, self._formats = book, make_formats(book)
        names = sheet_names([table.node for table in tables])
        codes = list(self._enumerations(tables))
        self._plan_lists(codes)
        self._instructions(tables, names)
        self._fields(fields, groups)
        for table in tables:
            self._table(table, names[table.node.path])
        self._list_sheet(codes)
        for name, value in self._stamp().items():
            book.set_custom_property(name, value)
        book.set_properties(
            {"title": self._manifest.title(ENGLISH), "comments": self._manifest.status}
        )
        close_book(book)

    def _stamp(self) -> dict[str, str]:
        return {PACK: self._manifest.id, VERSION: self._manifest.version, DIGEST: self._digest}

    def _instructions(self, tables: Sequence[TableContent], names: Mapping[str, str]) -> None:
        sheet = self._book.add_worksheet(SHARED.instructions)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 2, INSTRUCTION_WIDTH)
        title = self._manifest.title
        rows = [(STAMP, title(ENGLISH), title(self._chinese), "small", "title")]
        rows += [(name, value, "", "small", "small") for name, value in self._stamp().items()]
        rows += [("", self._manifest.status, "", "wrap", "note"), ("", "", "", "wrap", "wrap")]
        rows += [("", step.english, self._own(step.chinese), "wrap", "wrap") for step in steps()]
        rows += [
            ("", "", "", "wrap", "wrap"),
            (self._own("Sheet 工作表"), "Table", "表格", "head", "head"),
        ]
        rows += [(SHARED.fields, "Single fields", self._own("單項欄位"), "link", "wrap")]
        rows += [
            (
                names[table.node.path],
                table_title(self._schema, table.node, ENGLISH),
                table_title(self._schema, table.node, self._chinese),
                "link",
                "wrap",
            )
            for table in tables
        ]
        for number, (first, english, chinese, left, style) in enumerate(rows):
            sheet.set_row(number, row_height(english, chinese, style))
            if left == "link":
                sheet.write_url(number, 0, f"internal:'{first}'!A1", self._formats[left], first)
            else:
                self._text(sheet, number, 0, first, self._formats[left])
            self._text(sheet, number, 1, english, self._formats[style])
            self._text(sheet, number, 2, chinese, self._formats[style])
        sheet.freeze_panes(1, 0)
        set_page(sheet)

    def _fields(self, values: Mapping[str, str | None], groups: Mapping[str, Node]) -> None:
        sheet = self._book.add_worksheet(SHARED.fields)
        for at, (title, width) in enumerate(
            (("Field", 38), ("欄位", 26), ("Value 數值", 44), ("Format 格式", 44), (PATH_TITLE, 8))
        ):
            sheet.set_column(at, at, width, self._formats["text" if at == VALUE_COLUMN else "wrap"])
            self._text(sheet, 0, at, self._own(title), self._formats["head"])
        sheet.freeze_panes(1, VALUE_COLUMN)
        set_page(sheet, header=1)
        number, group = 1, ""
        for column in columns_of(self._schema.root):
            if column.node.path != group:
                group = column.node.path
                self._text(sheet, number, 0, column.node.label(ENGLISH), self._formats["group"])
                self._text(
                    sheet, number, 1, column.node.label(self._chinese), self._formats["group"]
                )
                number += 1
            item = column.field
            self._text(sheet, number, 0, name_of(item, ENGLISH), self._formats["wrap"])
            self._text(sheet, number, 1, item.label(self._chinese), self._formats["wrap"])
            self._value(sheet, number, VALUE_COLUMN, item, values.get(column.path), column.path)
            self._text(sheet, number, 3, hint_of(item, self._chinese), self._formats["note"])
            self._text(sheet, number, PATH_COLUMN, column.path, self._formats["small"])
            self._validate(sheet, (number, VALUE_COLUMN, number, VALUE_COLUMN), item)
            number += 1
        for path, node in groups.items():
            cells = (*mark_names(node, self._chinese), THERE, self._own(MARK_HINT), mark_of(path))
            for at, text in enumerate(cells):
                style = {VALUE_COLUMN: "text", 3: "note", PATH_COLUMN: "small"}.get(at, "wrap")
                self._text(sheet, number, at, text, self._formats[style])
            number += 1

    def _table(self, table: TableContent, name: str) -> None:
        sheet = self._book.add_worksheet(name)
        columns = list(columns_of(table.node))
        heads = [parent_head(node, column, self._chinese) for node, column in table.parents]
        heads += [mark_head(table.node, key, self._chinese) for key in table.marks]
        heads += [
            (
                column_path(table.node.path, c.key),
                name_of(c.field, ENGLISH),
                c.field.label(self._chinese),
                hint_of(c.field, self._chinese),
            )
            for c in columns
        ]
        fields = [column.field if column else None for _, column in table.parents]
        fields += [None for _ in table.marks]
        fields += [column.field for column in columns]
        for at, (head, item) in enumerate(zip(heads, fields, strict=True)):
            style = "date" if item is not None and item.kind is Kind.DATE else "text"
            sheet.set_column(at, at, column_width(head, item), self._formats[style])
        for row, style in enumerate(("small", "head", "head", "hint")):
            for at, head in enumerate(heads):
                self._text(sheet, row, at, head[row], self._formats[style])
        for row, height in ((0, 11), (1, 28), (2, 28), (3, 24)):
            sheet.set_row(row, height)
        set_page(sheet, header=FIRST_DATA_ROW - 1)
        sheet.freeze_panes(FIRST_DATA_ROW - 1, len(table.parents) or 1)
        for at, item in enumerate(fields):
            if item is not None:
                self._validate(sheet, (FIRST_DATA_ROW - 1, at, LAST_ROW - 1, at), item)
        self._rows(sheet, table, fields)

    def _rows(self, sheet: Any, table: TableContent, fields: list[Field | None]) -> None:
        for number, values in enumerate(table.rows, FIRST_DATA_ROW - 1):
            if number >= LAST_ROW:
                raise TemplateTooLarge(
                    f"{table.node.path} has more rows than a sheet can hold ({LAST_ROW:,})"
                )
            for at, (item, value) in enumerate(zip(fields, values, strict=True)):
                if value is not None:
                    self._value(sheet, number, at, item, value, table.node.path)

    def _value(
        self, sheet: Any, row: int, at: int, item: Field | None, value: str | None, path: str
    ) -> None:
        if value is None:
            style = "day" if item is not None and item.kind is Kind.DATE else "value"
            sheet.write_blank(row, at, None, self._formats[style])
            return
        if len(value) > MAX_CELL:
            raise TemplateTooLarge(f"{path}: a text of {len(value):,} characters fits in no cell")
        if item is not None:
            value = quoted(value, self._reader(item))
        day = _real_day(value) if item is not None and item.kind is Kind.DATE else None
        if day is not None:
            sheet.write_datetime(row, at, day, self._formats["date"])
        else:
            style = "quoted" if value.startswith(_RISKY) else "text"
            sheet.write_string(row, at, value, self._formats[style])

    def _reader(self, item: Field) -> Converter:
        """How a cell of the field is read; fields are told apart by what they are, not by their words."""
        known = self._readers.get(id(item))
        if known is None:
            known = self._readers[id(item)] = plain_converter(item, CONVENTIONS)
        return known

    def _own(self, text: str) -> str:
        return chinese_of(text, self._chinese)

    def _text(self, sheet: Any, row: int, at: int, text: str, style: Any) -> None:
        if text or style is self._formats["head"]:
            sheet.write_string(row, at, text[:MAX_CELL], style)

    def _enumerations(self, tables: Sequence[TableContent]) -> Iterator[Field]:
        seen: set[tuple[str, ...]] = set()
        for node in (self._schema.root, *(table.node for table in tables)):
            for column in columns_of(node):
                codes = codes_of(column.field)
                if codes and codes not in seen:
                    seen.add(codes)
                    yield column.field

    def _plan_lists(self, fields: list[Field]) -> None:
        for number, item in enumerate(fields):
            codes = codes_of(item)
            letter = column_name(number * 4)
            self._lists[codes] = f"={SHARED.lists}!${letter}$3:${letter}${len(codes) + 2}"

    def _list_sheet(self, fields: list[Field]) -> None:
        sheet = self._book.add_worksheet(SHARED.lists)
        grid: dict[tuple[int, int], tuple[str, str]] = {}
        for number, item in enumerate(fields):
            left = number * 4
            sheet.set_column(left, left, 18, self._formats["text"])
            sheet.set_column(left + 1, left + 2, 30)
            sheet.set_column(left + 3, left + 3, 3)
            grid[0, left] = (item.label(ENGLISH), "head")
            grid[0, left + 1] = (item.label(self._chinese), "head")
            for at, title in enumerate(("Code 代碼", "English", "中文")):
                grid[1, left + at] = (self._own(title), "head")
            for row, code in enumerate(codes_of(item), 2):
                labels = item.code_labels.get(code, {})
                texts = (
                    code,
                    labels.get(ENGLISH, ""),
                    in_language({**labels, ENGLISH: ""}, self._chinese),
                )
                for at, text in enumerate(texts):
                    grid[row, left + at] = (text, "wrap" if at else "text")
        for (row, at), (text, style) in sorted(grid.items()):
            self._text(sheet, row, at, text, self._formats[style])
        sheet.freeze_panes(2, 0)

    def _validate(self, sheet: Any, area: tuple[int, int, int, int], item: Field) -> None:
        """A drop-down from the code list, and the field's help when the cell is chosen."""
        rule: dict[str, object] = {"validate": "any"}
        codes = codes_of(item)
        if codes:
            rule = {
                "validate": "list",
                "source": self._lists[codes],
                "error_title": self._own("Code 代碼"),
                "error_message": self._own("Choose a code of the list. 請從清單選擇代碼。"),
            }
        words = item.help.get(ENGLISH, "")
        if words:
            rule["input_title"] = item.label(ENGLISH)[:32]
            rule["input_message"] = words if len(words) <= 255 else words[:254] + "…"
        if len(rule) > 1:
            sheet.data_validation(*area, rule)


def close_book(book: Any) -> None:
    """Write the file; the library hides what the system says in an exception of its own."""
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from None


def _real_day(text: str) -> date | None:
    """A date that a cell can hold as such: from March 1900, where calendars and Excel agree."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= date(1900, 3, 1) else None
