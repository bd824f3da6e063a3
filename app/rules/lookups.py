"""Rows found by a hash of their key instead of one by one."""

from collections.abc import Callable, Sequence
from typing import Any

from app.rules.atoms import Item
from app.rules.expression import TREE, Expression, Indexed, Many, Slots, Truth, attempt

LINEAR = 16
"""Up to so many rows are looked through one by one; beyond that a hash is made."""


def whole_index(outer: Many, indexed: Indexed) -> Many:
    """One hash over all rows that the left side gives, made at the first lookup."""
    name = object()

    def build(c: Any, v: Slots) -> dict[Any, list[tuple[int, Item]]]:
        rows = [row for item in outer(c, v) for row in indexed.step(item, v)]
        kept = None if indexed.field is None else v[TREE].index(rows, *indexed.field)
        return _hash(rows, indexed.key, v) if kept is None else kept

    return lambda c, v: indexed.keep(_look_up(name, build, indexed.probe, c, v), v)


def _hash(rows: Sequence[Item], key: Many, v: Slots) -> dict[Any, list[tuple[int, Item]]]:
    table: dict[Any, list[tuple[int, Item]]] = {}
    for order, row in enumerate(rows):
        for value in dict.fromkeys(key(row, v)):
            table.setdefault(value, []).append((order, row))
    return table


def _look_up(
    name: object, build: Callable[[Any, Slots], Any], probe: Many, c: Any, v: Slots
) -> Sequence[Item]:
    memo = v[TREE].memo
    table = memo.get(name)
    if table is None:
        table = memo[name] = attempt(build, c, v)
    if isinstance(table, Exception):
        raise table.with_traceback(None)
    wanted = probe(None, v)
    if len(wanted) == 1:
        return [row for _, row in table.get(wanted[0], ())]
    found = {order: row for value in wanted for order, row in table.get(value, ())}
    return [found[order] for order in sorted(found)]


def picked(base: Expression, key: Expression, probe: Expression) -> Expression:
    """Rows that are the same for every row of the rule, such as `$incidents`, with `key = probe`."""
    indexed = Indexed(lambda row, _v: (row,), key.atoms, probe.atoms)
    return Expression(whole_index(base.many, indexed), base.kind, base.place, slots=probe.slots)


def lookup(base: Expression, key: Expression, probe: Expression, truth: Truth) -> Expression:
    """A child step with the predicate `key = probe`."""
    name = object()
    indexed = Indexed(base.many, key.atoms, probe.atoms, field=key.field)
    step, find_key = base.many, key.atoms

    def many(c: Item, v: Slots) -> Sequence[Item]:
        rows = step(c, v)
        if len(rows) <= LINEAR:
            return [row for row in rows if truth(row, v)]
        return _look_up((name, c), lambda _c, w: _hash(rows, find_key, w), indexed.probe, c, v)

    return Expression(
        many,
        base.kind,
        base.place,
        context=base.context,
        slots=base.slots | probe.slots,
        indexed=indexed,
    )
