"""Whom a return names as its approver, and who approves it."""

import json
from pathlib import Path

import pytest
from ledger_pack import ledger_desk

from app.domain.states import State
from app.services import review
from app.services.approver import approver_beside
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.history import show
from app.services.overview import overview
from app.services.returns import get_return, new_return
from app.services.seats import earlier_seats


@pytest.mark.parametrize(
    ("named", "kept"), [("Chan Tai Man", "Chan Tai Man"), (" CHAN  siu ming", None)]
)
def test_the_history_keeps_who_was_named(tmp_path: Path, named: str, kept: str | None) -> None:
    mei = ledger_desk(tmp_path / "a.praya", "Mei", approver=True)
    number = new_return(mei, "LEDGER", "2026-10").id
    set_value(mei, number, "Head/ApprovedBy", named)
    set_value(mei, number, "Head/Total", "1")
    assert check_return(mei, number).valid
    review.send_for_review(mei, number)
    chan = Desk(mei.workspace, "Chan Siu Ming")
    assert approver_beside(chan, number) == (kept or "")
    assert overview(chan, number).other_approver == (kept or "")
    review.approve(chan, number, "he is away")
    assert get_return(mei, number).state is State.APPROVED
    detail = json.loads(show(mei, number)[-1].detail)
    assert detail.get("named_approver") == kept
    assert earlier_seats(mei) == ["Chan Siu Ming", "Mei"]
    mei.workspace.close()


def test_a_schema_without_such_a_field_names_nobody(tmp_path: Path) -> None:
    mei = ledger_desk(tmp_path / "a.praya", "Mei")
    number = new_return(mei, "LEDGER", "2026-10").id
    assert approver_beside(Desk(mei.workspace, "Chan"), number) == ""
    mei.workspace.close()
