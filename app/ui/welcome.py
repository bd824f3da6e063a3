"""The first window: make a workspace, open one, or look at the sample month."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.desk import Desk
from app.services.opening import create_desk, default_path, default_seat, open_desk
from app.ui.i18n import LANGUAGES, tr
from app.ui.look import Look
from app.ui.tasks import Tasks
from app.ui.widgets.ask import ask_file, ask_new_file
from app.ui.widgets.basic import Button, column, frame, label, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.notice import Notice

_SHORTEST = 8


class Welcome(QWidget):
    """Shown when no workspace is open.

    Signals:
        opened(object): a `Desk`.
        sample_wanted(): the user wants the sample month.
    """

    opened = Signal(object)
    sample_wanted = Signal()

    def __init__(self, look: Look, path: Path | None = None, seat: str = "") -> None:
        super().__init__()
        self.look = look
        self.tasks = Tasks(self)
        self.notice = Notice()
        self._title, self._text = label(role="page"), label(role="muted", wrap=True)
        self._make_title, self._open_title = label(role="title"), label(role="title")
        self.entity, self.ce, self.seat = (
            QLineEdit(),
            QLineEdit(),
            QLineEdit(seat or default_seat()),
        )
        self.ce.setMaxLength(6)
        self.first, self.second = _secret_field(), _secret_field()
        self.second.returnPressed.connect(self._make)
        self.make_path = QLineEdit(str(_free(path or default_path())))
        self.browse_new = Button("", "folder", clicked=self._ask_new)
        self.make = Button("", "plus", "primary", self._make)
        self.recent = Choice()
        self.recent.setEditable(True)
        self.recent.addItems([str(item) for item in look.preferences.recent()])
        self.recent.setCurrentText(str(path or "") or self.recent.itemText(0))
        self.browse = Button("", "folder", clicked=self._ask_file)
        self.open_seat = QLineEdit(seat or default_seat())
        self.phrase = _secret_field()
        self.phrase.returnPressed.connect(self._open)
        self.open_button = Button("", "returns", "primary", self._open)
        self.restore = Button("", role="link", clicked=self._ask_restore)
        self.sample = Button("", "calendar", clicked=self.sample_wanted.emit)
        self.sample_text = label(role="muted", wrap=True)
        self.languages = Choice()
        for code, name in LANGUAGES.items():
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(look.language))
        self.languages.activated.connect(self._language)
        self._fields: dict[str, QWidget] = {}
        self._names: dict[str, Callable[[str], None]] = {}
        self._lay_out()
        self.resize(1000, 680)
        self.retranslate()
        self._first_field().setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 32, 40, 32)
        layout.setSpacing(16)
        layout.addLayout(row(self._title, None, self.languages))
        layout.addWidget(self._text)
        layout.addWidget(self.notice)
        cards = QHBoxLayout()
        cards.setSpacing(24)
        cards.addWidget(self._open_card(), 1)
        cards.addWidget(self._make_card(), 1)
        layout.addLayout(cards, 1)

    def _first_field(self) -> QWidget:
        """The passphrase where there is a workspace to open, else the name of the firm."""
        name = self.recent.currentText().strip()
        return self.phrase if name and Path(name).is_file() else self.entity

    def _field(self, key: str, widget: QWidget, *beside: QWidget) -> QVBoxLayout:
        name = label(role="strong")
        name.setBuddy(widget)
        self._fields[key] = widget
        self._names[key] = name.setText
        result = column(name, spacing=4)
        result.addLayout(row(widget, *beside))
        return result

    def _make_card(self) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(self._make_title)
        layout.addLayout(self._field("entity", self.entity))
        layout.addLayout(self._field("ce", self.ce))
        layout.addLayout(self._field("seat", self.seat))
        layout.addLayout(self._field("path", self.make_path, self.browse_new))
        layout.addLayout(self._field("first", self.first))
        layout.addLayout(self._field("second", self.second))
        layout.addSpacing(8)
        layout.addLayout(row(self.make, None))
        layout.addStretch(1)
        return card

    def _open_card(self) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(self._open_title)
        layout.addLayout(self._field("file", self.recent, self.browse))
        layout.addLayout(self._field("open-seat", self.open_seat))
        layout.addLayout(self._field("phrase", self.phrase))
        layout.addSpacing(8)
        layout.addLayout(row(self.open_button, 8, self.restore, None))
        layout.addSpacing(24)
        layout.addWidget(frame("rule"))
        layout.addWidget(self.sample_text)
        layout.addLayout(row(self.sample, None))
        layout.addStretch(1)
        self.recent.setSizePolicy(self.entity.sizePolicy())
        return card

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle("Praya")
        self._title.setText("Praya")
        self._text.setText(
            tr("Fill in, check, approve, sign and keep the periodic returns of a licensed"
               " virtual-asset exchange. Everything stays on this computer.")
        )  # fmt: skip
        self._make_title.setText(tr("Make a workspace"))
        self._open_title.setText(tr("Open a workspace"))
        words = {
            "entity": tr("Licensed firm"),
            "ce": tr("CE number (three letters, three digits)"),
            "seat": tr("Your name (the seat that acts)"),
            "path": tr("File of the workspace"),
            "first": tr("Passphrase, at least {n} characters").format(n=_SHORTEST),
            "second": tr("The same passphrase again"),
            "file": tr("File"),
            "open-seat": tr("Your name (the seat that acts)"),
            "phrase": tr("Passphrase"),
        }
        for key, text in words.items():
            self._names[key](text)
            self._fields[key].setAccessibleName(text)
        self.browse.setText(tr("Browse…"))
        self.browse_new.setText(tr("Browse…"))
        self.make.setText(tr("Make workspace"))
        self.open_button.setText(tr("Open"))
        self.restore.setText(tr("Restore a backup…"))
        self.sample.setText(tr("Open the sample month"))
        self.sample_text.setText(
            tr("New here? The sample month of an invented exchange shows everything: import,"
               " findings, approval, signature.")
        )  # fmt: skip
        self.phrase.setPlaceholderText(tr("empty: the key lies in the system's keyring"))
        self.languages.setAccessibleName(tr("Language"))

    def _language(self, line: int) -> None:
        self.look.set_language(str(self.languages.itemData(line)))

    def _ask_new(self) -> None:
        ask_new_file(
            self,
            tr("File of the workspace"),
            tr("Workspaces (*.praya)"),
            "workspace.praya",
            self._path_chosen,
        )

    def _path_chosen(self, path: Path) -> None:
        self.make_path.setText(str(path))

    def _ask_file(self) -> None:
        kinds = tr("Workspaces (*.praya);;All files (*)")
        ask_file(self, tr("Open a workspace"), kinds, self._file_chosen)

    def _ask_restore(self) -> None:
        from app.ui.restoring import RestoreDialog  # noqa: PLC0415  (not needed at the start)

        seat = self.open_seat.text().strip()
        if not seat:
            self._refuse(self.open_seat, tr("Say who acts: the restored history names it."))
            return
        RestoreDialog(self, self.tasks, seat, self._file_chosen).open()

    def _file_chosen(self, path: Path) -> None:
        self.recent.setCurrentText(str(path))
        self.phrase.setFocus()

    def _make(self) -> None:
        if not self.make.isEnabled():
            return
        problem = self._make_problem()
        if problem is not None:
            field, text = problem
            self._refuse(field, text)
            return
        path, phrase = Path(self.make_path.text().strip()), self.first.text()
        entity, ce, seat = (w.text().strip() for w in (self.entity, self.ce, self.seat))
        self._busy(tr("The workspace is being made…"))
        self.tasks.run(
            lambda: create_desk(path, entity=entity, ce=ce.upper(), seat=seat, passphrase=phrase),
            self._opened,
            self._failed,
        )

    def _refuse(self, field: QWidget, text: str) -> None:
        self.notice.say("blocking", text)
        field.setFocus()

    def _make_problem(self) -> tuple[QLineEdit, str] | None:
        """The first field that has to be mended, and why."""
        for field in (self.entity, self.seat):
            if not field.text().strip():
                return field, tr(
                    "The firm and your name are needed: they stand in every return and history row."
                )
        ce = self.ce.text().strip()
        if not (len(ce) == 6 and ce[:3].isalpha() and ce[3:].isdigit() and ce.isascii()):
            text = tr("The CE number has three letters and three digits, such as ABC123.")
            return self.ce, text
        if len(self.first.text()) < _SHORTEST:
            text = tr("The passphrase needs at least {n} characters.").format(n=_SHORTEST)
            return self.first, text
        if self.first.text() != self.second.text():
            return self.second, tr("The two passphrases differ; type the same one twice.")
        return None

    def _open(self) -> None:
        name, seat = self.recent.currentText().strip(), self.open_seat.text().strip()
        if not self.open_button.isEnabled():
            return
        if not name or not seat:
            self._refuse(
                self.open_seat if name else self.recent, tr("Choose a file and say who acts.")
            )
            return
        phrase = self.phrase.text() or None
        self._busy(tr("The workspace is being opened…"))
        self.tasks.run(
            lambda: open_desk(Path(name), seat=seat, passphrase=phrase),
            self._opened,
            self.refused,
        )

    def refused(self, error: BaseException) -> None:
        """Say why the file could not be opened, and ask again for what opens it."""
        self._failed(error)
        if getattr(error, "code", "") == "passphrase-missing":
            self.notice.say("information", tr("This workspace opens with a passphrase: type it."))
        self.phrase.setFocus()
        self.phrase.selectAll()

    def make_sample(self, sample: Callable[[], Desk]) -> None:
        """Make the sample month on the worker and open it."""
        self._busy(tr("The sample month is being made; this takes a moment…"))
        self.tasks.run(sample, self._opened, self._failed)

    def _busy(self, text: str) -> None:
        self.notice.say("information", text)
        for button in (self.make, self.open_button, self.sample):
            button.setEnabled(False)

    def _failed(self, error: BaseException) -> None:
        for button in (self.make, self.open_button, self.sample):
            button.setEnabled(True)
        self.notice.fail(error)

    @Slot(object)
    def _opened(self, desk: Desk) -> None:
        self.look.preferences.add_recent(desk.workspace.path)
        self.opened.emit(desk)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the worker finish."""
        self.tasks.close()
        super().closeEvent(event)


def _secret_field() -> QLineEdit:
    result = QLineEdit()
    result.setEchoMode(QLineEdit.EchoMode.Password)
    result.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return result


def _free(path: Path) -> Path:
    """The path, or one with a number when there is a file already."""
    number = 2
    found = path
    while found.exists():
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found
