"""“Go to field…”: type a part of a field's name, and the number of a row where there are several."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.schema import Node, Schema
from app.ui.editor.words import place_text
from app.ui.i18n import tr
from app.ui.widgets.basic import label

_MOST = 60
_PATH_ROLE = int(Qt.ItemDataRole.UserRole)
_POSITION = re.compile(r"\b(\d{1,7})\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its path, with row 1 where its table repeats, and its name in words."""

    path: str
    words: str
    repeats: bool

    def at(self, position: int) -> str:
        """The path in another row of the outermost table."""
        return self.path.replace("[1]", f"[{position}]", 1)


def entries(schema: Schema, language: str) -> list[Entry]:
    """Every field of a return, in the order of the document."""
    found: list[Entry] = []

    def walk(node: Node, path: str, *, repeats: bool) -> None:
        for field in node.fields:
            whole = path if field.key == "." else f"{path}/{field.key}".lstrip("/")
            words = place_text(schema, whole.replace("[1]", ""), language)
            found.append(Entry(whole, words, repeats))
        for child in node.children:
            step = f"{child.name}[1]" if child.repeats else child.name
            walk(child, f"{path}/{step}".lstrip("/"), repeats=repeats or child.repeats)

    walk(schema.root, "", repeats=False)
    return found


def matching(found: list[Entry], text: str) -> list[tuple[Entry, int]]:
    """The fields in whose name or path all words occur, with the row that was typed.

    A field whose own name begins with what was typed comes first.
    """
    number = _POSITION.search(text)
    position = int(number[1]) if number else 1
    words = _POSITION.sub(" ", text).casefold().split()
    fitting = [
        entry
        for entry in found
        if all(word in f"{entry.words} {entry.path}".casefold() for word in words)
    ]
    first = words[0] if words else ""
    fitting.sort(key=lambda entry: not _own(entry).startswith(first))
    return [(entry, max(1, position) if entry.repeats else 1) for entry in fitting[:_MOST]]


def _own(entry: Entry) -> str:
    return entry.words.rpartition(" › ")[2].casefold()


class GoToField(QDialog):
    """A line and a list; the arrows move in the list while the line is typed into, Enter goes."""

    def __init__(
        self, parent: QWidget, schema: Schema, language: str, chosen: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._entries, self._chosen = entries(schema, language), chosen
        self.setWindowTitle(tr("Go to a field"))
        self.setMinimumSize(560, 420)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Type a part of a field's name"))
        self.line.setAccessibleName(tr("Type a part of a field's name"))
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Fields"))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.nothing = label(tr("No field has that in its name."), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.line, self.nothing):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.finished.connect(self.deleteLater)
        self._search("")

    def _search(self, text: str) -> None:
        self.list.clear()
        for entry, position in matching(self._entries, text):
            words = entry.words
            if entry.repeats:
                words = tr("{what}, row {n}").format(what=words, n=position)
            item = QListWidgetItem(words)
            item.setData(_PATH_ROLE, entry.at(position))
            item.setToolTip(entry.at(position))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            path = str(item.data(_PATH_ROLE))
            self.accept()
            self._chosen(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the line belong to the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and (event.type() == QEvent.Type.KeyPress)
        ):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self.list.currentItem())
                return True
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
        return super().eventFilter(watched, event)
