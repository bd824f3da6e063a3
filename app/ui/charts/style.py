"""How series look: told apart by dashes, marks and patterns as well as by colour."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.domain.chart import Chart
from app.domain.states import State
from app.services.charts import Point
from app.ui.theme import tokens


@dataclass(frozen=True, slots=True)
class Look:
    """`colour` is a token. A line has a dash and, where `mark` stands, a sign at every point."""

    colour: str
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    mark: str = ""
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern
    width: int = 2

    def pen(self) -> QPen:
        """For its line or outline, of the same width at every zoom."""
        result = QPen(QColor(getattr(tokens(), self.colour)), self.width, self.dash)
        result.setCosmetic(True)
        return result

    def brush(self) -> QBrush:
        """For its layer."""
        return QBrush(QColor(getattr(tokens(), self.colour)), self.pattern)


def is_filed(point: Point) -> bool:
    """Whether its figures were handed in; the mark of others is hollow."""
    return point.state in (State.FILED, State.CORRECTED)


_ROLES = {
    "value": Look("accent", mark="o"),
    "limit": Look("blocking", Qt.PenStyle.DashLine),
    "warning": Look("explain", Qt.PenStyle.DotLine),
}
_LAYERS = (
    Look("accent", width=1),
    Look("done", pattern=Qt.BrushStyle.BDiagPattern, width=1),
    Look("explain", pattern=Qt.BrushStyle.DiagCrossPattern, width=1),
    Look("muted", pattern=Qt.BrushStyle.HorPattern, width=1),
    Look("information", pattern=Qt.BrushStyle.Dense6Pattern, width=1),
)


def looks(chart: Chart) -> list[Look]:
    """The look of each series."""
    if chart.style == "stack":
        return [_LAYERS[place % len(_LAYERS)] for place in range(len(chart.series))]
    return [_ROLES[series.role] for series in chart.series]


def draw_sample(painter: QPainter, look: Look, area: QRectF, *, stacked: bool) -> None:
    """A piece of the line or layer, for the legend."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.pen())
    middle = area.center()
    if stacked:
        painter.setBrush(look.brush())
        painter.drawRect(area.adjusted(4, 1, -4, -1))
    else:
        painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))
        if look.mark:
            painter.setBrush(look.brush())
            painter.drawEllipse(middle, 3, 3)
    painter.restore()


def triangle(middle: QPointF, size: int) -> QPolygonF:
    """The triangle that marks a day beyond the limit, in the legend."""
    return QPolygonF(
        [
            middle + QPointF(0, size),
            middle + QPointF(-size, -size),
            middle + QPointF(size, -size),
        ]
    )
