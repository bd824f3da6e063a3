"""A part of a sheet as texts, to be looked at: the rows around a cell, and the sheet's first ones."""

import re

from app.domain.sheetpart import SheetPart, column_number
from app.excel.numbers import cell_text
from app.excel.workbook import SheetInfo, Workbook

AROUND = 250
"""So many rows before and after the cell are shown."""

FIRST = 12
"""So many rows at the head of the sheet are shown too: its titles."""

MOST_COLUMNS = 256
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)


def read_part(book: Workbook, sheet: SheetInfo, cell: str) -> SheetPart | None:
    """What stands around a cell such as B7; None for what is no cell."""
    match = _CELL.fullmatch(cell.replace("$", "").upper())
    if match is None:
        return None
    column, row = column_number(match[1]), int(match[2])
    kept: list[tuple[int, list[str]]] = []
    total = 0
    for number, cells in book.rows(sheet):
        total = number + 1
        if total <= FIRST or abs(total - row) <= AROUND:
            texts = [cell_text(value) or str(value) for value in cells[:MOST_COLUMNS]]
            kept.append((total, texts))
    if not any(number == row for number, _ in kept):
        kept.append((row, []))
        kept.sort(key=lambda line: line[0])
    width = max(column + 1, *(len(texts) for _, texts in kept))
    rows = tuple((n, (*texts, *[""] * (width - len(texts)))) for n, texts in kept)
    place = next(place for place, (number, _) in enumerate(rows) if number == row)
    return SheetPart(rows, width, place, column, max(total, row))
