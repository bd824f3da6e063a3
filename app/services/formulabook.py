"""The compiled formulas of a pack, kept: reading them takes longer than working them out."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.rule import parameters_on
from app.services.choices import values_for
from app.store import settings as settings_store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

if TYPE_CHECKING:  # elementpath is loaded at the first edit of a return that has formulas
    from app.rules.formulas import Plan

_plans: "OrderedDict[tuple[object, ...], Plan]" = OrderedDict()
_lock = Lock()
_KEPT = 8


def plan_of(connection: Connection, pack: Pack, record: ReturnRecord) -> "Plan":
    """The formulas that count for a return, under the settings as they are."""
    day = Period.parse(record.period).end
    return plan_for(pack, day, settings_store.get_all(connection))


def plan_for(pack: Pack, day: date, settings: Mapping[str, str]) -> "Plan":
    """The formulas of a pack in force on a day."""
    from app.rules.formulas import plan  # noqa: PLC0415

    values = {**parameters_on(pack.parameters, day), **values_for(pack, settings)}
    names = frozenset(setting.name for setting in pack.settings)
    in_force = tuple(item.in_force(day) for item in pack.computed)
    key = (pack.digest, in_force, tuple(sorted(values.items())))
    with _lock:
        found = _plans.pop(key, None)
        if found is None:
            found = plan(pack.computed, pack.schema, day=day, values=values, settings=names)
        _plans[key] = found
        if len(_plans) > _KEPT:
            _plans.popitem(last=False)
    return found
