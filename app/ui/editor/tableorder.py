"""Which rows of a table are shown and in which order: sorted, searched and filtered in the database."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.services.grid import View, row_ids
from app.ui.editor.session import Session
from app.ui.i18n import tr

if TYPE_CHECKING:
    from app.ui.editor.table import TableBlock


class TableOrder(QObject):
    """Works on one table: its titles, its search line, its filters."""

    def __init__(self, session: Session, table: "TableBlock") -> None:
        super().__init__(table)
        self._session, self._table = session, table
        self._model, self._view = table.model, table.view
        table.view.searched.connect(self._search)
        table.view.titled.connect(self.turn)
        table.view.stepped.connect(self._step)
        table.search.textChanged.connect(self._searched)
        table.only.toggled.connect(self._filter)
        table.all.clicked.connect(self.show_all)

    # Order

    def turn(self, column: int) -> None:
        """Ascending, then descending, then as in the document."""
        if column >= len(self._model.fields):
            return
        key, view = self._model.fields[column].key, self._model.view
        if view.sort != key:
            self.sort(column, descending=False)
        elif not view.descending:
            self.sort(column, descending=True)
        else:
            self.sort(None)

    def sort(self, column: int | None, *, descending: bool = False) -> None:
        """By a column, or as in the document."""
        key = self._model.fields[column].key if column is not None else None
        header = self._view.horizontalHeader()
        header.setSortIndicatorShown(key is not None)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column if column is not None else -1, order)
        self._show(replace(self._model.view, sort=key, descending=descending))

    # Filters

    def only(self, column: int, text: str | None) -> None:
        """Only rows that have just this value (None: no value) in a column."""
        key, view = self._model.fields[column].key, self._model.view
        others = tuple(part for part in view.only if part[0] != key)
        self._show(replace(view, only=(*others, (key, text))))

    def show_all(self) -> None:
        """Every row again; the order stays."""
        self._table.only.setChecked(False)
        self._show(replace(self._model.view, text="", only=()))

    def _filter(self) -> None:
        text = self._table.search.text().strip() if self._table.only.isChecked() else ""
        self._show(replace(self._model.view, text=text))

    def _searched(self) -> None:
        self._table.only.setVisible(bool(self._table.search.text() or self._table.only.isChecked()))
        if self._table.only.isChecked():
            self._filter()

    def _show(self, view: View) -> None:
        narrower = (view.text, view.only) != (self._model.view.text, self._model.view.only)
        self._model.set_view(view)
        if narrower:
            self._table.totals.renew()
        self.retranslate()

    def retranslate(self) -> None:
        """Say which rows are left, on the button that brings all of them back."""
        language, parts = self._session.language, []
        for key, text in self._model.view.only:
            field = self._model.node.fields[self._model.node.index[key]]
            value = self._model.shown(field, text) if text is not None else tr("no value")
            parts.append(f"{field.label(language)}: {value}")
        words = "; ".join(parts)
        button = self._table.all
        button.setVisible(bool(parts))
        button.setText(words if len(words) <= 36 else f"{words[:35]}…")
        button.setToolTip(tr("Only rows with {values}. Show all rows").format(values=words))
        button.setAccessibleName(button.toolTip())

    # Search

    def _search(self) -> None:
        self._table.search.setFocus()
        self._table.search.selectAll()

    def _step(self, forward: bool) -> None:
        if self._table.search.text().strip():
            self.find(forward=forward)
        else:
            self._search()

    def find(self, *, forward: bool = True) -> None:
        """The next row that holds the text, or the one before, round and round."""
        text, parent = self._table.search.text().strip(), self._model.parent_row
        if not text or parent is None:
            return
        desk, number, node = self._session.context.desk, self._session.return_id, self._model.node

        def found(rows: list[int]) -> None:
            self._found(rows, text, forward=forward)

        self._session.run(lambda: row_ids(desk, number, parent, node.path, View(text=text)), found)

    def _found(self, rows: list[int], text: str, *, forward: bool) -> None:
        places = [
            place for place in map(self._model.find_many(rows).get, rows) if place is not None
        ]
        here = self._view.currentIndex().row()
        places.sort(reverse=not forward)
        beyond = [place for place in places if (place > here if forward else place < here)]
        if not places:
            self._session.notice("information", tr("No row holds “{text}”.").format(text=text))
            return
        place = (beyond or places)[0]
        self._view.go_to(place, self._column_with(place, text))

    def _column_with(self, place: int, text: str) -> int:
        row = self._model.row_at(place)
        if row is not None:
            for column, field in enumerate(self._model.fields):
                value = row.values[self._model.node.index[field.key]] or ""
                if text.casefold() in value.casefold():
                    return column
        return max(0, self._view.currentIndex().column())
