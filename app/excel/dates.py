"""The date, or the moment, that a cell stands for."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from app.excel.flaws import (
    BLANK,
    BLOCKING,
    EXPLAIN,
    INFORMATION,
    Conventions,
    Flaw,
    Reading,
    wrong_kind,
)
from app.excel.numbers import cell_text
from app.excel.scan import LongNumber
from app.excel.workbook import Value

INVENTED_DAY = 60
"""The number of 29 February 1900 in the 1900 date system, a day that Excel alone knows."""
HALF = Decimal("0.5")

_NUMBER = re.compile(r"\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_ISO_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_SPLIT_DATE = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})", re.ASCII)


def no_such_moment(value: Value, raw: str) -> Flaw | None:
    """A date cell whose stored number `raw` is another moment than the one that the reader gives.

    The reader shows both the days 59 and 60 of the 1900 system as 28 February 1900, and rounds what
    lies less than half a millisecond before midnight to the next day, which may be another month.
    """
    if not isinstance(value, date) or not _NUMBER.fullmatch(raw):
        return None
    serial = Decimal(raw)
    day = value.date() if isinstance(value, datetime) else value
    if int(serial) == INVENTED_DAY and day == date(1900, 2, 28):
        why = f"the cell holds the day {raw}, which Excel calls 29 February 1900: there was no such day"
        return Flaw("CELL-DATE-1900", BLOCKING, f"{why}; enter the date again")
    midnight = not isinstance(value, datetime) or value.time() == time(0)
    if midnight and serial % 1 > HALF:
        why = f"the cell holds {raw}, less than a millisecond before midnight ({day.isoformat()})"
        return Flaw(
            "CELL-DATE-MIDNIGHT", BLOCKING, f"{why}; enter the day and the time that are meant"
        )
    return None


def date_cell(value: Value, long: LongNumber | None, conventions: Conventions) -> Reading:
    """A cell of a field that holds a date."""
    if isinstance(value, datetime):
        text = value.date().isoformat()
        if value.time() == time(0):
            return text
        return Flaw(
            "CELL-DATE-TIME",
            EXPLAIN,
            f"the cell also holds the time {value:%H:%M:%S}; {text} is read",
            text,
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _date_text(value.strip(BLANK), conventions.date_order)
    return _no_date(value, long)


def _no_date(value: Value, long: LongNumber | None) -> Flaw:
    if isinstance(value, bool | time | timedelta):
        return wrong_kind(cell_text(value), "a date")
    number = long.raw if long else cell_text(value) or str(value)
    return Flaw(
        "CELL-DATE-NUMBER",
        BLOCKING,
        f"the cell holds the number {number} where a date is expected; format it as a date",
    )


def _date_text(text: str, order: str) -> Reading:
    if not text:
        return None
    if _ISO_DATE.fullmatch(text) and _real_date(text):
        return Flaw("CELL-DATE-TEXT", INFORMATION, f"the date {text} is written as text", text)
    parts = _SPLIT_DATE.fullmatch(text)
    if parts and order:
        by_name = dict(zip(order, parts.groups(), strict=True))
        if len(by_name["y"]) == 4:
            iso = f"{by_name['y']}-{by_name['m']:0>2}-{by_name['d']:0>2}"
            if len(iso) == 10 and _real_date(iso):
                message = f"the date “{text}” is written as text and read as {iso}"
                return Flaw("CELL-DATE-TEXT", INFORMATION, message, iso)
    return Flaw(
        "CELL-DATE-TEXT",
        BLOCKING,
        f"“{text}” is a text where a date is expected; enter a date, or write it like 2026-10-31",
    )


def _real_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def datetime_cell(value: Value, long: LongNumber | None, conventions: Conventions) -> Reading:
    """A cell of a field that holds a date and a time of day."""
    if isinstance(value, datetime):
        # The reader has rounded to the millisecond, the finest that Excel shows: nothing is rounded again.
        text = value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
        return text + conventions.timezone if conventions.timezone else _no_zone(text)
    if isinstance(value, date):
        return Flaw("CELL-TIME-MISSING", BLOCKING, f"{value.isoformat()} lacks the time of day")
    if isinstance(value, str):
        return _datetime_text(value.strip(BLANK), conventions)
    return _no_date(value, long)


def _no_zone(text: str) -> Flaw:
    return Flaw(
        "CELL-TIMEZONE",
        BLOCKING,
        f"the time {text} does not say its offset, and the profile does not either; write it like"
        f" {text[:19]}+08:00",
    )


def _datetime_text(text: str, conventions: Conventions) -> Reading:
    if not text:
        return None
    parts = _ISO_TIME.fullmatch(text)
    if not parts or not _real_date(parts[1]):
        return Flaw(
            "CELL-DATE-TEXT",
            BLOCKING,
            f"“{text}” is a text where a date and time is expected; write it like"
            " 2026-10-31T23:59:59+08:00",
        )
    moment = f"{parts[1]}T{parts[2]}{parts[3] or ':00'}"
    zone = parts[4] or conventions.timezone
    if not zone and not conventions.exact:
        return _no_zone(moment)
    whole = moment + zone
    if whole == text or (zone and _OFFSET.search(text)):
        return whole
    return Flaw("CELL-DATE-TEXT", INFORMATION, f"the time “{text}” is read as {whole}", whole)
