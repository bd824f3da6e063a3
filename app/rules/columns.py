"""Many rows at once: values column by column, where the closures go row by row.

A column proves that rows pass; it never finds a breach. Whatever it does not know for certain (a
value that is not what its type says, an error, a kind of expression without a column) is UNKNOWN,
and the closures decide such a row.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress
from typing import Any

from app.domain.schema import Kind
from app.rules.atoms import Item, RuleFault, Shape, Undecided, text_at


class _Unknown:
    """What stands in a column where nothing is known."""

    def __bool__(self) -> bool:
        raise TypeError("an unknown value is neither true nor false")


UNKNOWN: Any = _Unknown()
FEW = 64
"""Up to so many rows columns gain nothing."""
FAULTS = (RuleFault, Undecided, ArithmeticError, RecursionError)

_NUMBERS = re.compile(r"(?:-?+[0-9]++(?:\.[0-9]*+)?+\n)*+")
_BLANK = re.compile(r"\s").search


@dataclass(frozen=True, slots=True)
class Column:
    """One value for each row: an atom, None where there is none, or UNKNOWN. `clean`: atoms alone."""

    values: Sequence[Any]
    clean: bool = False


@dataclass(frozen=True, slots=True)
class Pure:
    """A function of plain values that answers as the closure made of the same parts would.

    `absent` is the answer as soon as one value is absent; LENIENT functions take None themselves.
    `quick` may stand for the function where no value is absent. Neither ever answers None.
    """

    function: Callable[..., Any]
    absent: Any = None
    quick: Callable[..., Any] | None = None


LENIENT = object()
Bulk = Callable[["Batch"], Column]
"""How an expression is worked out for a batch of rows."""


class Batch:
    """Rows of one node, and what was worked out for them. `kept` says which rows of a larger batch.

    `lets` works out variables whose text alone matters, by slot; `begin` readies the slots for a row.
    """

    def __init__(
        self,
        items: Sequence[Item],
        slots: list[Any],
        cache: dict[Any, Column],
        lets: "Mapping[int, Bulk] | None" = None,
        begin: Callable[[Item], None] = lambda _item: None,
        above: "Batch | None" = None,
        kept: Sequence[bool] = (),
    ) -> None:
        self.items, self.slots = items, slots
        self._sources, self._begin = lets or {}, begin
        self._cache, self._above, self._kept = cache, above, kept
        self._lets: dict[int, Column] = {}

    def part(self, kept: Sequence[bool]) -> "Batch":
        """Some of the rows."""
        items = list(compress(self.items, kept))
        return Batch(items, self.slots, {}, self._sources, self._begin, self, kept)

    def field(self, shape: Shape, index: int) -> Column:
        """The values of a field of the rows."""
        return self._kept_column(
            (shape.node.path, index),
            lambda: _read(self.items, index),
            lambda b: b.field(shape, index),
        )

    def present(self, shape: Shape, index: int) -> Column:
        """Whether each row has the field."""
        return self._kept_column(
            (shape.node.path, index, "present"),
            lambda: _present(self.items, index),
            lambda b: b.present(shape, index),
        )

    def _kept_column(
        self, name: object, read: Callable[[], Column], above: "Bulk"
    ) -> Column:  # fmt: skip
        found = self._cache.get(name)
        if found is None:
            if self._above is None:
                found = read()
            else:
                whole = above(self._above)
                found = Column(list(compress(whole.values, self._kept)), whole.clean)
            self._cache[name] = found
        return found

    def let(self, slot: int, work_out: Bulk) -> Column:
        """A variable, worked out once."""
        found = self._lets.get(slot)
        if found is None:
            found = self._lets[slot] = work_out(self)
        return found

    def same(self, value: Any) -> Column:
        """One value for all rows."""
        return Column([value] * len(self.items), value is not None and value is not UNKNOWN)

    def lifted(self, one: Callable[[Any, list[Any]], Any]) -> Column:
        """A closure asked row by row."""
        slots = self.slots
        return Column([_attempted(one, item, slots) for item in self.items])

    def by_lets(self, one: Callable[[Any, list[Any]], Any], used: Iterable[int]) -> Column:
        """A closure that depends on variables alone, asked once for each of their values."""
        if any(slot not in self._sources for slot in used):
            return self.same(UNKNOWN)
        columns = [self.let(slot, self._sources[slot]).values for slot in used]
        known: dict[Any, Any] = {}
        slots, found = self.slots, []
        for item, key in zip(self.items, zip(*columns, strict=True), strict=True):
            if key not in known:
                unsure = any(value is UNKNOWN for value in key)
                self._begin(item)
                known[key] = UNKNOWN if unsure else _attempted(one, item, slots)
            found.append(known[key])
        return Column(found, clean=not any(v is None or v is UNKNOWN for v in known.values()))


def _attempted(function: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return function(*arguments)
    except FAULTS:
        return UNKNOWN


def mapped(pure: Pure, columns: Sequence[Column]) -> Column:
    """The function on each row's values."""
    function, absent = pure.function, pure.absent
    clean = all(column.clean for column in columns)
    if clean or (absent is LENIENT and not any(_doubtful(column) for column in columns)):
        try:
            quick = (clean and pure.quick) or function
            return Column(list(map(quick, *(column.values for column in columns))), clean=True)
        except FAULTS:
            pass  # some rows fail: each is looked at by itself

    def one(*given: Any) -> Any:
        if any(value is UNKNOWN for value in given):
            return UNKNOWN
        if absent is not LENIENT and any(value is None for value in given):
            return absent
        return _attempted(function, *given)

    return Column(list(map(one, *(column.values for column in columns))))


