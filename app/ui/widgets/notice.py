"""A message inside the page: what happened, where, what to do; the technical text one click away."""

import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.services.eventlog import note_error
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.sentences import sentence
from app.ui.tasks import Cancelled
from app.ui.widgets.basic import Button, label, row, set_role

TONES = {
    "blocking": "blocking",
    "explain": "explain",
    "done": "done",
    "information": "information",
}


_EDGE = 16
_WIDEST = 960


class Notice(QFrame):
    """Hidden until it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.tone = ""
        self._icon = IconLabel()
        self.message = label(wrap=True)
        self._follow: Callable[[], None] | None = None
        self.link = Button(role="link", clicked=self._followed)
        self._more = Button(role="link", clicked=self._toggle)
        self._close = Button("", "close", role="link", clicked=self.dismiss)
        self._host: QWidget | None = None
        self._before: QWidget | None = None
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setMaximumHeight(160)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        line = row(self._icon, self.message, self.link, self._more, self._close, spacing=10)
        line.setStretch(1, 1)
        layout.addLayout(line)
        layout.addWidget(self.details)
        self._retranslate()
        self.hide()

    def say(
        self,
        tone: str,
        text: str,
        details: str = "",
        link: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a sentence; `tone` is blocking, explain, done or information.

        `link` is a button beside it: its text and what it does.
        """
        self.tone = tone
        set_role(self, tone, "tone")
        self._icon.show_icon(TONES[tone], tone)
        self.message.setText(text)
        self.setAccessibleName(text)
        self.details.setPlainText(details)
        self.details.hide()
        self._more.setVisible(bool(details))
        self._follow = link[1] if link else None
        self.link.setText(link[0] if link else "")
        self.link.setVisible(link is not None)
        for other in self.window().findChildren(Notice):
            if other is not self:
                other.hide()
        self._before = self.window().focusWidget()
        self.show()
        self._place()

    def float_over(self, host: QWidget) -> None:
        """Lie over the lower edge of a page: nothing moves under the pointer when it comes or goes.

        What was done is told until the page is left.
        """
        self._host = host
        self.setParent(host)
        host.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has another size, or is left."""
        if watched is self._host:
            if event.type() == QEvent.Type.Resize:
                self._place()
            elif event.type() == QEvent.Type.Hide and not event.spontaneous():
                self.outlive()
        return super().eventFilter(watched, event)

    def outlive(self) -> None:
        """Something else has happened: news of what was done before is over."""
        if self.tone == "done":
            self.hide()

    def dismiss(self) -> None:
        """Close it and give the focus back to where it was."""
        before = self._before
        alive = before is not None and isValid(before)  # type: ignore[no-untyped-call]
        if before is not None and alive and before.isVisible():
            before.setFocus()
        self.hide()

    def _place(self) -> None:
        if self._host is None or self.isHidden():
            return
        room = self._host.size()
        width = max(0, min(room.width() - 2 * _EDGE, _WIDEST))
        wanted = self.heightForWidth(width) if self.hasHeightForWidth() else -1
        height = max(wanted, self.minimumSizeHint().height())
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - _EDGE, width, height)
        self.raise_()

    def fail(self, error: BaseException) -> None:
        """Show an error: the user's own in its words, ours with the technical text."""
        if isinstance(error, Cancelled) or getattr(error, "code", "") in (
            "import-cancelled",
            "stopped",
        ):
            self.say("information", tr("Stopped. Nothing was changed."))
            return
        note_error(error)
        if isinstance(error, UserError):
            self.say("blocking", _words(error), f"{error.code}\n{error.file or ''}".strip())
        else:
            what = tr("The program made a mistake. Nothing was changed; try again.")
            self.say("blocking", what, "".join(traceback.format_exception(error)))

    def _followed(self) -> None:
        if self._follow is not None:
            self._follow()

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self._place()

    def _retranslate(self) -> None:
        self._more.setText(tr("Technical details"))
        self._close.setAccessibleName(tr("Close the message"))
        self._close.setToolTip(tr("Close the message"))
        self.details.setAccessibleName(tr("Technical details"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _words(error: UserError) -> str:
    """The sentence with the name of the file in front; its whole path stands in the details."""
    text = sentence(error.message)
    name = Path(error.file).name if error.file else ""
    return (
        tr("{file}: {message}").format(file=name, message=text)
        if name and name not in error.message
        else text
    )
