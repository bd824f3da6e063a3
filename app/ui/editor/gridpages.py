"""The rows of one table, paged: numbers of all rows, values only of the pages looked at."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from app.domain.changes import Changes
from app.domain.finding import Severity
from app.domain.schema import Node
from app.domain.tree import Row
from app.services.formlayout import ordered_fields
from app.services.grid import Page, View, read_page, row_ids
from app.ui.editor.session import Session

PAGE = 200
KEPT = 12_000
_Index = QModelIndex | QPersistentModelIndex


class GridPages(QAbstractTableModel):
    """Rows of a node below one row, read page by page on the worker."""

    def __init__(self, session: Session, node: Node, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.node = node
        self.fields = ordered_fields(node)
        self.view = View()
        self.path = node.path
        self.parent_row: int | None = None
        self._ids: list[int] = []
        self._document: list[int] = []
        self._positions: dict[int, int] = {}
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._given: dict[int, frozenset[str]] = {}
        self._marks: dict[int, dict[str, tuple[Severity, str]]] = {}
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._asked: set[int] = set()
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fetch)

    # What is shown

    def open(self, parent: int, path: str, count: int) -> None:
        """Show the rows below a row; the first page comes before the numbers of all rows."""
        self.path = path
        if parent == self.parent_row:
            return
        self.parent_row = parent
        self.beginResetModel()
        self._turn += 1
        self._ids, self._document = [], []
        self._positions.clear()
        self._rows.clear()
        self._given.clear()
        self._marks.clear()
        self._stale.clear()
        self._asked.clear()
        self.endResetModel()
        if count > PAGE:
            self._list(PAGE)
        self._list()

    def close(self, path: str) -> None:
        """There is no row that the table could stand below."""
        self.path = path
        if self.parent_row is None:
            return
        self.beginResetModel()
        self._turn += 1
        self.parent_row = None
        self._ids, self._document = [], []
        self._rows.clear()
        self._given.clear()
        self.endResetModel()

    def set_view(self, view: View) -> None:
        """Sort or filter in the database."""
        if view != self.view:
            self.view = view
            self._list()

    def touched(self, changes: Changes) -> None:
        """A write happened: read again what it may have changed, and nothing else."""
        if self.parent_row is None:
            return
        if changes.rows:
            self._stale |= changes.rows & self._rows.keys()
            for number in changes.rows:
                self._asked.discard(number)
        elif changes.structure:
            self._stale |= set(self._rows)
            self._asked.clear()
        if changes.structure:
            self._list()
        if self._stale:
            self._changed_everywhere()

    def _list(self, limit: int = -1) -> None:
        parent, view, turn = self.parent_row, self.view, self._turn
        if parent is None:
            return
        desk, number, node = self._session.context.desk, self._session.return_id, self.node.path

        def read() -> tuple[list[int], list[int] | None]:
            plain = row_ids(desk, number, parent, node, View(), limit) if view.plain else None
            if plain is not None:
                return plain, plain
            shown = row_ids(desk, number, parent, node, view)
            return shown, row_ids(desk, number, parent, node, View())

        def done(result: tuple[list[int], list[int]]) -> None:
            if turn == self._turn and view == self.view:
                self._take(*result)

        self._session.run(read, done)

    def _take(self, shown: list[int], document: list[int]) -> None:
        self._document = document
        self._positions.clear()
        old = self._ids
        if old == shown:
            return
        start = _common(old, shown)
        end = _common(old[start:][::-1], shown[start:][::-1])
        if len(old) - end > start:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            self._ids = old[:start] + old[len(old) - end :]
            self.endRemoveRows()
        if len(shown) - end > start:
            self.beginInsertRows(QModelIndex(), start, len(shown) - end - 1)
            self._ids = shown
            self.endInsertRows()
        self._marks.clear()
        self._changed_everywhere()

    def _changed_everywhere(self) -> None:
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1), []
            )
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._ids) - 1)

    # Pages

    def row_at(self, number: int) -> Row | None:
        """A row as it was read; None (and it is asked for) when it was not read yet."""
        row_id = self._ids[number]
        row = self._rows.get(row_id)
        if row is None or row_id in self._stale:
            self._want(number)
        return row

    def _want(self, number: int) -> None:
        page = number // PAGE
        row_id = self._ids[number]
        if row_id in self._asked:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        if not self._timer.isActive():
            self._timer.start(0)

    def _fetch(self) -> None:
        # Only what was asked for last: a dragged scroll bar passes many pages that nobody reads.
        pages, self._wanted = self._wanted[-3:], []
        wanted = [
            row_id
            for page in pages
            for row_id in self._ids[page * PAGE : (page + 1) * PAGE]
            if row_id not in self._asked and (row_id not in self._rows or row_id in self._stale)
        ]
        if not wanted:
            return
        self._asked.update(wanted)
        self._stale.difference_update(wanted)
        desk, number, turn = self._session.context.desk, self._session.return_id, self._turn

        def done(found: Page) -> None:
            if turn == self._turn:
                self._keep(wanted, found, pages)

        self._session.run(lambda: read_page(desk, number, wanted), done)

    def _keep(self, wanted: list[int], found: Page, pages: list[int]) -> None:
        self._asked.difference_update(wanted)
        for row_id, row in found.rows.items():
            self._given[row_id] = found.given.get(row_id, frozenset())
            self._rows[row_id] = row
            self._rows.move_to_end(row_id)
            self._marks.pop(row_id, None)
        while len(self._rows) > KEPT:
            dropped, _ = self._rows.popitem(last=False)
            self._given.pop(dropped, None)
        last = len(self._ids) - 1
        for page in pages:
            if page * PAGE <= last:
                self.dataChanged.emit(
                    self.index(page * PAGE, 0),
                    self.index(min(last, (page + 1) * PAGE - 1), self.columnCount() - 1),
                    [],
                )

    # Places

    def id_at(self, number: int) -> int:
        """The row's number in the database."""
        return self._ids[number]

    def ids_between(self, first: int, last: int) -> list[int]:
        """Numbers of the rows shown from one place to another, both included."""
        return self._ids[first : last + 1]

    def find(self, row_id: int) -> int:
        """Where a row is shown; -1 when it is not."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def find_many(self, row_ids: list[int]) -> dict[int, int]:
        """Where rows are shown, by their numbers; those that are not are left out."""
        wanted = set(row_ids)
        return {row: place for place, row in enumerate(self._ids) if row in wanted}

    def position(self, number: int) -> int:
        """1-based position of a shown row in the document."""
        if self.view.plain:
            return number + 1
        if not self._positions:
            self._positions = {row_id: place for place, row_id in enumerate(self._document, 1)}
        return self._positions.get(self._ids[number], 0)

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._document)

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One column a field; rows without fields of their own have one that says so."""
        return 0 if parent.isValid() else max(1, len(self.fields))


def _common(one: list[int], other: list[int]) -> int:
    """How many entries two lists begin with alike."""
    least = min(len(one), len(other))
    if one[:least] == other[:least]:
        return least
    low, high = 0, least
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
