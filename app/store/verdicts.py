"""The last verdict of a return in the database. Nothing depends on it: without it, a check is made."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from app.domain.finding import Finding, Severity
from app.domain.origin import Origin, OriginKind
from app.store.submissions import NOT_PREPARING
from app.store.tables import history, returns, verdicts

_ANYWHERE = ("checked", "commented", "exported")
"""Acts after which every return reads as it did."""


@dataclass(frozen=True, slots=True)
class KeptVerdict:
    """`digest` is that of the canonical content that was checked, `fingerprint` that of the rest."""

    fingerprint: str
    digest: str
    findings: tuple[Finding, ...]


def last_change(connection: Connection, return_id: str) -> int:
    """Number of the last row of the history that may have changed what a check of a return finds.

    Left out is what is done to the return itself on its way to a signature, and what changes nothing.
    """
    own = and_(history.c.return_id == return_id, history.c.action.in_(NOT_PREPARING))
    harmless = or_(func.coalesce(own, False), history.c.action.in_(_ANYWHERE))
    query = select(history.c.seq).where(~harmless).order_by(history.c.seq.desc()).limit(1)
    return connection.execute(query).scalar() or 0


def other_returns(connection: Connection, return_id: str) -> list[list[Any]]:
    """Every other return, as what a rule could look at depends on it."""
    columns = (
        returns.c.id,
        returns.c.return_type,
        returns.c.period,
        returns.c.pack_id,
        returns.c.state,
        returns.c.head,
        returns.c.replaces_id,
        returns.c.follows_id,
    )
    query = select(*columns).where(returns.c.id != return_id).order_by(returns.c.id)
    return [list(row) for row in connection.execute(query)]


def keep(
    connection: Connection,
    return_id: str,
    fingerprint: str,
    digest: str,
    findings: Iterable[Finding],
) -> None:
    """Keep a verdict in the place of the one before."""
    forget(connection, return_id)
    body = json.dumps([asdict(finding) for finding in findings], ensure_ascii=False)
    connection.execute(
        insert(verdicts).values(
            return_id=return_id, fingerprint=fingerprint, digest=digest, findings=body
        )
    )


def forget(connection: Connection, return_id: str) -> None:
    """Keep none."""
    connection.execute(delete(verdicts).where(verdicts.c.return_id == return_id))


def kept(connection: Connection, return_id: str, fingerprint: str) -> KeptVerdict | None:
    """The verdict with that fingerprint, None when there is none."""
    query = select(verdicts.c.fingerprint, verdicts.c.digest, verdicts.c.findings).where(
        verdicts.c.return_id == return_id, verdicts.c.fingerprint == fingerprint
    )
    found = connection.execute(query).first()
    if found is None:
        return None
    return KeptVerdict(found[0], found[1], tuple(map(_finding, json.loads(found[2]))))


def _finding(body: dict[str, Any]) -> Finding:
    origin = body.pop("origin")
    if origin is not None:
        origin = Origin(**{**origin, "kind": OriginKind(origin["kind"])})
    return Finding(**{**body, "severity": Severity(body["severity"]), "origin": origin})
