"""The firm's figures at one glance: the newest value of each chart, and how far its limit is."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.charts import Picture, Point
from app.ui.charts.words import change_words, exact, room_words, short, when_words
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.widgets.basic import label, row
from app.ui.widgets.halves import Tiles


class Tile(QFrame):
    """One figure: what it is, how large, how far from its limit, and of which day."""

    def __init__(self, picture: Picture, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        point = picture.points[-1]
        title = label(picture.chart.title(language), "small", wrap=True)
        self.value = label(value_words(picture, point), "figure")
        self.value.setToolTip(_exact_value(picture, point))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(2)
        layout.addWidget(title)
        layout.addWidget(self.value)
        self.room = label(_room(picture, point, language), wrap=True)
        if self.room.text():
            layout.addLayout(self._marked(picture, point))
        when = label(when_words(picture, point), "small")
        layout.addWidget(when)
        layout.addStretch(1)
        self.setAccessibleName(
            tr(", ").join(
                part.text() for part in (title, self.value, self.room, when) if part.text()
            )
        )

    def _marked(self, picture: Picture, point: Point) -> QVBoxLayout:
        beyond = point.headroom is not None and point.headroom < 0
        if beyond:
            self.room.setProperty("role", "blocking")
        result = QVBoxLayout()
        line = row(spacing=6)
        if point.headroom is not None:
            mark = ("blocking", "blocking") if beyond else ("done", "done")
            line.addWidget(IconLabel(*mark), alignment=Qt.AlignmentFlag.AlignTop)
            headroom = picture.chart.headroom
            if headroom is not None:
                self.room.setToolTip(exact(point.headroom, headroom.unit))
        line.addWidget(self.room, 1)
        result.addLayout(line)
        return result


class Standing(Tiles):
    """A tile for every chart that has figures; those with a limit come first."""

    def __init__(self) -> None:
        super().__init__(narrowest=19)
        self._shown: tuple[tuple[Picture, ...], str] | None = None

    def show_pictures(self, pictures: Iterable[Picture], language: str) -> None:
        """Other figures; the same in the same language are left as they are."""
        found = (picture for picture in pictures if picture.points)
        ordered = tuple(sorted(found, key=lambda item: item.chart.headroom is None))
        if (ordered, language) == self._shown:
            return
        self._shown = ordered, language
        tiles: list[QWidget] = [Tile(picture, language) for picture in ordered]
        self.show_tiles(tiles)
        self.setVisible(bool(tiles))

    def changeEvent(self, event: QEvent) -> None:
        """Another language: draw anew with the next answer."""
        if event.type() == QEvent.Type.LanguageChange:
            self._shown = None
        super().changeEvent(event)


def value_words(picture: Picture, point: Point) -> str:
    """The figure, short: a share as it is, an amount to one decimal of its size, never more than it is."""
    value = _value(picture, point)
    if value is None:
        return "—"
    unit = picture.chart.unit
    return exact(value, unit) if unit in ("%", "") else short(value, unit)


def _exact_value(picture: Picture, point: Point) -> str:
    return exact(_value(picture, point), picture.chart.unit)


def _value(picture: Picture, point: Point) -> Decimal | None:
    if picture.chart.style == "stack":
        return point.total
    series = zip(picture.chart.series, point.values, strict=True)
    return next((value for item, value in series if item.role == "value"), None)


def _room(picture: Picture, point: Point, language: str) -> str:
    """The sentence up to its colon: “HK$ 1.2 m until the limit”; else how a sum moved."""
    words = room_words(picture, point, language) or change_words(picture)
    return words.replace("：", ":").partition(":")[0].strip()
