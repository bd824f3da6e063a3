"""The one signal that tells every screen what a write touched."""

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes


class ChangesSignal(QObject):
    """Pages connect to `happened` and decide for themselves whether to read again.

    Signals:
        happened(object): a `Changes` value.
    """

    happened = Signal(object)

    def tell(self, changes: Changes) -> None:
        """Pass on what a service returned. Call it on the GUI thread."""
        if changes != Changes():
            self.happened.emit(changes)
