"""LibreOffice opens, calculates and saves workbooks; the import reads the same values from them."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from excel_pack import ITEM, MARK, add_profile_text, stock_desk, text_book

from app.excel.package import NotAWorkbook, OldWorkbook
from app.excel.workbook import Workbook
from app.services import drafts, imports
from app.services.desk import Desk
from app.services.returns import new_return
from app.services.templates import write_template

pytestmark = pytest.mark.interop


def saved_again(path: Path, folder: Path, kind: str = "xlsx") -> Path:
    """The file as LibreOffice saves it."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: run “make interop”, or apt-get install libreoffice-calc"
    folder.mkdir(exist_ok=True)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML" if kind == "xlsx" else kind,
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=200,
    )
    return folder / f"{path.stem}.{kind}"


@pytest.fixture
def stock(tmp_path: Path) -> Desk:
    return stock_desk(tmp_path / "w.praya")


@pytest.fixture
def rid(stock: Desk) -> str:
    return new_return(stock, "STOCK", "2026-10").id


def test_a_filled_template_that_libreoffice_saved_gives_the_same_values(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    for path, text in {
        "Head/Name": "=1+1 甲",
        "Head/AsOf": "2026-10-31T23:59:59+08:00",
        "Head/Nil": "true",
        "Head/Total": "12345678901234567890.123456789012345678",
        "Head/Day": "2026-10-31",
    }.items():
        drafts.set_value(stock, rid, path, text)
    rows = [["id", "qty", "m"], ["007", "0.000000000000000001", "+x"], ["W2", "-2.50", "y z"]]
    name = add_profile_text(
        stock,
        tmp_path,
        '[[table]]\npath = "Items/Item"\n[table.columns]\nId = "id"\nQty = "qty"\n'
        '[[table]]\npath = "Items/Item/Marks/Mark"\nparent = "same-row"\n[table.columns]\nText = "m"\n',
    )
    imports.import_file(stock, rid, text_book(tmp_path / "in.xlsx", rows), name)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    preview = imports.dry_run(stock, rid, saved_again(out, tmp_path / "office"))
    assert preview.findings == ()
    assert preview.rows == {ITEM: 2, MARK: 2}
    assert preview.cells == 0


def test_formulas_are_read_after_libreoffice_calculated_them(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["id", "qty"])
    for row in (["W1", 363771635.15], ["W2", "=B2*2"], ["W3", "=0.1+0.2"], ["W4", "=1/0"]):
        sheet.append(row)
    sheet.append(["W5", 0.00001])
    book.save(tmp_path / "f.xlsx")
    name = add_profile_text(
        stock, tmp_path, '[[table]]\npath = "Items/Item"\n[table.columns]\nId = "id"\nQty = "qty"\n'
    )
    before = imports.dry_run(stock, rid, tmp_path / "f.xlsx", name)
    assert before.codes["CELL-FORMULA-EMPTY"] == 3

    calculated = saved_again(tmp_path / "f.xlsx", tmp_path / "office")
    preview = imports.dry_run(stock, rid, calculated, name)
    found = {change.path: change.after for change in preview.changes}
    assert found[f"{ITEM}[1]/Qty"] == "363771635.15"
    assert found[f"{ITEM}[2]/Qty"] == "727543270.3"
    assert found[f"{ITEM}[3]/Qty"] == "0.3"
    assert found[f"{ITEM}[5]/Qty"] == "0.00001"
    errors = [f for f in preview.findings if f.code == "CELL-ERROR"]
    assert [(f.origin.cell, "#DIV/0!" in f.message) for f in errors if f.origin] == [("B5", True)]


def test_hidden_and_merged_cells_are_seen_in_its_files_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 8):
        sheet.append([f"a{row}", row])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.merge_cells("A5:B5")
    book.create_sheet("Back").sheet_state = "hidden"
    book.save(tmp_path / "h.xlsx")
    read = saved_again(tmp_path / "h.xlsx", tmp_path / "office")
    opened = Workbook(read.read_bytes(), "h.xlsx")
    found = opened.scan(opened.sheets[0])
    assert 2 in found.hidden_rows
    assert 1 in found.hidden_columns
    assert found.merged == [((4, 0), (4, 1))]
    assert [s.hidden for s in opened.sheets] == [False, True]


def test_an_opendocument_file_is_refused_by_name(tmp_path: Path) -> None:

    ods = saved_again(text_book(tmp_path / "a.xlsx", [["x"]]), tmp_path / "office", "ods")
    with pytest.raises(NotAWorkbook, match="OpenDocument"):
        Workbook(ods.read_bytes(), "a.ods")


def test_an_old_excel_file_is_refused_by_name(tmp_path: Path) -> None:

    xls = saved_again(text_book(tmp_path / "a.xlsx", [["x"]]), tmp_path / "office", "xls")
    with pytest.raises(OldWorkbook):
        Workbook(xls.read_bytes(), "a.xls")
