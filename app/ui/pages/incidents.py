"""Incidents: every event with its reports, its clocks, and the report that comes next."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.ui.context import Context
from app.ui.i18n import ntr, tr
from app.ui.pages.base import Page, Place
from app.ui.pages.incident_card import IncidentCard
from app.ui.pages.incident_data import Incident, Incidents, read_incidents
from app.ui.widgets.basic import Button, clear, column, label, scrolled
from app.ui.widgets.empty import EmptyState

MINUTE = 60_000
"""Milliseconds between two looks at the clocks."""

_CLOSED = 30
"""Closed incidents that are shown; the list of returns has them all."""


class IncidentsPage(Page):
    """Open incidents with their clocks, then the closed ones."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.new = Button("", "plus", "primary", self._new)
        self.head.addWidget(self.new)
        self.found = Incidents()
        self.cards: dict[str, IncidentCard] = {}
        self._open_title, self._closed_title = label(role="title"), label(role="title")
        self._open, self._closed = column(spacing=8), column(spacing=8)
        self.empty = EmptyState("incidents", self._begin, "plus")
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._open_title)
        layout.addLayout(self._open)
        layout.addSpacing(12)
        layout.addWidget(self._closed_title)
        layout.addLayout(self._closed)
        layout.addWidget(self.empty)
        layout.addStretch(1)
        self.body.addWidget(scrolled(content))
        self.timer = QTimer(self)
        self.timer.setInterval(MINUTE)
        self.timer.timeout.connect(self.reload)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Incidents"))
        self.new.setText(tr("New incident"))
        self._closed_title.setText(tr("Closed"))
        self._say_empty()

    def _say_empty(self) -> None:
        if self.found.types:
            self.empty.say(
                tr("No incident"),
                tr("Begin a report when something happens: its number, its clocks and the reports"
                   " that follow it are kept together here."),
                tr("New incident"),
            )  # fmt: skip
        else:
            self.empty.say(
                tr("No pack for incident reports"),
                tr("Add the schema pack of a return that answers an event; its incidents appear"
                   " here."),
                tr("Schema packs"),
            )  # fmt: skip

    def concerns(self, changes: Changes) -> bool:
        """Other values may move a clock; a seat alone changes nothing."""
        return changes.label != "trust"

    def reload(self) -> None:
        """Read the incidents and their clocks as they are now."""
        self.read(lambda: read_incidents(self.context.desk), self._show)

    def _show(self, found: Incidents) -> None:
        focused = self._focused()
        self.found = found
        clear(self._open)
        clear(self._closed)
        running = [item for item in found.items if item.event.open]
        closed = [item for item in found.items if not item.event.open]
        self.cards = {}
        for item in running:
            self._open.addWidget(self._card(item))
        for item in closed[:_CLOSED]:
            self._closed.addWidget(self._card(item))
        self._open_title.setText(ntr("{n} open incident", "{n} open incidents", len(running)))
        self._open_title.setVisible(bool(running))
        self._closed_title.setVisible(bool(closed))
        self.empty.setVisible(not found.items)
        self.new.setVisible(bool(found.types))
        self._say_empty()
        if focused in self.cards:
            self.cards[focused].open_button.setFocus()

    def _focused(self) -> str:
        """The incident whose card has the focus, so that a clock's tick does not take it away."""
        focus: QWidget | None = self.window().focusWidget()
        for number, card in self.cards.items():
            if focus is not None and card.isAncestorOf(focus):
                return number
        return ""

    def _card(self, item: Incident) -> IncidentCard:
        card = IncidentCard(item, self.context.language)
        card.chosen.connect(self.go)
        self.cards[item.event.id] = card
        return card

    def _new(self) -> None:
        self.go.emit(Place("new", view=self.found.types[0] if self.found.types else ""))

    def _begin(self) -> None:
        if self.found.types:
            self._new()
        else:
            self.go.emit(Place("packs"))

    def showEvent(self, event: QShowEvent) -> None:
        """The clocks run while they are seen."""
        self._stale = True
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self.timer.stop()
        super().hideEvent(event)
