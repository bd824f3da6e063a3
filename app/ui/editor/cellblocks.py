"""What is done with a block of cells: copy, paste, fill down, clear."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.domain.changes import Changes
from app.domain.tree import Row
from app.services.editor import Cell
from app.services.grid import read_rows
from app.ui.editor.gridview import GridView
from app.ui.editor.normalise import format_block
from app.ui.editor.session import Session
from app.ui.editor.transfer import Block, copied_lines, paste_block, prepare_block, report


class CellBlocks(QObject):
    """Works on the selection of one table."""

    def __init__(self, session: Session, view: GridView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._model = view.grid

    def copy(self) -> None:
        """Raw values of the selection, as a spreadsheet takes them."""
        block = self._view.block()
        if block is None or not self._model.fields:
            return
        ids = self._model.ids_between(block[0], block[1])
        keys = [field.key for field in self._model.fields[block[2] : block[3] + 1]]
        desk, number = self._session.context.desk, self._session.return_id

        def done(found: dict[int, Row]) -> None:
            lines = copied_lines([found.get(row) for row in ids], self._model.node.index, keys)
            QGuiApplication.clipboard().setText(format_block(lines))

        self._session.run(lambda: read_rows(desk, number, ids), done)

    def paste(self) -> None:
        """A block from a spreadsheet; cells that do not fit are left as they are and reported."""
        text = QGuiApplication.clipboard().text()
        block = self._view.block()
        parent = self._model.parent_row
        if not text or parent is None or not self._session.editable or not self._model.fields:
            return
        top, bottom, left, right = block or (0, 0, 0, 0)
        ids = self._model.ids_between(top, self._model.rowCount() - 1)
        size = (bottom - top + 1, right - left + 1)
        line = self._model.position(top) if self._model.rowCount() else 1
        session, fields, node = self._session, self._model.fields, self._model.node.path
        desk, number, language = session.context.desk, session.return_id, session.language

        def work() -> tuple[Changes, Block]:
            read = prepare_block(text, fields, left, size, line, language)
            return paste_block(desk, number, parent, node, ids, read, f"paste into {node}")

        session.run(work, self._pasted)

    def _pasted(self, result: tuple[Changes, Block]) -> None:
        changes, block = result
        self._session.context.changes.tell(changes)
        self._session.notice(*report(block))

    def fill_down(self) -> None:
        """The first row of the selection into all others."""
        block = self._view.block()
        if block is None or block[0] == block[1] or not self._session.editable:
            return
        top, bottom, left, right = block
        first = self._model.row_at(top)
        if first is None:
            return
        keys = [field.key for field in self._model.fields[left : right + 1]]
        cells = [
            Cell(row, key, first.values[self._model.node.index[key]])
            for row in self._model.ids_between(top + 1, bottom)
            for key in keys
        ]
        self._session.save_cells(cells, f"fill down {self._model.node.path}")

    def clear(self) -> None:
        """Empty the cells of the selection."""
        block = self._view.block()
        if block is None or not self._session.editable or not self._model.fields:
            return
        top, bottom, left, right = block
        keys = [field.key for field in self._model.fields[left : right + 1]]
        rows = self._model.ids_between(top, bottom)
        cells = [Cell(row, key, None) for row in rows for key in keys]
        self._session.save_cells(cells, f"clear {self._model.node.path}")
