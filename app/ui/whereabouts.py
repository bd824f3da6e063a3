"""Where the user is, written down while the window is open: after a crash the window opens there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from app.services.leftopen import Left, forget, last_left, remember
from app.ui.context import Context
from app.ui.editor.session import Focus, Session, Typing
from app.ui.i18n import tr
from app.ui.pages.return_page import ReturnPage
from app.ui.words import moment_words

_SETTLES = 700
"""Milliseconds without a key after which the note is written: what a crash can cost at most."""
_LONGEST = 40


class Frame(Protocol):
    """What this asks of the window."""

    def open_return(self, return_id: str, view: str = "", path: str = "") -> None:
        """Go to a return."""

    def show_page(self, name: str) -> None:
        """Go to a page of the navigation."""

    def current_return(self) -> ReturnPage | None:
        """The page of the return that is shown."""

    def say_left(self, text: str, link: tuple[str, Callable[[], None]] | None) -> None:
        """Say it on the page that is shown."""


class Whereabouts(QObject):
    """Writes on the worker; a window that closes as usual leaves nothing."""

    def __init__(self, context: Context, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._frame = context, frame
        self._left = Left()
        self._begun = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLES)
        self._timer.timeout.connect(self._write)

    def begin(self, *, follow: bool) -> None:
        """With `follow`, go to where the last window was left, where it did not close as usual."""
        desk, self._begun = self._context.desk, True
        if follow:
            self._context.tasks.run(lambda: last_left(desk), self._found, self._unknown, owner=self)
        else:
            self._timer.start()

    def _unknown(self, _error: BaseException) -> None:
        """The page says itself that the workspace cannot be read."""
        self._timer.start()

    def at_page(self, name: str) -> None:
        """Another page of the window is shown."""
        self._note(Left(page=name))

    def at_return(self, return_id: str, view: str) -> None:
        """A return is shown, or another view of it."""
        known = self._left if self._left.return_id == return_id else Left()
        self._note(replace(known, page="return", return_id=return_id, view=view))

    def follow(self, session: Session) -> None:
        """Watch the focus and the keys in a return."""
        session.focused.connect(self._focused)
        session.typing.connect(self._typing)

    def _focused(self, focus: object) -> None:
        if isinstance(focus, Focus) and focus.path:
            self._note(
                replace(self._left, path=focus.path, row=focus.row, key=focus.field.key, typed=None)
            )

    def _typing(self, typing: object) -> None:
        if not isinstance(typing, Typing):
            return
        here = (self._left.row, self._left.key) == (typing.row, typing.key)
        if typing.text is None:  # it goes to the worker, before this note does
            if here:
                self._note(replace(self._left, typed=None))
            return
        place = replace(self._left, path=typing.path, row=typing.row, key=typing.key)
        self._note(replace(place, typed=typing.text))

    def _note(self, left: Left) -> None:
        if left != self._left:
            self._left = left
            if self._begun:
                self._timer.start()

    def _write(self) -> None:
        desk, left = self._context.desk, self._left
        if not self._closed:
            self._context.tasks.run(lambda: remember(desk, left), _nothing, _nothing, owner=self)

    def close(self) -> None:
        """The window closes as usual; the worker has ended."""
        self._timer.stop()
        if not self._closed:
            self._closed = True
            forget(self._context.desk)

    # After a crash

    def _found(self, left: Left | None) -> None:
        self._timer.start()
        if left is None:
            return
        if left.return_id is not None:
            self._frame.open_return(left.return_id, left.view, left.path)
        elif left.page:
            self._frame.show_page(left.page)
        when = moment_words(left.at) if left.at else ""
        said = [
            tr("The program ended without closing ({when}).").format(when=when)
            if when
            else tr("The program ended without closing."),
            tr("Whatever was stored is here, and the window is where you were."),
        ]
        page = self._frame.current_return()
        if left.typed is None or page is None:
            self._frame.say_left(" ".join(said), None)
            return
        typed = left.typed if len(left.typed) <= _LONGEST else f"{left.typed[:_LONGEST]}…"
        said.append(tr("“{text}” was being typed and is not stored.").format(text=typed))
        session, row, key, text = page.editor.session, left.row, left.key, left.typed

        def put_in() -> None:
            session.save(row, key, text)

        self._frame.say_left(" ".join(said), (tr("Put it in"), put_in))


def _nothing(_value: object) -> None:
    """Nobody waits for it."""
