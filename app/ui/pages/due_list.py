"""What is owed, as dense rows under their deadlines."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.languages import in_language
from app.domain.states import State
from app.services.obligations import Obligation
from app.ui.i18n import tr
from app.ui.icons import STATE_TOKENS, IconLabel
from app.ui.pages.base import Place
from app.ui.pages.left_words import left_to_do
from app.ui.pages.month_strip import state_sign
from app.ui.widgets.basic import Button, clear, frame, label, row
from app.ui.words import (
    certainty_word,
    day_words,
    minute_words,
    period_words,
    state_word,
    until_words,
)

Go = Callable[[object], None]


class DueRow(QWidget):
    """One return: what it is, its state and what is left, and the next step as a button."""

    def __init__(
        self, item: Obligation, language: str, go: Go, *, first: bool = False, sure: bool = False
    ) -> None:
        super().__init__()
        self._item, self._go = item, go
        title = in_language(item.titles, language) or item.return_type
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(10)
        mark = IconLabel(*state_sign(item.state))
        layout.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        name = label(f"{title} · {period_words(item.period)}", "strong", wrap=True)
        state = label(state_word(item.state), STATE_TOKENS[item.state] if item.state else "muted")
        left = label(left_to_do(item), "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        above = row(spacing=10)
        above.addWidget(name, 1)
        if sure:
            certain = label(certainty_word(item.certainty), "small")
            certain.setToolTip(item.citation or "")
            above.addWidget(certain)
        words.addLayout(above)
        line = row(spacing=10)
        line.addWidget(state, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(left, 1)
        words.addLayout(line)
        layout.addLayout(words, 1)
        role = "primary" if first else "link"
        self.button = Button(step_word(item.state), role=role, clicked=self.choose)
        self.button.setAccessibleName(f"{step_word(item.state)}: {title}, {item.period}")
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def choose(self) -> None:
        """Go to the return, or to a new one."""
        if self._item.return_id is None:
            self._go(Place("new", view=f"{self._item.return_type} {self._item.period}"))
        else:
            self._go(Place("return", self._item.return_id))


class DueHead(QWidget):
    """A deadline: the day, what is left of it, and how sure it is."""

    def __init__(self, item: Obligation, today: date, *, sure: bool) -> None:
        super().__init__()
        overdue = not item.done and (item.days_left(today) or 0) < 0
        tone = "blocking" if overdue else "muted"
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 2)
        layout.setSpacing(8)
        when = day_words(item.due) if item.due else tr("No deadline known")
        day = label(minute_words(item.due_at) if item.due_at else when, "small")
        layout.addWidget(IconLabel("overdue" if overdue else "calendar", tone))
        layout.addWidget(day)
        words = tr("done") if item.done else until_words(item.due_at, item.days_left(today))
        if item.due is not None:
            layout.addWidget(label(words, tone))
        layout.addStretch(1)
        if sure:
            certain = label(certainty_word(item.certainty), "small")
            certain.setToolTip(item.citation or "")
            layout.addWidget(certain)


class DueList(QFrame):
    """Rows in groups of one deadline; `primary` makes the first button the page's one."""

    def __init__(self, go: Go, *, primary: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._go, self._primary = go, primary
        self.rows: list[DueRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 4, 0, 8)
        self._lines.setSpacing(0)

    def show_items(self, items: Sequence[Obligation], today: date, language: str) -> None:
        """Other returns, in the order of their deadlines."""
        clear(self._lines)
        self.rows = []
        for number, (_, found) in enumerate(groupby(items, key=_deadline)):
            if number:
                self._lines.addWidget(frame("rule"))
            self._group(list(found), today, language)
        self.setVisible(bool(items))

    def _group(self, items: Sequence[Obligation], today: date, language: str) -> None:
        """How sure the deadline is stands beside it where it is the same for all, else in each row."""
        alike = len({item.certainty for item in items}) == 1
        self._lines.addWidget(DueHead(items[0], today, sure=alike))
        for item in items:
            first = self._primary and not self.rows
            line = DueRow(item, language, self._go, first=first, sure=not alike)
            self.rows.append(line)
            self._lines.addWidget(line)


def _deadline(item: Obligation) -> tuple[object, ...]:
    return item.due, item.due_at, item.done


def step_word(state: State | None) -> str:
    """The next step of a return, as its button says it."""
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
