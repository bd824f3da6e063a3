"""Which rows and values of a workbook the user takes, and which stay as they are."""

import re
from collections.abc import Iterable
from enum import Enum

from app.domain.finding import Finding, Severity
from app.services.imports import CellPreview, ImportPreview
from app.services.rejections import Rejections

_ROW = re.compile(r"^.*\](?=/|$)")

Key = tuple[str, bool]
"""A row's path, and whether it is one of the return that the file does not have."""


class Decision(Enum):
    """What becomes of a value: it is taken, it is left, or it follows from others by itself."""

    TAKE = "take"
    LEAVE = "leave"
    FOLLOW = "follow"


class Choices:
    """Everything is taken until the user says otherwise.

    After `leave_all` (`only`) nothing is taken but what is chosen, also of what is not listed.
    """

    def __init__(self, preview: ImportPreview | None = None) -> None:
        self.preview = preview
        self.only = False
        self._rows: set[Key] = set()
        self._values: set[str] = set()
        self._listed = {_key(item) for item in (preview.changes if preview else ()) if item.choice}

    @property
    def any_left(self) -> bool:
        """Whether anything at all stays as it is."""
        return self.only or bool(self._rows or self._values)

    @property
    def nothing(self) -> bool:
        """Whether nothing is taken."""
        if self.only:
            return not self._rows
        complete = self.preview is not None and self.preview.cells == len(self.preview.changes)
        return complete and bool(self._listed) and all(not self._taken(k) for k in self._listed)

    @property
    def rows_left(self) -> int:
        """Rows that are listed and left."""
        return sum(1 for key in self._listed if not self._taken(key))

    @property
    def file_rows_left(self) -> int:
        """Rows of the file among them."""
        return sum(
            1 for key in self._listed if not key[1] and "]" in key[0] and not self._taken(key)
        )

    def _taken(self, key: Key) -> bool:
        if (key in self._rows) is not self.only:
            return False
        path, _ = key
        around = _ROW.match(path.rpartition("/")[0]) if "/" in path else None
        return self._taken((around[0], False)) if around and self._has(around[0]) else True

    def _has(self, path: str) -> bool:
        """A row around another one matters once something was decided about it."""
        return self.only or (path, False) in self._rows

    def of(self, item: CellPreview) -> Decision:
        """What becomes of a value."""
        if not item.choice:
            return Decision.FOLLOW
        if not self._taken(_key(item)) or item.path in self._values:
            return Decision.LEAVE
        return Decision.TAKE

    def toggle(self, item: CellPreview) -> None:
        """The other decision for a whole row, with all its values."""
        if item.choice:
            self._decide(_key(item), take=not self._taken(_key(item)))

    def toggle_value(self, item: CellPreview) -> None:
        """The other decision for one value of a row that both sides have; else for its row."""
        if not item.choice:
            return
        if item.kind != "changed" or "]" not in item.row or not self._taken(_key(item)):
            self.toggle(item)
        else:
            self._values ^= {item.path}

    def _decide(self, key: Key, *, take: bool) -> None:
        if take is not self.only:
            self._rows.discard(key)
        else:
            self._rows.add(key)
        if not take:
            return
        self._values = {path for path in self._values if not path.startswith(f"{key[0]}/")}
        around = _ROW.match(key[0].rpartition("/")[0]) if "/" in key[0] else None
        if around and not self._taken((around[0], False)):
            self._decide((around[0], False), take=True)

    def take_all(self) -> None:
        """Take everything."""
        self.only = False
        self._rows.clear()
        self._values.clear()

    def leave_all(self) -> None:
        """Leave everything, also what is not listed."""
        self.take_all()
        self.only = True

    def leave(self, keys: Iterable[Key]) -> None:
        """Leave some rows."""
        for key in keys:
            self._decide(key, take=False)

    def wrong_rows(self) -> set[Key]:
        """Rows of the file with something blocking, as far as they are listed."""
        return {key for keys in self._wrong().values() for key in keys}

    def still_blocked(self) -> bool:
        """Whether something blocking is left, as far as the list can tell."""
        if self.preview is None or not self.preview.blocked:
            return False
        wrong = self._wrong()
        if sum(1 for _ in wrong) < self.preview.counts[Severity.BLOCKING.value]:
            return True
        return any(not keys or any(self._taken(k) for k in keys) for keys in wrong.values())

    def _wrong(self) -> dict[int, set[Key]]:
        """For each blocking finding the rows in which it stands."""
        if self.preview is None:
            return {}
        cells: dict[tuple[str, str], set[Key]] = {}
        for item in self.preview.changes:
            if item.choice and item.origin and item.origin.sheet and item.origin.cell:
                place = item.origin.sheet, _digits(item.origin.cell)
                cells.setdefault(place, set()).add(_key(item))
        found: dict[int, set[Key]] = {}
        for number, finding in enumerate(self.preview.findings):
            if finding.severity is Severity.BLOCKING:
                found[number] = self._rows_of(finding, cells)
        return found

    def _rows_of(self, finding: Finding, cells: dict[tuple[str, str], set[Key]]) -> set[Key]:
        row = _ROW.match(finding.path) if finding.path else None
        if row and (row[0], False) in self._listed:
            return {(row[0], False)}
        origin = finding.origin
        if origin is None or not origin.sheet or not origin.cell:
            return set()
        return cells.get((origin.sheet, _digits(origin.cell)), set())

    def rejections(self) -> Rejections | None:
        """For the import; None where everything is taken."""
        if not self.any_left or self.preview is None:
            return None
        rows = frozenset(path for path, gone in self._rows if not gone)
        kept = frozenset(path for path, gone in self._rows if gone)
        seen = (self.preview.sha256, self.preview.head)
        return Rejections(rows, kept, frozenset(self._values), self.only, seen)


def _key(item: CellPreview) -> Key:
    return item.row, item.kind == "gone" and "]" in item.row


def _digits(cell: str) -> str:
    return cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
