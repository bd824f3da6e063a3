"""The hash-chained history: one row for every change, each row sealing the one before it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, case, func, insert, select

from app.domain.clock import stamp
from app.store.tables import history

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the history. `detail` is a JSON document; `at` is ISO 8601 in UTC."""

    seq: int
    at: str
    seat: str
    action: str
    return_id: str | None
    detail: str
    previous: str
    hash: str

    def as_dict(self) -> dict[str, object]:
        """For the JSON of `praya history show`."""
        return {**asdict(self), "detail": json.loads(self.detail)}

    def as_line(self) -> str:
        """One line of the exported history: all that the hash covers, exactly as it covers it."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def seal(self) -> str:
        """What the hash of this row has to be."""
        return seal(
            self.seq,
            self.at,
            self.seat,
            self.action,
            self.return_id,
            self.detail,
            self.previous,
        )


def seal(
    seq: int, at: str, seat: str, action: str, return_id: str | None, detail: str, previous: str
) -> str:
    """SHA-256 over the row as compact JSON; documented so that anyone can compute it again."""
    body = json.dumps(
        [seq, at, seat, action, return_id, detail, previous],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(body.encode()).hexdigest()


def append(
    connection: Connection,
    *,
    seat: str,
    action: str,
    return_id: str | None = None,
    detail: dict[str, object] | None = None,
) -> int:
    """Add one row in the caller's transaction; returns its number."""
    last = connection.execute(
        select(history.c.seq, history.c.hash).order_by(history.c.seq.desc()).limit(1)
    ).first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, GENESIS)
    at = stamp()
    body = json.dumps(detail or {}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    connection.execute(
        insert(history).values(
            seq=seq,
            at=at,
            seat=seat,
            action=action,
            return_id=return_id,
            detail=body,
            previous=previous,
            hash=seal(seq, at, seat, action, return_id, body, previous),
        )
    )
    return seq


def entries(connection: Connection, return_id: str | None = None) -> Iterator[Entry]:
    """The history from its beginning, of one return or of all."""
    query = select(history).order_by(history.c.seq)
    if return_id is not None:
        query = query.where(history.c.return_id == return_id)
    for row in connection.execute(query):
        yield Entry(*row)


def newest(
    connection: Connection, return_id: str | None, before: int | None, limit: int
) -> list[Entry]:
    """The last rows, newest first; with `before` only those with a smaller number."""
    query = select(history).order_by(history.c.seq.desc()).limit(limit)
    if return_id is not None:
        query = query.where(history.c.return_id == return_id)
    if before is not None:
        query = query.where(history.c.seq < before)
    return [Entry(*row) for row in connection.execute(query)]


def seats(connection: Connection) -> list[str]:
    """Every name that has acted, whoever acted last comes first."""
    query = select(history.c.seat).group_by(history.c.seat)
    return [row.seat for row in connection.execute(query.order_by(func.max(history.c.seq).desc()))]


def of_action(connection: Connection, action: str) -> list[Entry]:
    """The rows of one kind of action, oldest first."""
    query = select(history).where(history.c.action == action).order_by(history.c.seq)
    return [Entry(*row) for row in connection.execute(query)]


def last(connection: Connection, return_id: str, action: str) -> Entry | None:
    """The newest row of an action on a return."""
    query = select(history).where(history.c.return_id == return_id, history.c.action == action)
    row = connection.execute(query.order_by(history.c.seq.desc()).limit(1)).first()
    return Entry(*row) if row else None


def since(connection: Connection, return_id: str, seq: int) -> Iterator[tuple[str, str]]:
    """Action and detail (JSON) of what happened to a return after a row; the detail of
    explanations only, since that of a block of cells may be long.
    """
    detail = case((history.c.action == "explained", history.c.detail), else_="{}")
    query = select(history.c.action, detail).where(
        history.c.return_id == return_id, history.c.seq > seq
    )
    for row in connection.execute(query.order_by(history.c.seq)):
        yield row[0], row[1]


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold: the number of the row, and why, as the end of a sentence."""

    seq: int
    reason: str


def check_chain(chain: Iterable[Entry]) -> Break | None:
    """The first row that does not fit; None when all of it holds."""
    expected, previous = 1, GENESIS
    for entry in chain:
        if entry.seq != expected:
            if entry.seq > expected:
                return Break(expected, f"row {expected} is missing")
            return Break(entry.seq, f"row {entry.seq} does not belong there")
        if entry.previous != previous:
            return Break(entry.seq, f"row {entry.seq} does not continue the row before it")
        if entry.hash != entry.seal():
            return Break(entry.seq, f"row {entry.seq} was changed after it was written")
        expected, previous = expected + 1, entry.hash
    return None


def first_break(connection: Connection) -> int | None:
    """Number of the first row that does not fit its chain; None when all of it holds."""
    found = check_chain(entries(connection))
    return found.seq if found else None


def hash_of(connection: Connection, seq: int) -> str | None:
    """The hash of a row; None when there is no such row."""
    return connection.execute(select(history.c.hash).where(history.c.seq == seq)).scalar()


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last row."""
    last = connection.execute(
        select(history.c.seq, history.c.hash).order_by(history.c.seq.desc()).limit(1)
    ).first()
    return (last.seq, last.hash) if last else (0, GENESIS)
