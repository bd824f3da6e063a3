"""A return that bears another's number, firm or period is not signed, however it came there."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


def found(office: Run, number: str) -> dict[str, tuple[str, str]]:
    """Path → severity and what is wanted, of each such finding."""
    return {
        item["path"]: (item["severity"], item["right"])
        for item in office("validate", number).body["findings"]
        if item["code"] == "IDENTITY"
    }


@pytest.mark.parametrize("kind", ["FRS", "INC"])
def test_what_belongs_to_another_return_blocks(office: Run, kind: str) -> None:
    number = office("return", "new", kind, "2026-11").body["id"]
    assert found(office, number) == {}
    for field, value in (
        ("ReturnId", "7d9e3b52-0000-4000-8000-0123456789ab"),
        ("CeNumber", "ABC123"),
        ("PeriodStart", "2026-10-01"),
        ("PeriodEnd", "2026-10-31"),
        ("EntityName", "Another Exchange Limited"),
    ):
        assert office("set", number, f"Header/{field}", value).code == 0
    assert found(office, number) == {
        "Header/ReturnId": ("blocking", number),
        "Header/CeNumber": ("blocking", "ZZZ001"),
        "Header/PeriodStart": ("blocking", "2026-11-01"),
        "Header/PeriodEnd": ("blocking", "2026-11-30"),
        "Header/EntityName": ("information", "Lantau"),
    }
    office("set", number, "Header/PeriodStart", "2026-11-16")  # a licence that begins in mid-month
    assert "Header/PeriodStart" not in found(office, number)


def test_a_template_filled_for_another_month_is_noticed(office: Run, tmp_path: Path) -> None:
    october = office("return", "new", "FRS", "2026-10").body["id"]
    file = tmp_path / "october.xlsx"
    assert office("template", "FRS", "--return", october, "--out", file).code == 0
    november = office("return", "new", "FRS", "2026-11").body["id"]
    assert office("import", november, file).body["applied"]
    assert set(found(office, november)) == {
        "Header/ReturnId",
        "Header/PeriodStart",
        "Header/PeriodEnd",
    }
