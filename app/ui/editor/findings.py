"""The findings: one verdict line, and every finding with a way to its field."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.finding import Finding, Severity, Verdict
from app.services.lastcheck import LastCheck
from app.ui.editor.findingsmodel import (
    COLUMNS,
    FINDING_ROLE,
    NUMBERS,
    Column,
    FindingsModel,
    Grouping,
)
from app.ui.editor.findingstools import FindingsTools
from app.ui.editor.hintbar import HintBar
from app.ui.editor.proposalbar import ProposalBar
from app.ui.editor.session import Session
from app.ui.i18n import noop, ntr, tr
from app.ui.icons import IconLabel
from app.ui.theme import number_font
from app.ui.widgets.basic import Button, label, set_role
from app.ui.widgets.choice import Choice
from app.ui.words import moment_words, severity_word

_WIDTHS = {
    Column.SEVERITY: 145,
    Column.CODE: 130,
    Column.PLACE: 190,
    Column.MESSAGE: 260,
    Column.EXPECTED: 92,
    Column.FOUND: 92,
    Column.DIFFERENCE: 92,
    Column.STATUS: 165,
}
# What a column keeps when the window is narrow; the tooltip then tells the rest.
_LEAST = {
    Column.SEVERITY: 100,
    Column.CODE: 88,
    Column.PLACE: 84,
    Column.MESSAGE: 130,
    Column.STATUS: 112,
}
_WIDEST_NUMBER = 230
_LEAST_HEIGHT = 124  # the titles and three findings
_GROUPINGS = {
    Grouping.NONE: noop("Not grouped"),
    Grouping.RULE: noop("By rule"),
    Grouping.TABLE: noop("By table"),
}


class FindingsView(QTreeView):
    """Enter and double click go to the field; typing in the status of a soft finding explains it."""

    def __init__(self, owner: "FindingsPanel") -> None:
        super().__init__(owner)
        self._owner = owner
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setFont(number_font(self.font()))
        self.setProperty("role", "findings")
        self.doubleClicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence takes what the other columns leave."""
        super().resizeEvent(event)
        self._owner.share_width()

    def _enter(self, index: QModelIndex) -> None:
        """In a status that can be explained Enter explains; anywhere else it goes to the field."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._owner.open(index)

    def _open(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._owner.open(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or explains, Ctrl+Enter explains as proposed, Ctrl+C copies the row, F2 explains
        from whichever column.
        """
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and not editing:
            self._owner.proposal.take_over()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self._enter(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._owner.copy()
        elif event.key() == Qt.Key.Key_F2:
            self.edit(self.currentIndex().siblingAtColumn(COLUMNS.index(Column.STATUS)))
        else:
            super().keyPressEvent(event)


class PlaceDelegate(QStyledItemDelegate):
    """The end of a place says more than its beginning."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave out at the left."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class ExplanationDelegate(QStyledItemDelegate):
    """A sentence is typed over the whole end of the line, where all of it can be read."""

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """From where the message begins to the end of the line."""
        super().updateEditorGeometry(editor, option, index)
        view = self.parent()
        assert isinstance(view, QTreeView)
        place = editor.geometry()
        place.setLeft(view.columnViewportPosition(COLUMNS.index(Column.MESSAGE)))
        editor.setGeometry(place)


class FindingsPanel(QWidget):
    """Follows one `Session`; a plain widget, so a window may also put it into a dock."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current: Finding | None = None
        self._widths = dict(_WIDTHS)
        self._sharing = False
        self.model = FindingsModel(self._explain, self)
        self.model.proposal = session.proposal
        self.proposal = ProposalBar(session, self)
        self.hint = HintBar(session, self)
        self.tools = FindingsTools(session, self)
        self.icon = IconLabel()
        self.verdict = label(role="strong")
        self.counts = label(role="muted")
        self.severity = Choice(self)
        self.grouping = Choice(self)
        self.copy_button = Button(icon_name="copy", role="link", clicked=self.copy)
        self.check = Button(icon_name="verify", clicked=session.check)
        self.view = FindingsView(self)
        self.view.setModel(self.model)
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(60)
        header.sectionResized.connect(self._resized)
        self.view.setItemDelegateForColumn(COLUMNS.index(Column.PLACE), PlaceDelegate(self.view))
        self.view.setItemDelegateForColumn(
            COLUMNS.index(Column.STATUS), ExplanationDelegate(self.view)
        )
        self._arrange()
        self.severity.currentIndexChanged.connect(self._filter)
        self.grouping.currentIndexChanged.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._propose)
        session.checked.connect(self.show_verdict)
        session.checking.connect(self._say)
        session.remembered.connect(self._remembered)
        session.hinted.connect(self._propose)
        session.touched.connect(self._say)
        session.loaded.connect(self._say)
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.icon)
        head.addWidget(self.verdict)
        head.addWidget(self.counts)
        head.addStretch(1)
        for widget in (self.severity, self.grouping, self.copy_button, self.tools, self.check):
            head.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.view, 1)
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
        self.proposal.show_finding(chosen)
        self.hint.show_finding(chosen)
        if self.proposal.isVisible() or self.hint.isVisible():  # they have taken room from the list
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
            number = COLUMNS.index(column)
            self.view.setColumnHidden(number, not shown)
            wanted = self.view.sizeHintForColumn(number) + 8
            self._widths[column] = min(_WIDEST_NUMBER, max(_WIDTHS[column], wanted))
        self.share_width()

    def share_width(self) -> None:
        """Fit all columns into the view; the sentence takes what the others leave."""
        shown = [c for n, c in enumerate(COLUMNS) if not self.view.isColumnHidden(n)]
        widths = shared(self.view.viewport().width(), {c: self._widths[c] for c in shown})
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
        self.tools.setEnabled(verdict is not None and bool(verdict.findings))

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
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setAccessibleName(tr("Copy the chosen finding"))
        self.tools.retranslate()
        self.view.setAccessibleName(tr("Findings"))
        self.show_verdict()

    def _filter(self) -> None:
        # Qt gives an enumeration that is a text back as the text alone.
        chosen = self.severity.currentData()
        self.model.arrange(
            self.grouping.currentData() or Grouping.NONE, Severity(chosen) if chosen else None
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

    def explain_next(self) -> None:
        """Choose the first finding that still needs an explanation and open it for typing."""
        for finding in self.model.ordered():
            if finding.severity is Severity.EXPLAIN and not finding.explanation:
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


def shared(room: int, wanted: dict[Column, int]) -> dict[Column, int]:
    """Widths in pixels that fit the room: each column shrinks towards its least in proportion."""
    least = {
        column: width if column in NUMBERS else min(width, _LEAST[column])  # a figure is never cut
        for column, width in wanted.items()
    }
    spare, asked = room - sum(least.values()), sum(wanted.values()) - sum(least.values())
    part = min(1000, max(0, spare * 1000 // asked)) if asked else 0
    widths = {c: least[c] + (wanted[c] - least[c]) * part // 1000 for c in wanted}
    rest = room - sum(widths.values())
    widths[Column.MESSAGE] += max(0, rest)
    return widths


def verdict_line(verdict: Verdict | None) -> tuple[str, str, str]:
    """The verdict in one line, with its tone and icon: “2 blocking in 2 rules · 5 need explanation”."""
    if verdict is None:
        return tr("Not checked yet"), "", ""
    parts = []
    blocking = [item for item in verdict.findings if item.severity is Severity.BLOCKING]
    if blocking:
        rules = ntr("{n} rule", "{n} rules", len({item.code for item in blocking}))
        parts.append(tr("{n} blocking in {rules}").format(n=f"{len(blocking):,}", rules=rules))
    if verdict.unexplained:
        parts.append(ntr("{n} needs explanation", "{n} need explanation", verdict.unexplained))
    if not parts:
        return tr("No finding stands in the way"), "done", "done"
    tone = "blocking" if blocking else "explain"
    return " · ".join(parts), tone, tone


def past_line(checked: LastCheck) -> str:
    """What the history says of a check whose findings are not at hand any more."""
    text = (
        tr("Checked {when}, changed since then")
        if checked.stale
        else tr("Checked {when}, unchanged since")
    )
    return text.format(when=moment_words(checked.at))


def count_line(verdict: Verdict | None) -> str:
    """How many rules and places: “3 rules, 412 places”."""
    if verdict is None or not verdict.findings:
        return ""
    rules = ntr("{n} rule", "{n} rules", len({item.code for item in verdict.findings}))
    places = len({(item.path or "").rpartition("/")[0] for item in verdict.findings})
    return f"{rules}, " + ntr("{n} row", "{n} rows", places)
