"""Last month's explanations in the findings: proposed, taken over, edited, lapsed."""

from collections.abc import Iterator

import pytest
from editor_driver import Driver, Key
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.states import State
from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.editor import add_group
from app.services.explanations import explain
from app.services.formview import read_form
from app.services.returns import new_return
from app.store import returns as store
from app.ui.editor.findingsmodel import COLUMNS, FINDING_ROLE, Column
from app.ui.theme import Theme

STATUS = COLUMNS.index(Column.STATUS)


def month(desk: Desk, period: str, lines: dict[str, str]) -> str:
    """A return whose large quantities need an explanation."""
    number = new_return(desk, "KINDS", period).id
    root = read_form(desk, number).root.row
    assert root is not None
    add_group(desk, number, root.id, "Lines")
    for place, (code, qty) in enumerate(lines.items(), 1):
        add_row(desk, number, "Lines/Line")
        values = {"Code": code, "Qty": qty, "Kind": "A", "Owner/Who": "Chan"}
        for key, text in values.items():
            set_value(desk, number, f"Lines/Line[{place}]/{key}", text)
    heads = {"Name": "Lantau", "Amount": "1", "Nil": "false", "Storage": "HOT"}
    for key, text in heads.items():
        set_value(desk, number, f"Head/{key}", text)
    set_value(desk, number, "Head/Day", "2026-10-31")
    return number


@pytest.fixture
def remembered(kinds: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """C1 grew a little, C2 ten times; both were explained in September, C3 is new."""
    before = month(kinds, "2026-09", {"C1": "5000", "C2": "2000"})
    explain(kinds, before, "KND-001", "Lines/Line[1]/Qty", "One large client.")
    explain(kinds, before, "KND-001", "Lines/Line[2]/Qty", "A second one.")
    with kinds.workspace.write() as connection:
        store.set_state(connection, before, State.FILED)
    number = month(kinds, "2026-10", {"C3": "4000", "C2": "11000", "C1": "5100"})
    driver = Driver(kinds, number, qtbot)
    driver.press(Key.Key_F8)
    yield driver
    driver.close()


def choose(driver: Driver, path: str) -> int:
    """Make the finding at a path current; returns its row."""
    panel = driver.editor.findings
    panel.view.setFocus()
    for row in range(panel.model.rowCount()):
        found = panel.model.index(row, 0).data(FINDING_ROLE)
        if found.code == "KND-001" and found.path == path:
            panel.view.setCurrentIndex(panel.model.index(row, 0))
            driver.rest()
            return row
    raise AssertionError(path)


def explanation(driver: Driver, path: str) -> str | None:
    found = (item for item in driver.editor.findings.model.ordered() if item.path == path)
    return next(item.explanation for item in found if item.code == "KND-001")


def test_a_proposal_shows_both_months_and_one_key_takes_it_over(remembered: Driver) -> None:
    panel = remembered.editor.findings
    row = choose(remembered, "Lines/Line[3]/Qty")
    assert panel.model.index(row, STATUS).data() == "Proposed: One large client."
    bar = panel.proposal
    assert bar.isVisible()
    assert bar.figures.text() == (
        "September 2026: 5,000 against 1,000, difference 4,000;"
        " now: 5,100 against 1,000, difference 4,100"
    )
    ModelTester(None).check(panel.model)
    remembered.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert explanation(remembered, "Lines/Line[3]/Qty") == "One large client."
    assert not bar.isVisible()
    remembered.press(Key.Key_F8)
    assert explanation(remembered, "Lines/Line[3]/Qty") == "One large client."


def test_it_can_be_edited_before_it_is_kept(remembered: Driver) -> None:
    choose(remembered, "Lines/Line[3]/Qty")
    remembered.press(Key.Key_F2)
    editor = remembered.focus()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "One large client."
    editor.deselect()
    editor.setCursorPosition(len(editor.text()))
    remembered.keys(editor, " He stays.")
    remembered.qtbot.keyClick(editor, Key.Key_Return)
    remembered.rest()
    assert explanation(remembered, "Lines/Line[3]/Qty") == "One large client. He stays."


def test_a_lapsed_one_says_why_and_cannot_be_taken_over(remembered: Driver) -> None:
    panel = remembered.editor.findings
    row = choose(remembered, "Lines/Line[2]/Qty")
    assert panel.model.index(row, STATUS).data() == "Explain anew: A second one."
    assert not panel.proposal.take.isVisible()
    assert "has grown from 1,000 to 10,000" in panel.proposal.text.text()
    remembered.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert explanation(remembered, "Lines/Line[2]/Qty") is None


def test_what_is_new_has_no_proposal(remembered: Driver) -> None:
    panel = remembered.editor.findings
    row = choose(remembered, "Lines/Line[1]/Qty")
    assert panel.model.index(row, STATUS).data() == "Type an explanation"
    assert not panel.proposal.isVisible()
    row = choose(remembered, "Lines/Line[3]/Qty")
    remembered.click(panel.proposal.take)
    assert explanation(remembered, "Lines/Line[3]/Qty") == "One large client."
