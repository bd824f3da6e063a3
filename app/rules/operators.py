"""Compiled comparisons, with XPath's rules for empty sides and for several values."""

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.rules import arithmetic
from app.rules.atoms import RuleFault
from app.rules.columns import UNKNOWN, Column, Pure, mapped
from app.rules.expression import Expression, Slots, attempt, once, scalar
from app.rules.parser import ExpressionError

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
_NAMES = {Decimal: "a number", str: "text", bool: "true or false"}


def compared(symbol: str, left: Expression, right: Expression) -> Expression:
    """A value comparison (`eq`): nothing where a side is empty."""
    function = _safe(symbol, left, right)
    first, second = left.one, right.one

    def single(c: Any, v: Slots) -> bool | None:
        a, b = first(c, v), second(c, v)
        return None if a is None or b is None else function(a, b)

    return scalar(single, bool, left, right, pure=Pure(function))


def matched(symbol: str, left: Expression, right: Expression) -> Expression:
    """A general comparison (`=`): true when any value of the one fits any value of the other."""
    function = _safe(symbol, left, right)
    if symbol == "eq" and left.kind is right.kind and left.kind is not None:
        for several, few in ((right, left), (left, right)):
            if several.fixed and not several.lonely:
                return _member(few, several)
    if left.lonely and right.lonely:
        first, second = left.one, right.one

        def single(c: Any, v: Slots) -> bool:
            a, b = first(c, v), second(c, v)
            return a is not None and b is not None and function(a, b)

        return scalar(single, bool, left, right, pure=Pure(function, absent=False))
    many, others = left.atoms, right.atoms

    def some(c: Any, v: Slots) -> bool:
        found, other = many(c, v), others(c, v)
        return any(function(a, b) for a in found for b in other)

    return scalar(some, bool, left, right)


def valued(expression: Expression) -> Expression:
    """Refuse a group of fields where a value is needed."""
    place = expression.place
    if place is not None and place.kind is None and place.shape is not None:
        raise ExpressionError(f"{place.shape.node.name} is a group and has no value of its own")
    return expression


def numeric(expression: Expression, symbol: str) -> Expression:
    """Refuse text in a calculation, and check at each row what is not known beforehand."""
    if expression.kind is Decimal:
        return expression
    if expression.kind is not None:
        what = "true or false" if expression.kind is bool else "text"
        raise ExpressionError(f"“{symbol}” calculates with numbers, and one side is {what}")
    one = expression.one

    def single(c: Any, v: Slots) -> Decimal | None:
        value = one(c, v)
        return None if value is None else arithmetic.number(value)

    return scalar(single, Decimal, expression, pure=Pure(arithmetic.number))


def wanted(name: str, argument: Expression, kind: type) -> Expression:
    if argument.kind not in (None, kind):
        what = "a number" if kind is Decimal else "text"
        hint = "" if kind is Decimal else "; string() makes text of it"
        raise ExpressionError(f"{name}() wants {what}{hint}")
    if argument.place is not None and argument.kind is None:
        raise ExpressionError(f"{name}() wants a value, and this is a group")
    return argument


def _member(few: Expression, several: Expression) -> Expression:
    """`few = several` where the several are the same for every row: looked up in a set."""
    gather = several.atoms
    known = once(lambda c, v: frozenset(gather(c, v)))
    if few.lonely:
        one = few.one

        def single(c: Any, v: Slots) -> bool:
            value = one(c, v)
            return value in known(c, v) and value is not None

        result = scalar(single, bool, few)
        column = few.column
        if column is not None:
            result.bulk = lambda batch: _members(column(batch), attempt(known, None, batch.slots))
        return result
    many = few.atoms
    return scalar(lambda c, v: not known(c, v).isdisjoint(many(c, v)), bool, few)


def _members(few: Column, known: Any) -> Column:
    if isinstance(known, Exception):
        return Column([UNKNOWN] * len(few.values))
    return mapped(Pure(known.__contains__, absent=False), [few])


def _safe(symbol: str, left: Expression, right: Expression) -> Callable[[Any, Any], bool]:
    function = COMPARISONS[symbol]
    if left.kind is not None and right.kind is not None:
        if left.kind is not right.kind:
            raise ExpressionError(
                f"“{symbol}” compares {_NAMES[left.kind]} with {_NAMES[right.kind]}"
            )
        return function
    return lambda a, b: checked(function, a, b)


def checked(function: Callable[[Any, Any], bool], left: Any, right: Any) -> bool:
    """Compare two values of one kind; of two kinds is an error."""
    if type(left) is not type(right):
        raise RuleFault(f"{_NAMES[type(left)]} is compared with {_NAMES[type(right)]}")
    return function(left, right)
