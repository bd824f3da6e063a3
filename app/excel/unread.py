"""What stands on the sheets of a template where nobody reads it: said, never dropped."""

from dataclasses import dataclass

from app.excel.binding import BoundTable
from app.excel.findings import Notes
from app.excel.flaws import BLOCKING, EXPLAIN, Flaw
from app.excel.numbers import cell_text
from app.excel.scan import Cell, address_of
from app.excel.workbook import Value


@dataclass(slots=True)
class _Column:
    """A column that is not read: its heading, the first value under it, and how many there are."""

    title: str
    first: Cell
    count: int = 0


class Unread:
    """The columns of a template's table that name no field, while its rows go by.

    A heading that is no path of the table was meant to be one, so a value under it would be lost:
    that blocks. Under an empty heading people keep sums and remarks of their own: that is only said.
    """

    def __init__(self, table: BoundTable) -> None:
        self._table = table
        self._titles: list[str] = []
        self._found: dict[int, _Column] = {}
        self._width, self._others = 0, list[int]()

    def head(self, cells: list[Value]) -> None:
        """The row with the technical names."""
        self._titles = [cell_text(cell) for cell in cells]

    def look(self, number: int, cells: list[Value]) -> None:
        """A row of data."""
        if len(cells) != self._width:  # all rows that the reader gives are equally wide
            self._width = len(cells)
            self._others = [at for at in range(self._width) if at not in self._table.places]
        for at in self._others:
            if cells[at] == "" or cell_text(cells[at]) == "":
                continue
            title = self._titles[at] if at < len(self._titles) else ""
            column = self._found.setdefault(at, _Column(title, (number, at)))
            column.count += 1

    def note(self, notes: Notes) -> None:
        """One finding for each such column, at its first value."""
        for column in self._found.values():
            values = "1 value" if column.count == 1 else f"{column.count:,} values"
            if column.title:
                flaw = Flaw(
                    "COLUMN-UNKNOWN",
                    BLOCKING,
                    f"{values} below “{column.title}”, which is no field of {self._table.spec.path};"
                    " put its technical name back into row 1, or delete the column",
                )
            else:
                flaw = Flaw(
                    "CELLS-BESIDE",
                    EXPLAIN,
                    f"{values} in a column without a technical name in row 1, not read",
                )
            notes.add(flaw, self._table.sheet.name, address_of(*column.first))
