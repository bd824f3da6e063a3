"""Reporting periods: the calendar month today, with room for quarters and years."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.errors import UserError

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Outside these a year is a slip of the keyboard."""


class PeriodError(UserError):
    """The text names no period."""

    code = "bad-period"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar month. `str()` gives the form used everywhere: 2026-10."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `YYYY-MM`; anything else is a `PeriodError`."""
        match = _MONTH.fullmatch(text.strip())
        if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            raise PeriodError(f"“{text}” is no period; write year and month, such as 2026-10")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def start(self) -> date:
        """First day of the month."""
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """Last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def deadline(self, days: int) -> date:
        """The day so many calendar days after the end of the period."""
        return self.end + timedelta(days=days)

    def shifted(self, months: int) -> "Period":
        """The period so many months later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Period(index // 12, index % 12 + 1)
