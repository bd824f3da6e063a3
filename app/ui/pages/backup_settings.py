"""Settings: the backup at closing, where it lies, and the proof that the newest one opens."""

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from app.domain.amounts import grouped
from app.services.exitbackup import KEPT, Tested, backups_of, check_newest, folder_of
from app.ui.context import Context
from app.ui.i18n import ntr, tr
from app.ui.preferences import Preferences
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.notice import Notice
from app.ui.words import moment_words


class BackupSettings(QFrame):
    """The choice is this computer's; the backups lie beside the workspace."""

    def __init__(self, context: Context, preferences: Preferences, notice: Notice) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._preferences, self._notice = context, preferences, notice
        self._title = label(role="title")
        self.choice = QCheckBox()
        self.choice.setChecked(preferences.backs_up)
        self.choice.toggled.connect(preferences.back_up)
        self._text = label(role="muted", wrap=True)
        self.state = label(wrap=True)
        self.test = Button("", "verify", clicked=self.try_it)
        self.result = label(wrap=True)
        self.result.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(10)
        for widget in (self._title, self.choice, self._text, self.state):
            layout.addWidget(widget)
        layout.addLayout(row(self.test, None))
        layout.addWidget(self.result)

    def retranslate(self) -> None:
        """Texts."""
        self._title.setText(tr("Backups"))
        self.choice.setText(tr("Make a backup when the window closes"))
        folder = folder_of(self._context.desk.workspace.path)
        self._text.setText(
            tr("After changes, a copy is made, opened and read before it counts. The last {n} are"
               " kept in {folder}. Copy that folder to another place from time to time: it lies on"
               " the same disk.").format(n=KEPT, folder=folder)
        )  # fmt: skip
        self.test.setText(tr("Test my newest backup"))
        self.test.setToolTip(
            tr("Restores it into a temporary place, reads all of it and removes it again")
        )

    def reload(self) -> None:
        """Look which backups there are."""
        path = self._context.desk.workspace.path
        tasks = self._context.tasks
        tasks.run(lambda: len(backups_of(path)), self._show, self._notice.fail, owner=self)

    def _show(self, number: int) -> None:
        self.state.setText(
            ntr("{n} backup is there.", "{n} backups are there.", number)
            if number
            else tr("No backup is there yet.")
        )

    def try_it(self) -> None:
        """Restore the newest into a temporary place on the worker."""
        desk = self._context.desk
        self.test.setEnabled(False)
        self.result.setText(tr("The backup is being restored and read…"))
        self.result.show()
        self._context.tasks.run(lambda: check_newest(desk), self._tell, self._failed, owner=self)

    def _tell(self, tested: Tested) -> None:
        self.test.setEnabled(True)
        report = tested.report
        kinds = tr(", ").join(
            f"{name} {grouped(str(count))}" for name, count in sorted(report.rows.items()) if count
        )
        behind = (
            ntr("{n} entry of the history came after it.",
                "{n} entries of the history came after it.", tested.behind)
            if tested.behind
            else tr("Nothing has changed since.")
        )  # fmt: skip
        self.result.setText(
            tr("{file} opens and is whole.\nIn it: {kinds}.\nHistory: {n} entries, last hash"
               " {hash}. {behind}\nSHA-256 {digest}, {size} bytes, as its manifest says. Read"
               " {when}.").format(
                file=report.path.name, kinds=kinds, n=grouped(str(report.entries)),
                hash=report.hash, behind=behind, digest=report.sha256,
                size=grouped(str(report.size)), when=moment_words(report.at),
            )
        )  # fmt: skip

    def _failed(self, error: BaseException) -> None:
        self.test.setEnabled(True)
        self.result.hide()
        self._notice.fail(error)
