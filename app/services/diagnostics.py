"""A bundle for whoever helps: versions, packs, schema, log; amounts, names, addresses, paths masked."""

import json
import platform
import re
import sys
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from app.domain.clock import stamp
from app.errors import FileUnreadable, UserError
from app.services.desk import Desk
from app.services.eventlog import log_file
from app.services.packs import list_packs
from app.store import census
from app.store import packs as pack_store
from app.store import settings as settings_store
from app.store.files import drafted
from app.version import program_version

_LIBRARIES = (
    "PySide6-Essentials", "sqlalchemy", "sqlcipher3", "lxml", "xmlschema", "elementpath", "openpyxl",
    "python-calamine", "xlsxwriter", "cryptography", "python-pkcs11", "keyring", "holidays", "pyqtgraph",
)  # fmt: skip
_PLAIN = frozenset({"language", "theme", "backup-on-exit"})
"""Choices of the window whose values say nothing about the firm."""

_MASKS = (
    (re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"|'[^']*'"), "‹text›"),
    (re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+"), "‹address›"),
    (re.compile(r"(?:[A-Za-z]:)?[\\/](?:[^\s:;,()<>]+[\\/])+[^\s:;,()<>]*"), "‹path›"),
    (re.compile(r"\b(?=\w*\d)\w{20,}\b"), "‹id›"),
    (re.compile(r"\d[\d,. ]*[.,]\d+|\d{4,}"), "‹number›"),
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was written. `members` are the names inside the zip."""

    path: Path
    members: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON."""
        return {"path": str(self.path), "members": list(self.members)}


def mask(text: str, names: Iterable[str] = ()) -> str:
    """The text without what could tell on the firm: known names, quoted texts, addresses, paths, numbers."""
    for name in sorted({item for item in names if len(item) > 1}, key=len, reverse=True):
        text = re.sub(re.escape(name), "‹name›", text, flags=re.IGNORECASE)
    for pattern, mark in _MASKS:
        text = pattern.sub(mark, text)
    return text


def write_bundle(
    target: Path, desk: Desk | None, window: Mapping[str, str] | None = None, why: str = ""
) -> Bundle:
    """Write the bundle; without a workspace, `why` is the code of what kept it from being opened.

    `window` are the window's own choices and versions.
    """
    members = dict(_members(desk, window or {}, why))
    try:
        with drafted(target) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as out:
            for name, text in members.items():
                out.writestr(name, text.encode())
            out.close()  # before the draft gets its name
    except OSError as error:
        raise FileUnreadable.of(error, target) from error
    return Bundle(target, tuple(members))


def _members(desk: Desk | None, window: Mapping[str, str], why: str) -> Iterable[tuple[str, str]]:
    yield "README.txt", _README
    yield "versions.json", _json(_versions(window))
    chosen = {name: value if name in _PLAIN else "‹masked›" for name, value in window.items()
              if not name.startswith("version-")}  # fmt: skip
    if desk is None:
        yield "workspace.json", _json({"opened": False, "why": why})
        yield "settings.json", _json({"window": chosen})
        yield "log.txt", _log(())
        return
    with desk.workspace.read() as connection:
        yield "workspace.json", _json({"opened": True, "rows": census.counts(connection)})
        yield "schema.sql", "\n".join(f"{line};" for line in census.definitions(connection)) + "\n"
        packs = {
            name: pack_store.digest_of(connection, name) for name in pack_store.pack_ids(connection)
        }
        yield "packs.json", _json({name: {"sha256": digest} for name, digest in packs.items()})
        settings = settings_store.get_all(connection)
    yield "settings.json", _json({"window": chosen, "workspace": _masked(desk, settings)})
    yield "log.txt", _log(_names(desk, settings))


def _masked(desk: Desk, settings: Mapping[str, str]) -> dict[str, str]:
    """A choice that a pack offers is told; whatever a person wrote is not."""
    offered: dict[str, set[str]] = {}
    with suppress(UserError):
        for pack in list_packs(desk):
            for item in pack.settings:
                offered.setdefault(item.name, set()).update(item.choices)
    return {
        name: value if value in offered.get(name, ()) else "‹masked›"
        for name, value in settings.items()
    }


def _names(desk: Desk, settings: Mapping[str, str]) -> set[str]:
    """What must not be told, as far as the workspace knows it."""
    workspace = desk.workspace
    found = {desk.seat, workspace.path.name, workspace.path.stem, Path.home().name}
    for fact in ("entity", "ce"):
        with suppress(KeyError):
            found.add(str(workspace.fact(fact) or ""))
    found |= set(settings.values())
    parts = {word.strip(".,()") for name in found for word in name.split()}
    return found | {word for word in parts if len(word) > 2}


def _versions(window: Mapping[str, str]) -> dict[str, object]:
    libraries = {}
    for name in _LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            libraries[name] = metadata.version(name)
    return {
        "praya": program_version(),
        "python": sys.version.split()[0],
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "frozen": bool(getattr(sys, "frozen", False)),
        "libraries": libraries,
        "window": {
            name.removeprefix("version-"): value
            for name, value in window.items()
            if name.startswith("version-")
        },
        "made_at": stamp(),
    }


def _log(names: Iterable[str]) -> str:
    """The log, masked once more: it holds only words of ours, but who knows what comes."""
    path = log_file()
    lines = []
    for file in (path.with_suffix(".log.1"), path):
        with suppress(OSError):
            lines += file.read_text(encoding="utf-8", errors="replace").splitlines()
    return "".join(_line(line, names) for line in lines[-2000:])


def _line(line: str, names: Iterable[str]) -> str:
    moment, tab, words = line.partition("\t")
    try:
        told = datetime.fromisoformat(moment).astimezone(UTC).isoformat(timespec="seconds")
    except ValueError:
        told, words = "‹moment›", f"{moment}{tab}{words}"
    return f"{told}\t{mask(words, names)}\n"


def _json(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


_README = """\
Diagnostics of Praya. It holds versions of the program and its libraries, the names and hashes of the
schema packs, the layout of the workspace's tables with the number of their rows, choices whose values
are words of the program, and the log. Amounts, names, addresses, paths and secrets are masked or were
never written. Look at each file before you send it: they are plain text.
"""
