"""From a cell to a field's text: exactly, or not at all.

A text cell goes through as it stands. A number cell is a binary double: its value is known exactly
when the decimal of at most 15 digits that Excel shows is stored as that very double. Whatever is
not certain becomes a flaw with its own code; nothing is guessed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from app.domain.amounts import parse_decimal, plain, significant_digits
from app.domain.finding import Severity
from app.domain.schema import Field, Kind
from app.excel.scan import LongNumber
from app.excel.workbook import Value

BLOCKING, EXPLAIN, INFORMATION = Severity.BLOCKING, Severity.EXPLAIN, Severity.INFORMATION
MAX_DIGITS = 15
LOST_AT = Decimal(10) ** MAX_DIGITS
RESIDUE_DIGITS = 12
"""A stored 3.2100000000000004 is 3.21 with the rest of a calculation: at least the last three of the
15 digits are zeros. A number that was written with 17 digits of its own has none there."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that could not be taken as it stands. `text` is what was read, None when nothing was."""

    code: str
    severity: Severity
    message: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a workbook writes things, as far as its profile says so.

    `timezone` such as +08:00 completes times that name none; `date_order` is dmy, mdy or ymd for
    dates in text cells; `thousands` separates groups of three digits in text cells; `parentheses`
    mark negative numbers; cells that hold one of `empty` count as empty.
    """

    timezone: str = ""
    date_order: str = ""
    thousands: str = ""
    parentheses: bool = False
    empty: frozenset[str] = field(default_factory=frozenset)


Reading = str | Flaw | None
Converter = Callable[[Value, LongNumber | None], Reading]

_BLANK = " \t\r\n\u00a0\u3000\u200b\u2009\u202f\ufeff"
_WIDE = {
    ord(wide): narrow
    for wide, narrow in zip("０１２３４５６７８９．－＋−", "0123456789.-+-", strict=True)
}
_SCIENTIFIC = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_ISO_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_SPLIT_DATE = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})", re.ASCII)
_BOOLEANS = {
    "true": "true",
    "yes": "true",
    "是": "true",
    "false": "false",
    "no": "false",
    "否": "false",
}


def exact_number(value: float, long: LongNumber | None) -> Reading:
    """The decimal that a number cell stands for."""
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124  (the test for NaN)
        return Flaw("CELL-ERROR", BLOCKING, "the cell holds no number")
    shown = Decimal(f"{value:.15g}")
    text = plain(shown)
    if abs(shown) >= LOST_AT:
        return _lost(long.raw if long else text)
    raw = parse_decimal(str(Decimal(long.raw))) if long and _is_number(long.raw) else None
    if long is not None and (raw is None or significant_digits(Decimal(long.raw)) > MAX_DIGITS):
        return _long_number(value, long, text)
    if long is not None:
        return Flaw(
            "CELL-SCIENTIFIC",
            INFORMATION,
            f"the number is stored as {long.raw} and read as {text}",
            text,
        )
    return text if float(text) == value else _lost(repr(value))


def _is_number(raw: str) -> bool:
    return bool(_SCIENTIFIC.fullmatch(raw)) or parse_decimal(raw) is not None


def _long_number(value: float, long: LongNumber, text: str) -> Reading:
    """More than 15 digits in the file: a double written in full, or digits that no double can hold."""
    if not _is_number(long.raw):
        return Flaw("CELL-ERROR", BLOCKING, f"“{long.raw}” is no number")
    raw = Decimal(long.raw)
    faithful = any(raw == Decimal(form) for form in (repr(value), f"{value:.17g}", f"{value:.16g}"))
    if faithful and float(text) == value:
        return text
    rest = significant_digits(Decimal(text)) <= RESIDUE_DIGITS
    if faithful and (long.formula or rest):
        return Flaw(
            "CELL-RESIDUE",
            EXPLAIN,
            f"the binary result {long.raw} of a calculation is read as {text}, the 15 digits that"
            " Excel shows; round it in the workbook to be sure",
            text,
        )
    return _lost(long.raw)


def _lost(raw: str) -> Flaw:
    return Flaw(
        "CELL-PRECISION",
        BLOCKING,
        f"the number {raw} has more than {MAX_DIGITS} digits, which a number cell cannot hold"
        " exactly; format the cell as text and enter it again",
    )


def converter(target: Field, conventions: Conventions) -> Converter:
    """The function that reads cells for a field."""
    kind = target.kind
    if kind in (Kind.DATE, Kind.DATETIME):
        moment = _date_cell if kind is Kind.DATE else _datetime_cell
        zone = conventions.timezone or target.info.get("timezone", "")
        known = Conventions(zone, conventions.date_order)
        return lambda value, long: moment(value, known)
    if kind.numeric:
        return lambda value, long: _number_cell(value, long, conventions)
    if kind is Kind.BOOLEAN:
        return lambda value, long: _boolean_cell(value)
    return _text_cell


def cell_text(value: Value, long: LongNumber | None = None) -> str:
    """A cell as the text that value maps and row filters look at."""
    if isinstance(value, str):
        return value.strip(_BLANK)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        number = exact_number(float(value), long)
        return (number.text or "") if isinstance(number, Flaw) else (number or "")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def trimmed(value: str) -> Reading:
    """A text without white space around it; saying so when there was some."""
    text = value.strip(_BLANK)
    if text == value:
        return text or None
    if not text:
        return None
    return Flaw("CELL-SPACES", INFORMATION, f"blanks around “{text}” were left out", text)


def _text_cell(value: Value, long: LongNumber | None) -> Reading:
    if isinstance(value, str):
        return trimmed(value)
    if isinstance(value, bool):
        return _wrong_kind("true or false", "a text")
    if isinstance(value, int | float):
        number = exact_number(float(value), long)
        text = number.text if isinstance(number, Flaw) else number
        if text is None:
            return number
        return Flaw(
            "CELL-NUMBER-AS-TEXT",
            EXPLAIN,
            f"a number cell is read as the text “{text}”; zeros in front would be lost: format the"
            " column as text",
            text,
        )
    return _wrong_kind(f"the date or time {cell_text(value)}", "a text")


def _wrong_kind(held: str, wanted: str) -> Flaw:
    return Flaw("CELL-TYPE", BLOCKING, f"the cell holds {held}, but {wanted} is expected")


def _number_cell(value: Value, long: LongNumber | None, conventions: Conventions) -> Reading:
    if isinstance(value, str):
        if parse_decimal(value) is not None and value.strip() == value:
            return value
        return _number_text(value, conventions) if value else None
    if isinstance(value, bool):
        return _wrong_kind("true or false", "a number")
    if isinstance(value, int | float):
        return exact_number(float(value), long)
    return _wrong_kind(f"the date or time {cell_text(value)}", "a number")


def _number_text(value: str, conventions: Conventions) -> Reading:
    text = value.strip(_BLANK)
    if not text:
        return None
    if parse_decimal(text) is not None:
        return Flaw("CELL-SPACES", INFORMATION, f"blanks around “{text}” were left out", text)
    narrow = text.translate(_WIDE)
    if parse_decimal(narrow) is not None:
        message = f"“{text}” has full-width signs and is read as {narrow}"
        return Flaw("CELL-FULL-WIDTH", INFORMATION, message, narrow)
    known = _by_convention(narrow, conventions)
    if known is not None:
        return known
    return _unreadable(text, narrow)


def _by_convention(text: str, conventions: Conventions) -> str | None:
    """A number in the profile's own notation, read strictly."""
    body, sign = text, ""
    if conventions.parentheses and text.startswith("(") and text.endswith(")"):
        body, sign = text[1:-1].strip(), "-"
    if conventions.thousands and conventions.thousands in body:
        group = re.escape(conventions.thousands)
        if not re.fullmatch(rf"[+-]?\d{{1,3}}(?:{group}\d{{3}})+(?:\.\d+)?", body, re.ASCII):
            return None
        body = body.replace(conventions.thousands, "")
    if parse_decimal(body) is None or (sign and body[:1] in "+-"):
        return None
    return sign + body


