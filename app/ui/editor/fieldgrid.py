"""Fields beside each other, as many columns as the width allows; long texts take a whole line."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.editor.field import FieldFrame
from app.ui.editor.inputs import LongInput
from app.ui.editor.xmltree import XmlInput

COLUMN = 280
MOST = 3


class FieldGrid(QWidget):
    """Holds field frames in form order; the tab order is the order in which they were made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._frames: list[FieldFrame] = []
        self._shown: list[FieldFrame] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)

    def add(self, frame: FieldFrame) -> None:
        """Take a field at the end."""
        self._frames.append(frame)
        self._shown.append(frame)
        self._columns = 0
        self._arrange()

    def settle(self) -> None:
        """Close up where fields are hidden, because another alternative is shown."""
        shown = [frame for frame in self._frames if not frame.isHidden()]
        if shown != self._shown:
            self._shown, self._columns = shown, 0
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = min(MOST, max(1, self.width() // COLUMN))
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        line = place = 0
        for frame in self._shown:
            whole = isinstance(frame.input, LongInput | XmlInput)
            if whole and place:
                line, place = line + 1, 0
            span = columns if whole else 1
            self._grid.addWidget(frame, line, place, 1, span)
            place += span
            if place >= columns:
                line, place = line + 1, 0
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
