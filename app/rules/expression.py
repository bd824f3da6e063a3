"""A compiled expression: closures over a context item and the slots of its variables."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.rules.atoms import Atom, Item, Leaf, RuleFault, Shape, Undecided, atom_of
from app.rules.columns import UNKNOWN, Batch, Bulk, Column, Pure, mapped, truths

Slots = list[Any]
"""The tree, the row of the rule, position and size inside a predicate, then the variables."""

Many = Callable[[Any, Slots], Sequence[Any]]
One = Callable[[Any, Slots], Any]
Truth = Callable[[Any, Slots], bool]
Keep = Callable[[Sequence[Any], Slots], Sequence[Any]]
"""What lets through those rows for which a predicate is true."""

TREE, ROW, POSITION, SIZE, FIRST_VARIABLE = range(5)
SEVERAL = "one value is needed, and there are several"


class NotCompiled(Exception):
    """The expression is left to elementpath."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which nodes an expression gives: the rows of a shape, or one of their fields.

    A shape of None is the document itself, above its element.
    """

    shape: Shape | None
    index: int | None = None

    @property
    def kind(self) -> type | None:
        """What the values of these nodes are."""
        if self.shape is None:
            return None
        index = self.shape.own if self.index is None else self.index
        if index is None:
            return None
        return Decimal if self.shape.node.fields[index].kind.numeric else str


@dataclass(slots=True)
class Indexed:
    """Children that a hash of their key finds: `step[key = probe][rest]`."""

    step: Many
    key: Many
    probe: Many
    rest: list[Keep] = dataclasses.field(default_factory=list)
    field: tuple[Shape, int] | None = None

    def keep(self, found: Sequence[Item], slots: Slots) -> Sequence[Item]:
        """Those that the other predicates let through."""
        for keep in self.rest:
            found = keep(found, slots)
        return found


@dataclass(slots=True)
class Expression:
    """One expression.

    `many` gives its items, `atoms` their values, `one` the single value (None when there is none).
    `lonely`: there is never more than one item. `kind` is Decimal, str or bool where that is known
    beforehand; `place` says which nodes the items are, where all of them are nodes. `bulk` gives the
    single value for many rows at once, `presence` whether there is one; `field` is set for a child
    of the context row.
    """

    many: Many
    kind: type | None = None
    place: Place | None = None
    lonely: bool = False
    context: bool = False
    slots: frozenset[int] = frozenset()
    constant: bool = False
    values: Many | None = None
    single: One | None = None
    indexed: Indexed | None = None
    bulk: Bulk | None = None
    presence: Bulk | None = None
    field: tuple[Shape, int] | None = None

    @property
    def column(self) -> Bulk | None:
        """The single value for many rows; None where that is not to be had."""
        if self.bulk is not None:
            return self.bulk
        if self.place is not None and self.kind is None:
            return None
        return self._lifted(self.one)

    def _lifted(self, one: One) -> Bulk | None:
        """A closure asked row by row or, where only variables matter, once for each of their values."""
        if not self.slots:
            return lambda batch: batch.lifted(one)
        if self.context:
            return None
        used = sorted(self.slots - {ROW})
        return lambda batch: batch.by_lets(one, used)

    @property
    def decided(self) -> Bulk | None:
        """The effective boolean value for many rows."""
        if self.kind is bool and self.lonely:
            column = self.column
            return None if column is None else lambda batch: truths(column(batch))
        if self.place is None:
            return None
        many = self.many
        return self.presence or self._lifted(lambda c, v: bool(many(c, v)))

    @property
    def fixed(self) -> bool:
        """The same for every row."""
        return not self.context and not self.slots

    @property
    def atoms(self) -> Many:
        """The values of the items."""
        if self.values is not None:
            return self.values
        if self.single is not None:
            return _listed(self.single)
        many = self.many
        return lambda c, v: [value for item in many(c, v) if (value := atom_of(item)) is not None]

    @property
    def one(self) -> One:
        """The single value; more than one is an error."""
        if self.single is not None:
            return self.single
        atoms = self.atoms

        def single(c: Any, v: Slots) -> Atom | None:
            found = atoms(c, v)
            if len(found) > 1:
                raise RuleFault(SEVERAL)
            return found[0] if found else None

        return single

    @property
    def truth(self) -> Truth:
        """The effective boolean value (XPath 2.0, 2.4.3)."""
        if self.kind is bool and self.lonely:
            one = self.one
            return lambda c, v: one(c, v) is True
        many = self.many
        if self.place is not None:
            return lambda c, v: bool(many(c, v))
        return lambda c, v: effective(many(c, v))


def scalar(
    single: One, kind: type | None, *parts: Expression, pure: Pure | None = None
) -> Expression:
    """An expression that gives one value or none, made of others; `pure` of their single values."""
    return Expression(
        bulk=None if pure is None else _bulk(pure, [part.column for part in parts]),
        many=_listed(single),
        kind=kind,
        lonely=True,
        single=single,
        context=any(part.context for part in parts),
        slots=frozenset().union(*(part.slots for part in parts)),
    )


def _bulk(pure: Pure, columns: Sequence[Bulk | None]) -> Bulk | None:
    known = [column for column in columns if column is not None]
    if len(known) < len(columns):
        return None
    return lambda batch: mapped(pure, [column(batch) for column in known])


def literal(value: Atom) -> Expression:
    """A value that stands in the expression."""
    found = [value]
    return Expression(
        many=lambda _c, _v: found,
        kind=type(value),
        lonely=True,
        constant=True,
        values=lambda _c, _v: found,
        single=lambda _c, _v: value,
        bulk=lambda batch: batch.same(value),
    )


def _listed(single: One) -> Many:
    def many(c: Any, v: Slots) -> Sequence[Any]:
        value = single(c, v)
        return () if value is None else (value,)

    return many


def effective(items: Sequence[Any]) -> bool:
    """Whether a sequence counts as true."""
    if not items:
        return False
    first = items[0]
    if isinstance(first, Item | Leaf):
        return True
    if len(items) > 1:
        raise RuleFault("several values are neither true nor false")
    return bool(first)


def once(function: One) -> One:
    """Work a part out that is the same for every row only once for each tree; errors stay errors."""
    key = object()

    def run(c: Any, v: Slots) -> Any:
        memo = v[TREE].memo
        try:
            found = memo[key]
        except KeyError:
            found = memo[key] = attempt(function, c, v)
        if isinstance(found, Exception):
            raise found.with_traceback(None)
        return found

    return run


def attempt(function: Callable[..., Any], *arguments: Any) -> Any:
    """The result, or the error as a value."""
    try:
        return function(*arguments)
    except (RuleFault, Undecided, ArithmeticError) as error:
        return error


def hoisted(expression: Expression) -> Expression:
    """The expression, worked out once where it does not depend on the row."""
    if not expression.fixed or expression.constant:
        return expression
    many = once(expression.many)
    result = Expression(
        many=many,
        kind=expression.kind,
        place=expression.place,
        lonely=expression.lonely,
    )
    if expression.single is not None:
        result.single = once(expression.single)
    else:
        result.values = once(expression.atoms)
    if expression.lonely and not (expression.place is not None and expression.kind is None):
        result.bulk = _everywhere(result.one)
    result.presence = _everywhere(lambda c, v: bool(many(c, v)))
    return result


def _everywhere(one: One) -> Bulk:
    """What is the same for every row, worked out once."""

    def bulk(batch: Batch) -> Column:
        found = attempt(one, None, batch.slots)
        return batch.same(UNKNOWN if isinstance(found, Exception) else found)

    return bulk
