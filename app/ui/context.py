"""What every page is given: the desk, the worker, the changes signal and the language."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.services.desk import Desk
from app.ui.changes import ChangesSignal
from app.ui.tasks import Tasks


@dataclass(eq=False)
class Context:
    """Shared by all pages of one window.

    `language` is one of `app.domain.languages.LANGUAGES` (`Field.label(language)`,
    `Finding.text(language)`). When it changes Qt sends every widget a `LanguageChange` event; read
    it again in `changeEvent`. `desk` is replaced when another seat acts: never keep a copy of it.
    `trust` lists PEM files of the authorities that signatures are verified against.
    Strings of the window itself go through `app.ui.i18n.tr`.
    """

    desk: Desk
    tasks: Tasks
    changes: ChangesSignal = field(default_factory=ChangesSignal)
    language: str = "en"
    trust: list[Path] = field(default_factory=list)


class ReturnView(Protocol):
    """What the window calls on `app.ui.editor`'s `ReturnEditor(context, return_id)`.

    The window owns the shortcuts (F8, F4, Shift+F4, Ctrl+Z, Ctrl+Y) in its menus and calls these;
    the editor therefore defines no shortcut of its own for them.
    """

    def check(self) -> None:
        """Check the return on the worker and show the findings (F8)."""
        ...

    def next_finding(self) -> None:
        """Go to the next finding (F4)."""
        ...

    def previous_finding(self) -> None:
        """Go to the one before (Shift+F4)."""
        ...

    def undo(self) -> None:
        """Take back the last step (Ctrl+Z)."""
        ...

    def redo(self) -> None:
        """Do it again (Ctrl+Y)."""
        ...

    def go_to(self, path: str) -> None:
        """Show and focus the field at a path such as `Wallets/Wallet[3]/Label`."""
        ...
