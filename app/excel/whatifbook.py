"""A what-if as a workbook: sentences and facts above, the table below. Every cell is text, so exact."""

from collections.abc import Sequence
from pathlib import Path

from app.excel.findingsbook import FORMULA_STARTS
from app.excel.templatebook import close_book

_WIDTHS = (44, 12, 22, 22, 22, 22, 18, 18, 10)


def write_book(
    path: Path,
    head: Sequence[tuple[str, str]],
    titles: Sequence[str],
    lines: Sequence[Sequence[str]],
) -> None:
    """One sheet."""
    import xlsxwriter  # noqa: PLC0415  (only where a workbook is written)

    book = xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    sheet = book.add_worksheet("What if")
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"num_format": "@"})
    quoted = book.add_format({"num_format": "@", "quote_prefix": True})
    figures = book.add_format({"num_format": "@", "align": "right"})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for row, cells in enumerate(head):
        for column, text in enumerate(cells):
            if text:
                style = quoted if text.startswith(FORMULA_STARTS) else plain
                sheet.write_string(row, column, text, style)
    top = len(head) + 1
    for column, title in enumerate(titles):
        sheet.write_string(top, column, title, bold)
    for row, line in enumerate(lines, top + 1):
        for column, text in enumerate(line):
            if text.startswith(FORMULA_STARTS):
                sheet.write_string(row, column, text, quoted)
            elif text:
                sheet.write_string(row, column, text, plain if column < 2 else figures)
    close_book(book)
