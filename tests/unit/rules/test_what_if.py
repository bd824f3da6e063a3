"""What-if on a cold-wallet return: what it reads, what it says, and that it writes nothing."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from ledger_pack import SECRET, ledger_desk

from app.services import drafts, returns
from app.services.desk import Desk
from app.services.packs import add_pack, shipped_packs
from app.services.settings import set_setting
from app.services.whatif import WhatIfMove, WhatIfNotHere, WhatIfUnreadable, again, what_if
from app.services.whatifout import text_lines, write_what_if
from app.store.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    result = Desk(
        Workspace.create(tmp_path / "a.praya", SECRET, {"entity": "X", "ce": "ZZL001"}), "mei"
    )
    pack = next(p for p in shipped_packs() if b'"cwr-1.0"' in p["pack.toml"])
    add_pack(result, pack)
    yield result
    result.workspace.close()


def begin(desk: Desk, splits: dict[str, tuple[str, str, str]], limit: str = "600") -> str:
    """A return with some assets (cold, hot, price; two decimals) and one cover for everything."""
    number = returns.new_return(desk, "CWR", "2026-10").id
    for place, (name, (cold, hot, price)) in enumerate(splits.items(), 1):
        _row(
            desk,
            number,
            "Assets/Asset",
            place,
            AssetId=name,
            Ticker=name,
            HkdPrice=price,
            Decimals="2",
        )
        worth = [str((Decimal(q) * Decimal(price)).quantize(Decimal("0.01"))) for q in (cold, hot)]
        _row(
            desk, number, "AssetSplits/AssetSplit", place, AssetId=name, ColdQty=cold, HotQty=hot,
            OtherQty="0", StakedColdQty="0", ColdHkd=worth[0], HotHkd=worth[1], OtherHkd="0",
        )  # fmt: skip
    _row(
        desk, number, "Covers/Cover", 1, LimitHkd=limit, DeductibleHkd="0", Scope="BOTH",
        StartDate="2026-01-01",
    )  # fmt: skip
    return number


def _row(desk: Desk, number: str, table: str, place: int, **values: str) -> None:
    drafts.add_row(desk, number, table)
    for key, value in values.items():
        drafts.set_value(desk, number, f"{table}[{place}]/{key}", value)


def test_the_worked_case_of_the_ratio(desk: Desk) -> None:
    """979.99 of 1,000 is 98 % as printed and one cent too little."""
    number = begin(desk, {"A": ("979.99", "20.01", "1")})
    head = returns.get_return(desk, number).head
    found = what_if(desk, number)
    assert (found.kept_before, found.before.room) == (False, Decimal("-0.01"))
    assert found.moves == {"A": Decimal("0.01")}
    assert (found.met, found.value, found.after.room) == (True, Decimal("0.01"), 0)
    assert found.after.required == Decimal("510.00")
    assert returns.get_return(desk, number).head == head


def test_the_largest_balance_is_moved_first_and_typed_units_are_worked_out_at_once(
    desk: Desk,
) -> None:
    number = begin(desk, {"A": ("900", "30", "1"), "B": ("0", "70", "1")})
    found = what_if(desk, number)
    assert found.moves == {"B": Decimal("70"), "A": Decimal("10")}
    typed = again(found, {"A": "30"})
    assert (typed.typed, typed.met, typed.after.room) == (True, False, Decimal("-50"))
    assert again(typed, None).moves == found.moves
    for moves, words in (
        ({"A": "31"}, "only 30 units"),
        ({"C": "1"}, "no asset"),
        ({"A": "-1"}, "cannot be moved"),
    ):
        with pytest.raises(WhatIfMove, match=words):
            again(found, moves)


def test_the_basis_that_the_return_states_binds(desk: Desk) -> None:
    number = begin(desk, {"A": ("900", "0", "1"), "B": ("9.70", "0.30", "1")})
    assert not what_if(desk, number).needed
    set_setting(desk, "cold_basis", "units")
    drafts.set_value(desk, number, "BindingRatio/RatioBasis", "UNITS")
    found = what_if(desk, number)
    assert found.position.limits.basis == "units"
    assert found.moves == {"B": Decimal("0.10")}
    drafts.set_value(desk, number, "BindingRatio/RatioBasis", "VALUE")
    assert not what_if(desk, number).needed


def test_the_cover_alone_can_ask_for_a_transfer_or_not_be_brought_back(desk: Desk) -> None:
    number = begin(desk, {"A": ("980", "20", "1")}, limit="505")
    found = what_if(desk, number)
    assert (found.kept_before, found.before.covered) == (True, False)
    assert found.moves == {"A": Decimal("10")}
    assert (found.met, found.after.required) == (True, Decimal("505.00"))
    drafts.set_value(desk, number, "Covers/Cover[1]/LimitHkd", "499.99")
    short = what_if(desk, number)
    assert (short.met, short.moves, short.after.missing) == (False, {}, Decimal("10.01"))
    assert "no transfer replaces a higher cover" in "\n".join(text_lines(short))


def test_staked_assets_count_where_the_setting_says(desk: Desk) -> None:
    number = begin(desk, {"A": ("990", "10", "1")})
    drafts.set_value(desk, number, "AssetSplits/AssetSplit[1]/StakedColdQty", "15")
    drafts.set_value(desk, number, "AssetSplits/AssetSplit[1]/StakedColdHkd", "15")
    assert not what_if(desk, number).needed
    drafts.set_value(desk, number, "BindingRatio/StakedTreatment", "OTHER")
    found = what_if(desk, number)
    assert found.moves == {"A": Decimal("5")}
    assert found.lines[0].before == Decimal("97.5000")


def test_cover_that_has_ended_does_not_count(desk: Desk) -> None:
    number = begin(desk, {"A": ("1000", "0", "1")})
    assert what_if(desk, number).before.covered
    drafts.set_value(desk, number, "Covers/Cover[1]/EndDate", "2026-10-30")
    assert what_if(desk, number).before.missing == Decimal("500")


def test_what_cannot_be_calculated_is_said(desk: Desk, tmp_path: Path) -> None:
    number = returns.new_return(desk, "CWR", "2026-10").id
    with pytest.raises(WhatIfUnreadable, match="split by asset is empty"):
        what_if(desk, number)
    drafts.add_row(desk, number, "AssetSplits/AssetSplit")
    drafts.set_value(desk, number, "AssetSplits/AssetSplit[1]/ColdQty", "many")
    with pytest.raises(WhatIfUnreadable, match=r"AssetSplit\[1\]/ColdQty, which is no amount"):
        what_if(desk, number)
    other = ledger_desk(tmp_path / "l.praya")
    try:
        with pytest.raises(WhatIfNotHere):
            what_if(other, returns.new_return(other, "LEDGER", "2026-10").id)
    finally:
        other.workspace.close()


def test_it_goes_out_as_text_and_as_a_workbook_of_text(desk: Desk, tmp_path: Path) -> None:
    number = begin(desk, {"=A": ("979.99", "20.01", "1")})
    found = what_if(desk, number)
    text = write_what_if(found, tmp_path / "w.txt", "zh-Hant").read_text(encoding="utf-8")
    assert "並非指示" in text
    book = openpyxl.load_workbook(write_what_if(found, tmp_path / "w.xlsx"))
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert ["=A", "=A", "979.99", "20.01", "0.01", "0.01", "97.9990", "98.0000", "yes"] in cells
    assert all(cell.data_type in ("s", "n") for row in book.active.iter_rows() for cell in row)
    assert not any(isinstance(value, float) for row in cells for value in row)
