"""One return: its head with the next step, and its views: form, import, ready to file, signature."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QWidget

from app.domain.changes import Changes
from app.domain.states import EDITABLE, State
from app.services import submission
from app.services.apart import carry_out, heavy_return
from app.services.obligations import hong_kong_today
from app.services.overview import Overview, overview
from app.store.returns import ReturnRecord
from app.ui.context import Context, ReturnView
from app.ui.editor.editor import ReturnEditor
from app.ui.editor.hintbar import HintBar
from app.ui.i18n import noop, tr
from app.ui.pages.answer import tell_answer
from app.ui.pages.base import Page, Place
from app.ui.pages.carried import CarriedOver, carried_into, nothing_carried, over
from app.ui.pages.comparing import compare_returns
from app.ui.pages.exported import say_exported
from app.ui.pages.import_view import ImportView
from app.ui.pages.movement_view import MovementView
from app.ui.pages.papers import print_return, save_pdf
from app.ui.pages.ready_view import ReadyView
from app.ui.pages.receipt import ask_receipt
from app.ui.pages.sign_view import SignView
from app.ui.pages.whatif_view import WhatIfView
from app.ui.pages.xmlfiles import save_xml_file
from app.ui.steps import Step, next_step
from app.ui.widgets.ask import WordsDialog, ask_folder
from app.ui.widgets.badge import StateBadge
from app.ui.widgets.basic import Button, label
from app.ui.words import certainty_word, day_words, minute_words, period_words, until_words

VIEWS = {
    "form": noop("Form"),
    "import": noop("Import"),
    "movement": noop("Movement"),
    "ready": noop("Ready to file"),
    "sign": noop("Signature"),
    "what-if": noop("What if"),
}


class ReturnPage(Page):
    """Head: return, period, badge, one primary button; everything else in a menu.

    Signals:
        looked(): the head was read again (`seen`).
    """

    looked = Signal()

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, margins=False)
        self.return_id = return_id
        self.seen: Overview | None = None
        self.step: Step | None = None
        self.badge = StateBadge()
        self.titles.addWidget(self.badge)
        self.subtitle.show()
        self.primary = Button("", role="primary", clicked=self._primary)
        self.primary.hide()
        self.more = Button("", "more")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.acting = label(role="small")
        self.acting.hide()
        self.head.addWidget(self.acting)
        self.head.addWidget(self.primary)
        self.head.addWidget(self.more)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget()
        self.editor = ReturnEditor(context, return_id)
        self.imports = ImportView(context, return_id)
        self.movement = MovementView(context, return_id)
        self.ready = ReadyView(context, return_id)
        self.signature = SignView(context, return_id)
        self.what_if = WhatIfView(context, return_id)
        for name, view in zip(VIEWS, self._views(), strict=True):
            self.tabs.addTab("")
            self.tabs.setTabData(self.tabs.count() - 1, name)
            self.stack.addWidget(view)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.tabs.setTabVisible(list(VIEWS).index("what-if"), False)
        for bar in self.editor.findChildren(HintBar):
            bar.what_if.connect(self._what_if)
            bar.incidents.connect(self._incidents)
        for view in (self.imports, self.movement, self.ready, self.signature, self.what_if):
            view.go.connect(self._go_within)
        self.imports.imported.connect(self._imported)
        self.body.setSpacing(0)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)
        self.retranslate()

    def _views(self) -> tuple[QWidget, ...]:
        return (
            self.editor,
            self.imports,
            self.movement,
            self.ready,
            self.signature,
            self.what_if,
        )

    @property
    def form(self) -> ReturnView:
        """The editor as the window's menus call it."""
        return self.editor

    def retranslate(self) -> None:
        """Texts."""
        for number, title in enumerate(VIEWS.values()):
            self.tabs.setTabText(number, tr(title))
        self.tabs.setAccessibleName(tr("Views of the return"))
        self.more.setAccessibleName(tr("More actions"))
        self.more.setToolTip(tr("More actions"))
        if self.seen is not None:
            self._show(self.seen)

    def concerns(self, changes: Changes) -> bool:
        """Its own changes, and another seat or another pack."""
        return changes.return_id in (None, self.return_id)

    def reload(self) -> None:
        """Read the head."""
        self.read(lambda: overview(self.context.desk, self.return_id), self._show)

    def _show(self, seen: Overview) -> None:
        self.seen = seen
        record, due = seen.record, seen.obligation
        title = seen.manifest.title(self.context.language)
        self.heading.setText(f"{title} · {period_words(record.period)}")
        self.badge.show_state(record.state)
        parts = [seen.manifest.id, record.id[:8]]
        if due.due is not None:
            if not due.done:
                parts.insert(0, until_words(due.due_at, due.days_left(hong_kong_today())))
            when = minute_words(due.due_at) if due.due_at else day_words(due.due)
            parts.insert(0, tr("due {date}").format(date=when))
        self.subtitle.setText(" · ".join(parts))
        self.subtitle.setToolTip(f"{due.citation or ''} ({certainty_word(due.certainty)})")
        self.step = next_step(seen)
        self.primary.setVisible(self.step is not None)
        self._say_who()
        if self.step is not None:
            self.primary.setText(self.step.text)
            self.primary.setToolTip(self.step.why)
        self._fill_menu(seen)
        self.looked.emit()
        self.imports.show_overview(seen)
        self.movement.show_overview(seen)
        self.ready.show_overview(seen)
        self.signature.show_overview(seen)
        self.what_if.show_overview(seen)
        self.tabs.setTabVisible(list(VIEWS).index("what-if"), seen.what_if)
        signed = record.state in (State.APPROVED, State.SIGNED, State.FILED, State.CORRECTED)
        names = list(VIEWS)
        signature = names.index("sign")
        self.tabs.setTabEnabled(signature, signed)
        why = "" if signed else tr("Another person has to approve it first.")
        self.tabs.setTabToolTip(signature, why)
        self.tabs.setTabEnabled(names.index("import"), record.state in EDITABLE)

    def _say_who(self) -> None:
        """Under whose name the next step will be recorded, where it binds a person."""
        binding = self.step is not None and self.step.name in _BINDING
        self.acting.setVisible(binding)
        why = self.step.why if self.step is not None else ""
        self.acting.setText(why or tr("as {name}").format(name=self.context.desk.seat))

    def _fill_menu(self, seen: Overview) -> None:
        state = seen.record.state
        self.menu.clear()
        entries: list[tuple[str, str, bool]] = [
            ("check", tr("Check"), state in EDITABLE),
            ("import", tr("Import a workbook…"), state in EDITABLE),
            ("carry", tr("Carry forward"), state in EDITABLE),
            ("back", tr("Send back to the preparer…"), state in (State.IN_REVIEW, State.APPROVED)),
            ("comment", tr("Comment…"), True),
            ("print", tr("Print…"), True),
            ("pdf", tr("Save as PDF…"), True),
            ("export", tr("Export files…"), seen.submission is not None),
            ("compare", self._compare_words(seen), self._comparable(seen)),
            ("correct", tr("Start a correction"), state in (State.SIGNED, State.FILED)),
            ("void", tr("Void the return…"), state not in _CLOSED),
        ]
        for name, text, possible in entries:
            action = self.menu.addAction(text)
            action.setEnabled(possible)
            action.setData(name)
            action.triggered.connect(self._chosen(name))

    def possible(self, name: str) -> bool:
        """Whether the state of the return lets an entry of its menu be done."""
        return any(each.data() == name and each.isEnabled() for each in self.menu.actions())

    def _chosen(self, name: str) -> Callable[[], None]:
        def act() -> None:
            self.act(name)

        return act

    def _primary(self) -> None:
        """The next step; one that has to wait for somebody else says so."""
        if self.step is not None and self.step.why:
            self.notice.say("explain", self.step.why)
        elif self.step is not None:
            self.act(self.step.name)

    def act(self, name: str) -> None:
        """Do one of the steps: check, review, approve, sign, receipt, export, back, comment …"""
        {
            "check": self.check,
            "explain": self._explain,
            "review": self._review,
            "approve": self._approve,
            "sign": self._sign,
            "receipt": self._receipt,
            "export": self._export,
            "print": self._print,
            "pdf": self._save_pdf,
            "xml": lambda: save_xml_file(self, self.context, self.return_id),
            "compare": self._compare,
            "import": self._import,
            "carry": self._carry,
            "back": self._back,
            "comment": self._comment,
            "correct": self._correct,
            "void": self._void,
        }[name]()

    @property
    def view_name(self) -> str:
        """Which of `VIEWS` is shown."""
        return list(VIEWS)[max(0, self.tabs.currentIndex())]

    def show_view(self, name: str, path: str = "") -> None:
        """One of `VIEWS`; `path` is a field of the form to go to."""
        if name == "what-if" and self.seen is not None and not self.seen.what_if:
            text = tr("Only a cold-wallet return says what is in cold and in hot storage.")
            self.notice.say("explain", text)
            return
        self.tabs.setCurrentIndex(list(VIEWS).index(name or "form"))
        if path:
            self.form.go_to(path)

    def _what_if(self) -> None:
        """From a finding of the ratio or the cover."""
        self.show_view("what-if")

    def _incidents(self) -> None:
        """From a finding that asks for an incident report."""
        self.go.emit(Place("incidents"))

    def _go_within(self, place: object) -> None:
        if not isinstance(place, Place):
            return
        if place.page == "act":
            self.act(place.view)
        elif place.page == "return" and place.return_id == self.return_id:
            self.show_view(place.view, place.path)
        else:
            self.go.emit(place)

    def _imported(self, text: str) -> None:
        """What came in stands in the form: say it there, and let the keys go there."""
        self.show_view("form")
        self.editor.notice.say("done", text)
        self.editor.take_focus()

    def ask_field(self) -> None:
        """Show the form and ask for a field of it."""
        self.show_view("form")
        self.editor.ask_field()

    def check(self) -> None:
        """Check the return and show the form with its findings."""
        self.show_view("form")
        self.form.check()

    def _explain(self) -> None:
        """Open the first finding that needs an explanation, where it is typed."""
        self.show_view("form")
        self.editor.explain_next()

    def _review(self) -> None:
        desk, number = self.context.desk, self.return_id
        self.write(
            lambda: carry_out(heavy_return(desk, number), desk, submission.send_for_review, number)
        )

    def _approve(self) -> None:
        """Approve what the return holds as the question is asked, by its digest."""
        desk, number = self.context.desk, self.return_id

        def work() -> tuple[str, tuple[str, ...]]:
            from app.services.rendering import render  # noqa: PLC0415  (brings in XML)

            seen = carry_out(heavy_return(desk, number), desk, render, number, "en", 1)
            return seen.digest, seen.words

        self.read(work, lambda told: self._ask_approval(*told))

    def _ask_approval(self, digest: str, digest_words: tuple[str, ...]) -> None:
        """Where the return names another approver, the history needs a word on that."""
        name = self.context.desk.seat
        named = self.seen.other_approver if self.seen else ""
        said = [
            tr("You approve exactly what is shown now; any later edit voids the approval."),
            tr("It will be recorded under {name}.").format(name=name),
        ]
        if named:
            differ = tr("The return names {named}; you are {name}. Say why you approve it.")
            said.append(differ.format(named=named, name=name))
        else:
            said.append(tr("A comment is optional."))
        said.append(tr("Its digest in words: {words}").format(words=" ".join(digest_words)))
        self._ask(
            tr("Approve the return"),
            "\n".join(said),
            tr("Approve as {name}").format(name=name),
            lambda words: self._approved(words, digest),
            required=bool(named),
        )

    def _approved(self, words: str, digest: str) -> Changes:
        desk, number = self.context.desk, self.return_id
        heavy = heavy_return(desk, number)
        return carry_out(heavy, desk, submission.approve, number, words, shown=digest)

    def _back(self) -> None:
        self._ask(
            tr("Send back to the preparer"),
            tr("Say what has to be changed."),
            tr("Send back"),
            lambda words: submission.send_back(self.context.desk, self.return_id, words),
        )

    def _comment(self) -> None:
        self._ask(
            tr("Comment"),
            tr("The comment is kept in the history of the return."),
            tr("Add comment"),
            lambda words: submission.add_comment(self.context.desk, self.return_id, words),
        )

    def _void(self) -> None:
        self._ask(
            tr("Void the return"),
            tr("It stays in the workspace and can no longer be changed. Say why it is withdrawn."),
            tr("Void"),
            lambda words: submission.void(self.context.desk, self.return_id, words),
        )

    def _ask(
        self,
        title: str,
        text: str,
        button: str,
        work: Callable[[str], Changes],
        *,
        required: bool = True,
    ) -> None:
        def answered(words: str) -> None:
            self.write(lambda: work(words))

        WordsDialog(self, title, text, button, answered, required=required).open()

    def _sign(self) -> None:
        self.show_view("sign")

    def _import(self) -> None:
        self.show_view("import")
        self.imports.choose_workbook()

    def _carry(self) -> None:
        """Fill what is empty from the return that was filed last."""
        desk, number = self.context.desk, self.return_id

        def work() -> tuple[Changes, CarriedOver | None]:
            from app.services.carry import carry  # noqa: PLC0415  (brings in the rules)

            changes, found = carry(desk, number)
            return changes, over(found) if found is not None else None

        def done(result: tuple[Changes, CarriedOver | None]) -> None:
            self.context.changes.tell(result[0])
            self.show_view("form")
            self.say_carried(result[1], asked=True)

        self.read(work, done)

    def look_for_carried(self) -> None:
        """Say what a new return has taken over."""
        desk, number = self.context.desk, self.return_id
        self.read(lambda: carried_into(desk, number), self.say_carried)

    def say_carried(self, found: CarriedOver | None, *, asked: bool = False) -> None:
        """How much was carried, with a way to the return that it came from."""
        if found is None:
            if asked:
                self.editor.notice.say("information", nothing_carried())
            return

        def follow() -> None:
            self.go.emit(Place("return", found.source))

        link = (tr("Open {period}").format(period=period_words(found.period)), follow)
        tone = "done" if found.any else "information"
        self.editor.notice.say(tone, found.words(), link=link)

    def _receipt(self) -> None:
        def chosen(file: Path, known: submission.Receival) -> None:
            desk, number = self.context.desk, self.return_id
            self.write(
                lambda: submission.record_receipt(desk, number, file, known), self._receipt_kept
            )

        if self.seen is not None:
            seat, language = self.context.desk.seat, self.context.language
            ask_receipt(self, self.seen, language, seat, chosen)

    def _receipt_kept(self, _changes: object) -> None:
        if self.return_id is not None:
            tell_answer(self, self.return_id)

    def _export(self) -> None:
        def chosen(folder: Path) -> None:
            desk, number = self.context.desk, self.return_id
            container = self.signature.container.isChecked()
            language = self.context.language
            cover = language if self.signature.cover.isChecked() else None
            self.read(
                lambda: carry_out(
                    heavy_return(desk, number),
                    desk,
                    submission.export,
                    number,
                    folder,
                    container=container,
                    cover=cover,
                    language=language,
                ),
                self._exported,
            )

        ask_folder(self, tr("Folder for the signed files"), chosen)

    def _exported(self, files: list[submission.Exported]) -> None:
        say_exported(self.notice, files)

    def _print(self) -> None:
        print_return(self, self.context, self.return_id)

    def _save_pdf(self) -> None:
        save_pdf(self, self.context, self.return_id)

    def _comparable(self, seen: Overview) -> bool:
        return seen.record.replaces_id is not None or seen.record.state is State.CORRECTED

    def _compare_words(self, seen: Overview) -> str:
        if seen.record.replaces_id is None and self._comparable(seen):
            return tr("Compare with the correction…")
        return tr("Compare with the original…")

    def _compare(self) -> None:
        compare_returns(self, self.context, self.return_id)

    def _correct(self) -> None:
        def corrected(record: ReturnRecord) -> None:
            self.context.changes.tell(Changes(return_id=record.id, state=True, returns=True))
            self.go.emit(Place("return", record.id))

        desk, number = self.context.desk, self.return_id
        self.read(lambda: submission.correct(desk, number), corrected)


_BINDING = frozenset({"review", "approve", "sign", "receipt"})
_CLOSED = frozenset({State.FILED, State.CORRECTED, State.VOIDED})
