"""Sums at the foot of tables are exact, and only where they say something."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from totals_pack import sums_desk

from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.formview import read_form
from app.services.grid import View
from app.services.returns import new_return
from app.services.totals import totals

VALUES = ("0.1", "0.2", "12345678901234567890.123456789012345678", "-0.3")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    result = sums_desk(tmp_path / "s.praya")
    yield result
    result.workspace.close()


def filled(desk: Desk) -> tuple[str, int]:
    number = new_return(desk, "SUMS", "2026-10").id
    for place, value in enumerate(VALUES, 1):
        add_row(desk, number, "Line")
        for key, text in {
            "AssetId": "BTC",
            "Value": value,
            "Units": value,
            "Price": "1",
            "Clients": "3",
            "BlockHeight": "900000",
        }.items():
            set_value(desk, number, f"Line[{place}]/{key}", text)
    root = read_form(desk, number).root.row
    assert root is not None
    return number, root.id


def test_sums_are_exact_and_prices_and_places_have_none(desk: Desk) -> None:
    number, root = filled(desk)
    found = totals(desk, number, root, "Line", View())
    assert set(found) == {"Value", "Units", "Clients"}
    assert Fraction(found["Value"]) == sum(map(Fraction, VALUES))
    assert found["Clients"] == "12"


def test_units_of_several_assets_are_not_added_up(desk: Desk) -> None:
    number, root = filled(desk)
    set_value(desk, number, "Line[1]/AssetId", "ETH")
    assert "Units" not in totals(desk, number, root, "Line", View())
    only = totals(desk, number, root, "Line", View(text="ETH"))
    assert only == {"Value": "0.1", "Units": "0.1", "Clients": "3"}
    set_value(desk, number, "Line[2]/Value", "n/a")
    assert "Value" not in totals(desk, number, root, "Line", View())


def test_balances_day_by_day_are_not_added_up(desk: Desk) -> None:
    number, root = filled(desk)
    for place in (1, 2):
        add_row(desk, number, "Daily")
        set_value(desk, number, f"Daily[{place}]/Day", f"2026-10-0{place}")
        set_value(desk, number, f"Daily[{place}]/Value", "5")
    assert totals(desk, number, root, "Daily", View()) == {}
