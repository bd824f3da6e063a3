"""Every text of the window is translated, and the language changes while the window is open."""

import runpy
from pathlib import Path

from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.ui.main_window import MainWindow

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "translations.py"


def test_nothing_is_missing_and_the_compiled_file_is_fresh() -> None:
    names = runpy.run_path(str(SCRIPT), run_name="translations")
    assert [
        problem for language in names["LANGUAGES"] for problem in names["check"](language)
    ] == []


def test_the_language_changes_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    settings = window.pages["settings"]
    box = settings.language  # type: ignore[attr-defined]
    box.setFocus()
    box.activated.emit(box.findData("zh-Hant"))
    rest(window, qtbot)
    assert settings.heading.text() == "設定"
    assert window.navigation.buttons["returns"].accessibleName() == "申報表"
    assert window.context.language == "zh-Hant"
    assert window.menus.actions["undo"].text() == "復原"
    window.look.set_language("en")
    rest(window, qtbot)
    assert settings.heading.text() == "Settings"
