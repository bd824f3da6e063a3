"""Tier one of the checks: one value against its type, as it is typed."""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from xml.parsers import expat

from app.domain.amounts import parse_decimal, plain
from app.domain.patterns import affordable
from app.domain.schema import XML_ATTRIBUTES, XML_TEXT, Facets, Field, Kind
from app.domain.wording import value_text

_DATE = re.compile(r"-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_DATETIME = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value: a stable code and the facts for its sentence."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    expected: str = ""

    def text(self, language: str) -> str:
        """The sentence, without the field's name."""
        return value_text(self.code, language, self.facts)

    @property
    def message(self) -> str:
        """The English sentence."""
        return self.text("en")


def normalise(text: str, white_space: str) -> str:
    """White space as the type's facet wants it (XSD Part 2, 4.3.6)."""
    if white_space == "preserve":
        return text
    text = re.sub(r"[\t\n\r]", " ", text)
    return re.sub(" +", " ", text).strip(" ") if white_space == "collapse" else text


def forbidden_character(text: str) -> str | None:
    """The first character that XML cannot carry, as U+0001; None when there is none."""
    bad = _FORBIDDEN.search(text)
    return f"U+{ord(bad[0]):04X}" if bad else None


class _DoctypeFound(Exception):
    """A document type, which a value must not declare."""


def well_formed(text: str) -> bool:
    """Whether a text is one element of XML that declares the prefixes it uses."""

    def refuse(*_: object) -> None:
        raise _DoctypeFound

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003  (positional only)
    except (expat.ExpatError, _DoctypeFound):
        return False
    return True


def check_value(field: Field, text: str | None) -> list[Problem]:
    """All problems of one value; an absent one is a problem only where it is required."""
    if text is None:
        needed = field.required and field.default is None
        return [Problem("VALUE-MISSING")] if needed else []
    if bad := forbidden_character(text):
        return [Problem("VALUE-CHARACTER", {"character": bad})]
    if not text and "@" not in field.key and (field.default or field.fixed) is not None:
        return []  # an empty element has the value that the schema gives it
    if field.builtin in (XML_TEXT, XML_ATTRIBUTES):
        whole = text if field.builtin == XML_TEXT else f"<x {text}/>"
        return [] if well_formed(whole) else [Problem("VALUE-XML")]
    value = normalise(text, field.facets.white_space)
    form = _FORMS.get(field.kind)
    if form is not None and not form.holds(value):
        return [Problem(form.code, {"value": value}, form.example)]
    return _facet_problems(field, value)


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def _is_datetime(value: str) -> bool:
    if not _DATETIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Form:
    """The lexical form of a kind of value."""

    code: str
    holds: Callable[[str], bool]
    example: str


_FORMS: dict[Kind, _Form] = {
    Kind.DECIMAL: _Form("VALUE-NUMBER", lambda v: parse_decimal(v) is not None, "1234.50"),
    Kind.INTEGER: _Form("VALUE-INTEGER", lambda v: bool(_INTEGER.fullmatch(v)), "42"),
    Kind.BOOLEAN: _Form("VALUE-BOOLEAN", lambda v: v in ("true", "false", "1", "0"), "true"),
    Kind.DATE: _Form("VALUE-DATE", _is_date, "2026-10-31"),
    Kind.DATETIME: _Form("VALUE-DATETIME", _is_datetime, "2026-10-31T23:59:59+08:00"),
}


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _fits(group: tuple[str, ...], value: str) -> bool:
    """Whether one of the alternatives matches; what would take too long is left to tier two."""
    if not all(affordable(pattern, len(value)) for pattern in group):
        return True
    return any(_compiled(pattern).search(value) for pattern in group)


def _facet_problems(field: Field, value: str) -> list[Problem]:
    facets = field.facets
    problems = []
    if field.fixed is not None and value != field.fixed:
        problems.append(Problem("VALUE-FIXED", {"limit": field.fixed}, field.fixed))
    if facets.enumeration and value not in facets.enumeration:
        more = " …" if len(facets.enumeration) > 12 else ""
        allowed = ", ".join(facets.enumeration[:12]) + more
        problems.append(Problem("VALUE-CODE", {"value": value}, allowed))
    elif not all(_fits(group, value) for group in facets.patterns):
        problems.append(Problem("VALUE-PATTERN", {"value": value}, field.info.get("example", "")))
    problems += _length_problems(facets, value)
    if field.kind.numeric and (number := parse_decimal(value)) is not None:
        problems += _range_problems(facets, number) + _digit_problems(facets, number)
    return problems


def _length_problems(facets: Facets, value: str) -> list[Problem]:
    size = len(value)
    if not value and (facets.min_length or facets.length):
        return [Problem("VALUE-EMPTY")]
    if facets.length is not None and size != facets.length:
        return [Problem("VALUE-LENGTH", {"size": size, "limit": facets.length})]
    if facets.min_length is not None and size < facets.min_length:
        return [Problem("VALUE-SHORT", {"size": size, "limit": facets.min_length})]
    if facets.max_length is not None and size > facets.max_length:
        return [Problem("VALUE-LONG", {"size": size, "limit": facets.max_length})]
    return []


def _range_problems(facets: Facets, number: Decimal) -> list[Problem]:
    bounds = (
        ("VALUE-LOW", facets.min_inclusive, operator.ge),
        ("VALUE-HIGH", facets.max_inclusive, operator.le),
        ("VALUE-ABOVE", facets.min_exclusive, operator.gt),
        ("VALUE-BELOW", facets.max_exclusive, operator.lt),
    )
    return [
        Problem(code, {"limit": limit}, limit)
        for code, limit, holds in bounds
        if limit is not None and not holds(number, Decimal(limit))
    ]


def _digit_problems(facets: Facets, number: Decimal) -> list[Problem]:
    whole, _, fraction = plain(abs(number)).partition(".")
    counts = (
        ("VALUE-FRACTION", facets.fraction_digits, len(fraction)),
        ("VALUE-DIGITS", facets.total_digits, len(whole.lstrip("0")) + len(fraction)),
    )
    return [
        Problem(code, {"size": size, "limit": limit})
        for code, limit, size in counts
        if limit is not None and size > limit
    ]
