"""A table view in the look of the house: rows of 28, hairlines, Enter opens."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.models.records import RECORD_ROLE, Column, Index, RecordsModel, RecordsProxy
from app.ui.theme import number_font

ROW_HEIGHT = 28


def prepare(view: QTableView) -> None:
    """The common look of every table."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setIconSize(QSize(16, 16))
    view.setFont(number_font(view.font()))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setMinimumSectionSize(48)


class _EndFirst(QStyledItemDelegate):
    """Leaves out the beginning of a text that has no room."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The end stays."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class RecordsTable(QTableView):
    """Shows records; sorts by a click on a title.

    Signals:
        opened(object): a record was double-clicked, or Enter was pressed on it.
        selected(object): another record is current, or None.
    """

    opened = Signal(object)
    selected = Signal(object)

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = RecordsModel(columns, self)
        self.proxy = RecordsProxy(self)
        self.proxy.setSourceModel(self.records)
        self.setModel(self.proxy)
        prepare(self)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for number, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(number, column.width)
            if column.end_first:
                self.setItemDelegateForColumn(number, _EndFirst(self))
        widest = next((n for n, column in enumerate(columns) if not column.width), None)
        if widest is not None:
            self.horizontalHeader().setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._select)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(RECORD_ROLE))

    @Slot(QModelIndex)
    def _select(self, index: QModelIndex) -> None:
        self.selected.emit(index.data(RECORD_ROLE) if index.isValid() else None)

    def current(self) -> Any:
        """The current record, None when there is none."""
        index = self.currentIndex()
        return index.data(RECORD_ROLE) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.records.retranslate()
        super().changeEvent(event)
