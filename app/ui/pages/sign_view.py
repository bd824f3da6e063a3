"""Sign: left what will be signed, right who signs with what, the digest, and then the answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.states import State
from app.services.apart import carry_out, heavy_return
from app.services.certificates import verify_beside, verify_submission
from app.services.rendering import Rendering, render
from app.services.signerentity import doubt_about
from app.services.submission import signatures_of
from app.signing.verify import Verification
from app.store.submissions import Signature
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.pages.base import Place
from app.ui.pages.paper import page_html
from app.ui.pages.signing_claims import ClaimsForm
from app.ui.pages.signing_key import KeyChoice
from app.ui.pages.view import View
from app.ui.sentences import sentence
from app.ui.widgets.basic import Button, column, frame, label, row, scrolled
from app.ui.widgets.verdict import VerdictCard
from app.ui.words import digest_words, moment_words

_SHOWN = 20
"""Rows of each table on the page: laying out more of them would hold the window up."""


class SignView(View):
    """What is signed is what is shown: the digest is taken over the same rows."""

    def __init__(self, context: Context, return_id: str) -> None:
        super().__init__(context, return_id)
        self.adding = False
        self.shown = ""
        self.paper = QTextBrowser()
        self.paper.setOpenLinks(False)
        self.digest = label(role="digest", wrap=True)
        self.digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.digest_words = label(role="strong", wrap=True)
        self.digest_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._digest_title = label(role="strong")
        self.doubt = label(wrap=True)
        self.doubt.setProperty("role", "explain")
        self.doubt.hide()
        self._key_title = label(role="title")
        self._key_text = label(role="muted", wrap=True)
        self.key = KeyChoice(self.read)
        self.key.shown.connect(self._shown)
        self.key.changed.connect(self._look)
        self.claims = ClaimsForm()
        self.claims.country.textChanged.connect(self._look)
        self.acting = label(role="small", wrap=True)
        self.sign_button = Button("", "sign", "primary", self._sign)
        self._signed_title = label(role="title")
        self.signatures = label(wrap=True)
        self.signatures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add = Button("", "plus", clicked=self._add)
        self.verdict = VerdictCard()
        self.beside = VerdictCard()
        self._beside_title = label(role="strong", wrap=True)
        self._next = label(role="muted", wrap=True)
        self.container = QCheckBox()
        self.cover = QCheckBox()
        self.export = Button("", "export", clicked=self._export)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.paper)
        split.addWidget(self._right())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([640, 440])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split, 1)
        self.retranslate()

    def _right(self) -> QWidget:
        self._key_box = _card(
            self._key_title, self._key_text, self.key, self.claims, self.acting, self.sign_button
        )
        self._signed_box = _card(self._signed_title, self.signatures, self.add)
        digest_box = _card(self._digest_title, self.digest, self.digest_words)
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(16, 0, 4, 0)
        layout.setSpacing(12)
        for item in (
            digest_box,
            self._signed_box,
            self._key_box,
            self.verdict,
            self._beside_title,
            self.beside,
            self._next,
            self.container,
            self.cover,
        ):
            layout.addWidget(item)
        layout.addLayout(row(self.export, None))
        layout.addStretch(1)
        area = scrolled(right)
        area.setMinimumWidth(400)
        return area

    def retranslate(self) -> None:
        """Texts."""
        self.paper.setAccessibleName(tr("What is signed"))
        self._digest_title.setText(tr("SHA-256 of the content"))
        self._signed_title.setText(tr("Signatures"))
        self.add.setText(tr("Add a signature"))
        self.add.setToolTip(tr("Another person signs the same file with another key."))
        self._beside_title.setText(tr("The container with all signatures:"))
        self.container.setText(tr("With a container (ASiC-E) that holds every signature"))
        self.cover.setText(tr("With every value as plain text as well"))
        self.export.setText(tr("Export files…"))
        self._next.setText(
            tr("Signed, not yet filed. Export the files, hand them over, then record the receipt.")
        )
        self._show_key()

    def reload(self) -> None:
        """Read the content and, after signing, verify what was signed."""
        desk, number, language = self.context.desk, self.return_id, self.context.language
        self.read(
            lambda: _told(
                carry_out(heavy_return(desk, number), desk, render, number, language, _SHOWN)
            ),
            self._show_paper,
        )
        state = self.seen.record.state if self.seen else None
        signed = self.seen is not None and self.seen.submission is not None
        if state is not State.SIGNED:
            self.adding = False
        self._key_box.setVisible(state is State.APPROVED or self.adding)
        self._signed_box.setVisible(signed)
        self.add.setVisible(state is State.SIGNED and not self.adding)
        self.verdict.setVisible(signed)
        self.export.setVisible(signed)
        self.container.setVisible(signed)
        self.cover.setVisible(signed)
        self._next.setVisible(state is State.SIGNED)
        self._show_beside(None)
        self._show_key()
        if signed:
            trust = list(self.context.trust)
            self.read(lambda: signatures_of(desk, number), self._show_signatures)
            self.read(
                lambda: carry_out(
                    heavy_return(desk, number), desk, verify_submission, number, trust
                ),
                self._show_verdict,
            )
            self.read(
                lambda: carry_out(heavy_return(desk, number), desk, verify_beside, number, trust),
                self._show_beside,
            )

    def _show_paper(self, told: tuple[Rendering, tuple[str, ...]]) -> None:
        rendering, words = told
        self.shown = rendering.digest
        self.digest_words.setText(" ".join(words))
        self.digest_words.setToolTip(tr("The same digest as words, to be compared by ear."))
        self.digest.setText(digest_words(rendering.digest))
        self.digest.setAccessibleName(rendering.digest)
        self.paper.setHtml(page_html(rendering))

    def _show_verdict(self, found: Verification) -> None:
        self.verdict.show_verification(found)

    def _show_beside(self, found: Verification | None) -> None:
        self.beside.setVisible(found is not None)
        self._beside_title.setVisible(found is not None)
        if found is not None:
            self.beside.show_verification(found)

    def _show_signatures(self, found: list[Signature]) -> None:
        slot = self.seen is not None and self.seen.signature_slot
        self.container.setChecked(len(found) > 1 or not slot)
        self.container.setEnabled(bool(found) and slot)
        self.signatures.setText("\n".join(signature_words(item) for item in found))
        self.signatures.setVisible(bool(found))

    # Signing

    def _shown(self) -> None:
        self.notice.hide()
        self._show_key()
        self.sign_button.setFocus()
        found, desk = self.key.certificate, self.context.desk
        if found is not None:
            self.read(lambda: doubt_about(desk, found.organisation), self._doubt)

    def _doubt(self, words: str | None) -> None:
        """Whether the certificate is the firm's; signing refuses another where the firm wants that."""
        self.doubt.setText(sentence(words) if words else "")
        self.doubt.setVisible(bool(words) and self.key.certificate is not None)

    def _show_key(self) -> None:
        self._key_title.setText(tr("Who signs as well") if self.adding else tr("Who signs"))
        self._key_text.setText(tr("Choose the key of the person who signs. It stays where it is."))
        self._key_text.setVisible(self.key.certificate is None)
        if self.key.certificate is None:
            self.doubt.hide()
        self.sign_button.setText(tr("Add this signature") if self.adding else tr("Sign"))
        who = tr("The signature is recorded at the seat of {name}.")
        self.acting.setText(who.format(name=self.context.desk.seat))
        self._look()

    def _look(self) -> None:
        state = self.seen.record.state if self.seen is not None else None
        possible = state is State.APPROVED or (self.adding and state is State.SIGNED)
        problem = self.claims.problem
        if self.key.certificate is None:
            problem = tr("Choose the key and show its certificate first.")
        self.sign_button.setEnabled(possible and not problem)
        self.sign_button.setToolTip(problem)

    def _add(self) -> None:
        self.adding = True
        self._key_box.show()
        self.add.hide()
        self._show_key()
        self.key.source.setFocus()

    def _sign(self) -> None:
        hand = self.key.hand
        if hand is None:
            return
        desk, number, join = self.context.desk, self.return_id, self.adding
        claims, shown = self.claims.claims(), self.shown
        self.claims.remember()
        self.sign_button.setEnabled(False)
        self.context.tasks.run(
            lambda: hand.sign(desk, number, claims, join=join, shown=shown),
            self._signed,
            self._refused,
            owner=self,
        )

    def _refused(self, error: BaseException) -> None:
        self.notice.fail(error)
        self._look()

    def _signed(self, changes: Changes) -> None:
        self.notice.hide()
        self.adding = False
        self.key.clear()
        self.claims.clear()
        self.context.changes.tell(changes)
        self._show_key()

    def _export(self) -> None:
        self.go.emit(Place("act", self.return_id, view="export"))


def _told(rendering: Rendering) -> tuple[Rendering, tuple[str, ...]]:
    """The page with its digest as words; their list is slow to load, so on the worker."""
    return rendering, rendering.words


def signature_words(item: Signature) -> str:
    """One signature beside the file: who, in which role, when, at which seat."""
    who = tr("{who}, {role}").format(who=item.signer, role=item.role) if item.role else item.signer
    when = tr("{when}, at the seat of {seat}").format(when=moment_words(item.at), seat=item.by)
    return f"{who}\n    {when}"


def _card(*widgets: QWidget) -> QFrame:
    result = frame("card")
    inner = column(*widgets, spacing=10)
    inner.setContentsMargins(16, 14, 16, 14)
    result.setLayout(inner)
    return result
