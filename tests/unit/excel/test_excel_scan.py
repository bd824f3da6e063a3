"""What fast readers hide is found in the sheet's XML, however it is written."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from app.excel.scan import LongNumber, Scan, address_of, cell_at, column_name
from app.excel.workbook import Workbook


def opened(path: Path) -> tuple[Workbook, Scan]:
    book = Workbook(path.read_bytes(), path.name)
    return book, book.scan(book.sheets[0])


def rewritten(path: Path, edit: Any) -> Path:
    """The same workbook with its first sheet's XML changed."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            target.writestr(name, edit(body) if name.endswith("sheet1.xml") else body)
    return path


def odd_book(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("S")
    sheet.write_formula("B2", "=1/0", None, "#DIV/0!")
    sheet.write_formula("B3", "=A1", None, "")
    sheet.write_number("B4", 0.1 + 0.7)
    sheet.write_number("B5", 123456789.123456789)
    sheet.write_number("B6", 0.00000012)
    sheet.write_number("C7", 42, book.add_format({"num_format": "000000"}))
    sheet.write_number("C8", 0.98, book.add_format({"num_format": "0.0%"}))
    sheet.merge_range("D2:E3", "merged")
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.set_column("G:H", None, None, {"hidden": True})
    book.close()
    return path


EXPECTED = {
    "errors": {(1, 1): "#DIV/0!"},
    "uncalculated": {(2, 1)},
    "hidden_rows": {5},
    "hidden_columns": {6, 7},
    "merged": [((1, 3), (2, 4))],
    "disguised": {(6, 2): "padded", (7, 2): "percent"},
}


def check(found: Scan) -> None:
    for name, value in EXPECTED.items():
        assert getattr(found, name) == value, name
    assert found.numbers[4, 1] == LongNumber("123456789.1234568", formula=False)
    assert Decimal(found.numbers[5, 1].raw) == Decimal("1.2E-7")


def test_everything_odd_is_found(tmp_path: Path) -> None:
    check(opened(odd_book(tmp_path / "a.xlsx"))[1])


@pytest.mark.parametrize(
    "edit",
    [
        lambda b: b.replace(b"<sheetData>", b"<!-- <c r='A1' t='e'> --><sheetData>"),
        lambda b: (
            b.replace(b"<worksheet ", b"<x:worksheet ", 1)
            .replace(b"</worksheet>", b"</x:worksheet>")
            .replace(b"xmlns=", b"xmlns:x=", 1)
            .replace(b"<", b"<x:")
            .replace(b"<x:/", b"</x:")
            .replace(b"<x:x:", b"<x:")
            .replace(b"</x:x:", b"</x:")
            .replace(b"<x:?", b"<?")
        ),
        lambda b: b.replace(b'r="B2"', b"r='B2'"),
        lambda b: b.replace(b"\n", b"\r\n").replace(b"><", b">\n<"),
    ],
    ids=["comment", "prefix", "single quotes", "line breaks"],
)
def test_also_when_the_xml_is_written_otherwise(tmp_path: Path, edit: Any) -> None:
    check(opened(rewritten(odd_book(tmp_path / "a.xlsx"), edit))[1])


def test_cells_without_addresses_are_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "#REF!", 1])
    book.active.append(["#N/A", 2])
    path = tmp_path / "a.xlsx"
    book.save(path)
    found = opened(rewritten(path, lambda b: re.sub(rb' r="[^"]*"', b"", b)))[1]
    assert found.errors == {(0, 1): "#REF!", (1, 0): "#N/A"}


def test_a_long_sheet_is_scanned_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.excel.package.CHUNK", 300)
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for row in range(200):
        sheet.write_string(row, 0, "text " * 20)
        sheet.write_formula(row, 1, "=1/0", None, "#DIV/0!")
    book.close()
    assert set(opened(path)[1].errors) == {(row, 1) for row in range(200)}


def test_error_texts_that_are_only_texts_are_no_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write_string(0, 0, '<c r="B2" t="e"><v>#REF!</v></c>')
    book.close()
    found = opened(path)[1]
    assert not found.errors
    assert not found.odd_rows


def test_days_from_1904(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path), {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_datetime(0, 0, date(2026, 10, 31), book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()
    read, _ = opened(path)
    assert read.counts_from_1904
    assert next(read.rows(read.sheets[0]))[1] == [date(2026, 10, 31)]


def test_hidden_sheets_are_known(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Open")
    book.add_worksheet("Kept").hide()
    book.close()
    assert [sheet.hidden for sheet in opened(path)[0].sheets] == [False, True]


def test_addresses() -> None:
    for at, name in ((0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")):
        assert column_name(at) == name
        assert cell_at(f"{name}7") == (6, at)
        assert address_of(6, at) == f"{name}7"
    assert cell_at("7A") is None


def test_rows_and_columns_keep_their_places(tmp_path: Path) -> None:
    for row, at in ((0, 0), (4, 2), (0, 3), (7, 0)):
        path = tmp_path / f"{row}-{at}.xlsx"
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet()
        sheet.write_string(row, at, "first")
        sheet.write_string(row + 2, at + 1, "second")
        book.close()
        read, _ = opened(path)
        cells = {
            (n, i): v for n, line in read.rows(read.sheets[0]) for i, v in enumerate(line) if v
        }
        assert cells == {(row, at): "first", (row + 2, at + 1): "second"}
