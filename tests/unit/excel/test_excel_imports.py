"""Imports end to end: what changes, where it came from, and that nothing happens half."""

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from excel_pack import ITEM, MARK, add_profile_text, make_book, stock_desk, text_book

from app.domain.finding import Severity
from app.domain.origin import OriginKind
from app.errors import FileMissing, FileUnreadable
from app.excel.binding import LayoutMismatch
from app.excel.package import WorkbookRefused
from app.excel.profile import ProfileError
from app.services import drafts, imports
from app.services.desk import Desk
from app.services.importjob import ImportCancelled
from app.services.imports import ImportReport, ProfileNeeded
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.profiles import ProfileMissing
from app.services.returns import get_return, new_return
from app.store import history
from app.store.imports import blob_body
from app.store.rows import Rows

ITEMS = '[[table]]\npath = "Items/Item"\n[table.columns]\n'


@pytest.fixture
def stock(tmp_path: Path) -> Desk:
    return stock_desk(tmp_path / "w.praya")


@pytest.fixture
def rid(stock: Desk) -> str:
    return new_return(stock, "STOCK", "2026-10").id


def values(desk: Desk, rid: str, node: str) -> list[tuple[str | None, ...]]:
    record = get_return(desk, rid)
    with desk.workspace.read() as connection:
        return [row.values for row in Rows(connection, rid, record.head).all_of(node)]


def origin(desk: Desk, rid: str, path: str) -> tuple[str, str | None, str | None]:
    record = get_return(desk, rid)
    schema = get_pack(desk, record.pack_id).schema
    with desk.workspace.read() as connection:
        rows = Rows(connection, rid, record.head)
        place = drafts.locate(schema, rows, path)
        found = Origins(connection, schema, rows).of(place.row, place.field.key)
    assert found is not None
    return found.kind.value, found.sheet, found.cell


def codes(report: ImportReport) -> list[tuple[str, str | None]]:
    return [(f.code, f.origin.cell if f.origin else None) for f in report.findings]


def test_a_table_comes_in_as_one_step(stock: Desk, rid: str, tmp_path: Path) -> None:
    book = text_book(
        tmp_path / "a.xlsx", [["name", "kind"], ["W1", "cold"], ["W2", ""], ["W3", "hot"]]
    )
    name = add_profile_text(
        stock,
        tmp_path,
        '[maps.kind]\n"cold" = "COLD"\n"hot" = "HOT"\n' + ITEMS + 'Id = "Name"\n'
        'Store = { column = "kind", map = "kind", default = "COLD" }\nQty = { constant = "1.5" }\n'
        '"Place/Country" = { constant = "HK" }\n',
    )
    preview = imports.dry_run(stock, rid, book, name)
    assert values(stock, rid, ITEM) == []
    assert (preview.rows, preview.counts["blocking"], preview.applied) == ({ITEM: 3}, 0, False)
    assert preview.difference.tables[ITEM].new == 3
    assert preview.cells == len(preview.changes) == 12

    result = imports.import_file(stock, rid, book, name)
    assert result.applied
    assert result.touched.structure
    assert [row[:3] for row in values(stock, rid, ITEM)] == [
        ("W1", "COLD", "1.5"),
        ("W2", "COLD", "1.5"),
        ("W3", "HOT", "1.5"),
    ]
    assert origin(stock, rid, f"{ITEM}[1]/Store") == ("file", "Data", "B2")
    assert origin(stock, rid, f"{ITEM}[2]/Store") == ("profile", None, None)
    assert origin(stock, rid, f"{ITEM}[3]/Qty") == ("profile", None, None)
    assert origin(stock, rid, f"{ITEM}[3]/Place/Country") == ("profile", None, None)
    drafts.undo(stock, rid)
    assert values(stock, rid, ITEM) == []
    drafts.redo(stock, rid)
    assert len(values(stock, rid, ITEM)) == 3
    again = imports.dry_run(stock, rid, book, name)
    assert (again.cells, again.difference.tables[ITEM].same) == (0, 3)


