"""The findings: one verdict line, and every finding with a way to its field."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.finding import Finding, Severity
from app.ui.editor.findingscolumns import FITTED, WIDEST, WIDEST_CODE, WIDTHS, shared
from app.ui.editor.findingsmodel import (
    COLUMNS,
    FINDING_ROLE,
    Column,
    FindingsModel,
    Grouping,
)
from app.ui.editor.findingstools import FindingsTools
from app.ui.editor.findingsview import FindingsView
from app.ui.editor.findingswords import count_line, past_line, verdict_line
from app.ui.editor.hintbar import HintBar
from app.ui.editor.proposalbar import ProposalBar
from app.ui.editor.sentencebar import SentenceBar
from app.ui.editor.session import Session
from app.ui.i18n import noop, tr
from app.ui.icons import IconLabel
from app.ui.widgets.basic import Button, label, row, set_role
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import Flow
from app.ui.widgets.whole import KeepWhole
from app.ui.words import severity_word

_LEAST_HEIGHT = 96  # the titles and two findings
_GROUPINGS = {
    Grouping.NONE: noop("Not grouped"),
    Grouping.RULE: noop("By rule"),
    Grouping.TABLE: noop("By table"),
}


class FindingsPanel(QWidget):
    """Follows one `Session`. Folded it is the verdict's line alone; without a finding it always is.

    Signals:
        folding(): it was folded or opened.
    """

    folding = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current: Finding | None = None
        self._widths = dict(WIDTHS)
        self._sharing = False
        self.wants_fold = False
        self.folded = False
        self.model = FindingsModel(self._explain, self)
        self.model.proposal = session.proposal
        self.proposal = ProposalBar(session, self)
        self.hint = HintBar(session, self)
        self.sentence = SentenceBar(session, self)
        self.tools = FindingsTools(session, self)
        self.icon = IconLabel()
        self.verdict = label(role="strong")
        self.counts = label(role="muted")
        self.severity = Choice(self)
        self.grouping = Choice(self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(150)
        self.search.setMinimumWidth(80)
        self.check = Button(icon_name="verify", clicked=session.check)
        self.fold_button = Button(icon_name="chevron-down", role="link")
        self.view = FindingsView(self, self)
        self.view.setModel(self.model)
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(36)
        header.sectionResized.connect(self._resized)
        self._arrange()
        self.severity.currentIndexChanged.connect(self._filter)
        self.grouping.currentIndexChanged.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.tools.copy.triggered.connect(self.copy)
        self.view.selectionModel().currentChanged.connect(self._propose)
        session.checked.connect(self.show_verdict)
        session.checking.connect(self._say)
        session.remembered.connect(self._remembered)
        session.hinted.connect(self._propose)
        session.touched.connect(self._say)
        session.loaded.connect(self._say)
        self.retranslate()
        KeepWhole(self)

    def _arrange(self) -> None:
        head = Flow(head=True)
        head.setContentsMargins(16, 6, 12, 6)
        head.addLayout(row(self.icon, self.verdict, self.counts, None))
        for widget in (self.search, self.severity, self.grouping, self.tools, self.check):
            head.addWidget(widget)
        head.addWidget(self.fold_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.view, 1)
        box.addWidget(self.sentence)
        box.addWidget(self.hint)
        box.addWidget(self.proposal)

    # What is shown

    def show_verdict(self) -> None:
        """Another verdict, or another language."""
        verdict = self._session.verdict
        schema = self._session.schema if self._session.form else None
        kept = self._current
        self.model.editable = self._session.editable
        self.model.show_findings(
            verdict.findings if verdict else (), schema, self._session.language
        )
        self._hide_empty()
        self._grouped()
        self._say()
        if kept is not None:
            self._choose(self._same(kept))
        self._propose()

    def _propose(self) -> None:
        """Another finding is current: say what was said of it last time."""
        found = self.view.currentIndex().siblingAtColumn(0).data(FINDING_ROLE)
        chosen = found if isinstance(found, Finding) else None
        if self.folded:
            return
        self.sentence.show_finding(chosen)
        self.proposal.show_finding(chosen)
        self.hint.show_finding(chosen)
        if chosen is not None:  # what is said of it has taken room from the list
            QTimer.singleShot(0, self, lambda: self.view.scrollTo(self.view.currentIndex()))

    def _remembered(self) -> None:
        self.model.proposals_changed()
        self._propose()

    def _hide_empty(self) -> None:
        """Columns that no finding fills give their room to the sentence."""
        found = self.model.ordered()
        filled = {
            Column.EXPECTED: any(item.right for item in found),
            Column.FOUND: any(item.left for item in found),
            Column.DIFFERENCE: any(item.difference for item in found),
        }
        for column, shown in filled.items():
            self.view.setColumnHidden(COLUMNS.index(column), not shown)
        self._fit_columns(found)
        self.share_width()

    def _fit_columns(self, found: list[Finding]) -> None:
        """Codes and figures are shown whole, whichever line they stand in."""
        metrics = self.view.fontMetrics()
        for column in FITTED:
            title = metrics.horizontalAdvance(tr(column.value)) * 11 // 10 + 26
            longest = max((self.model.text(item, column) for item in found), key=len, default="")
            widest = WIDEST_CODE if column is Column.CODE else WIDEST
            self._widths[column] = min(widest, max(title, metrics.horizontalAdvance(longest) + 26))

    def share_width(self) -> None:
        """Fit all columns into the view; the sentence takes what the others leave."""
        shown = [c for n, c in enumerate(COLUMNS) if not self.view.isColumnHidden(n)]
        widths = shared(self.view.viewport().width(), {c: self._widths[c] for c in shown})
        self.model.show_short(short=widths[Column.SEVERITY] < WIDTHS[Column.SEVERITY] - 40)
        self._sharing = True
        for column, width in widths.items():
            self.view.setColumnWidth(COLUMNS.index(column), width)
        self._sharing = False

    def _resized(self, number: int, _before: int, width: int) -> None:
        """A width that the user gives a column by hand stays the one that is wanted."""
        if not self._sharing and width:
            self._widths[COLUMNS[number]] = width

    def _same(self, kept: Finding) -> Finding | None:
        for finding in self.model.ordered():
            if (finding.code, finding.path) == (kept.code, kept.path):
                return finding
        return None

    def _grouped(self) -> None:
        groups = self.model.grouping is not Grouping.NONE
        self.view.setRootIsDecorated(groups)
        if groups:
            for row in range(self.model.rowCount()):
                self.view.setFirstColumnSpanned(row, QModelIndex(), True)
            if len(self.model.ordered()) <= 200:
                self.view.expandAll()

    def _say(self, _value: object = None) -> None:
        verdict = self._session.verdict
        text, tone, icon = verdict_line(verdict)
        form = self._session.form
        if verdict is None and form is not None and form.checked is not None:
            text = past_line(form.checked)
        elif verdict is not None and self._session.stale:
            text = tr("{verdict} (before the last change)").format(verdict=text)
        busy = self._session.busy
        if busy:
            text, tone, icon = tr("Checking…"), "", ""
        self.verdict.setText(text)
        set_role(self.verdict, tone or "strong")
        self.icon.setVisible(bool(icon))
        if icon:
            self.icon.show_icon(icon, tone)
        self.counts.setText(tr("Esc stops it") if busy else count_line(verdict))
        self.view.setAccessibleDescription(text)
        self.check.setEnabled(self._session.form is not None and not busy)
        self.check.setText(tr("Checking…") if busy else tr("Check"))
        found = verdict is not None and bool(verdict.findings)
        for tool in (self.tools, self.fold_button):
            tool.setVisible(found)
        self.counts.setVisible(busy or not self._session.stale)
        self._show_fold()

    def fold(self, *, folded: bool) -> None:
        """Fold the list, or open it as far as there is something to list."""
        self.wants_fold = folded
        self._show_fold()

    def _show_fold(self) -> None:
        verdict = self._session.verdict
        folded = self.wants_fold or verdict is None or not verdict.findings
        told = tr("Show the findings (Ctrl+J)") if folded else tr("Fold the findings (Ctrl+J)")
        self.fold_button.setToolTip(told)
        self.fold_button.setAccessibleName(told)
        self.fold_button.set_icon_name("chevron-up" if folded else "chevron-down")
        for widget in (self.view, self.search, self.severity, self.grouping):
            widget.setVisible(not folded)
        if folded:
            for bar in (self.sentence, self.hint, self.proposal):
                bar.hide()
        if folded is not self.folded:
            self.folded = folded
            self.folding.emit()
            self._propose()

    def retranslate(self) -> None:
        """Another language."""
        chosen = (self.severity.currentIndex(), self.grouping.currentIndex())
        for box in (self.severity, self.grouping):
            box.blockSignals(True)
            box.clear()
        self.severity.addItem(tr("All findings"), None)
        for severity in Severity:
            self.severity.addItem(severity_word(severity), severity)
        for grouping, text in _GROUPINGS.items():
            self.grouping.addItem(tr(text), grouping)
        for box, index in zip((self.severity, self.grouping), chosen, strict=True):
            box.setCurrentIndex(max(0, index))
            box.blockSignals(False)
        self.severity.setAccessibleName(tr("Which findings are shown"))
        self.grouping.setAccessibleName(tr("How findings are grouped"))
        self.check.setText(tr("Check"))
        self.check.setToolTip(tr("Check the return (F8)"))
        self.search.setPlaceholderText(tr("Filter"))
        self.search.setAccessibleName(tr("Show only findings that hold a text"))
        self.tools.retranslate()
        self.view.setAccessibleName(tr("Findings"))
        self.show_verdict()

    def _filter(self, _value: object = None) -> None:
        # Qt gives an enumeration that is a text back as the text alone.
        chosen = self.severity.currentData()
        self.model.arrange(
            self.grouping.currentData() or Grouping.NONE,
            Severity(chosen) if chosen else None,
            self.search.text(),
        )
        self._grouped()

    # What can be done

    def open(self, index: QModelIndex) -> None:
        """Go to the field of a finding; a group opens and closes."""
        finding = index.siblingAtColumn(0).data(FINDING_ROLE)
        if isinstance(finding, Finding):
            self._go(finding)
        elif index.isValid():
            top = index.siblingAtColumn(0)
            self.view.setExpanded(top, not self.view.isExpanded(top))

    def take_over(self) -> None:
        """Explain the chosen finding as last time."""
        self.proposal.take_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the filter goes to the list, Escape empties it."""
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.view.setFocus()
                self.view.setCurrentIndex(self.view.indexAt(QPoint(8, 8)))
                return True
        return super().eventFilter(watched, event)

    def explain_next(self) -> None:
        """Choose the first finding that still needs an explanation and open it for typing."""
        for finding in self.model.ordered():
            if finding.severity is Severity.EXPLAIN and not finding.explanation:
                self.fold(folded=False)
                self._choose(finding)
                place = self.view.currentIndex().siblingAtColumn(COLUMNS.index(Column.STATUS))
                self.view.setFocus()
                self.view.edit(place)
                return

    def step(self, by: int) -> None:
        """Go to the next or previous finding that has a place, round and round."""
        findings = [finding for finding in self.model.ordered() if finding.path]
        if not findings:
            return
        places = [number for number, item in enumerate(findings) if item is self._current]
        start = places[0] if places else (-1 if by > 0 else 0)
        self._go(findings[(start + by) % len(findings)])

    def _go(self, finding: Finding) -> None:
        self._choose(finding)
        if finding.path:
            self._session.go_to(finding.path)

    def _choose(self, finding: Finding | None) -> None:
        self._current = finding
        if finding is not None:
            index = self.model.index_of(finding)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def copy(self) -> None:
        """The current finding as one line of a spreadsheet."""
        index = self.view.currentIndex()
        if index.isValid():
            cells = [
                str(index.siblingAtColumn(number).data() or "") for number in range(len(COLUMNS))
            ]
            QGuiApplication.clipboard().setText("\t".join(cells) + "\n")

    def _explain(self, finding: Finding, text: str) -> None:
        session = self._session
        desk, number = session.context.desk, session.return_id

        def work() -> Changes:
            from app.services.explanations import explain  # noqa: PLC0415  (brings in the rules)

            return explain(desk, number, finding.code, finding.path, text)

        def done(changes: Changes) -> None:
            session.explained(finding, text)
            session.context.changes.tell(changes)

        # The cell's editor closes first: the model is about to be filled again.
        QTimer.singleShot(0, self, lambda: session.run(work, done))
