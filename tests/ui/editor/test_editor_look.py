"""The editor for every eye and hand: names for all controls, nothing clipped, both languages."""

from collections.abc import Iterator

import pytest
from editor_driver import Driver, Key
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.states import State
from app.services.desk import Desk
from app.services.packs import add_shipped
from app.services.returns import new_return
from app.store.returns import set_state
from app.ui.i18n import Language
from app.ui.theme import Theme

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    result = Language()
    yield result
    result.use("en")


@pytest.fixture
def cold(kinds: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """A cold-wallet return."""
    add_shipped(kinds)
    driver = Driver(kinds, new_return(kinds, "CWR", "2026-10").id, qtbot)
    yield driver
    driver.close()


def nameless(root: QWidget) -> list[str]:
    """Visible controls that a screen reader could not name."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), QComboBox | QAbstractItemView)
    ]


def clipped(root: QWidget) -> list[str]:
    """Labels of one line that have less room than they need."""
    return [
        widget.text()
        for widget in root.findChildren(QLabel)
        if widget.isVisible()
        and not widget.wordWrap()
        and widget.text()
        and widget.width() < widget.sizeHint().width() - 1
    ]


@pytest.mark.parametrize("words", ["en", "zh-Hant"])
def test_every_section_of_the_cold_wallet_return(
    cold: Driver, words: str, language: Language
) -> None:
    language.use(words)
    cold.context.language = words
    cold.rest()
    cold.press(Key.Key_F8)
    for number in range(cold.editor.sections.sections.rowCount()):
        cold.section(number)
        assert nameless(cold.editor) == []
        assert clipped(cold.editor) == []
    header = {"en": "Reporting entity", "zh-Hant": "申報機構"}[words]
    assert cold.editor.sections.sections.index(0, 0).data() == header


def test_the_language_changes_without_losing_what_is_typed(
    driver: Driver, language: Language
) -> None:
    driver.type_into("Name", "half", leave=False)
    driver.context.language = "zh-Hant"
    language.use("zh-Hant")
    driver.rest()
    frame = driver.field("Name")
    assert frame.input.accessibleName().startswith("公司名稱")
    assert frame.input.value() == "half"
    driver.press(Key.Key_Tab)
    assert driver.stored("Head/Name") == "half"
    names = [driver.field("Storage").input.itemText(n) for n in range(3)]
    assert names[1] == "HOT – 熱儲存 · Hot storage"


def test_a_signed_return_cannot_be_typed_into(driver: Driver) -> None:
    with driver.desk.workspace.write() as connection:
        set_state(connection, driver.return_id, State.SIGNED)
    driver.editor.session.load()
    driver.rest()
    driver.type_into("Name", "Lantau")
    assert driver.stored("Head/Name") is None
    assert driver.field("Name").input.text() == ""
