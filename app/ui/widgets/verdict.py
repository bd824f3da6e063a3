"""The answer to a signature: valid, not valid, or cannot be determined, always with the reasons."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.services.answers import Content
from app.signing.verify import Verification
from app.ui.i18n import noop, tr
from app.ui.icons import IconLabel
from app.ui.sentences import known, sentence
from app.ui.widgets.basic import label, row, set_role
from app.ui.words import digest_words, moment_words, verdict_word

_TONES = {"valid": "done", "invalid": "blocking", "indeterminate": "explain"}
_ICONS = {"valid": "verify", "invalid": "blocking", "indeterminate": "unknown"}
_COMMITMENTS = {
    "approval": noop("the signer approved the content"),
    "creation": noop("the signer prepared the content"),
    "origin": noop("the signer prepared, approved and sent it"),
}


class VerdictCard(QFrame):
    """Shows one verification, and each signature of several."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.found: Verification | None = None
        self.content: Sequence[Content] = ()
        self._icon = IconLabel(size=24)
        self.word = label(role="title")
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(row(self._icon, self.word, None))
        layout.addWidget(self.text)

    def show_verification(self, found: Verification, content: Sequence[Content] = ()) -> None:
        """Another answer, with what the covered documents are worth."""
        self.found, self.content = found, content
        self._draw()

    def _draw(self) -> None:
        found = self.found
        if found is None:
            return
        self._icon.show_icon(_ICONS[found.verdict], _TONES[found.verdict])
        self.word.setText(verdict_word(found.verdict))
        set_role(self.word, "title")
        self.text.setText("\n".join([*answer_lines(found), *map(content_line, self.content)]))
        self.setAccessibleName(f"{self.word.text()}: {self.text.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)


def answer_lines(found: Verification) -> Iterator[str]:
    """A whole answer in words, below its one word."""
    yield from (sentence(reason) for reason in found.reasons)
    if not found.signatures:
        yield from _signature_lines(found)
    if found.document_sha256:
        digest = digest_words(found.document_sha256)
        yield tr("SHA-256 of the content: {digest}").format(digest=digest)
    if found.covers:
        yield tr("Covered: {names}").format(names=", ".join(found.covers))
    if found.uncovered:
        names = "; ".join(known(item) for item in found.uncovered)
        yield tr("Not covered: {names}").format(names=names)
    for number, item in enumerate(found.signatures, 1):
        yield ""
        word = verdict_word(item.verdict)
        yield tr("Signature {n}: {verdict}").format(n=number, verdict=word)
        own = [r for r in item.reasons if not {r, f"{item.signer}: {r}"} & set(found.reasons)]
        yield from (sentence(reason) for reason in own)
        yield from _signature_lines(item)


def content_line(item: Content) -> str:
    """What a covered document is worth by its pack."""
    if item.pack is None:
        reason = sentence(item.reason or "")
        return tr("Content of {name}: not judged. {reason}").format(name=item.name, reason=reason)
    blocking, explain = (dict(item.counts).get(name, 0) for name in ("blocking", "explain"))
    if item.verdict == "valid" and not explain:
        words = tr("Content of {name}: fits {pack} and its rules as they stand now.")
    else:
        words = tr(
            "Content of {name}, by {pack} and its rules as they stand now: {blocking} blocking,"
            " {explain} to explain."
        )
    return words.format(name=item.name, pack=item.pack, blocking=blocking, explain=explain)


def _signature_lines(found: Verification) -> Iterator[str]:
    """Who, as what, where, when, and what proves the time."""
    if found.signer:
        yield tr("Signer: {name}").format(name=found.signer)
    if found.issuer:
        yield tr("Issued by {issuer}").format(issuer=found.issuer)
    if found.role:
        yield tr("Role (as the signer claims): {role}").format(role=found.role)
    if found.place:
        yield tr("Place (as the signer claims): {place}").format(place=found.place)
    if found.commitment:
        meaning = _COMMITMENTS.get(found.commitment)
        words = tr(meaning) if meaning else found.commitment
        yield tr("Meaning: {meaning}").format(meaning=words)
    if found.signed_at:
        moment = moment_words(found.signed_at)
        yield tr("Signed at (as the signer claims): {moment}").format(moment=moment)
    if found.signer:
        yield _proof(found)
    if found.unrevoked_at:
        moment = moment_words(found.unrevoked_at)
        yield tr("Evidence shows that nothing was revoked until {moment}.").format(moment=moment)


def _proof(found: Verification) -> str:
    if not found.proven_at:
        return tr("No trusted time-stamp proves when it was signed.")
    return tr("A time-stamp of {authority} proves that it existed at {moment}.").format(
        authority=found.stamped_by or tr("a trusted authority"),
        moment=moment_words(found.proven_at),
    )
