"""Moments and spans between them, exact: date-times of XML Schema with their zones, and dates."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d(?:\.\d+)?)"
    r"(?:(?P<utc>Z)|(?P<sign>[+-])(?P<east>\d\d):(?P<past>\d\d))",
    re.ASCII,
)
_LATEST = 24 * 3600


def moment(text: str) -> Decimal | None:
    """Seconds since the year 1 in UTC; None where the text is no date-time with its zone."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    minutes, second = int(match["hour"]) * 60 + int(match["minute"]), Decimal(match["second"])
    clock = minutes * 60 + second
    if int(match["minute"]) > 59 or second >= 60 or clock > _LATEST:
        return None
    zone = 0 if match["utc"] else int(match["east"]) * 60 + int(match["past"])
    shift = -zone * 60 if match["sign"] == "+" else zone * 60
    return day.toordinal() * 86400 + clock + shift


def hong_kong_day(text: str) -> date | None:
    """The day on which a moment falls in Hong Kong; a date is that day. None where it is neither."""
    at = moment(text)
    if at is not None:
        return date.fromordinal(int((at + 8 * 3600) // 86400))
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def months_between(start: date, end: date) -> int:
    """Whole calendar months; the 31st meets the last day of a shorter month. Negative backwards."""
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    last = monthrange(end.year, end.month)[1]
    return months if end.day >= min(start.day, last) else months - 1
