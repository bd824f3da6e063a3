"""Findings leave as a list that no program takes for formulas, or in copies of the user's workbooks."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from excel_pack import add_profile_text, stock_desk
from openpyxl.comments import Comment

from app.domain.finding import Severity
from app.errors import UserError
from app.excel.markedbook import Mark, marked
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.findingsout import export_findings, mark_workbooks
from app.services.imports import import_file
from app.services.returns import new_return

_PROFILE = """
[[table]]
path = "Items/Item"
header = 1
[table.columns]
Id = "Id"
Store = "Store"
Qty = "Quantity"
"""


@dataclass(frozen=True)
class Imported:
    """A return that came from a workbook with mistakes."""

    desk: Desk
    number: str
    file: Path


def workbook(path: Path) -> Path:
    """Two rows with one key, one without a store; a formula and somebody's own remark."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    for row in (("Id", "Store", "Quantity"), ("=A1", "COLD", "1.5"), ("x", "HOT", "2"),
                ("x", None, "3")):  # fmt: skip
        sheet.append(row)
    sheet["A2"].data_type = "s"  # a text that looks like a formula
    sheet["B4"].comment = Comment("ask the desk", "finance")
    other = book.create_sheet("Working")
    other["A1"] = "=SUM(Data!C2:C4)"
    book.save(path)
    return path


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    desk = stock_desk(tmp_path / "a.praya")
    name = add_profile_text(desk, tmp_path, _PROFILE)
    number = new_return(desk, "STOCK", "2026-10").id
    file = workbook(tmp_path / "positions.xlsx")
    report = import_file(desk, number, file, name)
    assert not report.blocked, report.findings
    return Imported(desk, number, file)


def test_the_list_is_text_alone(imported: Imported, tmp_path: Path) -> None:
    set_value(imported.desk, imported.number, "Head/Total", "=2+5")
    out = export_findings(imported.desk, imported.number, tmp_path / "findings.xlsx")
    assert out.sha256 == hashlib.sha256(out.path.read_bytes()).hexdigest()
    sheet = openpyxl.load_workbook(out.path).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2))
    assert len(rows) == out.findings > 2
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}
    held = [cell for row in rows for cell in row if cell.value == "=2+5"]
    assert held
    assert all(cell.quotePrefix for cell in held)
    store = next(row for row in rows if row[2].value == "Items/Item[3]/Store")
    assert [store[place].value for place in (10, 11, 12)] == ["positions.xlsx", "Data", "B4"]


def test_wrong_cells_are_marked_in_a_copy_and_the_original_stays(
    imported: Imported, tmp_path: Path
) -> None:
    before = imported.file.read_bytes()
    (one,) = mark_workbooks(imported.desk, imported.number, tmp_path / "out")
    assert one.path.name == "positions-findings.xlsx"
    assert imported.file.read_bytes() == before
    book = openpyxl.load_workbook(one.path)
    sheet = book["Data"]
    cell = sheet["B4"]
    assert cell.fill.start_color.rgb == "FFFFC7CE"
    assert cell.comment is not None
    assert "VALUE-MISSING" in cell.comment.text
    assert "ask the desk" in cell.comment.text
    assert book["Working"]["A1"].value == "=SUM(Data!C2:C4)"
    assert sheet["B2"].comment is None
    assert sheet["C2"].value == "1.5"
    (again,) = mark_workbooks(imported.desk, imported.number, tmp_path / "out", "zh-Hant")
    assert again.path.name == "positions-findings (2).xlsx"


def test_without_an_imported_cell_it_is_said(tmp_path: Path) -> None:
    desk = stock_desk(tmp_path / "b.praya")
    number = new_return(desk, "STOCK", "2026-10").id
    with pytest.raises(UserError) as caught:
        mark_workbooks(desk, number, tmp_path / "out")
    assert caught.value.code == "nothing-to-mark"
    assert not (tmp_path / "out").exists()
    with pytest.raises(UserError) as refused:
        export_findings(desk, number, tmp_path / "missing" / "f.xlsx")
    assert refused.value.code == "findings-not-written"


def test_merged_cells_and_what_is_no_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "S"
    book.active["A1"] = "head"
    book.active.merge_cells("A1:C2")
    book.save(tmp_path / "m.xlsx")
    body = (tmp_path / "m.xlsx").read_bytes()
    marks = [
        Mark("S", "B2", Severity.INFORMATION, "first"),
        Mark("S", "B2", Severity.BLOCKING, "second"),
        Mark("gone", "A1", Severity.BLOCKING, "nowhere"),
        Mark("S", "nonsense", Severity.BLOCKING, "nowhere"),
    ]
    (tmp_path / "n.xlsx").write_bytes(marked(body, "m.xlsx", marks))
    sheet = openpyxl.load_workbook(tmp_path / "n.xlsx")["S"]
    assert sheet["A1"].comment.text == "second\n\nfirst"
    assert sheet["A1"].fill.start_color.rgb == "FFFFC7CE"
    with pytest.raises(UserError) as caught:
        marked(b"no workbook", "x.xls", marks)
    assert caught.value.code == "workbook-not-markable"
