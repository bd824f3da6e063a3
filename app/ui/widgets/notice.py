"""A message inside the page: what happened, where, what to do; the technical text one click away."""

import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from app.errors import UserError
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
        self._close = Button("", "close", role="link", clicked=self.hide)
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
        self.show()

    def fail(self, error: BaseException) -> None:
        """Show an error: the user's own in its words, ours with the technical text."""
        if isinstance(error, Cancelled) or getattr(error, "code", "") == "import-cancelled":
            self.say("information", tr("Stopped. Nothing was changed."))
        elif isinstance(error, UserError):
            self.say("blocking", _words(error), f"{error.code}\n{error.file or ''}".strip())
        else:
            what = tr("The program made a mistake. Nothing was changed; try again.")
            self.say("blocking", what, "".join(traceback.format_exception(error)))

    def _followed(self) -> None:
        if self._follow is not None:
            self._follow()

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())

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
