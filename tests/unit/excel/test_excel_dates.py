"""Dates and moments of a whole import: no cell becomes another day than the one it shows."""

from pathlib import Path

import pytest
import xlsxwriter
from excel_pack import ITEM, stock_desk, text_book

from app.services import imports, profiles
from app.services.desk import Desk
from app.services.imports import ImportReport
from app.services.returns import get_return, new_return
from app.store.rows import Rows


@pytest.fixture
def stock(tmp_path: Path) -> Desk:
    """A workspace with a profile that knows Hong Kong time."""
    desk = stock_desk(tmp_path / "w.praya")
    file = tmp_path / "p.toml"
    file.write_text(
        '[profile]\nname = "p"\nreturn_type = "STOCK"\ntimezone = "+08:00"\n'
        '[[table]]\npath = "Items/Item"\n[table.columns]\n'
        'Id = "id"\nQty = "qty"\nSince = "since"\nSeen = "seen"\n'
    )
    profiles.add_profile(desk, file)
    return desk


@pytest.fixture
def rid(stock: Desk) -> str:
    return new_return(stock, "STOCK", "2026-10").id


def read(desk: Desk, rid: str) -> list[tuple[str | None, ...]]:
    record = get_return(desk, rid)
    with desk.workspace.read() as connection:
        return [row.values[-2:] for row in Rows(connection, rid, record.head).all_of(ITEM)]


def codes(report: ImportReport) -> list[tuple[str, str | None]]:
    return [(f.code, f.origin.cell if f.origin else None) for f in report.findings]


def date_book(path: Path, cells: list[float], *, from_1904: bool = False) -> Path:
    """A workbook with these numbers, shown as days and as moments."""
    book = xlsxwriter.Workbook(str(path), {"date_1904": from_1904})
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, ["id", "qty", "since", "seen"])
    day, moment = (book.add_format({"num_format": f}) for f in ("d/m/yyyy", "d/m/yyyy h:mm:ss.000"))
    for row, number in enumerate(cells, 1):
        sheet.write_string(row, 0, f"W{row}")
        sheet.write_number(row, 2, int(number), day)
        sheet.write_number(row, 3, number, moment)
    book.close()
    return path


def test_a_moment_before_midnight_stays_in_its_month(stock: Desk, rid: str, tmp_path: Path) -> None:
    last = 46326 + 86399.999 / 86400
    book = date_book(tmp_path / "a.xlsx", [last, 59.5, 61.5])
    assert imports.import_file(stock, rid, book, "p").applied
    assert read(stock, rid) == [
        ("2026-10-31", "2026-10-31T23:59:59.999+08:00"),
        ("1900-02-28", "1900-02-28T12:00:00+08:00"),
        ("1900-03-01", "1900-03-01T12:00:00+08:00"),
    ]


@pytest.mark.parametrize("serial", [46326.999999995, 46326.9999999999, 46326.99999999999])
@pytest.mark.parametrize("from_1904", [False, True])
def test_a_fraction_before_midnight_is_never_the_next_day(
    stock: Desk, rid: str, tmp_path: Path, serial: float, *, from_1904: bool
) -> None:
    book = date_book(tmp_path / "a.xlsx", [serial], from_1904=from_1904)
    result = imports.import_file(stock, rid, book, "p")
    assert ("CELL-DATE-MIDNIGHT", "D2") in codes(result)
    assert result.blocked


@pytest.mark.parametrize("from_1904", [False, True])
def test_the_day_that_only_excel_knows_is_a_finding(
    stock: Desk, rid: str, tmp_path: Path, *, from_1904: bool
) -> None:
    book = date_book(tmp_path / "a.xlsx", [60.5], from_1904=from_1904)
    result = imports.import_file(stock, rid, book, "p")
    if from_1904:
        assert result.codes == {"WORKBOOK-1904": 1}
        assert read(stock, rid) == [("1904-03-01", "1904-03-01T12:00:00+08:00")]
    else:
        assert codes(result) == [("CELL-DATE-1900", "C2"), ("CELL-DATE-1900", "D2")]


def test_a_character_that_xml_cannot_carry_blocks_with_its_cell(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    rows = [["id", "qty", "since", "seen"], ["W1", "1"], ["W\x01", "2"], ["W3", "3\x07"]]
    rows += [["two\nlines", "4"], ["中文\u3000字", "5"]]
    result = imports.import_file(stock, rid, text_book(tmp_path / "a.xlsx", rows), "p")
    assert codes(result) == [("CELL-CHARACTER", "A3"), ("CELL-CHARACTER", "B4")]
    assert "U+0001" in result.findings[0].message
    assert result.blocked
