"""About Praya with its packs and their hashes; and what the diagnostics hold, before they are written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.packs import list_packs
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.widgets.ask import ask_new_file
from app.ui.widgets.basic import Button, fitted, label, row
from app.version import program_version


class AboutDialog(QDialog):
    """The packs are read on the worker; all of it can be selected and copied."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Praya"))
        text = tr(
            "Fill in, check, approve, sign and keep the periodic returns of a"
            " licensed virtual-asset exchange, offline.\n\nThe forms and rules that come with it"
            " are a house format, a proposal; they are no official publication."
        )
        self.packs = QPlainTextEdit()
        self.packs.setReadOnly(True)
        self.packs.setTabChangesFocus(True)
        self.packs.setAccessibleName(tr("Schema packs with their SHA-256"))
        self.packs.setMinimumHeight(180)
        self.close_button = Button(tr("Close"), role="primary", clicked=self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(f"Praya {program_version()}", "page"))
        layout.addWidget(label(text, wrap=True))
        layout.addWidget(label(tr("Schema packs with their SHA-256"), "strong"))
        layout.addWidget(self.packs, 1)
        layout.addLayout(row(None, self.close_button))
        self.setMinimumWidth(620)
        fitted(self)
        self.close_button.setFocus()
        desk = context.desk

        def work() -> str:
            lines = (f"{pack.id}  {pack.digest}" for pack in list_packs(desk))
            return "\n".join(lines)

        context.tasks.run(work, self._show, self._failed, owner=self)

    def _show(self, text: str) -> None:
        self.packs.setPlainText(text or tr("The workspace holds no schema pack."))

    def _failed(self, error: BaseException) -> None:
        self.packs.setPlainText(str(error))


class DiagnosticsDialog(QDialog):
    """Nothing is sent: a file is written, and what stands in it is said before."""

    def __init__(self, parent: QWidget, chosen: Callable[[Path], None]) -> None:
        super().__init__(parent)
        self._owner, self._chosen = parent, chosen
        self.setWindowTitle(tr("Diagnostics"))
        text = tr(
            "A zip file for whoever helps you: versions of the program, names and hashes of the"
            " schema packs, the layout of the workspace with the number of its rows, your choices"
            " as far as they are words of the program, and the log.\n\nAmounts, names, addresses,"
            " paths, passwords and PINs are masked or were never written. Nothing is sent. Every"
            " file in it is plain text: look at it before you hand it on."
        )
        self.write = Button(tr("Write the file…"), "export", "primary", self._ask)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Diagnostics"), "title"))
        layout.addWidget(label(text, wrap=True))
        layout.addLayout(row(None, self.cancel, self.write))
        self.setMinimumWidth(560)
        fitted(self)
        self.write.setFocus()

    def _ask(self) -> None:
        parent = self._owner
        self.accept()
        ask_new_file(
            parent,
            tr("Diagnostics"),
            tr("Zip files (*.zip)"),
            "praya-diagnostics.zip",
            self._chosen,
        )
