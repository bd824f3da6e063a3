"""A return on paper: the pages that are printed and exported, made from the canonical bytes.

Before signing these are the bytes that would be signed now; after it those that were, whatever the workspace
holds since. The pack fixes sections, names, order and units; the same bytes with the same record of who
approved and signed give the same pages.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.pack import Pack
from app.domain.page import Line, Part, Sheet, seen
from app.domain.states import State
from app.errors import UserError
from app.services.desk import Desk
from app.services.digestwords import digest_groups, digest_words
from app.services.documents import parts
from app.services.naming import file_stem
from app.services.packs import get_pack
from app.services.paperwords import paper_words
from app.services.rendering import render_bytes
from app.services.returns import get_return
from app.store import explanations as explanations_store
from app.store import files
from app.store import submissions as store
from app.store.explanations import Explanation
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.submissions import Receipt, Review, Signature, Submission
from app.store.workspace import Connection
from app.xml.writer import canonical_parts

if TYPE_CHECKING:
    from app.paper.marks import Printed
    from app.paper.sheet import Paper

ROWS = 500
"""Rows of a table that stand on paper; the count of all is told, and the XML holds them."""

_APPROVED = (State.APPROVED, State.SIGNED, State.FILED, State.CORRECTED)


class SubmissionDamaged(UserError):
    """The kept bytes are not the ones that were signed."""

    code = "submission-damaged"


class PdfNotWritten(UserError):
    """The file cannot be written."""

    code = "pdf-not-written"


@dataclass(frozen=True, slots=True)
class Told:
    """All that the pages of a return say, beside the words of its pack."""

    pack: Pack
    record: ReturnRecord
    entity: str
    ce: str
    preparers: tuple[str, ...]
    approval: Review | None
    voided: Review | None
    submission: Submission | None
    signatures: tuple[Signature, ...]
    receipts: tuple[Receipt, ...]
    explanations: tuple[Explanation, ...]
    content: bytes


def signed_content(
    connection: Connection, pack: Pack, submission: Submission, number: str
) -> bytes:
    """The canonical bytes that were signed for a return, written again from its kept step."""
    content = b"".join(canonical_parts(pack.schema, Rows(connection, number, submission.step)))
    if hashlib.sha256(content).hexdigest() != submission.unsigned_digest:
        raise SubmissionDamaged("the kept content differs from what was signed; restore a backup")
    return content


def told(desk: Desk, connection: Connection, record: ReturnRecord) -> Told:
    """Read what the pages need."""
    pack = get_pack(desk, record.pack_id)
    submission = store.last_submission(connection, record.id)
    reviews = store.reviews_of(connection, record.id)
    approved = store.last_approval(connection, record.id) if record.state in _APPROVED else None
    return Told(
        pack=pack,
        record=record,
        entity=desk.workspace.fact("entity"),
        ce=desk.workspace.fact("ce"),
        preparers=tuple(sorted(store.preparers(connection, record))),
        approval=approved,
        voided=next((item for item in reversed(reviews) if item.action == "voided"), None),
        submission=submission,
        signatures=tuple(store.signatures_of(connection, submission.id)) if submission else (),
        receipts=tuple(store.receipts_of(connection, submission.id)) if submission else (),
        explanations=_explanations(connection, record),
        content=signed_content(connection, pack, submission, record.id)
        if submission
        else b"".join(parts(connection, pack, record)),
    )


def _explanations(connection: Connection, record: ReturnRecord) -> tuple[Explanation, ...]:
    """What was said of findings, in the order of their rules and places."""
    found = explanations_store.get(connection, record.id)
    return tuple(found[key] for key in sorted(found) if found[key].text.strip())


def printed_return(desk: Desk, return_id: str, language: str, rows: int = ROWS) -> "Printed":
    """The pages of a return, in whatever state it is."""
    with desk.workspace.read() as connection:
        data = told(desk, connection, get_return(desk, return_id))
    return printed(data, language, rows)


def printed(data: Told, language: str, rows: int = ROWS) -> "Printed":
    """The same from what was read."""
    from app.paper.sheet import lay_out  # noqa: PLC0415  (brings in the PDF library)

    rendering = render_bytes(data.pack, data.content, language, rows)
    words = paper_words(language)
    note = words["note" if data.submission else "note_draft"]
    return lay_out(
        _paper(data, rendering.digest, language, parts=rendering.parts, notes=(note,), heading="")
    )


def return_pdf(desk: Desk, return_id: str, language: str) -> bytes:
    """The same as a PDF."""
    from app.paper.pdf import pdf_bytes  # noqa: PLC0415

    return pdf_bytes(printed_return(desk, return_id, language))


def pdf_name(desk: Desk, return_id: str) -> str:
    """How its PDF is called; one of a return that is not signed says so in its name."""
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        signed = store.last_submission(connection, record.id) is not None
    return f"{file_stem(desk, record)}{'' if signed else '_draft'}.pdf"


def write_pdf(desk: Desk, return_id: str, file: Path, language: str) -> str:
    """Write it whole or not at all; the SHA-256 of the file."""
    body = return_pdf(desk, return_id, language)
    try:
        files.write_bytes(file, body)
    except OSError as error:
        raise PdfNotWritten(f"the file cannot be written: {error.strerror}", file=file) from error
    return hashlib.sha256(body).hexdigest()


def pdf_of(data: Told, language: str) -> bytes:
    """The PDF of a return from what was read."""
    from app.paper.pdf import pdf_bytes  # noqa: PLC0415

    return pdf_bytes(printed(data, language))


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that is handed over. `kind` is that of `services.export.Exported`."""

    name: str
    kind: str
    sha256: str


