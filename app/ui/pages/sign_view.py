"""Sign: left what will be signed, right who signs with what, the digest, and then the answer."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.states import State
from app.services.certificates import CertificateWords, describe_p12, verify_submission
from app.services.rendering import Part, Rendering, Sheet, render
from app.services.submission import sign_with_p12
from app.signing.verify import Verification
from app.ui.context import Context
from app.ui.i18n import ntr, tr
from app.ui.pages.base import Place
from app.ui.pages.view import View
from app.ui.theme import tokens
from app.ui.widgets.ask import ask_file
from app.ui.widgets.basic import Button, column, frame, label, row, scrolled
from app.ui.widgets.verdict import VerdictCard
from app.ui.words import digest_words, moment_words


class SignView(View):
    """What is signed is what is shown: the digest is taken over the same rows."""

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, return_id)
        self.file: Path | None = None
        self.certificate: CertificateWords | None = None
        self.paper = QTextBrowser()
        self.paper.setOpenLinks(False)
        self.digest = label(role="digest", wrap=True)
        self.digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._digest_title = label(role="strong")
        self._key_title = label(role="title")
        self._key_text = label(role="muted", wrap=True)
        self.choose = Button("", "key", clicked=self._choose)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.returnPressed.connect(self._open_key)
        self.password.textChanged.connect(self._look)
        self.open_key = Button("", clicked=self._open_key)
        self.who = label(wrap=True)
        self.sign_button = Button("", "sign", "primary", self._sign)
        self.verdict = VerdictCard()
        self._next = label(role="muted", wrap=True)
        self.export = Button("", "export", clicked=self._export)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.paper)
        split.addWidget(self._right())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([640, 420])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split, 1)
        self.retranslate()

    def _right(self) -> QWidget:
        self._key_box = frame("card")
        box = QVBoxLayout(self._key_box)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(10)
        for widget in (self._key_title, self._key_text, self.choose):
            box.addWidget(widget)
        box.addLayout(row(self.password, self.open_key))
        box.addWidget(self.who)
        box.addWidget(self.sign_button)
        digest_box = frame("card")
        inner = column(self._digest_title, self.digest, spacing=4)
        inner.setContentsMargins(16, 12, 16, 12)
        digest_box.setLayout(inner)
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(16, 0, 4, 0)
        layout.setSpacing(12)
        for item in (digest_box, self._key_box, self.verdict, self._next):
            layout.addWidget(item)
        layout.addLayout(row(self.export, None))
        layout.addStretch(1)
        area = scrolled(right)
        area.setMinimumWidth(380)
        return area

    def retranslate(self) -> None:
        """Texts."""
        self.paper.setAccessibleName(tr("What is signed"))
        self._digest_title.setText(tr("SHA-256 of the content"))
        self._key_title.setText(tr("Who signs"))
        self.choose.setText(self.file.name if self.file else tr("Choose a key file (.p12)…"))
        self.password.setPlaceholderText(tr("Password of the key file"))
        self.password.setAccessibleName(tr("Password of the key file"))
        self.open_key.setText(tr("Show certificate"))
        self.sign_button.setText(tr("Sign"))
        self.export.setText(tr("Export files…"))
        self._next.setText(
            tr("Signed, not yet filed. Export the files, hand them over, then record the receipt.")
        )
        self._show_key()

    def reload(self) -> None:
        """Read the content and, after signing, verify what was signed."""
        desk, number, language = self.context.desk, self.return_id, self.context.language
        self.read(lambda: render(desk, number, language), self._show_paper)
        state = self.seen.record.state if self.seen else None
        signed = self.seen is not None and self.seen.submission is not None
        self._key_box.setVisible(state is State.APPROVED)
        self.verdict.setVisible(signed)
        self.export.setVisible(signed)
        self._next.setVisible(state is State.SIGNED)
        self._look()
        if signed:
            self.read(
                lambda: verify_submission(desk, number, self.context.trust), self._show_verdict
            )

    def _show_paper(self, rendering: Rendering) -> None:
        self.digest.setText(digest_words(rendering.digest))
        self.digest.setAccessibleName(rendering.digest)
        self.paper.setHtml(page_html(rendering))

    def _show_verdict(self, found: Verification) -> None:
        self.verdict.show_verification(found)

    def _choose(self) -> None:
        ask_file(self, tr("Key file"), tr("Key files (*.p12 *.pfx);;All files (*)"), self.use_file)

    def use_file(self, file: Path) -> None:
        """The key file to sign with."""
        self.file = file
        self.certificate = None
        self.choose.setText(file.name)
        self._show_key()
        self.password.setFocus()

    def _open_key(self) -> None:
        if self.file is None:
            self._choose()
            return
        file, password = self.file, self.password.text()
        self.read(lambda: describe_p12(file, password), self._show_certificate)

    def _show_certificate(self, found: CertificateWords) -> None:
        self.notice.hide()
        self.certificate = found
        self._show_key()
        self.sign_button.setFocus()

    def _show_key(self) -> None:
        found = self.certificate
        self._key_text.setText(
            tr("Choose the key file of the person who signs. It stays where it is.")
        )
        self._key_text.setVisible(found is None)
        self.who.setVisible(found is not None)
        if found is not None:
            self.who.setText(certificate_text(found))
        self._look()

    def _look(self) -> None:
        approved = self.seen is not None and self.seen.record.state is State.APPROVED
        self.sign_button.setEnabled(approved and self.certificate is not None)
        self.sign_button.setToolTip(
            "" if self.certificate else tr("Choose the key file and show its certificate first.")
        )
        self.open_key.setEnabled(self.file is not None and bool(self.password.text()))

    def _sign(self) -> None:
        if self.file is None:
            return
        desk, number = self.context.desk, self.return_id
        file, password = self.file, self.password.text()
        self.sign_button.setEnabled(False)
        self.write(lambda: sign_with_p12(desk, number, file, password), self._signed)

    def _signed(self, _changes: Changes) -> None:
        self.password.clear()
        self.certificate = None
        self._show_key()

    def _export(self) -> None:
        self.go.emit(Place("act", self.return_id, view="export"))


def certificate_text(found: CertificateWords) -> str:
    """A certificate in words."""
    return "\n".join(
        (
            found.subject,
            tr("Issued by {issuer}").format(issuer=found.issuer),
            tr("Valid from {start} to {end}").format(
                start=moment_words(found.valid_from), end=moment_words(found.valid_to)
            ),
            tr("Serial number {number}").format(number=found.serial),
            tr("Signature method {method}").format(method=found.method),
        )
    )


def page_html(rendering: Rendering) -> str:
    """The content as a page of text; everything that is not ours is escaped."""
    colour = tokens()
    style = (
        f"<style>h1,h2,h3{{color:{colour.text};margin:14px 0 4px 0}}"
        f"td,th{{padding:3px 10px 3px 0;color:{colour.text}}}"
        f"th{{color:{colour.muted};text-align:left}}"
        f".m{{color:{colour.muted}}}</style>"
    )
    return style + "".join(_part_html(part) for part in rendering.parts)


def _part_html(part: Part) -> str:
    size = min(part.level + 1, 4)
    text = f"<h{size}>{escape(part.title)}</h{size}>"
    if part.lines:
        cells = "".join(
            f'<tr><td class="m" width="46%">{escape(line.label)}</td><td>{escape(line.value)}</td></tr>'
            for line in part.lines
        )
        text += f'<table width="100%" cellspacing="0">{cells}</table>'
    return text + "".join(_sheet_html(sheet) for sheet in part.sheets)


def _sheet_html(sheet: Sheet) -> str:
    if not sheet.total:
        return f'<p class="m">{escape(tr("No rows."))}</p>'
    sides = ["right" if number else "left" for number in sheet.numeric]
    head = "".join(
        f'<th align="{side}">{escape(title)}</th>'
        for title, side in zip(sheet.titles, sides, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td align="{side}">{escape(value)}</td>'
            for value, side in zip(cells, sides, strict=True)
        )
        + "</tr>"
        for cells in sheet.rows
    )
    count = ntr("{n} row", "{n} rows", sheet.total)
    if len(sheet.rows) < sheet.total:
        count = tr("{count}; the first {shown} are shown, the form shows all").format(
            count=count, shown=len(sheet.rows)
        )
    return f'<table cellspacing="0"><tr>{head}</tr>{body}</table><p class="m">{escape(count)}</p>'
