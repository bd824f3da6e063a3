"""What a formula reads: worked out from its tokens, before any row is looked at.

It tells which formulas a change concerns, which rows of them, and whether a total can be kept by
adding and subtracting what changed. What it cannot follow it takes for everything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from app.domain.computed import Target
from app.rules.atoms import Shape
from app.rules.parser import parse

_STEPS = frozenset(
    {"(name)", "@", "..", ".", "[", "child", "preceding-sibling", "following-sibling"}
)
_BINDERS = frozenset({"for", "some", "every"})
_YES_OR_NO = frozenset(
    ("=", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge", "and", "or")
) | frozenset(("not", "exists", "empty", "(name)"))


class Reach(IntEnum):
    """How far from the formula's row something stands that it reads."""

    OWN = 0
    """The row itself, or something below it."""
    ABOVE = 1
    """A field of a row above it."""
    WIDE = 2
    """Anywhere: all rows of the formula depend on it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The nodes that a path leads to: rows of a shape, or one field of them."""

    shape: Shape
    index: int | None
    reach: Reach


@dataclass
class Reads:
    """Fields and rows that a formula reads, each with how far it stands from the row.

    `everything` is on when it could not be followed. `additive` are the tables over which the
    formula is a plain sum: what it gives for two sets of rows is the sum of what each gives.
    """

    fields: set[tuple[Target, Reach]] = field(default_factory=set)
    rows: set[tuple[str, Reach]] = field(default_factory=set)
    everything: bool = False
    names: set[str] = field(default_factory=set)
    additive: frozenset[str] = frozenset()

    @property
    def wide_rows(self) -> set[str]:
        """Nodes all of whose rows are read."""
        return {path for path, reach in self.rows if reach is Reach.WIDE}

    def depends_on(self, target: Target) -> bool:
        """Whether a field is read at all."""
        return self.everything or any(field == target for field, _ in self.fields)


def reads_of(
    scope: Shape, texts: Sequence[str], let: Mapping[str, str], changeable: frozenset[str]
) -> Reads:
    """What some expressions read in a row of `scope`; the first of them is the formula.

    `changeable` are names of settings: what they are may change while the return is being filled in.
    """
    walk = _Walk(scope, {name: parse(text) for name, text in let.items()})
    tokens = [parse(text) for text in texts]
    for token in tokens:
        walk.read(token)
    found = walk.found
    if len(tokens) == 1 and not found.everything and not found.names & changeable:
        found.additive = walk.additive(tokens[0])
    return found


