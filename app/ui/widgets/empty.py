"""An empty list says what to do first and offers it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.icons import IconLabel
from app.ui.widgets.basic import Button, label


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
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon_name, "muted", 40), alignment=middle)
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
