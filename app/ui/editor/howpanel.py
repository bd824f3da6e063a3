"""How a value is computed: the formula in words, and every input with its value and where it is from."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.computed import Computed
from app.ui.editor.override import OverrideLine
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.widgets.basic import label
from app.ui.words import certainty_word


class HowPanel(QWidget):
    """A part of the panel at the right; hidden for a field that no formula gives."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._title = label(role="small")
        self.words = label(wrap=True)
        self.source = label(role="small", wrap=True)
        self.override = OverrideLine(session, self)
        self.inputs = QVBoxLayout()
        self.inputs.setSpacing(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self._title, self.words, self.source, self.override):
            box.addWidget(widget)
        box.addLayout(self.inputs)
        self.hide()

    def show_formula(self, computed: Computed | None) -> None:
        """The formula of a field in words; nothing hides all."""
        self.setVisible(computed is not None)
        if computed is None:
            return
        self._title.setText(tr("How it is computed"))
        self.words.setText(computed.words(self._session.language))
        sure = certainty_word(computed.certainty)
        self.source.setText(f"{computed.citation} ({sure})" if sure else computed.citation)

    def show_given(self, row: int, key: str, path: str, name: str, *, given: bool) -> None:
        """Whether the value is somebody's: then the way back to the formula stands here."""
        self.override.bind(row, key, path, name)
        self.override.reason.setVisible(self._session.reason_wanted(row, key, path))
        self.override.setVisible(given)
