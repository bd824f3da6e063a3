"""Files with time-stamps and evidence that were added to what was signed."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from app.domain.clock import stamp
from app.store.tables import proofs


@dataclass(frozen=True, slots=True)
class Proof:
    """A signed file with what was added, by its SHA-256 as hex.

    `kind` is return or container, `level` T or LT (ETSI EN 319 132-1); `proven_at` and `at` are
    ISO 8601 in UTC.
    """

    blob: str
    kind: str
    level: str
    proven_at: str
    stamped_by: str
    at: str
    by: str


def add_proof(
    connection: Connection,
    submission_id: int,
    *,
    blob: str,
    kind: str,
    level: str,
    proven_at: str,
    stamped_by: str,
    seat: str,
) -> None:
    """Keep one more."""
    connection.execute(
        insert(proofs).values(
            submission_id=submission_id,
            blob=blob,
            kind=kind,
            level=level,
            proven_at=proven_at,
            stamped_by=stamped_by,
            at=stamp(),
            by=seat,
        )
    )


def proofs_of(connection: Connection, submission_id: int) -> list[Proof]:
    """Every proof of a submission, oldest first."""
    query = (
        select(
            proofs.c.blob,
            proofs.c.kind,
            proofs.c.level,
            proofs.c.proven_at,
            proofs.c.stamped_by,
            proofs.c.at,
            proofs.c.by,
        )
        .where(proofs.c.submission_id == submission_id)
        .order_by(proofs.c.id)
    )
    return [Proof(*row) for row in connection.execute(query)]
