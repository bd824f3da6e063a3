"""The template: filled, imported again, and the same; moved and renamed, and still understood."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from bare_pack import bare_files, bare_xsd
from excel_pack import ITEM, MARK, add_profile_text, stock_desk, text_book
from ledger_pack import ledger_desk
from workbook_trip import bare_desk, canonical, workbook_trip

from app.domain.period import Period
from app.domain.schema import Kind
from app.errors import UserError
from app.excel.cells import converter
from app.excel.flaws import Flaw
from app.excel.package import BrokenWorkbook
from app.excel.template import CONVENTIONS
from app.excel.templatestamp import TemplateMismatch
from app.services import drafts, imports
from app.services.barepack import Wishes
from app.services.desk import Desk
from app.services.packs import pack_for
from app.services.returns import get_return, new_return
from app.services.templates import FileExists, write_template


@pytest.fixture
def stock(tmp_path: Path) -> Desk:
    return stock_desk(tmp_path / "w.praya")


def filled(desk: Desk, folder: Path) -> str:
    """A return with values of every kind."""
    rid = new_return(desk, "STOCK", "2026-10").id
    for path, text in {
        "Head/Name": "=HYPERLINK(1)",
        "Head/AsOf": "2026-10-31T23:59:59+08:00",
        "Head/Nil": "false",
        "Head/Total": "12345678901234567890.123456789012345678",
        "Head/Day": "2026-10-31",
    }.items():
        drafts.set_value(desk, rid, path, text)
    rows = [
        ["id", "store", "qty", "c", "m"],
        ["W1", "COLD", "0.1", "HK", "-x"],
        ["W2", "HOT", "2", "", "@y"],
    ]
    name = add_profile_text(
        desk,
        folder,
        '[[table]]\npath = "Items/Item"\n[table.columns]\nId = "id"\nStore = "store"\nQty = "qty"\n'
        '"Place/Country" = "c"\n[[table]]\npath = "Items/Item/Marks/Mark"\nparent = "same-row"\n'
        '[table.columns]\nText = "m"\n',
    )
    assert imports.import_file(desk, rid, text_book(folder / "in.xlsx", rows), name).applied
    return rid


def test_a_filled_template_changes_nothing(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    preview = imports.dry_run(stock, rid, out)
    assert preview.findings == ()
    assert preview.rows == {ITEM: 2, MARK: 2}
    assert preview.cells == 0


def test_and_fills_another_return_alike(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    other = new_return(stock, "STOCK", "2026-11").id
    result = imports.import_file(stock, other, out)
    assert result.applied
    assert result.fields == 5
    write_template(stock, "STOCK", tmp_path / "u.xlsx", return_id=other)
    assert imports.dry_run(stock, rid, tmp_path / "u.xlsx").cells == 0


def test_sheets_and_columns_may_move(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    sheet = book["Item"]
    sheet.title = "Bestand"
    sheet.delete_cols(4)
    sheet.insert_cols(2)
    book.move_sheet("Bestand", -2)
    del book["Lists"]
    book.save(out)
    preview = imports.dry_run(stock, rid, out)
    assert preview.rows == {ITEM: 2, MARK: 2}
    assert preview.cells == 0


def test_values_are_text_and_nothing_becomes_a_formula(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    cells = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert not [cell for cell in cells if cell.data_type in ("f", "n", "e")]
    risky = [cell for cell in cells if str(cell.value)[:1] in "=+-@"]
    assert len(risky) == 3
    assert all(cell.number_format == "@" and cell.quotePrefix for cell in risky)
    assert book["Item"].freeze_panes == "B5"
    with zipfile.ZipFile(out) as archive:
        assert not any(b"<f>" in archive.read(n) for n in archive.namelist() if "/sheet" in n)


def test_an_empty_template_has_headings_drop_downs_and_its_stamp(
    stock: Desk, tmp_path: Path
) -> None:
    out = write_template(stock, "STOCK", tmp_path / "deep" / "t.xlsx")
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Instructions", "Fields", "Item", "Mark", "Lists"]
    assert [cell.value for cell in book["Mark"][1]] == [
        "Items/Item/Id",
        "Items/Item/Marks/Mark/Text",
        "Items/Item/Marks/Mark/Weight",
    ]
    assert book["Item"]["B2"].value == "Store *"
    lists = [v for v in book["Item"].data_validations.dataValidation if v.type == "list"]
    assert {v.formula1 for v in lists} == {"Lists!$E$3:$E$4", "Lists!$A$3:$A$4"}
    assert {p.name: p.value for p in book.custom_doc_props.props}["praya-pack"] == "stock-1.0"
    rid = new_return(stock, "STOCK", "2026-10").id
    assert imports.dry_run(stock, rid, out).codes == {"IMPORT-NOTHING": 1}


def test_the_stamp_is_also_known_from_the_cells(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    for prop in list(book.custom_doc_props.props):
        del book.custom_doc_props[prop.name]
    book.save(out)
    assert imports.dry_run(stock, rid, out).cells == 0


def test_a_template_of_another_pack_is_refused(stock: Desk, tmp_path: Path) -> None:
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx")
    ledger = ledger_desk(tmp_path / "l.praya")
    rid = new_return(ledger, "LEDGER", "2026-10").id
    with pytest.raises(TemplateMismatch, match=r"made for stock-1\.0"):
        imports.dry_run(ledger, rid, out)


def test_an_older_template_of_the_same_pack_is_said(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    book.custom_doc_props["praya-digest"].value = "0" * 64
    book["Instructions"]["B4"] = "0" * 64
    book.save(out)
    preview = imports.dry_run(stock, rid, out)
    assert preview.codes == {"TEMPLATE-OLDER": 1}
    assert preview.cells == 0


def stamped(desk: Desk, folder: Path, name: str, text: str) -> tuple[str, Path]:
    """A filled template whose first sheet says something else than its properties."""
    rid = filled(desk, folder)
    out = write_template(desk, "STOCK", folder / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    cell = next(row[1] for row in book["Instructions"].iter_rows() if row[0].value == name)
    cell.value = text
    book.save(out)
    return rid, out


def test_a_sheet_that_names_another_pack_is_believed(stock: Desk, tmp_path: Path) -> None:
    rid, out = stamped(stock, tmp_path, "praya-pack", "other-2.0")
    with pytest.raises(TemplateMismatch, match=r"made for other-2\.0, as Instructions!B2 says"):
        imports.dry_run(stock, rid, out)


@pytest.mark.parametrize("name", ["praya-digest", "praya-version"])
def test_a_stamp_changed_in_one_place_is_said(stock: Desk, tmp_path: Path, name: str) -> None:
    rid, out = stamped(stock, tmp_path, name, "f" * 64)
    preview = imports.dry_run(stock, rid, out)
    older = {"TEMPLATE-OLDER"} if name == "praya-digest" else set()
    assert set(preview.codes) == {"TEMPLATE-STAMP"} | older
    assert not preview.blocked
    stamp = next(f for f in preview.findings if f.code == "TEMPLATE-STAMP")
    assert stamp.origin is not None
    assert (stamp.origin.sheet, stamp.origin.cell) == (
        "Instructions",
        "B4" if name == "praya-digest" else "B3",
    )


def test_no_value_of_a_table_sheet_is_dropped_silently(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    sheet = book["Item"]
    sheet["C1"] = "Items/Item/Quantity"
    sheet["D1"] = None
    sheet["D6"] = "3"
    sheet["AD13"] = "stray"
    book.save(out)
    result = imports.import_file(stock, rid, out)
    assert [(f.code, f.origin.sheet, f.origin.cell) for f in result.findings if f.origin] == [
        ("COLUMN-UNKNOWN", "Item", "C5"),
        ("CELLS-BESIDE", "Item", "D6"),
        ("CELLS-BESIDE", "Item", "AD13"),
    ]
    assert result.blocked
    assert "Items/Item/Quantity" in result.findings[0].message


def test_a_remark_beside_a_table_only_needs_a_word(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    book = openpyxl.load_workbook(out)
    book["Item"]["Z2"] = "only a heading"
    book["Item"]["Z5"] = "sum of finance"
    book.save(out)
    preview = imports.dry_run(stock, rid, out)
    assert preview.codes == {"CELLS-BESIDE": 1}
    assert preview.counts["blocking"] == 0


def test_a_damaged_sheet_stops_the_whole_import(stock: Desk, tmp_path: Path) -> None:
    rid = filled(stock, tmp_path)
    steps = get_return(stock, rid).steps
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    source = zipfile.ZipFile(io.BytesIO(out.read_bytes()))
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            body = b"<a><b>" if name.endswith("sheet4.xml") else source.read(name)
            target.writestr(name, body)
    with pytest.raises(BrokenWorkbook, match="sheet4"):
        imports.import_file(stock, rid, out)
    assert get_return(stock, rid).steps == steps


def test_a_file_that_is_there_is_kept(stock: Desk, tmp_path: Path) -> None:
    out = tmp_path / "t.xlsx"
    out.write_text("mine")
    with pytest.raises(FileExists):
        write_template(stock, "STOCK", out)
    assert out.read_text() == "mine"
    write_template(stock, "STOCK", out, overwrite=True)
    assert sorted(p.name for p in tmp_path.iterdir() if "t.xlsx" in p.name) == ["t.xlsx"]


def test_a_name_that_the_system_refuses_is_said_and_leaves_nothing(
    stock: Desk, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        write_template(stock, "STOCK", tmp_path / "out" / f"{'t' * 250}.xlsx")
    assert list((tmp_path / "out").iterdir()) == []


def test_tables_without_keys_name_their_parents_by_position(tmp_path: Path) -> None:
    desk = ledger_desk(tmp_path / "l.praya")
    rid = new_return(desk, "LEDGER", "2026-10").id
    for book in (1, 2):
        drafts.add_row(desk, rid, "Book")
        drafts.set_value(desk, rid, f"Book[{book}]/Title", "same")
        drafts.set_value(desk, rid, f"Book[{book}]/Close/By", f"by {book}")
        for line in (1, 2):
            drafts.add_row(desk, rid, f"Book[{book}]/Line")
            drafts.set_value(desk, rid, f"Book[{book}]/Line[{line}]/Amount", f"{book}{line}.5")
    out = write_template(desk, "LEDGER", tmp_path / "t.xlsx", return_id=rid)
    assert openpyxl.load_workbook(out)["Line"]["A1"].value == "Book/#"
    preview = imports.dry_run(desk, rid, out)
    assert preview.rows == {"Book": 2, "Book/Line": 4}
    assert preview.cells == 0


def test_a_key_that_is_not_filled_in_yet_falls_back_to_the_position(
    stock: Desk, tmp_path: Path
) -> None:
    rid = filled(stock, tmp_path)
    drafts.set_value(stock, rid, "Items/Item[1]/Id", None)
    out = write_template(stock, "STOCK", tmp_path / "t.xlsx", return_id=rid)
    assert openpyxl.load_workbook(out)["Mark"]["A1"].value == "Items/Item/#"
    preview = imports.dry_run(stock, rid, out)
    assert preview.counts["blocking"] == 0
    assert preview.cells == 0


def test_the_shipped_packs_have_templates(desk: Desk, tmp_path: Path) -> None:
    for kind in ("CAR", "CWR"):
        out = write_template(desk, kind, tmp_path / f"{kind}.xlsx", "2026-10")
        book = openpyxl.load_workbook(out)
        assert all(len(name) <= 31 for name in book.sheetnames)
        assert len(book.sheetnames) > 5
        rid = new_return(desk, kind, "2026-10").id
        assert imports.dry_run(desk, rid, out).counts["blocking"] == 0


AWKWARD = {
    "Head/Name": [
        "", " ", " edge ", "two\nlines", "tab\there", "_x0041_", '"quoted"', '" "', '""', "'1",
        "\u00a0x", "甲 𠮷", "<&>", "1e5", "TRUE", "#N/A",
    ],
    "Head/AsOf": ["2026-10-31T12:00:00", "2026-10-31T12:00:00.5Z", "24:00", "2026-10-31", ""],
    "Head/Nil": ["1", "0", "true", "yes", ""],
    "Head/Total": ["1,234", "+.5", "1E3", "about 5", ""],
    "Head/Day": ["2026-10-31Z", "1850-01-01", "31/10/2026", "2026-02-30", ""],
}  # fmt: skip


def test_every_value_of_a_draft_comes_back_as_it_was(stock: Desk, tmp_path: Path) -> None:
    """Also what is wrong: the checks say so, not the import."""
    rid, other = (new_return(stock, "STOCK", f"2026-1{number}").id for number in (0, 1))
    for at in range(max(map(len, AWKWARD.values()))):
        for path, texts in AWKWARD.items():
            drafts.set_value(stock, rid, path, texts[min(at, len(texts) - 1)])
        out = write_template(stock, "STOCK", tmp_path / f"{at}.xlsx", return_id=rid)
        assert imports.dry_run(stock, rid, out).cells == 0
        result = imports.import_file(stock, other, out)
        assert not result.blocked, result.findings
        assert canonical(stock, other) == canonical(stock, rid)


def test_a_zone_is_added_only_where_it_must_be_or_to_a_real_date(
    stock: Desk, tmp_path: Path
) -> None:
    """The template's text is taken to the letter; a cell of Excel's own knows no zone."""
    rid = new_return(stock, "STOCK", "2026-10").id
    for given, read in {
        "2026-10-31T12:00:00": "2026-10-31T12:00:00",
        "2026-10-31 12:00": "2026-10-31T12:00:00",
        "2026-10-31T12:00:00-05:00": "2026-10-31T12:00:00-05:00",
        datetime.fromisoformat("2026-10-31T12:00:00"): "2026-10-31T12:00:00+08:00",
    }.items():
        book = openpyxl.load_workbook(
            write_template(stock, "STOCK", tmp_path / "z.xlsx", overwrite=True)
        )
        sheet = book["Fields"]
        row = next(r for r in sheet.iter_rows() if r[4].value == "Head/AsOf")
        row[2].value = given
        if isinstance(given, datetime):
            row[2].number_format = "yyyy-mm-dd hh:mm"
        book.save(tmp_path / "z.xlsx")
        imports.import_file(stock, rid, tmp_path / "z.xlsx")
        assert f"<AsOf>{read}</AsOf>".encode() in canonical(stock, rid)


def test_the_house_returns_want_a_zone_and_get_hong_kongs(desk: Desk, tmp_path: Path) -> None:
    field = pack_for(desk, "CAR", Period(2026, 10)).schema
    stamps = [
        item for node in field.root.walk() for item in node.fields if item.kind is Kind.DATETIME
    ]
    assert stamps
    for item in stamps:
        assert isinstance(found := converter(item, CONVENTIONS)("2026-10-31T12:00:00", None), Flaw)
        assert found.text == "2026-10-31T12:00:00+08:00"


def test_that_a_workbook_does_not_tell_the_order_among_tables_is_said(tmp_path: Path) -> None:
    item = '<xs:element name="{}"><xs:complexType><xs:attribute name="v"/></xs:complexType></xs:element>'
    schema = bare_xsd(
        '<xs:element name="A"><xs:complexType><xs:choice maxOccurs="unbounded">'
        f"{item.format('B')}{item.format('C')}</xs:choice></xs:complexType></xs:element>"
    )
    desk = bare_desk(tmp_path, bare_files({"a.xsd": schema}, "a.xsd", "A"), Wishes())
    sample = tmp_path / "a.xml"
    sample.write_text('<A xmlns="urn:t"><B v="1"/><C v="2"/><B v="3"/></A>', "utf-8")
    trip = workbook_trip(desk, sample, tmp_path)
    found = [(f.code, f.origin.sheet, f.origin.cell) for f in trip.result.findings if f.origin]
    assert found == [("ORDER-UNKNOWN", "B", "A5"), ("ORDER-UNKNOWN", "C", "A5")]
