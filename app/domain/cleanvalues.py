"""Values with which nothing is wrong, known at a glance: most of a long table.

A test never finds anything: what it is not certain of goes to `check_value`, which alone decides.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from app.domain.amounts import parse_decimal
from app.domain.schema import XML_ATTRIBUTES, XML_TEXT, Facets, Field, Kind
from app.domain.values import check_value

Clean = Callable[[str], object]
"""True of a value that certainly fits."""

_REMEMBERED = 5000
_LONGEST = 1 << 30


def clean_test(field: Field) -> Clean:
    """The test for the values of a field."""
    facets = field.facets
    special = field.builtin in (XML_TEXT, XML_ATTRIBUTES) or field.fixed is not None
    if special or facets.enumeration:
        return _remembering(field)
    if field.kind.numeric:
        form = _number(facets, whole=field.kind is Kind.INTEGER)
        return _with_facets(facets, form.fullmatch) if form is not None else _remembering(field)
    if field.kind in (Kind.TEXT, Kind.OTHER):
        spaced = facets.white_space == "preserve"
        return _with_facets(facets, str.isprintable if spaced else _unspaced)
    return _remembering(field)


def _unspaced(value: str) -> bool:
    """Printable, and nothing in it that the type would make something else of."""
    return value.isprintable() and " " not in value


def _with_facets(facets: Facets, form: Clean) -> Clean:
    least = max(facets.min_length or 0, facets.length or 0)
    most = min(
        _LONGEST if facets.max_length is None else facets.max_length,
        _LONGEST if facets.length is None else facets.length,
    )
    if any(len(group) != 1 for group in facets.patterns):
        return lambda value: False
    searches = [re.compile(group[0]).search for group in facets.patterns]
    if not searches and least == 0 and most == _LONGEST:
        return form
    if len(searches) == 1:
        (search,) = searches
        return lambda value: least <= len(value) <= most and form(value) and search(value)
    return lambda value: (
        least <= len(value) <= most and form(value) and all(search(value) for search in searches)
    )


def _number(facets: Facets, *, whole: bool) -> re.Pattern[str] | None:
    """Numbers within the digits and above the bounds; None where a bound is another than zero."""
    if facets.max_inclusive is not None or facets.max_exclusive is not None:
        return None
    if any(not _zero(bound) for bound in (facets.min_inclusive, facets.min_exclusive)):
        return None
    total, fraction = facets.total_digits, facets.fraction_digits
    after = 0 if whole or (total is not None and fraction is None) else fraction
    before = 60 if total is None else total - (after or 0)
    if before < 1:
        return None
    signed = facets.min_inclusive is None and facets.min_exclusive is None
    decimals = "" if after == 0 else rf"(?:\.\d{{1,{60 if after is None else after}}})?"
    above = r"(?=.*[1-9])" if facets.min_exclusive is not None else ""
    return re.compile(rf"{above}{'-?' if signed else ''}\d{{1,{before}}}{decimals}", re.ASCII)


def _zero(bound: str | None) -> bool:
    return bound is None or parse_decimal(bound) == Decimal(0)


def _remembering(field: Field) -> Clean:
    """Codes and days stand there again and again."""
    fitting: set[str] = set()

    def test(value: str) -> bool:
        if value in fitting:
            return True
        if check_value(field, value):
            return False
        if len(fitting) < _REMEMBERED:
            fitting.add(value)
        return True

    return test
