"""What the firm says of itself, typed on the page of settings."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_window import nameless
from ui_driver import rest

from app.services.desk import Desk
from app.services.firm import get_firm
from app.ui.main_window import MainWindow
from app.ui.pages.settings import SettingsPage


def settings(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    window.show_page("settings")
    rest(window, qtbot)
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    return page


def test_a_date_is_kept_with_enter(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    page = settings(window, qtbot)
    line = page.firm.lines["licence_from"]
    line.setFocus()
    qtbot.keyClicks(line, "2026-10-15")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert get_firm(ledger, "licence_from").value == "2026-10-15"
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert get_firm(ledger, "licence_from").value == ""
    assert page.firm.lines["explanation_growth"].text() == "25"
    assert nameless(window) == []


def test_a_wrong_value_is_refused_on_the_page(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    page = settings(window, qtbot)
    line = page.firm.lines["financial_year_end"]
    line.setFocus()
    qtbot.keyClicks(line, "31/12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert page.notice.isVisible()
    assert "31/12" in page.notice.message.text()
    assert get_firm(ledger, "financial_year_end").value == ""
    window.look.set_language("zh-Hant")
    rest(window, qtbot)
    assert page.firm.lines["financial_year_end"].accessibleName().startswith("財政年度")


def test_what_is_a_choice_is_chosen_and_not_typed(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    page = settings(window, qtbot)
    box = page.firm.boxes["certificate_entity"]
    assert [box.itemText(line) for line in range(box.count())] == ["Warn", "Refuse"]
    assert box.currentData() == "warn"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    rest(window, qtbot)
    assert get_firm(ledger, "certificate_entity").value == "refuse"
    assert page.firm.boxes["certificate_entity"].currentData() == "refuse"
