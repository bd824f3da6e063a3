"""Compiled functions on text."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from elementpath.regex import RegexError, translate_pattern

from app.rules import arithmetic
from app.rules.atoms import RuleFault, text_of
from app.rules.columns import LENIENT, Pure
from app.rules.expression import SEVERAL, Expression, NotCompiled, Place, Slots, scalar
from app.rules.operators import wanted


def on_texts(
    name: str, function: Callable[..., Any], kind: type, arguments: list[Expression]
) -> Expression:
    for index, argument in enumerate(arguments):
        wanted(name, argument, Decimal if name == "substring" and index else str)
    singles = [argument.one for argument in arguments]

    def work_out(*values: Any) -> Any:
        first = "" if values[0] is None else arithmetic.text(values[0])
        if name == "substring":
            return function(first, *map(arithmetic.number, values[1:]))
        return function(first, *("" if a is None else arithmetic.text(a) for a in values[1:]))

    def single(c: Any, v: Slots) -> Any:
        return work_out(*(one(c, v) for one in singles))

    plain = all(argument.kind is str for argument in arguments)
    pure = Pure(work_out, LENIENT, quick=function if plain else None)
    return scalar(single, kind, *arguments, pure=pure)


def strings(arguments: list[Expression], place: Place | None) -> Expression:
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


def joined(argument: Expression, separator: Expression) -> Expression:
    atoms, between = wanted("string-join", argument, str).atoms, separator.one
    return scalar(
        lambda c, v: arithmetic.text(between(c, v)).join(map(arithmetic.text, atoms(c, v))),
        str, argument, separator,
    )  # fmt: skip


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> Any:
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


TEXTS: dict[str, tuple[tuple[int, ...], type, Callable[..., Any]]] = {
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
