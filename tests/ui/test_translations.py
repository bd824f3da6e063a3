"""Every text of the window is translated, and the language changes while the window is open."""

import runpy
from pathlib import Path

from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.ui.i18n import language_in_use
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


def test_simplified_chinese_is_the_windows_and_traditional_the_packs(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("settings")
    settings = window.pages["settings"]
    box = settings.language  # type: ignore[attr-defined]
    box.activated.emit(box.findData("zh-Hans"))
    rest(window, qtbot)
    assert settings.heading.text() == "设置"
    assert window.menus.actions["undo"].text() == "撤销"
    assert window.context.language == "zh-Hant"
    assert language_in_use() == "zh-Hans"
    help_text = settings.language_help  # type: ignore[attr-defined]
    assert help_text.isVisible()
    window.look.set_language("en")
    rest(window, qtbot)
    assert not help_text.isVisible()
