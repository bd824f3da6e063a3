"""Computed fields in a workspace: what stays, what is computed again, what is asked, and how it is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sheet_pack import COMPUTED, sheet_desk, sheet_files

from app.domain.finding import Finding, Severity
from app.domain.origin import OriginKind
from app.services import drafts, explanations, overriding, returns
from app.services import settings as choices
from app.services.checks import check_return
from app.services.computed import how
from app.services.desk import Desk
from app.services.formulabook import plan_for
from app.services.formview import read_facts
from app.services.packs import get_pack, open_pack
from app.services.returndump import described
from app.services.returns import get_return


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """A return with two lines, two rates and their totals."""
    desk = sheet_desk(tmp_path / "s.praya")
    number = returns.new_return(desk, "SHEET", "2026-10").id
    for table in ("Rate", "Rate", "Line", "Line", "Split"):
        drafts.add_row(desk, number, table)
    for path, text in {
        "Rate[1]/Code": "A", "Rate[1]/Value": "2", "Rate[2]/Code": "B", "Rate[2]/Value": "10",
        "Line[1]/Id": "1", "Line[1]/Code": "A", "Line[1]/Qty": "3.333",
        "Line[2]/Id": "2", "Line[2]/Code": "B", "Line[2]/Qty": "20", "Split[1]/Code": "B",
    }.items():  # fmt: skip
        drafts.set_value(desk, number, path, text)
    yield desk, number
    desk.workspace.close()


def values(desk: Desk, number: str) -> dict[str, object]:
    return {str(item["path"]): item["value"] for item in described(desk, get_return(desk, number))}


def asked(desk: Desk, number: str) -> list[Finding]:
    return [item for item in check_return(desk, number).findings if item.code == "COMPUTED"]


def test_a_chain_of_formulas_is_worked_out_by_hand(sheet: tuple[Desk, str]) -> None:
    found = values(*sheet)
    assert found["Line[1]/Value"] == "6.67"  # 3.333 × 2 = 6.666
    assert found["Line[2]/Value"] == "200.00"
    assert found["Totals/Grand"] == "206.67"
    assert found["Split[1]/Sum"] == "200.00"
    assert found["Line[1]/Share"] == "3.2273"  # 667 ÷ 20667 = 0.0322736…, cut
    assert found["Totals/Word"] == "much"


def test_a_typed_value_stays_and_its_reason_is_asked_for(sheet: tuple[Desk, str]) -> None:
    desk, number = sheet
    changes = drafts.set_value(desk, number, "Line[1]/Value", "7.00")
    assert len(changes.rows) == 3  # the line, the other line's share, the totals
    drafts.set_value(desk, number, "Line[1]/Qty", "5")
    assert values(desk, number)["Line[1]/Value"] == "7.00"
    (finding,) = asked(desk, number)
    assert (finding.path, finding.left, finding.right) == ("Line[1]/Value", "7", "10")
    assert (finding.difference, finding.severity) == ("-3", Severity.EXPLAIN)
    assert finding.certainty == "HOUSE"
    assert set(finding.messages) == {"en", "zh-Hant", "zh-Hans"}
    assert finding.message.startswith("1: Value says 7; the formula gives 10")
    assert finding.origin is not None
    assert finding.origin.kind is OriginKind.TYPED


def test_an_emptied_field_is_computed_again_and_undo_takes_both_back(
    sheet: tuple[Desk, str],
) -> None:
    desk, number = sheet
    drafts.set_value(desk, number, "Line[1]/Value", "7.00")
    before = values(desk, number)
    drafts.set_value(desk, number, "Line[1]/Value", None)
    assert values(desk, number)["Line[1]/Value"] == "6.67"
    assert asked(desk, number) == []
    told = how(desk, number, "Line[1]/Value")
    assert told.origin is not None
    assert told.origin.kind is OriginKind.COMPUTED
    drafts.undo(desk, number)
    assert values(desk, number) == before
    drafts.redo(desk, number)
    drafts.set_value(desk, number, "Line[1]/Qty", "1")
    assert values(desk, number)["Line[1]/Value"] == "2.00"


def test_the_reason_is_given_with_the_value_or_neither(sheet: tuple[Desk, str]) -> None:
    desk, number = sheet
    overriding.override(desk, number, "Totals/Grand", "206.66", "rounded by finance")
    (finding,) = asked(desk, number)
    assert finding.explanation == "rounded by finance"
    assert how(desk, number, "Totals/Grand").reason == "rounded by finance"
    for path, text in (("Split[1]/Sum", "200"), ("Line[1]/Qty", "1")):
        before = values(desk, number)
        with pytest.raises(overriding.NoReasonNeeded):
            overriding.override(desk, number, path, text, "no reason is asked for")
        assert values(desk, number) == before
    drafts.set_value(desk, number, "Line[1]/Qty", "4")
    (finding,) = asked(desk, number)
    assert finding.explanation is None  # the formula gives another figure now


def test_a_choice_of_the_firm_computes_again(sheet: tuple[Desk, str]) -> None:
    desk, number = sheet
    drafts.set_value(desk, number, "Line[2]/Qty", "1")
    assert values(desk, number)["Totals/Word"] == "little"
    choices.set_setting(desk, "limit", "10")
    assert values(desk, number)["Totals/Word"] == "much"


def test_how_a_value_came_about_leads_down_to_what_was_typed(sheet: tuple[Desk, str]) -> None:
    desk, number = sheet
    told = how(desk, number, "Line[2]/Share")
    assert told.result == told.value == "96.7726"
    value, grand = told.inputs
    assert (value.path, grand.path) == ("Line[2]/Value", "Totals/Grand")
    assert [item.path for item in value.inputs] == ["Line[2]/Qty", "Rate[2]/Value"]
    assert all(item.origin and item.origin.kind is OriginKind.TYPED for item in value.inputs)
    assert grand.count == 2
    assert dict(how(desk, number, "Totals/Word").names) == {"limit": "100"}
    assert any("quantity times rate" in line for line in told.lines())


def test_the_form_says_that_a_value_is_computed(sheet: tuple[Desk, str]) -> None:
    desk, number = sheet
    facts = read_facts(desk, number, _row(desk, number), "Grand")
    assert facts is not None
    assert facts.origin is not None
    assert facts.origin.kind is OriginKind.COMPUTED


def _row(desk: Desk, number: str) -> int:
    from app.services.documents import rows_at  # noqa: PLC0415

    with desk.workspace.read() as connection:
        return next(rows_at(connection, get_return(desk, number)).all_of("Totals")).id


def test_formulas_in_a_circle_and_mistakes_are_named() -> None:
    circle = COMPUTED.replace("sum(/Sheet/Line/Value)", "sum(/Sheet/Line/Share)", 1)
    pack = open_pack(sheet_files(circle))
    from datetime import date  # noqa: PLC0415

    (mistake,) = plan_for(pack, date(2026, 10, 31), {}).mistakes
    assert "circle" in mistake.message
    assert "Totals/Grand" in mistake.message
    wrong = COMPUTED.replace("Qty * $rate", "Quantity * $rate")
    (mistake,) = plan_for(open_pack(sheet_files(wrong)), date(2026, 10, 31), {}).mistakes
    assert mistake.message.startswith("computed field Line/Value: ")
    assert "Quantity" in mistake.message


def test_explanations_are_found_again(sheet: tuple[Desk, str]) -> None:
    desk, number = sheet
    assert explanations.proposals(desk, number) == []
    assert get_pack(desk, "sheet-1.0").computed
