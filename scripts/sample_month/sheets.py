"""Writing workbooks as a finance team keeps them: titles, dates as dates, long amounts as text."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import TracebackType

import xlsxwriter

Cell = str | int | Decimal | date | datetime | bool | None


class Broken(str):
    """A cell that shows this error."""


class AsNumber(Decimal):
    """A quantity that somebody entered as a number although it has too many digits."""


def clock(month: int, day: int, hour: int, minute: int) -> datetime:
    """A moment of 2026 as a workbook holds it: Hong Kong time, without a zone."""
    return datetime.combine(date(2026, month, day), time(hour, minute))


class Book:
    """One workbook. The same content gives the same bytes."""

    def __init__(self, path: Path) -> None:
        self._book = xlsxwriter.Workbook(str(path))
        self._book.set_properties(
            {"author": "Finance", "created": datetime(2026, 11, 3, tzinfo=UTC).replace(tzinfo=None)}
        )
        add = self._book.add_format
        self._title = add({"bold": True, "font_size": 14})
        self._note = add({"italic": True, "font_color": "#666666"})
        self._head = add({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._text = add({"num_format": "@"})
        self._day = add({"num_format": "yyyy-mm-dd"})
        self._time = add({"num_format": "yyyy-mm-dd hh:mm"})
        self._number = add({"num_format": "#,##0.########"})

    def __enter__(self) -> "Book":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._book.close()

    def table(
        self, name: str, title: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], *, at: int
    ) -> None:
        """A sheet with its title, and the table's header in row `at` (1-based)."""
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, title, self._title)
        for column, text in enumerate(head):
            sheet.write_string(at - 1, column, text, self._head)
        for number, row in enumerate(rows, at):
            for column, cell in enumerate(row):
                self._put(sheet, number, column, cell)
        sheet.freeze_panes(at, 1)
        for column, text in enumerate(head):
            longest = max([len(str(row[column])) for row in rows if row[column] is not None] or [0])
            sheet.set_column(column, column, min(46, max(10, len(text) * 0.7, longest + 1)))

    def page(self, name: str, title: str, lines: Sequence[tuple[str, Cell]]) -> None:
        """A sheet of labels in column A and values in column B, from row 3 on."""
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, title, self._title)
        for number, (label, value) in enumerate(lines, 2):
            sheet.write_string(number, 0, label)
            self._put(sheet, number, 1, value)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 1, 46)

    def _put(
        self, sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell
    ) -> None:
        match cell:
            case None:
                pass
            case Broken():
                sheet.write_formula(row, column, "=#REF!D9", self._number, str(cell))
            case bool():
                sheet.write_boolean(row, column, cell)
            case str():
                sheet.write_string(row, column, cell, self._text)
            case AsNumber():
                sheet.write_number(row, column, cell, self._number)
            case Decimal() if len(cell.as_tuple().digits) > 15:
                sheet.write_string(row, column, format(cell, "f"), self._text)
            case datetime():
                sheet.write_datetime(row, column, cell, self._time)
            case date():
                sheet.write_datetime(row, column, cell, self._day)
            case _:
                sheet.write_number(row, column, cell, self._number)
