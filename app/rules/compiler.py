"""From elementpath's token tree to closures. What is not known here raises `NotCompiled`."""

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.rules import arithmetic, paths
from app.rules.atoms import Shape
from app.rules.calls import compile_call
from app.rules.columns import Pure, chosen, combined
from app.rules.expression import (
    FIRST_VARIABLE,
    Expression,
    NotCompiled,
    Place,
    Slots,
    hoisted,
    literal,
    scalar,
)
from app.rules.lookups import lookup, picked
from app.rules.loops import held, looped
from app.rules.operators import compared, matched, numeric, valued
from app.rules.parser import ExpressionError, unknown_variable

_GENERAL = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
_VALUE = ("eq", "ne", "lt", "le", "gt", "ge")
_ARITHMETIC: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": arithmetic.divide,
    "mod": arithmetic.remainder,
    "idiv": arithmetic.whole_quotient,
}


@dataclass
class Compiler:
    """Compiles the expressions of one rule. `variables` are the names that they may use.

    `needs` are the nodes whose rows must be there, by the document element above them: that of the
    return itself or of a related one.
    """

    root: Shape
    variables: dict[str, Expression] = field(default_factory=dict)
    needs: dict[Shape, set[str]] = field(default_factory=dict)
    walked: set[int] = field(default_factory=set)
    """Variables of `let` of which the node matters and not its value alone: a path goes on from it."""
    size: int = FIRST_VARIABLE

    def slot(self) -> int:
        """A slot for another variable."""
        self.size += 1
        return self.size - 1

    def need(self, shape: Shape) -> None:
        """Have the rows of a node loaded."""
        self.needs.setdefault(shape.top, set()).add(shape.node.path)

    def compile(self, token: Any, place: Place | None) -> Expression:
        """The expression of a token with nodes of `place` as context item."""
        return hoisted(self._compile(token, place))

    def _compile(self, token: Any, place: Place | None) -> Expression:
        symbol = token.symbol
        if symbol in _PARTS:
            return _PARTS[symbol](self, token, place)
        if symbol in _ARITHMETIC and len(token):
            return self._arithmetic(token, place)
        if symbol in _GENERAL or symbol in _VALUE:
            return self._comparison(token, place)
        if token.label.endswith("function"):
            arguments = [self.compile(inner, place) for inner in token]
            return compile_call(symbol, token.namespace or "", arguments, place)
        raise NotCompiled

    def prefixed(self, token: Any, place: Place | None) -> Expression:
        if not token[1].label.endswith("function"):
            raise ExpressionError(f"write “{token.source}” without its prefix")
        return self._compile(token[1], place)

    def value(self, token: Any, place: Place | None) -> Expression:
        """The same, where a value is needed and a group of fields will not do."""
        return valued(self.compile(token, place))

    def _arithmetic(self, token: Any, place: Place | None) -> Expression:
        if len(token) == 1:
            operand = numeric(self.value(token[0], place), token.symbol)
            one = operand.one
            if token.symbol == "+":
                return operand
            return scalar(
                lambda c, v: None if (a := one(c, v)) is None else -a,
                Decimal,
                operand,
                pure=Pure(operator.neg),
            )
        left = numeric(self.value(token[0], place), token.symbol)
        right = numeric(self.value(token[1], place), token.symbol)
        function = _ARITHMETIC[token.symbol]
        first, second = left.one, right.one

        def single(c: Any, v: Slots) -> Decimal | None:
            a = first(c, v)
            if a is None:
                return None
            b = second(c, v)
            return None if b is None else function(a, b)

        return scalar(single, Decimal, left, right, pure=Pure(function))

    def _comparison(self, token: Any, place: Place | None) -> Expression:
        left, right = self.value(token[0], place), self.value(token[1], place)
        if token.symbol in _VALUE:
            return compared(token.symbol, left, right)
        return matched(_GENERAL[token.symbol], left, right)

    def name(self, token: Any, place: Place | None) -> Expression:
        if place is None:
            raise NotCompiled
        return self._step(paths.child(place, token.value))

    def _step(self, step: Expression) -> Expression:
        if step.place is not None and step.place.shape is not None:
            self.need(step.place.shape)
        return step

    def attribute(self, token: Any, place: Place | None) -> Expression:
        if place is None or token[0].symbol != "(name)":
            raise NotCompiled
        return self._step(paths.child(place, "@" + token[0].value))

    def child_axis(self, token: Any, place: Place | None) -> Expression:
        return self._compile(token[0], place)

    def sibling(self, token: Any, place: Place | None) -> Expression:
        if place is None or token[0].symbol != "(name)":
            raise NotCompiled
        before = token.symbol == "preceding-sibling"
        return self._step(paths.sibling(place, token[0].value, before=before))

    def here(self, _token: Any, place: Place | None) -> Expression:
        if place is None:
            raise NotCompiled
        return paths.here(place)

    def parent(self, _token: Any, place: Place | None) -> Expression:
        if place is None:
            raise NotCompiled
        return paths.parent(place)

    def path(self, token: Any, place: Place | None) -> Expression:
        if len(token) == 1:
            return self._top(token[0], place)
        if len(token) != 2:
            raise NotCompiled
        left = self.compile(token[0], place)
        if left.place is None:
            raise NotCompiled
        if token[1].symbol not in _STEPS:
            raise NotCompiled
        self._walk(token[0], left)
        right = self._compile(token[1], left.place)
        return paths.join(left, right, upwards=_climbs(token[1]))

    def _walk(self, token: Any, base: Expression) -> None:
        """Note the variables from whose nodes a path goes on; names and predicates are none of them."""
        while token.symbol in ("/", "[", "(") and len(token) and not _from_top(token):
            token = token[0]
        if not _from_top(token) and token.symbol not in _STEPS:
            self.walked |= base.slots

    def _top(self, token: Any, place: Place | None) -> Expression:
        if token.symbol != "(name)":
            raise NotCompiled
        if place is not None and place.shape is not None and place.shape.top is not self.root:
            raise ExpressionError(
                f"“/{token.value}” begins in the return itself; inside a related return reach it"
                " through a variable of “let”"
            )
        return paths.document(self.root, token.value)

    def predicate(self, token: Any, place: Place | None) -> Expression:
        base = self._compile(token[0], place)
        if base.place is None:
            raise NotCompiled
        self._walk(token[0], base)
        condition = self.compile(token[1], base.place)
        positional = any(inner.symbol in ("position", "last") for inner in token[1].iter())
        counts = positional or (condition.kind not in (bool, str) and condition.place is None)
        if counts and _step_of(token).symbol == "preceding-sibling":
            raise NotCompiled  # positions count backwards there
        if not positional and base.place.index is None:
            found = self._found(token, base, condition)
            if found is not None:
                return found
        return paths.filtered(base, condition, positional=positional)

    def _found(self, token: Any, base: Expression, whole: Expression) -> Expression | None:
        """`Row[Key = value]` where the value is the same for all rows, so that a hash can find it."""
        fixed = token[0].symbol == "$" and base.fixed
        if token[1].symbol not in ("=", "eq") or not (fixed or _is_child(token[0])):
            return None
        sides = [self.value(inner, base.place) for inner in token[1]]
        for key, probe in (sides, sides[::-1]):
            same = key.kind is probe.kind and key.kind in (Decimal, str)
            if same and key.context and not key.slots and not probe.context:
                return picked(base, key, probe) if fixed else lookup(base, key, probe, whole.truth)
        return None

    def variable(self, token: Any, _place: Place | None) -> Expression:
        name = token[0].value
        if name not in self.variables:
            raise unknown_variable(name, self.variables)
        return self.variables[name]

    def constant(self, token: Any, _place: Place | None) -> Expression:
        value = token.value
        return literal(value if isinstance(value, str) else Decimal(value))

    def parenthesis(self, token: Any, place: Place | None) -> Expression:
        if not len(token):
            return Expression(lambda _c, _v: (), lonely=True, single=lambda _c, _v: None)
        if len(token) > 1:
            raise NotCompiled
        return self._compile(token[0], place)

    def comma(self, token: Any, place: Place | None) -> Expression:
        left, right = self.compile(token[0], place), self.compile(token[1], place)
        first, second = left.many, right.many
        return Expression(
            lambda c, v: [*first(c, v), *second(c, v)],
            kind=left.kind if left.kind is right.kind else None,
            context=left.context or right.context,
            slots=left.slots | right.slots,
        )

    def logic(self, token: Any, place: Place | None) -> Expression:
        left, right = self.compile(token[0], place), self.compile(token[1], place)
        first, second = left.truth, right.truth
        every = token.symbol == "and"
        if every:
            result = scalar(lambda c, v: first(c, v) and second(c, v), bool, left, right)
        else:
            result = scalar(lambda c, v: first(c, v) or second(c, v), bool, left, right)
        one, other = left.decided, right.decided
        if one is not None and other is not None:
            result.bulk = lambda batch: combined(one(batch), other(batch), every=every)
        return result

    def condition(self, token: Any, place: Place | None) -> Expression:
        test, yes, no = (self.compile(inner, place) for inner in token)
        decide = test.truth
        kind = yes.kind if yes.kind is no.kind else None
        if kind and yes.lonely and no.lonely:
            then_one, else_one = yes.one, no.one
            result = scalar(
                lambda c, v: then_one(c, v) if decide(c, v) else else_one(c, v),
                kind, test, yes, no,
            )  # fmt: skip
            known, first, second = test.decided, yes.column, no.column
            if known is not None and first is not None and second is not None:
                result.bulk = lambda batch: chosen(known(batch), first(batch), second(batch))
            return result
        then, other = yes.many, no.many
        return Expression(
            lambda c, v: then(c, v) if decide(c, v) else other(c, v),
            kind=kind,
            lonely=yes.lonely and no.lonely,
            context=any(part.context for part in (test, yes, no)),
            slots=test.slots | yes.slots | no.slots,
        )

    def loop(self, token: Any, place: Place | None) -> Expression:
        """`for`, `some` and `every`, one variable after the other."""
        outer = dict(self.variables)
        sources: list[tuple[int, Expression]] = []
        for number in range(0, len(token) - 1, 2):
            source, slot = self.compile(token[number + 1], place), self.slot()
            sources.append((slot, source))
            self.variables[token[number][0].value] = held(slot, source)
        body = self.compile(token[len(token) - 1], place)
        self.variables = outer
        return looped(token.symbol, sources, body)


