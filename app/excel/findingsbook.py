"""Findings as a workbook of their own: every cell is text, whatever it begins with."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.excel.templatebook import close_book

_WIDTHS = {"wide": 60, "narrow": 16}
_MAX_CELL = 32_767
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""Texts that begin so are marked as text, so that no program takes them for a formula."""


def write_findings(
    path: Path, titles: Sequence[str], wide: frozenset[int], lines: Sequence[Sequence[str]]
) -> None:
    """One sheet: titles, then a row a finding. `wide` are the numbers of columns of sentences."""
    import xlsxwriter  # noqa: PLC0415  (only where a workbook is written)

    book = xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    sheet = book.add_worksheet("Findings")
    head = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"num_format": "@", "valign": "top"})
    wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    quoted = {
        False: book.add_format({"num_format": "@", "valign": "top", "quote_prefix": True}),
        True: book.add_format(
            {"num_format": "@", "valign": "top", "text_wrap": True, "quote_prefix": True}
        ),
    }
    for column, title in enumerate(titles):
        sheet.set_column(column, column, _WIDTHS["wide" if column in wide else "narrow"])
        sheet.write_string(0, column, title, head)
    for row, line in enumerate(lines, 1):
        for column, text in enumerate(line):
            style: Any = wrapped if column in wide else plain
            if text.startswith(FORMULA_STARTS):
                style = quoted[column in wide]
            if text:
                sheet.write_string(row, column, text[:_MAX_CELL], style)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(lines)), len(titles) - 1)
    close_book(book)