class _Walk:
    """One pass over the tokens of a formula and of what its `let` names."""

    def __init__(self, scope: Shape, lets: Mapping[str, Any]) -> None:
        self.found = Reads()
        self._scope, self._lets = scope, lets
        self._top = scope
        while self._top.up is not None:
            self._top = self._top.up
        self._alone = not any(shape.node.repeats for shape in _upwards(scope))
        self._start = Spot(scope, None, Reach.OWN)
        self._known: dict[str, Spot | None] = {}
        self._bound: dict[str, Spot | None] = {}
        self._steps: Counter[str] = Counter()
        self._uses: Counter[str] = Counter()

    def read(self, token: Any) -> Spot | None:
        """An expression of the formula."""
        return self._walk(token, self._start)

    def _walk(self, token: Any, spot: Spot | None) -> Spot | None:  # noqa: PLR0911
        symbol = token.symbol
        if symbol == "(name)":
            return self._child(spot, token.value)
        if symbol == "/":
            return self._path(token, spot)
        if symbol == "[":
            base = self._walk(token[0], spot)
            self._walk(token[1], base)
            return base
        if symbol == "$":
            return self._variable(token[0].value)
        if symbol in _BINDERS:
            return self._loop(token, spot)
        if symbol in _SIMPLE:
            return _SIMPLE[symbol](self, token, spot)
        if token.label == "axis" or symbol == "//" or (symbol == "*" and len(token) < 2):
            self._unknown()
        for inner in token:
            self._walk(inner, spot)
        return None

    def _path(self, token: Any, spot: Spot | None) -> Spot | None:
        if len(token) == 1:
            named = token[0].symbol == "(name)" and token[0].value == self._top.node.name
            return self._unknown() if not named else Spot(self._top, None, Reach.WIDE)
        left = self._walk(token[0], spot)
        if left is None or token[1].symbol not in _STEPS:
            return self._unknown()
        return self._walk(token[1], left)

    def _unknown(self) -> Spot | None:
        self.found.everything = True
        return None

    def _child(self, spot: Spot | None, name: str) -> Spot | None:
        if spot is None:
            return self._unknown()
        shape = spot.shape
        if spot.index is not None:  # an attribute of a field
            return self._field(shape, f"{shape.node.fields[spot.index].key}/{name}", spot.reach)
        if name in shape.children:
            return self._rows(shape.children[name], spot.reach)
        return self._field(shape, name, spot.reach)

    def _field(self, shape: Shape, key: str, reach: Reach) -> Spot | None:
        if key not in shape.node.index:
            return self._unknown()
        self.found.fields.add(((shape.node.path, key), reach))
        return Spot(shape, shape.node.index[key], reach)

    def _rows(self, shape: Shape, reach: Reach) -> Spot:
        if reach is Reach.ABOVE or (reach is Reach.OWN and self._alone and shape.node.repeats):
            reach = Reach.WIDE
        self.found.rows.add((shape.node.path, reach))
        self._steps[shape.node.path] += 1
        if shape.own is not None:
            self.found.fields.add(((shape.node.path, shape.node.fields[shape.own].key), reach))
        return Spot(shape, None, reach)

    def _variable(self, name: str) -> Spot | None:
        self._uses[name] += 1
        if name in self._bound:
            return self._bound[name]
        if name not in self._lets:
            self.found.names.add(name)
            return None
        if name not in self._known:
            self._known[name] = None
            self._known[name] = self._walk(self._lets[name], self._start)
        return self._known[name]

    def _loop(self, token: Any, spot: Spot | None) -> Spot | None:
        outer = dict(self._bound)
        for number in range(0, len(token) - 1, 2):
            self._bound[token[number][0].value] = self._walk(token[number + 1], spot)
        found = self._walk(token[len(token) - 1], spot)
        self._bound = outer
        return found if token.symbol == "for" else None

    def _attribute(self, token: Any, spot: Spot | None) -> Spot | None:
        return self._child(spot, f"@{token[0].value}")

    def _here(self, _token: Any, spot: Spot | None) -> Spot | None:
        return spot

    def _parent(self, _token: Any, spot: Spot | None) -> Spot | None:
        if spot is None or spot.index is not None:
            return spot if spot is None else Spot(spot.shape, None, spot.reach)
        if spot.shape.up is None:
            return self._unknown()
        climbs = spot.reach is Reach.OWN and spot.shape.node.path == self._scope.node.path
        return Spot(spot.shape.up, None, Reach.ABOVE if climbs else spot.reach)

    def _sibling(self, token: Any, spot: Spot | None) -> Spot | None:
        if spot is None or spot.shape.up is None:
            return self._unknown()
        return self._rows(spot.shape, Reach.WIDE)

    def _child_axis(self, token: Any, spot: Spot | None) -> Spot | None:
        return self._walk(token[0], spot)

    def _parenthesis(self, token: Any, spot: Spot | None) -> Spot | None:
        found = [self._walk(inner, spot) for inner in token]
        return found[0] if len(found) == 1 else None

    def _function(self, token: Any, spot: Spot | None) -> Spot | None:
        return self._walk(token[1], spot)

    def additive(self, token: Any) -> frozenset[str]:
        """The tables over which `sum(path)` can be kept by what changed."""
        if token.symbol != "sum" or len(token) != 1:
            return frozenset()
        end, spine = self._spine(token[0])
        if end is None or not spine:
            return frozenset()
        tables = [shape.node.path for shape in _upwards(end.shape) if shape.node.repeats]
        own = {shape.node.path for shape in _upwards(self._scope)}
        return frozenset(path for path in tables if self._steps[path] == 1 and path not in own)

    def _spine(self, token: Any) -> tuple[Spot | None, bool]:
        """Where a path ends, and whether every step of it is a plain one."""
        plain = True
        end = self._bound_free(token)
        while True:
            if token.symbol == "/" and len(token) == 1:
                return end, plain
            if token.symbol == "/":
                plain = plain and _plain_step(token[1])
                token = token[0]
            elif token.symbol == "[":
                plain = plain and _decides(token[1])
                token = token[0]
            elif token.symbol == "$" and token[0].value in self._lets:
                name = token[0].value
                plain = plain and self._uses[name] <= 1
                token = self._lets[name]
            else:
                return end, plain and token.symbol == "(name)"

    def _bound_free(self, token: Any) -> Spot | None:
        """The end of the path, found without counting its steps again."""
        steps, uses = Counter(self._steps), Counter(self._uses)
        found = self._walk(token, self._start)
        self._steps, self._uses = steps, uses
        return found


_SIMPLE = {
    "@": _Walk._attribute,  # noqa: SLF001
    ".": _Walk._here,  # noqa: SLF001
    "..": _Walk._parent,  # noqa: SLF001
    "preceding-sibling": _Walk._sibling,  # noqa: SLF001
    "following-sibling": _Walk._sibling,  # noqa: SLF001
    "child": _Walk._child_axis,  # noqa: SLF001
    "(": _Walk._parenthesis,  # noqa: SLF001
    ":": _Walk._function,  # noqa: SLF001
}


def _upwards(shape: Shape) -> list[Shape]:
    found = [shape]
    while found[-1].up is not None:
        found.append(found[-1].up)
    return found


def _plain_step(token: Any) -> bool:
    while token.symbol == "[":
        if not _decides(token[1]):
            return False
        token = token[0]
    return bool(token.symbol == "(name)")


def _decides(token: Any) -> bool:
    """Whether a predicate looks at one row alone, and never at its position."""
    positional = any(inner.symbol in ("position", "last") for inner in token.iter())
    return token.symbol in _YES_OR_NO and not positional
