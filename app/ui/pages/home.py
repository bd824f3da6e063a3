"""Home: what is due, by when, in what state, and what is left to do."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.clock import now
from app.services.charts import Picture
from app.services.clocks import Clock, alerts
from app.services.desk import Desk
from app.services.obligations import Obligation, hong_kong_today, obligations
from app.services.reminders import Reminder, reminders
from app.ui.charts.board import ChartBoard, load_drawing
from app.ui.context import Context
from app.ui.i18n import ntr, tr
from app.ui.pages.base import Page, Place
from app.ui.pages.home_cards import ClockCard, DueCard, RemindersCard
from app.ui.pages.months import Months
from app.ui.widgets.ask import ask_new_file
from app.ui.widgets.basic import Button, clear, column, label, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.words import day_words

if TYPE_CHECKING:
    from app.services.calendar import Written

_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Duties:
    """What Home shows, read in one go."""

    owed: tuple[Obligation, ...]
    clocks: tuple[Clock, ...]
    reminders: tuple[Reminder, ...] = ()


def read_duties(desk: Desk) -> Duties:
    """Obligations, running clocks and reminders as they are now."""
    return Duties(
        tuple(obligations(desk)),
        tuple(alerts(desk, now())),
        tuple(reminders(desk, hong_kong_today())),
    )


def read_pictures(desk: Desk) -> tuple[Picture, ...]:
    """The charts of the workspace; the drawing library is at hand when there is one to draw."""
    from app.services.charts import pictures  # noqa: PLC0415  (brings in the rules)

    found = tuple(pictures(desk))
    if any(picture.points for picture in found):
        load_drawing()
    return found


class HomePage(Page):
    """The list of obligations."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._today = label(role="muted")
        self.head.addWidget(self._today)
        self.calendar = Button("", "calendar", clicked=self._ask_calendar)
        self.head.addWidget(self.calendar)
        self._clocks_title = label(role="title")
        self.clocks = column(spacing=8)
        self.due = column(spacing=8)
        self._due_title = label(role="title")
        self.months = Months(self.go.emit)
        self._charts_title = label(role="title")
        self.charts = ChartBoard(self._saved, self.fail)
        self._reminders_title = label(role="title")
        self.reminders = column(spacing=8)
        self._done_title = label(role="title")
        self.done = column(spacing=8)
        self.empty = EmptyState("packs", self._to_packs)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._clocks_title)
        layout.addLayout(self.clocks)
        layout.addWidget(self._due_title)
        layout.addLayout(self.due)
        layout.addSpacing(12)
        layout.addWidget(self.months)
        layout.addSpacing(12)
        layout.addWidget(self._charts_title)
        layout.addWidget(self.charts)
        layout.addSpacing(12)
        layout.addWidget(self._reminders_title)
        layout.addLayout(self.reminders)
        layout.addSpacing(12)
        layout.addWidget(self._done_title)
        layout.addLayout(self.done)
        layout.addWidget(self.empty)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content))
        self.timer = QTimer(self)
        self.timer.setInterval(_MINUTE)
        self.timer.timeout.connect(self._tick)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Home"))
        self._today.setText(day_words(hong_kong_today()))
        self.calendar.setText(tr("Export calendar…"))
        self.calendar.setToolTip(tr("Every deadline as a file (.ics) that any calendar reads"))
        self._reminders_title.setText(tr("Duties that no return answers"))
        self._charts_title.setText(tr("How we stand"))
        self.months.retranslate()
        self._done_title.setText(tr("Done"))
        self.empty.say(
            tr("Nothing is due"),
            tr("Add the schema pack of a return that your firm owes; its deadlines appear here."),
            tr("Schema packs"),
        )

    def reload(self) -> None:
        """Read the obligations."""
        self.read(lambda: read_duties(self.context.desk), self._show)
        self.read(lambda: read_pictures(self.context.desk), self._show_charts)

    def _tick(self) -> None:
        """The clocks go on; nothing else is drawn again."""
        self.read(lambda: tuple(alerts(self.context.desk, now())), self._show_clocks)

    def _ask_calendar(self) -> None:
        ask_new_file(
            self,
            tr("Export calendar"),
            tr("Calendars (*.ics)"),
            "praya-deadlines.ics",
            self.export_calendar,
        )

    def export_calendar(self, file: Path) -> None:
        """Write every deadline in the window's language."""
        desk, language = self.context.desk, self.context.language

        def work() -> "Written":
            from app.services.calendar import write_calendar  # noqa: PLC0415  (the library is heavy)

            return write_calendar(desk, file, now(), language)

        self.read(work, self._exported)

    def _exported(self, written: "Written") -> None:
        words = ntr("{n} deadline is", "{n} deadlines are", written.entries)
        self.notice.say(
            "done",
            tr("{deadlines} written to {file}.").format(deadlines=words, file=written.path.name),
            f"{written.path}\nSHA-256 {written.sha256}",
        )

    def _to_packs(self) -> None:
        self.go.emit(Place("packs"))

    def _show(self, duties: Duties) -> None:
        found = duties.owed
        self._show_clocks(duties.clocks)
        today = hong_kong_today()
        clear(self.due)
        clear(self.done)
        clear(self.reminders)
        if duties.reminders:
            self.reminders.addWidget(RemindersCard(duties.reminders, today, self.context.language))
        self._reminders_title.setVisible(bool(duties.reminders))
        left = [item for item in found if not item.done]
        finished = sorted(
            (item for item in found if item.done), key=lambda item: item.period, reverse=True
        )
        for item in left:
            self.due.addWidget(self._card(item, today))
        for item in finished[:6]:
            self.done.addWidget(self._card(item, today))
        self._due_title.setText(ntr("{n} return due", "{n} returns due", len(left)))
        self._due_title.setVisible(bool(left))
        self._done_title.setVisible(bool(finished))
        self.months.show_owed(found, today)
        self.empty.setVisible(not found)

    def _show_charts(self, found: tuple[Picture, ...]) -> None:
        self._charts_title.setVisible(bool(found))
        self.charts.show_pictures(found, self.context.language)

    def _saved(self, file: Path) -> None:
        self.notice.say("done", tr("Picture written to {file}.").format(file=file.name), str(file))

    def _show_clocks(self, running: tuple[Clock, ...]) -> None:
        clear(self.clocks)
        reports: dict[str, list[Clock]] = {}
        for clock in running:
            reports.setdefault(clock.return_id, []).append(clock)
        for clocks in reports.values():
            self.clocks.addWidget(ClockCard(clocks, self.context.language, self.go.emit))
        self._clocks_title.setText(
            ntr("{n} clock is running", "{n} clocks are running", len(running))
        )
        self._clocks_title.setVisible(bool(running))

    def showEvent(self, event: QShowEvent) -> None:
        """The clocks run while they are seen."""
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self.timer.stop()
        super().hideEvent(event)

    def _card(self, item: Obligation, today: date) -> QWidget:
        card = DueCard(item, today, self.context.language)
        card.chosen.connect(self.go)
        return card
