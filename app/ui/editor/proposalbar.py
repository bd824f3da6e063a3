"""What the last filed return said of the chosen finding: then and now, and whether it still fits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.domain.amounts import grouped
from app.domain.finding import Finding
from app.ui.editor.session import Session
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.widgets.basic import Button, column, set_role
from app.ui.words import period_words

if TYPE_CHECKING:
    from app.services.proposals import Proposal


class OneLine(QLabel):
    """A sentence on one line, cut at its end where there is no room; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show a sentence."""
        self.setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The beginning of the text, as far as it fits."""
        painter = QPainter(self)
        text = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class ProposalBar(QWidget):
    """Below the findings; hidden while the chosen one has no proposal."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.finding: Finding | None = None
        self._icon = IconLabel("history", "muted")
        self.figures = OneLine()
        set_role(self.figures, "strong")
        self.text = OneLine()
        self.take = Button(icon_name="copy", clicked=self.take_over)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addLayout(column(self.figures, self.text, spacing=2), 1)
        layout.addWidget(self.take)
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Another finding is chosen."""
        self.finding = finding
        proposal = self._session.proposal(finding) if finding is not None else None
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        self.figures.say(then_and_now(proposal))
        said = tr("“{text}”").format(text=proposal.text)
        if proposal.lapsed:
            said = tr("{said} has lapsed: {why}").format(said=said, why=lapse_words(proposal))
        self.text.say(said)
        self.take.setText(tr("Take over"))
        self.take.setToolTip(tr("Explain it as last time (Ctrl+Enter)"))
        self.take.setAccessibleName(
            tr("Take over the explanation: {text}").format(text=proposal.text)
        )
        self.take.setVisible(not proposal.lapsed and self._session.editable)

    def take_over(self) -> None:
        """Explain the finding as it was explained then."""
        if self.finding is None:
            return
        proposal = self._session.proposal(self.finding)
        if proposal is not None and not proposal.lapsed and self._session.editable:
            self._session.take_over(self.finding)


def then_and_now(proposal: "Proposal") -> str:
    """“September 2026: 0.0041 against 0.0050, now 0.0043 against 0.0050”."""
    finding = proposal.finding
    return tr("{period}: {then}; now: {now}").format(
        period=period_words(proposal.source.period),
        then=_figures(proposal.left_before, proposal.right_before, proposal.difference_before),
        now=_figures(finding.left, finding.right, finding.difference),
    )


def _figures(left: str | None, right: str | None, difference: str | None) -> str:
    if left is None and right is None:
        return tr("no figures")
    if right is None:
        return grouped(left or "")
    text = tr("{left} against {right}").format(left=grouped(left or "—"), right=grouped(right))
    if difference is not None:
        text += tr(", difference {difference}").format(difference=grouped(difference))
    return text


def lapse_words(proposal: "Proposal") -> str:
    """Why it cannot be taken over."""
    return tr("the difference has grown from {then} to {now}, more than the firm allows").format(
        then=grouped(proposal.difference_before or "0"),
        now=grouped(proposal.finding.difference or "0"),
    )
