"""What a form of one row can do. Forms hold tables and tables hold forms; both know only this."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.services.formlayout import GroupItem
from app.services.formview import GroupData, Target
from app.ui.editor.session import Session


class Form(QWidget):
    """Drawn once for a `GroupItem`, then bound to one row after the other."""

    def bind(self, data: GroupData, path: str) -> None:
        """Show a row; `path` is its place, such as `Header` or `Wallets/Wallet[3]`."""
        raise NotImplementedError

    def place_of(self, target: Target, depth: int) -> QWidget | None:
        """Focus what a target names here; returns the widget to scroll to, None when not here."""
        raise NotImplementedError

    def show_findings(self) -> None:
        """There is another verdict."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is being typed."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Another language."""
        raise NotImplementedError


FormMaker = Callable[[Session, GroupItem, QWidget], Form]
