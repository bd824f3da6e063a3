"""Clocks that run: what has to be done within hours or days of something that happened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from app.domain.languages import in_language
from app.domain.obligation import HONG_KONG
from app.services.chain import SEALED, Event, events
from app.services.desk import Desk
from app.services.dues import Owed, owed_by
from app.services.packs import get_pack
from app.services.returns import list_returns


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline that is running. Moments are in Hong Kong's time.

    `remaining` is what is left at the moment that was asked about, negative when it is over.
    `exact` is off where the law counts in days: `due` is then the midnight that ends the last one.
    `event` and `event_title` name the incident, None for a return that answers none.
    """

    id: str
    kind: str
    titles: Mapping[str, str]
    return_id: str
    return_type: str
    period: str
    started: datetime
    due: datetime
    exact: bool
    remaining: timedelta
    overdue: bool
    citation: str
    certainty: str
    event: str | None = None
    event_title: str | None = None

    def title(self, language: str) -> str:
        """What is due, in words."""
        return in_language(self.titles, language) or self.id

    @property
    def last_day(self) -> str:
        """The last day as ISO date, for a deadline that counts in days."""
        moment = self.due if self.exact else self.due - timedelta(days=1)
        return moment.date().isoformat()

    def as_dict(self) -> dict[str, object]:
        """One entry of `alerts` in the command line's JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "title": self.title("en"),
            "return": self.return_id,
            "type": self.return_type,
            "period": self.period,
            "event": self.event,
            "started": self.started.isoformat(),
            "due": self.due.isoformat() if self.exact else self.last_day,
            "overdue": self.overdue,
            "seconds_left": int(self.remaining.total_seconds()),
            "citation": self.citation,
            "certainty": self.certainty,
        }


def clocks(desk: Desk, now: datetime) -> list[Clock]:
    """The running clocks of open events at a moment (with its zone), the most urgent first."""
    found = [clock for event in events(desk) if event.open for clock in _of_event(desk, event, now)]
    return sorted(found, key=lambda clock: clock.due)


def clocks_of(desk: Desk, event: Event, now: datetime) -> list[Clock]:
    """Those of one event."""
    return sorted(_of_event(desk, event, now), key=lambda clock: clock.due)


def alerts(desk: Desk, now: datetime) -> list[Clock]:
    """Everything that has to be done beside filing: clocks of events, and alerts of other returns."""
    others: list[Clock] = []
    with desk.workspace.read() as connection:
        for record in list_returns(desk):
            pack = get_pack(desk, record.pack_id)
            if pack.chain is None and any(rule.kind != "filing" for rule in pack.obligations):
                owed = owed_by(connection, pack, record)
                others += [
                    _clock(item, None, now)
                    for item in owed
                    if not item.done and item.rule.kind == "alert"
                ]
    return sorted([*clocks(desk, now), *others], key=lambda clock: clock.due)


def _of_event(desk: Desk, event: Event, now: datetime) -> Iterator[Clock]:
    sealed = [report.id for report in event.reports if report.state in SEALED]
    with desk.workspace.read() as connection:
        for report in event.reports:
            pack = get_pack(desk, report.pack_id)
            for item in owed_by(connection, pack, report):
                # The next report is counted from the newest one that was handed over.
                waits = item.rule.kind != "next" or report.id in sealed[-1:]
                if waits and not item.done:
                    yield _clock(item, event, now)


def _clock(item: Owed, event: Event | None, now: datetime) -> Clock:
    started = item.start
    if not isinstance(started, datetime):
        started = datetime.combine(started, time(), HONG_KONG)
    return Clock(
        id=item.rule.id,
        kind=item.rule.kind,
        titles=item.rule.titles,
        return_id=item.record.id,
        return_type=item.record.return_type,
        period=item.record.period,
        started=started.astimezone(HONG_KONG),
        due=item.due.moment,
        exact=item.due.exact,
        remaining=item.due.moment - now,
        overdue=item.due.over(now),
        citation=item.rule.citation,
        certainty=item.rule.certainty,
        event=event.id if event else None,
        event_title=event.title if event else None,
    )
