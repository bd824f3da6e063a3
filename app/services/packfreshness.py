"""How fresh the packs of a workspace are, by the dates that they state themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.pack import Pack
from app.domain.period import Period
from app.services.desk import Desk
from app.services.packs import by_newness, list_packs

ENDED, SUPERSEDED, FUTURE, REVIEW, GAP, TIE = KINDS = (
    "ended",
    "superseded",
    "future",
    "review",
    "gap",
    "tie",
)


@dataclass(frozen=True, slots=True)
class Staleness:
    """What a person should know of a pack's dates. `other` is the pack that takes its place; `day`
    the day that it is about. A gap is about a return type: `pack` is its newest pack.
    """

    kind: str
    pack: str
    return_type: str
    day: date
    other: str = ""

    @property
    def sentence(self) -> str:
        """For people, in English."""
        return {
            ENDED: f"{self.pack} is no longer in force since {self.day}",
            SUPERSEDED: f"{self.other} has taken the place of {self.pack} since {self.day}",
            FUTURE: f"{self.pack} comes into force on {self.day}",
            REVIEW: f"{self.pack} was to be looked at again by {self.day}: ask its publisher whether"
            " it still holds",
            GAP: f"no pack for {self.return_type} is in force on {self.day}; a new return of that"
            " period cannot be begun",
            TIE: f"{self.pack} and {self.other} are in force from the same day; {self.other} is taken",
        }[self.kind]

    def as_dict(self) -> dict[str, str | None]:
        """An entry of `notices`."""
        return {
            "kind": self.kind,
            "pack": self.pack,
            "type": self.return_type,
            "day": self.day.isoformat(),
            "other": self.other or None,
            "text": self.sentence,
        }


def staleness(desk: Desk, today: date) -> list[Staleness]:
    """Everything that a day makes worth telling, type by type."""
    return list(look(list_packs(desk), today))


def look(packs: Iterable[Pack], today: date) -> Iterator[Staleness]:
    """The same for some packs. The period of a new return is the month of the day."""
    types: dict[str, list[Pack]] = {}
    for pack in packs:
        types.setdefault(pack.manifest.return_type, []).append(pack)
    for name, found in sorted(types.items()):
        found.sort(key=by_newness)
        yield from _type(name, found, today)


def _type(name: str, packs: list[Pack], today: date) -> Iterator[Staleness]:
    period = Period(today.year, today.month)
    fitting = [pack for pack in packs if pack.manifest.in_force(period.start, period.end)]
    taken = fitting[-1] if fitting else None
    for pack in packs:
        manifest = pack.manifest
        if manifest.effective_to is not None and manifest.effective_to < today:
            yield Staleness(ENDED, pack.id, name, manifest.effective_to)
        elif manifest.effective_from > period.end:
            yield Staleness(FUTURE, pack.id, name, manifest.effective_from)
        elif taken is not None and pack.id != taken.id:
            start = taken.manifest.effective_from
            kind = TIE if start == manifest.effective_from else SUPERSEDED
            yield Staleness(kind, pack.id, name, start, taken.id)
        elif manifest.review_by is not None and manifest.review_by < today:
            yield Staleness(REVIEW, pack.id, name, manifest.review_by)
    if taken is None:
        yield Staleness(GAP, packs[-1].id, name, today)
