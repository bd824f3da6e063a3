"""Rows for a table on the screen: their numbers in document order, and pages of them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, literal, or_, select

from app.domain.tree import Row
from app.store.rows import _COLUMNS, Rows, _row
from app.store.tables import rows

_AT_ONCE = 500


class RowPages(Rows):
    """What a paged table asks of one return at one step."""

    def ids(self, parent: int | None, node: str, limit: int = -1) -> list[int]:
        """Numbers of the rows of a node below a row, in document order."""
        query = select(rows.c.id).where(self._place(parent, node)).order_by(rows.c.ord)
        if limit >= 0:
            query = query.limit(limit)
        return [int(value) for value in self._connection.execute(query).scalars()]

    def column(self, parent: int | None, node: str, index: int) -> list[tuple[int, str | None]]:
        """Number and one value of every row, in document order."""
        value = func.json_extract(rows.c.vals, f"$[{index}]")
        query = select(rows.c.id, value).where(self._place(parent, node)).order_by(rows.c.ord)
        return [(int(row[0]), row[1]) for row in self._connection.execute(query)]

    def columns(
        self, parent: int | None, node: str, indexes: Sequence[int]
    ) -> list[tuple[int, tuple[str | None, ...]]]:
        """Number and some values of every row, in document order."""
        values = [func.json_extract(rows.c.vals, f"$[{index}]") for index in indexes]
        query = select(rows.c.id, *values).where(self._place(parent, node)).order_by(rows.c.ord)
        return [(int(row[0]), tuple(row[1:])) for row in self._connection.execute(query)]

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
        query = select(rows.c.id).where(self._place(parent, node), or_(*found)).order_by(rows.c.ord)
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
