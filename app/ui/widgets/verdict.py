"""The answer to a signature: valid, not valid, or cannot be determined, always with the reasons."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.signing.verify import Verification
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.sentences import sentence
from app.ui.widgets.basic import label, row, set_role
from app.ui.words import digest_words, moment_words, verdict_word

_TONES = {"valid": "done", "invalid": "blocking", "indeterminate": "explain"}
_ICONS = {"valid": "verify", "invalid": "blocking", "indeterminate": "unknown"}


class VerdictCard(QFrame):
    """Shows one verification."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._found: Verification | None = None
        self._icon = IconLabel(size=24)
        self.word = label(role="title")
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(row(self._icon, self.word, None))
        layout.addWidget(self.text)

    def show_verification(self, found: Verification) -> None:
        """Another answer."""
        self._found = found
        self._draw()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        self._icon.show_icon(_ICONS[found.verdict], _TONES[found.verdict])
        self.word.setText(verdict_word(found.verdict))
        set_role(self.word, "title")
        lines = [sentence(reason) for reason in found.reasons]
        if found.signer:
            lines.append(tr("Signer: {name}").format(name=found.signer))
        if found.signed_at:
            lines.append(
                tr("Signed at (as the signer claims): {moment}").format(
                    moment=moment_words(found.signed_at)
                )
            )
        if found.document_sha256:
            lines.append(
                tr("SHA-256 of the content: {digest}").format(
                    digest=digest_words(found.document_sha256)
                )
            )
        self.text.setText("\n".join(lines))
        self.setAccessibleName(f"{self.word.text()}: {self.text.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)
