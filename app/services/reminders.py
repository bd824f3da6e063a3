"""Reminders: duties that come again and that no return answers, with their next day."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.domain.duty import YEAR_END, Duty, read_duties
from app.domain.obligation import Due
from app.paths import data_root
from app.services import firm
from app.services.desk import Desk

DUTIES = "resources/codes/duties.toml"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A duty and the next time that it is due. `start` is the day from which it counts.

    `due` is None where it counts from the end of the financial year and the firm has not said when
    that is.
    """

    duty: Duty
    start: date | None
    due: Due | None

    def as_dict(self) -> dict[str, object]:
        """One entry of `reminders` in the command line's JSON."""
        return {
            "id": self.duty.id,
            "title": self.duty.title("en"),
            "due": self.due.day.isoformat() if self.due else None,
            "citation": self.duty.citation,
            "certainty": self.duty.certainty,
            "day_certainty": self.duty.day_certainty,
        }


@cache
def duties() -> tuple[Duty, ...]:
    """The duties that come with the program."""
    path = data_root() / DUTIES
    return read_duties(path.read_bytes(), DUTIES)


def reminders(desk: Desk, today: date) -> list[Reminder]:
    """Every duty with its next day on or after today, soonest first, undated ones last."""
    with desk.workspace.read() as connection:
        year_end = firm.firm_value(connection, "financial_year_end")
    found = []
    for duty in duties():
        coming = duty.next_due(today, year_end)
        if coming is not None:
            found.append(Reminder(duty, *coming))
        elif duty.start == YEAR_END and not year_end:
            found.append(Reminder(duty, None, None))
    return sorted(found, key=lambda item: (item.due.day if item.due else date.max, item.duty.id))
