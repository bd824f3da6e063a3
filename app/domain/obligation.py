"""Deadlines as data: what is due, counted from the end of a period or from a moment in the return."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from app.domain import workdays
from app.domain.languages import in_language
from app.domain.rule import CERTAINTIES
from app.domain.tomltable import Table, read_toml

HONG_KONG = timezone(timedelta(hours=8), "HKT")
"""Hong Kong keeps no summer time."""

PERIOD_END, BEGUN = "period-end", "begun"
"""Where counting begins, beside a field of the return: the period's last day; the making of the return."""

KINDS = ("filing", "alert", "next")
"""What is due: this return; something that has to be done beside it; the report that follows it."""

ROLLS = ("none", "next-business-day")
UNITS = ("hours", "days", "business_days", "months")


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: a calendar day in Hong Kong, or a moment where `exact`.

    `moment` is the end of the time that is left; for a day, the midnight that ends it.
    """

    day: date
    moment: datetime
    exact: bool

    def over(self, now: datetime) -> bool:
        """Whether it has passed."""
        return now > self.moment if self.exact else now >= self.moment


@dataclass(frozen=True, slots=True)
class ObligationRule:
    """One entry of `form/obligations.toml`.

    `start` is PERIOD_END, BEGUN or the path of a date or date-time; `count` and `unit` say how long
    after it. `when` is a condition on the document element. `until` is the path of a field whose
    value says that it was done; without one, it is done when the return (of kind "next": the
    following report) is signed.
    """

    id: str
    kind: str
    start: str
    count: int
    unit: str
    citation: str
    certainty: str
    titles: Mapping[str, str]
    roll: str = ROLLS[0]
    when: str | None = None
    until: str = ""
    effective_from: date = date.min
    effective_to: date = date.max

    def title(self, language: str) -> str:
        """What is due, in words."""
        return in_language(self.titles, language) or self.id

    def in_force(self, day: date) -> bool:
        """Whether it applies on a day."""
        return self.effective_from <= day <= self.effective_to

    def due(self, start: date | datetime) -> Due:
        """The deadline, counted from a day or a moment (without a zone: Hong Kong's)."""
        return deadline(start, self.count, self.unit, self.roll)


def deadline(start: date | datetime, count: int, unit: str, roll: str = ROLLS[0]) -> Due:
    """So many hours, days, business days or months after a day or a moment.

    Hours after a day count from its first second. A month later is the same day of the month, or
    its last where the month is shorter.
    """
    if unit == "hours":
        return _exact(_moment(start) + timedelta(hours=count))
    moment = _moment(start) if isinstance(start, datetime) else None
    first = moment.date() if moment else start
    if unit == "months":
        day = months_later(first, count)
        if moment is not None and roll == ROLLS[0]:
            return _exact(moment.replace(year=day.year, month=day.month, day=day.day))
    elif unit == "business_days":
        day = workdays.workday(first, count)
    else:
        day = first + timedelta(days=count)
    if roll != ROLLS[0]:
        day = workdays.workday(day, 0)
    return Due(day, datetime.combine(day + timedelta(days=1), time(), HONG_KONG), exact=False)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _moment(start: date | datetime) -> datetime:
    if not isinstance(start, datetime):
        return datetime.combine(start, time(), HONG_KONG)
    placed = start if start.tzinfo is not None else start.replace(tzinfo=HONG_KONG)
    return placed.astimezone(HONG_KONG)


def _exact(moment: datetime) -> Due:
    return Due(moment.date(), moment, exact=True)


def start_of(text: str) -> date | datetime | None:
    """A date or a date-time of the return; None where the text is neither."""
    text = text.strip()
    try:
        if "T" in text:
            return _moment(datetime.fromisoformat(text))
        return date.fromisoformat(text[:10])
    except (ValueError, OverflowError):
        return None


def newest(rules: tuple[ObligationRule, ...], day: date) -> list[ObligationRule]:
    """The entries that apply on a day: of several with one id, the one that took effect last."""
    chosen: dict[str, ObligationRule] = {}
    for rule in sorted(rules, key=lambda rule: rule.effective_from):
        if rule.in_force(day):
            chosen[rule.id] = rule
    return [rule for rule in rules if chosen.get(rule.id) is rule]


def read_obligations(body: bytes, file: str) -> tuple[ObligationRule, ...]:
    """The `[[obligation]]` tables."""
    return tuple(
        _obligation(item, file, number)
        for number, item in enumerate(read_toml(body, file).get("obligation", []), 1)
    )


def _obligation(item: Any, file: str, number: int) -> ObligationRule:
    name = item.get("id", number) if isinstance(item, dict) else number
    table = Table(item, file, f"obligation {name}")
    unit, count = read_span(table)
    rule = ObligationRule(
        id=table.text("id"),
        kind=table.choice("kind", KINDS),
        start=table.text("from"),
        count=count,
        unit=unit,
        citation=table.text("citation"),
        certainty=table.choice("certainty", CERTAINTIES),
        titles=table.texts("title"),
        roll=table.choice("roll", ROLLS, ROLLS[0]),
        when=table.maybe("when"),
        until=table.text("until", ""),
        effective_from=table.day("effective_from", date.min),
        effective_to=table.day("effective_to", date.max),
    )
    table.end()
    return rule


def read_span(table: Table) -> tuple[str, int]:
    """The one of `hours`, `days`, `business_days`, `months` that is given, and how many."""
    given = {unit: value for unit in UNITS if (value := table.take(unit)) is not None}
    if len(given) != 1:
        table.wrong(f"exactly one of {', '.join(UNITS)} is needed", allowed=", ".join(UNITS))
        return UNITS[0], 0
    [(unit, count)] = given.items()
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        table.wrong(f"“{unit}” must be a whole number, 0 or more", unit)
        return unit, 0
    return unit, count
