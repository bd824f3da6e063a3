"""Questions to the user. All of them are opened and answer by a call; none blocks the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.i18n import tr
from app.ui.preferences import Preferences
from app.ui.widgets.basic import Button, label, row

_FOLDER = "last-folder"
Chosen = Callable[[Path], None]


def ask_file(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> QFileDialog:
    """A file that exists; `kinds` such as “Workbooks (*.xlsx)”."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _ask(dialog, chosen)


def ask_new_file(
    parent: QWidget, title: str, kinds: str, suggestion: str, chosen: Chosen
) -> QFileDialog:
    """A file that will be written."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(suggestion).suffix.lstrip("."))
    dialog.selectFile(suggestion)
    return _ask(dialog, chosen)


def ask_folder(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    """A folder."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog, chosen)


def _ask(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    """Begins where the last file was chosen; files of one month mostly lie together."""
    last = Path(Preferences().text(_FOLDER))
    if str(last) != "." and last.is_dir():
        dialog.setDirectory(str(last))

    def selected(name: str) -> None:
        Preferences().remember(_FOLDER, str(Path(name).parent))
        chosen(Path(name))

    dialog.fileSelected.connect(selected)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


class WordsDialog(QDialog):
    """Asks for a few words: a reason, a comment. `answered` gets them when the button is pressed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        button: str,
        answered: Callable[[str], None],
        *,
        required: bool,
    ) -> None:
        super().__init__(parent)
        self._answered = answered
        self._required = required
        self.setWindowTitle(title)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(text)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        self.accept_button = Button(button, role="primary", clicked=self._answer)
        self.accept_button.setDefault(True)
        self.cancel = Button(tr("Cancel"), clicked=self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(title, "title"))
        layout.addWidget(label(text, wrap=True))
        layout.addWidget(self.words)
        layout.addLayout(row(None, self.cancel, self.accept_button))
        self.setMinimumWidth(480)
        self.words.textChanged.connect(self._look)
        self.finished.connect(self.deleteLater)
        self._look()

    def _look(self) -> None:
        empty = not self.words.toPlainText().strip()
        self.accept_button.setEnabled(not (self._required and empty))

    def _answer(self) -> None:
        self._answered(self.words.toPlainText().strip())
        self.accept()
