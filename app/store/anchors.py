"""Certificates that a workspace trusts."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from app.domain.clock import stamp
from app.store.tables import anchors


@dataclass(frozen=True, slots=True)
class Anchor:
    """A certificate in DER, by its SHA-256 as hex, and who trusted it when (ISO 8601 in UTC)."""

    fingerprint: str
    certificate: bytes
    at: str
    by: str


def all_anchors(connection: Connection) -> list[Anchor]:
    """Every one, in the order in which they came."""
    query = select(
        anchors.c.fingerprint, anchors.c.certificate, anchors.c.at, anchors.c.by
    ).order_by(anchors.c.at, anchors.c.fingerprint)
    return [Anchor(*row) for row in connection.execute(query)]


def add_anchor(connection: Connection, fingerprint: str, certificate: bytes, seat: str) -> None:
    """Trust one more."""
    connection.execute(
        insert(anchors).values(
            fingerprint=fingerprint, certificate=certificate, at=stamp(), by=seat
        )
    )


def remove_anchor(connection: Connection, fingerprint: str) -> None:
    """Trust one no longer."""
    connection.execute(delete(anchors).where(anchors.c.fingerprint == fingerprint))
