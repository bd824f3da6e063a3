"""The cards of Home: what is owed, running clocks, and duties that come again."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.states import State
from app.services.clocks import Clock
from app.services.lastcheck import LastCheck
from app.services.obligations import Obligation
from app.services.reminders import Reminder
from app.ui.i18n import ntr, tr
from app.ui.icons import IconLabel
from app.ui.pages.base import Place
from app.ui.widgets.badge import StateBadge
from app.ui.widgets.basic import Button, column, label, row
from app.ui.widgets.clockline import ClockLine
from app.ui.words import (
    certainty_word,
    day_words,
    left_words,
    minute_words,
    period_words,
    until_words,
)


class ClockCard(QFrame):
    """The running clocks of one report, the most urgent first, with the way to it."""

    def __init__(
        self, clocks: Sequence[Clock], language: str, go: Callable[[object], None]
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        first = clocks[0]
        parts = (first.event or f"{first.return_type} {first.period}", first.event_title)
        title = " · ".join(part for part in parts if part)
        self.lines = [ClockLine(clock, language) for clock in clocks]
        layout.addLayout(column(label(title, "strong", wrap=True), *self.lines), 1)

        def open_report() -> None:
            go(Place("return", first.return_id))

        self.button = Button(tr("Open report"), clicked=open_report)
        self.button.setMinimumWidth(120)
        self.button.setAccessibleName(tr("Open the report: {what}").format(what=title))
        layout.addWidget(self.button)


class RemindersCard(QFrame):
    """Duties that come again and that no return answers, the next first."""

    def __init__(self, reminders: Sequence[Reminder], today: date, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        for item in reminders:
            layout.addLayout(self._line(item, today, language))

    def _line(self, item: Reminder, today: date, language: str) -> QHBoxLayout:
        if item.due is None:
            when, left = tr("day not known"), tr("say in Settings when the financial year ends")
        else:
            when = day_words(item.due.day)
            left = left_words((item.due.day - today).days)
        day = column(label(when, "strong"), label(left, "small", wrap=True), spacing=2)
        holder = column(spacing=2)
        holder.addWidget(label(item.duty.title(language), wrap=True))
        sure = certainty_word(item.duty.certainty)
        if item.duty.day_certainty != item.duty.certainty:
            sure = tr("{sure}; the day: {day}").format(
                sure=sure, day=certainty_word(item.duty.day_certainty)
            )
        small = label(
            " · ".join(part for part in (sure, item.duty.note(language)) if part),
            "small",
            wrap=True,
        )
        small.setToolTip(item.duty.citation)
        holder.addWidget(small)
        line = row(spacing=16)
        line.addLayout(day)
        line.addLayout(holder, 1)
        for place in range(day.count()):
            widget = day.itemAt(place)
            found = widget.widget() if widget is not None else None
            if found is not None:
                found.setFixedWidth(170)
        return line


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
        words = tr("done") if item.done else until_words(item.due_at, item.days_left(today))
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
