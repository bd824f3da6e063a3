"""Import in three steps on one page: the workbook, what would change, what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from app.domain.finding import Finding
from app.domain.schema import Schema
from app.domain.states import EDITABLE
from app.errors import UserError
from app.services import profiles
from app.services.imports import CellPreview, ImportPreview, ImportResult
from app.services.overview import Overview
from app.services.profiles import ProfileInfo
from app.ui.context import Context
from app.ui.editor.words import place_text
from app.ui.i18n import ntr, tr
from app.ui.pages.import_choices import Choices, Decision
from app.ui.pages.import_columns import (
    FILED,
    KIND_WORDS,
    change_columns,
    finding_columns,
    kind_of,
    note_words,
    value_words,
)
from app.ui.pages.import_table import ChangesTable
from app.ui.pages.import_words import (
    counts_words,
    imported_words,
    left_words,
    tables_words,
    worst_first,
    wrong_words,
)
from app.ui.pages.import_work import ReadIn, ask_template, importing, looking
from app.ui.pages.match_opening import Matcher
from app.ui.pages.view import View
from app.ui.widgets.ask import ask_file
from app.ui.widgets.basic import Button, column, frame, label, row, scrolled, set_role
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.table import RecordsTable
from app.ui.widgets.whole import KeepWhole

_LIMIT = 2000
_LEAST = 112  # the titles of a table and two rows
_ONE_LINE = 60  # the title alone, in pixels
_UNLIMITED = 16_777_215  # Qt's own QWIDGETSIZE_MAX


class ImportView(View):
    """A dry run first; the button then says what it will do.

    Signals:
        imported(str): the workbook is in the return; what was imported, in one sentence.
    """

    imported = Signal(str)

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, return_id)
        self.file: Path | None = None
        self.preview: ImportPreview | None = None
        self._schema: Schema | None = None
        self.choose = Button("", "import", clicked=self.choose_workbook)
        self.profile = Choice()
        self.profile.setMinimumWidth(140)
        self.profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.profile.activated.connect(self._layout_chosen)
        self.add_profile = Button("", "plus", clicked=self._add_profile)
        self.match = Button("", "search", clicked=self.match_columns)
        self.matcher = Matcher(self, context, return_id, self._matched, self._failed)
        self.template = Button("", "file", clicked=self._template)
        self.waiting: list[Path] = []
        self.then = label(role="small", wrap=True)
        self.pass_over = Button("", "next", clicked=self._next_file)
        self.file_name = label(role="strong")
        self.facts = label(role="small")
        self._profile_label = label(role="muted")
        self._titles = [label(role="title") for _ in range(3)]
        self.counts = label(role="muted")
        self.tables = label(role="small", wrap=True)
        self.kinds = Choice()
        self.kinds.currentIndexChanged.connect(self._filter)
        self.choices = Choices()
        self.take_all = Button("", "done", clicked=self._take_all)
        self.leave_all = Button("", "close", clicked=self._leave_all)
        self.leave_wrong = Button("", clicked=self._leave_wrong)
        self.left = label(role="small", wrap=True)
        self.changes = ChangesTable(change_columns(self._place, self._decision, self._value))
        self.changes.toggled.connect(self._toggle)
        self.wrong = label(role="muted")
        self.findings = RecordsTable(finding_columns(context, self._place))
        self.whole = label(wrap=True)
        self.apply_button = Button("", "done", "primary", self._import)
        self.empty = EmptyState("import", self.choose_workbook)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self._changes_card())
        self._wrong_card = self._findings_card()
        self.split.addWidget(self._wrong_card)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(12)
        self.split.setProperty("role", "gap")
        self.split.setSizes([300, 220])
        self.body.setSpacing(12)
        content = QWidget()
        content.setLayout(column(self._step_one(), self.split, self.empty, spacing=12))
        self.body.addWidget(scrolled(content))
        self.retranslate()
        self._show_preview(None)

    def _step_one(self) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        head = Flow(head=True, spacing=16)
        head.addLayout(row(self._titles[0], self.file_name, self.facts, None, spacing=16))
        head.addWidget(self.template)
        layout.addLayout(head)
        layout.addLayout(
            Flow(
                self.choose,
                self._profile_label,
                self.profile,
                self.add_profile,
                self.match,
                self.pass_over,
                self.apply_button,
            )
        )
        layout.addWidget(self.then)
        return card

    def _changes_card(self) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        head = Flow(head=True, spacing=12)
        head.addLayout(row(self._titles[1], self.counts, None, spacing=12))
        for widget in (self.take_all, self.leave_all, self.kinds):
            head.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self.tables)
        layout.addWidget(self.left)
        layout.addWidget(self.changes, 1)
        self.changes.setMinimumHeight(_LEAST)
        KeepWhole(card)
        return card

    def _findings_card(self) -> QWidget:
        card = frame("card")
        inner = column()
        head = Flow(head=True, spacing=16)
        head.addLayout(row(self._titles[2], self.wrong, None, spacing=16))
        head.addWidget(self.leave_wrong)
        inner.addLayout(head)
        inner.setContentsMargins(16, 12, 16, 16)
        inner.addWidget(self.findings, 1)
        self.findings.setMinimumHeight(_LEAST)
        inner.addWidget(self.whole)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.findings.selected.connect(self._say_finding)
        card.setLayout(inner)
        KeepWhole(card)
        return card

    def retranslate(self) -> None:
        """Texts."""
        words = (tr("1  The workbook"), tr("2  What would change"), tr("3  What is wrong"))
        for title, text in zip(self._titles, words, strict=True):
            title.setText(text)
        self.choose.setText(tr("Choose a workbook…"))
        self._profile_label.setText(tr("Layout"))
        self.profile.setAccessibleName(tr("Layout of the workbook"))
        self.add_profile.setText(tr("Add a profile…"))
        self.match.setText(tr("Match columns…"))
        self.match.setToolTip(tr("Say which field each column of this workbook is for"))
        self.template.setText(tr("Write a template…"))
        self.pass_over.setText(tr("Pass over"))
        self.pass_over.setToolTip(tr("Leave this workbook, and look at the next one"))
        self.take_all.setText(tr("Take all"))
        self.leave_all.setText(tr("Leave all"))
        self.leave_wrong.setText(tr("Leave out the rows that block"))
        self.changes.setAccessibleName(tr("What would change"))
        self.findings.setAccessibleName(tr("What is wrong"))
        self.kinds.setAccessibleName(tr("Filter changes"))
        chosen = max(0, self.kinds.currentIndex())
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(tr("All changes"), "")
        for kind, text in KIND_WORDS.items():
            self.kinds.addItem(tr(text), kind)
        self.kinds.setCurrentIndex(chosen)
        self.kinds.blockSignals(False)
        self.empty.say(
            tr("Import a workbook"),
            tr("Choose one: you see cell by cell what would change and what is wrong, before"
               " anything changes. Or drop it anywhere on this window. The columns of a workbook of"
               " another layout are matched once."),
            tr("Choose a workbook…"),
        )  # fmt: skip
        self._show_preview(self.preview)

    def show_overview(self, seen: Overview) -> None:
        """The return may no longer be open for changes."""
        super().show_overview(seen)
        self.choose.setEnabled(seen.record.state in EDITABLE)

    def reload(self) -> None:
        """Read the profiles."""
        if self.seen is not None:
            desk, kind = self.context.desk, self.seen.record.return_type
            self.read(lambda: profiles.list_profiles(desk, kind), self._show_profiles)

    def _show_profiles(self, found: list[ProfileInfo]) -> None:
        chosen = self.profile.currentData()
        self.profile.clear()
        self.profile.addItem(tr("Template of this program"), None)
        for item in found:
            self.profile.addItem(item.title or item.name, item.name)
        self.profile.setCurrentIndex(max(0, self.profile.findData(chosen) if chosen else 0))

    def choose_workbook(self) -> None:
        """Ask for a workbook."""
        ask_file(self, tr("Workbook"), tr("Workbooks (*.xlsx);;All files (*)"), self.use_file)

    def use_files(self, files: Sequence[Path]) -> None:
        """Look at the first; the others wait until it is imported or passed over."""
        if files:
            self.waiting = list(files[1:])
            self.use_file(files[0])

    def _next_file(self) -> None:
        """The workbook that waits next takes the place of the one that is looked at."""
        if self.waiting:
            self.use_file(self.waiting.pop(0))

    def _say_waiting(self) -> None:
        names = ", ".join(file.name for file in self.waiting)
        self.pass_over.setVisible(bool(self.waiting))
        self.then.setVisible(bool(self.waiting))
        self.then.setText(tr("Then: {names}").format(names=names) if names else "")

    def use_file(self, file: Path, profile: str | None = None) -> None:
        """Look at a workbook; nothing changes yet. Without a profile, the layout that fits is found."""
        self.file = file
        if profile is not None:
            self.profile.setCurrentIndex(max(0, self.profile.findData(profile)))
        self._dry_run(find=profile is None)

    def _layout_chosen(self) -> None:
        self._dry_run(find=False)

    def _dry_run(self, *, find: bool) -> None:
        if self.file is None:
            return
        if self.notice.tone != "done":
            self.notice.hide()
        self._show_preview(None)
        file, name = self.file, self.profile.currentData()
        desk, number = self.context.desk, self.return_id

        work = looking(desk, number, file, name, find=find, limit=_LIMIT)
        title = tr("Reading {file}").format(file=file.name)
        self.context.tasks.run_long(title, work, self._read_in, self._failed, owner=self)

    def _read_in(self, read: Any) -> None:
        if not isinstance(read, ReadIn):
            self.notice.say(
                "explain",
                tr("None of the layouts that are kept here fits {file}: other sheets or other"
                   " headings. Match its columns, or add the profile of its layout."
                   ).format(file=self.file.name if self.file else ""),
                link=(tr("Match columns…"), self.match_columns),
            )  # fmt: skip
            return
        self._schema = read.schema
        if read.profile is not None and self.profile.findData(read.profile) < 0:
            self.profile.addItem(read.profile, read.profile)  # the list is still being read
        self.profile.setCurrentIndex(max(0, self.profile.findData(read.profile)))
        self._show_preview(read.preview)
        if self.isVisible() and self.window().focusWidget() not in self.findChildren(QWidget):
            self.changes.setFocus()  # the dialog has given the keys to whatever had them before

    def _value(self, path: str, value: str | None) -> str:
        """A value as its field is written."""
        return value_words(self._schema, path, value)

    def _say_finding(self, finding: object) -> None:
        """The chosen finding in full, for a line of the table holds half a sentence."""
        told = isinstance(finding, Finding)
        self.whole.setText(
            ""
            if not isinstance(finding, Finding)
            else note_words(finding, self.context.language, self._place)
        )
        self.whole.setVisible(told)

    def _share_room(self, found: ImportPreview | None) -> None:
        """Where nothing is wrong, what would change has the room; columns without a value go."""
        wrong = found is not None and bool(found.findings)
        self.findings.setVisible(wrong)
        least = max(_ONE_LINE, self._wrong_card.minimumSizeHint().height())  # large letters
        self._wrong_card.setMaximumHeight(_UNLIMITED if wrong else least)
        filed = found is not None and any(item.filed is not None for item in found.changes)
        titles = [column.title for column in self.changes.records.columns]
        self.changes.setColumnHidden(titles.index(FILED), not filed)

    def _place(self, path: str) -> str:
        """A path in the words of the form."""
        return place_text(self._schema, path, self.context.language) if self._schema else path

    def _failed(self, error: BaseException) -> None:
        self._show_preview(None)
        if isinstance(error, UserError) and error.code in ("layout-mismatch", "profile-needed"):
            text = tr("{file} is not laid out as “{layout}” says. Choose another layout.")
            self.notice.say(
                "blocking",
                text.format(
                    file=self.file.name if self.file else "", layout=self.profile.currentText()
                ),
                f"{error.code}\n{error.message}",
            )
            return
        self.notice.fail(error)

    def _show_preview(self, preview: Any) -> None:
        self.preview = preview if isinstance(preview, ImportPreview) else None
        found = self.preview
        self._say_waiting()
        self.file_name.setText(self.file.name if self.file else tr("No workbook chosen"))
        self.match.setVisible(self.file is not None)
        self.facts.setText(f"SHA-256 {found.sha256[:16]}…" if found else "")
        self.choices = Choices(found)
        self.changes.records.set_records(found.changes if found else ())
        self.findings.records.set_records(worst_first(found) if found else ())
        self.counts.setText(counts_words(found) if found else "")
        self._say_finding(None)
        self._share_room(found)
        self.tables.setText(tables_words(found, self._place) if found else "")
        self.tables.setVisible(bool(self.tables.text()))
        self.split.setVisible(found is not None)
        self.empty.setVisible(found is None)
        self.wrong.setText(wrong_words(found) if found else "")
        self._say_choices()

    def _say_choices(self) -> None:
        """The button says what it will do, or why it cannot yet."""
        found, choices = self.preview, self.choices
        self.changes.records.retranslate()
        self.left.setText(left_words(choices) if found else "")
        self.leave_wrong.setVisible(bool(choices.wrong_rows()))
        rows = sum(found.rows.values()) - choices.file_rows_left if found else 0
        text = ntr("Import {n} row", "Import {n} rows", rows) if found else tr("Import")
        if choices.only:
            text = tr("Import what you take")
        why = self._why_not()
        blocked = choices.still_blocked()
        self.apply_button.setText(tr("Not possible yet: blocking findings") if blocked else text)
        if found is not None and choices.nothing and not blocked:
            self.apply_button.setText(tr("Nothing is taken"))
        self.apply_button.setVisible(found is not None)
        self.apply_button.setEnabled(True)
        set_role(self.apply_button, "" if self._why_not() else "primary")
        self.apply_button.setToolTip(why)

    def _why_not(self) -> str:
        """Why the import is not possible as things are; empty where it is."""
        found, choices = self.preview, self.choices
        if found is None:
            return tr("Choose a workbook first.")
        if choices.still_blocked():
            return tr("Mend the blocking findings in the workbook first, or leave out their rows.")
        if not found.cells:
            return tr("The return says already what the workbook says.")
        return tr("Every row is left as it is; take one.") if choices.nothing else ""

    def _decision(self, item: CellPreview) -> Decision:
        return self.choices.of(item)

    def _toggle(self, item: object, whole: bool) -> None:
        if isinstance(item, CellPreview):
            (self.choices.toggle if whole else self.choices.toggle_value)(item)
            self._say_choices()

    def _take_all(self) -> None:
        self.choices.take_all()
        self._say_choices()

    def _leave_all(self) -> None:
        self.choices.leave_all()
        self._say_choices()

    def _leave_wrong(self) -> None:
        self.choices.leave(self.choices.wrong_rows())
        self._say_choices()

    def _filter(self) -> None:
        kind = self.kinds.currentData()
        self.changes.proxy.show_only("", (lambda item: kind_of(item) == kind) if kind else None)

    def _import(self) -> None:
        if why := self._why_not():
            self.notice.say("explain", why)
            (self.findings if self.choices.still_blocked() else self.changes).setFocus()
            return
        if self.file is None:
            return
        file, name = self.file, self.profile.currentData()
        desk, number = self.context.desk, self.return_id
        rejected = self.choices.rejections()
        self.apply_button.setEnabled(False)

        work = importing(desk, number, file, name, rejected)
        title = tr("Importing {file}").format(file=file.name)
        self.context.tasks.run_long(title, work, self._imported, self._failed, owner=self)

    def _imported(self, result: ImportResult) -> None:
        if not result.applied:
            nothing = tr("Nothing was imported: what was taken changes nothing.")
            wrong = tr("Nothing was imported: the workbook has findings.")
            self.notice.say("blocking", wrong if result.blocked else nothing)
            self._say_choices()
            return
        self.context.changes.tell(result.touched)
        self.file = None
        self._show_preview(None)
        if self.waiting:
            self.notice.say("done", imported_words(result))
            self._next_file()
            return
        self.imported.emit(imported_words(result))

    def _add_profile(self) -> None:
        kinds = tr("Import profiles (*.toml);;All files (*)")
        ask_file(self, tr("Import profile"), kinds, self.use_profile)

    def use_profile(self, file: Path) -> None:
        """Keep a profile in the workspace."""
        desk = self.context.desk
        self.read(lambda: profiles.add_profile(desk, file), self._profile_added)

    def _profile_added(self, info: ProfileInfo) -> None:
        self.profile.addItem(info.title or info.name, info.name)
        self.profile.setCurrentIndex(self.profile.count() - 1)
        self.notice.say("done", tr("The profile “{name}” is kept.").format(name=info.name))
        self._dry_run(find=True)

    def match_columns(self) -> None:
        """Say which field each column is for; what comes of it is kept as a profile."""
        if self.file is not None:
            self.notice.hide()
            self.matcher.open(self.file)

    def _matched(self, info: ProfileInfo) -> None:
        if self.profile.findData(info.name) < 0:
            self.profile.addItem(info.title or info.name, info.name)
        self.profile.setCurrentIndex(self.profile.findData(info.name))
        self.notice.say("done", tr("The profile “{name}” is kept.").format(name=info.name))
        self._dry_run(find=False)

    def _template(self) -> None:
        if self.seen is not None:
            done = tr("The template is written. Fill it in, then import it here.")
            ask_template(
                self,
                self.context,
                self.seen.record,
                self.read,
                lambda: self.notice.say("done", done),
            )
