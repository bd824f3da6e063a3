"""F1 explains what is shown, the keys are listed, and Help tells packs and writes diagnostics."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.services.desk import Desk
from app.services.packs import list_packs
from app.services.returns import new_return
from app.ui.about import AboutDialog, DiagnosticsDialog
from app.ui.help import HelpWindow, topics
from app.ui.keysheet import KeySheet
from app.ui.main_window import PAGES, MainWindow
from app.ui.pages.return_page import VIEWS

LANGUAGES = ("en", "zh-Hant", "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_view_has_its_topic_in_every_language(language: str) -> None:
    found = {topic.id: topic for topic in topics(language)}
    assert set(PAGES) | set(VIEWS) <= set(found)
    assert list(found) == [topic.id for topic in topics("en")]
    for topic in found.values():
        assert topic.title
        assert len(topic.text) > 25


def _help(window: MainWindow) -> HelpWindow:
    shown = window.assistance.help_window
    assert shown is not None
    return shown


def test_f1_explains_page_view_and_field(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    window.show_page("history")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    shown = _help(window)
    assert shown.list.currentItem().text() == "History"
    assert "seals the one before" in shown.text.toPlainText()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()

    window.open_return(new_return(ledger, "LEDGER", "2026-10").id, path="Head/Name")
    window.activateWindow()
    rest(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown.list.currentItem().text() == "This field"
    assert window.return_page is not None
    assert window.return_page.editor.panel.heading.text() in shown.text.toPlainText()
    shown.search.setFocus()
    qtbot.keyClicks(shown.search, "receipt bytes")
    assert [shown.list.item(n).text() for n in range(shown.list.count())] == ["Submissions"]
    qtbot.keyClicks(shown.search, " zzz")
    assert shown.list.count() == 0
    assert shown.count.text()
    shown.search.clear()
    window.look.set_language("zh-Hans")
    rest(window, qtbot)
    assert shown.windowTitle() == "说明"
    shown.reject()


def test_the_keys_are_those_of_the_menus(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.do("keys")
    (sheet,) = window.findChildren(KeySheet)
    told = {sheet.table.records.index(n, 2).data() for n in range(sheet.table.records.rowCount())}
    for action in window.menus.actions.values():
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in told
    qtbot.keyClicks(sheet.search, "fill")
    assert [sheet.table.proxy.index(n, 1).data() for n in range(sheet.table.proxy.rowCount())] == [
        "Fill down"
    ]
    sheet.reject()


def test_about_tells_the_packs_with_their_hashes(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    window.menus.do("about")
    (dialog,) = window.findChildren(AboutDialog)
    rest(window, qtbot)
    for pack in list_packs(ledger):
        assert f"{pack.id}  {pack.digest}" in dialog.packs.toPlainText()
    dialog.reject()


def test_diagnostics_are_written_from_the_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.menus.do("diagnostics")
    (dialog,) = window.findChildren(DiagnosticsDialog)
    qtbot.keyClick(dialog.write, Qt.Key.Key_Return)
    asked = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    name = asked.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path / "d.zip"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    rest(window, qtbot)
    with zipfile.ZipFile(tmp_path / "d.zip") as read:
        versions = json.loads(read.read("versions.json"))
    assert versions["window"]["platform"] == "offscreen"
    assert "d.zip" in window.pages["home"].notice.message.text()


def test_keys_of_the_file_menu(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    record = new_return(ledger, "LEDGER", "2026-10")
    window.open_return(record.id)
    rest(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_W, control)
    assert window.stack.currentWidget() is window.pages["returns"]
    qtbot.keyClick(window, Qt.Key.Key_S, control)
    assert "is saved" in window.pages["returns"].notice.message.text()
    window.menus.recent.aboutToShow.emit()
    assert [action.text() for action in window.menus.recent.actions()] == ["LEDGER · October 2026"]
    window.menus.recent.actions()[0].trigger()
    rest(window, qtbot)
    assert window.current_return() is not None
    window.show_page("returns")
    qtbot.keyClick(window, Qt.Key.Key_F, control)
    returns: Any = window.pages["returns"]
    assert window.focusWidget() is returns.search


def test_entries_of_the_edit_menu_press_keys_where_the_focus_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("returns")
    returns: Any = window.pages["returns"]
    returns.search.setText("october")
    returns.search.setFocus()
    returns.search.selectAll()
    window.menus.do("cut")
    assert returns.search.text() == ""
    window.menus.do("paste")
    assert returns.search.text() == "october"
    assert window.menus.actions["paste"].text() == "Paste\tCtrl+V"
    assert window.menus.actions["paste"].shortcut().isEmpty()
