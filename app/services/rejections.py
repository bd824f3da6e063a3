"""What a user does not take from a workbook: rows, values, and the removal of rows that it lacks."""

import re
from collections import Counter
from dataclasses import dataclass, field

from app.domain.locator import parse_path
from app.domain.schema import Schema
from app.errors import UserError

LISTED = 50
"""So many places the history names one by one; it counts all of them."""

_POSITION = re.compile(r"\[\d+\]")


class RejectionUnknown(UserError):
    """A row or value that was to be left out is not among what the workbook would change."""

    code = "rejection-unknown"


class ImportStale(UserError):
    """The return or the file is another than the one that was looked at."""

    code = "import-stale"


@dataclass(frozen=True, slots=True)
class Rejections:
    """Places as a dry run lists them, with positions of the file; of `kept` with those of the return.

    `rows` are rows of the file (`Book[2]`), single fields (`Header/CeNumber`), or a table's path
    without a position, which stands for all of its rows; the return keeps what it has for them.
    `kept` are rows of the return that the file does not have; they are not removed. `values` are
    fields of rows that both sides have. With `only`, nothing is taken but what `rows` and `kept` name.
    `seen` is the digest of the file and the step of the return that the user saw, where it matters.
    """

    rows: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    only: bool = False
    seen: tuple[str, int] | None = None

    def __bool__(self) -> bool:
        return self.only or bool(self.rows or self.kept or self.values)


def read_rejections(
    schema: Schema, reject: list[str], keep: list[str], only: list[str] | None = None
) -> Rejections | None:
    """Paths as people write them; None where nothing is named. `only` shuts out the other two."""
    if only is not None:
        named = frozenset(_clean(path) for path in only)
        tables = frozenset(path for path in named if _is_row(schema, path))
        return Rejections(rows=named, kept=tables, only=True)
    paths = [_clean(path) for path in reject]
    rows = frozenset(path for path in paths if _is_row(schema, path) or "[" not in path)
    # A table that is left out whole stays as it is, so that none of its rows goes either.
    whole = frozenset(path for path in rows if path in schema.nodes and _is_row(schema, path))
    found = Rejections(rows, whole | frozenset(map(_clean, keep)), frozenset(paths) - rows)
    return found or None


def _clean(path: str) -> str:
    return "/".join(str(step) for step in parse_path(path))


def _is_row(schema: Schema, path: str) -> bool:
    node = schema.nodes.get(table_of(path))
    return node is not None and node.repeats


def table_of(path: str) -> str:
    """The schema path of a place: without positions."""
    return _POSITION.sub("", path)


@dataclass(slots=True)
class Left:
    """What was left out in the end: rows by table, single values, and blocking findings with them."""

    tables: Counter[str] = field(default_factory=Counter)
    values: int = 0
    blocking: int = 0
    places: list[str] = field(default_factory=list)
    spared: set[int] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    @property
    def rows(self) -> int:
        """How many rows stayed as they were."""
        return self.tables.total()

    def row(self, table: str, place: str) -> None:
        """A row stays as it is."""
        self.tables[table] += 1
        self._place(place)

    def value(self, place: str) -> None:
        """A value stays as it is."""
        self.values += 1
        self._place(place)

    def _place(self, place: str) -> None:
        if len(self.places) < LISTED:
            self.places.append(place)

    def as_dict(self) -> dict[str, object]:
        """For the history and the command line's JSON; `places` are the first of them."""
        return {
            "rows": self.rows,
            "values": self.values,
            "tables": dict(sorted(self.tables.items())),
            "blocking": self.blocking,
            "places": list(self.places),
        }
