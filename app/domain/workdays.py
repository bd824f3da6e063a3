"""Business days in Hong Kong: Monday to Friday that are no general holiday (Cap. 149, schedule).

The holidays come from the library `holidays`, which keeps the days that the Government gazettes and
works out those of years for which nothing is gazetted yet.
"""

from datetime import date, timedelta
from functools import lru_cache

FIRST, LAST = date(1970, 1, 1), date(2100, 12, 31)
"""The days that the calendar knows."""

_DAY = timedelta(days=1)
_SATURDAY = 5


class OutsideCalendar(ValueError):
    """A day for which no holidays are known."""


@lru_cache(maxsize=256)
def general_holidays(year: int) -> frozenset[date]:
    """The general holidays of a year, beside its Sundays."""
    import holidays  # noqa: PLC0415  (only where business days are counted)

    if not FIRST.year <= year <= LAST.year:
        raise OutsideCalendar(f"no public holidays are known for the year {year}")
    return frozenset(holidays.country_holidays("HK", years=year, categories=("public", "optional")))


def is_workday(day: date) -> bool:
    """Whether a day is a business day."""
    return day not in general_holidays(day.year) and day.weekday() < _SATURDAY


def workdays(start: date, end: date) -> int:
    """How many business days follow `start`, up to and including `end`; negative the other way round."""
    if end < start:
        return -workdays(end, start)
    if start < FIRST or end > LAST:
        raise OutsideCalendar(f"no public holidays are known from {start} to {end}")
    weeks, rest = divmod((end - start).days, 7)
    tail = start + weeks * 7 * _DAY
    count = weeks * _SATURDAY
    count += sum((tail + n * _DAY).weekday() < _SATURDAY for n in range(1, rest + 1))
    return count - sum(
        start < day <= end and day.weekday() < _SATURDAY
        for year in range(start.year, end.year + 1)
        for day in general_holidays(year)
    )


def workday(start: date, number: int) -> date:
    """The `number`-th business day after a day; 0 gives the day itself or the next business day."""
    if number < 0:
        raise ValueError("business days are counted forwards")
    day = start if number else start - _DAY
    for _ in range(max(number, 1)):
        day += _DAY
        while not is_workday(day):
            day += _DAY
    return day
