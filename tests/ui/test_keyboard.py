"""Keys and focus: steps in the menu, Tab down the settings, messages that move nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.packs import add_shipped
from app.services.returns import new_return
from app.ui.main_window import MainWindow
from app.ui.pages.settings import SettingsPage

STEPS = ("do-review", "do-approve", "do-sign", "do-receipt")


def test_the_menu_has_the_steps_with_the_reason_why_not(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    actions = window.menus.actions
    assert {actions[name].statusTip() for name in STEPS} == {"Open a return first."}
    number = new_return(ledger, "LEDGER", "2026-10").id
    set_value(ledger, number, "Head/Name", "October")
    set_value(ledger, number, "Head/Total", "1")
    assert check_return(ledger, number).valid
    window.open_return(number)
    rest(window, qtbot)
    assert [actions[name].isEnabled() for name in STEPS] == [True, False, False, False]
    actions["do-review"].trigger()
    rest(window, qtbot)
    assert [actions[name].isEnabled() for name in STEPS] == [False] * 4
    assert "had a hand" in actions["do-approve"].statusTip()
    page = window.return_page
    assert page is not None
    assert "had a hand" in page.acting.text()


def test_tab_goes_down_the_settings(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    add_shipped(ledger)
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    window.show_page("settings")
    rest(window, qtbot)
    page.seat.setText("Chan")
    page.language.setFocus()
    heights = []
    while (focus := window.focusWidget()) is not None and page.isAncestorOf(focus):
        heights.append(focus.mapTo(page, focus.rect().center()).y() + _scrolled(page))
        assert len(heights) < 60
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if focus is page.path:
            break
    assert len(heights) > 8
    assert heights == sorted(heights)


def _scrolled(page: SettingsPage) -> int:
    return -page._content.pos().y()


def test_a_message_moves_nothing_and_is_alone(window: MainWindow, qtbot: QtBot) -> None:
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    window.show_page("settings")
    rest(window, qtbot)
    before = page.seat.mapTo(window, page.seat.rect().topLeft())
    page.seat.setFocus()
    page.notice.say("blocking", "A long sentence. " * 20)
    rest(window, qtbot)
    assert page.seat.mapTo(window, page.seat.rect().topLeft()) == before
    assert page.rect().contains(page.notice.geometry())
    assert page.notice.height() >= page.notice.message.heightForWidth(page.notice.message.width())
    page.notice._close.setFocus()
    qtbot.keyClick(page.notice._close, Qt.Key.Key_Return)
    assert not page.notice.isVisible()
    assert window.focusWidget() is page.seat
    page.notice.say("done", "Kept.")
    window.show_page("history")
    window.show_page("settings")
    assert not page.notice.isVisible()


def test_a_page_opens_at_its_top_after_another_language(window: MainWindow, qtbot: QtBot) -> None:
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    window.show_page("settings")
    rest(window, qtbot)
    page.language.setFocus()
    window.look.set_language("zh-Hant")
    rest(window, qtbot)
    assert window.focusWidget() is page.language
    window.show_page("home")
    rest(window, qtbot)
    focus: QWidget | None = window.focusWidget()
    assert focus is window.navigation.buttons["home"]
