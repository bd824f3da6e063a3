"""Rows put in, taken away and moved, and what a right click on a table offers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.domain.changes import Changes
from app.services.roworder import insert_row, move_rows
from app.ui.editor.session import Session
from app.ui.i18n import tr

if TYPE_CHECKING:
    from app.ui.editor.table import TableBlock


class RowActions(QObject):
    """Works on the selection of one table."""

    def __init__(self, session: Session, table: "TableBlock") -> None:
        super().__init__(table)
        self._session, self._table = session, table
        self._model, self._view = table.model, table.view
        table.view.inserted.connect(self.insert)
        table.view.removed.connect(self.remove)
        table.view.shifted.connect(self._shift)
        table.remove.clicked.connect(self.remove)
        for widget in (table.view, table.view.horizontalHeader()):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.view.customContextMenuRequested.connect(self._offer)
        table.view.horizontalHeader().customContextMenuRequested.connect(self._offer_column)

    # Rows

    def insert(self, *, after: bool = False) -> None:
        """An empty row above the current one, or below it; at the end where the table is sorted."""
        index = self._view.currentIndex()
        if not self._session.editable:
            return
        if not index.isValid() or not self._model.view.plain:
            self._table.add_row()
            return
        row = self._model.id_at(index.row())
        desk, number = self._session.context.desk, self._session.return_id
        self._session.write(lambda: insert_row(desk, number, row, after=after), self._table.added)

    def insert_below(self) -> None:
        """An empty row below the current one."""
        self.insert(after=True)

    def remove(self) -> None:
        """Remove the rows of the selection."""
        block = self._view.block()
        if block is not None and self._session.editable:
            rows = self._model.ids_between(block[0], block[1])
            node = self._model.node.path
            self._session.remove(rows, f"remove row {len(rows)} of {node}")

    def up(self) -> None:
        """One place up."""
        self._shift(up=True)

    def down(self) -> None:
        """One place down."""
        self._shift(up=False)

    def _shift(self, up: bool) -> None:
        """Move the rows of the selection one place; they stay selected."""
        block = self._view.block()
        if block is None or not self._session.editable:
            return
        if not self._model.view.plain:
            self._session.notice(
                "information",
                tr("Rows are moved while all of them are shown in the order of the return."),
            )
            return
        rows = self._model.ids_between(block[0], block[1])
        column = self._view.currentIndex().column()
        desk, number = self._session.context.desk, self._session.return_id

        def moved(_changes: Changes) -> None:
            self._table.select_rows(rows, column)

        self._session.write(lambda: move_rows(desk, number, rows, up=up), moved)

    # Menus

    def _offer(self, place: QPoint) -> None:
        index = self._view.indexAt(place)
        if self._view.frozen.isVisible() and place.x() < self._view.frozen.width():
            index = self._view.frozen.indexAt(place)
        if index.isValid() and not self._view.selectionModel().isSelected(index):
            self._view.setCurrentIndex(index)
        self.menu().popup(self._view.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with the current cell and the chosen rows."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cells, editable = self._table.cells, self._session.editable
        for text, keys, do, changes in (
            (tr("Copy"), "Ctrl+C", cells.copy, False),
            (tr("Paste"), "Ctrl+V", cells.paste, True),
            (tr("Fill down"), "Ctrl+D", cells.fill_down, True),
            (tr("Clear"), "Del", cells.clear, True),
            (None, "", None, False),
            (tr("Insert row above"), "Ctrl++", self.insert, True),
            (tr("Insert row below"), "", self.insert_below, True),
            (tr("Remove the chosen rows"), "Ctrl+-", self.remove, True),
            (tr("Move up"), "Alt+Up", self.up, True),
            (tr("Move down"), "Alt+Down", self.down, True),
            (None, "", None, False),
        ):
            if text is None or do is None:
                menu.addSeparator()
            else:
                _add(menu, text, keys, do, enabled=editable or not changes)
        self._add_filters(menu, self._view.currentIndex().column())
        return menu

    def _offer_column(self, place: QPoint) -> None:
        header = self._view.horizontalHeader()
        column = header.logicalIndexAt(place)
        if 0 <= column < len(self._model.fields):
            self.column_menu(column).popup(header.mapToGlobal(place))

    def column_menu(self, column: int) -> QMenu:
        """Order and filters of a column."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        order = self._table.shown
        _add(menu, tr("Smallest first"), "", lambda: order.sort(column))
        _add(menu, tr("Largest first"), "", lambda: order.sort(column, descending=True))
        _add(menu, tr("As in the return"), "", lambda: order.sort(None))
        menu.addSeparator()
        self._add_filters(menu, column)
        return menu

    def _add_filters(self, menu: QMenu, column: int) -> None:
        if not 0 <= column < len(self._model.fields):
            return
        field, order = self._model.fields[column], self._table.shown
        name = field.label(self._session.language)
        index = self._view.currentIndex().siblingAtColumn(column)
        text = index.data(Qt.ItemDataRole.EditRole) if index.isValid() else None
        if text is not None:
            words = tr("Only rows with “{value}” in {column}").format(
                value=self._model.shown(field, text)[:40], column=name
            )
            _add(menu, words, "", lambda: order.only(column, text))
        words = tr("Only rows without {column}").format(column=name)
        _add(menu, words, "", lambda: order.only(column, None))
        _add(menu, tr("Show all rows"), "", order.show_all, enabled=self._model.view.narrow)


def _add(
    menu: QMenu, text: str, keys: str, do: Callable[[], None], *, enabled: bool = True
) -> None:
    """An entry; the keys are told and not taken, for the table itself listens to them."""
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.setEnabled(enabled)
    action.triggered.connect(do)
