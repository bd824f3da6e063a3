"""The drawing of a chart with pyqtgraph. Amounts become binary numbers here, at the edge of the screen."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.amounts import grouped
from app.domain.period import Period
from app.services.charts import Picture, Point
from app.ui.charts.style import Look, is_filed, looks
from app.ui.i18n import tr
from app.ui.theme import tokens
from app.ui.words import month_words

# At its end the program closes its windows itself; pyqtgraph would take all scenes apart once more.
pg.setConfigOptions(exitCleanup=False, antialias=True)

_MILLION = 1_000_000
_DAYS = 45
"""Up to so many days the axis names days, beyond that months."""


def at(value: Decimal) -> Any:
    """A place on the screen."""
    return float(value)  # not an amount: a place on the screen


class DayAxis(pg.AxisItem):  # type: ignore[misc]
    """Days as numbers since year 1, or months by their number."""

    def __init__(self, *, months: bool) -> None:
        super().__init__("bottom")
        self._months = months

    def tickValues(self, minVal: Any, maxVal: Any, size: Any) -> list[tuple[Any, list[Any]]]:  # noqa: N803
        """Whole days: every week, the first of months, or every month; never too near."""
        low, high = round(minVal), round(maxVal)
        room = max(2, round(size / 80))
        if self._months:
            places = list(range(low, high + 1))
        elif high - low <= _DAYS:
            places = [day for day in range(low, high + 1) if (high - day) % 7 == 0]
        else:
            places = [day for day in range(max(low, 1), high + 1) if _is_first(day)]
        step = -(-len(places) // room) if places else 1
        return [(1, [at(Decimal(place)) for place in places[::step]])]

    def tickStrings(self, values: Sequence[Any], scale: Any, spacing: Any) -> list[str]:
        """5 Oct, or Oct 2026."""
        return [self._word(round(value)) for value in values]

    def _word(self, place: int) -> str:
        if self._months:
            year, month = divmod(place, 12)
            return _month(year, month + 1)
        day = date.fromordinal(place)
        return tr("{day} {short_month}").format(day=day.day, short_month=month_words(day.month))


def _is_first(day: int) -> bool:
    return date.fromordinal(day).day == 1


def _month(year: int, month: int) -> str:
    return tr("{short_month} {year}").format(short_month=month_words(month), year=year)


class AmountAxis(pg.AxisItem):  # type: ignore[misc]
    """Amounts in millions, percentages as they are."""

    def __init__(self, unit: str) -> None:
        super().__init__("left")
        self._percent = unit == "%"

    def tickStrings(self, values: Sequence[Any], scale: Any, spacing: Any) -> list[str]:
        """To the digits that the steps need."""
        return [self._word(value, spacing) for value in values]

    def _word(self, value: Any, spacing: Any) -> str:
        size = Decimal(spacing) if self._percent else Decimal(spacing) / _MILLION
        digits = max(0, -size.adjusted()) if size < 1 else 0
        number = Decimal(value) if self._percent else Decimal(value) / _MILLION
        text = grouped(format(number.quantize(Decimal(1).scaleb(-digits)), "f"))
        return f"{text} %" if self._percent else text


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """One picture, by days or by months; arrow keys and the mouse move a mark over its points.

    Signals:
        marked(int): the number of the point at the mark.
        table_wanted(): T or Enter was pressed.
    """

    marked = Signal(int)
    table_wanted = Signal()

    def __init__(self, picture: Picture, points: Sequence[Point], *, months: bool) -> None:
        self._axes = (DayAxis(months=months), AmountAxis(picture.chart.unit))
        super().__init__(axisItems={"bottom": self._axes[0], "left": self._axes[1]})
        self.picture, self.points, self.months = picture, tuple(points), months
        self.mark = len(self.points) - 1
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseTracking(True)
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self.draw()

    def draw(self) -> None:
        """Everything, in the colours of the theme."""
        plot = self.getPlotItem()
        plot.clear()
        self.setBackground(tokens().surface)
        self._dress()
        plot.showGrid(x=False, y=True, alpha=_GRID)
        if self.picture.chart.style == "stack":
            self._draw_stack()
        else:
            self._draw_lines()
        self._line.setPen(QPen(QColor(tokens().muted), 0, Qt.PenStyle.DotLine))
        plot.addItem(self._line, ignoreBounds=True)
        self._line.setVisible(self.hasFocus())
        self.move_mark(self.mark)

    def _dress(self) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 9 / 10)
        for axis in self._axes:
            axis.setPen(QPen(QColor(tokens().line), 1))
            axis.setTextPen(QPen(QColor(tokens().text), 1))
            axis.setTickFont(font)
            axis.setStyle(tickLength=4)
            axis.enableAutoSIPrefix(False)
        unit = self.picture.chart.unit
        self._axes[1].setWidth(round(QFontMetricsF(font).horizontalAdvance("00,000.00")) + 20)
        if unit != "%":
            words = tr("{unit} million").format(unit=unit)
            self._axes[1].setLabel(words, color=tokens().muted)

    def _x(self, point: Point) -> Any:
        if self.months:
            period = Period.parse(point.period)
            return at(Decimal(period.year * 12 + period.month - 1))
        return at(Decimal(point.day.toordinal()))

    def _draw_lines(self) -> None:
        for place, look in enumerate(looks(self.picture.chart)):
            known = [point for point in self.points if point.values[place] is not None]
            if known:
                self._draw_line(known, place, look)
        if self.months or len(self.points) == 1:
            across = [self._x(point) for point in self.points]
            self.setXRange(min(across) - _BAR, max(across) + _BAR, padding=0)
        beyond = [p for p in self.points if p.headroom is not None and p.headroom < 0]
        first = _first_value(self.picture)
        spots = [(self._x(p), at(value)) for p in beyond if (value := p.values[first]) is not None]
        if spots:
            pen, brush = pg.mkPen(tokens().blocking, width=2), QColor(tokens().surface)
            self.plot(*zip(*spots, strict=True), pen=None, symbol="t", symbolSize=12,
                      symbolPen=pen, symbolBrush=brush)  # fmt: skip

    def _draw_line(self, known: Sequence[Point], place: int, look: Look) -> None:
        across = [self._x(point) for point in known]
        up = [at(point.values[place] or Decimal(0)) for point in known]
        marks: dict[str, Any] = {}
        if look.mark or len(known) == 1:
            hollow = QBrush(QColor(tokens().surface))
            marks = {
                "symbol": look.mark or "s",
                "symbolSize": 6 if len(known) > _DAYS else 8,
                "symbolBrush": [look.brush() if is_filed(point) else hollow for point in known],
                "symbolPen": look.pen(),
            }
        self.plot(across, up, pen=look.pen(), **marks)

    def _draw_stack(self) -> None:
        across = [self._x(point) for point in self.points]
        below = [Decimal(0)] * len(self.points)
        for place, look in enumerate(looks(self.picture.chart)):
            values = [point.values[place] or Decimal(0) for point in self.points]
            bars = pg.BarGraphItem(
                x=across,
                y0=[at(value) for value in below],
                height=[at(value) for value in values],
                width=_BAR,
                pen=look.pen(),
                brush=look.brush(),
            )
            self.addItem(bars)
            below = [low + value for low, value in zip(below, values, strict=True)]
        self.setYRange(0, at(max(below, default=Decimal(1)) or Decimal(1)))
        if across:
            self.setXRange(min(across) - 1, max(across) + 1, padding=0)

    def move_mark(self, number: int) -> None:
        """Put the mark at a point."""
        if self.points:
            self.mark = max(0, min(number, len(self.points) - 1))
            self._line.setValue(self._x(self.points[self.mark]))
            self.marked.emit(self.mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the mark; T or Enter asks for the table."""
        moves = {
            Qt.Key.Key_Left: self.mark - 1,
            Qt.Key.Key_Right: self.mark + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.points) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.move_mark(moves[key])
        elif key in (Qt.Key.Key_T, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table_wanted.emit()
        else:
            QWidget.keyPressEvent(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point nearest to the mouse."""
        if self.points:
            place = self.getPlotItem().vb.mapSceneToView(event.position()).x()
            near = min(range(len(self.points)), key=lambda n: abs(self._x(self.points[n]) - place))
            self.move_mark(near)
            self._line.setVisible(True)

    def wheelEvent(self, event: Any) -> None:
        """The page scrolls, not the picture."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """The mark stays only where the keys are."""
        self._line.setVisible(self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """Show the mark."""
        super().focusInEvent(event)
        self._line.setVisible(True)
        self.move_mark(self.mark)

    def focusOutEvent(self, event: Any) -> None:
        """Hide the mark."""
        super().focusOutEvent(event)
        self._line.setVisible(False)

    def changeEvent(self, event: QEvent) -> None:
        """New colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_line"):
            self.draw()


_GRID, _BAR = 0.15, 0.6  # not an amount: how strong the grid is, how wide a bar


def _first_value(picture: Picture) -> int:
    return next(n for n, series in enumerate(picture.chart.series) if series.role == "value")
