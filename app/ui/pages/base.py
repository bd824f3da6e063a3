"""What every page has: a head, a place for messages, and the way to the database."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.ui.context import Context
from app.ui.widgets.basic import column, frame, label, row
from app.ui.widgets.flow import Flow
from app.ui.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a page; a return and one of its views; a field of it."""

    page: str
    return_id: str | None = None
    view: str = ""
    path: str = ""


class Page(QWidget):
    """A page of the window. It reads when it is shown and again when something changed.

    Signals:
        go(object): the user wants to be at a `Place`.
    """

    go = Signal(object)

    def __init__(self, context: Context, *, margins: bool = True) -> None:
        super().__init__()
        self.context = context
        self._stale = True
        self.heading = label(role="page")
        self.subtitle = label(role="small")
        self.subtitle.hide()
        self.titles = row(self.heading, spacing=12)
        self.head = Flow(head=True)
        self.head.addLayout(self._titles())
        self.head.addStretch(1)
        self.notice = Notice()
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = frame("head")
        top_layout = QHBoxLayout(top)
        top_layout.setContentsMargins(24, 14, 24, 14)
        top_layout.addLayout(self.head)
        layout.addWidget(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(*((24, 16, 24, 24) if margins else (0, 0, 0, 0)))
        inner.setSpacing(16)
        inner.addLayout(self.body, 1)
        layout.addLayout(inner, 1)
        self.notice.float_over(self)
        context.changes.happened.connect(self._something_changed)

    def _titles(self) -> QVBoxLayout:
        result = column(spacing=2)
        result.addLayout(self.titles)
        result.addWidget(self.subtitle)
        return result

    def retranslate(self) -> None:
        """Set every text in the window's language."""

    def reload(self) -> None:
        """Read what the page shows."""

    def concerns(self, changes: Changes) -> bool:
        """Whether a change makes the page read again."""
        return bool(changes)

    def read(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Read on the worker and show the result here."""
        self.context.tasks.run(work, done, self.fail, owner=self)

    def write(self, work: Callable[[], Changes], done: Callable[[Any], None] | None = None) -> None:
        """Write on the worker; everybody hears what changed."""

        def written(changes: Changes) -> None:
            self.notice.hide()
            self.context.changes.tell(changes)
            if done is not None:
                done(changes)

        self.context.tasks.run(work, written, self.fail, owner=self)

    def fail(self, error: BaseException) -> None:
        """Say what went wrong, on the page."""
        self.notice.fail(error)

    @Slot(object)
    def _something_changed(self, changes: object) -> None:
        if isinstance(changes, Changes) and self.concerns(changes):
            self.renew()

    def renew(self) -> None:
        """Read again now, or when the page is next shown."""
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.renew()
        super().changeEvent(event)