def _from_top(token: Any) -> bool:
    return token.symbol == "/" and len(token) == 1


def _step_of(token: Any) -> Any:
    while token.symbol == "[":
        token = token[0]
    return token


def _climbs(token: Any) -> bool:
    """Whether the step may reach one node from several."""
    return _step_of(token).symbol in ("..", "preceding-sibling", "following-sibling")


def _is_child(token: Any) -> bool:
    return token.symbol in ("(name)", "child")


_STEPS = frozenset(
    ("(name)", "@", "..", ".", "[", "child", "preceding-sibling", "following-sibling")
)
_PARTS: dict[str, Callable[[Compiler, Any, Place | None], Expression]] = {
    "(name)": Compiler.name,
    "(string)": Compiler.constant,
    "(integer)": Compiler.constant,
    "(decimal)": Compiler.constant,
    "@": Compiler.attribute,
    ".": Compiler.here,
    "..": Compiler.parent,
    "/": Compiler.path,
    "[": Compiler.predicate,
    "$": Compiler.variable,
    "(": Compiler.parenthesis,
    ",": Compiler.comma,
    "and": Compiler.logic,
    "or": Compiler.logic,
    "if": Compiler.condition,
    "for": Compiler.loop,
    "some": Compiler.loop,
    "every": Compiler.loop,
    "child": Compiler.child_axis,
    "preceding-sibling": Compiler.sibling,
    "following-sibling": Compiler.sibling,
    ":": Compiler.prefixed,
}
