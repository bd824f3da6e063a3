"""Rules' expressions as XPath 2.0 for other processors: prefixes written out, every operand cast.

A field's value is untyped there. So each step that gives values ends in `xs:decimal(.)` or a function on
text, by what the schema says of the field; where only the nodes count, they stay nodes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.domain.amounts import plain
from app.domain.schema import Field, Kind
from app.rules.compiler import Compiler
from app.rules.expression import Expression, NotCompiled, Place
from app.rules.functions import FUNCTIONS_NAMESPACE
from app.rules.loops import held
from app.rules.parser import parse

_NODES = frozenset({"not", "exists", "empty", "count", "boolean"})
_WRITTEN = frozenset({"string", "concat"})
_ARITHMETIC = frozenset({"+", "-", "*", "div", "mod", "idiv"})
_COMPARES = frozenset({"=", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge"})
_STEPS = frozenset({"(name)", "@", "..", ".", "child", "preceding-sibling", "following-sibling"})

REASONS = {
    **dict.fromkeys(
        ("lei", "isin", "dti", "ce", "caip2", "caip10", "caip19", "address", "txid"),
        "the form or check digit of an identifier",
    ),
    **dict.fromkeys(("currency", "country"), "a list of codes"),
    **dict.fromkeys(("workdays", "workday", "months"), "a calendar"),
    **dict.fromkeys(("email", "phone"), "the form of an address"),
    "screened": "a list of words",
}
"""Functions that no XPath processor has, and what they work with."""


class StaysBehind(Exception):
    """What an expression needs that XPath 2.0 does not have."""


@dataclass(frozen=True, slots=True)
class Piece:
    """XPath text. `place` says which nodes it gives; None: values of `kind`."""

    text: str
    kind: type | None = None
    place: Place | None = None


def quoted(text: str) -> str:
    """A literal."""
    return "'" + text.replace("'", "''") + "'"


def atoms(piece: Piece) -> str:
    """The values of a piece, cast to what the schema says."""
    if piece.place is None:
        return piece.text
    return f"{piece.text}/{_cast(_field(piece.place))}"


def _field(place: Place) -> Field:
    index = place.index
    if place.shape is not None and index is None:
        index = place.shape.own
    if place.shape is None or index is None:
        raise StaysBehind("a group has no value")
    return place.shape.node.fields[index]


def _cast(field: Field) -> str:
    if field.kind.numeric:
        return "xs:decimal(.)"
    if field.kind is Kind.BOOLEAN:
        return "(if (normalize-space(.) = ('1', 'true')) then 'true' else 'false')"
    return "normalize-space(.)" if field.facets.white_space == "collapse" else "string(.)"


class Translator:
    """Translates the expressions of one rule; `prefixes` are given by namespace."""

    def __init__(self, compiler: Compiler, prefixes: Mapping[str, str]) -> None:
        self._compiler, self._prefixes = compiler, prefixes
        self.used: set[str] = set()

    def expression(self, text: str, place: Place) -> Piece:
        """The translation of an expression in the context of a row."""
        return self.piece(parse(text), place)

    def name(self, local: str, namespace: str) -> str:
        """A name with the prefix of its namespace."""
        if not namespace:
            return local
        if namespace not in self._prefixes:
            raise StaysBehind(f"the namespace {namespace}")
        return f"{self._prefixes[namespace]}:{local}"

    def piece(self, token: Any, place: Place | None) -> Piece:
        """The translation of a token."""
        known = self._known(token, place)
        text = self._text(token, place)
        return Piece(text, known.kind, known.place)

    def _known(self, token: Any, place: Place | None) -> Expression:
        before = dict(self._compiler.variables)
        try:
            return self._compiler.compile(token, place)
        except NotCompiled as error:
            raise StaysBehind(f"“{token.symbol}”") from error
        finally:
            self._compiler.variables = before

    def _atoms(self, token: Any, place: Place | None) -> str:
        return atoms(self.piece(token, place))

    def _text(self, token: Any, place: Place | None) -> str:
        symbol = token.symbol
        if symbol in _STEPS:
            return self._step(token, place)
        if symbol in _ARITHMETIC and len(token) == 1:
            return f"({symbol} {self._atoms(token[0], place)})"
        if symbol in _ARITHMETIC or symbol in _COMPARES:
            left, right = (self._atoms(inner, place) for inner in token)
            return f"({left} {symbol} {right})"
        if symbol in ("and", "or"):
            left, right = (self.piece(inner, place).text for inner in token)
            return f"({left} {symbol} {right})"
        if token.label.endswith("function"):
            return self._call(token, place)
        maker = _MAKERS.get(symbol)
        if maker is None:
            raise StaysBehind(f"“{symbol}”")
        return maker(self, token, place)

    def _step(self, token: Any, place: Place | None) -> str:
        symbol = token.symbol
        if symbol in (".", ".."):
            return str(symbol)
        if symbol in ("child", "preceding-sibling", "following-sibling"):
            found = self._known(token, place)
            axis = "" if symbol == "child" else f"{symbol}::"
            return f"{axis}{self._named(token[0].value, found.place)}"
        found = self._known(token, place)
        local = token[0].value if symbol == "@" else token.value
        if found.place is not None and found.place.index is not None:
            field = _field(found.place)
            if field.default is not None:
                raise StaysBehind("the default value of an attribute")
        mark = "@" if symbol == "@" else ""
        return f"{mark}{self._named(local, found.place)}"

    def _named(self, local: str, place: Place | None) -> str:
        if place is None or place.shape is None:
            raise StaysBehind("the document itself")
        if place.index is None:
            return self.name(local, place.shape.node.namespace)
        return self.name(local, place.shape.node.fields[place.index].namespace)

    def path(self, token: Any, place: Place | None) -> str:
        if len(token) == 1:
            top = self._known(token, place)
            return f"/{self._named(token[0].value, top.place)}"
        left = self.piece(token[0], place)
        if left.place is None:
            raise StaysBehind("a path from values")
        return f"{left.text}/{self._text(token[1], left.place)}"

    def predicate(self, token: Any, place: Place | None) -> str:
        base = self.piece(token[0], place)
        if base.place is None:
            raise StaysBehind("a predicate on values")
        return f"{base.text}[{self.piece(token[1], base.place).text}]"

    def variable(self, token: Any, _place: Place | None) -> str:
        self.used.add(token[0].value)
        return f"${token[0].value}"

    def constant(self, token: Any, _place: Place | None) -> str:
        value = token.value
        return quoted(value) if isinstance(value, str) else plain(Decimal(value))

    def parenthesis(self, token: Any, place: Place | None) -> str:
        return f"({self.piece(token[0], place).text})" if len(token) else "()"

    def comma(self, token: Any, place: Place | None) -> str:
        return ", ".join(self._atoms(inner, place) for inner in token)

    def condition(self, token: Any, place: Place | None) -> str:
        test = self.piece(token[0], place).text
        yes, no = (self._atoms(inner, place) for inner in (token[1], token[2]))
        return f"(if ({test}) then {yes} else {no})"

    def loop(self, token: Any, place: Place | None) -> str:
        outer = dict(self._compiler.variables)
        heads = []
        for number in range(0, len(token) - 1, 2):
            name, source = token[number][0].value, self.piece(token[number + 1], place)
            slot, known = self._compiler.slot(), self._known(token[number + 1], place)
            self._compiler.variables[name] = held(slot, known)
            heads.append(f"${name} in {source.text}")
        body = self.piece(token[len(token) - 1], place).text
        bound = {token[number][0].value for number in range(0, len(token) - 1, 2)}
        self._compiler.variables = outer
        self.used -= bound - outer.keys()
        word = "return" if token.symbol == "for" else "satisfies"
        return f"({token.symbol} {', '.join(heads)} {word} {body})"

    def prefixed(self, token: Any, place: Place | None) -> str:
        return self._text(token[1], place)

    def _call(self, token: Any, place: Place | None) -> str:
        name = token.symbol
        if token.namespace == FUNCTIONS_NAMESPACE:
            return _own(name, [self._atoms(inner, place) for inner in token])
        if name == "decimal":
            # Other processors may work out what a condition before it was to guard against.
            return (
                f"(for $s in {self._atoms(token[0], place)}"
                " return if ($s castable as xs:decimal) then xs:decimal($s) else ())"
            )
        if name in _WRITTEN:
            return f"{name}({', '.join(self._as_written(inner, place) for inner in token)})"
        if name in _NODES:
            return f"{name}({', '.join(self.piece(inner, place).text for inner in token)})"
        return f"{name}({', '.join(self._atoms(inner, place) for inner in token)})"

    def _as_written(self, token: Any, place: Place | None) -> str:
        piece = self.piece(token, place)
        if piece.place is None:
            if piece.kind is Decimal:
                raise StaysBehind("a number made into text")
            return piece.text
        return f"string({piece.text})"


def _own(name: str, arguments: list[str]) -> str:
    if name in _OWN:
        return _OWN[name].format(*arguments)
    raise StaysBehind(f"p:{name}(): {REASONS.get(name, 'a function of the program')}")


_OWN = {
    # Half away from zero. The factor is a one with as many noughts as there are digits.
    "round": "(for $n in {0}, $d in {1}, $f in xs:decimal(concat('1', string-join("
    "for $i in 1 to xs:integer($d) return '0', ''))) return"
    " (if ($n ge 0) then floor($n * $f + 0.5) else -floor(-$n * $f + 0.5)) div $f)",
    "days": "(for $a in {0}, $b in {1} return (xs:date(substring($b, 1, 10))"
    " - xs:date(substring($a, 1, 10))) div xs:dayTimeDuration('P1D'))",
    "hours": "(for $a in {0}, $b in {1} return"
    " (xs:dateTime($b) - xs:dateTime($a)) div xs:dayTimeDuration('PT1H'))",
    "after": "(for $a in {0}, $b in {1} return xs:dateTime($a) gt xs:dateTime($b))",
}
_MAKERS = {
    "(string)": Translator.constant,
    "(integer)": Translator.constant,
    "(decimal)": Translator.constant,
    "/": Translator.path,
    "[": Translator.predicate,
    "$": Translator.variable,
    "(": Translator.parenthesis,
    ",": Translator.comma,
    "if": Translator.condition,
    "for": Translator.loop,
    "some": Translator.loop,
    "every": Translator.loop,
    ":": Translator.prefixed,
}
