"""elementpath's grammar with exact numbers and the functions of the namespace `p`.

What the library works out in binary floating point (`sum`, `floor` and others on nodes), with a
tolerance (`distinct-values`) or from the wrong node (several ranges of one loop) is replaced here.
"""

from collections.abc import Callable, Iterator
from copy import copy
from decimal import Decimal
from typing import Any, ClassVar

from elementpath import XPath2Parser
from elementpath.collations import UNICODE_CODEPOINT_COLLATION

from app.rules import arithmetic
from app.rules.atoms import Atom
from app.rules.functions import FUNCTIONS, FUNCTIONS_NAMESPACE, call


class ExactParser(XPath2Parser):
    """XPath 2.0 with exact numbers and the functions of the namespace `p`."""

    DEFAULT_NAMESPACES: ClassVar[dict[str, str]] = {
        **XPath2Parser.DEFAULT_NAMESPACES,
        "p": FUNCTIONS_NAMESPACE,
    }


def _argument(token: Any, context: Any, index: int = 0) -> Any:
    values = list(token[index].atomization(context))
    if len(values) > 1:
        raise token.error("XPTY0004", "one value is needed, and there are several")
    return values[0] if values else None


def _numeric(function: Callable[..., Decimal]) -> Callable[..., Any]:
    def evaluate(self: Any, context: Any = None) -> Any:
        values = [_argument(self, context, index) for index in range(len(self))]
        if values[0] is None:
            return []
        return function(*map(arithmetic.number, values))

    return evaluate


def _sum(self: Any, context: Any = None) -> Any:
    values = list(self[0].atomization(context))
    if not values and len(self) > 1:
        found = _argument(self, context, 1)
        return [] if found is None else found
    return arithmetic.total(values)


def _average(self: Any, context: Any = None) -> Any:
    found = arithmetic.average([*self[0].atomization(context)])
    return [] if found is None else found


def _extreme(pick: Callable[..., Any]) -> Callable[..., Any]:
    def evaluate(self: Any, context: Any = None) -> Any:
        values = list(self[0].atomization(context))
        return pick(comparable(values)) if values else []

    return evaluate


def comparable(values: list[Any]) -> list[Any]:
    """The values, all numbers or all text."""
    if isinstance(values[0], str):
        return [arithmetic.text(value) for value in values]
    return [arithmetic.number(value) for value in values]


def _distinct(self: Any, context: Any = None) -> Iterator[Any]:
    values = [_exact(value) for value in self[0].atomization(context)]
    yield from arithmetic.distinct(values)


def _exact(value: Any) -> Any:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if whole else value


def _operator(function: Callable[[Decimal, Decimal], Decimal]) -> Callable[..., Any]:
    def evaluate(self: Any, context: Any = None) -> Any:
        left = _argument(self, context)
        right = None if left is None else _argument(self, context, 1)
        if left is None or right is None:
            return []
        return function(arithmetic.number(left), arithmetic.number(right))

    return evaluate


def _bindings(token: Any, context: Any, number: int = 0) -> Iterator[Any]:
    """A context for each combination of a loop's variables.

    elementpath works out the second range with the first one's node as context item.
    """
    if number == len(token) - 1:
        yield context
        return
    for value in list(token[number + 1].select(copy(context))):
        inner = copy(context)
        inner.variables = context.variables.copy()
        inner.variables[token[number][0].value] = value
        yield from _bindings(token, inner, number + 2)


def _for(self: Any, context: Any = None) -> Iterator[Any]:
    for inner in _bindings(self, _needed(self, context)):
        yield from self[len(self) - 1].select(copy(inner))


def _quantified(self: Any, context: Any = None) -> bool:
    body = self[len(self) - 1]
    found = (
        self.boolean_value(list(body.select(copy(inner))))
        for inner in _bindings(self, _needed(self, context))
    )
    return any(found) if self.symbol == "some" else all(found)


def _needed(token: Any, context: Any) -> Any:
    if context is None:
        raise token.missing_context()
    return context


def _p_function(name: str) -> Callable[..., Any]:
    def evaluate(self: Any, context: Any = None) -> Any:
        arguments = [_exact(_argument(self, context, index)) for index in range(len(self))]
        found = call(name, *arguments)
        return [] if found is None else found

    return evaluate


def _replace(symbol: str, **methods: Any) -> None:
    base = ExactParser.symbol_table[symbol]
    ExactParser.symbol_table[symbol] = type(base.__name__, (base,), methods)


def _install() -> None:
    for symbol, function in {
        "floor": arithmetic.floor,
        "ceiling": arithmetic.ceiling,
        "round": arithmetic.rounded,
        "round-half-to-even": arithmetic.half_to_even,
        "abs": Decimal.copy_abs,
    }.items():
        _replace(symbol, evaluate=_numeric(function))
    for symbol, operator in {
        "div": arithmetic.divide,
        "idiv": arithmetic.whole_quotient,
        "mod": arithmetic.remainder,
    }.items():
        _replace(symbol, evaluate=_operator(operator))
    _replace("sum", evaluate=_sum)
    _replace("avg", evaluate=_average)
    _replace("min", evaluate=_extreme(min))
    _replace("max", evaluate=_extreme(max))
    _replace("distinct-values", select=_distinct)
    _replace("for", select=_for)
    _replace("some", evaluate=_quantified)
    _replace("every", evaluate=_quantified)


def _stand_in(arity: int) -> Callable[..., Atom | None]:
    # elementpath counts the parameters of the function that it is given.
    if arity == 1:
        return lambda value: value
    return lambda value, other: value or other


def _without_collations() -> None:
    """No function takes a collation: elementpath would set the locale of the whole process, under a
    lock that it keeps when the system does not know that locale, and verdicts would depend on it.
    """
    for symbol, arity in _COLLATED.items():
        base = ExactParser.symbol_table[symbol]
        lowest = base.nargs[0] if isinstance(base.nargs, tuple) else base.nargs
        _replace(symbol, nargs=lowest if lowest == arity else (lowest, arity))


_COLLATED = {
    "compare": 2,
    "contains": 2,
    "starts-with": 2,
    "ends-with": 2,
    "substring-before": 2,
    "substring-after": 2,
    "index-of": 2,
    "deep-equal": 2,
    "distinct-values": 1,
    "min": 1,
    "max": 1,
}
"""How many arguments a function takes before its collation."""


def build_parser() -> ExactParser:
    _install()
    _without_collations()
    parser = ExactParser(strict=True, default_collation=UNICODE_CODEPOINT_COLLATION)
    for name, (arity, _, _) in FUNCTIONS.items():
        token = parser.external_function(_stand_in(arity), name, prefix="p")
        token.evaluate = _p_function(name)  # type: ignore[method-assign]
    return parser
