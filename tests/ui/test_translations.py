"""Every text of the window is translated, and the language changes while the window is open."""

import runpy
from pathlib import Path

from opencc import OpenCC
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from texts_shown import texts_shown
from ui_driver import rest

from app.services.desk import Desk
from app.services.packs import add_shipped
from app.services.returns import new_return
from app.ui.i18n import language_in_use
from app.ui.main_window import PAGES, MainWindow
from app.ui.pages.return_page import VIEWS

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "translations.py"


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


def test_simplified_chinese_is_a_language_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    settings = window.pages["settings"]
    box = settings.language  # type: ignore[attr-defined]
    box.activated.emit(box.findData("zh-Hans"))
    rest(window, qtbot)
    assert settings.heading.text() == "设置"
    assert window.menus.actions["undo"].text() == "撤销"
    assert window.context.language == language_in_use() == "zh-Hans"
    assert traditional(window) == []
    window.look.set_language("en")
    rest(window, qtbot)
    assert window.context.language == "en"


def test_a_form_of_the_house_and_its_findings_are_in_simplified_chinese(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    add_shipped(ledger)
    number = new_return(ledger, "CWR", "2026-11").id
    window.look.set_language("zh-Hans")
    window.open_return(number)
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    shown = {text for _, text in texts_shown(page)}
    assert any("冷钱包" in text for text in shown), (
        "the names of the pack are those that are walked"
    )
    assert traditional(window) == []
    window.menus.do("check")
    rest(window, qtbot)
    found = [text for _, text in texts_shown(page) if "必须填写" in text]
    assert found, "findings are shown"
    assert traditional(window) == []
    for view in VIEWS:
        page.show_view(view)
        rest(window, qtbot)
        assert traditional(window) == [], view
    for place in PAGES:
        window.show_page(place)
        rest(window, qtbot)
        assert traditional(window) == [], place


def traditional(root: QWidget) -> list[tuple[str, str]]:
    """Texts in which OpenCC still finds a Traditional sign, but for the name of the language itself."""
    judge = OpenCC("t2s")
    return [
        (type(widget).__name__, text)
        for widget, text in texts_shown(root)
        if text != "繁體中文" and judge.convert(text) != text
    ]
