"""Reading one TOML table of a pack, so that every mistake names the file, the place and what is allowed."""

import tomllib
from datetime import date
from typing import Any

from app.errors import UserError


class PackError(UserError):
    """A pack that cannot be used."""

    code = "pack-error"


def read_toml(body: bytes, file: str) -> dict[str, Any]:
    """A TOML document; the error says where it breaks."""
    try:
        return tomllib.loads(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackError("the file is not UTF-8 text", file=file) from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"this is not TOML: {error}", file=file) from error


class Table:
    """One TOML table, read key by key, so that an unknown or missing key is named."""

    def __init__(self, body: Any, file: str, where: str) -> None:
        if not isinstance(body, dict):
            raise PackError(f"{where} must be a table", file=file)
        self._body = dict(body)
        self.file, self.where = file, where

    def fail(self, message: str) -> PackError:
        """The error that names this table."""
        return PackError(f"{self.where}: {message}", file=self.file)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; it must be there where no default is given."""
        value = self._body.pop(key, default)
        if not isinstance(value, str):
            raise self.fail(f"“{key}” must be text" if value is not None else f"“{key}” is missing")
        return value

    def maybe(self, key: str) -> str | None:
        """A text, or None where the key is absent."""
        return self.text(key) if key in self._body else None

    def day(self, key: str, default: date | None = None) -> date:
        """A date."""
        value = self._body.pop(key, default)
        if not isinstance(value, date):
            raise self.fail(f"“{key}” must be a date such as 2026-01-31")
        return value

    def texts(self, key: str, *, needed: bool = True) -> dict[str, str]:
        """Texts by name, or by language where they are needed: then English has to be there."""
        value = self._body.pop(key, None if needed else {})
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self.fail(f"“{key}” must hold one text per language")
        if needed and "en" not in value:
            raise self.fail(f"“{key}” has no English text")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where it is absent."""
        value = self._body.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.fail(f"“{key}” must be a list of texts")
        return tuple(value)

    def take(self, key: str, default: Any = None) -> Any:
        """Whatever stands there; the caller looks at its kind."""
        return self._body.pop(key, default)

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """One of some texts."""
        value = self.text(key, default)
        if value not in allowed:
            raise self.fail(f"“{key}” is “{value}”; allowed are {', '.join(allowed)}")
        return value

    def end(self) -> None:
        """Everything was read: what is left is unknown."""
        if self._body:
            raise self.fail(f"unknown: {', '.join(sorted(self._body))}")
