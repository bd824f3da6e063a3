"""The command palette: every action, page and return by a few letters, with the keyboard alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.languages import in_language
from app.services.obligations import Obligation
from app.ui.i18n import ntr, tr
from app.ui.icons import pixmap
from app.ui.models.records import NO_INDEX, Index
from app.ui.pages.month_strip import state_sign
from app.ui.widgets.basic import label
from app.ui.widgets.table import prepare
from app.ui.words import period_words, state_word

_SHOWN = 200
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Command:
    """One line: what it is called, where it belongs, its keys, and what it does.

    `words` are further words by which it is found; `icon` an icon with the token of its colour.
    """

    text: str
    group: str
    do: Callable[[], None]
    keys: str = ""
    icon: tuple[str, str] = ("", "text")
    words: str = ""


def return_commands(
    owed: Iterable[Obligation],
    language: str,
    open_return: Callable[[str], None],
    begin: Callable[[str, str], None],
) -> list[Command]:
    """A command for each return, and for each that is owed and not begun; the newest first."""
    found = []
    for item in sorted(owed, key=lambda each: each.period, reverse=True):
        title = in_language(item.titles, language) or item.return_type
        name = f"{title} · {period_words(item.period)}"
        words = f"{item.return_type} {item.period}"
        icon = state_sign(item.state)
        if item.return_id is None:
            name = tr("Begin: {what}").format(what=name)
            found.append(
                Command(name, tr("Returns"), partial(begin, item.return_type, item.period),
                        icon=icon, words=words)
            )  # fmt: skip
        else:
            do = partial(open_return, item.return_id)
            group = tr("Returns")
            words = f"{words} {state_word(item.state)} {item.return_id}"
            found.append(Command(name, group, do, state_word(item.state), icon, words))
    return found


def workspace_commands(paths: Iterable[Path], do: Callable[[Path], None]) -> list[Command]:
    """A command for each workspace that was open before."""
    return [
        Command(
            tr("Open workspace: {name}").format(name=path.name),
            tr("Recent"),
            partial(do, path),
            icon=("folder", "text"),
            words=str(path),
        )
        for path in paths
    ]


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands that hold every word, those first where a word begins with what was typed."""
    wanted = text.casefold().split()
    ranked = []
    for place, command in enumerate(commands):
        name = command.text.casefold()
        held = f"{name} {command.group} {command.words}".casefold()
        if all(word in held for word in wanted):
            begins = [_rank(name, word) for word in wanted]
            ranked.append((sum(begins), place, command))
    return [command for _, _, command in sorted(ranked, key=lambda each: each[:2])][:_SHOWN]


def _rank(name: str, word: str) -> int:
    """0 at the beginning, 1 at the beginning of a word, 2 inside a word, 3 elsewhere."""
    if name.startswith(word):
        return 0
    if any(part.startswith(word) for part in name.split()):
        return 1
    return 2 if word in name else 3


class CommandModel(QAbstractTableModel):
    """Name, group, keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.commands: list[Command] = []

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.commands = list(commands)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self.commands)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Name, group, keys."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and the icon of the name."""
        if not index.isValid() or index.row() >= len(self.commands):
            return None
        command = self.commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (command.text, command.group, command.keys)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.text, command.group, command.keys) if part)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and command.icon[0]:
            return pixmap(*command.icon)
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.text
        return None


class Palette(QDialog):
    """Type, choose with the arrows, Enter does it, Escape closes."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self._commands = list(commands)
        self.setWindowTitle(tr("Search or command"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            tr("Type what you want to do, or a return such as CWR 2026-10")
        )
        self.field.setAccessibleName(tr("Search or command"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QTableView()
        self.list.setAccessibleName(tr("Commands"))
        self.lines = CommandModel(self)
        self.list.setModel(self.lines)
        prepare(self.list)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.horizontalHeader().hide()
        header = self.list.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.clicked.connect(self._do_at)
        self.count = label(role="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        self.resize(680, 440)
        self.field.textChanged.connect(self._filter)
        self._filter("")
        self.field.setFocus()

    def add(self, commands: Sequence[Command]) -> None:
        """More commands, which had to be read first."""
        self._commands += commands
        self._filter(self.field.text())

    def _filter(self, text: str) -> None:
        self.lines.show_commands(matching(self._commands, text))
        number = len(self.lines.commands)
        self.count.setText(
            ntr("{n} command", "{n} commands", number)
            if number
            else tr("Nothing is called so. Try another word.")
        )
        if number:
            self.list.setCurrentIndex(self.lines.index(0, 0))
        self._tell()

    def _tell(self) -> None:
        """What is chosen is told to screen readers with the field, which keeps the focus."""
        index = self.list.currentIndex()
        self.field.setAccessibleDescription(
            str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move the choice while the field keeps the focus; Enter does it."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in _MOVES:
                self._move(Qt.Key(event.key()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do_at(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        number = self.lines.rowCount()
        if not number:
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10}
        line = self.list.currentIndex().row() + steps.get(key, 10)
        line = line % number if abs(steps.get(key, 10)) == 1 else max(0, min(line, number - 1))
        self.list.setCurrentIndex(self.lines.index(line, 0))
        self._tell()

    def _do_at(self, index: QModelIndex) -> None:
        if index.isValid():
            command = self.lines.commands[index.row()]
            self.accept()
            command.do()


def shown_keys(keys: QKeySequence) -> str:
    """Keys as the system writes them."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
