"""Duties that return every month or year and that no return of the program answers: reminders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.languages import in_language
from app.domain.obligation import ROLLS, Due, deadline, months_later, read_span
from app.domain.rule import CERTAINTIES
from app.domain.tomltable import Table, read_toml

YEAR_END, MONTH_END, QUARTER_END = "financial-year-end", "month-end", "quarter-end"
STARTS = (YEAR_END, MONTH_END, QUARTER_END)


@dataclass(frozen=True, slots=True)
class Duty:
    """One entry of `resources/codes/duties.toml`.

    `certainty` is that of the duty itself; `day_certainty` that of the day, which is often ours
    alone where the law says “yearly” and no more.
    """

    id: str
    start: str
    count: int
    unit: str
    citation: str
    certainty: str
    day_certainty: str
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    effective_from: date = date.min
    effective_to: date = date.max

    def title(self, language: str) -> str:
        """What has to be done, in words."""
        return in_language(self.titles, language)

    def note(self, language: str) -> str:
        """What else is to be known; empty where nothing is."""
        return in_language(self.notes, language)

    def next_due(self, today: date, year_end: str) -> tuple[date, Due] | None:
        """The next deadline on or after a day, with the day from which it counts.

        `year_end` is month and day (12-31); None where it is needed and not known.
        """
        if self.start == YEAR_END and not year_end:
            return None
        for start in _starts(self.start, today, year_end):
            due = deadline(start, self.count, self.unit, ROLLS[0])
            if due.day >= today and self.effective_from <= start <= self.effective_to:
                return start, due
        return None


def _starts(kind: str, today: date, year_end: str) -> list[date]:
    """The days from which it counts, from two years before a day to two years after it."""
    if kind == YEAR_END:
        month, day = (int(part) for part in year_end.split("-"))
        firsts = [date(today.year + years, month, 1) for years in range(-2, 3)]
        return [first.replace(day=min(day, _end(first).day)) for first in firsts]
    step = 1 if kind == MONTH_END else 3
    first = date(today.year - 2, step, 1)
    return [_end(months_later(first, step * count)) for count in range(60 // step)]


def _end(day: date) -> date:
    """The last day of a month."""
    following = months_later(day.replace(day=1), 1)
    return date.fromordinal(following.toordinal() - 1)


def read_duties(body: bytes, file: str) -> tuple[Duty, ...]:
    """The `[[duty]]` tables."""
    return tuple(_duty(item, file) for item in read_toml(body, file).get("duty", []))


def _duty(item: Any, file: str) -> Duty:
    table = Table(item, file, f"duty {item.get('id') if isinstance(item, dict) else ''}")
    unit, count = read_span(table)
    duty = Duty(
        id=table.text("id"),
        start=table.choice("from", STARTS),
        count=count,
        unit=unit,
        citation=table.text("citation"),
        certainty=table.choice("certainty", CERTAINTIES),
        day_certainty=table.choice("day_certainty", CERTAINTIES),
        titles=table.texts("title"),
        notes=table.texts("note", needed=False),
        effective_from=table.day("effective_from", date.min),
        effective_to=table.day("effective_to", date.max),
    )
    table.end()
    return duty
