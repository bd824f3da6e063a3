"""What a return took over from the one that was filed last, in words."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.desk import Desk
from app.services.historypage import history_page
from app.ui.i18n import ntr, tr
from app.ui.words import period_words

if TYPE_CHECKING:
    from app.services.carry import Carried


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """`source` is the id of the return that it came from, `period` its period."""

    source: str
    period: str
    rows: int
    values: int

    @property
    def any(self) -> bool:
        """Whether anything was carried."""
        return bool(self.rows or self.values)

    def words(self) -> str:
        """“12 values and 40 rows carried forward from September 2026.”"""
        period = period_words(self.period)
        if not self.any:
            return tr("Nothing was empty that {period} could fill.").format(period=period)
        parts = []
        if self.values:
            parts.append(ntr("{n} value", "{n} values", self.values))
        if self.rows:
            parts.append(ntr("{n} row", "{n} rows", self.rows))
        return tr("{what} carried forward from {period}. Look them over.").format(
            what=tr(" and ").join(parts), period=period
        )


def over(found: "Carried") -> CarriedOver:
    """What the service tells."""
    return CarriedOver(found.source.id, found.source.period, found.rows, found.values)


def carried_into(desk: Desk, return_id: str) -> CarriedOver | None:
    """What the making of a return has carried, as its history tells it; None where nothing was."""
    for entry in history_page(desk, return_id):
        if entry.action == "carried":
            detail = json.loads(entry.detail)
            return CarriedOver(detail["from"], detail["period"], detail["rows"], detail["values"])
    return None


def nothing_carried() -> str:
    """Why there is nothing to carry."""
    return tr("No return of this type is filed for an earlier period, or its pack carries nothing.")
