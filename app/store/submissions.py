"""Reviews, submissions and receipts in the database."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from app.domain.clock import stamp
from app.store.returns import ReturnRecord
from app.store.tables import history, reviews, submissions

_PREPARING = (
    "return-created",
    "value",
    "row-added",
    "row-removed",
    "imported",
    "undo",
    "redo",
    "explained",
    "carried",
)


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
        select(
            reviews.c.action,
            reviews.c.step,
            reviews.c.digest,
            reviews.c.pack_digest,
            reviews.c.at,
            reviews.c.by,
            reviews.c.comment,
        )
        .where(reviews.c.return_id == return_id, reviews.c.action == "approved")
        .order_by(reviews.c.id.desc())
        .limit(1)
    )
    found = connection.execute(query).first()
    return Review(*found) if found else None


def preparers(connection: Connection, record: ReturnRecord) -> set[str]:
    """Every seat that had a hand in the content."""
    query = select(history.c.seat).where(
        history.c.return_id == record.id, history.c.action.in_(_PREPARING)
    )
    return set(connection.execute(query.distinct()).scalars())


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


def last_submission(connection: Connection, return_id: str) -> Submission | None:
    """The newest submission of a return."""
    query = (
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
        .limit(1)
    )
    found = connection.execute(query).first()
    return Submission(*found) if found else None
