"""Which rows of a rule have to be looked at one by one: those that no column proves to pass."""

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from itertools import compress
from typing import Any

from app.rules import columns
from app.rules.atoms import Item
from app.rules.columns import FAULTS, UNKNOWN, Batch, Column
from app.rules.expression import Slots
from app.rules.program import Program
from app.rules.tree import Tree

_ZERO = Decimal(0)
_HOLDS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


def suspects(program: Program, tree: Tree, items: Sequence[Item], slots: Slots) -> Sequence[Item]:
    """The rows that may breach the rule, or fail in it, in document order."""
    if len(items) <= columns.FEW or program.interpreted:
        return items
    batch = Batch(items, slots, tree.columns, program.keyed, partial(program.clear, slots))
    try:
        if program.when is not None:
            if program.when.decided is None:
                return items
            wanted = program.when.decided(batch)
            kept = [value is not False for value in wanted.values]
            if not all(kept):
                batch = batch.part(kept)
        passing = _passing(program, batch)
    except FAULTS:
        return items
    if passing is None:
        return batch.items
    return list(compress(batch.items, [value is not True for value in passing]))


def _passing(program: Program, batch: Batch) -> Sequence[Any] | None:
    """For each row whether it is known to pass; None where nothing is known."""
    if program.test is not None:
        return _by_test(program, batch)
    if program.unique:
        return _by_uniqueness(program, batch)
    return _by_comparison(program, batch)


def _by_test(program: Program, batch: Batch) -> Sequence[Any] | None:
    assert program.test is not None
    if program.test.kind is bool and program.test.column is not None:
        found = program.test.column(batch)
        if found.clean or program.asks_existence:
            return found.values
        return [value is None or value is True for value in found.values]  # None: not decided
    if program.asks_existence and program.test.decided is not None:
        return program.test.decided(batch).values
    return None


def _by_uniqueness(program: Program, batch: Batch) -> Sequence[Any] | None:
    """All rows pass where no two have the same values; otherwise they are looked at in order."""
    found: list[Column] = []
    for expression in program.unique:
        if expression.kind is None or expression.column is None:
            return None
        found.append(expression.column(batch))
    if any(value is UNKNOWN for column in found if not column.clean for value in column.values):
        return None
    keys = list(zip(*(column.values for column in found), strict=True))
    if not all(column.clean for column in found):
        keys = [key for key in keys if None not in key]
    return [True] * len(batch.items) if len(set(keys)) == len(keys) else None


def _by_comparison(program: Program, batch: Batch) -> Sequence[Any] | None:
    left, right, tolerance = program.left, program.right, program.tolerance
    assert left is not None
    assert right is not None
    assert tolerance is not None
    same = left.kind is right.kind and left.kind in (Decimal, str)
    if not same or tolerance.kind is not Decimal:
        return None
    if left.column is None or right.column is None or tolerance.column is None:
        return None
    a, b = left.column(batch), right.column(batch)
    if a.clean and b.clean and left.kind is str:
        return list(map(_HOLDS[program.rule.operator], a.values, b.values))
    allowed = tolerance.column(batch)
    if not (a.clean and b.clean and allowed.clean):
        return _some(a, b, allowed, program.rule.operator)
    return _within(program.rule.operator, a.values, b.values, allowed.values)


def _within(
    name: str, a: Sequence[Any], b: Sequence[Any], rooms: Sequence[Any]
) -> Sequence[Any]:  # fmt: skip
    """Whether two numbers of each row compare well, give or take a tolerance."""
    # The difference is worked out as for a finding: one that cannot be told exactly is an error.
    differences, holds = map(operator.sub, a, b), _HOLDS[name]
    if not any(rooms):
        return [holds(difference, _ZERO) for difference in differences]
    if name in ("eq", "ne"):
        within = list(map(operator.le, map(abs, differences), rooms))
        return within if name == "eq" else [not value for value in within]
    if name not in ("le", "lt"):
        rooms = list(map(operator.neg, rooms))
    return list(map(holds, differences, rooms))


def _some(a: Column, b: Column, rooms: Column, name: str) -> Sequence[Any]:
    """The same where values are absent or unknown."""
    return [
        _passes(name, x, y, room)
        for x, y, room in zip(a.values, b.values, rooms.values, strict=True)
    ]


def _passes(name: str, a: Any, b: Any, room: Any) -> Any:
    if a is UNKNOWN or b is UNKNOWN or room is UNKNOWN:
        return False
    if a is None or b is None:
        return True  # a side is absent: the row is not decided
    if isinstance(a, str):
        return _HOLDS[name](a, b)
    allowed = _ZERO if room is None else room
    difference = a - b
    if name == "eq":
        return abs(difference) <= allowed
    if name == "ne":
        return abs(difference) > allowed
    return _HOLDS[name](difference, allowed if name in ("le", "lt") else -allowed)
