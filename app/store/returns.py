"""Returns and their steps in the database."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.clock import stamp
from app.domain.states import State
from app.store.tables import returns, steps


@dataclass(frozen=True, slots=True)
class ReturnRecord:
    """One return. `head` is the step that is shown, `steps` the last one that redo can reach."""

    id: str
    return_type: str
    period: str
    pack_id: str
    state: State
    head: int
    steps: int
    created_at: str
    created_by: str
    replaces_id: str | None
    follows_id: str | None = None


def _record(row: Any) -> ReturnRecord:
    return ReturnRecord(**{**row._asdict(), "state": State(row.state)})


def insert_return(connection: Connection, record: ReturnRecord) -> None:
    """Store a new return."""
    connection.execute(
        insert(returns).values(
            id=record.id,
            return_type=record.return_type,
            period=record.period,
            pack_id=record.pack_id,
            state=record.state.value,
            head=record.head,
            steps=record.steps,
            created_at=record.created_at,
            created_by=record.created_by,
            replaces_id=record.replaces_id,
            follows_id=record.follows_id,
        )
    )


def get_return(connection: Connection, return_id: str) -> ReturnRecord | None:
    """A return by its whole id."""
    found = connection.execute(select(returns).where(returns.c.id == return_id)).first()
    return _record(found) if found else None


def find_returns(connection: Connection, prefix: str = "") -> list[ReturnRecord]:
    """Returns by period, newest first; only those whose id begins with `prefix`."""
    query = select(returns).order_by(returns.c.period.desc(), returns.c.return_type)
    if prefix:
        query = query.where(returns.c.id.startswith(prefix, autoescape=True))
    return [_record(row) for row in connection.execute(query)]


def following(connection: Connection, return_id: str) -> list[ReturnRecord]:
    """The reports that were made to follow this one, oldest first."""
    query = select(returns).where(returns.c.follows_id == return_id).order_by(returns.c.created_at)
    return [_record(row) for row in connection.execute(query)]


def set_state(connection: Connection, return_id: str, state: State) -> None:
    """Write the state."""
    connection.execute(update(returns).where(returns.c.id == return_id).values(state=state.value))


def move_head(connection: Connection, return_id: str, head: int) -> None:
    """Show another step: undo and redo."""
    connection.execute(update(returns).where(returns.c.id == return_id).values(head=head))


def add_step(connection: Connection, record: ReturnRecord, label: str, seat: str) -> int:
    """Begin the step after the shown one; what could be redone is forgotten."""
    number = record.head + 1
    connection.execute(
        delete(steps).where(steps.c.return_id == record.id, steps.c.number >= number)
    )
    connection.execute(
        insert(steps).values(return_id=record.id, number=number, label=label, at=stamp(), by=seat)
    )
    connection.execute(
        update(returns).where(returns.c.id == record.id).values(head=number, steps=number)
    )
    return number


def step_label(connection: Connection, return_id: str, number: int) -> str:
    """What a step did, in words; empty when there is no such step."""
    query = select(steps.c.label).where(steps.c.return_id == return_id, steps.c.number == number)
    return connection.execute(query).scalar() or ""


def step_made(connection: Connection, return_id: str, number: int) -> tuple[str, str]:
    """When a step was made and what it did; empty texts when there is no such step."""
    query = select(steps.c.at, steps.c.label).where(
        steps.c.return_id == return_id, steps.c.number == number
    )
    found = connection.execute(query).first()
    return (found.at, found.label) if found else ("", "")
