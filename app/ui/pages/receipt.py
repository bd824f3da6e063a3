"""Recording a receipt: which file for which return, confirmed before the return counts as filed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.obligations import hong_kong_today
from app.services.overview import Overview
from app.services.submission import Receival
from app.ui.i18n import tr
from app.ui.widgets.ask import ask_file
from app.ui.widgets.basic import Button, fitted, label, row
from app.ui.words import digest_words, period_words

Recorded = Callable[[Path, Receival], None]


def ask_receipt(
    parent: QWidget, seen: Overview, language: str, seat: str, recorded: Recorded
) -> None:
    """Ask for the file, then for a confirmation; `recorded` gets both."""

    def chosen(file: Path) -> None:
        ReceiptDialog(parent, seen, language, seat, file, recorded).open()

    ask_file(parent, tr("The receipt that came back"), tr("All files (*)"), chosen)


class ReceiptDialog(QDialog):
    """Opened with `open()`. Reference and day may stay empty."""

    def __init__(
        self,
        parent: QWidget,
        seen: Overview,
        language: str,
        seat: str,
        file: Path,
        recorded: Recorded,
    ) -> None:
        super().__init__(parent)
        self._file, self._recorded = file, recorded
        self.setWindowTitle(tr("Record receipt"))
        title, period = seen.manifest.title(language), period_words(seen.record.period)
        signed = seen.submission.blob if seen.submission else ""
        self.what = label(f"{title} · {period}", "strong", wrap=True)
        self.file_name = label(file.name, "strong", wrap=True)
        self.digest = label(digest_words(signed), "digest", wrap=True)
        self.reference = QLineEdit()
        self.reference.setAccessibleName(tr("Reference number"))
        self.day = QLineEdit(hong_kong_today().isoformat())
        self.day.setPlaceholderText("2026-11-14")
        self.day.setAccessibleName(tr("Day on which it came"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(label(tr("File")), self.file_name)
        form.addRow(label(tr("Receipt for")), self.what)
        form.addRow(label(tr("SHA-256 of the signed file")), self.digest)
        form.addRow(label(tr("Reference number")), self.reference)
        form.addRow(label(tr("Day on which it came")), self.day)
        self.confirm = Button(
            tr("Record as {name}").format(name=seat), role="primary", clicked=self._confirm
        )
        self.confirm.setDefault(True)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Record receipt"), "title"))
        layout.addWidget(label(tr("With it the return counts as filed."), wrap=True))
        layout.addLayout(form)
        layout.addLayout(row(None, self.cancel, self.confirm))
        self.setMinimumWidth(560)
        self.finished.connect(self.deleteLater)
        fitted(self)
        self.reference.setFocus()

    def _confirm(self) -> None:
        self._recorded(self._file, Receival(self.reference.text(), self.day.text()))
        self.accept()
