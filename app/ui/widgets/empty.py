"""An empty list says what to do first and offers it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.icons import IconLabel
from app.ui.widgets.basic import Button, label

_TALL = 12
"""Lines of text from which there is room for the icon."""


class EmptyState(QFrame):
    """An icon, a sentence, and the first thing to do."""

    def __init__(
        self, icon_name: str, clicked: Callable[[], None] | None = None, button_icon: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = label(role="title")
        self.text = label(role="muted", wrap=True)
        self.button = Button("", button_icon, role="primary", clicked=clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel(icon_name, "muted", 40)
        layout.addWidget(self._icon, alignment=middle)
        layout.addWidget(self.title, alignment=middle)
        self.text.setAlignment(middle)
        layout.addWidget(self.text)
        layout.addWidget(self.button, alignment=middle)
        self.button.setVisible(clicked is not None)  # only now: alone it would be a window
        layout.addStretch(2)

    def say(self, title: str, text: str, button: str = "") -> None:
        """Set the words."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut; the icon gives way first."""
        size, layout = super().minimumSizeHint(), self.layout()
        if layout is None or self.width() < size.width():
            return size
        return QSize(size.width(), layout.minimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has another height."""
        super().resizeEvent(event)
        self._icon.setVisible(self.height() > _TALL * self.fontMetrics().height())
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
