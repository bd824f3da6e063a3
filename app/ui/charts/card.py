"""A chart with its words, its table, and its way into a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout

from app.services.charts import Picture, Point
from app.services.whatif import CHARTS
from app.ui.charts.legend import Legend
from app.ui.charts.words import (
    change_words,
    described,
    exact,
    point_words,
    room_words,
    tightest,
    when_words,
)
from app.ui.i18n import noop, tr
from app.ui.icons import STATE_ICONS, STATE_TOKENS, IconLabel
from app.ui.models.records import Column
from app.ui.widgets.ask import ask_new_file
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.table import RecordsTable
from app.ui.words import certainty_word, state_word

if TYPE_CHECKING:  # it loads the drawing library
    from app.ui.charts.plot import Plot

_HEIGHT = 208
"""Pixels for the picture or its table."""


class ChartTable(RecordsTable):
    """The same points in a table; T or Escape goes back to the picture."""

    def __init__(self, columns: list[Column], back: Callable[[], None]) -> None:
        super().__init__(columns)
        self._back = back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The way back."""
        if event.key() in (Qt.Key.Key_T, Qt.Key.Key_Escape):
            self._back()
        else:
            super().keyPressEvent(event)


class ChartCard(QFrame):
    """One picture. `say` is told the name of a file that was written, `failed` what went wrong."""

    def __init__(
        self,
        picture: Picture,
        language: str,
        say: Callable[[Path], None],
        failed: Callable[[BaseException], None],
        what_if: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._what_if = what_if
        self.picture, self._language = picture, language
        self._say, self._failed = say, failed
        self.plot: Plot | None = None
        self.title = label(picture.chart.title(language), "strong", wrap=True)
        self.small = label(self._source(), "small", wrap=True)
        self.readout = label("", "small", wrap=True)
        self.months = Button(clicked=self._change_scale)
        self.months.setCheckable(True)
        self.swap = Button(clicked=self.show_table)
        self.save = Button("", "export", clicked=self._ask_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.small)
        if picture.points:
            self._fill(layout)
        else:
            text = tr("No figures yet. Begin the {type} return or import its workbook; the picture"
                      " appears with the first day.")  # fmt: skip
            layout.addWidget(label(text.format(type=picture.return_type), "muted", wrap=True))
            layout.addStretch(1)

    def _fill(self, layout: QVBoxLayout) -> None:
        for line in self._headlines():
            layout.addLayout(line)
        self.legend = Legend(self.picture, self._language)
        layout.addWidget(self.legend)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.stack.setFixedHeight(_HEIGHT)
        self.table = ChartTable(self._columns(), self.show_plot)
        self.stack.addWidget(self.table)
        layout.addStretch(1)
        layout.addWidget(self.stack)
        layout.addWidget(self.readout)
        self.ask = Button(clicked=self._ask_what_if)
        self.ask.setVisible(self._what_if is not None and self.picture.chart.id in CHARTS)
        layout.addLayout(row(self.months, self.swap, None, self.ask, self.save))
        self.months.setVisible(self.picture.daily and len(self.picture.monthly()) > 1)
        self.retranslate()
        self._draw()

    def _ask_what_if(self) -> None:
        """About the return of the last day that is drawn."""
        if self._what_if is not None:
            self._what_if(self.picture.points[-1].return_id)

    def _source(self) -> str:
        chart = self.picture.chart
        return f"{self.picture.return_type} · {chart.citation} · {certainty_word(chart.certainty)}"

    def _headlines(self) -> list[Any]:
        """How far the limit is on the last day, and where it was nearest."""
        last = self.picture.points[-1]
        lines = [(last, room_words(self.picture, last, self._language))]
        tight = tightest(self.picture)
        if tight is not None and tight is not last:
            lines.append((tight, room_words(self.picture, tight, self._language)))
        found = []
        for place, (point, words) in enumerate(lines):
            if words:
                found.append(self._headline(point, words, nearest=place > 0))
        change = change_words(self.picture)
        if change:
            found.append(row(label(change, wrap=True)))
        return found

    def _headline(self, point: Point, words: str, *, nearest: bool) -> Any:
        short = point.headroom is not None and point.headroom < 0
        when = when_words(self.picture, point)
        text = tr("Least room, {when}: {words}") if nearest else tr("{when}: {words}")
        said = label(text.format(when=when, words=words), "blocking" if short else "", wrap=True)
        headroom = self.picture.chart.headroom
        if headroom is not None:
            said.setToolTip(exact(point.headroom, headroom.unit))
        mark = IconLabel("blocking" if short else "done", "blocking" if short else "done")
        line = row(spacing=6)
        line.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(said, 1)
        return line

    def _columns(self) -> list[Column]:
        chart = self.picture.chart
        picture = self.picture
        columns = [
            Column(
                noop("Day") if picture.daily else noop("Month"),
                lambda point: point.day.isoformat() if picture.daily else point.period,
                sort=lambda point: point.day,
                width=96,
            )
        ]
        for place, series in enumerate(chart.series):
            columns.append(self._amounts(f"{series.title(self._language)} ({chart.unit})", place))
        if chart.headroom is not None:
            title = tr("Room ({unit})").format(unit=chart.headroom.unit)
            columns.append(
                Column(
                    title,
                    lambda point: exact(point.headroom),
                    sort=lambda point: (point.headroom is not None, point.headroom or 0),
                    numeric=True,
                    width=150,
                )
            )
        columns.append(
            Column(
                noop("State"),
                lambda point: state_word(point.state),
                icon=lambda point: (STATE_ICONS[point.state], STATE_TOKENS[point.state]),
            )
        )
        return columns

    @staticmethod
    def _amounts(title: str, place: int) -> Column:
        return Column(
            title,
            lambda point: exact(point.values[place]),
            sort=lambda point: (point.values[place] is not None, point.values[place] or 0),
            numeric=True,
            width=150,
        )

    def _points(self) -> tuple[Point, ...]:
        monthly = self.months.isChecked() or not self.picture.daily
        return self.picture.monthly() if monthly else self.picture.points

    def _draw(self) -> None:
        from app.ui.charts.plot import Plot  # noqa: PLC0415  (loads the drawing library)

        old, points = self.plot, self._points()
        monthly = self.months.isChecked() or not self.picture.daily
        self.plot = Plot(self.picture, points, months=monthly)
        self.plot.marked.connect(self._read_out)
        self.plot.table_wanted.connect(self.show_table)
        self._name_plot()
        tabled = old is not None and self.stack.currentWidget() is self.table
        self.stack.insertWidget(0, self.plot)
        self.stack.setCurrentWidget(self.table if tabled else self.plot)
        if old is not None:
            old.marked.disconnect(self._read_out)  # it lives on for a moment and has other points
            self.stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.table.records.set_records(list(reversed(points)))
        self._read_out(self.plot.mark)

    def _name_plot(self) -> None:
        title = self.picture.chart.title(self._language)
        words = described(self.picture, self._language)
        if self.plot is not None:
            self.plot.setAccessibleName(tr("Chart: {title}").format(title=title))
            keys = tr("Arrow keys move from point to point, T shows the table.")
            self.plot.setAccessibleDescription(f"{words} {keys}")
            self.plot.setToolTip(keys)
        self.table.setAccessibleName(tr("Table of the chart: {title}").format(title=title))
        self.table.setAccessibleDescription(words)

    def _read_out(self, number: int) -> None:
        if self.plot is not None and self.plot.points:
            self.readout.setText(
                point_words(self.picture, self.plot.points[number], self._language)
            )

    def retranslate(self) -> None:
        """Texts of the buttons."""
        title = self.picture.chart.title(self._language)
        tabled = self.stack.currentWidget() is self.table and self.plot is not None
        self.months.setText(tr("By month"))
        self.months.setToolTip(tr("Each month by its day with the least room"))
        self.swap.setText(tr("Picture") if tabled else tr("Table"))
        self.swap.setToolTip(tr("T in the picture does the same"))
        self.save.setText(tr("Save picture…"))
        self.ask.setText(tr("What if…"))
        for button in (self.months, self.swap, self.ask, self.save):
            button.setAccessibleName(f"{button.text()}: {title}")

    def _change_scale(self) -> None:
        self._draw()

    def show_table(self) -> None:
        """The table, or from the table's button the picture again."""
        if self.stack.currentWidget() is self.table:
            self.show_plot()
            return
        self.stack.setCurrentWidget(self.table)
        self.table.setFocus()
        self.retranslate()

    def show_plot(self) -> None:
        """The picture."""
        if self.plot is not None:
            self.stack.setCurrentWidget(self.plot)
            self.plot.setFocus()
        self.retranslate()

    def _ask_file(self) -> None:
        ask_new_file(
            self,
            tr("Save picture"),
            tr("Pictures (*.png *.svg)"),
            f"{self.picture.return_type}-{self.picture.chart.id}.png",
            self.save_picture,
        )

    def save_picture(self, file: Path) -> None:
        """Write the picture as it is shown: PNG, or SVG by the ending of the name."""
        from app.ui.charts.export import write_picture  # noqa: PLC0415  (with the drawing library)

        if self.plot is None:
            return
        title = self.title.text()
        try:
            write_picture(
                file, self.plot, self.legend, title, described(self.picture, self._language)
            )
        except OSError as error:
            self._failed(error)
        else:
            self._say(file)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: the page makes the cards anew, the buttons change at once."""
        if event.type() == QEvent.Type.LanguageChange and self.picture.points:
            self.retranslate()
        super().changeEvent(event)
