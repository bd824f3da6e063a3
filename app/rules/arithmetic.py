"""Exact arithmetic: sums and products are exact or refused, quotients have 80 digits."""

import decimal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from app.domain.amounts import PRECISION
from app.rules.atoms import Atom, RuleFault

FREE = Context(
    prec=PRECISION,
    rounding=ROUND_HALF_EVEN,
    Emin=decimal.MIN_EMIN,
    Emax=decimal.MAX_EMAX,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)
"""The context of operations that may round: quotients and rounding itself."""

_HALF = Decimal("0.5")


@contextmanager
def exactly(*, rounds: bool) -> Iterator[None]:
    """Work in 80 digits; unless `rounds`, a result that needs more is an error and not rounded."""
    context = FREE.copy()
    context.traps[decimal.Inexact] = not rounds
    with decimal.localcontext(context):
        yield


def explain(error: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(error, decimal.Inexact):
        return f"the result needs more than {PRECISION} digits"
    if isinstance(error, decimal.DivisionByZero | decimal.DivisionUndefined):
        return "division by zero"
    return "the number is out of range" if isinstance(error, ArithmeticError) else str(error)


def number(value: Any) -> Decimal:
    """The value as a number; anything else is an error of the expression."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise RuleFault(f"{_shown(value)} is not a number")


def text(value: Any) -> str:
    """The value as text; anything else is an error of the expression."""
    if isinstance(value, str):
        return value
    raise RuleFault(f"{_shown(value)} is not text")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    return f"“{value}”" if isinstance(value, str) else f"{value}"


def divide(left: Decimal, right: Decimal) -> Decimal:
    """The quotient, half to even at 80 digits."""
    if right == 0:
        raise RuleFault("division by zero")
    return left / right


def whole_quotient(left: Decimal, right: Decimal) -> Decimal:
    """The quotient cut towards zero."""
    if right == 0:
        raise RuleFault("division by zero")
    return FREE.divide_int(left, right)


def remainder(left: Decimal, right: Decimal) -> Decimal:
    """The remainder with the sign of the dividend."""
    if right == 0:
        raise RuleFault("division by zero")
    return left % right


def total(values: Sequence[Any]) -> Decimal:
    """The sum; 0 over nothing."""
    return sum((number(value) for value in values), Decimal(0))


def average(values: Sequence[Any]) -> Decimal | None:
    """The mean; None over nothing."""
    return divide(total(values), Decimal(len(values))) if values else None


def floor(value: Decimal) -> Decimal:
    """The whole number at or below."""
    return value.quantize(Decimal(1), rounding=ROUND_FLOOR, context=FREE)


def ceiling(value: Decimal) -> Decimal:
    """The whole number at or above."""
    return value.quantize(Decimal(1), rounding=ROUND_CEILING, context=FREE)


def rounded(value: Decimal) -> Decimal:
    """The nearest whole number; a half goes up, as XPath wants it."""
    return FREE.add(value, _HALF).quantize(Decimal(1), rounding=ROUND_FLOOR, context=FREE)


def half_to_even(value: Decimal, digits: Decimal = Decimal(0)) -> Decimal:
    """Rounded to so many decimal digits; a half goes to the even neighbour."""
    return value.quantize(Decimal(1).scaleb(-int(digits)), rounding=ROUND_HALF_EVEN, context=FREE)


def distinct(values: Sequence[Atom]) -> list[Atom]:
    """Each value once, in the order of first appearance; true is not 1."""
    return [value for _, value in dict.fromkeys((type(value), value) for value in values)]
