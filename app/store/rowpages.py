"""Rows for a table on the screen: their numbers in document order, and pages of them."""

import json
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as _quoted
from typing import Any

from sqlalchemy import Select, func, literal, or_, select

from app.domain.tree import Row
from app.store import ordinals
from app.store.rows import _COLUMNS, Rows, _row
from app.store.tables import rows

_AT_ONCE = 500


class RowPages(Rows):
    """What a paged table asks of one return at one step."""

    def ids(self, parent: int | None, node: str, limit: int = -1) -> list[int]:
        """Numbers of the rows of a node below a row, in document order."""
        query = select(rows.c.id, rows.c.ord).where(self._place(parent, node)).order_by(rows.c.ord)
        if limit >= 0:
            return self._gathered(query.limit(limit))[0]
        numbers, orders = self._lists(query)
        found: list[int] = json.loads(numbers)
        if len(found) >= ordinals.LONG:  # whoever sees a long table will soon edit it
            place = (self.return_id, parent, node)
            ordinals.learn(self._connection, place, self.step, orders)
        return found

    def _gathered(self, query: Select[Any]) -> list[list[Any]]:
        """The columns of a result, each gathered by the database itself.

        A million rows taken one by one would take the interpreter from the window a million times.
        """
        return [json.loads(column) for column in self._lists(query)]

    def _lists(self, query: Select[Any]) -> Sequence[str]:
        """The same as JSON."""
        inner = query.subquery()
        lists = select(*(func.json_group_array(column) for column in inner.c))
        return list(self._connection.execute(lists).one())

    def column(self, parent: int | None, node: str, index: int) -> list[tuple[int, str | None]]:
        """Number and one value of every row, in document order."""
        value = func.json_extract(rows.c.vals, f"$[{index}]").label("value")
        query = select(rows.c.id, value).where(self._place(parent, node)).order_by(rows.c.ord)
        numbers, texts = self._gathered(query)
        return list(zip(numbers, texts, strict=True))

    def columns(
        self, parent: int | None, node: str, indexes: Sequence[int]
    ) -> list[tuple[int, tuple[str | None, ...]]]:
        """Number and some values of every row, in document order."""
        values = [
            func.json_extract(rows.c.vals, f"$[{index}]").label(f"v{number}")
            for number, index in enumerate(indexes)
        ]
        query = select(rows.c.id, *values).where(self._place(parent, node)).order_by(rows.c.ord)
        numbers, *texts = self._gathered(query)
        if not texts:
            return [(number, ()) for number in numbers]
        return list(zip(numbers, zip(*texts, strict=True), strict=True))

    def matching(
        self, parent: int | None, node: str, text: str, indexes: Sequence[int]
    ) -> list[int]:
        """Numbers of the rows where one of the values holds a text (ASCII case ignored)."""
        wanted = text.lower()
        found = [
            func.instr(func.lower(func.json_extract(rows.c.vals, f"$[{index}]")), literal(wanted))
            > 0
            for index in indexes
        ]
        if not found:
            return []
        # A value that holds the text stands so in the stored JSON: most rows need no closer look.
        held = func.instr(func.lower(rows.c.vals), literal(_quoted(wanted)[1:-1])) > 0
        query = (
            select(rows.c.id)
            .where(self._place(parent, node), held, or_(*found))
            .order_by(rows.c.ord)
        )
        return self._gathered(query)[0]

    def having(
        self, parent: int | None, node: str, wanted: Sequence[tuple[int, str | None]]
    ) -> list[int]:
        """Numbers of the rows that have just these values, in document order."""
        query = select(rows.c.id).where(self._place(parent, node)).order_by(rows.c.ord)
        for index, text in wanted:
            value = func.json_extract(rows.c.vals, f"$[{index}]")
            query = query.where(value.is_(None) if text is None else value == text)
        return [int(value) for value in self._connection.execute(query).scalars()]

    def several(self, wanted: Iterable[int]) -> dict[int, Row]:
        """Rows by number; what this step does not have is left out."""
        numbers = list(wanted)
        found: dict[int, Row] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            query = select(*_COLUMNS).where(
                self._alive(), rows.c.id.in_(numbers[start : start + _AT_ONCE])
            )
            for record in self._connection.execute(query):
                found[record.id] = _row(record)
        return found
