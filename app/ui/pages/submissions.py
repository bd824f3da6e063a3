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
from app.services.anchors import verify_here
from app.services.export import container_wanted
from app.services.overview import Overview, signed_returns
from app.signing.verify import Verification
from app.ui.context import Context
from app.ui.i18n import noop, tr
from app.ui.icons import STATE_ICONS, STATE_TOKENS
from app.ui.models.records import Column
from app.ui.pages.base import Page, Place
from app.ui.pages.exported import say_exported
from app.ui.widgets.ask import ask_file, ask_folder
from app.ui.widgets.basic import Button, column, frame, label, row
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.table import RecordsTable
from app.ui.widgets.verdict import VerdictCard
from app.ui.words import moment_words, period_words, state_word


class SubmissionsPage(Page):
    """The signed files above, the verification of any file below."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.export = Button("", "export", clicked=self._export)
        self.receipt = Button("", "receipt", clicked=self._receipt)
        self.open = Button("", "returns", clicked=self._open)
        for button in (self.open, self.export, self.receipt):
            self.head.addWidget(button)
        self.table = RecordsTable(_columns(self))
        self.table.opened.connect(self._open_record)
        self.table.selected.connect(self._look)
        self.empty = EmptyState("submissions", self._to_returns)
        split = QSplitter(Qt.Orientation.Vertical)
        upper = QWidget()
        upper_layout = column(self.table, self.empty, spacing=0)
        upper.setLayout(upper_layout)
        split.addWidget(upper)
        split.addWidget(self._lower())
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.setProperty("role", "gap")
        split.setSizes([340, 260])
        self.body.addWidget(split, 1)
        self.retranslate()
        self._look()

    def _lower(self) -> QWidget:
        self._verify_title = label(role="title")
        self._verify_text = label(role="muted", wrap=True)
        self.choose = Button("", "verify", clicked=self._choose)
        self.trust = QListWidget()
        self.trust.setMaximumHeight(84)
        self._trust_title = label(role="strong")
        self.add_trust = Button("", "plus", clicked=self._add_trust)
        self.remove_trust = Button("", clicked=self._remove_trust)
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
        left.addLayout(row(self.choose, None))
        left.addSpacing(4)
        left.addWidget(self._trust_title)
        left.addWidget(self.trust)
        left.addLayout(row(self.add_trust, self.remove_trust, None))
        left.addStretch(1)
        right = column(self.file_name, self.verdict, None)
        layout.addLayout(left, 1)
        layout.addLayout(right, 1)
        return box

    def retranslate(self) -> None:
        """Texts."""
        self.heading.setText(tr("Submissions"))
        self.export.setText(tr("Export files…"))
        self.receipt.setText(tr("Record receipt…"))
        self.open.setText(tr("Open return"))
        self.table.setAccessibleName(tr("Signed returns"))
        self.empty.say(
            tr("Nothing is signed yet"),
            tr("A return comes here once it is approved and signed. Signed is not filed:"
               " record the receipt when it arrives."),
            tr("Returns"),
        )  # fmt: skip
        self._verify_title.setText(tr("Verify a file"))
        self._verify_text.setText(
            tr("Any signed XML: the answer is valid, not valid, or cannot be determined.")
        )
        self.choose.setText(tr("Choose a file…"))
        self._trust_title.setText(tr("Trusted authorities (PEM)"))
        self.trust.setAccessibleName(tr("Trusted authorities (PEM)"))
        self.add_trust.setText(tr("Add…"))
        self.remove_trust.setText(tr("Remove"))
        self._show_trust()

    def reload(self) -> None:
        """Read what was signed."""
        self.read(lambda: signed_returns(self.context.desk), self._show)

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
        waiting = isinstance(record, Overview) and record.record.state is State.SIGNED
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

    def _export(self) -> None:
        record = self.table.current()
        if not isinstance(record, Overview):
            return
        desk, number = self.context.desk, record.record.id

        def chosen(folder: Path) -> None:
            def write() -> list[submission.Exported]:
                container = container_wanted(desk, number)
                return submission.export(desk, number, folder, container=container)

            self.read(write, self._exported)

        ask_folder(self, tr("Folder for the signed files"), chosen)

    def _exported(self, files: list[submission.Exported]) -> None:
        say_exported(self.notice, files)

    def _receipt(self) -> None:
        record = self.table.current()
        if not isinstance(record, Overview):
            return
        desk, number = self.context.desk, record.record.id

        def chosen(file: Path) -> None:
            self.write(lambda: submission.record_receipt(desk, number, file), self._kept)

        ask_file(self, tr("The receipt that came back"), tr("All files (*)"), chosen)

    def _kept(self, _changes: Changes) -> None:
        self.notice.say("done", tr("The receipt is recorded; the return is filed."))

    def _choose(self) -> None:
        kinds = tr("Signed XML (*.xml);;All files (*)")
        ask_file(self, tr("Verify a file"), kinds, self.verify)

    def verify(self, file: Path) -> None:
        """Verify a file and show the answer."""
        self.file_name.setText(file.name)
        desk, trust = self.context.desk, list(self.context.trust)
        self.read(lambda: verify_here(desk, file, trust), self._verified)

    def _verified(self, found: Verification) -> None:
        self.notice.hide()
        self.verdict.show_verification(found)
        self.verdict.show()

    def _add_trust(self) -> None:
        kinds = tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        ask_file(self, tr("Certificate of an authority"), kinds, self.trust_file)

    def trust_file(self, file: Path) -> None:
        """Trust the authorities of a PEM file from now on."""
        if file not in self.context.trust:
            self.context.trust.append(file)
        self._trust_changed()

    def _remove_trust(self) -> None:
        line = self.trust.currentRow()
        if 0 <= line < len(self.context.trust):
            del self.context.trust[line]
            self._trust_changed()

    def _trust_changed(self) -> None:
        self._show_trust()
        self.context.changes.tell(Changes(settings=True, label="trust"))

    def _show_trust(self) -> None:
        self.trust.clear()
        for file in self.context.trust:
            item = QListWidgetItem(file.name)
            item.setToolTip(str(file))
            self.trust.addItem(item)


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
