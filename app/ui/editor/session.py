"""One return while it is open: what the parts of the editor share and how they reach the worker."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.computed import COMPUTED, Computed, Target
from app.domain.finding import Finding, Severity, Verdict
from app.domain.period import Period
from app.domain.schema import Field, Schema
from app.errors import Fault
from app.services import editor as blocks
from app.services.apart import carry_out, carry_out_told, heavy_return
from app.services.drafts import redo, set_cell, undo
from app.services.formlayout import FormSection, layout
from app.services.formview import FormData, find_target, read_form
from app.ui.context import Context
from app.ui.editor.words import same_value, step_text
from app.ui.i18n import tr
from app.ui.tasks import Job

if TYPE_CHECKING:
    from app.services.computed import How
    from app.services.hints import Hints
    from app.services.proposals import Proposal

_RANK = {Severity.BLOCKING: 0, Severity.EXPLAIN: 1, Severity.INFORMATION: 2}


@dataclass(frozen=True, slots=True)
class Focus:
    """The value that has the focus. `row` is its row's number, `path` known for single fields only."""

    row: int
    node: str
    field: Field
    text: str | None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Typing:
    """What is being typed into a value at this moment and is not stored yet; `text` is None where
    it is being stored.
    """

    row: int
    key: str
    path: str
    text: str | None


@dataclass(frozen=True)
class Marks:
    """The findings of the last check by field path, the gravest first."""

    by_path: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, verdict: Verdict) -> "Marks":
        """Sort the findings of a verdict."""
        found: dict[str, list[Finding]] = {}
        for finding in verdict.findings:
            if finding.path:
                found.setdefault(finding.path, []).append(finding)
        return cls(
            {
                path: tuple(sorted(items, key=lambda item: _RANK[item.severity]))
                for path, items in found.items()
            }
        )

    def at(self, path: str) -> tuple[Finding, ...]:
        """The findings of a field."""
        return self.by_path.get(path, ())


