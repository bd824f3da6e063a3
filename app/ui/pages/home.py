"""Home: what is due, by when, in what state, and what is left to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QVBoxLayout, QWidget

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
from app.ui.pages.due_calendar import DueCalendar
from app.ui.pages.due_list import DueList
from app.ui.pages.home_cards import ClockCard, RemindersCard
from app.ui.pages.months import Months
from app.ui.pages.standing import Standing
from app.ui.widgets.ask import ask_new_file
from app.ui.widgets.basic import Button, clear, column, label, row, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.halves import Halves
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
        self.calendar = Button("", "export", clicked=self._ask_calendar)
        self.head.addWidget(self.calendar)
        self._clocks_title = label(role="title")
        self.clocks = column(spacing=8)
        self.standing = Standing()
        self._due_title = label(role="title")
        self.as_list, self.as_calendar = self._views()
        self.due = DueList(self.go.emit, primary=True)
        self.days = DueCalendar(self.go.emit)
        self.days.hide()
        self.months = Months(self.go.emit)
        self._charts_title = label(role="title")
        self.charts = ChartBoard(self._saved, self.fail, self._what_if)
        self._reminders_title = label(role="title")
        self.reminders = column(spacing=8)
        self._done_title = label(role="title")
        self.done = DueList(self.go.emit)
        self.empty = EmptyState("packs", self._to_packs)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(16)
        self._clocks = _stacked(self._clocks_title)
        self._clocks.addLayout(self.clocks)
        layout.addLayout(self._clocks)
        layout.addWidget(self.standing)
        layout.addWidget(Halves(self._left(), self._right()))
        layout.addWidget(self.empty)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content))
        self.timer = QTimer(self)
        self.timer.setInterval(_MINUTE)
        self.timer.timeout.connect(self._tick)
        self.retranslate()

    def _views(self) -> tuple[Button, Button]:
        """Two buttons of which one is pressed: list and calendar."""
        group = QButtonGroup(self)
        found = (
            Button("", "returns", clicked=self._swap),
            Button("", "calendar", clicked=self._swap),
        )
        for button in found:
            button.setCheckable(True)
            button.setProperty("role", "toggle")
            group.addButton(button)
        found[0].setChecked(True)
        return found

    def _left(self) -> QWidget:
        """What is due and what was done."""
        left = QWidget()
        layout = _stacked(row(self._due_title, None, self.as_list, self.as_calendar), owner=left)
        for widget in (self.due, self.days, self.months):
            layout.addWidget(widget)
        layout.addWidget(self._reminders_title)
        layout.addLayout(self.reminders)
        layout.addWidget(self._done_title)
        layout.addWidget(self.done)
        layout.addStretch(1)
        return left

    def _right(self) -> QWidget:
        """The pictures."""
        right = QWidget()
        layout = _stacked(self._charts_title, owner=right)
        layout.addWidget(self.charts)
        layout.addStretch(1)
        return right

    def _swap(self) -> None:
        """List or calendar."""
        by_day = self.as_calendar.isChecked()
        self.days.setVisible(by_day)
        self.due.setVisible(bool(self.due.rows) and not by_day)

    def retranslate(self) -> None:
        """Texts."""
        self.as_list.setText(tr("List"))
        self.as_calendar.setText(tr("Calendar"))
        self.days.retranslate()
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
        clear(self.reminders)
        language = self.context.language
        if duties.reminders:
            self.reminders.addWidget(RemindersCard(duties.reminders, today, language))
        self._reminders_title.setVisible(bool(duties.reminders))
        left = [item for item in found if not item.done]
        finished = sorted(
            (item for item in found if item.done), key=lambda item: item.period, reverse=True
        )
        self.due.show_items(left, today, language)
        self.days.show_owed(found, today, language)
        self.done.show_items(finished[:6], today, language)
        self._swap()
        self._due_title.setText(_due_words(left, today))
        self._due_title.setVisible(bool(found))
        for button in (self.as_list, self.as_calendar):
            button.setVisible(bool(found))
        self._done_title.setVisible(bool(finished))
        self.months.show_owed(found, today)
        self.empty.setVisible(not found)

    def _show_charts(self, found: tuple[Picture, ...]) -> None:
        self._charts_title.setVisible(bool(found))
        self.standing.show_pictures(found, self.context.language)
        self.charts.show_pictures(found, self.context.language)

    def _what_if(self, return_id: str) -> None:
        self.go.emit(Place("return", return_id, "what-if"))

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


def _stacked(first: QWidget | QLayout, owner: QWidget | None = None) -> QVBoxLayout:
    """Below each other, close."""
    layout = QVBoxLayout()
    if owner is not None:
        owner.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    if isinstance(first, QWidget):
        layout.addWidget(first)
    else:
        layout.addLayout(first)
    return layout


def _due_words(left: Sequence[Obligation], today: date) -> str:
    """How many are due, and how many of them are late."""
    if not left:
        return tr("Nothing is left to do")
    words = ntr("{n} return due", "{n} returns due", len(left))
    late = sum((item.days_left(today) or 0) < 0 for item in left)
    if not late:
        return words
    return tr("{due}, {late}").format(due=words, late=ntr("{n} overdue", "{n} overdue", late))
