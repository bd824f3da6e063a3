"""The list of findings on the screen: its keys, and how its cells are drawn and typed into."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.domain.finding import Finding
from app.ui.editor.findingsmodel import COLUMNS, FINDING_ROLE, NUMBERS, Column
from app.ui.theme import number_font


class FindingsOwner(Protocol):
    """What the list asks of the panel around it."""

    def share_width(self) -> None:
        """Fit the columns."""

    def open(self, index: QModelIndex) -> None:
        """Go to the field of a finding."""

    def copy(self) -> None:
        """Copy the chosen finding."""

    def take_over(self) -> None:
        """Explain the chosen finding as last time."""


class FindingsView(QTreeView):
    """Enter and double click go to the field; typing in the status of a soft finding explains it."""

    def __init__(self, owner: FindingsOwner, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = owner
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setFont(number_font(self.font()))
        self.setProperty("role", "findings")
        self.doubleClicked.connect(self._open)
        for column, delegate in (
            (Column.SEVERITY, SeverityDelegate(self)),
            (Column.PLACE, PlaceDelegate(self)),
            (Column.MESSAGE, MessageDelegate(self)),
            *((column, FigureDelegate(self)) for column in NUMBERS),
            (Column.STATUS, ExplanationDelegate(self)),
        ):
            self.setItemDelegateForColumn(COLUMNS.index(column), delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence takes what the other columns leave; the chosen line stays in sight."""
        super().resizeEvent(event)
        self._owner.share_width()
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))

    def _enter(self, index: QModelIndex) -> None:
        """In a status that can be explained Enter explains; anywhere else it goes to the field."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._owner.open(index)

    def _open(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._owner.open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or explains, Ctrl+Enter explains as proposed, Ctrl+C copies the row, F2 explains
        from whichever column.
        """
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and not editing:
            self._owner.take_over()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self._enter(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._owner.copy()
        elif event.key() == Qt.Key.Key_F2:
            self.edit(self.currentIndex().siblingAtColumn(COLUMNS.index(Column.STATUS)))
        else:
            super().keyPressEvent(event)


class SeverityDelegate(QStyledItemDelegate):
    """The icon alone where there is no room for its word; the tooltip and the status say it too."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """No part of a word."""
        super().initStyleOption(option, index)
        room = option.rect.width() - option.decorationSize.width() - 16
        if option.fontMetrics.horizontalAdvance(option.text) > room:
            option.text = ""


class PlaceDelegate(QStyledItemDelegate):
    """The end of a place says more than its beginning."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave out at the left."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def _has_figures(index: QModelIndex | QPersistentModelIndex) -> bool:
    found = index.data(FINDING_ROLE)
    return isinstance(found, Finding) and bool(found.left or found.right or found.difference)


class MessageDelegate(QStyledItemDelegate):
    """A sentence without figures goes on over the columns that hold none."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """As far as the status."""
        view = self.parent()
        if isinstance(view, QTreeView) and not _has_figures(index):
            option.rect.setRight(view.columnViewportPosition(COLUMNS.index(Column.STATUS)) - 1)
        super().paint(painter, option, index)


class FigureDelegate(QStyledItemDelegate):
    """Leaves its place to the sentence where there is no figure in the whole line."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The figure."""
        if _has_figures(index):
            super().paint(painter, option, index)


class ExplanationDelegate(QStyledItemDelegate):
    """A sentence is typed over the whole end of the line, where all of it can be read."""

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """From where the message begins to the end of the line."""
        super().updateEditorGeometry(editor, option, index)
        view = self.parent()
        assert isinstance(view, QTreeView)
        place = editor.geometry()
        place.setLeft(view.columnViewportPosition(COLUMNS.index(Column.MESSAGE)))
        editor.setGeometry(place)
