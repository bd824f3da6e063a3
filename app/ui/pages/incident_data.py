"""What the pages show of incidents, read in one go on the worker."""

from dataclasses import dataclass

from app.domain.clock import now
from app.domain.languages import in_language
from app.domain.pack import Pack
from app.domain.schema import Field
from app.services.chain import SEALED, Event, events
from app.services.clocks import Clock, clocks_of
from app.services.desk import Desk
from app.services.packs import get_pack, list_packs


@dataclass(frozen=True)
class Incident:
    """An event with the pack of its newest report and its running clocks, the most urgent first."""

    event: Event
    pack: Pack
    clocks: tuple[Clock, ...] = ()

    @property
    def follows(self) -> bool:
        """Whether the next report can be made now."""
        return self.event.open and self.event.newest.state in SEALED

    def word(self, what: str, language: str) -> str:
        """The event's phase, status or severity in words; empty where it has none."""
        code = getattr(self.event, what)
        chain = self.pack.chain
        if code is None or chain is None:
            return ""
        found = _field(self.pack, getattr(chain, what))
        names = found.code_labels.get(code, {}) if found else {}
        return in_language(names, language) or str(code)


@dataclass(frozen=True)
class Incidents:
    """Open ones first. `types` are the return types that answer an event."""

    items: tuple[Incident, ...] = ()
    types: tuple[str, ...] = ()


def read_incidents(desk: Desk) -> Incidents:
    """All events of the workspace, with the packs that describe them."""
    packs = {pack.id: pack for pack in list_packs(desk)}
    moment = now()
    found = []
    for event in events(desk):
        pack_id = event.newest.pack_id
        running = clocks_of(desk, event, moment) if event.open else ()
        found.append(Incident(event, packs.get(pack_id) or get_pack(desk, pack_id), tuple(running)))
    types = {p.manifest.return_type for p in packs.values() if p.manifest.occasion == "event"}
    return Incidents(tuple(found), tuple(sorted(types)))


def count_open(desk: Desk) -> int:
    """How many incidents are open; quick where no pack reports any."""
    if all(pack.manifest.occasion != "event" for pack in list_packs(desk)):
        return 0
    return sum(1 for event in events(desk) if event.open)


def _field(pack: Pack, path: str) -> Field | None:
    """The field of a schema path."""
    owner = path
    while owner:
        owner = owner.rpartition("/")[0]
        node = pack.schema.nodes.get(owner)
        key = path[len(owner) :].lstrip("/")
        if node is not None and key in node.index:
            return node.fields[node.index[key]]
    return None
