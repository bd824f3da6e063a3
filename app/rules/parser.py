"""XPath 2.0 as rules write it: elementpath's grammar, held to exact numbers and to the return itself.

What elementpath works out in binary floating point (`sum`, `floor` and others on nodes) or with a
tolerance (`distinct-values`) is replaced here by exact forms; what has no exact form is refused.
"""

import threading
from collections.abc import Callable, Iterator
from copy import copy
from decimal import Decimal
from typing import Any, ClassVar

from elementpath import ElementPathError, XPath2Parser

from app.rules import arithmetic
from app.rules.atoms import Atom, RuleFault
from app.rules.functions import FUNCTIONS, FUNCTIONS_NAMESPACE, call

REFUSED = {
    "number": "it gives floating point; fields are numbers already, and xs:decimal() reads text",
    "double": "it is floating point; use xs:decimal()",
    "float": "it is floating point; use xs:decimal()",
    **dict.fromkeys(
        ("current-date", "current-dateTime", "current-time", "implicit-timezone"),
        "a rule must give the same answer on every day",
    ),
    **dict.fromkeys(
        ("doc", "doc-available", "collection", "base-uri", "document-uri", "static-base-uri"),
        "a rule sees the return and nothing else",
    ),
    **dict.fromkeys(("trace", "error"), "a rule only decides"),
}


class ExpressionError(Exception):
    """A mistake in an expression that shows before any row is looked at."""


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


def _build() -> ExactParser:
    _install()
    parser = ExactParser(strict=True)
    for name, (arity, _, _) in FUNCTIONS.items():
        token = parser.external_function(_stand_in(arity), name, prefix="p")
        token.evaluate = _p_function(name)  # type: ignore[method-assign]
    return parser


_parsers: list[ExactParser] = []
_lock = threading.Lock()


def parse(text: str) -> Any:
    """The token tree of an expression; `ExpressionError` says what is wrong with it."""
    if not text.strip():
        raise ExpressionError("the expression is empty")
    with _lock:
        if not _parsers:
            _parsers.append(_build())
        try:
            token = _parsers[0].parse(text)
        except ElementPathError as error:
            raise ExpressionError(reason(error)) from error
        except (RuleFault, ArithmeticError) as error:
            raise ExpressionError(arithmetic.explain(error)) from error
        except RecursionError as error:
            raise ExpressionError("the expression is nested too deeply") from error
    for inner in token.iter():
        _refuse(inner)
    return token


def _refuse(token: Any) -> None:
    if (
        token.label.endswith("function")
        and token.symbol in REFUSED
        and token.namespace != FUNCTIONS_NAMESPACE
    ):
        raise ExpressionError(f"{token.symbol}() is not allowed: {REFUSED[token.symbol]}")
    if token.symbol == "(float)":
        raise ExpressionError(f"{token.value} is floating point; write the number in full")
    if token.symbol in ("cast", "castable", "treat", "instance") and "double" in token[1].source:
        raise ExpressionError(f"xs:double is not allowed: {REFUSED['double']}")


def reason(error: Exception) -> str:
    """elementpath's sentence without its decoration."""
    message = str(getattr(error, "message", None) or error)
    return message.rpartition("] ")[2].strip()
