"""A workbook that no layout fits, in the real window: matched, corrected, imported, and known next time."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_import import open_import
from ui_driver import open_window, rest
from walking import clipped, nameless

from app.paths import data_root
from app.services import layouts, profiles
from app.services.desk import Desk
from app.services.returns import get_return, new_return
from app.ui.pages.match_dialog import MatchDialog
from app.ui.widgets.choice import Choice

SAMPLE = data_root() / "resources" / "sample"
OWNER = {"client-cold": "CLIENT", "client-hot": "CLIENT", "house-cold": "HOUSE", "house-hot": "HOUSE",
         "client-settlement": "CLIENT"}  # fmt: skip
STORAGE = {"client-cold": "COLD", "client-hot": "HOT", "house-cold": "COLD", "house-hot": "HOT",
           "client-settlement": "OTHER"}  # fmt: skip
HOLDER = {"house": "OPERATOR", "trustee": "AE"}


def line_of(dialog: MatchDialog, place: str, key: str | None = None) -> int:
    """The line of a column, the first that has no other field."""
    for number, match in enumerate(dialog.state.current.matches):
        if match.place == place and (key is None or match.key == key):
            return number
    raise AssertionError(place)


def choose_field(dialog: MatchDialog, line: int, words: str, qtbot: QtBot) -> None:
    """By the keyboard: the line, then a part of the field's name and Enter."""
    dialog.columns.selectRow(line)
    qtbot.keyClick(dialog.columns, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.field
    edit = dialog.field.lineEdit()
    assert edit is not None
    edit.selectAll()
    qtbot.keyClicks(edit, words)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def say_words(dialog: MatchDialog, said: dict[str, str]) -> None:
    for given in list(dialog.words.inputs):
        code = said[given.accessibleName()]
        if isinstance(given, Choice):
            given.setCurrentIndex(given.findData(code))
            given.activated.emit(given.currentIndex())
        else:
            given.setText(code)
            given.textEdited.emit(code)


def match_wallets(dialog: MatchDialog, qtbot: QtBot) -> None:
    """What finance's register of wallets says in words of its own."""
    register = dialog.sheet.findText("Register", Qt.MatchFlag.MatchStartsWith)
    dialog.sheet.setCurrentIndex(register)
    dialog.sheet.activated.emit(register)
    choose_field(dialog, line_of(dialog, "C"), "Beneficial owner", qtbot)
    say_words(dialog, OWNER)
    dialog.columns.selectRow(line_of(dialog, "C"))
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    choose_field(dialog, line_of(dialog, "C", "Beneficial") + 1, "Storage", qtbot)
    say_words(dialog, STORAGE)
    dialog.columns.selectRow(line_of(dialog, "D"))
    say_words(dialog, HOLDER)
    for sheet, place in (("Register", "K"), ("Backups", "B")):
        at = dialog.sheet.findText(sheet, Qt.MatchFlag.MatchStartsWith)
        dialog.sheet.setCurrentIndex(at)
        dialog.sheet.activated.emit(at)
        dialog.columns.selectRow(line_of(dialog, place))
        for given in list(dialog.words.inputs):
            code = "SG" if "Jurong" in given.accessibleName() else "HK"
            given.setText(code)  # type: ignore[union-attr]
            given.textEdited.emit(code)  # type: ignore[union-attr]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_workbook_without_a_profile_is_matched_imported_and_known_again(
    desk: Desk, qtbot: QtBot
) -> None:
    record = new_return(desk, "CWR", "2026-10")
    window = open_window(desk, qtbot)
    try:
        view = open_import(window, record.id, qtbot)
        assert view.match.isHidden()
        file = SAMPLE / "2026-10" / "wallets.xlsx"
        view.use_file(file)
        rest(window, qtbot)
        assert view.notice.link.text() == "Match columns…"
        assert view.match.isVisible()
        qtbot.mouseClick(view.notice.link, Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        dialog = view.matcher.dialog
        assert dialog is not None
        assert dialog.isVisible()
        assert dialog.name.text() == "wallets"
        match_wallets(dialog, qtbot)
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        assert view.matcher.dialog is None
        assert view.profile.currentData() == "wallets"
        assert view.preview is not None
        assert view.preview.counts["blocking"] == 0, view.preview.findings[:5]
        qtbot.mouseClick(view.apply_button, Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        assert get_return(desk, record.id).steps
        assert [info.name for info in profiles.list_profiles(desk)] == ["wallets"]
        for month in ("2026-10", "2026-09"):
            layout = layouts.fitting_layout(desk, record.id, SAMPLE / month / "wallets.xlsx")
            assert layout is not None
            assert layout.profile == "wallets"
    finally:
        window.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_is_not_decided_is_said_and_nothing_is_kept(desk: Desk, qtbot: QtBot) -> None:
    record = new_return(desk, "CWR", "2026-10")
    window = open_window(desk, qtbot)
    try:
        view = open_import(window, record.id, qtbot)
        view.use_file(SAMPLE / "2026-10" / "wallets.xlsx")
        rest(window, qtbot)
        view.match_columns()
        rest(window, qtbot)
        dialog = view.matcher.dialog
        assert dialog is not None
        at = dialog.sheet.findText("Addresses", Qt.MatchFlag.MatchStartsWith)
        dialog.sheet.setCurrentIndex(at)
        dialog.sheet.activated.emit(at)
        choose_field(dialog, line_of(dialog, "A"), "Not imported", qtbot)
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        assert dialog.isVisible()
        assert "which row above" in dialog.notice.message.text()
        assert profiles.list_profiles(desk) == []
        assert dialog.sheet.currentText().startswith("Addresses")
        dialog.notice.hide()
        rest(window, qtbot)
        assert list(nameless(dialog)) == []
        assert list(clipped(dialog)) == []
        for language in ("zh-Hant", "zh-Hans", "en"):
            window.look.set_language(language)
            rest(window, qtbot)
            assert list(clipped(dialog)) == [], language
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert view.matcher.dialog is None
    finally:
        window.close()
