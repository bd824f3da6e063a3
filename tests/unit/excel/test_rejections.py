"""Rows of a workbook that are left out: what they block, what is said, what is refused."""

import json
from pathlib import Path

import pytest
from excel_pack import ITEM, add_profile_text, make_book, stock_desk, text_book

from app.errors import UserError
from app.services import drafts, imports
from app.services.desk import Desk
from app.services.packs import get_pack
from app.services.rejections import ImportStale, Rejections, RejectionUnknown, read_rejections
from app.services.returns import get_return, new_return
from app.store import history
from app.store.rows import Rows

PROFILE = (
    '[[table]]\npath = "Items/Item"\n[table.columns]\nId = "id"\nStore = "store"\nQty = "qty"\n'
)
HEAD = ["id", "store", "qty"]


@pytest.fixture
def stock(tmp_path: Path) -> Desk:
    desk = stock_desk(tmp_path / "w.praya")
    add_profile_text(desk, tmp_path, PROFILE)
    return desk


@pytest.fixture
def rid(stock: Desk, tmp_path: Path) -> str:
    number = new_return(stock, "STOCK", "2026-10").id
    rows = [HEAD, ["A", "COLD", "1"], ["B", "HOT", "2"], ["C", "HOT", "3"]]
    imports.import_file(stock, number, text_book(tmp_path / "first.xlsx", rows), "p")
    return number


def items(desk: Desk, rid: str) -> list[str]:
    record = get_return(desk, rid)
    with desk.workspace.read() as connection:
        rows = Rows(connection, rid, record.head).all_of(ITEM)
        return [" ".join(value or "-" for value in row.values[:3]) for row in rows]


def last_import(desk: Desk, rid: str) -> dict[str, object]:
    with desk.workspace.read() as connection:
        entry = history.last(connection, rid, "imported")
    assert entry is not None
    return dict(json.loads(entry.detail))


