"""The first window: one return, one table of its fields. It will grow into the desk."""

from typing import Any

from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.services import drafts
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.services.returns import list_returns
from app.ui.tasks import Tasks


class MainWindow(QMainWindow):
    """Shows the newest return's fields, lets them be edited, and says the verdict."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tasks = Tasks(self)
        self.fields = QTableWidget(0, 2)
        self.verdict = QLabel()
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.addWidget(self.fields)
        layout.addWidget(self.verdict)
        self.setCentralWidget(box)
        self.fields.itemChanged.connect(self._edited)
        self._reload()

    def _reload(self, _changes: object = None) -> None:
        self.tasks.run(self._read, self._show, self._fail)

    def _read(self) -> Any:
        record = list_returns(self._desk)[0]
        pack = get_pack(self._desk, record.pack_id)
        cells = []
        with self._desk.workspace.read() as connection:
            rows = rows_at(connection, record)
            for node in pack.schema.nodes.values():
                for row in rows.all_of(node.path):
                    for field in node.fields:
                        path = drafts.path_of(pack.schema, rows, row, field.key)
                        cells.append((path, row.values[node.index[field.key]]))
        return record, cells, check_return(self._desk, record.id)

    def _show(self, result: Any) -> None:
        self._record, cells, verdict = result
        self.fields.blockSignals(True)
        self.fields.setRowCount(len(cells))
        for number, (path, value) in enumerate(cells):
            self.fields.setItem(number, 0, QTableWidgetItem(path))
            self.fields.setItem(number, 1, QTableWidgetItem(value or ""))
        self.fields.blockSignals(False)
        self.verdict.setText("valid" if verdict.valid else f"{len(verdict.findings)} findings")

    def _edited(self, item: QTableWidgetItem) -> None:
        name = self.fields.item(item.row(), 0)
        path, text = (name.text() if name else ""), item.text()
        self.tasks.run(
            lambda: drafts.set_value(self._desk, self._record.id, path, text),
            self._reload,
            self._fail,
        )

    def _fail(self, error: BaseException) -> None:
        self.verdict.setText(str(error))

    def closeEvent(self, event: Any) -> None:
        """Let the worker finish."""
        self.tasks.close()
        super().closeEvent(event)
