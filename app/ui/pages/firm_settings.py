"""What the firm says once about itself: its licence, its financial year, when explanations lapse."""

from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services.firm import FirmSetting, list_firm, set_firm
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.widgets.basic import label
from app.ui.widgets.changed import Changed, say_changed
from app.ui.widgets.choice import Choice
from app.ui.widgets.notice import Notice


class FirmSettings(QFrame):
    """One line a setting; Enter or leaving the line keeps it, an empty line takes it back."""

    def __init__(self, context: Context, notice: Notice) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._notice = context, notice
        self.lines: dict[str, QLineEdit] = {}
        self.boxes: dict[str, Choice] = {}
        self._kept: dict[str, str] = {}
        self._title = label(role="title")
        self._text = label(role="muted", wrap=True)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addLayout(self._form)
        layout.addWidget(self._text)

    def reload(self) -> None:
        """Read what the firm has said."""
        desk = self._context.desk
        self._context.tasks.run(lambda: list_firm(desk), self._show, self._notice.fail, owner=self)

    def _show(self, found: list[FirmSetting]) -> None:
        self._title.setText(tr("The firm"))
        self._text.setText(
            tr("Deadlines and proposals follow from this. A change is kept in the history; an empty"
               " line takes it back.")
        )  # fmt: skip
        if {*self.lines, *self.boxes} != {item.name for item in found}:
            self._make(found)
        for item in found:
            line: QWidget = self.boxes.get(item.name) or self.lines[item.name]
            name = self._form.labelForField(line)
            words = item.label(self._context.language)
            if name is not None:
                name.setProperty("text", words)
            line.setAccessibleName(words)
            self._kept[item.name] = item.value
            if isinstance(line, Choice):
                self._fill(item, line)
            elif isinstance(line, QLineEdit):
                self._write(item, line)

    def _fill(self, item: FirmSetting, box: Choice) -> None:
        box.clear()
        for choice in item.words:
            box.addItem(item.word(choice, self._context.language), choice)
        box.setCurrentIndex(box.findData(item.value))

    def _write(self, item: FirmSetting, line: QLineEdit) -> None:
        line.setPlaceholderText(item.form)
        if not line.hasFocus() or not line.isModified():
            line.setText(item.value)

    def _make(self, found: list[FirmSetting]) -> None:
        for item in found:
            words = label("", "strong")
            if item.words:
                box = Choice()
                box.setMinimumWidth(320)
                box.setToolTip(item.name)
                box.activated.connect(lambda _line, name=item.name: self._picked(name))
                words.setBuddy(box)
                self._form.addRow(words, box)
                self.boxes[item.name] = box
                continue
            line = QLineEdit()
            line.setMaximumWidth(320)
            line.setToolTip(item.name)
            line.editingFinished.connect(lambda name=item.name: self._typed(name))
            words.setBuddy(line)
            self._form.addRow(words, line)
            self.lines[item.name] = line

    def _picked(self, name: str) -> None:
        self._keep(name, str(self.boxes[name].currentData()))

    def _typed(self, name: str) -> None:
        self._keep(name, self.lines[name].text().strip())

    def _keep(self, name: str, text: str) -> None:
        if text == self._kept.get(name):
            return
        desk, before = self._context.desk, self._kept.get(name, "")
        self._kept[name] = text  # leaving the line after Enter tells the same once more

        def said(changes: Changes) -> None:
            self._context.changes.tell(changes)
            self.reload()
            shown: QWidget = self.boxes.get(name) or self.lines[name]
            what = Changed(shown.accessibleName(), self._word(name, before), self._word(name, text))
            say_changed(self._context, self._notice, what, lambda: set_firm(desk, name, before))

        self._context.tasks.run(lambda: set_firm(desk, name, text), said, self._refused, owner=self)

    def _word(self, name: str, value: str) -> str:
        box = self.boxes.get(name)
        return box.itemText(box.findData(value)) if box is not None else value

    def _refused(self, error: BaseException) -> None:
        self._notice.fail(error)
        self.reload()
