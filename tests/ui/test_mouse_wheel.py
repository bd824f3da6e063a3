"""Scrolling a page never changes a value; a rule of the firm that is changed says so and goes back."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.changes import Changes
from app.services.choices import Chosen
from app.services.desk import Desk
from app.services.firm import get_firm
from app.ui.main_window import MainWindow
from app.ui.pages import pack_settings
from app.ui.pages.settings import SettingsPage

UI = Path(pack_settings.__file__).parents[1]
BARE = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QDial",
        "QSlider"}  # fmt: skip


def turn(widget: QWidget) -> None:
    """One notch of the wheel over a widget."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  (Qt takes it by place only)
    )
    QApplication.sendEvent(widget, event)


def settings(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    window.show_page("settings")
    rest(window, qtbot)
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    return page


def test_no_input_is_made_that_takes_the_wheel_unasked() -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path in UI.rglob("*.py")
        if path.name != "choice.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BARE
    ]
    assert found == [], "use app.ui.widgets.choice"


@pytest.mark.parametrize("name", ["home", "returns", "history", "settings", "packs"])
def test_the_wheel_over_an_input_changes_nothing(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.show_page(name)
    rest(window, qtbot)
    page = window.pages[name]
    for box in page.findChildren(QComboBox):
        before = box.currentIndex()
        turn(box)
        assert box.currentIndex() == before
        assert box.focusPolicy() is not Qt.FocusPolicy.WheelFocus
        assert (
            not box.focusPolicy()
            & Qt.FocusPolicy.WheelFocus.value
            & ~(Qt.FocusPolicy.StrongFocus.value)
        )
    for number in page.findChildren(QAbstractSpinBox):
        shown = number.text()
        turn(number)
        assert number.text() == shown


def test_a_rule_of_a_pack_that_is_changed_says_so_and_goes_back(
    window: MainWindow, ledger: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {"basis": "value"}
    words = {"value": {"en": "All together"}, "units": {"en": "Each by its units"}}

    def listed(_desk: Desk) -> list[Chosen]:
        return [Chosen("basis", kept["basis"], ("value", "units"), "value", "x-1.0",
                       {"en": "Which ratio binds"}, words=words)]  # fmt: skip

    def keep(_desk: Desk, name: str, value: str) -> Changes:
        kept[name] = value
        return Changes(settings=True)

    monkeypatch.setattr(pack_settings, "list_settings", listed)
    monkeypatch.setattr(pack_settings, "set_setting", keep)
    page = settings(window, qtbot)
    box = page.pack_settings.boxes["basis"]
    turn(box)
    rest(window, qtbot)
    assert kept == {"basis": "value"}
    box.setFocus()
    turn(box)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    rest(window, qtbot)
    assert kept == {"basis": "units"}
    said = page.notice.message.text()
    assert said == "Changed: Which ratio binds, from “All together” to “Each by its units”."
    qtbot.mouseClick(page.notice.link, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert kept == {"basis": "value"}
    assert page.pack_settings.boxes["basis"].currentData() == "value"
    assert page.notice.message.text() == "Taken back: Which ratio binds is “All together” again."


def test_what_the_firm_says_of_itself_goes_back_too(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    page = settings(window, qtbot)
    line = page.firm.lines["licence_from"]
    line.setFocus()
    qtbot.keyClicks(line, "2026-10-15")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert "from nothing to “2026-10-15”" in page.notice.message.text()
    qtbot.mouseClick(page.notice.link, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert get_firm(ledger, "licence_from").value == ""
    assert page.firm.lines["licence_from"].text() == ""
