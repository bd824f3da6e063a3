"""The help: topics in the language of the window, searched and read with the keyboard alone."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.paths import data_root
from app.ui.i18n import language_in_use, tr
from app.ui.widgets.basic import label

_HEAD = re.compile(r"^# (.+?) \{#([a-z-]+)\}$", re.MULTILINE)
_FIELD = "field"


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading with its text, as Markdown."""

    id: str
    title: str
    text: str


def topics(language: str) -> list[Topic]:
    """Every topic of `resources/help`, in English where a language has none."""
    folder = data_root() / "resources" / "help"
    file = folder / f"{language.replace('-', '_')}.md"
    body = (file if file.is_file() else folder / "en.md").read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(body))
    ends = [head.start() for head in heads[1:]] + [len(body)]
    return [
        Topic(head[2], head[1], body[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    ]


class HelpWindow(QDialog):
    """Stands beside the window, which stays usable. Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._field = ""
        self._topics: list[Topic] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.count = label(role="small")
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        for widget in (self.search, self.list, self.count):
            side.addWidget(widget)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setProperty("role", "gap")
        across.setHandleWidth(12)
        across.addWidget(left)
        across.addWidget(self.text)
        across.setStretchFactor(1, 1)
        across.setSizes([220, 500])
        across.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(across)
        self.resize(760, 560)
        self.search.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(self._show)
        self._read()

    def _read(self) -> None:
        self.setWindowTitle(tr("Help"))
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setAccessibleName(tr("Search the help"))
        self.list.setAccessibleName(tr("Topics"))
        self.text.setAccessibleName(tr("Help"))
        self._topics = topics(language_in_use())

    def show_topic(self, name: str, field: str = "") -> None:
        """A topic; `field` is what is said of the field with the focus, which then comes first."""
        self._field = field
        self.search.clear()
        self._filter("")
        names = [self._name(row) for row in range(self.list.count())]
        wanted = _FIELD if field else name
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self.show()
        self.activateWindow()
        self.list.setFocus()

    def _filter(self, text: str) -> None:
        """The topics that hold every word, those first whose title does."""
        words = text.casefold().split()
        shown = list(self._topics)
        if self._field:
            shown.insert(0, Topic(_FIELD, tr("This field"), self._field))
        shown = [
            topic
            for topic in shown
            if all(word in f"{topic.title} {topic.text}".casefold() for word in words)
        ]
        shown.sort(key=lambda topic: not all(word in topic.title.casefold() for word in words))
        self.list.blockSignals(True)
        self.list.clear()
        for topic in shown:
            item = QListWidgetItem(topic.title)
            item.setData(Qt.ItemDataRole.UserRole, topic)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self.count.setText("" if shown else tr("No topic holds that. Try another word."))

    def _at(self, row: int) -> Topic | None:
        found = self.list.model().index(row, 0).data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Topic) else None

    def _name(self, row: int) -> str:
        topic = self._at(row)
        return topic.id if topic is not None else ""

    def _show(self, row: int) -> None:
        topic = self._at(row)
        if topic is None:
            self.text.clear()
            return
        head = "" if topic.id == _FIELD else f"## {topic.title}\n\n"
        self.text.setMarkdown(head + topic.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the search into the list; Enter shows the text."""
        if self.search.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.text.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            row = self.list.currentRow()
            self._read()
            self._filter(self.search.text())
            self.list.setCurrentRow(row)
