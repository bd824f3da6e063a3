"""The table of what an import would change, in which rows are taken or left."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from app.ui.models.records import RECORD_ROLE, Column
from app.ui.widgets.table import RecordsTable

_DECISION = 0


class ChangesTable(RecordsTable):
    """Space decides about a row, Ctrl+Space about one value, a click on the decision about a row.

    Signals:
        toggled(object, bool): the other decision is wanted for a record; whether for its whole row.
    """

    toggled = Signal(object, bool)

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, alone or with Ctrl."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            whole = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.toggled.emit(index.data(RECORD_ROLE), whole)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _DECISION:
            self.toggled.emit(index.data(RECORD_ROLE), True)
