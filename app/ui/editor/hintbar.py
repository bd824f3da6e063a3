"""Which figure, written otherwise, would mend the chosen finding, and the way to it."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.finding import Finding
from app.domain.hints import Hint, sentence
from app.domain.period import Period
from app.services.whatif import RULES
from app.ui.editor.proposalbar import OneLine
from app.ui.editor.session import Session
from app.ui.editor.words import place_text
from app.ui.i18n import tr
from app.ui.icons import IconLabel
from app.ui.widgets.basic import Button

_REPORTED = "XR-003"
"""The rule that asks for an incident report."""
_DAY = re.compile(r"DailyPositions/DailyPosition\[(\d+)\]/")


class HintBar(QWidget):
    """Below the findings; hidden while the chosen one has no hint.

    Signals:
        what_if(): the user wants to see which transfers would mend the ratio or the cover.
        incidents(): the user wants to make the incident report that the finding asks for.
    """

    what_if = Signal()
    incidents = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._hints: tuple[Hint, ...] = ()
        self.text = OneLine()
        self.go = Button(role="link", clicked=self.follow)
        self.calculate = Button(role="link", clicked=self.what_if.emit)
        self.report = Button(role="link", clicked=self.incidents.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setSpacing(10)
        layout.addWidget(IconLabel("information", "information"))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.go)
        layout.addWidget(self.calculate)
        layout.addWidget(self.report)
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Another finding is chosen."""
        key = (finding.code, finding.path or "") if finding is not None else None
        self._hints = self._session.hints.get(key, ()) if key else ()
        mendable = finding is not None and finding.code in RULES and not self._past(finding)
        reported = finding is not None and finding.code == _REPORTED
        self.setVisible(bool(self._hints) or mendable or reported)
        self.report.setVisible(reported)
        self.report.setText(tr("To the incidents"))
        self.calculate.setVisible(mendable)
        self.calculate.setText(tr("What if…"))
        self.go.setVisible(bool(self._hints))
        if not self._hints:
            text = ""
            if mendable:
                text = tr("Transfers to cold storage may bring ratio and cover back.")
            elif reported:
                text = tr("The incident report that is missing is begun on the page of incidents.")
            self.text.say(text)
            self.text.setAccessibleName(text)
            return
        schema, language = self._session.schema, self._session.language
        places = {hint.path: place_text(schema, hint.path, language) for hint in self._hints}
        text = sentence(self._hints, language, places)
        self.text.say(text)
        self.text.setAccessibleName(text)
        place = places[self._hints[0].path]
        self.go.setText(tr("Go to the figure"))
        self.go.setToolTip(place)
        self.go.setAccessibleName(tr("Go to {place}").format(place=place))

    def _past(self, finding: Finding) -> bool:
        """Whether it speaks of a day before the end of the period, which no transfer changes any more."""
        day = _DAY.match(finding.path or "")
        form = self._session.form
        if day is None or form is None:
            return False
        return int(day[1]) < Period.parse(form.record.period).end.day

    def follow(self) -> None:
        """Go to the first figure."""
        if self._hints:
            self._session.go_to(self._hints[0].path)
