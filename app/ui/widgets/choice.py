"""Lists and numbers that leave the wheel to the page: scrolling past one must never change it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

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