def cover_pdf(data: Told, files: tuple[Handed, ...], language: str) -> bytes:
    """The sheet that lies on top of what is handed over: who, what, by which digests, how to check."""
    from app.paper.pdf import pdf_bytes  # noqa: PLC0415
    from app.paper.sheet import lay_out  # noqa: PLC0415

    words = paper_words(language)
    rows = tuple(
        (file.name, words[f"kind_{file.kind}"], " ".join(digest_groups(file.sha256)))
        for file in files
    )
    titles = (words["cover_file"], words["cover_what"], words["cover_digest"])
    sheet = Sheet(words["cover_files"], titles, (False, False, False), rows, len(rows))
    checks = tuple(words[f"check_{number}"] for number in range(1, 5))
    parts = (
        Part(words["cover_files"], 1, (), (sheet,)),
        *_explained(data, language),
        Part(words["cover_check"], 1, notes=checks),
    )
    notes = (words["cover_next"],) if data.record.state is State.SIGNED else ()
    digest = hashlib.sha256(data.content).hexdigest()
    paper = _paper(data, digest, language, parts=parts, notes=notes, heading=words["cover"])
    return pdf_bytes(lay_out(paper))


def _explained(data: Told, language: str) -> tuple[Part, ...]:
    """What the firm says of findings: no XML carries it, so it stands on the sheet on top."""
    if not data.explanations:
        return ()
    words = paper_words(language)
    titles = (words["explained_code"], words["explained_words"], words["explained_by"])
    rows = tuple(
        (
            f"{item.code}\n{item.path}" if item.path else item.code,
            seen(item.text),
            f"{item.by}, {item.at[:10]}",
        )
        for item in data.explanations
    )
    sheet = Sheet(words["explained"], titles, (False, False, False), rows, len(rows))
    return (Part(words["explained"], 1, (), (sheet,), notes=(words["explained_note"],)),)


def _paper(
    data: Told,
    digest: str,
    language: str,
    *,
    parts: tuple[Part, ...],
    notes: tuple[str, ...],
    heading: str,
) -> "Paper":
    from app.paper.sheet import Paper  # noqa: PLC0415

    words, record = paper_words(language), data.record
    title = f"{data.pack.manifest.title(language)} · {record.period}"
    under = " · ".join(filter(None, (seen(data.entity), data.ce, record.id[:8])))
    groups, phrase = " ".join(digest_groups(digest)), " ".join(digest_words(digest))
    return Paper(
        title=f"{heading}: {title}" if heading else title,
        under=under,
        state=words[f"state_{record.state.value}"],
        facts=tuple(_facts(data, words, language, groups, phrase)),
        notes=notes,
        parts=parts,
        digest=groups,
        digest_words=phrase,
        words=words,
        language=language,
        banner=_banner(data, words),
        author=seen(data.entity),
    )


def _banner(data: Told, words: Mapping[str, str]) -> str:
    if data.record.state is State.VOIDED:
        return words["voided_banner"]
    if data.record.state is State.CORRECTED:
        return words["corrected_banner"]
    return "" if data.submission else words["draft_banner"]


def _facts(
    data: Told, words: Mapping[str, str], language: str, groups: str, phrase: str
) -> Iterator[Line]:
    record, pack = data.record, data.pack
    yield Line(words["entity"], seen(data.entity))
    yield Line(words["ce"], data.ce)
    yield Line(words["period"], record.period)
    yield Line(words["state"], words[f"state_{record.state.value}"])
    yield Line(words["return_id"], f"{record.return_type} {record.id}")
    if record.replaces_id:
        yield Line(words["replaces"], record.replaces_id)
    if record.follows_id:
        yield Line(words["follows"], record.follows_id)
    yield Line(words["pack"], f"{pack.manifest.title(language)}, {pack.id}")
    yield Line(words["pack_digest"], " ".join(digest_groups(pack.digest)))
    yield Line(words["content_digest"], groups)
    yield Line(words["content_words"], phrase)
    if data.submission:
        yield Line(words["file_digest"], " ".join(digest_groups(data.submission.blob)))
    yield from _people(data, words)


def _people(data: Told, words: Mapping[str, str]) -> Iterator[Line]:
    nobody = words["nobody"]
    yield Line(words["prepared"], ", ".join(map(seen, data.preparers)) or nobody)
    approval = data.approval
    yield Line(
        words["approved"], f"{seen(approval.by)}, {moment(approval.at)}" if approval else nobody
    )
    if data.submission is None:
        yield Line(words["signed"], nobody)
    elif not data.signatures:
        yield Line(words["signed"], f"{seen(data.submission.signer)}, {moment(data.submission.at)}")
    for item in data.signatures:
        role = f", {words['as_role'].format(role=seen(item.role))}" if item.role else ""
        seat = words["at_seat"].format(seat=seen(item.by))
        yield Line(words["signed"], f"{seen(item.signer)}{role}, {moment(item.at)}, {seat}")
    for receipt in data.receipts:
        yield Line(words["receipt"], f"{moment(receipt.at)}, {seen(receipt.by)}")
    if data.voided is not None and data.record.state is State.VOIDED:
        voided = data.voided
        yield Line(
            words["voided_by"], f"{seen(voided.by)}, {moment(voided.at)}: {seen(voided.comment)}"
        )


def moment(stamp: str) -> str:
    """A moment of the store, told in Hong Kong's time whatever the machine's is."""
    at = datetime.fromisoformat(stamp.replace("Z", "+00:00")) + timedelta(hours=8)
    return f"{at:%Y-%m-%d %H:%M} HKT"
