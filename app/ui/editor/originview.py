"""The page of a kept workbook, read-only, with the cell marked that a value came from."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.sheetpart import SheetPart, column_letters
from app.services.keptpage import KeptPage
from app.store.files import hand_out
from app.ui.editor.words import origin_text
from app.ui.i18n import tr
from app.ui.sentences import sentence
from app.ui.tasks import Tasks
from app.ui.theme import tokens
from app.ui.widgets.ask import ask_new_file
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.table import prepare

_WIDEST = 260
_Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractTableModel):
    """Cells as texts; the one that was asked for and its titles are marked."""

    def __init__(self, part: SheetPart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.part = part

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Rows that were read."""
        return 0 if parent.isValid() else len(self.part.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Columns of the widest row."""
        return 0 if parent.isValid() else self.part.columns

    def marked(self, index: _Index) -> bool:
        """Whether it is the cell that was asked for."""
        return (index.row(), index.column()) == (self.part.row, self.part.column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text; the marked cell stands out by ground and weight, and says so."""
        if not index.isValid():
            return None
        text = self.part.rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        return self._mark(text, role) if self.marked(index) else None

    def _mark(self, text: str, role: int) -> Any:
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(tokens().selection)
        if role == Qt.ItemDataRole.FontRole:
            return _bold()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{text}, the cell of the value").format(text=text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Letters and numbers as in a spreadsheet."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return column_letters(section) if across else str(self.part.rows[section][0])
        here = section == (self.part.column if across else self.part.row)
        return _bold() if role == Qt.ItemDataRole.FontRole and here else None


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.Bold)
    return font


class OriginView(QDialog):
    """Nothing can be changed here; a copy of the workbook can be saved."""

    def __init__(self, parent: QWidget, tasks: Tasks, page: KeptPage, what: str) -> None:
        super().__init__(parent)
        self._page, self._tasks = page, tasks
        origin, part = page.origin, page.part
        self.setWindowTitle(tr("Where “{what}” comes from").format(what=what))
        self.resize(900, 600)
        place = tr("{file} · {sheet} · {cell}").format(
            file=origin.file, sheet=origin.sheet, cell=origin.cell
        )
        self.heading = label(place, "title", wrap=True)
        self.said = label(origin_text(origin), "muted", wrap=True)
        self.digest = label(f"SHA-256 {page.sha256}", "small", wrap=True)
        self.digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = PageModel(part, self)
        self.view = QTableView(self)
        self._show_rows()
        self.note = label(role="small", wrap=True)
        if len(part.rows) < part.total:
            text = tr("{shown} of {total} rows: the first ones, and those around the cell")
            self.note.setText(text.format(shown=f"{len(part.rows):,}", total=f"{part.total:,}"))
        self.note.setVisible(bool(self.note.text()))
        self.save = Button(tr("Save a copy of the workbook…"), "export", clicked=self._ask)
        self.close_button = Button(tr("Close"), role="primary", clicked=self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.heading, self.said):
            box.addWidget(widget)
        box.addWidget(self.view, 1)
        for widget in (self.note, self.digest):
            box.addWidget(widget)
        box.addLayout(row(self.save, None, self.close_button))
        self.finished.connect(self.deleteLater)
        self.view.setFocus()

    def _show_rows(self) -> None:
        prepare(self.view)
        self.view.setModel(self.model)
        self.view.setAccessibleName(tr("Cells of the workbook, read-only"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.view.setShowGrid(True)
        self.view.verticalHeader().show()
        metrics = self.view.fontMetrics()
        near = self.model.part.rows[max(0, self.model.part.row - 20) : self.model.part.row + 20]
        for column in range(self.model.columnCount()):
            lines = (*self.model.part.rows[:20], *near)
            longest = max((texts[column] for _, texts in lines), key=len, default="")
            width = metrics.horizontalAdvance(longest) * 11 // 10 + 24
            self.view.setColumnWidth(column, max(56, min(_WIDEST, width)))
        here = self.model.index(self.model.part.row, self.model.part.column)
        self.view.setCurrentIndex(here)

    def showEvent(self, event: Any) -> None:
        """The cell stands in the middle."""
        super().showEvent(event)
        self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _ask(self) -> None:
        name = Path(self._page.origin.file or "workbook.xlsx").name
        ask_new_file(self, self.save.text(), tr("Workbooks (*.xlsx)"), name, self.write)

    def write(self, out: Path) -> None:
        """Write the kept bytes."""
        body = self._page.body

        def done(_nothing: object) -> None:
            self._say(tr("Written to {file}.").format(file=out))

        def failed(error: BaseException) -> None:
            self._say(sentence(str(error)))

        self._tasks.run(lambda: hand_out(out, body), done, failed, owner=self)

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.show()