class Session(QObject):
    """What is shown of one return, and every way to change it.

    Signals:
        loaded(object): the `FormData` was read, for the first time or again.
        touched(object): `Changes` of this return, before the form is read again.
        checking(): a check has begun or ended (`busy`).
        checked(): there is another verdict (`verdict`, `marks`).
        remembered(): the explanations that the last filed return proposes were read (`proposed`).
        worked_out(str): what the formula of the field at a path gives is known (`results`).
        hinted(): the hints to the findings of the last check were worked out (`hints`).
        focused(object): the `Focus` moved.
        typing(object): `Typing`: a key was pressed in a value.
        noticed(str, str, str): a tone (blocking, explain, done, information), a sentence, details.
        went_wrong(object): what the worker raised; what was typed is still on the screen.
        revealed(object): a `Target` that is to be shown and focused.
        scrolled(object): a widget that the page is to scroll to.
    """

    loaded = Signal(object)
    touched = Signal(object)
    checking = Signal()
    checked = Signal()
    remembered = Signal()
    worked_out = Signal(str)
    hinted = Signal()
    focused = Signal(object)
    typing = Signal(object)
    noticed = Signal(str, str, str)
    went_wrong = Signal(object)
    revealed = Signal(object)
    scrolled = Signal(object)

    def __init__(self, context: Context, return_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.return_id = return_id
        self.form: FormData | None = None
        self.sections: tuple[FormSection, ...] = ()
        self.verdict: Verdict | None = None
        self.stale = False
        self.marks = Marks()
        self.proposed: Mapping[tuple[str, str], Proposal] = {}
        self.hints: Hints = {}
        self.typed: set[tuple[int, str]] = set()
        self.results: dict[str, str | None] = {}
        self._computed: dict[Target, Computed] = {}
        self._checking = False
        self._job: Job | None = None
        self._checks = 0
        context.changes.happened.connect(self._changed)

    @property
    def language(self) -> str:
        """The language of the window, as packs name it."""
        return self.context.language

    @property
    def schema(self) -> Schema:
        """The schema of the return; only once it was read."""
        if self.form is None:
            raise Fault("the return was not read yet")
        return self.form.pack.schema

    @property
    def editable(self) -> bool:
        """Whether values may be changed."""
        return self.form is not None and self.form.editable

    def computed(self, node: str, key: str) -> Computed | None:
        """The formula of a field; None for one that is not computed."""
        return self._computed.get((node, key))

    def reason_wanted(self, row: int, key: str, path: str, text: str | None) -> bool:
        """Whether a given value of a computed field has to be accounted for, or has been.

        What was typed since the last check may differ from the formula, unless it is known to be
        what the formula gives; after a check its finding says so.
        """
        if self.form is not None and path in self.form.reasons:
            return True
        if path in self.results and same_value(text, self.results[path]):
            return False
        found = any(item.code == COMPUTED for item in self.marks.at(path))
        return found or (row, key) in self.typed

    def learn(self, path: str, result: str | None) -> None:
        """What the formula of a field gives was worked out."""
        if path not in self.results or self.results[path] != result:
            self.results[path] = result
            self.worked_out.emit(path)

    def work_out(self, path: str) -> None:
        """Find out what the formula of a field gives; `worked_out` says that it is known."""
        desk, number = self.context.desk, self.return_id

        def work() -> "How":
            from app.services.computed import how  # noqa: PLC0415  (brings in the rules)

            return how(desk, number, path)

        self.run(work, lambda found: self.learn(path, found.result))

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Read on the worker; `done` gets the result on the GUI thread."""
        self.context.tasks.run(work, done, self._failed, owner=self)

    def load(self, counted: bool = False) -> None:
        """Read the single groups; with `counted`, the lengths of tables are known already."""
        known = self.form.root if counted and self.form else None
        desk, number = self.context.desk, self.return_id
        self.run(lambda: read_form(desk, number, known), self._show)

    @Slot(object)
    def _show(self, form: FormData) -> None:
        if self.form is None:
            self.sections = layout(form.pack)
            self._computed = _formulas(form)
        self.form = form
        self.loaded.emit(form)

    @Slot(object)
    def _changed(self, changes: object) -> None:
        if not isinstance(changes, Changes) or changes.return_id != self.return_id:
            return
        if changes.rows or changes.structure:
            self.stale = True
        self.results.clear()
        self.touched.emit(changes)
        self.load(counted=not changes.structure)

    def notice(self, tone: str, text: str, details: str = "") -> None:
        """Say something above the form."""
        self.noticed.emit(tone, text, details)

    def _failed(self, error: BaseException) -> None:
        self.went_wrong.emit(error)
        self.load(counted=True)

    def write(
        self, work: Callable[[], Changes], done: Callable[[Changes], None] | None = None
    ) -> None:
        """Change on the worker and tell every screen what was touched."""

        def told(changes: Changes) -> None:
            self.context.changes.tell(changes)
            if done is not None:
                done(changes)

        self.context.tasks.run(work, told, self._failed, owner=self, keep=True)

    def save(self, row: int, key: str, text: str | None) -> None:
        """Store one value."""
        (self.typed.discard if text is None else self.typed.add)((row, key))
        self.typing.emit(Typing(row, key, "", None))
        desk, number = self.context.desk, self.return_id
        self.write(lambda: set_cell(desk, number, row, key, text))

    def give_reason(self, path: str, text: str) -> None:
        """Say why a value differs from its formula; an empty text takes that back."""
        desk, number = self.context.desk, self.return_id

        def work() -> Changes:
            from app.services.explanations import explain  # noqa: PLC0415  (brings in the rules)

            return explain(desk, number, COMPUTED, path, text)

        self.write(work)

    def save_cells(self, cells: list[blocks.Cell], label: str) -> None:
        """Store several values as one step."""
        desk, number = self.context.desk, self.return_id
        self.write(lambda: blocks.set_cells(desk, number, cells, label))

    def add_group(self, parent: int, node: str) -> None:
        """Add an optional group."""
        desk, number = self.context.desk, self.return_id
        self.write(lambda: blocks.add_group(desk, number, parent, node))

    def add_row(self, parent: int | None, node: str, done: Callable[[Changes], None]) -> None:
        """Add a row at the end of a table; without a parent, with the groups that hold the table."""
        desk, number = self.context.desk, self.return_id
        self.write(lambda: blocks.add_table_row(desk, number, parent, node), done)

    def remove(self, rows: list[int], label: str) -> None:
        """Remove rows of a table, or an optional group."""
        desk, number = self.context.desk, self.return_id
        self.write(lambda: blocks.remove_rows(desk, number, rows, label))

    def undo(self) -> None:
        """Take back the last step."""
        desk, number = self.context.desk, self.return_id
        self.write(lambda: undo(desk, number), self._undone)

    def redo(self) -> None:
        """Do it again."""
        desk, number = self.context.desk, self.return_id
        self.write(lambda: redo(desk, number), self._redone)

    def _undone(self, changes: Changes) -> None:
        self.typed.clear()
        self._say_step(changes, tr("Taken back: {step}."), tr("There is nothing to take back."))

    def _redone(self, changes: Changes) -> None:
        self._say_step(changes, tr("Done again: {step}."), tr("There is nothing to do again."))

    def _say_step(self, changes: Changes, done: str, nothing: str) -> None:
        if changes == Changes():
            self.notice("information", nothing)
        else:
            step = step_text(self.schema, changes.label, self.language)
            self.notice("information", done.format(step=step))

    def check(self) -> None:
        """Check the return; `checked` follows."""
        if self._checking:
            return
        self._checking = True
        desk, number = self.context.desk, self.return_id

        def work(job: Job) -> Verdict:
            from app.services.checks import check_return  # noqa: PLC0415  (rules and XML are heavy)

            job.report(0)
            return carry_out_told(
                heavy_return(desk, number),
                desk,
                "tell",
                job.report,
                job.cancelled,
                check_return,
                number,
            )

        self._job = self.context.tasks.run_long(
            tr("Checking…"), work, self._judged, self._check_failed, owner=self
        )
        self.checking.emit()

    @property
    def busy(self) -> bool:
        """Whether a check runs."""
        return self._checking

    def stop(self) -> None:
        """Give the check up; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _check_failed(self, error: BaseException) -> None:
        self._checked_out()
        self._failed(error)

    def _checked_out(self) -> None:
        """The check has ended, however it did."""
        if self._checking:
            self._checking, self._job = False, None
            self.checking.emit()

    @Slot(object)
    def _judged(self, verdict: Verdict) -> None:
        self._checked_out()
        self.stale = False
        self.typed.clear()
        self._checks += 1
        self.proposed = {}
        self.hints = {}
        self._take(verdict)
        self.context.changes.tell(Changes(return_id=self.return_id, state=True, returns=True))
        if verdict.unexplained:
            self._remember(verdict)
        if any(finding.difference for finding in verdict.findings):
            self._hint(verdict)

    def _hint(self, verdict: Verdict) -> None:
        """Look for the figures that, written otherwise, would mend a finding."""
        desk, number, check = self.context.desk, self.return_id, self._checks

        def work() -> "Hints":
            from app.services.hints import hints  # noqa: PLC0415  (brings in the rules)

            return carry_out(heavy_return(desk, number), desk, hints, number, verdict.findings)

        def done(found: "Hints") -> None:
            if self._checks == check:
                self.hints = found
                self.hinted.emit()

        self.run(work, done)

    def _remember(self, verdict: Verdict) -> None:
        """Look what the last filed return said of the same findings."""
        desk, number, check = self.context.desk, self.return_id, self._checks

        def work() -> "list[Proposal]":
            from app.services.proposals import proposals  # noqa: PLC0415  (brings in the rules)

            return carry_out(heavy_return(desk, number), desk, proposals, number, verdict.findings)

        def done(found: "list[Proposal]") -> None:
            if self._checks == check:
                self.proposed = {
                    (item.finding.code, item.finding.path or ""): item for item in found
                }
                self.remembered.emit()

        self.run(work, done)

    def proposal(self, finding: Finding) -> "Proposal | None":
        """What the last filed return said of a finding that has no explanation yet."""
        if finding.explanation:
            return None
        return self.proposed.get((finding.code, finding.path or ""))

    def take_over(self, finding: Finding) -> None:
        """Explain a finding as the last filed return did."""
        proposal = self.proposal(finding)
        if proposal is None:
            return
        desk, number, text = self.context.desk, self.return_id, proposal.text

        def work() -> Changes:
            from app.services.explanations import take_over  # noqa: PLC0415  (brings in the rules)

            return take_over(desk, number, finding.code, finding.path or "")

        def done(changes: Changes) -> None:
            self.explained(finding, text)
            self.context.changes.tell(changes)

        self.run(work, done)

    def _take(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.marks = Marks.of(verdict)
        self.checked.emit()

    def explained(self, old: Finding, text: str) -> None:
        """A finding has another explanation now."""
        if self.verdict is not None:
            self._take(
                Verdict(
                    tuple(
                        replace(item, explanation=text or None) if item is old else item
                        for item in self.verdict.findings
                    )
                )
            )

    def go_to(self, path: str) -> None:
        """Show and focus a field by its path."""
        desk, number = self.context.desk, self.return_id
        self.run(lambda: find_target(desk, number, path), self.revealed.emit)


def _formulas(form: FormData) -> dict[Target, Computed]:
    """The formulas in force at the end of the period, by the field that they give."""
    day, schema = Period.parse(form.record.period).end, form.pack.schema
    found: dict[Target, Computed] = {}
    for item in form.pack.computed:
        place = schema.place(item.target)
        if place is not None and item.in_force(day):
            found[place[0].path, place[1]] = item
    return found
