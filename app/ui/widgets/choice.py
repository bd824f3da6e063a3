"""Lists and numbers that leave the wheel to the page: scrolling past one must never change it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSpinBox, QWidget

_AROUND = 12
"""Pixels above and below the figures, the frame with them; Fusion alone cuts large letters."""


class Choice(QComboBox):
    """A list to choose from, by click or key. The wheel scrolls the page and takes no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never a change of the value."""
        event.ignore()


class WholeNumber(QSpinBox):
    """A whole number. The wheel turns it only while it has the focus, and gives it none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(self.fontMetrics().height() + _AROUND)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls on while this is not what is being worked with."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Searchable(Choice):
    """A list in which one types a part of a name. What is no entry is put back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._chosen: Any = None
        self.activated.connect(self._remember)
        line = self.lineEdit()
        assert line is not None
        line.setFrame(False)
        line.editingFinished.connect(self._put_back)

    def fill(self, entries: Sequence[tuple[str, Any]]) -> None:
        """Other entries, each a text and what it stands for; what was chosen stays."""
        self.clear()
        for text, data in entries:
            self.addItem(text, data)
        self.choose(self._chosen)

    def choose(self, data: Any) -> None:
        """Choose what an entry stands for; nothing is told."""
        at = next((n for n in range(self.count()) if self.itemData(n) == data), -1)
        self.setCurrentIndex(at)
        self._chosen = data
        if at < 0:
            self.clearEditText()

    def _remember(self, at: int) -> None:
        self._chosen = self.itemData(at)

    def _put_back(self) -> None:
        if self.currentText() != self.itemText(self.currentIndex()):
            self.choose(self._chosen)
