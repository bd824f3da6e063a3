"""Every key of the window in one list that can be searched."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.ui.i18n import noop, tr
from app.ui.models.records import Column
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.table import RecordsTable

_TABLE = (
    (noop("Leave the table"), "Ctrl+Tab"),
    (noop("Empty the cells"), "Del"),
    (noop("First and last cell"), "Ctrl+Home, Ctrl+End"),
    (noop("Today’s date in a date"), "Ctrl+;"),
)
_FINDINGS = (
    (noop("Go to the field of the finding"), "Enter"),
    (noop("Explain the finding"), "F2"),
    (noop("Explain it as last time"), "Ctrl+Enter"),
)
_CHARTS = ((noop("Move from point to point"), "←, →"), (noop("Table instead of the picture"), "T"))


class KeySheet(QDialog):
    """Where the keys work, what they do, and how they are written here."""

    def __init__(self, parent: QWidget, lines: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setAccessibleName(tr("Search the keys"))
        self.search.setClearButtonEnabled(True)
        columns = [
            Column(noop("Where"), lambda line: line[0], width=150),
            Column(noop("What it does"), lambda line: line[1]),
            Column(noop("Keys"), lambda line: line[2], width=180),
        ]
        self.table = RecordsTable(columns)
        self.table.setAccessibleName(tr("Keyboard shortcuts"))
        parts = ((tr("Table"), _TABLE), (tr("Findings"), _FINDINGS), (tr("Chart"), _CHARTS))
        own = [(where, tr(text), keys) for where, each in parts for text, keys in each]
        self.table.records.set_records([*lines, *own])
        self.search.textChanged.connect(self._filter)
        self.close_button = Button(tr("Close"), clicked=self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Keyboard shortcuts"), "title"))
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.close_button))
        self.resize(720, 560)

    def _filter(self, text: str) -> None:
        self.table.proxy.show_only(text, lambda _line: True)
