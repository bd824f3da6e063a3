"""What a return owes by its pack's table of obligations: from when, until when, and whether it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.obligation import (
    BEGUN,
    PERIOD_END,
    Due,
    ObligationRule,
    newest,
    start_of,
)
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.states import State
from app.domain.tree import Row
from app.services.chain import SEALED, earlier_reports, followers, value_at
from app.services.conditions import holds
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection

DONE = frozenset({State.FILED, State.CORRECTED, State.VOIDED})
"""States in which nothing is left to do for a return."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation of one return. `start` is the day or moment from which it counts."""

    rule: ObligationRule
    record: ReturnRecord
    start: date | datetime
    due: Due
    done: bool


def owed_by(connection: Connection, pack: Pack, record: ReturnRecord) -> list[Owed]:
    """Every obligation that counts from this return, in the order of the table."""
    day = Period.parse(record.period).end
    rows = rows_at(connection, record)
    found: list[Owed] = []
    for rule in newest(pack.obligations, day):
        if holds(connection, pack, record, rows, rule.when):
            for start, row in _starts(pack, record, rows, rule):
                done = _done(connection, pack, record, rule, rows, row)
                found.append(Owed(rule, record, start, rule.due(start), done))
    return found


def filing_of(desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord) -> Owed | None:
    """When a return itself has to be filed: by its own table, else as the report before it says."""
    own = [item for item in owed_by(connection, pack, record) if item.rule.kind == "filing"]
    if not own and record.follows_id is not None:
        before = earlier_reports(connection, record)[-1:]
        own = [
            item
            for earlier in before
            for item in owed_by(connection, get_pack(desk, earlier.pack_id), earlier)
            if item.rule.kind == "next"
        ]
    return min(own, key=lambda item: item.due.moment, default=None)


def period_due(pack: Pack, period: Period) -> tuple[ObligationRule, Due] | None:
    """The deadline of a return that nobody has begun: only what counts from the period's end."""
    for rule in newest(pack.obligations, period.end):
        if rule.kind == "filing" and rule.start == PERIOD_END and rule.when is None:
            return rule, rule.due(period.end)
    return None


def _starts(
    pack: Pack, record: ReturnRecord, rows: Rows, rule: ObligationRule
) -> Iterator[tuple[date | datetime, Row | None]]:
    """The days or moments from which it counts: one, or one for each row of a table."""
    if rule.start == PERIOD_END:
        yield Period.parse(record.period).end, None
    elif rule.start == BEGUN:
        begun = start_of(record.created_at)
        if begun is not None:
            yield begun, None
    else:
        place = pack.schema.place(rule.start)
        if place is None:
            return  # `pack check` names it
        node, key = place
        for row in rows.all_of(node.path):
            start = start_of(row.values[node.index[key]] or "")
            if start is not None:
                yield start, row


def _done(
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    rule: ObligationRule,
    rows: Rows,
    row: Row | None,
) -> bool:
    if rule.kind == "filing":
        return record.state in DONE
    if record.state in (State.VOIDED, State.CORRECTED):
        return True
    if rule.until:
        place = pack.schema.place(rule.until)
        if place is not None and row is not None and place[0].path == row.node:
            return bool(row.values[place[0].index[place[1]]])
        return bool(value_at(pack.schema, rows, rule.until))
    if rule.kind == "next":
        return any(
            later.state in {*SEALED, State.CORRECTED} for later in followers(connection, record)
        )
    return record.state in SEALED
