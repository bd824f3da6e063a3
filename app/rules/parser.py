"""Reading expressions. What is not exact, or looks beyond the return, is refused here by name."""

import re
import threading
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from elementpath import ElementPathError

from app.rules import arithmetic
from app.rules.atoms import RuleFault
from app.rules.exact import ExactParser, build_parser
from app.rules.functions import FUNCTIONS, FUNCTIONS_NAMESPACE

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
    """A mistake in an expression that shows before any row is looked at; `column` counts from 1."""

    def __init__(self, message: str, column: int | None = None) -> None:
        super().__init__(message)
        self.column = column


PREFIX = "p:"
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
            raise _explained(error, text) from error
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


def unknown_variable(name: str, known: Iterable[str]) -> ExpressionError:
    """A `$name` that nothing defines; near names are suggested."""
    near = get_close_matches(name, list(known), 2)
    hint = f"; did you mean {' or '.join(f'${each}' for each in near)}?" if near else ""
    return ExpressionError(f"${name} is neither a parameter nor a setting nor in “let”{hint}")


def _explained(error: ElementPathError, text: str) -> ExpressionError:
    """elementpath's mistake, with its column; brackets and quotes that have no partner come first."""
    odd = unpaired(text)
    if odd is not None:
        sign, at = odd
        what = "closes nothing" if sign in ")]" else "is not closed"
        return ExpressionError(f"“{sign}” in column {at} {what} ({reason(error)})", at)
    token = getattr(error, "token", None)
    column: int | None = token.span[0] + 1 if token is not None else None
    said = reason(error)
    unknown = _UNKNOWN_FUNCTION.match(said)
    if unknown:
        names = [f"{PREFIX}{name}" for name in FUNCTIONS]
        names += [str(name) for name in _parsers[0].symbol_table if str(name)[:1].isalpha()]
        near = get_close_matches(unknown[1], names, 2)
        said += f"; did you mean {' or '.join(near)}?" if near else ""
        column = text.find(unknown[1]) + 1 or None
    return ExpressionError(said if column is None else f"{said}, in column {column}", column)


_UNKNOWN_FUNCTION = re.compile("unknown function '(.*)'")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def unpaired(text: str) -> tuple[str, int] | None:
    """The first bracket or quotation mark without its partner, and its column from 1."""
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    opened: list[tuple[str, int]] = []
    for column, sign in enumerate(bare, 1):
        if sign in "([":
            opened.append((sign, column))
        elif sign in ")]":
            if not opened or opened[-1][0] + sign not in ("()", "[]"):
                return sign, column
            opened.pop()
        elif sign in "'\"":
            return sign, column
    return opened[-1] if opened else None


def reason(error: Exception) -> str:
    """elementpath's sentence without its decoration."""
    message = str(getattr(error, "message", None) or error)
    return message.rpartition("] ")[2].strip()
