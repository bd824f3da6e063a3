"""Reviews, submissions and receipts in the database."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from app.domain.clock import stamp
from app.store.returns import ReturnRecord, get_return
from app.store.tables import history, receipts, reviews, signatures, submissions

NOT_PREPARING = (
    "checked",
    "state",
    "sent-for-review",
    "commented",
    "sent-back",
    "approved",
    "approval-voided",
    "signed",
    "signature-added",
    "proof-kept",
    "exported",
    "receipt-recorded",
    "status-rejected",
    "voided",
    "corrected",
)
"""Acts that leave the content alone. Whoever did anything else to a return has prepared it."""


@dataclass(frozen=True, slots=True)
class Review:
    """One step of the review. `digest` is that of the canonical XML that was seen."""

    action: str
    step: int
    digest: str
    pack_digest: str
    at: str
    by: str
    comment: str


@dataclass(frozen=True, slots=True)
class Submission:
    """The exact bytes that were signed, by their SHA-256."""

    id: int
    step: int
    blob: str
    unsigned_digest: str
    signer: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature beside the signed file: its document and its certificate by their SHA-256."""

    submission_id: int
    blob: str
    signer: str
    certificate: str
    role: str | None
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came back for a submission: a file, kept by its SHA-256."""

    submission_id: int
    blob: str
    at: str
    by: str


_REVIEW = (
    reviews.c.action,
    reviews.c.step,
    reviews.c.digest,
    reviews.c.pack_digest,
    reviews.c.at,
    reviews.c.by,
    reviews.c.comment,
)


def add_review(
    connection: Connection,
    record: ReturnRecord,
    action: str,
    digest: str,
    pack_digest: str,
    seat: str,
    comment: str = "",
) -> None:
    """Record a step of the review."""
    connection.execute(
        insert(reviews).values(
            return_id=record.id,
            action=action,
            step=record.head,
            digest=digest,
            pack_digest=pack_digest,
            at=stamp(),
            by=seat,
            comment=comment,
        )
    )


def last_approval(connection: Connection, return_id: str) -> Review | None:
    """The newest approval, whether it still counts or not."""
    query = (
        select(*_REVIEW)
        .where(reviews.c.return_id == return_id, reviews.c.action == "approved")
        .order_by(reviews.c.id.desc())
        .limit(1)
    )
    found = connection.execute(query).first()
    return Review(*found) if found else None


def reviews_of(connection: Connection, return_id: str) -> list[Review]:
    """Every step of the review, oldest first."""
    query = select(*_REVIEW).where(reviews.c.return_id == return_id).order_by(reviews.c.id)
    return [Review(*row) for row in connection.execute(query)]


def preparers(connection: Connection, record: ReturnRecord) -> set[str]:
    """Every seat that had a hand in the content, as it was written, and in what it was made from.

    A correction carries the figures of the return that it replaces, and a draft that was taken over
    into another pack those of the draft before.
    """
    seats: set[str] = set()
    waiting, seen = [item for item in (record.id, record.replaces_id) if item], set()
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        query = select(history.c.seat).where(
            history.c.return_id == number, history.c.action.not_in(NOT_PREPARING)
        )
        seats.update(connection.execute(query.distinct()).scalars())
        held = get_return(connection, number)
        replaced = held.replaces_id if held else None
        waiting += [item for item in (replaced, _taken_from(connection, number)) if item]
    return seats


def _taken_from(connection: Connection, number: str) -> str | None:
    """The draft whose content a return was made with under another pack."""
    query = select(history.c.detail).where(
        history.c.return_id == number, history.c.action == "return-created"
    )
    for detail in connection.execute(query).scalars():
        source = json.loads(detail).get("migrated_from")
        if source:
            return str(source)
    return None


def add_submission(
    connection: Connection, record: ReturnRecord, blob: str, digest: str, signer: str, seat: str
) -> None:
    """Record what was signed."""
    connection.execute(
        insert(submissions).values(
            return_id=record.id,
            step=record.head,
            blob=blob,
            unsigned_digest=digest,
            signer=signer,
            at=stamp(),
            by=seat,
        )
    )


def _submissions(return_id: str) -> Any:
    return (
        select(
            submissions.c.id,
            submissions.c.step,
            submissions.c.blob,
            submissions.c.unsigned_digest,
            submissions.c.signer,
            submissions.c.at,
            submissions.c.by,
        )
        .where(submissions.c.return_id == return_id)
        .order_by(submissions.c.id.desc())
    )


def last_submission(connection: Connection, return_id: str) -> Submission | None:
    """The newest submission of a return."""
    found = connection.execute(_submissions(return_id).limit(1)).first()
    return Submission(*found) if found else None


def submission_of_digest(connection: Connection, digest: str) -> tuple[str, Submission] | None:
    """The newest submission with a digest, of its bytes or of its content; with its return's id."""
    query = (
        select(submissions.c.return_id)
        .where((submissions.c.blob == digest) | (submissions.c.unsigned_digest == digest))
        .order_by(submissions.c.id.desc())
        .limit(1)
    )
    number = connection.execute(query).scalar()
    held = last_submission(connection, number) if number else None
    if number is None or held is None or digest not in (held.blob, held.unsigned_digest):
        return None
    return number, held


def add_signature(
    connection: Connection,
    submission_id: int,
    *,
    blob: str,
    signer: str,
    certificate: str,
    role: str | None,
    seat: str,
) -> None:
    """Keep a signature beside the signed file."""
    connection.execute(
        insert(signatures).values(
            submission_id=submission_id,
            blob=blob,
            signer=signer,
            certificate=certificate,
            role=role,
            at=stamp(),
            by=seat,
        )
    )


def signatures_of(connection: Connection, submission_id: int) -> list[Signature]:
    """The signatures beside a signed file, oldest first."""
    query = (
        select(
            signatures.c.submission_id,
            signatures.c.blob,
            signatures.c.signer,
            signatures.c.certificate,
            signatures.c.role,
            signatures.c.at,
            signatures.c.by,
        )
        .where(signatures.c.submission_id == submission_id)
        .order_by(signatures.c.id)
    )
    return [Signature(*row) for row in connection.execute(query)]


def signing_certificates(connection: Connection) -> list[tuple[str, str]]:
    """Every certificate that ever signed here: its SHA-256, and a signature document that carries it."""
    query = select(signatures.c.certificate, func.max(signatures.c.blob)).group_by(
        signatures.c.certificate
    )
    return [(str(mark), str(blob)) for mark, blob in connection.execute(query)]


def add_receipt(connection: Connection, submission_id: int, blob: str, seat: str) -> None:
    """Record a receipt for a submission."""
    connection.execute(
        insert(receipts).values(submission_id=submission_id, blob=blob, at=stamp(), by=seat)
    )


def receipts_of(connection: Connection, submission_id: int) -> list[Receipt]:
    """The receipts of a submission, oldest first."""
    query = (
        select(receipts.c.submission_id, receipts.c.blob, receipts.c.at, receipts.c.by)
        .where(receipts.c.submission_id == submission_id)
        .order_by(receipts.c.id)
    )
    return [Receipt(*row) for row in connection.execute(query)]


def receipt_marks(connection: Connection, *return_ids: str | None) -> list[str]:
    """The SHA-256 of everything that came back for some returns."""
    query = (
        select(receipts.c.blob)
        .join(submissions, submissions.c.id == receipts.c.submission_id)
        .where(submissions.c.return_id.in_([item for item in return_ids if item]))
        .order_by(receipts.c.id)
    )
    return list(connection.execute(query).scalars())
