"""What is due: one obligation for each return type and period, with its deadline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.obligation import HONG_KONG, Due, ObligationRule
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.states import State
from app.services import firm
from app.services.desk import Desk
from app.services.dues import DONE, filing_of, period_due
from app.services.lastcheck import LastCheck, last_check
from app.services.packs import PackMissing, get_pack, list_packs, pack_for
from app.services.returns import list_returns
from app.store.returns import ReturnRecord
from app.store.workspace import Connection


@dataclass(frozen=True, slots=True)
class Obligation:
    """A return that is owed. `due` is a calendar day in Hong Kong, None where no deadline is known.

    `due_at` is the moment, where the deadline counts in hours. `citation` and `certainty` are those
    of the deadline, `words` say it. `return_id` and `state` are None as long as nobody has begun the
    return; `checked` is the last check of one that is being filled in. `follows` is the report
    before it, of a return that answers an event.
    """

    return_type: str
    period: str
    pack_id: str
    titles: dict[str, str]
    due: date | None
    citation: str | None
    certainty: str | None
    return_id: str | None
    state: State | None
    checked: LastCheck | None = None
    due_at: datetime | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    follows: str | None = None

    def days_left(self, today: date) -> int | None:
        """Calendar days until the deadline; negative when it has passed."""
        return None if self.due is None else (self.due - today).days

    @property
    def done(self) -> bool:
        """Whether nothing is left to do for it."""
        return self.state in DONE

    def as_dict(self, today: date) -> dict[str, object]:
        """One entry of `praya return list --json`."""
        return {
            "id": self.return_id,
            "type": self.return_type,
            "period": self.period,
            "pack": self.pack_id,
            "state": self.state.value if self.state else None,
            "due": self.due.isoformat() if self.due else None,
            "due_at": self.due_at.isoformat() if self.due_at else None,
            "days_left": self.days_left(today),
            "citation": self.citation,
            "certainty": self.certainty,
        }


def hong_kong_today() -> date:
    """The calendar day in Hong Kong, which keeps no summer time."""
    return datetime.now(HONG_KONG).date()


def obligations(desk: Desk, today: date | None = None, *, ahead: int = 0) -> list[Obligation]:
    """Every return of the workspace, and the last ended month of each type that has none yet.

    `ahead` adds so many months that have not ended. In the order of their deadlines, those without
    one last. A return that answers an event is owed only once it was begun.
    """
    today = today or hong_kong_today()
    records = list_returns(desk)
    last = Period(today.year, today.month).shifted(-1)
    with desk.workspace.read() as connection:
        found = [_begun(desk, connection, record) for record in records]
        for months in range(ahead + 1):
            found += _not_begun(desk, connection, records, last.shifted(months))
    return sorted(found, key=lambda item: (item.due or date.max, item.return_type, item.period))


def obligation_of(desk: Desk, record: ReturnRecord) -> Obligation:
    """The obligation that a return answers."""
    with desk.workspace.read() as connection:
        return _begun(desk, connection, record)


def _begun(desk: Desk, connection: Connection, record: ReturnRecord) -> Obligation:
    pack = get_pack(desk, record.pack_id)
    owed = filing_of(desk, connection, pack, record)
    filling_in = record.state in (State.DRAFT, State.VALIDATED)
    return _obligation(
        record.return_type,
        record.period,
        record.pack_id,
        dict(pack.manifest.titles),
        (owed.rule, owed.due) if owed else None,
        record,
        last_check(connection, record.id) if filling_in else None,
    )


def _not_begun(
    desk: Desk, connection: Connection, records: list[ReturnRecord], period: Period
) -> list[Obligation]:
    licence = firm.firm_value(connection, "licence_from")
    if licence and period.end < date.fromisoformat(licence):
        return []  # nobody reports on a month before the licence
    begun = {(r.return_type, r.period) for r in records if r.state is not State.VOIDED}
    found = []
    for name in sorted({pack.manifest.return_type for pack in list_packs(desk)}):
        pack = _pack_in_force(desk, name, period)
        due = period_due(pack, period) if pack else None
        if pack is not None and due is not None and (name, str(period)) not in begun:
            manifest = pack.manifest
            found.append(
                _obligation(name, str(period), manifest.id, dict(manifest.titles), due, None)
            )
    return found


def _pack_in_force(desk: Desk, name: str, period: Period) -> Pack | None:
    try:
        return pack_for(desk, name, period)
    except PackMissing:
        return None


def _obligation(
    return_type: str,
    period: str,
    pack_id: str,
    titles: dict[str, str],
    deadline: tuple[ObligationRule, Due] | None,
    record: ReturnRecord | None,
    checked: LastCheck | None = None,
) -> Obligation:
    rule, due = deadline or (None, None)
    return Obligation(
        return_type=return_type,
        period=period,
        pack_id=pack_id,
        titles=titles,
        due=due.day if due else None,
        citation=rule.citation if rule else None,
        certainty=rule.certainty if rule else None,
        return_id=record.id if record else None,
        state=record.state if record else None,
        checked=checked,
        due_at=due.moment if due and due.exact else None,
        words=rule.titles if rule else {},
        follows=record.follows_id if record else None,
    )
