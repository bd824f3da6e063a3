"""What is due: one obligation for each return type and period, with its deadline."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from app.domain.pack import Deadline, Manifest
from app.domain.period import Period
from app.domain.states import State
from app.services.desk import Desk
from app.services.lastcheck import LastCheck, last_check
from app.services.packs import list_packs, pack_for
from app.services.returns import list_returns
from app.store.returns import ReturnRecord

HONG_KONG = timezone(timedelta(hours=8), "HKT")
DONE = frozenset({State.FILED, State.CORRECTED, State.VOIDED})


@dataclass(frozen=True, slots=True)
class Obligation:
    """A return that is owed. `due` is a calendar day in Hong Kong, None where no deadline is known.

    `citation` and `certainty` are those of the deadline. `return_id` and `state` are None as long as
    nobody has begun the return; `checked` is the last check of one that is being filled in.
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
            "days_left": self.days_left(today),
            "citation": self.citation,
            "certainty": self.certainty,
        }


def hong_kong_today() -> date:
    """The calendar day in Hong Kong, which keeps no summer time."""
    return datetime.now(HONG_KONG).date()


def obligations(desk: Desk, today: date | None = None) -> list[Obligation]:
    """Every return of the workspace, and the last ended month of each type that has none yet.

    In the order of their deadlines, those without one last.
    """
    today = today or hong_kong_today()
    manifests = {pack.id: pack.manifest for pack in list_packs(desk)}
    records = list_returns(desk)
    found = [_begun(desk, record, manifests.get(record.pack_id)) for record in records]
    found += _not_begun(desk, records, Period(today.year, today.month).shifted(-1))
    return sorted(found, key=lambda item: (item.due or date.max, item.return_type, item.period))


def obligation_of(desk: Desk, record: ReturnRecord) -> Obligation:
    """The obligation that a return answers."""
    manifests = {pack.id: pack.manifest for pack in list_packs(desk)}
    return _begun(desk, record, manifests.get(record.pack_id))


def _begun(desk: Desk, record: ReturnRecord, manifest: Manifest | None) -> Obligation:
    deadline = manifest.deadline if manifest else None
    return Obligation(
        return_type=record.return_type,
        period=record.period,
        pack_id=record.pack_id,
        titles=dict(manifest.titles) if manifest else {},
        due=_due(record.period, deadline),
        citation=deadline.citation if deadline else None,
        certainty=deadline.certainty if deadline else None,
        return_id=record.id,
        state=record.state,
        checked=_checked(desk, record),
    )


def _checked(desk: Desk, record: ReturnRecord) -> LastCheck | None:
    if record.state not in (State.DRAFT, State.VALIDATED):
        return None
    with desk.workspace.read() as connection:
        return last_check(connection, record.id)


def _not_begun(desk: Desk, records: list[ReturnRecord], period: Period) -> list[Obligation]:
    begun = {(r.return_type, r.period) for r in records if r.state is not State.VOIDED}
    types = {
        pack.manifest.return_type
        for pack in list_packs(desk)
        if pack.manifest.deadline and pack.manifest.in_force(period.start, period.end)
    }
    missing = sorted(name for name in types if (name, str(period)) not in begun)
    return [_owed(pack_for(desk, name, period).manifest, period) for name in missing]


def _owed(manifest: Manifest, period: Period) -> Obligation:
    deadline = manifest.deadline
    return Obligation(
        return_type=manifest.return_type,
        period=str(period),
        pack_id=manifest.id,
        titles=dict(manifest.titles),
        due=_due(str(period), deadline),
        citation=deadline.citation if deadline else None,
        certainty=deadline.certainty if deadline else None,
        return_id=None,
        state=None,
    )


def _due(period: str, deadline: Deadline | None) -> date | None:
    return Period.parse(period).deadline(deadline.days) if deadline else None
