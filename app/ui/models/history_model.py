"""The history as a table that fetches older rows as the user scrolls to them."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from app.services.historypage import PAGE
from app.store.history import Entry
from app.ui.models.records import NO_INDEX, Column, RecordsModel


class HistoryModel(RecordsModel):
    """Asks `wanted(before)` for the next page and gets it by `add_page`."""

    def __init__(self, columns: list[Column], wanted: Callable[[int | None], None]) -> None:
        super().__init__(columns)
        self._wanted = wanted
        self._asked = False
        self._more = False

    def begin(self, first: list[Entry]) -> None:
        """Show the newest page."""
        self._asked = False
        self._more = len(first) == PAGE
        self.set_records(first)

    def add_page(self, page: list[Entry]) -> None:
        """Show older rows below."""
        self._asked = False
        self._more = len(page) == PAGE
        self.add_records(page)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = NO_INDEX) -> bool:
        """Whether older rows are left."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = NO_INDEX) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._asked = True
            self._wanted(self.records[-1].seq if self.records else None)
