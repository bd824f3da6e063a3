"""Compiled functions: those of XPath that rules need, and those of the namespace `p`."""

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from app.domain.amounts import parse_decimal
from app.rules import arithmetic, functions
from app.rules.atoms import RuleFault
from app.rules.columns import LENIENT, Pure, mapped
from app.rules.exact import comparable
from app.rules.expression import (
    POSITION,
    SIZE,
    Expression,
    NotCompiled,
    Place,
    Slots,
    scalar,
)
from app.rules.operators import wanted
from app.rules.texts import TEXTS, joined, on_texts, strings

_NEGATION = Pure(operator.not_)
_SUM_OF_ONE = Pure(lambda value: Decimal(0) if value is None else value, LENIENT)
XSD = "http://www.w3.org/2001/XMLSchema"
Made = Callable[..., Expression]


def compile_call(
    name: str, namespace: str, arguments: list[Expression], place: Place | None
) -> Expression:
    """The call of a function; `NotCompiled` where elementpath has to do it."""
    if namespace in (functions.FUNCTIONS_NAMESPACE, XSD):
        own = namespace == functions.FUNCTIONS_NAMESPACE
        return _own(name, arguments) if own else _constructor(name, arguments)
    if (name, len(arguments)) in _SPECIAL:
        return _SPECIAL[name, len(arguments)](*arguments)
    if name in ("string", "concat"):
        return strings(arguments, place)
    if name in _NUMBERS and len(arguments) in _NUMBERS[name][0]:
        return _on_numbers(name, _NUMBERS[name][1], arguments)
    if name in TEXTS and len(arguments) in TEXTS[name][0]:
        _, kind, function = TEXTS[name]
        return on_texts(name, function, kind, arguments)
    raise NotCompiled


def _focus(slot: int) -> Expression:
    return Expression(
        many=lambda _c, v: (v[slot],),
        kind=Decimal,
        lonely=True,
        slots=frozenset({slot}),
        single=lambda _c, v: v[slot],
    )


def _own(name: str, arguments: list[Expression]) -> Expression:
    _, kind, function = functions.FUNCTIONS[name]
    numbers = functions.NUMERIC_ARGUMENTS.get(name, ())
    singles = [
        wanted(name, argument, Decimal if index in numbers else str).one
        for index, argument in enumerate(arguments)
    ]
    first = singles[0]
    if len(singles) == 1:
        return scalar(
            lambda c, v: None if (a := first(c, v)) is None else function(a),
            kind,
            *arguments,
            pure=Pure(function),
        )
    second = singles[1]

    def single(c: Any, v: Slots) -> Any:
        a, b = first(c, v), second(c, v)
        return None if a is None or b is None else function(a, b)

    return scalar(single, kind, *arguments, pure=Pure(function))


def _constructor(name: str, arguments: list[Expression]) -> Expression:
    if name != "decimal":
        raise NotCompiled
    (argument,) = arguments
    one = argument.one

    def single(c: Any, v: Slots) -> Decimal | None:
        value = one(c, v)
        if value is None:
            return None
        if isinstance(value, Decimal):
            return value
        number = parse_decimal(value) if isinstance(value, str) else None
        if number is None:
            raise RuleFault(f"“{value}” is not a number")
        return number

    return scalar(single, Decimal, argument)


def _aggregate(function: Callable[[Sequence[Any]], Any], kind: type | None) -> Made:
    def make(argument: Expression) -> Expression:
        if kind is Decimal:
            wanted("this function", argument, Decimal)
        atoms = argument.atoms
        result = scalar(lambda c, v: function(atoms(c, v)), kind or argument.kind, argument)
        column = argument.bulk
        if function is arithmetic.total and argument.lonely and argument.kind is Decimal and column:
            result.bulk = lambda batch: mapped(_SUM_OF_ONE, [column(batch)])
        return result

    return make


