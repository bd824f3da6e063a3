"""Tier one of the checks: one value against its type, as it is typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from app.domain.amounts import parse_decimal, plain
from app.domain.schema import Facets, Field, Kind

_DATE = re.compile(r"-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_DATETIME = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value: a stable code and the facts for its sentence."""

    code: str
    message: str
    expected: str = ""


def normalise(text: str, white_space: str) -> str:
    """White space as the type's facet wants it (XSD Part 2, 4.3.6)."""
    if white_space == "preserve":
        return text
    text = re.sub(r"[\t\n\r]", " ", text)
    return re.sub(" +", " ", text).strip(" ") if white_space == "collapse" else text


def check_value(field: Field, text: str | None) -> list[Problem]:
    """All problems of one value; an absent one is a problem only where it is required."""
    if text is None:
        if not field.required or field.default is not None:
            return []
        return [Problem("VALUE-MISSING", "a value is required here")]
    if bad := _FORBIDDEN.search(text):
        return [
            Problem("VALUE-CHARACTER", f"the character U+{ord(bad[0]):04X} is not allowed in XML")
        ]
    value = normalise(text, field.facets.white_space)
    if problem := _LEXICAL[field.kind](value):
        return [problem]
    return _facet_problems(field, value)


def _text(_value: str) -> Problem | None:
    return None


def _decimal(value: str) -> Problem | None:
    if parse_decimal(value) is None:
        return Problem("VALUE-NUMBER", f"“{value}” is not a decimal number", "such as 1234.50")
    return None


def _integer(value: str) -> Problem | None:
    if not _INTEGER.fullmatch(value):
        return Problem("VALUE-INTEGER", f"“{value}” is not a whole number", "such as 42")
    return None


def _boolean(value: str) -> Problem | None:
    if value not in ("true", "false", "1", "0"):
        return Problem("VALUE-BOOLEAN", f"“{value}” is neither true nor false", "true or false")
    return None


def _date(value: str) -> Problem | None:
    problem = Problem("VALUE-DATE", f"“{value}” is not a date", "such as 2026-10-31")
    if not _DATE.fullmatch(value):
        return problem
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return problem
    return None


def _datetime(value: str) -> Problem | None:
    problem = Problem(
        "VALUE-DATETIME", f"“{value}” is not a date and time", "such as 2026-10-31T23:59:59+08:00"
    )
    if not _DATETIME.fullmatch(value):
        return problem
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return problem
    return None


_LEXICAL: dict[Kind, Callable[[str], Problem | None]] = {
    Kind.TEXT: _text,
    Kind.OTHER: _text,
    Kind.DECIMAL: _decimal,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
}


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _facet_problems(field: Field, value: str) -> list[Problem]:
    facets = field.facets
    problems = []
    if field.fixed is not None and value != field.fixed:
        problems.append(Problem("VALUE-FIXED", f"the value must be “{field.fixed}”", field.fixed))
    if facets.enumeration and value not in facets.enumeration:
        allowed = ", ".join(facets.enumeration[:12]) + (
            " …" if len(facets.enumeration) > 12 else ""
        )
        problems.append(
            Problem("VALUE-CODE", f"“{value}” is not one of the allowed codes", allowed)
        )
    for group in facets.patterns:
        if not any(_compiled(pattern).search(value) for pattern in group):
            shape = field.info.get("example", "")
            problems.append(
                Problem("VALUE-PATTERN", f"“{value}” does not have the required form", shape)
            )
            break
    problems += _length_problems(facets, value)
    if field.kind.numeric:
        number = parse_decimal(value)
        if number is not None:
            problems += _range_problems(facets, number) + _digit_problems(facets, number)
    return problems


def _length_problems(facets: Facets, value: str) -> list[Problem]:
    size = len(value)
    if facets.length is not None and size != facets.length:
        return [Problem("VALUE-LENGTH", f"{size} characters; {facets.length} are required")]
    if facets.min_length is not None and size < facets.min_length:
        if not value:
            return [Problem("VALUE-EMPTY", "the value must not be empty")]
        return [
            Problem("VALUE-SHORT", f"{size} characters; at least {facets.min_length} are required")
        ]
    if facets.max_length is not None and size > facets.max_length:
        return [
            Problem("VALUE-LONG", f"{size} characters; at most {facets.max_length} are allowed")
        ]
    return []


def _range_problems(facets: Facets, number: Decimal) -> list[Problem]:
    problems = []
    if facets.min_inclusive is not None and number < Decimal(facets.min_inclusive):
        problems.append(Problem("VALUE-LOW", f"the value must be at least {facets.min_inclusive}"))
    if facets.max_inclusive is not None and number > Decimal(facets.max_inclusive):
        problems.append(Problem("VALUE-HIGH", f"the value must be at most {facets.max_inclusive}"))
    if facets.min_exclusive is not None and number <= Decimal(facets.min_exclusive):
        problems.append(Problem("VALUE-LOW", f"the value must be above {facets.min_exclusive}"))
    if facets.max_exclusive is not None and number >= Decimal(facets.max_exclusive):
        problems.append(Problem("VALUE-HIGH", f"the value must be below {facets.max_exclusive}"))
    return problems


def _digit_problems(facets: Facets, number: Decimal) -> list[Problem]:
    whole, _, fraction = plain(abs(number)).partition(".")
    total = len(whole.lstrip("0")) + len(fraction)
    problems = []
    if facets.fraction_digits is not None and len(fraction) > facets.fraction_digits:
        problems.append(
            Problem(
                "VALUE-FRACTION",
                f"{len(fraction)} digits after the point; at most {facets.fraction_digits} are allowed",
            )
        )
    if facets.total_digits is not None and total > facets.total_digits:
        problems.append(
            Problem("VALUE-DIGITS", f"{total} digits; at most {facets.total_digits} are allowed")
        )
    return problems
