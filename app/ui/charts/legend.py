"""The legend of a chart, on the screen and in an exported picture."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.charts import Picture
from app.ui.charts.style import Look, draw_sample, is_filed, looks, triangle
from app.ui.i18n import tr
from app.ui.theme import tokens

_SAMPLE, _GAP, _BETWEEN = 28, 6, 18


class Legend(QWidget):
    """Samples with their names, in as many lines as they need."""

    def __init__(self, picture: Picture, language: str) -> None:
        super().__init__()
        self._entries: list[tuple[Look | str, str]] = [
            (look, series.title(language))
            for look, series in zip(looks(picture.chart), picture.chart.series, strict=True)
        ]
        self._stacked = picture.chart.style == "stack"
        if any(point.headroom is not None and point.headroom < 0 for point in picture.points):
            self._entries.append(("beyond", tr("Beyond the limit")))
        if not self._stacked and not all(map(is_filed, picture.points)):
            self._entries.append(("hollow", tr("Not yet filed")))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr("Legend: {names}").format(names=tr(", ").join(name for _, name in self._entries))
        )

    def height_for(self, width: int) -> int:
        """In pixels."""
        places = self._places(width)
        return round(places[-1].bottom()) if places else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many lines as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.height() != self.height_for(self.width()):
            self.setFixedHeight(self.height_for(self.width()))

    def _places(self, width: int) -> list[QRectF]:
        metrics = QFontMetricsF(self.font())
        line, left, top = metrics.height() + 4, 0, 0
        found = []
        for _, name in self._entries:
            wide = round(_SAMPLE + _GAP + metrics.horizontalAdvance(name)) + 1
            if left and left + wide > width:
                left, top = 0, top + round(line)
            found.append(QRectF(left, top, wide, line))
            left += wide + _BETWEEN
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self.draw(painter, self.width())
        painter.end()

    def draw(self, painter: QPainter, width: int) -> None:
        """Draw at the painter's origin."""
        painter.setFont(self.font())
        for (look, name), place in zip(self._entries, self._places(width), strict=True):
            sample = QRectF(place.left(), place.top(), _SAMPLE, place.height())
            inner = sample.adjusted(0, 3, 0, -3)
            if isinstance(look, Look):
                draw_sample(painter, look, inner, stacked=self._stacked)
            else:
                _draw_mark(painter, inner.center(), look)
            painter.setPen(QPen(QColor(tokens().text)))
            text = place.adjusted(_SAMPLE + _GAP, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)

    def changeEvent(self, event: QEvent) -> None:
        """New colours or another font."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()
            self.update()
        super().changeEvent(event)


def _draw_mark(painter: QPainter, middle: QPointF, which: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens().surface))
    if which == "beyond":
        painter.setPen(QPen(QColor(tokens().blocking), 2))
        painter.drawPolygon(triangle(middle, 5))
    else:
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawEllipse(middle, 3, 3)
    painter.restore()
