"""The field at the top right that leads to every command, page and return."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from app.ui.i18n import tr
from app.ui.palette import shown_keys
from app.ui.widgets.basic import Button


class SearchField(Button):
    """Looks like a field and opens the palette, which has the real one; Ctrl+K does the same."""

    def __init__(self, menu_bar: QMenuBar) -> None:
        super().__init__("", "search", role="search")
        self._bar = menu_bar
        self._keys = ""
        if not menu_bar.isNativeMenuBar():
            menu_bar.setCornerWidget(self, Qt.Corner.TopRightCorner)

    def show_keys(self, action: QAction) -> None:
        """Say the keys, and do what the entry of the menu does."""
        self._keys = shown_keys(action.shortcut())
        self.clicked.connect(action.trigger)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        words = tr("Search or command")
        self.setText(f"{words}    {self._keys}")
        self.setAccessibleName(words)
        self._fit()
        self.setToolTip(tr("Every command, page and return by a few letters"))

    def _fit(self) -> None:
        """The menu bar gives its corner the width of the first text and keeps it."""
        self.ensurePolished()
        wanted = self.sizeHint().width() + 8
        if wanted != self.width():
            self.setFixedWidth(wanted)
            if self._bar.cornerWidget(Qt.Corner.TopRightCorner) is self:
                self._bar.setCornerWidget(self, Qt.Corner.TopRightCorner)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
