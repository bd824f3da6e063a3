"""Who acts: always in sight, changed at the line at the bottom, said where a step binds a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_pack import ledger_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.states import State
from app.services import review
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.history import show
from app.services.returns import get_return, new_return
from app.ui.main_window import MainWindow
from app.ui.pages.settings import SettingsPage
from app.ui.seat import SeatDialog
from app.ui.widgets.ask import WordsDialog


@pytest.fixture
def named(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[MainWindow, str]]:
    """A return in review that names Chan Tai Man, with Chan Siu Ming at the seat."""
    desk = ledger_desk(tmp_path / "b.praya", "Mei", approver=True)
    number = new_return(desk, "LEDGER", "2026-10").id
    set_value(desk, number, "Head/ApprovedBy", "Chan Tai Man")
    set_value(desk, number, "Head/Total", "1")
    assert check_return(desk, number).valid
    review.send_for_review(desk, number)
    window = open_window(Desk(desk.workspace, "Chan Siu Ming"), qtbot, number)
    yield window, number
    window.close()
    desk.workspace.close()


def test_the_seat_is_a_button_at_the_bottom_that_changes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.status.seat.text() == "Mei"
    qtbot.mouseClick(window.status.seat, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    (dialog,) = window.findChildren(SeatDialog)
    assert not dialog.take.isEnabled()
    dialog.names.setEditText("  Chan   Siu Ming ")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert window.context.desk.seat == window.status.seat.text() == "Chan Siu Ming"
    assert window.focusWidget() is window.status.seat


def test_the_dialog_offers_who_acted_before(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    new_return(Desk(ledger.workspace, "Chan"), "LEDGER", "2026-10")
    window.status.ask_seat()
    rest(window, qtbot)
    (dialog,) = window.findChildren(SeatDialog)
    assert [dialog.names.itemText(n) for n in range(dialog.names.count())] == ["Mei", "Chan"]
    dialog.reject()


def test_taking_a_seat_in_the_settings_is_said_and_keeps_the_focus(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    window.show_page("settings")
    rest(window, qtbot)
    page.seat.setText("Chan")
    qtbot.mouseClick(page.take_seat, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert "Chan" in page.notice.message.text()
    assert page.notice.isVisible()
    assert window.focusWidget() is page.seat


def test_approving_for_somebody_else_asks_for_a_word(
    named: tuple[MainWindow, str], qtbot: QtBot
) -> None:
    window, number = named
    page = window.return_page
    assert page is not None
    assert page.acting.text() == "as Chan Siu Ming"
    qtbot.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    (dialog,) = page.findChildren(WordsDialog)
    said = dialog.words.accessibleName()
    assert "The return names Chan Tai Man; you are Chan Siu Ming." in said
    assert dialog.accept_button.text() == "Approve as Chan Siu Ming"
    assert not dialog.accept_button.isEnabled()
    dialog.words.setPlainText("He is away.")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    desk = window.context.desk
    assert get_return(desk, number).state is State.APPROVED
    assert '"named_approver":"Chan Tai Man"' in show(desk, number)[-1].detail


def test_enter_presses_the_button_that_has_the_focus(
    named: tuple[MainWindow, str], qtbot: QtBot
) -> None:
    window, number = named
    page = window.return_page
    assert page is not None
    qtbot.keyClick(page.primary, Qt.Key.Key_Return)
    rest(window, qtbot)
    (dialog,) = page.findChildren(WordsDialog)
    dialog.words.setPlainText("He is away.")
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Enter)
    rest(window, qtbot)
    assert get_return(window.context.desk, number).state is State.IN_REVIEW
    buttons = window.navigation.buttons
    qtbot.keyClick(buttons["history"], Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.pages["history"]
    assert QApplication.activeModalWidget() is None
