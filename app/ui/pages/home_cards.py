"""The cards of Home: running clocks, and duties that come again."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.services.clocks import Clock
from app.services.reminders import Reminder
from app.ui.i18n import tr
from app.ui.pages.base import Place
from app.ui.widgets.basic import Button, column, label, row
from app.ui.widgets.clockline import ClockLine
from app.ui.words import (
    certainty_word,
    day_words,
    left_words,
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
        day.addStrut(22 * self.fontMetrics().averageCharWidth())
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
        return line
