"""Drives the editor as a person does: with keys and the mouse."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate
from app.services.packs import get_pack
from app.services.returns import get_return
from app.ui.context import Context
from app.ui.editor import ReturnEditor
from app.ui.editor.field import FieldFrame
from app.ui.editor.table import TableBlock
from app.ui.tasks import Tasks

Key = Qt.Key


class Driver:
    """A window with one editor and the shortcuts that the main window has."""

    def __init__(self, desk: Desk, return_id: str, qtbot: QtBot) -> None:
        self.desk, self.return_id, self.qtbot = desk, return_id, qtbot
        self.window = QMainWindow()
        self.tasks = Tasks(self.window)
        self.context = Context(desk, self.tasks)
        self.editor = ReturnEditor(self.context, return_id)
        self.window.setCentralWidget(self.editor)
        self.window.resize(1280, 800)
        shortcuts = {
            "F8": self.editor.check,
            "F4": self.editor.next_finding,
            "Shift+F4": self.editor.previous_finding,
            "Ctrl+Z": self.editor.undo,
            "Ctrl+Y": self.editor.redo,
        }
        for keys, slot in shortcuts.items():
            QShortcut(QKeySequence(keys), self.window, activated=slot)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        self.rest()

    def close(self) -> None:
        self.window.close()
        self.tasks.close()

    def rest(self) -> None:
        """Wait until nothing is being read or written."""
        self.qtbot.wait(5)
        for _ in range(4):
            self.qtbot.waitUntil(lambda: self.tasks.idle, timeout=20_000)
            self.qtbot.wait(8)

    def section(self, number: int) -> None:
        """Click on a section."""
        view = self.editor.sections
        place = view.visualRect(view.model().index(number, 0)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.rest()

    def field(self, key: str) -> FieldFrame:
        """The visible frame of a field."""
        page = self.editor.stack.currentWidget()
        frames = [f for f in page.findChildren(FieldFrame) if f.field.key == key and f.isVisible()]
        (frame,) = frames
        return frame

    def table(self, node: str) -> TableBlock:
        """The visible table of a node."""
        page = self.editor.stack.currentWidget()
        (table,) = [t for t in page.findChildren(TableBlock) if t.node.path == node]
        return table

    def button(self, name: str) -> QWidget:
        """The visible button with an accessible name."""
        (button,) = [
            b
            for b in self.editor.findChildren(QAbstractButton)
            if b.accessibleName() == name and b.isVisible()
        ]
        return button

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        self.rest()

    def type_into(self, key: str, text: str, *, leave: bool = True) -> None:
        """Click into a field, replace what is there, and leave with Tab."""
        entry: Any = self.field(key).input
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.keys(entry, text)
        if leave:
            self.press(Key.Key_Tab)

    def keys(self, widget: QWidget, text: str) -> None:
        """Letters of any script; QTest itself knows only Latin ones."""
        for letter in text:
            target = self.focus() or widget
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    def focus(self) -> QWidget | None:
        return self.window.focusWidget()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key for whatever has the focus."""
        self.qtbot.keyClick(self.focus() or self.window, key, modifier)
        self.rest()

    def stored(self, path: str) -> str | None:
        """The value in the database."""
        record = get_return(self.desk, self.return_id)
        schema = get_pack(self.desk, record.pack_id).schema
        with self.desk.workspace.read() as connection:
            place = locate(schema, rows_at(connection, record), path)
        return place.row.values[place.node.index[place.field.key]]

    def cell(self, table: TableBlock, row: int, column: int) -> None:
        """Make a cell of a table current with the mouse."""
        index = table.model.index(row, column)
        table.view.scrollTo(index)
        place = table.view.visualRect(index).center()
        self.qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.rest()
