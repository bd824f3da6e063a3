"""The state of a return as a badge: icon, word and colour, never colour alone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.domain.states import State
from app.ui.icons import STATE_ICONS, STATE_TOKENS, IconLabel
from app.ui.theme import tokens
from app.ui.words import state_word


class StateBadge(QFrame):
    """Shows one state; `show_state(None)` is a return that nobody has begun."""

    def __init__(self, state: State | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel()
        self._word = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 10, 3)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._word)
        self._draw()

    def show_state(self, state: State | None) -> None:
        """Another state."""
        self._state = state
        self._draw()

    @property
    def text(self) -> str:
        """The word that is shown."""
        return self._word.text()

    def _draw(self) -> None:
        name = STATE_ICONS[self._state] if self._state else "todo"
        colour = STATE_TOKENS[self._state] if self._state else "muted"
        self._icon.show_icon(name, colour)
        self._word.setText(state_word(self._state))
        value = getattr(tokens(), colour)
        style = f"StateBadge {{ border: 1px solid {value}; border-radius: 13px; }}"
        style += f" QLabel {{ color: {value}; border: none; font-weight: 600; }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)

    def changeEvent(self, event: QEvent) -> None:
        """New colours or another language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._draw()
        super().changeEvent(event)
