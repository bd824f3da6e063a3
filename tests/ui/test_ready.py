"""Ready to file: in every state the button says what is missing and leads there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.states import State
from app.services import drafts
from app.services.desk import Desk
from app.services.overview import Overview, overview
from app.services.returns import new_return
from app.ui.main_window import MainWindow
from app.ui.pages.base import Place
from app.ui.pages.readiness import readiness


def seen_as(desk: Desk, state: State, **more: object) -> Overview:
    record = new_return(desk, "LEDGER", "2026-10")
    drafts.set_value(desk, record.id, "Head/Name", "October")
    seen = overview(desk, record.id)
    return replace(seen, record=replace(seen.record, state=state), **more)  # type: ignore[arg-type]


CASES = [
    (State.DRAFT, {}, "check", "It has not been checked since it was last changed."),
    (State.DRAFT, {"blocking": 3}, "check", "3 blocking findings have to be mended first."),
    (State.VALIDATED, {"to_explain": 1}, "explain", "1 finding needs an explanation first."),
    (State.VALIDATED, {}, "review", "Nobody has been asked to approve it yet: send it for review."),
    (
        State.IN_REVIEW,
        {"may_approve": True},
        "approve",
        "It is in review and not approved yet; you may approve it.",
    ),
    (
        State.IN_REVIEW,
        {"may_approve": False},
        "",
        "You had a hand in this return; another person has to approve it.",
    ),
    (State.APPROVED, {}, "sign", ""),
    (State.SIGNED, {}, "receipt", ""),
    (State.FILED, {}, "", "It is filed already: the receipt is recorded."),
    (State.CORRECTED, {}, "", "A correction has taken its place; file that one."),
    (State.VOIDED, {}, "", "It was voided and is not to be filed."),
]


@pytest.mark.parametrize(("state", "more", "act", "why"), CASES)
def test_every_state_says_why_and_leads_to_what_is_missing_first(
    window: MainWindow,
    ledger: Desk,
    qtbot: QtBot,
    state: State,
    more: dict[str, object],
    act: str,
    why: str,
) -> None:
    seen = seen_as(ledger, state, **more)
    found = readiness(seen)
    assert (found.act, found.why, found.possible) == (act, why, not why)
    window.open_return(seen.record.id, "ready")
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    view = page.ready
    went: list[object] = []
    view.go.disconnect()
    view.go.connect(went.append)
    view.show_overview(seen)
    button = view.file_button
    assert button.isEnabled()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert why in button.accessibleName()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    if found.possible:
        assert went == [Place("act", seen.record.id, view=act)]
        return
    assert went == []
    assert view.notice.message.text() == why
    assert view.why.text() == why
    if act:
        view.notice.link.click()
        assert went == [Place("act", seen.record.id, view=act)]
    else:
        assert view.notice.link.isHidden()


def test_a_new_return_asks_for_a_workbook_or_the_form(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    found = readiness(overview(ledger, new_return(ledger, "LEDGER", "2026-10").id))
    assert found.act == "import"
    assert "fill in the form" in found.why


def test_after_a_check_the_count_is_that_of_the_check(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    drafts.set_value(ledger, record.id, "Head/Total", "many")
    window.open_return(record.id)
    rest(window, qtbot)
    window.menus.do("check")
    rest(window, qtbot)
    seen = overview(ledger, record.id)
    assert seen.blocking
    assert str(seen.blocking) in readiness(seen).why
    drafts.set_value(ledger, record.id, "Head/Total", "1")
    assert "not been checked" in readiness(overview(ledger, record.id)).why
