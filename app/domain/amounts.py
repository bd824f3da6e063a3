"""Exact decimal numbers: text in, text out, never a float between.

Token quantities need up to 38 digits; every calculation runs in a context of 80 digits, which
holds for all threads because it is set on the default context before any thread starts.
"""

import decimal
import re
from decimal import Decimal

PRECISION = 80
_XS_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)


def prepare_context() -> None:
    """Make 80 digits the precision of this thread and of every thread started later."""
    for context in (decimal.DefaultContext, decimal.getcontext()):
        context.prec = PRECISION
        context.Emax = decimal.MAX_EMAX
        context.Emin = decimal.MIN_EMIN
        context.rounding = decimal.ROUND_HALF_EVEN


prepare_context()


def parse_decimal(text: str) -> Decimal | None:
    """The exact value of an `xs:decimal` literal (XSD Part 2, 3.2.3); None when it is not one."""
    stripped = text.strip(" \t\r\n")
    if not _XS_DECIMAL.fullmatch(stripped):
        return None
    return Decimal(stripped)


def plain(value: Decimal) -> str:
    """The value as a plain `xs:decimal` literal: no exponent, no trailing zeros, no minus zero."""
    if value == 0:
        return "0"
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text


def significant_digits(value: Decimal) -> int:
    """Digits that carry information, leading and trailing zeros aside."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    return max(1, len(digits))


def grouped(text: str) -> str:
    """Thousands separated for the eye alone; anything that is no plain number stays as it is."""
    if parse_decimal(text) is None:
        return text
    sign = text[0] if text[0] in "+-" else ""
    whole, dot, fraction = text[len(sign) :].partition(".")
    groups: list[str] = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return sign + ",".join([whole, *groups]) + dot + fraction
