"""A part of a sheet around a cell."""

from pathlib import Path

import pytest
from excel_pack import text_book
from openpyxl.utils import get_column_letter

from app.domain.sheetpart import column_letters, column_number
from app.excel.pageview import AROUND, FIRST, read_part
from app.excel.workbook import Workbook


@pytest.mark.parametrize("number", [0, 1, 25, 26, 51, 52, 255, 701, 702, 16_383])
def test_letters_as_the_spreadsheet_library_writes_them(number: int) -> None:
    assert column_letters(number) == get_column_letter(number + 1)
    assert column_number(column_letters(number)) == number


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    """Two thousand rows of two columns."""
    rows = [["Id", "Qty"], *([f"R{n}", str(n)] for n in range(2, 2001))]
    return Workbook(text_book(tmp_path / "long.xlsx", rows).read_bytes(), "long.xlsx")


@pytest.mark.parametrize(("cell", "text"), [("A1", "Id"), ("B2", "2"), ("$A$1500", "R1500")])
def test_the_cell_and_what_stands_around_it(book: Workbook, cell: str, text: str) -> None:
    part = read_part(book, book.sheets[0], cell)
    assert part is not None
    assert part.rows[part.row][1][part.column] == text
    assert part.total == 2000
    assert len(part.rows) <= FIRST + 2 * AROUND + 1
    assert part.rows[0][0] == 1, "the titles are there"


def test_a_cell_beyond_the_data_is_an_empty_one(book: Workbook) -> None:
    part = read_part(book, book.sheets[0], "E2500")
    assert part is not None
    assert part.rows[part.row] == (2500, ("",) * 5)
    assert read_part(book, book.sheets[0], "no cell") is None
