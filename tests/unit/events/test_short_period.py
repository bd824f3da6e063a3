"""The first period of a licence that began within a month: shorter, explained, and complete."""

from datetime import date, timedelta

import pytest

from app.domain.finding import Finding
from app.services import checks, drafts, firm
from app.services.desk import Desk
from app.services.returndump import described
from app.services.returns import get_return, new_return


def start(desk: Desk, return_type: str, period: str) -> str:
    record = new_return(desk, return_type, period)
    values = {item["path"]: item["value"] for item in described(desk, get_return(desk, record.id))}
    return str(values["Header/PeriodStart"])


def test_the_first_period_begins_with_the_licence(desk: Desk) -> None:
    assert start(desk, "CAR", "2026-08") == "2026-08-01"  # nothing is known of the licence yet
    firm.set_firm(desk, "licence_from", "2026-09-30")
    assert start(desk, "CAR", "2026-09") == "2026-09-30"
    assert start(desk, "CAR", "2026-10") == "2026-10-01"
    firm.set_firm(desk, "licence_from", "2026-11-01")
    assert start(desk, "CAR", "2026-11") == "2026-11-01"
    assert start(desk, "INC", "2026-11") == "2026-11-01"


@pytest.mark.parametrize(
    ("return_type", "table", "code"),
    [
        ("CAR", "Reconciliations/Reconciliation", "CAR-012"),
        ("CWR", "DailyPositions/DailyPosition", "CWR-110"),
    ],
)
def test_a_short_period_has_a_row_for_each_of_its_days(
    desk: Desk, return_type: str, table: str, code: str
) -> None:
    firm.set_firm(desk, "licence_from", "2026-10-27")
    number = new_return(desk, return_type, "2026-10").id

    def findings() -> list[Finding]:
        return list(checks.check_return(desk, number).findings)

    for day in range(1, 5):
        drafts.add_row(desk, number, table)
        text = (date(2026, 10, 26) + timedelta(days=day)).isoformat()
        drafts.set_value(desk, number, f"{table}[{day}]/Date", text)
    [short] = [item for item in findings() if item.code == code and "of the period" in item.message]
    assert (short.left, short.right) == ("4", "5")
    drafts.add_row(desk, number, table)
    drafts.set_value(desk, number, f"{table}[5]/Date", "2026-10-31")
    assert not [item for item in findings() if item.code == code and item.left]
    assert not [item for item in findings() if item.path == table.partition("/")[0]]  # nor the XSD
    [asked] = [item for item in findings() if item.code == "HDR-005"]
    assert asked.severity.value == "explain"
    assert "2026-10-27" in asked.message


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("2028-02-01", "2028-02-29", True),
        ("2028-02-01", "2028-02-28", False),
        ("2027-02-01", "2027-02-28", True),
        ("2026-12-01", "2026-12-31", True),
        ("2026-12-01", "2027-12-31", False),
        ("2026-04-01", "2026-04-30", True),
        ("2026-04-15", "2026-04-29", False),
    ],
)
def test_a_period_ends_with_its_month(desk: Desk, first: str, last: str, whole: bool) -> None:
    number = new_return(desk, "SCR", "2026-10").id
    drafts.set_value(desk, number, "Header/PeriodStart", first)
    drafts.set_value(desk, number, "Header/PeriodEnd", last)
    said = [
        item.path for item in checks.check_return(desk, number).findings if item.code == "HDR-005"
    ]
    assert ("Header/PeriodEnd" not in said) is whole
