"""The columns that tell rows apart, held in sight while the others are scrolled sideways."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from app.ui.editor.delegate import CellDelegate
from app.ui.editor.session import Session
from app.ui.widgets.table import prepare

if TYPE_CHECKING:
    from app.ui.editor.gridview import GridView

_MOST = 55
"""Percent of the table's width that frozen columns may take."""


class FrozenColumns(QTableView):
    """Lies over the left edge of its table, on the same model and the same selection.

    It is there only while one of its columns would be out of sight; the keys stay with the table.
    """

    def __init__(self, session: Session, table: "GridView") -> None:
        super().__init__(table)
        self._table = table
        self._columns: set[int] = set()
        prepare(self)
        self.setProperty("role", "frozen")
        self.setModel(table.grid)
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(CellDelegate(session, self, table))
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setShowGrid(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(table)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = table.horizontalHeader()
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(table.titled)
        head.sectionResized.connect(self.place)
        head.sortIndicatorChanged.connect(self._mirror)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        self.hide()

    def _mirror(self, column: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicatorShown(column >= 0)
        self.horizontalHeader().setSortIndicator(column, order)

    def holds(self, column: int) -> bool:
        """Whether a column is shown here and not where it belongs."""
        return self.isVisible() and column in self._columns

    @property
    def room(self) -> int:
        """Pixels at the left edge of the table that this takes."""
        return self.width() if self.isVisible() else 0

    def place(self) -> None:
        """Show what has left the view at the left, as far as there is room for it."""
        table, grid = self._table, self._table.grid
        keys = [grid.fields.index(field) for field in grid.key_columns()]
        gone = any(table.columnViewportPosition(number) < 0 for number in keys)
        if not gone or not grid.rowCount():
            self.hide()
            return
        room = table.viewport().width() * _MOST // 100
        taken: list[int] = []
        width = 0
        for number in keys:
            if taken and width + table.columnWidth(number) > room:
                break
            taken.append(number)
            width += table.columnWidth(number)
        self._show(taken, min(width, room))

    def _show(self, columns: list[int], width: int) -> None:
        table, self._columns = self._table, set(columns)
        for number in range(table.grid.columnCount()):
            self.setColumnHidden(number, number not in self._columns)
        for number in columns:
            self.setColumnWidth(number, table.columnWidth(number))
        head = table.horizontalHeader()
        self.horizontalHeader().setFixedHeight(head.height())
        self.setGeometry(
            table.viewport().x(), head.y(), width + 1, head.height() + table.viewport().height()
        )
        self.show()
        self.raise_()
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on in the whole table, not among the columns that are shown here."""
        here = QPersistentModelIndex(self.currentIndex())
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        hints = QAbstractItemDelegate.EndEditHint
        ways = {
            hints.EditNextItem: QAbstractItemView.CursorAction.MoveNext,
            hints.EditPreviousItem: QAbstractItemView.CursorAction.MovePrevious,
        }
        if hint in ways and here.isValid():
            self._table.go_on(ways[hint])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The table scrolls."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """A right click is one on the table."""
        if event.type() == QEvent.Type.ContextMenu:
            event.ignore()
            return False
        return super().event(event)
