"""Submissions: what was signed, its receipt, and the verification of any file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.states import State
from app.services import submission
from app.services.anchors import (
    TrustAnchor,
    add_anchors,
    list_anchors,
    remove_anchor,
)
from app.services.answers import Answer, answer
from app.services.export import container_wanted
from app.services.overview import Overview, signed_returns
from app.services.proofs import keep_proof, keep_where_ours
from app.signing.verify import Verification
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.icons import STATE_ICONS, STATE_TOKENS
from app.ui.models.records import Column
from app.ui.pages.answer import tell_answer
from app.ui.pages.base import Page, Place
from app.ui.pages.comparing import compare_returns
from app.ui.pages.exported import say_exported
from app.ui.pages.receipt import ask_receipt
from app.ui.pages.stamping import EvidenceDialog, StampDialog, signed_kinds
from app.ui.widgets.ask import ask_file, ask_folder
from app.ui.widgets.basic import Button, column, frame, label, scrolled
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.flow import Flow
from app.ui.widgets.table import RecordsTable
from app.ui.widgets.verdict import VerdictCard
from app.ui.words import digest_words, moment_words, period_words, state_word


class SubmissionsPage(Page):
    """The signed files above, the verification of any file below."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._anchors: list[TrustAnchor] = []
        self.export = Button("", "export", clicked=self._export)
        self.receipt = Button("", "receipt", clicked=self._receipt)
        self.open = Button("", "returns", clicked=self._open)
        self.compare = Button("", "copy", clicked=self._compare)
        for button in (self.open, self.compare, self.export, self.receipt):
            self.head.addWidget(button)
        self.table = RecordsTable(_columns(self))
        self.table.opened.connect(self._open_record)
        self.table.selected.connect(self._look)
        self.empty = EmptyState("submissions", self._to_returns)
        split = QSplitter(Qt.Orientation.Vertical)
        upper = QWidget()
        upper_layout = column(self.table, self.empty, spacing=0)
        upper.setLayout(upper_layout)
        split.addWidget(scrolled(upper))
        split.addWidget(scrolled(self._lower()))
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.setProperty("role", "gap")
        split.setSizes([250, 370])
        self.body.addWidget(split, 1)
        self.retranslate()
        self._look()
        self._look_file(None)

    def _lower(self) -> QWidget:
        self._verify_title = label(role="title")
        self._verify_text = label(role="muted", wrap=True)
        self.choose = Button("", "verify", clicked=self._choose)
        self.stamp = Button("", "calendar", clicked=self._stamp)
        self.evidence = Button("", "plus", clicked=self._evidence)
        self.keep = Button("", "receipt", clicked=self._keep)
        self.trust = QListWidget()
        self.trust.setMinimumHeight(56)
        self.trust.setMaximumHeight(5 * self.trust.fontMetrics().height())
        self._trust_title = label(role="strong")
        self.add_trust = Button("", "plus", clicked=self._add_trust)
        self.remove_trust = Button("", clicked=self._remove_trust)
        self.file: Path | None = None
        self.file_name = label(role="strong", wrap=True)
        self.verdict = VerdictCard()
        self.verdict.hide()
        box = frame("card")
        layout = QHBoxLayout(box)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._verify_title)
        left.addWidget(self._verify_text)
        left.addLayout(Flow(self.choose, self.stamp, self.evidence, self.keep))
        left.addSpacing(4)
        left.addWidget(self._trust_title)
        left.addWidget(self.trust, 1)
        left.addLayout(Flow(self.add_trust, self.remove_trust))
        answer = QWidget()
        answer.setLayout(column(self.file_name, self.verdict, None))
        layout.addLayout(left, 1)
        layout.addWidget(scrolled(answer), 1)
        return box

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Submissions"))
        self.export.setText(tr("Export files…"))
        self.receipt.setText(tr("Record receipt…"))
        self.open.setText(tr("Open return"))
        self.compare.setText(tr("Compare…"))
        self.table.setAccessibleName(tr("Signed returns"))
        self.empty.say(
            tr("Nothing is signed yet"),
            tr("A return comes here once it is approved and signed. Signed is not filed:"
               " record the receipt when it arrives."),
            tr("Returns"),
        )  # fmt: skip
        self._verify_title.setText(tr("Verify a file"))
        self._verify_text.setText(
            tr(
                "Any signed XML or container: the answer is valid, not valid, or cannot be determined."
            )
        )
        self.choose.setText(tr("Choose a file…"))
        self.stamp.setText(tr("Time-stamp…"))
        self.stamp.setToolTip(tr("Prove when the file was signed; a stamped copy is written."))
        self.evidence.setText(tr("Evidence…"))
        self.keep.setText(tr("Keep with the return"))
        self.keep.setToolTip(
            tr("A copy of a return that was signed here, with a time-stamp that proves when.")
        )
        self.evidence.setToolTip(tr("Keep proof in the file that no certificate was revoked."))
        self._trust_title.setText(tr("Trusted authorities and signers"))
        self.trust.setAccessibleName(tr("Trusted authorities and signers"))
        self.add_trust.setText(tr("Add…"))
        self.remove_trust.setText(tr("Remove"))
        self._show_trust(self._anchors)

    def reload(self) -> None:
        """Read what was signed."""
        desk = self.context.desk
        self.read(lambda: signed_returns(desk), self._show)
        self.read(lambda: list_anchors(desk), self._show_trust)

    def _show(self, found: list[Overview]) -> None:
        chosen = self.table.current()
        self.table.records.set_records(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found:
            numbers = [item.record.id for item in found]
            wanted = chosen.record.id if isinstance(chosen, Overview) else numbers[0]
            line = numbers.index(wanted) if wanted in numbers else 0
            index = self.table.proxy.mapFromSource(self.table.records.index(line, 0))
            self.table.setCurrentIndex(index)
        self._look()

    def _look(self, _record: object = None) -> None:
        record = self.table.current()
        chosen = isinstance(record, Overview)
        self.export.setEnabled(chosen)
        self.open.setEnabled(chosen)
        pair = isinstance(record, Overview) and (
            record.record.replaces_id is not None or record.record.state is State.CORRECTED
        )
        self.compare.setEnabled(pair)
        self.compare.setToolTip(
            tr("Original and correction side by side")
            if pair
            else tr("Choose a correction, or a return that was corrected.")
        )
        waiting = isinstance(record, Overview) and record.record.state in _ANSWERED
        self.receipt.setEnabled(waiting)
        self.receipt.setToolTip(
            "" if waiting else tr("Choose a return that is signed, not yet filed.")
        )

    def _to_returns(self) -> None:
        self.go.emit(Place("returns"))

    def _open(self) -> None:
        self._open_record(self.table.current())

    def _open_record(self, record: object) -> None:
        if isinstance(record, Overview):
            self.go.emit(Place("return", record.record.id))

    def _compare(self) -> None:
        record = self.table.current()
        if isinstance(record, Overview):
            compare_returns(self, self.context, record.record.id)

    def _export(self) -> None:
        record = self.table.current()
        if not isinstance(record, Overview):
            return
        desk, number = self.context.desk, record.record.id
        language = self.context.language

        def chosen(folder: Path) -> None:
            def write() -> list[submission.Exported]:
                container = container_wanted(desk, number)
                return submission.export(
                    desk, number, folder, container=container, language=language
                )

            self.read(write, self._exported)

        ask_folder(self, tr("Folder for the signed files"), chosen)

    def _exported(self, files: list[submission.Exported]) -> None:
        say_exported(self.notice, files)

    def _receipt(self) -> None:
        record = self.table.current()
        if not isinstance(record, Overview):
            return
        desk, number = self.context.desk, record.record.id

        def chosen(file: Path, known: submission.Receival) -> None:
            self.write(lambda: submission.record_receipt(desk, number, file, known), self._kept)

        ask_receipt(self, record, self.context.language, desk.seat, chosen)

    def _kept(self, changes: Changes) -> None:
        if changes.return_id is not None:
            tell_answer(self, changes.return_id)

    # Any file

    def _choose(self) -> None:
        ask_file(self, tr("Verify a file"), signed_kinds(), self.verify)

    def verify(self, file: Path) -> None:
        """Verify a file and show the answer."""
        self.file = file
        self.file_name.setText(file.name)
        self.verdict.hide()
        self._look_file(None)
        desk, trust = self.context.desk, list(self.context.trust)
        self.read(lambda: answer(desk, file, trust), self._verified)

    def _verified(self, found: Answer) -> None:
        self.notice.hide()
        self.verdict.show_verification(found.signature, found.content)
        self.verdict.show()
        self._look_file(found.signature)

    def _look_file(self, found: Verification | None) -> None:
        provable = found is not None and found.verdict != "invalid"
        self.stamp.setEnabled(provable)
        self.evidence.setEnabled(provable)
        self.keep.setEnabled(provable)

    def _stamp(self) -> None:
        if self.file is not None and self.verdict.found is not None:
            StampDialog(self, self.read, self.file, self.verdict.found, self._written).open()

    def _evidence(self) -> None:
        if self.file is not None and self.verdict.found is not None:
            EvidenceDialog(self, self.read, self.file, self.verdict.found, self._written).open()

    def _written(self, copy: Path, words: str) -> None:
        """A copy was written: say so and verify it."""
        self.verify(copy)
        self.notice.say("done", words)
        desk = self.context.desk

        def kept(changes: Changes) -> None:
            if changes.return_id:
                self.notice.say("done", f"{words} {tr('It is kept with the return, too.')}")

        self.write(lambda: keep_where_ours(desk, copy), kept)

    def _keep(self) -> None:
        """Keep a copy that another program stamped."""
        desk, file = self.context.desk, self.file
        if file is not None:
            said = tr("The copy is kept with the return, and exported with it.")
            self.write(lambda: keep_proof(desk, file), lambda _: self.notice.say("done", said))

    def _add_trust(self) -> None:
        kinds = tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        ask_file(self, tr("Certificate of an authority"), kinds, self.trust_file)

    def trust_file(self, file: Path) -> None:
        """Trust the certificates of a file from now on."""
        desk = self.context.desk
        self.write(lambda: add_anchors(desk, file), self._trust_changed)

    def _remove_trust(self) -> None:
        line = self.trust.currentRow()
        if 0 <= line < len(self._anchors):
            desk, mark = self.context.desk, self._anchors[line].fingerprint
            self.write(lambda: remove_anchor(desk, mark), self._trust_changed)

    def _trust_changed(self, _changes: Changes) -> None:
        """The answer that stands there was given by the old list."""
        if self.file is not None:
            self.verify(self.file)

    def _show_trust(self, found: list[TrustAnchor]) -> None:
        self._anchors = found
        self.trust.clear()
        for anchor in found:
            kind = tr("signer") if anchor.kind == "signer" else tr("authority")
            item = QListWidgetItem(f"{anchor.subject} · {kind}")
            valid = tr("Valid from {start} to {end}").format(
                start=moment_words(anchor.valid_from), end=moment_words(anchor.valid_to)
            )
            item.setToolTip(f"{valid}\nSHA-256 {digest_words(anchor.fingerprint)}")
            self.trust.addItem(item)
        self.remove_trust.setEnabled(bool(found))


_ANSWERED = (State.SIGNED, State.FILED)
"""An authority may answer more than once: its portal at once, its status message later."""


def _columns(page: Page) -> list[Column]:
    return [
        Column(
            noop("State"),
            lambda item: state_word(item.record.state),
            icon=lambda item: (STATE_ICONS[item.record.state], STATE_TOKENS[item.record.state]),
            width=190,
        ),
        Column(noop("Type"), lambda item: item.record.return_type, width=70),
        Column(noop("Return"), lambda item: item.manifest.title(page.context.language)),
        Column(
            noop("Period"),
            lambda item: period_words(item.record.period),
            sort=lambda item: item.record.period,
            width=140,
        ),
        Column(noop("Signer"), lambda item: item.submission.signer, width=160),
        Column(
            noop("Signed"),
            lambda item: moment_words(item.submission.at),
            sort=lambda item: item.submission.at,
            width=140,
        ),
        Column(
            noop("SHA-256 of the file"),
            lambda item: item.submission.blob[:16] + "…",
            hint=lambda item: item.submission.blob,
            width=160,
        ),
    ]
