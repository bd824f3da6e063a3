"""The table on the screen: a spreadsheet's keys, and a way out of it."""

from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.clock import now
from app.domain.schema import Kind
from app.ui.editor.delegate import CellDelegate
from app.ui.editor.frozen import FrozenColumns
from app.ui.editor.gridmodel import GridModel
from app.ui.editor.session import Session
from app.ui.theme import tokens
from app.ui.widgets.table import prepare

_WIDEST = 320
_Index = QModelIndex | QPersistentModelIndex
_Trigger = QAbstractItemView.EditTrigger


class GridView(QTableView):
    """Rows of a table.

    Signals:
        moved(): another cell is current.
        copied(), pasted(), filled(), cleared(), searched(): the keys of these were pressed.
        stepped(bool): the next match is wanted, or the one before.
        inserted(), removed(): a row is wanted above, or the chosen ones are not.
        shifted(bool): the chosen rows are wanted one place up, or down.
        titled(int): the title of a column was clicked.
    """

    moved = Signal()
    copied = Signal()
    pasted = Signal()
    filled = Signal()
    cleared = Signal()
    searched = Signal()
    stepped = Signal(bool)
    inserted = Signal()
    removed = Signal()
    shifted = Signal(bool)
    titled = Signal(int)

    def __init__(self, session: Session, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        prepare(self)
        self.grid = model
        self.hint = ""
        self.setModel(model)
        self.setItemDelegate(CellDelegate(session, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            _Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked
        )
        self.setTabKeyNavigation(True)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().show()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self.titled)
        self.selectionModel().currentChanged.connect(self._moved)
        self.frozen = FrozenColumns(session, self)

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty table says how to begin."""
        super().paintEvent(event)
        if self.grid.rowCount() or not self.hint:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(tokens().muted))
        painter.drawText(
            self.viewport().rect().adjusted(12, 0, -12, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.hint,
        )
        painter.end()

    def fit_columns(self) -> None:
        """Widths that show titles and the first values."""
        metrics = self.fontMetrics()
        for column in range(self.grid.columnCount()):
            title = str(self.grid.headerData(column, Qt.Orientation.Horizontal))
            widths = [metrics.horizontalAdvance(title) * 11 // 10 + 34]
            for number in range(min(12, self.grid.rowCount())):
                text = self.grid.index(number, column).data()
                widths.append(metrics.horizontalAdvance(str(text or "")) + 44)
            self.setColumnWidth(column, max(72, min(_WIDEST, max(widths))))
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Columns that became wider may have pushed the current cell out of the view."""
        index = self.currentIndex()
        if index.isValid():
            # Qt puts off the new range of the scroll bars; the cell lies beyond the old one.
            self.updateGeometries()
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def step_down(self, *, up: bool = False) -> None:
        """The cell below (or above), as Enter does in a spreadsheet."""
        here = self.currentIndex()
        there = here.siblingAtRow(here.row() + (-1 if up else 1))
        if there.isValid():
            self.setCurrentIndex(there)

    def go_to(self, number: int, column: int) -> None:
        """Show and select a cell."""
        index = self.grid.index(number, max(0, column))
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def go_on(self, way: QAbstractItemView.CursorAction) -> None:
        """Edit the next or previous cell."""
        there = self.moveCursor(way, Qt.KeyboardModifier.NoModifier)
        if there.isValid():
            self.setCurrentIndex(there)
            if there.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(there)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """What is frozen is in sight as it is; anything else must not end up below it."""
        if not index.isValid():
            return
        bar = self.horizontalScrollBar()
        before, held = bar.value(), self.frozen.holds(index.column())
        super().scrollTo(index, hint)
        if held:
            bar.setValue(before)
            return
        self.frozen.place()
        covered = self.frozen.room - self.columnViewportPosition(index.column())
        if covered > 0 and not self.frozen.holds(index.column()):
            bar.setValue(bar.value() - covered)

    def edit(self, index: _Index, *how: Any) -> Any:
        """A frozen cell is edited where it is seen. `how`: what triggered it, and the event."""
        if self.frozen.holds(index.column()):
            return self.frozen.edit(index, *how)
        return super().edit(index, *how)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Frozen columns follow."""
        super().resizeEvent(event)
        self.frozen.place()

    def finish_typing(self) -> None:
        """Store what is being typed into a cell, and close its input."""
        views: tuple[QTableView, ...] = (self, self.frozen)
        for view in views:
            inside: QWidget | None = self.window().focusWidget()
            while inside is not None and inside.parentWidget() != view.viewport():
                inside = inside.parentWidget()
            delegate = view.itemDelegate()
            if inside is not None and isinstance(delegate, CellDelegate):
                delegate.finish(inside)

    def choose_rows(self, first: int, last: int, column: int) -> None:
        """Select rows; a cell of the first of them is current."""
        flags = QItemSelectionModel.SelectionFlag
        wide = self.grid.columnCount() - 1
        here = self.grid.index(first, column)
        block = QItemSelection(self.grid.index(first, 0), self.grid.index(last, wide))
        self.selectionModel().setCurrentIndex(here, flags.NoUpdate)
        self.selectionModel().select(
            block if last > first else QItemSelection(here, here), flags.ClearAndSelect
        )
        self.scrollTo(here)

    def block(self) -> tuple[int, int, int, int] | None:
        """First row, last row, first column and last column of the selection, both included."""
        ranges = self.selectionModel().selection()
        if not ranges.isEmpty():
            first = ranges.first()
            return first.top(), first.bottom(), first.left(), first.right()
        index = self.currentIndex()
        if not index.isValid():
            return None
        return index.row(), index.row(), index.column(), index.column()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, fill down, clear, find; Enter edits; Ctrl+Tab leaves."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.leave(forward=key == Qt.Key.Key_Tab)
        elif self._row_key(event):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif control and key == Qt.Key.Key_D:
            self.filled.emit()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.searched.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _row_key(self, event: QKeyEvent) -> bool:
        """Rows put in, taken away and moved; the next match; today's date."""
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(key == Qt.Key.Key_Up)
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.inserted.emit()
        elif control and key == Qt.Key.Key_Minus:
            self.removed.emit()
        elif key == Qt.Key.Key_F3:
            self.stepped.emit(not shift)
        elif control and key == Qt.Key.Key_Semicolon:
            self._write_today()
        else:
            return False
        return True

    def _write_today(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            field = self.grid.fields[index.column()]
            if field.kind is Kind.DATE:
                self.grid.setData(index, now().astimezone().date().isoformat())

    def leave(self, *, forward: bool) -> None:
        """Give the focus to what comes after or before the table."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first cell is current as soon as the table has the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(0, 0))
        self.moved.emit()
