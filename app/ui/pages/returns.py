"""Returns: every return by state and deadline."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.domain.languages import in_language
from app.domain.states import State
from app.services.obligations import Obligation, hong_kong_today, obligations
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.icons import STATE_ICONS, STATE_TOKENS
from app.ui.models.records import Column
from app.ui.pages.base import Page, Place
from app.ui.widgets.basic import Button, column, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.table import RecordsTable
from app.ui.words import (
    certainty_word,
    day_words,
    minute_words,
    period_words,
    state_word,
    until_words,
)

_ORDER = [None, *State]


class ReturnsPage(Page):
    """A table that can be sorted and filtered; Enter opens a return."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.new = Button("", "plus", "primary", self._new)
        self.head.addWidget(self.new)
        self.search = QLineEdit()
        self.search.setProperty("searches", "page")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(280)
        self.states = Choice()
        self.states.setMinimumWidth(220)
        self.table = RecordsTable(_columns(self))
        self.empty = EmptyState("returns", self._new, "plus")
        bar = row(self.search, self.states, None)
        filled = QWidget()
        layout = column(spacing=12)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        filled.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack)
        self.search.textChanged.connect(self._filter)
        self.states.currentIndexChanged.connect(self._filter)
        self.table.opened.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Returns"))
        self.new.setText(tr("New return"))
        self.search.setPlaceholderText(tr("Search type, period, state"))
        self.search.setAccessibleName(tr("Search returns"))
        self.states.setAccessibleName(tr("Filter by state"))
        self.table.setAccessibleName(tr("Returns"))
        chosen = max(0, self.states.currentIndex())
        self.states.blockSignals(True)
        self.states.clear()
        self.states.addItem(tr("All states"), "all")
        self.states.addItem(tr("Not done"), "open")
        for state in State:
            self.states.addItem(state_word(state), state.value)
        self.states.setCurrentIndex(chosen)
        self.states.blockSignals(False)
        self.empty.say(
            tr("No return yet"),
            tr("Make the first one: choose the type and the period, then import or type."),
            tr("New return"),
        )

    def reload(self) -> None:
        """Read all returns."""
        self.read(lambda: obligations(self.context.desk), self._show)

    def _show(self, found: list[Obligation]) -> None:
        begun = [item for item in found if item.return_id is not None]
        self.table.records.set_records(begun)
        self._stack.setCurrentIndex(0 if begun else 1)

    def _filter(self) -> None:
        chosen = self.states.currentData()

        def fits(item: Obligation) -> bool:
            if chosen == "open":
                return not item.done
            return chosen in (None, "all") or (item.state is not None and item.state == chosen)

        self.table.proxy.show_only(self.search.text(), fits)

    def _new(self) -> None:
        self.go.emit(Place("new"))

    def _open(self, item: object) -> None:
        if isinstance(item, Obligation):
            self.go.emit(Place("return", item.return_id))


def _due(item: Obligation) -> str:
    if item.due_at is not None:
        return minute_words(item.due_at)
    return day_words(item.due) if item.due else "—"


def _columns(page: Page) -> list[Column]:
    def title(item: Obligation) -> str:
        language = page.context.language
        return in_language(item.titles, language) or item.return_type

    return [
        Column(
            noop("State"),
            lambda item: state_word(item.state),
            sort=lambda item: _ORDER.index(item.state),
            icon=lambda item: (STATE_ICONS[item.state], STATE_TOKENS[item.state]),
            width=190,
        ),
        Column(noop("Type"), lambda item: item.return_type, width=70),
        Column(noop("Return"), title),
        Column(
            noop("Period"),
            lambda item: period_words(item.period),
            sort=lambda item: item.period,
            width=140,
        ),
        Column(
            noop("Due"),
            _due,
            sort=lambda item: item.due or date.max,
            hint=lambda item: f"{item.citation or ''} ({certainty_word(item.certainty)})",
            width=215,
        ),
        Column(
            noop("Left"),
            lambda item: (
                "" if item.done else until_words(item.due_at, item.days_left(hong_kong_today()))
            ),
            sort=lambda item: item.due or date.max,
            width=160,
        ),
        Column(noop("Number"), lambda item: (item.return_id or "")[:8], width=100),
    ]
