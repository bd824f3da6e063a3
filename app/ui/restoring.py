"""Restore a backup: it becomes a workspace in a place where there is none; nothing is written over."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.amounts import grouped
from app.ui.i18n import tr
from app.ui.tasks import Tasks
from app.ui.widgets.ask import ask_file, ask_new_file
from app.ui.widgets.basic import Button, column, fitted, label, row
from app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.services.backup import BackupReport


class RestoreDialog(QDialog):
    """Asks for the backup, the place and what opens it; reads the backup whole before it counts.

    `restored` gets the path of the new workspace when a person wants to open it.
    """

    def __init__(
        self, parent: QWidget, tasks: Tasks, seat: str, restored: Callable[[Path], None]
    ) -> None:
        super().__init__(parent)
        self._tasks, self._seat, self._restored = tasks, seat, restored
        self._made: Path | None = None
        self.setWindowTitle(tr("Restore a backup"))
        text = tr(
            "The backup is read whole, and becomes a workspace in a place where there is none. The"
            " workspace that you have now stays as it is."
        )
        self.notice = Notice()
        self.file, self.target, self.phrase = QLineEdit(), QLineEdit(), QLineEdit()
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.phrase.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.phrase.setPlaceholderText(tr("empty: the key lies in the system's keyring"))
        self.browse = Button(tr("Browse…"), "folder", clicked=self._ask_file)
        self.browse_target = Button(tr("Browse…"), "folder", clicked=self._ask_target)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        self.restore = Button(tr("Restore"), role="primary", clicked=self._restore)
        self.restore.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Restore a backup"), "title"))
        layout.addWidget(label(text, wrap=True))
        layout.addWidget(self.notice)
        for title, field, beside in (
            (tr("Backup (a .praya file)"), self.file, [self.browse]),
            (tr("File of the new workspace"), self.target, [self.browse_target]),
            (tr("Passphrase"), self.phrase, []),
        ):
            name = label(title, "strong")
            name.setBuddy(field)
            field.setAccessibleName(title)
            lines = column(name, spacing=4)
            lines.addLayout(row(field, *beside))
            layout.addLayout(lines)
        layout.addLayout(row(None, self.cancel, self.restore))
        self.setMinimumWidth(620)
        fitted(self)
        self.finished.connect(self.deleteLater)
        self.file.setFocus()

    def _ask_file(self) -> None:
        kinds = tr("Workspaces (*.praya);;All files (*)")
        ask_file(self, tr("Restore a backup"), kinds, self.choose)

    def choose(self, file: Path) -> None:
        """Take a backup, and propose a place beside the folder where it lies."""
        self.file.setText(str(file))
        if not self.target.text():
            self.target.setText(str(file.parent.parent / f"{file.stem}-restored.praya"))
        self.phrase.setFocus()

    def _ask_target(self) -> None:
        ask_new_file(
            self,
            tr("File of the new workspace"),
            tr("Workspaces (*.praya)"),
            self.target.text() or "restored.praya",
            lambda path: self.target.setText(str(path)),
        )

    def _restore(self) -> None:
        if self._made is not None:
            self.accept()
            self._restored(self._made)
            return
        for field, words in (
            (self.file, tr("Choose the backup.")),
            (self.target, tr("Say where the workspace is to lie.")),
        ):
            if not field.text().strip():
                self.notice.say("blocking", words)
                field.setFocus()
                return
        file, target = Path(self.file.text().strip()), Path(self.target.text().strip())
        phrase, seat = self.phrase.text() or None, self._seat
        self.restore.setEnabled(False)
        self.notice.say("information", tr("The backup is being restored and read…"))

        def work() -> "BackupReport":
            from app.services.backup import restore  # noqa: PLC0415  (not needed at the start)

            return restore(file, target, seat=seat, passphrase=phrase)

        self._tasks.run(work, lambda report: self._done(target, report), self._failed, owner=self)

    def _done(self, target: Path, report: "BackupReport") -> None:
        self._made = target
        self.notice.say(
            "done",
            tr("{file} is restored and was read whole: {n} entries of the history.").format(
                file=target.name, n=grouped(str(report.entries))
            ),
            f"{target}\nSHA-256 {report.sha256}",
        )
        for widget in (self.file, self.target, self.phrase, self.browse, self.browse_target):
            widget.setEnabled(False)
        self.cancel.setText(tr("Close"))
        self.restore.setText(tr("Open the workspace"))
        self.restore.setEnabled(True)
        self.restore.setFocus()

    def _failed(self, error: BaseException) -> None:
        self.restore.setEnabled(True)
        self.notice.fail(error)
        self.phrase.setFocus()
        self.phrase.selectAll()
