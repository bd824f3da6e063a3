"""The choices that the packs leave to the firm, such as what counts as cold."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout

from app.domain.changes import Changes
from app.services.choices import Chosen
from app.services.settings import list_settings, set_setting
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.widgets.basic import label
from app.ui.widgets.changed import Changed, say_changed
from app.ui.widgets.choice import Choice
from app.ui.widgets.notice import Notice


class PackSettings(QFrame):
    """One line a setting; hidden when the packs have none."""

    def __init__(self, context: Context, notice: Notice) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._notice = context, notice
        self.boxes: dict[str, Choice] = {}
        self._known: dict[str, Chosen] = {}
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
        self.hide()

    def reload(self) -> None:
        """Read the settings of all packs."""
        desk = self._context.desk
        self._context.tasks.run(
            lambda: list_settings(desk), self._show, self._notice.fail, owner=self
        )

    def _show(self, found: list[Chosen]) -> None:
        self._title.setText(tr("Rules of the packs"))
        self._text.setText(tr("Rules read these choices. A change is kept in the history."))
        if set(self.boxes) != {setting.name for setting in found}:
            self._make(found)
        for setting in found:
            self._known[setting.name] = setting
            self._fill(setting, self.boxes[setting.name])
        self.setVisible(bool(found))

    def _make(self, found: list[Chosen]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.boxes = {}
        for setting in found:
            box = Choice()
            box.setMinimumWidth(320)
            box.setToolTip(setting.name)
            box.activated.connect(self._chosen(setting.name, box))
            self._form.addRow(label("", "strong", wrap=True), box)
            self.boxes[setting.name] = box

    def _fill(self, setting: Chosen, box: Choice) -> None:
        language = self._context.language
        words = setting.label(language)
        name = self._form.labelForField(box)
        if name is not None:
            name.setProperty("text", words)
        box.setAccessibleName(words)
        box.clear()
        for choice in setting.choices:
            box.addItem(setting.word(choice, language), choice)
        box.setCurrentIndex(box.findData(setting.value))

    def _chosen(self, name: str, box: Choice) -> Callable[[int], None]:
        def chosen(index: int) -> None:
            desk, setting, value = self._context.desk, self._known[name], box.itemData(index)
            if value == setting.value:
                return

            def kept(changes: Changes) -> None:
                self._context.changes.tell(changes)
                language = self._context.language
                what = Changed(
                    setting.label(language),
                    setting.word(setting.value, language),
                    setting.word(value, language),
                )
                say_changed(
                    self._context,
                    self._notice,
                    what,
                    lambda: set_setting(desk, name, setting.value),
                )

            self._context.tasks.run(
                lambda: set_setting(desk, name, value), kept, self._refused, owner=self
            )

        return chosen

    def _refused(self, error: BaseException) -> None:
        self._notice.fail(error)
        self.reload()