def _doubtful(column: Column) -> bool:
    return not column.clean and any(value is UNKNOWN for value in column.values)


def truths(column: Column) -> Column:
    """True or false for each row: nothing counts as false."""
    if column.clean:
        return column
    return Column([False if value is None else value for value in column.values])


def chosen(test: Column, yes: Column, no: Column) -> Column:
    """One of two values for each row."""
    picked = [
        y if t is True else n if t is False else UNKNOWN
        for t, y, n in zip(test.values, yes.values, no.values, strict=True)
    ]
    return Column(picked, clean=test.clean and yes.clean and no.clean)


def combined(left: Column, right: Column, *, every: bool) -> Column:
    """`and` or `or`; the right side counts only where the left one does not settle it."""
    settled = not every
    if left.clean and right.clean:
        join = all if every else any
        return Column(
            [join(pair) for pair in zip(left.values, right.values, strict=True)], clean=True
        )
    return Column(
        [
            a if a is settled or a is UNKNOWN else b
            for a, b in zip(left.values, right.values, strict=True)
        ]
    )


def _raw(items: Iterable[Item], index: int) -> list[str | None]:
    return [item.values[index] for item in items]


def _read(items: Sequence[Item], index: int) -> Column:
    if not items:
        return Column([], clean=True)
    shape = items[0].shape
    raw = _raw(items, index)
    some = [value for value in raw if value is not None]
    whole = len(some) == len(raw)
    if whole or shape.simple[index]:
        found = _usual(shape, index, raw, some)
        if found is not None:
            return Column(found, clean=whole)
    read = shape.readers[index]
    return Column([_attempted(read, item) for item in items])


def _usual(
    shape: Shape, index: int, raw: list[str | None], some: list[str]
) -> Sequence[Any] | None:  # fmt: skip
    """The values where all are written in the usual way, which one look at all of them tells."""
    field = shape.node.fields[index]
    if field.kind.numeric:
        return _numbers(raw, some)
    if field.kind is Kind.BOOLEAN:
        return raw if {"true", "false"}.issuperset(some) else None
    if field.facets.white_space == "preserve" or not _BLANK("".join(some)):
        return raw
    return None


def _numbers(raw: list[str | None], some: list[str]) -> list[Decimal | None] | None:
    if not _NUMBERS.fullmatch("\n".join([*some, ""])):
        return None
    try:
        if len(some) == len(raw):
            return list(map(Decimal, some))
        return [None if value is None else Decimal(value) for value in raw]
    except ArithmeticError:  # a line break inside a value
        return None


def _present(items: Sequence[Item], index: int) -> Column:
    if items and items[0].shape.simple[index]:
        return Column([value is not None for value in _raw(items, index)], clean=True)
    return Column([text_at(item, index) is not None for item in items], clean=True)
