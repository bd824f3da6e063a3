"""Reading expressions. What is not exact, or looks beyond the return, is refused here by name."""

import threading
from typing import Any

from elementpath import ElementPathError

from app.rules import arithmetic
from app.rules.atoms import RuleFault
from app.rules.exact import ExactParser, build_parser
from app.rules.functions import FUNCTIONS_NAMESPACE

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


_parsers: list[ExactParser] = []
_lock = threading.Lock()


def parse(text: str) -> Any:
    """The token tree of an expression; `ExpressionError` says what is wrong with it."""
    if not text.strip():
        raise ExpressionError("the expression is empty")
    with _lock:
        if not _parsers:
            _parsers.append(build_parser())
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
