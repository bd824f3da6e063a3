"""What a new return takes over, what an import leaves to the formulas, and explanations proposed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sheet_pack import sheet_desk

from app.domain.origin import OriginKind
from app.domain.states import State
from app.services import drafts, explanations, overriding, returns
from app.services.carry import carried_into, carry
from app.services.checks import check_return
from app.services.computed import how
from app.services.desk import Desk
from app.services.imports import dry_run, import_file
from app.services.returndump import described
from app.services.returns import get_return
from app.services.templates import write_template
from app.store.returns import set_state


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    """September, filed, with an override that is explained and a line that is not carried."""
    desk = sheet_desk(tmp_path / "s.praya")
    number = returns.new_return(desk, "SHEET", "2026-09").id
    for table in ("Rate", "Line", "Line", "Line[1]/Part"):
        drafts.add_row(desk, number, table)
    for path, text in {
        "Rate[1]/Code": "A", "Rate[1]/Value": "2", "Line[1]/Id": "first", "Line[1]/Code": "A",
        "Line[1]/Qty": "3.5", "Line[1]/Part[1]/Amount": "5", "Line[2]/Id": "none",
    }.items():  # fmt: skip
        drafts.set_value(desk, number, path, text)
    overriding.override(desk, number, "Line[1]/Value", "7.10", "the broker rounds up")
    _file(desk, number)
    yield desk, number
    desk.workspace.close()


def _file(desk: Desk, number: str) -> None:
    with desk.workspace.write() as connection:
        set_state(connection, number, State.FILED)


def values(desk: Desk, number: str) -> dict[str, object]:
    return {
        str(item["path"]): item["value"]
        for item in described(desk, get_return(desk, number))
        if item["value"] is not None
    }


def test_a_new_return_takes_over_rows_and_opening_figures(filed: tuple[Desk, str]) -> None:
    desk, september = filed
    october = returns.new_return(desk, "SHEET", "2026-10").id
    found = values(desk, october)
    assert found["Line[1]/Id"] == "first"
    assert found["Line[1]/Qty"] == "7.10"  # the value of September
    assert found["Line[1]/Part[1]/Amount"] == "5"
    assert found["Rate[1]/Code"] == "A"
    assert "Rate[1]/Value" not in found
    assert "Line[2]/Id" not in found
    assert found["Line[1]/Parts"] == "5"
    done = carried_into(desk, october)
    assert done is not None
    assert (done["from"], done["period"], done["rows"]) == (september, "2026-09", 2)
    origin = how(desk, october, "Line[1]/Code").origin
    assert origin is not None
    assert origin.kind is OriginKind.CARRIED


def test_only_a_filed_return_of_an_earlier_period_is_taken(filed: tuple[Desk, str]) -> None:
    desk, september = filed
    with desk.workspace.write() as connection:
        set_state(connection, september, State.SIGNED)
    october = returns.new_return(desk, "SHEET", "2026-10").id
    assert carried_into(desk, october) is None
    assert carry(desk, october)[1] is None
    _file(desk, september)
    _, done = carry(desk, october)
    assert done is not None
    assert done.rows == 2
    assert values(desk, october)["Line[1]/Qty"] == "7.10"
    drafts.undo(desk, october)
    assert "Line[1]/Id" not in values(desk, october)
    august = returns.new_return(desk, "SHEET", "2026-08").id
    assert carried_into(desk, august) is None


def test_nothing_that_is_there_or_was_emptied_is_overwritten(filed: tuple[Desk, str]) -> None:
    desk, _ = filed
    october = returns.new_return(desk, "SHEET", "2026-10").id
    drafts.set_value(desk, october, "Line[1]/Qty", "1")
    drafts.set_value(desk, october, "Line[1]/Code", None)
    before = values(desk, october)
    _, done = carry(desk, october)
    assert done is not None
    assert not done.any
    assert values(desk, october) == before


def test_a_filled_template_leaves_to_the_formulas_what_is_theirs(
    filed: tuple[Desk, str], tmp_path: Path
) -> None:
    desk, _ = filed
    october = returns.new_return(desk, "SHEET", "2026-10").id
    drafts.set_value(desk, october, "Rate[1]/Value", "3")
    before = values(desk, october)
    assert before["Line[1]/Value"] == "21.30"
    book = write_template(desk, "SHEET", tmp_path / "s.xlsx", return_id=october)
    assert dry_run(desk, october, book).cells == 0
    assert import_file(desk, october, book).applied
    assert values(desk, october) == before
    assert how(desk, october, "Line[1]/Value").given is False
    drafts.set_value(desk, october, "Line[1]/Qty", "1")
    assert values(desk, october)["Totals/Grand"] == "3.00"
    drafts.set_value(desk, october, "Line[1]/Value", "2.00")
    book = write_template(desk, "SHEET", tmp_path / "t.xlsx", return_id=october)
    drafts.set_value(desk, october, "Line[1]/Value", None)
    assert dry_run(desk, october, book).cells > 0
    assert import_file(desk, october, book).applied
    told = how(desk, october, "Line[1]/Value")
    assert (told.value, told.given) == ("2.00", True)  # brought by the file, so it stays
    assert told.origin is not None
    assert told.origin.kind is OriginKind.FILE


def test_an_explanation_is_proposed_with_both_figures_until_the_difference_grows(
    filed: tuple[Desk, str],
) -> None:
    desk, september = filed
    october = returns.new_return(desk, "SHEET", "2026-10").id
    drafts.set_value(desk, october, "Rate[1]/Value", "1")  # 7.10 × 1
    drafts.add_row(desk, october, "Line", 1)  # the row of the same key stands elsewhere now
    drafts.set_value(desk, october, "Line[2]/Value", "7.2")
    (found,) = explanations.proposals(desk, october)
    assert found.text == "the broker rounds up"
    assert (found.difference_before, found.finding.difference) == ("0.1", "0.1")
    assert (found.finding.path, found.source.id, found.lapsed) == (
        "Line[2]/Value",
        september,
        False,
    )
    explanations.take_over(desk, october, "COMPUTED")
    assert explanations.proposals(desk, october) == []
    assert check_return(desk, october).unexplained == 0
    for value, lapsed in (("7.225", False), ("7.226", True), ("6.975", False), ("6.974", True)):
        drafts.set_value(desk, october, "Line[2]/Value", value)
        (found,) = explanations.proposals(desk, october)
        assert found.lapsed is lapsed, value
    with pytest.raises(explanations.NothingProposed, match="lapsed"):
        explanations.take_over(desk, october, "COMPUTED")
