"""Compiled functions: those of XPath that rules need, and those of the namespace `p`."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.domain.amounts import parse_decimal
from app.rules import arithmetic, functions
from app.rules.atoms import RuleFault, text_of
from app.rules.exact import comparable
from app.rules.expression import (
    POSITION,
    SEVERAL,
    SIZE,
    Expression,
    NotCompiled,
    Place,
    Slots,
    scalar,
)
from app.rules.parser import ExpressionError

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
        return _strings(arguments, place)
    if name in _NUMBERS and len(arguments) in _NUMBERS[name][0]:
        return _on_numbers(name, _NUMBERS[name][1], arguments)
    if name in _TEXTS and len(arguments) in _TEXTS[name][0]:
        _, kind, function = _TEXTS[name]
        return _on_texts(name, function, kind, arguments)
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
    wanted = Decimal if name in functions.NUMERIC_ARGUMENTS else str
    singles = [_wanted(name, argument, wanted).one for argument in arguments]
    first = singles[0]
    if len(singles) == 1:
        return scalar(
            lambda c, v: None if (a := first(c, v)) is None else function(a), kind, *arguments
        )
    second = singles[1]

    def single(c: Any, v: Slots) -> Any:
        a, b = first(c, v), second(c, v)
        return None if a is None or b is None else function(a, b)

    return scalar(single, kind, *arguments)


def _wanted(name: str, argument: Expression, kind: type) -> Expression:
    if argument.kind not in (None, kind):
        what = "a number" if kind is Decimal else "text"
        hint = "" if kind is Decimal else "; string() makes text of it"
        raise ExpressionError(f"{name}() wants {what}{hint}")
    if argument.place is not None and argument.kind is None:
        raise ExpressionError(f"{name}() wants a value, and this is a group")
    return argument


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
            _wanted("this function", argument, Decimal)
        atoms = argument.atoms
        return scalar(lambda c, v: function(atoms(c, v)), kind or argument.kind, argument)

    return make


def _extreme(pick: Callable[[Sequence[Any]], Any]) -> Made:
    return _aggregate(lambda values: pick(comparable([*values])) if values else None, None)


def _count(argument: Expression) -> Expression:
    many = argument.many
    return scalar(lambda c, v: Decimal(len(many(c, v))), Decimal, argument)


def _exists(argument: Expression) -> Expression:
    many = argument.many
    return scalar(lambda c, v: len(many(c, v)) > 0, bool, argument)


def _empty(argument: Expression) -> Expression:
    many = argument.many
    return scalar(lambda c, v: len(many(c, v)) == 0, bool, argument)


def _not(argument: Expression) -> Expression:
    truth = argument.truth
    return scalar(lambda c, v: not truth(c, v), bool, argument)


def _boolean(argument: Expression) -> Expression:
    return scalar(argument.truth, bool, argument)


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

    _wanted("sum", argument, Decimal)
    return scalar(single, Decimal if zero.kind is Decimal else None, argument, zero)


def _on_numbers(
    name: str, function: Callable[..., Decimal], arguments: list[Expression]
) -> Expression:
    singles = [_wanted(name, argument, Decimal).one for argument in arguments]

    def single(c: Any, v: Slots) -> Decimal | None:
        values = [one(c, v) for one in singles]
        return None if values[0] is None else function(*map(arithmetic.number, values))

    return scalar(single, Decimal, *arguments)


def _on_texts(
    name: str, function: Callable[..., Any], kind: type, arguments: list[Expression]
) -> Expression:
    for index, argument in enumerate(arguments):
        _wanted(name, argument, Decimal if name == "substring" and index else str)
    singles = [argument.one for argument in arguments]

    def single(c: Any, v: Slots) -> Any:
        values = [one(c, v) for one in singles]
        first = "" if values[0] is None else arithmetic.text(values[0])
        if name == "substring":
            return function(first, *map(arithmetic.number, values[1:]))
        return function(first, *("" if a is None else arithmetic.text(a) for a in values[1:]))

    return scalar(single, kind, *arguments)


def _strings(arguments: list[Expression], place: Place | None) -> Expression:
    if not arguments:
        if place is None or place.kind is None:
            raise NotCompiled
        return Expression(lambda c, _v: (text_of(c),), str, lonely=True, context=True)
    many = [argument.many for argument in arguments]

    def single(c: Any, v: Slots) -> str:
        return "".join(_only_text(items(c, v)) for items in many)

    return scalar(single, str, *arguments)


def _only_text(items: Sequence[Any]) -> str:
    if len(items) > 1:
        raise RuleFault(SEVERAL)
    return text_of(items[0]) if items else ""


def _joined(argument: Expression, separator: Expression) -> Expression:
    atoms, between = _wanted("string-join", argument, str).atoms, separator.one
    return scalar(
        lambda c, v: arithmetic.text(between(c, v)).join(map(arithmetic.text, atoms(c, v))),
        str, argument, separator,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> Any:
    import re  # noqa: PLC0415

    from elementpath.regex import RegexError, translate_pattern  # noqa: PLC0415

    try:
        return re.compile(translate_pattern(pattern))
    except (re.error, RegexError) as error:
        raise RuleFault(f"“{pattern}” is not a pattern: {error}") from error


def _matches(value: str, pattern: str) -> bool:
    return _pattern(pattern).search(value) is not None


def _substring(value: str, start: Decimal, length: Decimal | None = None) -> str:
    first = arithmetic.rounded(start)
    last = None if length is None else first + arithmetic.rounded(length)
    return "".join(
        character
        for position, character in enumerate(value, 1)
        if position >= first and (last is None or position < last)
    )


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
    ("string-join", 2): _joined,
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
_TEXTS: dict[str, tuple[tuple[int, ...], type, Callable[..., Any]]] = {
    "starts-with": ((2,), bool, str.startswith),
    "ends-with": ((2,), bool, str.endswith),
    "contains": ((2,), bool, lambda value, part: part in value),
    "substring-before": (
        (2,),
        str,
        lambda value, part: value.partition(part)[0] if part and part in value else "",
    ),
    "substring-after": ((2,), str, lambda value, part: value.partition(part)[2] if part else value),
    "string-length": ((1,), Decimal, lambda value: Decimal(len(value))),
    "substring": ((2, 3), str, _substring),
    "upper-case": ((1,), str, str.upper),
    "lower-case": ((1,), str, str.lower),
    "normalize-space": ((1,), str, lambda value: " ".join(value.split())),
    "matches": ((2,), bool, _matches),
}
"""Name → possible numbers of arguments, kind of the answer, and the function on texts."""