def test_a_row_that_is_left_out_stays_and_the_history_says_so(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    rows = [HEAD, ["C", "COLD", "30"], ["D", "HOT", "4"], ["A", "COLD", "10"]]
    file = text_book(tmp_path / "second.xlsx", rows)
    seen = imports.dry_run(stock, rid, file, "p")
    assert {(c.row, c.kind, c.choice) for c in seen.changes} == {
        (f"{ITEM}[1]", "changed", True),
        (f"{ITEM}[2]", "new", True),
        (f"{ITEM}[3]", "changed", True),
        (f"{ITEM}[2]", "gone", True),
    }
    rejected = Rejections(frozenset({f"{ITEM}[1]"}), frozenset({f"{ITEM}[2]"}))
    result = imports.import_file(stock, rid, file, "p", rejected=rejected)
    assert result.applied
    # The order is that of the return; D follows C, as in the file.
    assert items(stock, rid) == ["A COLD 10", "B HOT 2", "C HOT 3", "D HOT 4"]
    told = last_import(stock, rid)["rejected"]
    assert told == {
        "rows": 2,
        "values": 0,
        "tables": {ITEM: 2},
        "blocking": 0,
        "places": [f"{ITEM}[1]", f"{ITEM}[2]"],
    }
    drafts.undo(stock, rid)
    assert items(stock, rid) == ["A COLD 1", "B HOT 2", "C HOT 3"]


def test_one_value_of_a_row_stays(stock: Desk, rid: str, tmp_path: Path) -> None:
    drafts.set_value(stock, rid, f"{ITEM}[2]/Qty", "2.5")
    rows = [HEAD, ["A", "COLD", "1"], ["B", "COLD", "20"], ["C", "HOT", "3"]]
    file = text_book(tmp_path / "second.xlsx", rows)
    rejected = read_rejections(_schema(stock, rid), [f"{ITEM}[2]/Qty"], [])
    result = imports.import_file(stock, rid, file, "p", rejected=rejected)
    assert items(stock, rid) == ["A COLD 1", "B COLD 2.5", "C HOT 3"]
    assert (result.left and result.left.values) == 1
    with stock.workspace.read() as connection:
        record = get_return(stock, rid)
        found = Rows(connection, rid, record.head)
        place = drafts.locate(_schema(stock, rid), found, f"{ITEM}[2]/Qty")
        assert '"typed"' in (found.typed_origin(place.row.id, "Qty") or "")


def _schema(desk: Desk, rid: str):  # type: ignore[no-untyped-def]
    return get_pack(desk, get_return(desk, rid).pack_id).schema


def test_what_blocks_in_a_row_that_is_left_out_blocks_no_other(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    def fill(sheet, book):  # type: ignore[no-untyped-def]
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ["A", "COLD", "11"])
        sheet.write_row(2, 0, ["B", "HOT"])
        sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
        sheet.write_row(3, 0, ["C", "HOT", "1,5"])

    file = make_book(tmp_path / "wrong.xlsx", fill)
    whole = imports.import_file(stock, rid, file, "p")
    assert whole.blocked
    assert not whole.applied
    one = imports.import_file(stock, rid, file, "p", rejected=Rejections(frozenset({f"{ITEM}[2]"})))
    assert one.blocked
    assert not one.applied
    assert items(stock, rid) == ["A COLD 1", "B HOT 2", "C HOT 3"]
    both = Rejections(frozenset({f"{ITEM}[2]", f"{ITEM}[3]"}))
    result = imports.import_file(stock, rid, file, "p", rejected=both)
    assert result.applied
    assert not result.blocked
    assert (result.counts["blocking"], result.left and result.left.blocking) == (2, 2)
    assert items(stock, rid) == ["A COLD 11", "B HOT 2", "C HOT 3"]


def test_all_left_out_is_no_step_and_only_takes_what_it_names(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    file = text_book(tmp_path / "second.xlsx", [HEAD, ["B", "COLD", "9"], ["X", "HOT", "8"]])
    steps = get_return(stock, rid).steps
    result = imports.import_file(stock, rid, file, "p", rejected=Rejections(only=True))
    assert not result.applied
    assert not result.blocked
    assert get_return(stock, rid).steps == steps
    schema = _schema(stock, rid)
    only = read_rejections(schema, [], [], [f"{ITEM}[2]"])
    assert only is not None
    # Position 2 of the file is X; position 2 of the return is B, which the file has.
    assert imports.import_file(stock, rid, file, "p", rejected=only).applied
    assert items(stock, rid) == ["A COLD 1", "B HOT 2", "X HOT 8", "C HOT 3"]


def test_a_table_that_is_left_out_whole_stays_as_it_is(
    stock: Desk, rid: str, tmp_path: Path
) -> None:
    """Rows that the file lacks stay too: “left out” never means that something goes."""
    file = text_book(tmp_path / "second.xlsx", [HEAD, ["B", "COLD", "9"], ["X", "HOT", "8"]])
    before = items(stock, rid)
    whole = read_rejections(_schema(stock, rid), [ITEM], [])
    assert not imports.import_file(stock, rid, file, "p", rejected=whole).applied
    assert items(stock, rid) == before


@pytest.mark.parametrize("path", [f"{ITEM}[9]", "Items/Itm[1]", "Head/Name", f"{ITEM}[1]/Nope"])
def test_a_place_that_nothing_changes_is_refused(
    stock: Desk, rid: str, tmp_path: Path, path: str
) -> None:
    file = text_book(tmp_path / "second.xlsx", [HEAD, ["B", "COLD", "9"]])
    rejected = read_rejections(_schema(stock, rid), [path], [])
    with pytest.raises(RejectionUnknown, match="changes nothing at"):
        imports.import_file(stock, rid, file, "p", rejected=rejected)
    assert items(stock, rid) == ["A COLD 1", "B HOT 2", "C HOT 3"]


def test_choices_for_another_state_are_refused(stock: Desk, rid: str, tmp_path: Path) -> None:
    file = text_book(tmp_path / "second.xlsx", [HEAD, ["B", "COLD", "9"], ["X", "HOT", "8"]])
    seen = imports.dry_run(stock, rid, file, "p")
    drafts.remove_row(stock, rid, ITEM, 1)
    rejected = Rejections(frozenset({f"{ITEM}[1]"}), seen=(seen.sha256, seen.head))
    with pytest.raises(ImportStale):
        imports.import_file(stock, rid, file, "p", rejected=rejected)


def test_a_path_that_is_none_is_refused_by_name(stock: Desk, rid: str) -> None:
    with pytest.raises(UserError, match="is no field path"):
        read_rejections(_schema(stock, rid), ["Items[0]"], [])