def test_the_history_has_one_entry_with_digest_and_counts(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = text_book(tmp_path / "a.xlsx", [["id"], ["W1"], ["W2"]])
    name = add_profile_text(stock, tmp_path, ITEMS + 'Id = "id"\n')
    imports.import_file(stock, rid, book, name)
    with stock.workspace.read() as connection:
        found = [e for e in history.entries(connection, rid) if e.action == "imported"]
    (entry,) = found
    detail = json.loads(entry.detail)
    digest = hashlib.sha256(book.read_bytes()).hexdigest()
    assert (detail["file"], detail["sha256"], detail["profile"]) == ("a.xlsx", digest, "p")
    assert detail["rows"] == {ITEM: 2}
    with stock.workspace.read() as connection:
        assert blob_body(connection, digest) == book.read_bytes()


def odd(sheet: Any, book: Any) -> None:
    sheet.write_row(0, 0, ["id", "qty", "count", "open", "since", "seen"])
    sheet.write_row(1, 0, ["W1", "1.000000000000000001"])
    sheet.write_row(2, 0, ["W2", 12345678901234567.89])
    sheet.write_string(3, 0, "W3")
    sheet.write_formula(3, 1, "=Z9", None, "#REF!")
    sheet.write_string(4, 0, "W4")
    sheet.write_formula(4, 1, "=A1", None, "")
    sheet.write_row(5, 0, [" W5", "1,000"])
    sheet.write_string(6, 0, "W6")
    sheet.write_string(6, 4, "31/10/2026")
    sheet.set_row(6, None, None, {"hidden": True})
    sheet.write_string(7, 0, "W7")
    sheet.write_datetime(
        7,
        5,
        datetime.fromisoformat("2026-10-31T12:00"),
        book.add_format({"num_format": "d/m/y h:m"}),
    )
    sheet.write_row(8, 0, ["W8", "1E5"])
    sheet.write_row(9, 0, ["W9", 0.00001])
    sheet.merge_range("A12:B12", "W10")


def test_every_problem_is_a_finding_with_its_cell_and_nothing_changes(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = make_book(tmp_path / "a.xlsx", odd)
    name = add_profile_text(
        stock,
        tmp_path,
        ITEMS + 'Id="id"\nQty="qty"\nCount="count"\nOpen="open"\nSince="since"\nSeen="seen"\n',
    )
    result = imports.import_file(stock, rid, book, name)
    assert not result.applied
    assert result.blocked
    assert sorted(codes(result), key=str) == sorted(
        [
            ("CELL-PRECISION", "B3"),
            ("CELL-ERROR", "B4"),
            ("CELL-FORMULA-EMPTY", "B5"),
            ("CELL-SPACES", "A6"),
            ("CELL-SEPARATOR", "B6"),
            ("CELL-DATE-TEXT", "E7"),
            ("ROW-HIDDEN", "7"),
            ("CELL-TIMEZONE", "F8"),
            ("CELL-SCIENTIFIC", "B9"),
            ("CELL-SCIENTIFIC", "B10"),
            ("CELL-MERGED", "A12"),
        ],
        key=str,
    )
    precision = next(f for f in result.findings if f.code == "CELL-PRECISION")
    assert precision.path == f"{ITEM}[2]/Qty"
    assert precision.origin is not None
    assert (precision.origin.kind, precision.origin.file, precision.origin.sheet) == (
        OriginKind.FILE,
        "a.xlsx",
        "Data",
    )
    assert result.counts == {"blocking": 8, "explain": 1, "information": 2}
    assert values(stock, rid, ITEM) == []
    assert get_return(stock, rid).steps == 0
    with stock.workspace.read() as connection:
        assert not [e for e in history.entries(connection, rid) if e.action == "imported"]


def test_cells_that_no_field_needs_may_be_odd(stock: Desk, rid: str, tmp_path: Path) -> None:
    book = make_book(tmp_path / "a.xlsx", odd)
    name = add_profile_text(
        stock, tmp_path, '[[table]]\npath = "Items/Item"\nlast = 5\n[table.columns]\nId = "id"\n'
    )
    assert imports.import_file(stock, rid, book, name).applied
    assert [row[0] for row in values(stock, rid, ITEM)] == ["W1", "W2", "W3", "W4"]


def test_one_row_feeds_a_table_and_the_table_inside_it(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = text_book(tmp_path / "a.xlsx", [["address", "w"], ["aa", "1"], ["bb", "2"], ["aa", "3"]])
    name = add_profile_text(
        stock,
        tmp_path,
        '[[table]]\npath = "Items/Item"\nheader = 1\n[table.columns]\n'
        'Id = { running = "W-000" }\n[[table]]\npath = "Items/Item/Marks/Mark"\n'
        'parent = "same-row"\n[table.columns]\nText = "address"\nWeight = "w"\n',
    )
    result = imports.import_file(stock, rid, book, name)
    assert result.rows == {ITEM: 3, MARK: 3}
    assert [row[0] for row in values(stock, rid, ITEM)] == ["W-001", "W-002", "W-003"]
    assert origin(stock, rid, f"{ITEM}[3]/Marks/Mark[1]/Text") == ("file", "Data", "A4")
    assert origin(stock, rid, f"{ITEM}[3]/Id") == ("profile", None, None)
    preview = imports.dry_run(stock, rid, book, name)
    assert preview.cells == 0


def test_nested_rows_find_their_parent_by_key(stock: Desk, rid: str, tmp_path: Path) -> None:
    rows = [["item"], ["W1"], ["W2"], [], ["of", "text"], ["W2", "x"], ["W1", "y"], ["W2", "z"]]
    book = text_book(tmp_path / "a.xlsx", rows)
    name = add_profile_text(
        stock,
        tmp_path,
        '[[table]]\npath = "Items/Item"\nends = "blank"\n[table.columns]\nId = "item"\n'
        '[[table]]\npath = "Items/Item/Marks/Mark"\nparent = { Id = "of" }\n[table.columns]\nText = "text"\n',
    )
    imports.import_file(stock, rid, book, name)
    assert origin(stock, rid, f"{ITEM}[2]/Marks/Mark[2]/Text") == ("file", "Data", "B8")
    assert values(stock, rid, MARK) == [("y", None), ("x", None), ("z", None)]

    rows[-1][0] = "W9"
    result = imports.import_file(stock, rid, text_book(tmp_path / "b.xlsx", rows), name)
    assert codes(result) == [("ROW-PARENT", "A8")]
    assert not result.applied


def test_two_tables_in_one_sheet_with_filters_and_dashes(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    rows = [
        ["coin", "height", "amount"],
        ["ETH(ALL)", "-", "6"],
        ["ETH", "16005122", " 5.2834"],
        ["BTC", "763861", "449.5140"],
        [],
        ["coin", "Network", "Height", "amount"],
        ["ETH", "ETH", "1", "0.058959708849230328"],
    ]
    book = text_book(tmp_path / "a.xlsx", rows)
    text = (
        '[[table]]\npath = "Items/Item"\nends = "blank"\n'
        '[[table.skip]]\ncolumn = "height"\nis = ["-"]\n'
        '[table.columns]\nId = "coin"\nQty = "amount"\n'
        '[[table]]\npath = "Items/Item"\nheader = 6\n[table.columns]\nId = "network"\nQty = "amount"\n'
    )
    result = imports.import_file(stock, rid, book, add_profile_text(stock, tmp_path, text))
    assert result.applied
    assert codes(result) == [("CELL-SPACES", "C3")]
    assert [(row[0], row[2]) for row in values(stock, rid, ITEM)] == [
        ("ETH", "5.2834"),
        ("BTC", "449.5140"),
        ("ETH", "0.058959708849230328"),
    ]
    assert origin(stock, rid, f"{ITEM}[3]/Qty") == ("file", "Data", "D7")


def test_single_fields_from_cells_and_constants(stock: Desk, rid: str, tmp_path: Path) -> None:
    def fill(sheet: Any, book: Any) -> None:
        sheet.write_string("B2", "Lantau")
        sheet.write_row("B3", [False])
        sheet.write_datetime(
            "B4", date(2026, 10, 31), book.add_format({"num_format": "d mmm yyyy"})
        )

    book = make_book(tmp_path / "a.xlsx", fill, "Cover")
    fields = "".join(
        f'[[field]]\npath = "{path}"\n{source}\n'
        for path, source in (
            ("Head/Name", 'sheet = "cover"\ncell = "B2"'),
            ("Head/Nil", 'sheet = "Cover"\ncell = "B3"'),
            ("Head/Day", 'sheet = "Cover"\ncell = "$B$4"'),
            ("Head/Total", 'sheet = "Cover"\ncell = "B9"\ndefault = "0.1"'),
            ("Extra/Remark", 'constant = "none"'),
        )
    )
    result = imports.import_file(stock, rid, book, add_profile_text(stock, tmp_path, fields))
    assert result.applied
    assert result.fields == 5
    assert values(stock, rid, "Head") == [("Lantau", None, "false", "0.1", "2026-10-31")]
    assert values(stock, rid, "Extra") == [("none",)]
    assert origin(stock, rid, "Head/Day") == ("file", "Cover", "B4")
    assert origin(stock, rid, "Head/Total") == ("profile", None, None)
    assert origin(stock, rid, "Extra/Remark") == ("profile", None, None)
    drafts.undo(stock, rid)
    assert values(stock, rid, "Extra") == []


def test_an_unknown_text_in_a_map_blocks_unless_all_are_meant(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = text_book(tmp_path / "a.xlsx", [["id", "s"], ["W1", "warm"]])
    text = ITEMS + 'Id = "id"\nStore = { column = "s", map = { cold = "COLD" } }\n'
    name = add_profile_text(stock, tmp_path, text)
    assert codes(imports.dry_run(stock, rid, book, name)) == [("VALUE-UNMAPPED", "B2")]
    caught = text.replace('cold = "COLD"', 'cold = "COLD", "*" = "HOT"')
    imports.import_file(stock, rid, book, add_profile_text(stock, tmp_path, caught))
    assert origin(stock, rid, f"{ITEM}[1]/Store") == ("profile", None, None)


def test_rows_are_replaced_and_the_preview_says_how(stock: Desk, rid: str, tmp_path: Path) -> None:
    name = add_profile_text(stock, tmp_path, ITEMS + 'Id = "id"\nQty = "q"\n')
    first = [["id", "q"], ["A", "1"], ["B", "2"], ["C", "3"]]
    imports.import_file(stock, rid, text_book(tmp_path / "a.xlsx", first), name)
    second = [["id", "q"], ["D", "4"], ["A", "1"], ["B", "2.5"]]
    book = text_book(tmp_path / "b.xlsx", second)
    preview = imports.dry_run(stock, rid, book, name)
    count = preview.difference.tables[ITEM]
    assert (count.new, count.changed, count.gone, count.same) == (1, 1, 1, 1)
    assert {(c.path, c.before, c.after, c.kind) for c in preview.changes} == {
        (f"{ITEM}[1]/Id", None, "D", "new"),
        (f"{ITEM}[1]/Qty", None, "4", "new"),
        (f"{ITEM}[3]/Qty", "2", "2.5", "changed"),
        (f"{ITEM}[3]/Id", "C", None, "gone"),
        (f"{ITEM}[3]/Qty", "3", None, "gone"),
    }
    changed = next(c for c in preview.changes if c.kind == "changed")
    assert changed.origin is not None
    assert (changed.origin.file, changed.origin.cell) == ("b.xlsx", "B4")
    page = imports.dry_run(stock, rid, book, name, limit=2, offset=1)
    assert [c.path for c in page.changes] == [c.path for c in preview.changes[1:3]]
    assert page.cells == 5


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        ([["other"], ["x"]], LayoutMismatch, "no column “id”"),
        ([["id", "id"], ["x", "y"]], LayoutMismatch, "twice (A and B)"),
        ([], LayoutMismatch, "is empty"),
    ],
)
def test_a_workbook_of_another_layout_is_refused(
    stock: Desk, rid: str, tmp_path: Path, rows: list[list[str]], error: type, words: str
) -> None:
    name = add_profile_text(stock, tmp_path, ITEMS + 'Id = "id"\n')
    with pytest.raises(error) as caught:
        imports.dry_run(stock, rid, text_book(tmp_path / "a.xlsx", rows), name)
    assert words in caught.value.message


def test_wrong_use_has_its_own_words(stock: Desk, rid: str, tmp_path: Path) -> None:
    book = text_book(tmp_path / "a.xlsx", [["id"], ["x"]])
    with pytest.raises(ProfileNeeded):
        imports.dry_run(stock, rid, book)
    with pytest.raises(ProfileMissing):
        imports.dry_run(stock, rid, book, "nobody")
    with pytest.raises(FileMissing):
        imports.dry_run(stock, rid, tmp_path / "none.xlsx")
    with pytest.raises(FileUnreadable):
        imports.dry_run(stock, rid, tmp_path)
    (tmp_path / "b.xlsx").write_bytes(b"id,qty\n1,2\n")
    with pytest.raises(WorkbookRefused):
        imports.dry_run(stock, rid, tmp_path / "b.xlsx")
    name = add_profile_text(
        stock,
        tmp_path,
        '[[table]]\npath = "Items/Item"\nsheet = "Nope"\n[table.columns]\nId = "id"\n',
    )
    with pytest.raises(LayoutMismatch, match="there is no sheet “Nope”"):
        imports.dry_run(stock, rid, book, name)
    name = add_profile_text(
        stock, tmp_path, '[[table]]\npath = "Items/Item/Marks/Mark"\n[table.columns]\nText = "id"\n'
    )
    with pytest.raises(ProfileError, match="to which Item a row belongs"):
        imports.dry_run(stock, rid, book, name)


def test_a_stopped_import_changes_nothing(stock: Desk, rid: str, tmp_path: Path) -> None:
    rows = [["id"], *([f"W{n}"] for n in range(4500))]
    book = text_book(tmp_path / "a.xlsx", rows)
    name = add_profile_text(stock, tmp_path, ITEMS + 'Id = "id"\n')
    seen: list[int] = []
    with pytest.raises(ImportCancelled):
        imports.import_file(
            stock,
            rid,
            book,
            name,
            progress=lambda done, total: seen.append(done),
            cancelled=lambda: len(seen) > 0,
        )
    assert seen == [2000]
    assert values(stock, rid, ITEM) == []
    assert get_return(stock, rid).steps == 0


def test_hidden_things_and_the_days_of_1904_are_said(stock: Desk, rid: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path), {"date_1904": True})
    book.add_worksheet("Front")
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, ["id", "since"])
    sheet.write_string(1, 0, "W1")
    sheet.write_datetime(1, 1, date(2026, 10, 31), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.set_column("A:A", None, None, {"hidden": True})
    sheet.hide()
    book.close()
    name = add_profile_text(stock, tmp_path, ITEMS + 'Id = "id"\nSince = "since"\n')
    result = imports.import_file(stock, rid, path, name)
    assert result.applied
    assert list(result.codes) == ["COLUMN-HIDDEN", "SHEET-HIDDEN", "WORKBOOK-1904"]
    assert values(stock, rid, ITEM)[0][5] == "2026-10-31"
    assert all(f.severity is not Severity.BLOCKING for f in result.findings)


def test_a_table_that_reads_no_column_must_say_where_it_begins(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = text_book(tmp_path / "a.xlsx", [["id"], ["x"]])
    name = add_profile_text(stock, tmp_path, ITEMS + 'Id = { running = "W-0" }\n')
    with pytest.raises(ProfileError, match="“header” or “first” is needed"):
        imports.dry_run(stock, rid, book, name)


def test_rows_below_the_blank_row_that_ends_a_table_are_said(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    book = text_book(tmp_path / "a.xlsx", [["id"], ["A"], [], ["B"]])
    text = '[[table]]\npath = "Items/Item"\nends = "blank"\n[table.columns]\nId = "id"\n'
    result = imports.import_file(stock, rid, book, add_profile_text(stock, tmp_path, text))
    assert codes(result) == [("ROWS-BELOW", "4")]
    assert [row[0] for row in values(stock, rid, ITEM)] == ["A"]
    whole = imports.dry_run(
        stock, rid, book, add_profile_text(stock, tmp_path, ITEMS + 'Id = "id"\n')
    )
    assert whole.rows == {ITEM: 2}
