"""The log of the program: what kind of thing happened and where in the code, never with a figure.

A line is a moment (UTC), a tab, and words of ours. Of an error its kind, its stable code and the lines
of our code are written; its message is not, for it may hold amounts, names and paths.
"""

import traceback
from contextlib import suppress
from pathlib import Path

import platformdirs

from app.domain.clock import stamp
from app.errors import UserError

_LARGEST = 256 * 1024
"""Bytes; then the log begins anew and the one before is kept beside it."""


def log_file() -> Path:
    """Where the log lies."""
    return Path(platformdirs.user_log_dir("praya", appauthor=False)) / "praya.log"


def note(words: str) -> None:
    """Write a line of ours. A log that cannot be written stops nobody."""
    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_suffix(".log.1"))
        with path.open("a", encoding="utf-8") as out:
            out.write(f"{stamp()}\t{' '.join(words.split())}\n")


def note_error(error: BaseException) -> None:
    """The kind of an error; of a fault of ours also where it arose."""
    if isinstance(error, UserError):
        note(f"refused {error.code}")
        return
    places = [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    note(f"fault {type(error).__name__} at {' < '.join(reversed(places)) or 'an unknown place'}")


def _short(file: str) -> str:
    """A module below its package: whose computer it is stands in no log."""
    parts = Path(file).parts
    for root in ("app", "site-packages", "lib"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else ""
