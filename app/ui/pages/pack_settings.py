"""The choices that the packs leave to the firm, such as what counts as cold."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QVBoxLayout

from app.domain.changes import Changes
from app.services.choices import Chosen
from app.services.settings import list_settings, set_setting
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.widgets.basic import label
from app.ui.widgets.notice import Notice


class PackSettings(QFrame):
    """One line a setting; hidden when the packs have none."""

    def __init__(self, context: Context, notice: Notice) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._notice = context, notice
        self.boxes: dict[str, QComboBox] = {}
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
        while self._form.rowCount():
            self._form.removeRow(0)
        self.boxes = {}
        for setting in found:
            box = QComboBox()
            box.setMinimumWidth(320)
            for choice in setting.choices:
                box.addItem(setting.word(choice, self._context.language), choice)
            box.setCurrentIndex(box.findData(setting.value))
            name = label(setting.label(self._context.language), "strong", wrap=True)
            box.setAccessibleName(name.text())
            box.setToolTip(setting.name)
            box.activated.connect(self._chosen(setting.name, box))
            self._form.addRow(name, box)
            self.boxes[setting.name] = box
        self.setVisible(bool(found))

    def _chosen(self, name: str, box: QComboBox) -> Callable[[int], None]:
        def chosen(index: int) -> None:
            desk, value = self._context.desk, box.itemData(index)
            self._context.tasks.run(
                lambda: set_setting(desk, name, value), self._kept, self._notice.fail, owner=self
            )

        return chosen

    def _kept(self, changes: Changes) -> None:
        self._context.changes.tell(changes)
