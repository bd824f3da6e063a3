"""Original and correction side by side in the window, from both pages that lead there."""

from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.clock import now
from app.services import submission
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.keysources import KeyFile
from app.services.returns import new_return
from app.services.signatures import sign_with
from app.signing.authority import make_demo_signer
from app.ui.comparison import ComparisonDialog
from app.ui.main_window import MainWindow
from app.ui.models.records import RECORD_ROLE
from app.ui.pages.return_page import ReturnPage


@pytest.fixture
def pair(ledger: Desk, tmp_path: Path) -> tuple[str, str]:
    """A signed return, and its correction with a figure that was mended."""
    number = new_return(ledger, "LEDGER", "2026-10").id
    set_value(ledger, number, "Head/Name", "October")
    set_value(ledger, number, "Head/Total", "1234.5")
    assert check_return(ledger, number).valid
    boss = Desk(ledger.workspace, "Boss")
    submission.send_for_review(ledger, number)
    submission.approve(boss, number)
    key = tmp_path / "key.p12"
    key.write_bytes(make_demo_signer("Lantau", "Boss", "secret", at=now()).p12)
    sign_with(boss, number, KeyFile(key, "secret"))
    later = submission.correct(ledger, number).id
    set_value(ledger, later, "Head/Total", "1200")
    return number, later


def shown(window: MainWindow, qtbot: QtBot) -> ComparisonDialog:
    rest(window, qtbot)
    dialog = window.findChild(ComparisonDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_a_correction_shows_its_original_beside_it(
    window: MainWindow, pair: tuple[str, str], qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    window.open_return(pair[1])
    rest(window, qtbot)
    page = window.return_page
    assert isinstance(page, ReturnPage)
    entries = {action.data(): action for action in page.menu.actions()}
    assert entries["compare"].isEnabled()
    entries["compare"].trigger()
    dialog = shown(window, qtbot)
    model = dialog.table.records
    qtmodeltester.check(model)
    rows = [
        [model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())
    ]
    total = next(row for row in rows if row[2] == "1,234.5")
    assert total[3] == "1,200"
    assert "Typed by Mei" in total[5]
    assert pair[0][:8] in dialog.sides.text()
    assert "does not say yet" in dialog.summary.text()
    line = rows.index(total)
    dialog.table.opened.emit(model.index(line, 0).data(RECORD_ROLE))
    rest(window, qtbot)
    assert window.findChild(ComparisonDialog) is None
    assert window.return_page is page
    assert page.stack.currentWidget() is page.editor


def test_the_submissions_lead_there_once_a_correction_is_signed(
    window: MainWindow, ledger: Desk, pair: tuple[str, str], qtbot: QtBot, tmp_path: Path
) -> None:
    page = window.submissions
    window.show_page("submissions")
    rest(window, qtbot)
    assert not page.compare.isEnabled()
    assert "Choose a correction" in page.compare.toolTip()
    assert check_return(ledger, pair[1]).valid
    boss = Desk(ledger.workspace, "Boss")
    submission.send_for_review(ledger, pair[1])
    submission.approve(boss, pair[1])
    window.context.changes.tell(sign_with(boss, pair[1], KeyFile(tmp_path / "key.p12", "secret")))
    rest(window, qtbot)
    assert page.compare.isEnabled()
    page.compare.click()
    dialog = shown(window, qtbot)
    assert "Corrected" in dialog.sides.text()
    dialog.reject()


def test_a_return_of_its_own_has_nothing_beside_it(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    number = new_return(ledger, "LEDGER", "2026-11").id
    window.open_return(number)
    rest(window, qtbot)
    assert window.return_page is not None
    entries = {action.data(): action for action in window.return_page.menu.actions()}
    assert not entries["compare"].isEnabled()
    assert entries["print"].isEnabled()
