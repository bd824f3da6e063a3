"""A table of records: one model for every list whose rows fit in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPixmap

from app.ui.i18n import tr
from app.ui.icons import pixmap

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 2
NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column: its title (a text for `tr`), what a record shows in it, and how it is sorted.

    `icon` gives the name of an icon and the token of its colour. `hint` is the tooltip.
    With `end_first` a text without room loses its beginning: of a place the end says most.
    """

    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    icon: Callable[[Any], tuple[str, str] | None] | None = None
    hint: Callable[[Any], str] | None = None
    numeric: bool = False
    width: int = 0
    end_first: bool = False


def _alignment(column: Column, _record: Any = None) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _picture(column: Column, record: Any) -> QPixmap | None:
    found = column.icon(record) if column.icon else None
    return pixmap(*found) if found else None


def _sort_key(column: Column, record: Any) -> Any:
    return column.sort(record) if column.sort else column.text(record).casefold()


_ROLES: dict[int, Callable[[Column, Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, record: column.text(record),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, record: column.text(record),
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.DecorationRole: _picture,
    Qt.ItemDataRole.ToolTipRole: lambda column, record: (column.hint or column.text)(record),
    SORT_ROLE: _sort_key,
    RECORD_ROLE: lambda _column, record: record,
}


class RecordsModel(QAbstractTableModel):
    """Rows are records of any kind; the columns know how to show them."""

    def __init__(self, columns: Sequence[Column], parent: Any = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records: list[Any] = []

    def set_records(self, records: Sequence[Any]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def add_records(self, records: Sequence[Any]) -> None:
        """Show more records below."""
        if records:
            first = len(self._records)
            self.beginInsertRows(QModelIndex(), first, first + len(records) - 1)
            self._records += records
            self.endInsertRows()

    @property
    def records(self) -> list[Any]:
        """What is shown, unsorted."""
        return self._records

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows of a flat table."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Columns of a flat table."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self.columns[index.column()]
        show = _ROLES.get(role)
        return show(column, record) if show is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles in the window's language."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def retranslate(self) -> None:
        """Titles and words are others now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._records:
            last = self.index(len(self._records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [])


class RecordsProxy(QSortFilterProxyModel):
    """Sorts by the sort role and keeps the rows whose cells hold a text and that pass a test."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self._words: list[str] = []
        self._test: Callable[[Any], bool] | None = None

    def show_only(self, text: str, test: Callable[[Any], bool] | None = None) -> None:
        """Filter; every word has to occur in some cell of the row."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self._test = test
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a row stays."""
        model = self.sourceModel()
        if not isinstance(model, RecordsModel):
            return True
        record = model.records[source_row]
        if self._test is not None and not self._test(record):
            return False
        held = " ".join(column.text(record) for column in model.columns).casefold()
        return all(word in held for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Compare what the columns give for sorting."""
        left, right = source_left.data(SORT_ROLE), source_right.data(SORT_ROLE)
        return bool(left < right)
