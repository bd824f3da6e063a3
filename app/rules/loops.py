"""Compiled `for`, `some` and `every`: one variable after the other, each in its slot."""

from collections.abc import Sequence
from typing import Any

from app.rules.expression import Expression, Slots


def held(slot: int, source: Expression) -> Expression:
    return Expression(
        many=lambda _c, v: (v[slot],),
        kind=source.kind,
        place=source.place,
        lonely=True,
        slots=frozenset({slot}),
    )


def looped(symbol: str, sources: Sequence[tuple[int, Expression]], body: Expression) -> Expression:
    own = frozenset(slot for slot, _ in sources)
    slots = frozenset().union(body.slots, *(source.slots for _, source in sources)) - own
    context = body.context or any(source.context for _, source in sources)
    if symbol == "for":
        many = body.many
        for slot, source in reversed(sources):
            many = _each(slot, source, many)
        return Expression(many, body.kind, body.place, context=context, slots=slots)
    truth = body.truth
    for slot, source in reversed(sources):
        truth = _any(slot, source, truth) if symbol == "some" else _all(slot, source, truth)
    return Expression(
        many=lambda c, v: (truth(c, v),),
        kind=bool,
        lonely=True,
        single=truth,
        context=context,
        slots=slots,
    )


def _each(slot: int, source: Expression, inner: Any) -> Any:
    items = source.many

    def many(c: Any, v: Slots) -> Sequence[Any]:
        result: list[Any] = []
        for item in items(c, v):
            v[slot] = item
            result += inner(c, v)
        return result

    return many


def _any(slot: int, source: Expression, inner: Any) -> Any:
    items = source.many

    def truth(c: Any, v: Slots) -> bool:
        return any(_with(v, slot, item) and inner(c, v) for item in items(c, v))

    return truth


def _all(slot: int, source: Expression, inner: Any) -> Any:
    items = source.many

    def truth(c: Any, v: Slots) -> bool:
        return all(_with(v, slot, item) and inner(c, v) for item in items(c, v))

    return truth


def _with(v: Slots, slot: int, item: Any) -> bool:
    v[slot] = item
    return True
