"""The charts beside each other where there is room, else below each other."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.charts import Picture
from app.ui.charts.card import ChartCard

_WIDE = 860
"""Pixels from which two cards stand beside each other."""


def load_drawing() -> None:
    """Load the drawing library; done on the worker, since it takes longer than the eye waits."""
    import app.ui.charts.plot  # noqa: F401, PLC0415


def worth_drawing(found: Iterable[Picture]) -> list[Picture]:
    """The pictures that say something; of a type without any figures the first, which says what to do.

    Those with a limit come first.
    """
    known = sorted(found, key=lambda picture: picture.chart.headroom is None)
    filled = {picture.return_type for picture in known if picture.points}
    result: list[Picture] = []
    for picture in known:
        first = all(other.return_type != picture.return_type for other in result)
        if picture.points or (picture.return_type not in filled and first):
            result.append(picture)
    return result


class ChartBoard(QWidget):
    """Shows pictures as cards."""

    def __init__(
        self,
        say: Callable[[Path], None],
        failed: Callable[[BaseException], None],
        what_if: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._what_if = what_if
        self._say, self._failed = say, failed
        self.cards: list[ChartCard] = []
        self._shown: tuple[tuple[Picture, ...], str] | None = None
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_pictures(self, pictures: Iterable[Picture], language: str) -> None:
        """Other pictures; the same ones in the same language are left as they are."""
        wanted = tuple(worth_drawing(pictures)), language
        if wanted == self._shown:
            return
        self._shown = wanted
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            ChartCard(picture, language, self._say, self._failed, self._what_if)
            for picture in wanted[0]
        ]
        self._columns = 0
        self._lay_out()

    def _lay_out(self) -> None:
        columns = 2 if self.width() >= _WIDE else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def minimumSizeHint(self) -> QSize:
        """It takes the width that there is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: draw anew with the next answer."""
        if event.type() == QEvent.Type.LanguageChange:
            self._shown = None
        super().changeEvent(event)
