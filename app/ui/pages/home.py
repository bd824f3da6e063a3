"""Home: what is due, by when, in what state, and what is left to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.clock import now
from app.domain.states import State
from app.services.clocks import Clock, alerts
from app.services.desk import Desk
from app.services.lastcheck import LastCheck
from app.services.obligations import Obligation, hong_kong_today, obligations
from app.ui.context import Context
from app.ui.i18n import ntr, tr
from app.ui.icons import IconLabel
from app.ui.pages.base import Page, Place
from app.ui.widgets.badge import StateBadge
from app.ui.widgets.basic import Button, clear, column, label, row, scrolled
from app.ui.widgets.clockline import ClockLine
from app.ui.widgets.empty import EmptyState
from app.ui.words import certainty_word, day_words, left_words, minute_words, period_words

_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Duties:
    """What Home shows, read in one go."""

    owed: tuple[Obligation, ...]
    clocks: tuple[Clock, ...]


def read_duties(desk: Desk) -> Duties:
    """Obligations and running clocks as they are now."""
    return Duties(tuple(obligations(desk)), tuple(alerts(desk, now())))


class HomePage(Page):
    """The list of obligations."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._today = label(role="muted")
        self.head.addWidget(self._today)
        self._clocks_title = label(role="title")
        self.clocks = column(spacing=8)
        self.due = column(spacing=8)
        self._due_title = label(role="title")
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
        self._done_title.setText(tr("Done"))
        self.empty.say(
            tr("Nothing is due"),
            tr("Add the schema pack of a return that your firm owes; its deadlines appear here."),
            tr("Schema packs"),
        )

    def reload(self) -> None:
        """Read the obligations."""
        self.read(lambda: read_duties(self.context.desk), self._show)

    def _tick(self) -> None:
        """The clocks go on; nothing else is drawn again."""
        self.read(lambda: tuple(alerts(self.context.desk, now())), self._show_clocks)

    def _to_packs(self) -> None:
        self.go.emit(Place("packs"))

    def _show(self, duties: Duties) -> None:
        found = duties.owed
        self._show_clocks(duties.clocks)
        today = hong_kong_today()
        clear(self.due)
        clear(self.done)
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
        self.empty.setVisible(not found)

    def _show_clocks(self, running: tuple[Clock, ...]) -> None:
        clear(self.clocks)
        for clock in running:
            self.clocks.addWidget(ClockCard(clock, self.context.language, self.go.emit))
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


class ClockCard(QFrame):
    """A running clock with the way to its report."""

    def __init__(self, clock: Clock, language: str, go: Callable[[object], None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        self.line = ClockLine(clock, language, named=True)
        layout.addWidget(self.line, 1)

        def open_report() -> None:
            go(Place("return", clock.return_id))

        self.button = Button(tr("Open report"), clicked=open_report)
        self.button.setAccessibleName(
            tr("Open the report: {what}").format(what=self.line.what.text())
        )
        layout.addWidget(self.button)


class DueCard(QFrame):
    """One obligation.

    Signals:
        chosen(object): the `Place` that its button leads to.
    """

    chosen = Signal(object)

    def __init__(self, item: Obligation, today: date, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._item = item
        overdue = not item.done and (item.days_left(today) or 0) < 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(self._when(item, today, overdue=overdue))
        title = item.titles.get(language) or item.titles.get("en") or item.return_type
        name = label(title, "strong", wrap=True)
        what = label(left_to_do(item), "muted", wrap=True)
        middle = column(
            name, label(f"{item.return_type} · {period_words(item.period)}", "small"), spacing=2
        )
        middle.addWidget(what)
        layout.addLayout(middle, 1)
        layout.addWidget(StateBadge(item.state))
        role = "primary" if overdue or item.state is None else ""
        self.button = Button(_button(item.state), role=role, clicked=self.choose)
        self.button.setMinimumWidth(120)
        self.button.setAccessibleName(f"{_button(item.state)}: {title}, {item.period}")
        layout.addWidget(self.button)

    def _when(self, item: Obligation, today: date, *, overdue: bool) -> QVBoxLayout:
        when = day_words(item.due) if item.due else "—"
        day = label(minute_words(item.due_at) if item.due_at else when, "strong")
        day.setMinimumWidth(150)
        words = tr("done") if item.done else left_words(item.days_left(today))
        left = label(words, "blocking" if overdue else "muted")
        mark = IconLabel("overdue" if overdue else "calendar", "blocking" if overdue else "muted")
        line = row(mark, left, None, spacing=6)
        result = column(day, spacing=2)
        result.addLayout(line)
        sure = label(certainty_word(item.certainty), "small", wrap=True)
        sure.setToolTip(item.citation or "")
        result.addWidget(sure)
        return result

    def choose(self) -> None:
        """Go to the return, or to a new one."""
        if self._item.return_id is None:
            self.chosen.emit(Place("new", view=f"{self._item.return_type} {self._item.period}"))
        else:
            self.chosen.emit(Place("return", self._item.return_id))


def _button(state: State | None) -> str:
    if state is None:
        return tr("Begin")
    words = {
        State.DRAFT: tr("Continue"),
        State.VALIDATED: tr("Continue"),
        State.IN_REVIEW: tr("Review"),
        State.APPROVED: tr("Sign"),
        State.SIGNED: tr("Record receipt"),
    }
    return words.get(state) or tr("Open")


def left_to_do(item: Obligation) -> str:
    """What is left, in one line: “Left: 2 blocking, 1 to explain, 1 approval, signature, receipt”."""
    state = item.state
    if state is None:
        return tr("Left: everything; begin it with one click")
    if state in (State.DRAFT, State.VALIDATED):
        return _left_to_fill(state, item.checked)
    words = {
        State.IN_REVIEW: tr("Left: 1 approval, signature, receipt"),
        State.APPROVED: tr("Left: signature, receipt"),
        State.SIGNED: tr("Left: hand it over and record the receipt"),
        State.FILED: tr("A receipt is recorded"),
        State.CORRECTED: tr("Replaced by a correction"),
        State.VOIDED: tr("Withdrawn"),
    }
    return words[state]


def _left_to_fill(state: State, checked: LastCheck | None) -> str:
    if checked is None or (checked.stale and not (checked.blocking or checked.unexplained)):
        if state is State.VALIDATED:
            return tr("Left: 1 approval, signature, receipt")
        return tr("Left: fill and check, 1 approval, signature, receipt")
    counts = []
    if checked.blocking:
        counts.append(ntr("{n} blocking", "{n} blocking", checked.blocking))
    if checked.unexplained:
        counts.append(ntr("{n} to explain", "{n} to explain", checked.unexplained))
    if not counts:
        return tr("Left: 1 approval, signature, receipt")
    text = tr("Left: {findings}, 1 approval, signature, receipt").format(
        findings=tr(", ").join(counts)
    )
    return (
        tr("{left} (checked before the last change)").format(left=text) if checked.stale else text
    )
