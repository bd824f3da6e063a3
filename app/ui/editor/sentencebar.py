"""The chosen finding in full: its whole sentence, and what it rests on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.finding import Finding
from app.ui.editor.session import Session
from app.ui.editor.words import place_text
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS, IconLabel
from app.ui.sentences import finding_words
from app.ui.widgets.basic import label
from app.ui.words import certainty_word, citation_words


class SentenceBar(QWidget):
    """Below the findings; hidden while none is chosen."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._icon = IconLabel()
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 16, 6)
        box.setSpacing(10)
        box.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.text, 1)
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Another finding is chosen."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        language = self._session.language
        self._icon.show_icon(SEVERITY_ICONS[finding.severity], SEVERITY_TOKENS[finding.severity])
        parts = [finding_words(finding, language)]
        if finding.path:
            parts.insert(0, place_text(self._session.schema, finding.path, language))
        if finding.citation:
            certainty = certainty_word(finding.certainty)
            cited = citation_words(finding.citation)
            parts.append(f"{cited} ({certainty})" if certainty else cited)
        self.text.setText(" · ".join(parts))