def _unreadable(text: str, narrow: str) -> Flaw:
    if _SCIENTIFIC.fullmatch(narrow):
        return Flaw(
            "CELL-SCIENTIFIC",
            BLOCKING,
            f"“{text}” is in scientific notation, which often hides lost digits; write it in full",
        )
    if re.search(r"\d,\d", narrow):
        code, why = (
            "CELL-SEPARATOR",
            "has a comma: a thousands separator must be said in the profile",
        )
    elif re.fullmatch(r"\(.*\)", narrow):
        code, why = (
            "CELL-PARENTHESES",
            "is in parentheses: that they mean minus must be said in the profile",
        )
    elif "%" in narrow:
        code, why = "CELL-PERCENT", "is a percentage"
    elif re.search(r"\d", narrow) and re.search(r"[^\d.,+\-\s]", narrow):
        code, why = "CELL-NUMBER", "holds more than a number"
    else:
        code, why = "CELL-NUMBER", "is not a number"
    return Flaw(code, BLOCKING, f"“{text}” {why}; write it like 1234.50")


def _boolean_cell(value: Value) -> Reading:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int) and value in (0, 1):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value.strip(_BLANK)
        if not text:
            return None
        known = _BOOLEANS.get(text.casefold()) or {"1": "true", "0": "false"}.get(text)
        if known:
            return known
    return Flaw("CELL-BOOLEAN", BLOCKING, f"“{cell_text(value)}” is neither TRUE nor FALSE")


def _date_cell(value: Value, conventions: Conventions) -> Reading:
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
        return _date_text(value.strip(_BLANK), conventions.date_order)
    return _no_date(value)


def _no_date(value: Value) -> Flaw:
    if isinstance(value, bool | time | timedelta):
        return _wrong_kind(cell_text(value), "a date")
    return Flaw(
        "CELL-DATE-NUMBER",
        BLOCKING,
        f"the cell holds the number {cell_text(value)} where a date is expected; format it as a date",
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


def _datetime_cell(value: Value, conventions: Conventions) -> Reading:
    if isinstance(value, datetime):
        # A double keeps a moment to about a microsecond; the reader gives milliseconds.
        near = value + timedelta(microseconds=1500)
        moment = near.replace(microsecond=0) if near.microsecond <= 3000 else value
        text = moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")
        return text + conventions.timezone if conventions.timezone else _no_zone(text)
    if isinstance(value, date):
        return Flaw("CELL-TIME-MISSING", BLOCKING, f"{value.isoformat()} lacks the time of day")
    if isinstance(value, str):
        return _datetime_text(value.strip(_BLANK), conventions)
    return _no_date(value)


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
    if not zone:
        return _no_zone(moment)
    whole = moment + zone
    if whole == text or _OFFSET.search(text):
        return whole
    return Flaw("CELL-DATE-TEXT", INFORMATION, f"the time “{text}” is read as {whole}", whole)
