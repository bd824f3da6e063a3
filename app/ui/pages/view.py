"""A view inside the page of a return."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services.overview import Overview
from app.ui.context import Context
from app.ui.widgets.notice import Notice


class View(QWidget):
    """Gets the return's overview from its page; reads the rest when it is shown.

    Signals:
        go(object): the user wants to be at a `Place`; page “act” stands for a step of the return.
    """

    go = Signal(object)

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__()
        self.context = context
        self.return_id = return_id
        self.seen: Overview | None = None
        self._stale = True
        self.notice = Notice()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 16, 24, 24)
        self.body.setSpacing(16)
        self.notice.float_over(self)

    def retranslate(self) -> None:
        """Set every text in the window's language."""

    def show_overview(self, seen: Overview) -> None:
        """The head of the return was read again."""
        self.seen = seen
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def reload(self) -> None:
        """Read what the view shows."""

    def read(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Read on the worker and show the result here."""
        self.context.tasks.run(work, done, self.notice.fail, owner=self)

    def write(self, work: Callable[[], Changes], done: Callable[[Any], None] | None = None) -> None:
        """Write on the worker; everybody hears what changed."""

        def written(changes: Changes) -> None:
            self.notice.hide()
            self.context.changes.tell(changes)
            if done is not None:
                done(changes)

        self.context.tasks.run(work, written, self.notice.fail, owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed meanwhile."""
        super().showEvent(event)
        if self._stale and self.seen is not None:
            self._stale = False
            self.reload()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.seen is not None:
                self.show_overview(self.seen)
        super().changeEvent(event)
