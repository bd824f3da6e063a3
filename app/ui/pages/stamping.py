"""Time-stamps and evidence for a signed file: the questions, and the copy that is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.services.timestamping import (
    EvidenceFiles,
    add_evidence,
    save_request,
    stamp_with_file,
    stamp_with_server,
)
from app.signing.verify import Verification
from app.ui.i18n import tr
from app.ui.preferences import Preferences
from app.ui.widgets.ask import ask_file, ask_new_file
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.notice import Notice

Read = Callable[[Callable[[], Any], Callable[[Any], None]], None]
Written = Callable[[Path, str], None]
_SERVER = "signing/timestamp-server"


def signed_kinds() -> str:
    """Kinds of files that can be verified, for a file dialog."""
    return tr("Signed files (*.xml *.asice);;All files (*)")


class _Dialog(QDialog):
    """About one signature of a file; what it writes is another file."""

    def __init__(
        self,
        parent: QWidget,
        read: Read,
        file: Path,
        found: Verification,
        written: Written,
        title: str,
        text: str,
    ) -> None:
        super().__init__(parent)
        self._read, self._file, self._written = read, file, written
        self.setWindowTitle(title)
        self.setMinimumWidth(540)
        self.notice = Notice()
        self.which = Choice()
        self.which.setAccessibleName(tr("Which signature"))
        for number, item in enumerate(found.signatures or (found,), 1):
            name = tr("Signature {n}: {signer}").format(n=number, signer=item.signer or "")
            self.which.addItem(name)
        self.which.setVisible(self.which.count() > 1)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 20, 24, 20)
        self.box.setSpacing(12)
        for widget in (label(title, "title"), label(text, wrap=True), self.notice, self.which):
            self.box.addWidget(widget)
        self.finished.connect(self.deleteLater)

    @property
    def number(self) -> int:
        """Which signature of the file, from 1."""
        return self.which.currentIndex() + 1

    def _copy(self, suffix: str, work: Callable[[Path], None], words: str) -> None:
        """Ask where the copy goes, write it on the worker, and close."""
        file = self._file

        def chosen(out: Path) -> None:
            def finished(_nothing: object) -> None:
                self._written(out, words)

            self._read(lambda: work(out), finished)
            self.accept()

        suggestion = f"{file.stem}-{suffix}{file.suffix}"
        ask_new_file(self, tr("Where the copy goes"), signed_kinds(), suggestion, chosen)


class StampDialog(_Dialog):
    """A time-stamp: by files that are carried to an authority and back, or from its server."""

    def __init__(
        self, parent: QWidget, read: Read, file: Path, found: Verification, written: Written
    ) -> None:
        super().__init__(
            parent,
            read,
            file,
            found,
            written,
            tr("Time-stamp"),
            tr("The authority is sent a digest of the signature and nothing else. Save the request,"
               " carry it to a computer with a network, and bring the answer back; or name the"
               " authority's server."),
        )  # fmt: skip
        self.save = Button(tr("Save the request…"), "export", clicked=self._save)
        self.take = Button(tr("Take the answer…"), "import", clicked=self._take)
        self.server = QLineEdit(Preferences().text(_SERVER))
        self.server.setPlaceholderText("https://")
        self.server.setAccessibleName(tr("Address of the authority's server"))
        self.server.textChanged.connect(self._look)
        self.ask = Button(tr("Ask the server…"), clicked=self._ask)
        self.box.addLayout(row(self.save, self.take, None))
        self.box.addWidget(label(tr("Address of the authority's server"), "small"))
        self.box.addLayout(row(self.server, self.ask))
        self.box.addLayout(row(None, Button(tr("Close"), clicked=self.reject)))
        self._look()

    def _look(self) -> None:
        self.ask.setEnabled("://" in self.server.text())

    def _save(self) -> None:
        file, number = self._file, self.number

        def chosen(out: Path) -> None:
            said = tr("Written to {file}.").format(file=out)
            self._read(
                lambda: save_request(file, out, number), lambda _: self.notice.say("done", said)
            )

        kinds = tr("Time-stamp requests (*.tsq)")
        ask_new_file(self, tr("Save the request"), kinds, f"{file.stem}.tsq", chosen)

    def _take(self) -> None:
        file, number = self._file, self.number

        def chosen(answer: Path) -> None:
            words = tr("The stamped copy was written and verified.")
            self._copy("stamped", lambda out: stamp_with_file(file, answer, out, number), words)

        kinds = tr("Time-stamp answers (*.tsr);;All files (*)")
        ask_file(self, tr("The authority's answer"), kinds, chosen)

    def _ask(self) -> None:
        file, number, url = self._file, self.number, self.server.text().strip()
        Preferences().remember(_SERVER, url)
        words = tr("The stamped copy was written and verified.")
        self._copy("stamped", lambda out: stamp_with_server(file, url, out, number), words)


class EvidenceDialog(_Dialog):
    """Revocation lists, OCSP answers and certificates that go into a copy of a stamped file."""

    def __init__(
        self, parent: QWidget, read: Read, file: Path, found: Verification, written: Written
    ) -> None:
        super().__init__(
            parent,
            read,
            file,
            found,
            written,
            tr("Evidence"),
            tr("Revocation lists and OCSP answers that the certificates' issuers gave show, years"
               " later, that nothing was revoked when the file was signed."),
        )  # fmt: skip
        self._files: dict[str, list[Path]] = {"crl": [], "ocsp": [], "certificate": []}
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Files of evidence"))
        self.box.addWidget(self.list)
        self.add = {
            "crl": Button(tr("Revocation list…"), "plus", clicked=self._adding("crl")),
            "ocsp": Button(tr("OCSP answer…"), "plus", clicked=self._adding("ocsp")),
            "certificate": Button(tr("Certificate…"), "plus", clicked=self._adding("certificate")),
        }
        self.keep = Button(tr("Write the copy…"), role="primary", clicked=self._keep)
        self.box.addLayout(row(*self.add.values(), None))
        self.box.addLayout(row(None, Button(tr("Cancel"), clicked=self.reject), self.keep))
        self._look()

    def _look(self) -> None:
        self.keep.setEnabled(bool(self._files["crl"] or self._files["ocsp"]))

    def _adding(self, kind: str) -> Callable[[], None]:
        def add() -> None:
            ask_file(
                self, tr("A file of evidence"), tr("All files (*)"), lambda f: self.use(kind, f)
            )

        return add

    def use(self, kind: str, file: Path) -> None:
        """Take a file: crl, ocsp or certificate."""
        self._files[kind].append(file)
        self.list.addItem(file.name)
        self._look()

    def _keep(self) -> None:
        file, number, held = self._file, self.number, self._files
        evidence = EvidenceFiles(
            tuple(held["certificate"]), tuple(held["crl"]), tuple(held["ocsp"])
        )
        words = tr("The copy with its evidence was written and verified.")
        self._copy("evidence", lambda out: add_evidence(file, evidence, out, number), words)
