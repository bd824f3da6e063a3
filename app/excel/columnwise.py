"""Many rows at once: a column whose cells are all in order becomes values in a few steps.

What is not certain at a glance is read cell by cell, by the same function that reads a single cell; so
both ways give the same values and the same findings.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.schema import Kind
from app.excel.binding import BoundColumn
from app.excel.flaws import Flaw
from app.excel.numbers import MAX_DIGITS
from app.excel.workbook import Value

Read = tuple[str | Flaw | None, bool]
"""What became of a cell, and whether the profile supplied it."""

Take = Callable[[BoundColumn, Value], Read]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a column's cells, and of each whether the profile supplied it (None: of none)."""

    values: Sequence[str | Flaw | None]
    supplied: Sequence[bool] | None = None
    flawed: bool = False


_REMEMBERED = 5000
_DECIMALS = re.compile(r"(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)?\n)*", re.ASCII)
_EDGE = re.compile(r'(?m)^[ "]| $')


class Columnwise:
    """How columns are read many rows at a time. `take` reads one cell."""

    def __init__(self, columns: Sequence[BoundColumn], empty: frozenset[str], take: Take) -> None:
        self._columns = [_Column(column, empty, take) for column in columns]
        self.able = not any(c.at is None and c.source.running for c in columns)
        self._width = max((c.at for c in columns if c.at is not None), default=-1) + 1

    def read(self, rows: Sequence[list[Value]]) -> list[Taken]:
        """What stands in some rows, column by column."""
        if any(len(cells) < self._width for cells in rows):
            rows = [cells + [""] * (self._width - len(cells)) for cells in rows]
        return [column.read(rows) for column in self._columns]


class _Column:
    def __init__(self, column: BoundColumn, empty: frozenset[str], take: Take) -> None:
        self._column, self._empty, self._take = column, empty, take
        target = column.target
        plain = column.source.values is None and column.source.default is None
        kind = target.field.kind if target is not None else None
        self._text = plain and kind in (Kind.TEXT, Kind.OTHER)
        self._number = plain and kind is not None and kind.numeric
        self._known: dict[Value, Read] = {}

    def read(self, rows: Sequence[list[Value]]) -> Taken:
        at = self._column.at
        if at is None:
            return Taken([self._column.source.constant] * len(rows), [True] * len(rows))
        cells = [row[at] for row in rows]
        kinds = set(map(type, cells))
        if kinds == {str}:
            if self._text or self._number:
                texts = self._texts(cells)  # type: ignore[arg-type]
                if texts is not None:
                    return Taken(texts)
        elif self._number and kinds <= {str, float}:
            numbers = self._numbers(cells)
            if numbers is not None:
                return Taken(numbers)
        return self._one_by_one(cells, kinds)

    def _texts(self, cells: list[str]) -> Sequence[str | None] | None:
        """Texts without an edge, a sign or a word that means something else."""
        joined = "\n".join(cells)
        if joined.count("\n") != len(cells) - 1 or not joined.replace("\n", "").isprintable():
            return None
        if self._number:
            if not _DECIMALS.fullmatch(joined + "\n"):
                return None
        elif _EDGE.search(joined):
            return None
        if self._empty and not self._empty.isdisjoint(cells):
            return None
        return [cell or None for cell in cells] if "" in cells else cells

    def _numbers(self, cells: list[Value]) -> Sequence[str | None] | None:
        found: list[str | None] = []
        for cell in cells:
            text = short_number(cell) if type(cell) is float else None
            if text is None and cell != "":
                return None
            found.append(text)
        return None if self._empty and not self._empty.isdisjoint(found) else found

    def _one_by_one(self, cells: list[Value], kinds: set[type]) -> Taken:
        """Texts, days and ticks often stand there again and again: each is read once."""
        column, take = self._column, self._take
        if kinds <= {str, bool, date, datetime}:
            known = self._known
            if len(known) >= _REMEMBERED:
                known.clear()
            for cell in set(cells).difference(known):
                known[cell] = take(column, cell)
            taken = [known[cell] for cell in cells]
        else:
            taken = [take(column, cell) for cell in cells]
        supplied = [given for _, given in taken]
        values = [value for value, _ in taken]
        flawed = any(isinstance(value, Flaw) for value in values)
        return Taken(values, supplied if any(supplied) else None, flawed)


def short_number(value: object) -> str | None:
    """The decimal of a number cell whose shortest form has at most 15 digits; None for all others."""
    text = repr(value)
    whole, _, fraction = text.partition(".")
    if fraction == "0":
        text, fraction = whole, ""
    digits = whole.removeprefix("-") + fraction
    if len(digits) > MAX_DIGITS or not digits.isdecimal() or text == "-0":
        return None
    return text
