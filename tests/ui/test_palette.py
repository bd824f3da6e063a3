"""The command palette: found by a few letters, done by Enter, with the keys shown."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.services.desk import Desk
from app.services.returns import new_return
from app.ui.main_window import MainWindow
from app.ui.palette import Command, Palette, matching


def _open(window: MainWindow, qtbot: QtBot) -> Palette:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    rest(window, qtbot)
    palette = window.commands
    assert palette is not None
    return palette


def names(palette: Palette) -> list[str]:
    return [command.text for command in palette.lines.commands]


def test_letters_find_and_rank() -> None:
    def nothing() -> None:
        """Do nothing."""

    commands = [
        Command("Next finding", "Return", nothing),
        Command("Import a workbook", "File", nothing, words="excel"),
        Command("Find", "Edit", nothing),
    ]
    assert [each.text for each in matching(commands, "fin")] == ["Find", "Next finding"]
    assert [each.text for each in matching(commands, "excel IMP")] == ["Import a workbook"]
    assert matching(commands, "zzz") == []
    assert len(matching(commands, " ")) == 3


def test_every_entry_of_the_menus_is_there(window: MainWindow, qtbot: QtBot) -> None:
    palette = _open(window, qtbot)
    shown = names(palette)
    for name, action in window.menus.actions.items():
        if name != "palette":
            assert action.text().partition("\t")[0] in shown
    by_name = {command.text: command for command in palette.lines.commands}
    assert by_name["Check"].group == "open a return first"
    assert by_name["Check"].keys == "F8"
    assert by_name["Home"].group == "Go"


def test_a_return_is_opened_by_its_letters(
    window: MainWindow, ledger: Desk, qtbot: QtBot, qtmodeltester: Any
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    palette = _open(window, qtbot)
    qtmodeltester.check(palette.lines)
    qtbot.keyClicks(palette.field, "ledger oct")
    assert names(palette) == ["Ledger · October 2026"]
    assert "Draft" in palette.field.accessibleDescription()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert window.return_page is not None
    assert window.return_page.return_id == record.id
    assert _open(window, qtbot).lines.commands[0].group != "open a return first"


def test_arrows_choose_and_escape_leaves(window: MainWindow, qtbot: QtBot) -> None:
    palette = _open(window, qtbot)
    qtbot.keyClicks(palette.field, "h")
    first, second = names(palette)[:2]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == second
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(names(palette)) - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == first
    qtbot.keyClicks(palette.field, "zzz")
    assert palette.count.text() == "Nothing is called so. Try another word."
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_another_workspace_is_wanted_by_name(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.praya"
    other.write_bytes(b"x")
    window.look.preferences.add_recent(other)
    palette = _open(window, qtbot)
    qtbot.keyClicks(palette.field, "workspace other.praya")
    with qtbot.waitSignal(window.other_wanted):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.other_path == other


def test_the_language_is_the_windows(window: MainWindow, qtbot: QtBot) -> None:
    window.look.set_language("zh-Hant")
    rest(window, qtbot)
    palette = _open(window, qtbot)
    assert "搜尋" in palette.windowTitle()
    assert "設定" in names(palette)
    palette.reject()
