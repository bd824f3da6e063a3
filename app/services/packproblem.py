"""What is wrong with a pack, each problem with its file, its line and what is allowed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.domain.tomlplaces import Path as Keys
from app.domain.tomltable import PackError, Reading
from app.errors import UserError


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `where` is the entry inside the file; `line` is None where the whole file is meant."""

    file: str
    line: int | None
    where: str
    message: str
    allowed: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        hint = f" (allowed: {self.allowed})" if self.allowed else ""
        return f"{place}: {self.message}{hint}" if place else f"{self.message}{hint}"

    def as_dict(self) -> dict[str, Any]:
        """The entry of the command line's JSON."""
        return asdict(self)


def of_error(error: UserError, file: str = "") -> Problem:
    """A mistake that a reader or a compiler names."""
    if not isinstance(error, PackError):
        return Problem(error.file or file, getattr(error, "line", None), "", error.message)
    return Problem(error.file or file, error.line, error.where, error.message, error.allowed)


class Finder:
    """Finds the lines of entries in the files that were read."""

    def __init__(self, reading: Reading, documents: Mapping[str, Mapping[str, Any]]) -> None:
        self._reading, self._documents = reading, documents

    def line(self, file: str, path: Keys) -> int | None:
        """The line of a key, or of the nearest one above it."""
        place = self._reading.place(file, path)
        return place.line if place else None

    def column(self, file: str, path: Keys, inside: int) -> tuple[int | None, str]:
        """Line, and the column in it, of a place inside a text that stands in one line."""
        place = self._reading.place(file, path)
        text = self._documents.get(file, {})
        if place is None:
            return None, ""
        value: Any = text
        for key in path:
            value = value[key]
        line = self._reading.texts[file].split("\n")[place.value_line - 1]
        if not isinstance(value, str) or not line[place.column - 1 :].startswith(value):
            return place.line, ""
        return place.value_line, f", column {place.column + inside - 1} of the line"

    def entry(self, file: str, table: str, key: str, value: str) -> Keys:
        """The path of the first entry of a list of tables whose key has a value."""
        for number, item in enumerate(self._documents.get(file, {}).get(table, ())):
            if isinstance(item, dict) and item.get(key) == value:
                return (table, number)
        return (table,)
