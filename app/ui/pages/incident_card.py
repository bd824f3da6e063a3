"""One incident: what it is, its reports with their states, its clocks, and the next step."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.store.returns import ReturnRecord
from app.ui.i18n import tr
from app.ui.pages.base import Place
from app.ui.pages.incident_data import Incident
from app.ui.widgets.badge import StateBadge
from app.ui.widgets.basic import Button, column, label, row
from app.ui.widgets.clockline import ClockLine


class IncidentCard(QFrame):
    """Shown on the page of incidents.

    Signals:
        chosen(object): the `Place` that a button leads to.
    """

    chosen = Signal(object)

    def __init__(self, item: Incident, language: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._item = item
        self.report_buttons: list[Button] = []
        event = item.event
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        title = f"{event.id} · {event.title}" if event.title else event.id
        words = [item.word(what, language) for what in ("severity", "phase", "status")]
        self.open_button = Button(tr("Open report"), clicked=self._open)
        self.open_button.setAccessibleName(tr("Open the newest report of {id}").format(id=event.id))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(
            column(
                label(title, "strong", wrap=True),
                label(" · ".join(word for word in words if word), "muted", wrap=True),
                spacing=2,
            ),
            1,
        )
        head.addWidget(self.open_button)
        self.next_button = Button(tr("Next report"), "plus", clicked=self._next)
        self.next_button.setAccessibleName(tr("Next report of {id}").format(id=event.id))
        self.next_button.setEnabled(item.follows)
        self.next_button.setToolTip(
            "" if item.follows else tr("The newest report has to be signed first.")
        )
        head.addWidget(self.next_button)
        layout.addLayout(head)
        self.next_button.setVisible(event.open)
        layout.addLayout(self._reports())
        self.clocks = [ClockLine(clock, language) for clock in item.clocks]
        for line in self.clocks:
            layout.addWidget(line)

    def _reports(self) -> QHBoxLayout:
        line = row(spacing=8)
        for number, record in enumerate(self._item.event.reports, 1):
            line.addWidget(self._report(number, record))
        line.addStretch(1)
        return line

    def _report(self, number: int, record: ReturnRecord) -> QWidget:
        button = Button(tr("Report {n}").format(n=number), role="link", clicked=self._to(record.id))
        button.setToolTip(record.id)
        self.report_buttons.append(button)
        badge = StateBadge(record.state)
        button.setAccessibleName(
            tr("Report {n} of {id}: {state}").format(
                n=number, id=self._item.event.id, state=badge.text
            )
        )
        result = QWidget()
        result.setLayout(row(button, badge, spacing=4))
        return result

    def _to(self, return_id: str) -> Callable[[], None]:
        def go() -> None:
            self.chosen.emit(Place("return", return_id))

        return go

    def _open(self) -> None:
        self.chosen.emit(Place("return", self._item.event.newest.id))

    def _next(self) -> None:
        newest = self._item.event.newest
        self.chosen.emit(Place("new", newest.id, f"{newest.return_type} {newest.period}"))
