"""XML as a value: edited as a tree of elements, attributes and texts, or as it is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.schema import Field
from app.services.xmlparts import Part, PartKind, leaf_text, parts_of, text_of, why_not
from app.ui.i18n import noop, tr
from app.ui.widgets.basic import Button, label

_PART = Qt.ItemDataRole.UserRole
_HEIGHT = 220
_KINDS = {
    PartKind.ELEMENT: noop("element"),
    PartKind.ATTRIBUTE: noop("attribute"),
    PartKind.NAMESPACE: noop("namespace"),
    PartKind.TEXT: noop("text"),
    PartKind.COMMENT: noop("comment"),
    PartKind.INSTRUCTION: noop("instruction"),
}
_NAMED = (PartKind.ELEMENT, PartKind.ATTRIBUTE, PartKind.NAMESPACE, PartKind.INSTRUCTION)


class Source(QPlainTextEdit):
    """The XML as it is written. `left()`: the focus has gone."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is looked at."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class XmlInput(QWidget):
    """The input of a value that is an element. What cannot be XML is refused and said, never stored."""

    edited = Signal()
    committed = Signal()
    entered = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._stored: str | None = None
        self._value: str | None = None
        self._fixed = False
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(3)
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.source = Source(self)
        self.source.setTabChangesFocus(True)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.source)
        self.stack.setFixedHeight(_HEIGHT)
        self.note = label(role="blocking", wrap=True)
        self.note.hide()
        self.as_text = QToolButton(self)
        self.as_text.setCheckable(True)
        self.as_text.setProperty("role", "toggle")
        self.element = Button(icon_name="plus", role="link", clicked=self.add_element)
        self.attribute = Button(icon_name="plus", role="link", clicked=self.add_attribute)
        self.text = Button(icon_name="plus", role="link", clicked=self.add_text)
        self.remove = Button(role="link", clicked=self.remove_part)
        self.up = Button(role="link", clicked=lambda: self.shift(-1))
        self.down = Button(role="link", clicked=lambda: self.shift(1))
        self._tools = (self.element, self.attribute, self.text, self.remove, self.up, self.down)
        self._arrange()
        self.setFocusProxy(self.tree)
        self.tree.itemChanged.connect(self._changed)
        self.tree.currentItemChanged.connect(self._look)
        self.tree.installEventFilter(self)
        self.as_text.toggled.connect(self._turn)
        self.source.left.connect(self._typed)
        self.source.textChanged.connect(self.edited)
        self.retranslate("")

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in self._tools:
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.as_text)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(tools)
        box.addWidget(self.stack)
        box.addWidget(self.note)

    # What every input has

    def set_value(self, text: str | None) -> None:
        """Show a stored value."""
        again = text == self._value and self.tree.topLevelItemCount() > 0
        self._stored = self._value = text
        if not again:
            self._draw()

    def value(self) -> str | None:
        """The value as it would be stored."""
        if self.as_text.isChecked():
            return self.source.toPlainText() or None
        return self._value

    @property
    def dirty(self) -> bool:
        """Changed and not yet committed."""
        return self.value() != self._stored

    def set_read_only(self, fixed: bool) -> None:
        """Show without letting it be changed."""
        self._fixed = fixed
        self.source.setReadOnly(fixed)
        for button in self._tools:
            button.setVisible(not fixed)
        self._draw()

    def retranslate(self, _language: str) -> None:
        """Another language."""
        self.tree.setHeaderLabels([tr("Name"), tr("Value"), tr("Kind")])
        self.as_text.setText(tr("As text"))
        self.element.setText(tr("Element"))
        self.attribute.setText(tr("Attribute"))
        self.text.setText(tr("Text"))
        self.remove.setText(tr("Remove"))
        self.up.setText(tr("Up"))
        self.down.setText(tr("Down"))
        names = {
            self.element: tr("Add an element inside the chosen one"),
            self.attribute: tr("Add an attribute to the chosen element"),
            self.text: tr("Add a text inside the chosen element"),
            self.remove: tr("Remove the chosen part"),
            self.up: tr("Move the chosen part up"),
            self.down: tr("Move the chosen part down"),
            self.as_text: tr("Show the XML as it is written"),
        }
        for button, name in names.items():
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._draw()

    def setAccessibleName(self, name: str) -> None:
        """The name of the field, for the tree and the text alike."""
        super().setAccessibleName(name)
        self.tree.setAccessibleName(name)
        self.source.setAccessibleName(name)

    # Showing

    def _draw(self) -> None:
        place = self._place(self._current())
        part = parts_of(self._value) if self._value else None
        with QSignalBlocker(self.tree), QSignalBlocker(self.source):
            self.tree.clear()
            self.source.setPlainText(self._value or "")
            if part is not None:
                self._grow(None, part)
                self.tree.expandToDepth(2)
                self._choose(place)
        if self._value and part is None:
            self.as_text.setChecked(True)
        for column in (0, 1):
            self.tree.resizeColumnToContents(column)
        self._look()

    def _grow(self, above: QTreeWidgetItem | None, part: Part) -> None:
        item = QTreeWidgetItem()
        text = leaf_text(part)
        prefix = "@" if part.kind is PartKind.ATTRIBUTE else ""
        name = part.name if part.kind is not PartKind.NAMESPACE else f"xmlns:{part.name}"
        item.setText(0, prefix + name.removesuffix(":"))
        item.setText(1, text.value if text is not None else part.value)
        item.setText(2, tr(_KINDS[part.kind]))
        item.setData(0, _PART, part)
        if not self._fixed:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
        for below in part.parts:
            if below is not text:
                self._grow(item, below)

    def _current(self) -> QTreeWidgetItem | None:
        item: QTreeWidgetItem | None = self.tree.currentItem()
        return item

    def _place(self, item: QTreeWidgetItem | None) -> list[int]:
        found: list[int] = []
        while item is not None and item.parent() is not None:
            found.insert(0, item.parent().indexOfChild(item))
            item = item.parent()
        return found

    def _choose(self, place: list[int]) -> None:
        item = self.tree.topLevelItem(0)
        for number in place:
            if item is None or number >= item.childCount():
                break
            item = item.child(number)
        if item is not None:
            self.tree.setCurrentItem(item)

    def _look(self, *_: object) -> None:
        """What can be done with the chosen part."""
        item = self._current()
        tree = not self.as_text.isChecked()
        chosen = tree and item is not None
        for button in (self.element, self.attribute, self.text):
            button.setEnabled(chosen or (tree and not self._value))
        for button in (self.remove, self.up, self.down):
            button.setEnabled(chosen and item is not None and item.parent() is not None)

    # Changing

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        part: Part = item.data(0, _PART)
        typed = item.text(column)
        if column == 0 and part.kind in _NAMED:
            name = typed.strip().removeprefix("@")
            part.name = (
                name.removeprefix("xmlns").removeprefix(":")
                if part.kind is PartKind.NAMESPACE
                else name
            )
        elif column == 1 and part.kind is PartKind.ELEMENT:
            text = leaf_text(part)
            if text is not None:
                text.value = typed
            elif typed and not _content(part):
                part.parts.append(Part(PartKind.TEXT, "", typed))
        elif column == 1:
            part.value = typed
        self._keep()

    def _keep(self) -> None:
        """Store the tree as it stands, or say why it is no XML and show what was there."""
        top = self.tree.topLevelItem(0)
        text = text_of(top.data(0, _PART)) if top is not None else ""
        self._take(text)
        self._draw()

    def _take(self, text: str) -> None:
        reason = why_not(text) if text else ""
        self.note.setText(tr("This is no XML: {why}").format(why=reason) if reason else "")
        self.note.setVisible(bool(reason))
        if not reason:
            self._value = text or None
            self.edited.emit()
            self.committed.emit()

    def _typed(self) -> None:
        if self._fixed or not self.as_text.isChecked():
            return
        text = self.source.toPlainText().strip()
        if text != (self._value or ""):
            self._take(text)

    def _turn(self, as_text: bool) -> None:
        if not as_text:
            self._typed_back()
        self.stack.setCurrentWidget(self.source if as_text else self.tree)
        self.setFocusProxy(self.source if as_text else self.tree)
        self._look()

    def _typed_back(self) -> None:
        """From the text back to the tree: what is no XML stays a text."""
        text = self.source.toPlainText().strip()
        if text and why_not(text):
            with QSignalBlocker(self.as_text):
                self.as_text.setChecked(True)
            self._take(text)
            return
        self._value = text or None
        self._draw()

    def _holder(self) -> Part | None:
        """The element that the chosen part is or stands in."""
        item = self._current() or self.tree.topLevelItem(0)
        if item is None:
            return None
        part: Part = item.data(0, _PART)
        if part.kind is not PartKind.ELEMENT:
            part = item.parent().data(0, _PART)
        return part

    def _add(self, made: Callable[[Part], Part]) -> None:
        holder = self._holder()
        if holder is not None:
            holder.parts.append(made(holder))
            self._keep()
        elif not self._value:
            self._take("<element></element>")
            self._draw()

    def add_element(self) -> None:
        """An empty element inside the chosen one, under the same prefix."""
        self._add(lambda holder: Part(PartKind.ELEMENT, _prefix(holder) + _free(holder, "element")))

    def add_attribute(self) -> None:
        """An empty attribute of the chosen element."""
        self._add(lambda holder: Part(PartKind.ATTRIBUTE, _free(holder, "attribute")))

    def add_text(self) -> None:
        """A text at the end of the chosen element."""
        self._add(lambda _holder: Part(PartKind.TEXT, "", tr("text")))

    def remove_part(self) -> None:
        """Take the chosen part away."""
        item = self._current()
        if item is not None and item.parent() is not None:
            above: Part = item.parent().data(0, _PART)
            part = item.data(0, _PART)
            above.parts[:] = [one for one in above.parts if one is not part]
            self._keep()

    def shift(self, by: int) -> None:
        """Let the chosen part change places with its neighbour."""
        item = self._current()
        if item is None or item.parent() is None:
            return
        above: Part = item.parent().data(0, _PART)
        part = item.data(0, _PART)
        at = next(n for n, one in enumerate(above.parts) if one is part)
        to = at + by
        if 0 <= to < len(above.parts):
            above.parts[at], above.parts[to] = above.parts[to], above.parts[at]
            number = item.parent().indexOfChild(item) + by
            place = [*self._place(item)[:-1], number]
            self._keep()
            self._choose(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell who has the focus."""
        if watched is self.tree and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)


def _content(part: Part) -> list[Part]:
    tags = (PartKind.ATTRIBUTE, PartKind.NAMESPACE)
    return [item for item in part.parts if item.kind not in tags]


def _prefix(part: Part) -> str:
    prefix, colon, _ = part.name.rpartition(":")
    return prefix + colon


def _free(holder: Part, name: str) -> str:
    taken = {part.name.rpartition(":")[2] for part in holder.parts}
    return next(n for k in range(1, 10_000) if (n := name if k == 1 else f"{name}{k}") not in taken)