def _extreme(pick: Callable[[Sequence[Any]], Any]) -> Made:
    return _aggregate(lambda values: pick(comparable([*values])) if values else None, None)


def _count(argument: Expression) -> Expression:
    many = argument.many
    return scalar(lambda c, v: Decimal(len(many(c, v))), Decimal, argument)


def _exists(argument: Expression) -> Expression:
    many = argument.many
    result = scalar(lambda c, v: len(many(c, v)) > 0, bool, argument)
    result.bulk = argument.presence
    return result


def _empty(argument: Expression) -> Expression:
    many, there = argument.many, argument.presence
    result = scalar(lambda c, v: len(many(c, v)) == 0, bool, argument)
    if there is not None:
        result.bulk = lambda batch: mapped(_NEGATION, [there(batch)])
    return result


def _not(argument: Expression) -> Expression:
    truth, known = argument.truth, argument.decided
    result = scalar(lambda c, v: not truth(c, v), bool, argument)
    if known is not None:
        result.bulk = lambda batch: mapped(_NEGATION, [known(batch)])
    return result


def _boolean(argument: Expression) -> Expression:
    result = scalar(argument.truth, bool, argument)
    result.bulk = argument.decided
    return result


def _distinct(argument: Expression) -> Expression:
    atoms = argument.atoms
    return Expression(
        lambda c, v: arithmetic.distinct(atoms(c, v)),
        argument.kind,
        context=argument.context,
        slots=argument.slots,
    )


def _data(argument: Expression) -> Expression:
    return Expression(
        argument.atoms, argument.kind, context=argument.context, slots=argument.slots,
        lonely=argument.lonely,
    )  # fmt: skip


def _sum_or(argument: Expression, zero: Expression) -> Expression:
    atoms, other = argument.atoms, zero.one

    def single(c: Any, v: Slots) -> Any:
        values = atoms(c, v)
        return arithmetic.total(values) if values else other(c, v)

    wanted("sum", argument, Decimal)
    return scalar(single, Decimal if zero.kind is Decimal else None, argument, zero)


def _on_numbers(
    name: str, function: Callable[..., Decimal], arguments: list[Expression]
) -> Expression:
    singles = [wanted(name, argument, Decimal).one for argument in arguments]

    def single(c: Any, v: Slots) -> Decimal | None:
        values = [one(c, v) for one in singles]
        return None if values[0] is None else function(*map(arithmetic.number, values))

    simple = len(singles) == 1 and arguments[0].kind is Decimal
    return scalar(single, Decimal, *arguments, pure=Pure(function) if simple else None)


_SPECIAL: dict[tuple[str, int], Made] = {
    ("sum", 1): _aggregate(arithmetic.total, Decimal),
    ("sum", 2): _sum_or,
    ("avg", 1): _aggregate(arithmetic.average, Decimal),
    ("min", 1): _extreme(min),
    ("max", 1): _extreme(max),
    ("count", 1): _count,
    ("exists", 1): _exists,
    ("empty", 1): _empty,
    ("not", 1): _not,
    ("boolean", 1): _boolean,
    ("true", 0): lambda: scalar(lambda _c, _v: True, bool),
    ("false", 0): lambda: scalar(lambda _c, _v: False, bool),
    ("position", 0): lambda: _focus(POSITION),
    ("last", 0): lambda: _focus(SIZE),
    ("distinct-values", 1): _distinct,
    ("string-join", 2): joined,
    ("data", 1): _data,
}
"""Name and number of arguments → what makes the expression."""

_NUMBERS: dict[str, tuple[tuple[int, ...], Callable[..., Decimal]]] = {
    "abs": ((1,), Decimal.copy_abs),
    "floor": ((1,), arithmetic.floor),
    "ceiling": ((1,), arithmetic.ceiling),
    "round": ((1,), arithmetic.rounded),
    "round-half-to-even": ((1, 2), arithmetic.half_to_even),
}
