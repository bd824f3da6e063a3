"""Reading one TOML table of a pack, so that every mistake names the file, the place and what is allowed."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from app.domain.tomlplaces import Path as Keys
from app.domain.tomlplaces import Place, places
from app.errors import UserError


class PackError(UserError):
    """A pack that cannot be used. Where that is known: the line, the entry and what is allowed.

    `column` is a place inside the expression that is wrong.
    """

    code = "pack-error"

    def __init__(
        self,
        message: str,
        *,
        file: str | Path | None = None,
        line: int | None = None,
        where: str = "",
        allowed: str = "",
    ) -> None:
        super().__init__(message, file=file)
        self.line, self.where, self.allowed = line, where, allowed
        self.column: int | None = None


@dataclass
class Reading:
    """What `collecting` gathers: every problem, and where the tables stand that were read."""

    problems: list[PackError] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    _places: dict[str, Mapping[Keys, Place]] = field(default_factory=dict)
    _tables: dict[int, tuple[dict[str, Any], Keys]] = field(default_factory=dict)

    def know(self, text: str, document: dict[str, Any], file: str) -> None:
        """Remember a document; its tables are known again by their identity."""
        self.texts[file] = text
        self._places[file] = places(text)
        self._remember(document, ())

    def _remember(self, value: Any, path: Keys) -> None:
        if isinstance(value, dict):
            self._tables[id(value)] = value, path
            for key, inner in value.items():
                self._remember(inner, (*path, key))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                self._remember(inner, (*path, number))

    def place(self, file: str, path: Keys) -> Place | None:
        """Where a key stands, or the nearest one above it."""
        known = self._places.get(file, {})
        while path and path not in known:
            path = path[:-1]
        return known.get(path)

    def path(self, body: object) -> Keys:
        """The path of a table that was read."""
        found = self._tables.get(id(body))
        return found[1] if found is not None and found[0] is body else ()

    def report(self, error: PackError, path: Keys = ()) -> None:
        """Take a problem, with the line of its key where it has none yet."""
        if error.line is None and error.file is not None:
            place = self.place(error.file, path)
            error.line = place.line if place else None
        self.problems.append(error)


_reading: ContextVar[Reading | None] = ContextVar("_reading", default=None)


@contextmanager
def collecting() -> Iterator[Reading]:
    """Read packs without stopping at the first mistake: they are gathered, harmless values stand in."""
    reading = Reading()
    token = _reading.set(reading)
    try:
        yield reading
    finally:
        _reading.reset(token)


_AT = re.compile(r" \(at line ([0-9]+), column [0-9]+\)$")


def read_toml(body: bytes, file: str) -> dict[str, Any]:
    """A TOML document; the error says where it breaks."""
    reading = _reading.get()
    try:
        text = body.decode("utf-8")
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8 text", file=file) from error
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at else None
        raise PackError(f"this is not TOML: {error}", file=file, line=line) from error
    if reading is not None:
        reading.know(text, document, file)
    return document


class Table:
    """One TOML table, read key by key, so that an unknown or missing key is named."""

    def __init__(self, body: Any, file: str, where: str) -> None:
        self.file, self.where = file, where
        self._reading = _reading.get()
        self._path = self._reading.path(body) if self._reading else ()
        self._asked: list[str] = []
        self._void = not isinstance(body, dict)
        self._body: dict[str, Any] = {} if self._void else dict(body)
        if self._void:
            self._report(PackError(f"{where} must be a table", file=file, where=where))

    def fail(self, message: str) -> PackError:
        """The error that names this table."""
        error = PackError(f"{self.where}: {message}", file=self.file, where=self.where)
        if self._reading:
            place = self._reading.place(self.file, self._path)
            error.line = place.line if place else None
        return error

    def wrong(self, message: str, key: str | None = None, allowed: str = "") -> None:
        """Say that a key is wrong: raised at once, or gathered by `collecting`."""
        if self._void:
            return
        self._report(
            PackError(
                f"{self.where}: {message}", file=self.file, where=self.where, allowed=allowed
            ),
            key,
        )

    def _report(self, error: PackError, key: str | None = None) -> None:
        if self._reading is None:
            raise error
        self._reading.report(error, self._path if key is None else (*self._path, key))

    def _pop(self, key: str, default: Any = None) -> Any:
        self._asked.append(key)
        return self._body.pop(key, default)

    def has(self, key: str) -> bool:
        """Whether the key is there and was not read yet."""
        return key in self._body

    def text(self, key: str, default: str | None = None) -> str:
        """A text; it must be there where no default is given."""
        value = self._pop(key, default)
        if isinstance(value, str):
            return value
        if value is None:
            self.wrong(f"“{key}” is missing", allowed="a text")
        else:
            self.wrong(f"“{key}” must be text", key, "a text in quotation marks")
        return ""

    def maybe(self, key: str) -> str | None:
        """A text, or None where the key is absent."""
        if key in self._body:
            return self.text(key)
        self._asked.append(key)
        return None

    def day(self, key: str, default: date | None = None) -> date:
        """A date."""
        value = self._pop(key, default)
        if isinstance(value, date):
            return value
        self.wrong(f"“{key}” must be a date such as 2026-01-31", key, "a date without quotes")
        return date.min

    def texts(self, key: str, *, needed: bool = True) -> dict[str, str]:
        """Texts by name, or by language where they are needed: then English has to be there."""
        value = self._pop(key, None if needed else {})
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            self.wrong(f"“{key}” must hold one text per language", key, '{ en = "…" }')
            return {"en": ""}
        if needed and "en" not in value:
            self.wrong(f"“{key}” has no English text", key, '{ en = "…" }')
        return value

    def text_or_texts(self, key: str, *, needed: bool = True) -> dict[str, str]:
        """Texts by language; a text alone is the English one."""
        value = self._body.get(key)
        if isinstance(value, str):
            return {"en": self._pop(key)}
        return self.texts(key, needed=needed)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is absent."""
        value = self._pop(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.wrong(f"“{key}” must be a list of texts", key, '["…", "…"]')
            return ()
        return tuple(value)

    def tables(self, key: str) -> list[Any]:
        """A list of tables; empty where it is absent."""
        value = self._pop(key, [])
        if not isinstance(value, list):
            self.wrong(f"“{key}” must be a list of tables", key, f"[[….{key}]]")
            return []
        return value

    def take(self, key: str, default: Any = None) -> Any:
        """Whatever stands there; the caller looks at its kind."""
        return self._pop(key, default)

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """One of some texts."""
        value = self._pop(key, default)
        if value in allowed:
            return str(value)
        listed = ", ".join(allowed)
        if value is None:
            self.wrong(f"“{key}” is missing", allowed=listed)
        elif isinstance(value, str):
            self.wrong(f"“{key}” is “{value}”; allowed are {listed}", key, listed)
        else:
            self.wrong(f"“{key}” must be text", key, listed)
        return allowed[0] if allowed else ""

    def end(self) -> None:
        """Everything was read: what is left is unknown."""
        if not self._body:
            return
        if self._reading is None:
            raise self.fail(f"unknown: {', '.join(sorted(self._body))}")
        for key in self._body:
            near = get_close_matches(key, self._asked, 1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            self.wrong(f"unknown: {key}{hint}", key, ", ".join(sorted(set(self._asked))))
