"""The reports of one event: which came before, which comes next, where the event stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.chain import Chain
from app.domain.locator import parse_path
from app.domain.pack import Pack
from app.domain.schema import TEXT_KEY, Schema
from app.domain.states import State
from app.domain.tree import RowReader
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.store import corrections
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

SEALED = frozenset({State.SIGNED, State.FILED})
"""States of a report on which the next one can be built: nobody changes it any more."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with its reports in order of sequence; voided ones are left out.

    `id` is the number that its reports share. `open` is off once the last report ends the chain and
    is signed. `phase`, `status`, `severity` are codes as the newest report gives them, None where
    it does not.
    """

    id: str
    return_type: str
    title: str | None
    phase: str | None
    status: str | None
    severity: str | None
    reports: tuple[ReturnRecord, ...]
    open: bool

    @property
    def newest(self) -> ReturnRecord:
        """The report that was begun last."""
        return self.reports[-1]


def value_at(schema: Schema, rows: RowReader, path: str) -> str | None:
    """The value of a field that has one place in the return; None where it or its group is absent."""
    row, node = rows.root(), schema.root
    steps = parse_path(path) if path else ()
    for number, step in enumerate(steps):
        child = node.by_name.get(step.name)
        if child is None:
            key = "/".join(item.name for item in steps[number:])
            return row.values[node.index[key]] if key in node.index else None
        below = next(iter(rows.children(row.id, child.path)), None)
        if below is None:
            return None
        row, node = below, child
    return row.values[node.index[TEXT_KEY]] if TEXT_KEY in node.index else None


def earlier_reports(connection: Connection, record: ReturnRecord) -> list[ReturnRecord]:
    """The reports before this one, the first one first; a corrected one stands as its correction."""
    found: list[ReturnRecord] = []
    number = record.follows_id
    while number is not None:
        earlier = store.get_return(connection, number)
        if earlier is None or any(item.id == earlier.id for item in found):
            break
        number = earlier.follows_id
        found.append(in_force(connection, earlier))
    return [item for item in reversed(found) if item.state is not State.VOIDED]


def in_force(connection: Connection, record: ReturnRecord) -> ReturnRecord:
    """The report itself, or the signed correction that has taken its place."""
    while record.state is State.CORRECTED:
        number = signed_correction(connection, record)
        if number is None:
            break
        record = store.get_return(connection, number) or record
    return record


def signed_correction(connection: Connection, record: ReturnRecord) -> str | None:
    """The id of the correction that was signed in the place of a return."""
    for number, state in corrections.replaced_by(connection, record.id):
        if State(state) in {*SEALED, State.CORRECTED}:
            return number
    return None


def followers(connection: Connection, record: ReturnRecord) -> list[ReturnRecord]:
    """The reports that follow this one or what it replaced; voided ones are left out."""
    found: list[ReturnRecord] = []
    for number in _versions(connection, record):
        found += store.following(connection, number)
    originals = [item for item in found if item.replaces_id is None]
    return [item for item in originals if item.state is not State.VOIDED]


def _versions(connection: Connection, record: ReturnRecord) -> Iterator[str]:
    """The report and all that it replaced, and all that replaced it."""
    first: ReturnRecord = record
    while first.replaces_id is not None:
        before = store.get_return(connection, first.replaces_id)
        if before is None:
            break
        first = before
    waiting = [first.id]
    while waiting:
        number = waiting.pop()
        yield number
        waiting += [other for other, _state in corrections.replaced_by(connection, number)]


def first_report(
    desk: Desk, connection: Connection, pack: Pack, record: ReturnRecord
) -> dict[str, str | None]:
    """What the first report of an event knows of itself, by path; nothing where there is no chain."""
    if pack.chain is None:
        return {}
    return {
        pack.chain.id: _new_id(desk, connection, record),
        pack.chain.sequence: "1",
        pack.chain.phase: pack.chain.first,
    }


def _new_id(desk: Desk, connection: Connection, record: ReturnRecord) -> str:
    """The next number of the period, such as INC-2026-10-01; one that was ever given is not used again."""
    stem = f"{record.return_type}-{record.period}-"
    given = 0
    for other in store.find_returns(connection):
        if other.return_type != record.return_type:
            continue
        pack = get_pack(desk, other.pack_id)
        value = (
            value_at(pack.schema, rows_at(connection, other), pack.chain.id) if pack.chain else ""
        )
        tail = (value or "").removeprefix(stem)
        if (value or "").startswith(stem) and tail.isdecimal() and tail.isascii():
            given = max(given, int(tail))
        elif (
            other.follows_id is None and other.replaces_id is None and other.period == record.period
        ):
            given += 1
    return f"{stem}{given + 1:02d}"


def chain_of(pack: Pack) -> Chain:
    """The chain of a pack whose returns answer an event."""
    assert pack.chain is not None  # `packs.open_pack` refuses one without
    return pack.chain


def events(desk: Desk) -> list[Event]:
    """Every event of the workspace, open ones first, newest first."""
    with desk.workspace.read() as connection:
        found = list(_events(desk, connection))
    found.sort(key=lambda event: event.reports[0].created_at, reverse=True)
    return sorted(found, key=lambda event: not event.open)


def event_of(desk: Desk, record: ReturnRecord) -> Event | None:
    """The event that a report belongs to; None for a return that answers none."""
    for event in events(desk):
        if any(item.id == record.id for item in event.reports):
            return event
    return None


def _events(desk: Desk, connection: Connection) -> Iterator[Event]:
    records = [item for item in store.find_returns(connection) if _shown(item)]
    reports = {item.id: (*earlier_reports(connection, item), item) for item in records}
    inner = {report.id for chain in reports.values() for report in chain[:-1]}
    for record in records:
        pack = get_pack(desk, record.pack_id)
        if pack.chain is not None and record.id not in inner:
            yield _event(connection, pack, reports[record.id])


def _shown(record: ReturnRecord) -> bool:
    """Not voided, and not a draft that would only take another report's place."""
    if record.state in (State.VOIDED, State.CORRECTED):
        return False
    return record.replaces_id is None or record.state in SEALED


def _event(connection: Connection, pack: Pack, reports: tuple[ReturnRecord, ...]) -> Event:
    chain, newest = chain_of(pack), reports[-1]
    rows = rows_at(connection, newest)
    phase = value_at(pack.schema, rows, chain.phase)
    return Event(
        id=value_at(pack.schema, rows, chain.id) or newest.id[:8],
        return_type=newest.return_type,
        title=value_at(pack.schema, rows, chain.title) if chain.title else None,
        phase=phase,
        status=value_at(pack.schema, rows, chain.status) if chain.status else None,
        severity=value_at(pack.schema, rows, chain.severity) if chain.severity else None,
        reports=reports,
        open=phase != chain.last or newest.state not in SEALED,
    )
