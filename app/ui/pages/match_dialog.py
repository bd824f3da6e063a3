"""Match columns: which field each column of a workbook is for, proposed by name and content."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.excel.matching import ROWS, Match
from app.services.matching import Proposal
from app.ui.i18n import tr
from app.ui.pages.match_answers import Answers
from app.ui.pages.match_state import MatchState
from app.ui.pages.match_words import (
    codes_of,
    columns,
    count_words,
    sheet_words,
    tables_to_choose,
    target_words,
    trouble_words,
)
from app.ui.widgets.basic import Button, column, frame, label, row, scrolled
from app.ui.widgets.choice import Choice, Searchable, WholeNumber
from app.ui.widgets.notice import Notice
from app.ui.widgets.table import RecordsTable

_NONE = ""
"""What the list of fields has for a column that is not imported."""
_WIDTH, _HEIGHT = 1120, 700

Keep = Callable[[MatchState, str], None]


class MatchDialog(QDialog):
    """The sheets of a workbook, the columns of each with their fields, and the profile's name.

    `keep` gets the state and the name when the user is content.
    """

    def __init__(self, parent: QWidget, proposal: Proposal, language: str, keep: Keep) -> None:
        super().__init__(parent)
        self.state = MatchState(proposal)
        self._language, self._keep = language, keep
        self.notice = Notice()
        self.notice.hide()
        self.title = label(role="title")
        self.intro = label(role="muted", wrap=True)
        self.sheet = Choice()
        self.sheet.activated.connect(self._sheet_chosen)
        self.table = Searchable()
        self.table.activated.connect(self._table_chosen)
        self.header = WholeNumber()
        self.header.setRange(1, ROWS)
        self.header.setMinimumHeight(32)
        self.header.valueChanged.connect(self._header_chosen)
        self.counts = label(role="small")
        self.columns = RecordsTable(columns(lambda: self.state, lambda: self._language))
        self.columns.setSortingEnabled(False)
        self.columns.selected.connect(self._show_column)
        self.columns.opened.connect(self._to_field)
        self.which = label(role="strong")
        self.field = Searchable()
        self.field.activated.connect(self._field_chosen)
        self.again = Button("", "plus", clicked=self._use_again)
        self.words, self.constants = Answers(), Answers()
        self.name = QLineEdit(proposal.name)
        self.keep = Button("", "done", "primary", self._go)
        self.cancel = Button("", clicked=self.reject)
        self._labels = {name: label(role="muted") for name in ("sheet", "table", "header", "name")}
        self._heads = {name: label(role="strong", wrap=True) for name in ("words", "constants")}
        self._build()
        self.resize(_WIDTH, _HEIGHT)
        self.finished.connect(self.deleteLater)
        self.retranslate()
        self.columns.setFocus()

    def _build(self) -> None:
        texts = self._labels
        pairs = (
            ("sheet", self.sheet),
            ("table", self.table),
            ("header", self.header),
            ("name", self.name),
        )
        for name, widget in pairs:
            texts[name].setBuddy(widget)
        for box in (self.sheet, self.table, self.field):
            box.setMinimumContentsLength(24)
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.intro)
        layout.addWidget(self.notice)
        chosen = row(
            texts["sheet"],
            self.sheet,
            8,
            texts["table"],
            self.table,
            8,
            texts["header"],
            self.header,
        )
        chosen.setStretch(1, 1)
        chosen.setStretch(4, 1)
        layout.addLayout(chosen)
        layout.addWidget(self.columns, 3)
        field = row(self.which, self.field, self.again, None, self.counts)
        field.setStretch(1, 1)
        layout.addLayout(field)
        below = row(
            self._card("words", self.words), self._card("constants", self.constants), spacing=12
        )
        layout.addLayout(below, 2)
        last = row(texts["name"], self.name, None, self.cancel, self.keep)
        last.setStretch(1, 1)
        layout.addLayout(last)

    def _card(self, name: str, answers: Answers) -> QWidget:
        card = frame("card")
        inner = column(self._heads[name], scrolled(answers))
        inner.setContentsMargins(16, 12, 12, 12)
        card.setLayout(inner)
        return card

    def retranslate(self) -> None:
        """Texts."""
        file = self.state.proposal.file
        self.setWindowTitle(tr("Match columns"))
        self.title.setText(tr("Match the columns of {file}").format(file=file))
        self.intro.setText(
            tr("Praya proposes a field for each column, by its heading and by its cells. Correct what"
               " is wrong: choose a line and then its field. What you decide is kept as a profile,"
               " and the next workbook like this one is read by it.")
        )  # fmt: skip
        words = {
            "sheet": tr("Sheet"),
            "table": tr("It holds"),
            "header": tr("Headings in row"),
            "name": tr("Name of the profile"),
        }
        for name, text in words.items():
            self._labels[name].setText(text)
        self.sheet.setAccessibleName(words["sheet"])
        self.table.setAccessibleName(tr("What the sheet holds"))
        self.header.setAccessibleName(words["header"])
        self.name.setAccessibleName(words["name"])
        self.columns.setAccessibleName(tr("Columns of the sheet"))
        self.field.setAccessibleName(tr("Field of the column"))
        self.again.setText(tr("Use the column once more"))
        self.again.setToolTip(tr("A column such as “client-cold” can say two things at once"))
        self.keep.setText(tr("Keep, and look at the import"))
        self.cancel.setText(tr("Cancel"))
        self.table.fill(tables_to_choose(self.state.proposal.schema, self._language))
        self._show_sheet()

    def _show_sheet(self, at: int = 0) -> None:
        """Everything about the sheet; line `at` is the current one."""
        state = self.state
        schema = state.proposal.schema
        self.sheet.clear()
        for sheet in state.sheets:
            self.sheet.addItem(sheet_words(schema, sheet, self._language))
        self.sheet.setCurrentIndex(state.sheet)
        self.table.choose(state.current.table)
        single = state.current.table == ""
        self.header.blockSignals(True)
        self.header.setValue(state.current.header or 1)
        self.header.blockSignals(False)
        self.header.setVisible(not single)
        self._labels["header"].setVisible(not single)
        self.field.fill(
            [
                (tr("Not imported"), _NONE),
                *((target_words(t, self._language), key) for key, t in state.targets.items()),
            ]
        )
        self._show_columns(at)

    def _show_columns(self, at: int) -> None:
        matches = self.state.current.matches
        self.columns.records.set_records(matches)
        self.counts.setText(count_words(self.state) if self.state.current.table is not None else "")
        self.columns.selectRow(min(at, len(matches) - 1))
        self._show_column()
        self._show_constants()

    @property
    def _at(self) -> int:
        """The line of the table that is looked at, -1 without one."""
        index = self.columns.proxy.mapToSource(self.columns.currentIndex())
        return index.row() if index.isValid() else -1

    def _match(self) -> Match | None:
        matches = self.state.current.matches
        return matches[self._at] if 0 <= self._at < len(matches) else None

    def _show_column(self, _record: object = None) -> None:
        match = self._match()
        usable = match is not None and self.state.current.table is not None
        self.field.setEnabled(usable)
        self.again.setEnabled(usable and match is not None and match.key is not None)
        self.which.setText(f"{match.place} · {match.title or '—'}" if match is not None else "")
        self.field.choose((match.key or _NONE) if match is not None else _NONE)
        self.words.empty()
        head = tr("Words of the column, and the codes that they stand for")
        if match is not None and match.key is not None and match.words:
            at, item = self._at, self.state.targets[match.key].column.field
            choices = codes_of(item, self._language)
            for word, code in match.words.items():
                self.words.add(word, choices, code, self._saying(at, word))
        else:
            head = tr("This column has no words that stand for codes.")
        self._heads["words"].setText(head)

    def _show_constants(self) -> None:
        self.constants.empty()
        lacking = self.state.missing()
        for table, target in lacking:
            choices = codes_of(target.column.field, self._language)
            given = self.state.constant(table, target.key)
            self.constants.add(
                target_words(target, self._language),
                choices,
                given,
                self._giving(table, target.key),
            )
        self._heads["constants"].setText(
            tr("Needed, and no column has it: the same in every row")
            if lacking
            else tr("Every field that is needed has its column.")
            if self.state.current.table
            else ""
        )

    def _to_field(self, _record: object) -> None:
        self.field.setFocus()

    def _saying(self, at: int, word: str) -> Callable[[str], None]:
        def say(code: str) -> None:
            self.state.set_word(at, word, code.strip())
            self._put_again(at)

        return say

    def _giving(self, table: str, key: str) -> Callable[[str], None]:
        return lambda text: self.state.set_constant(table, key, text)

    def _put_again(self, at: int) -> None:
        """The line again, while the answers below keep the focus."""
        self.columns.selectionModel().blockSignals(True)
        self.columns.records.set_records(self.state.current.matches)
        self.columns.selectRow(at)
        self.columns.selectionModel().blockSignals(False)

    def _sheet_chosen(self) -> None:
        self.state.sheet = self.sheet.currentIndex()
        self._show_sheet()

    def _table_chosen(self) -> None:
        self.state.set_table(self.table.currentData())
        self._show_sheet()

    def _header_chosen(self, number: int) -> None:
        if self.state.current.table == "":
            return
        self.state.set_header(number)
        self._show_columns(0)

    def _field_chosen(self) -> None:
        at = self._at
        if at >= 0:
            self.state.set_key(at, self.field.currentData() or None)
            self._show_columns(at)

    def _use_again(self) -> None:
        if self._at >= 0:
            self._show_columns(self.state.use_again(self._at))
            self.field.setFocus()

    def _go(self) -> None:
        found = self.state.troubles()
        if found:
            words = trouble_words(found[0], self.state.proposal.schema, self._language)
            self.notice.say("explain", words)
            names = [sheet.sheet for sheet in self.state.sheets]
            if found[0].sheet in names:
                self.state.sheet = names.index(found[0].sheet)
                self._show_sheet()
            return
        self._keep(self.state, self.name.text())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: object) -> None:
        """Escape closes; Enter is left to the control that has the focus."""
        key = getattr(event, "key", lambda: None)()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
