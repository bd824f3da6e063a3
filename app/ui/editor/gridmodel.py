"""The rows of one table as a Qt model: numbers of all rows, values only of the pages looked at."""

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor

from app.domain.amounts import grouped
from app.domain.changes import Changes
from app.domain.finding import Finding, Severity
from app.domain.schema import Field, Kind, Node
from app.domain.tree import Row
from app.domain.values import check_value
from app.services.formlayout import ordered_fields
from app.services.grid import View, read_rows, row_ids
from app.ui.editor.session import Session
from app.ui.editor.words import code_text, problem_text
from app.ui.i18n import tr
from app.ui.icons import SEVERITY_TOKENS
from app.ui.theme import tokens

PAGE = 200
KEPT = 12_000
MARK_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """Rows of a node below one row, paged from the database."""

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

        def done(found: dict[int, Row]) -> None:
            if turn == self._turn:
                self._keep(wanted, found, pages)

        self._session.run(lambda: read_rows(desk, number, wanted), done)

    def _keep(self, wanted: list[int], found: dict[int, Row], pages: list[int]) -> None:
        self._asked.difference_update(wanted)
        for row_id, row in found.items():
            self._rows[row_id] = row
            self._rows.move_to_end(row_id)
            self._marks.pop(row_id, None)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
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

    # Marks

    def forget_marks(self) -> None:
        """There is another verdict, or another language."""
        self._marks.clear()
        self._changed_everywhere()

    def mark(self, number: int, column: int) -> tuple[Severity, str] | None:
        """What is wrong with a cell, and its sentence."""
        if not self.fields:
            return None
        row_id = self._ids[number]
        if row_id not in self._marks:
            row = self._rows.get(row_id)
            if row is None:
                return None
            self._marks[row_id] = self._find_marks(row, self.position(number))
        return self._marks[row_id].get(self.fields[column].key)

    def _find_marks(self, row: Row, position: int) -> dict[str, tuple[Severity, str]]:
        marks = {}
        language = self._session.language
        for field in self.fields:
            text = row.values[self.node.index[field.key]]
            problems = check_value(field, text) if text is not None else []
            if problems:
                marks[field.key] = (Severity.BLOCKING, problem_text(problems[0], language))
                continue
            place = f"{self.path}[{position}]"
            found = self._session.marks.at(place if field.key == "." else f"{place}/{field.key}")
            still = [item for item in found if _still(item, text)]
            if still:
                marks[field.key] = (still[0].severity, still[0].text(language))
        return marks

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One column a field; rows without fields of their own have one that says so."""
        return 0 if parent.isValid() else max(1, len(self.fields))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells of an editable return are editable once their row was read."""
        flags = super().flags(index)
        known = index.isValid() and self._ids[index.row()] in self._rows
        if known and self.fields and self._session.editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Field names with their unit; the position of each row."""
        if orientation is Qt.Orientation.Vertical:
            shown = role == Qt.ItemDataRole.DisplayRole and section < len(self._ids)
            return self.position(section) if shown else None
        if section < len(self.fields):
            return self._title(self.fields[section], role)
        return (
            self.node.label(self._session.language) if role == Qt.ItemDataRole.DisplayRole else None
        )

    def _title(self, field: Field, role: int) -> Any:
        language = self._session.language
        if role == Qt.ItemDataRole.DisplayRole:
            return header_text(field, language)
        if role == Qt.ItemDataRole.ToolTipRole:
            return field.help.get(language) or field.help.get("en")
        return _alignment(field) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Values: for the eye, for the editor, and what is wrong with them."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if not self.fields:
            return self._stand_in(index.row(), role)
        field = self.fields[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            row = self.row_at(index.row())
            text = row.values[self.node.index[field.key]] if row else None
            if role == Qt.ItemDataRole.EditRole:
                return text
            return "…" if row is None else self.shown(field, text)
        if role in (MARK_ROLE, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return self._marked(index, role)
        return _alignment(field) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _marked(self, index: _Index, role: int) -> Any:
        mark = self.mark(index.row(), index.column())
        if mark is None:
            return None
        if role == MARK_ROLE:
            return mark[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return mark[1]
        return QColor(getattr(tokens(), SEVERITY_TOKENS[mark[0]]))

    def _stand_in(self, number: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            name = self.node.label(self._session.language)
            return tr("{what} {n}").format(what=name, n=self.position(number))
        return None

    def shown(self, field: Field, text: str | None) -> str:
        """A value for the eye."""
        if text is None:
            return ""
        if field.facets.enumeration:
            return code_text(field, text, self._session.language)
        if field.kind is Kind.BOOLEAN:
            return {"true": tr("Yes"), "1": tr("Yes"), "false": tr("No"), "0": tr("No")}.get(
                text, text
            )
        return grouped(text) if field.kind.numeric else text.replace("\n", " ")

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep a value at once on the screen and store it on the worker."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.fields:
            return False
        row = self._rows.get(self._ids[index.row()])
        field = self.fields[index.column()]
        text = None if value is None else str(value)
        if row is None or row.values[self.node.index[field.key]] == text:
            return False
        place = self.node.index[field.key]
        values = (*row.values[:place], text, *row.values[place + 1 :])
        self._rows[row.id] = Row(
            row.id, row.parent, row.node, row.order, values, row.source, row.source_row
        )
        self._marks.pop(row.id, None)
        self.dataChanged.emit(index, index, [])
        self._session.save(row.id, field.key, text)
        return True


def header_text(field: Field, language: str) -> str:
    """A column's title: the field's name and its unit."""
    unit = field.info.get("unit")
    star = " *" if field.required else ""
    return f"{field.label(language)}{star} ({unit})" if unit else field.label(language) + star


def _alignment(field: Field) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if field.kind.numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _still(finding: Finding, text: str | None) -> bool:
    """Whether a finding about one value can still be true: a typed value ends it."""
    if not finding.code.startswith(("VALUE-", "XSD-")):
        return True
    return finding.left == text


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
