"""Two halves of a page: beside each other where there is room, else below each other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_WIDE = 56
"""Widths of an average letter from which the halves stand beside each other, for each half."""


class Halves(QWidget):
    """The left half is the wider one, three to two; it comes first where the page is narrow."""

    def __init__(self, left: QWidget, right: QWidget, gap: int = 24) -> None:
        super().__init__()
        self.left, self.right = left, right
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._lay_out(beside=False)

    def _lay_out(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.addWidget(self.left, 0, 0)
        self._grid.addWidget(self.right, *((0, 1) if beside else (1, 0)))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if beside else 0)

    def minimumSizeHint(self) -> QSize:
        """It takes the width that there is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width; larger letters need more of it."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        self._lay_out(beside=self.width() >= 2 * _WIDE * letter)


class Tiles(QWidget):
    """Equal tiles in as many columns as have room."""

    def __init__(self, narrowest: int = 26, gap: int = 12) -> None:
        super().__init__()
        self._narrowest = narrowest
        self.tiles: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def show_tiles(self, tiles: list[QWidget]) -> None:
        """Other tiles."""
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles, self._columns = tiles, 0
        self._lay_out()

    def _lay_out(self) -> None:
        needed = [tile.minimumSizeHint().width() + self._grid.spacing() for tile in self.tiles]
        each = max(self._narrowest * self.fontMetrics().averageCharWidth(), *needed, 0)
        columns = max(1, min(len(self.tiles), self.width() // max(each, 1)))
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)

    def minimumSizeHint(self) -> QSize:
        """It takes the width that there is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of columns."""
        super().resizeEvent(event)
        self._lay_out()
