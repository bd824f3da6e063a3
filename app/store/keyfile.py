"""The key check beside a workspace: tells a wrong passphrase from a damaged or a foreign file.

SQLCipher answers “file is not a database” to all three. The check file holds no secret: the file's
own first 16 bytes (SQLCipher's salt, which also names the workspace wherever it is moved to), a salt
of its own, and an HMAC made with a slow derivation of the key.
"""

import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import UserError
from app.store import files
from app.store.failures import (
    NotAWorkspace,
    WorkspaceDamaged,
    WorkspaceUnreadable,
    WrongPassphrase,
)

__all__ = ["NotAWorkspace", "Secret", "WorkspaceDamaged", "WrongPassphrase"]

_SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26, "dklen": 32}
_HEAD = 16
_KINDS = {
    b"SQLite format 3\0": "an unencrypted SQLite database",
    b"PK\x03\x04": "a zip archive or a workbook",
    b"\xd0\xcf\x11\xe0": "an old or an encrypted Office file",
    b"%PDF": "a PDF",
    b"<?xml": "an XML file",
}


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a workspace: a raw key (`x'…'`) from the keyring, or a passphrase."""

    key: str = field(repr=False)
    source: str  # "keyring" or "passphrase"


@dataclass(frozen=True, slots=True)
class _Check:
    source: str
    salt: bytes
    file: str
    check: str


def check_path(path: Path) -> Path:
    """Where the key check of a workspace lies."""
    return path.with_name(path.name + files.KEY_CHECK)


def write(path: Path, secret: Secret, identity: str) -> None:
    """Write the key check of a workspace; `identity` is its first 16 bytes in hex."""
    salt = os.urandom(16)
    body = {
        "format": 1,
        "source": secret.source,
        "file": identity,
        "salt": salt.hex(),
        "check": _hmac(secret, salt),
    }
    files.write_text(check_path(path), json.dumps(body, indent=1) + "\n", of_workspace=True)


def source_of(path: Path) -> str | None:
    """Whether the keyring or a passphrase opens this workspace; None when nothing says so."""
    body = _read(path)
    return body.source if body else None


def identity_of(path: Path) -> str:
    """The name under which the keyring holds the key: the file's first 16 bytes in hex."""
    body = _read(path)
    return body.file if body else _head(path).hex()


def refuse_other_kinds(path: Path) -> None:
    """Refuse a file that says by its first bytes that it is something else."""
    head = _head(path)
    if len(head) < _HEAD:
        if check_path(path).exists():
            raise WorkspaceDamaged("the file is cut off; restore the newest backup", file=path)
        raise NotAWorkspace("the file is empty or too short to be a workspace", file=path)
    for mark, kind in _KINDS.items():
        if head.startswith(mark):
            raise NotAWorkspace(f"this is {kind}, not a workspace", file=path)


def explain_failure(path: Path, secret: Secret) -> UserError:
    """Why SQLCipher could not read the file."""
    body = _read(path)
    if body is None:
        return NotAWorkspace(
            "the file is not a workspace, or its passphrase is another one"
            " (its key check file is missing, so the two cannot be told apart)",
            file=path,
        )
    if not hmac.compare_digest(body.check, _hmac(secret, body.salt)):
        if body.source == "keyring":
            return WrongPassphrase(
                "this is not the key of this workspace, which the system's keyring holds;"
                " give no passphrase, or its recovery key",
                file=path,
            )
        return WrongPassphrase("the passphrase is not the one of this workspace", file=path)
    if body.file != _head(path).hex():
        return WorkspaceDamaged(
            "the passphrase is right, but the file is damaged at its beginning or was replaced by"
            " another; restore the newest backup",
            file=path,
        )
    return WorkspaceDamaged(
        "the passphrase is right, but the file is damaged; restore the newest backup", file=path
    )


def _read(path: Path) -> _Check | None:
    try:
        body = json.loads(check_path(path).read_text(encoding="utf-8"))
        return _Check(
            str(body["source"]), bytes.fromhex(body["salt"]), str(body["file"]), str(body["check"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as handle:
            return handle.read(_HEAD)
    except OSError as error:
        raise WorkspaceUnreadable(
            f"the file cannot be read: {error.strerror or 'the system refuses'}", file=path
        ) from error


def _hmac(secret: Secret, salt: bytes) -> str:
    slow = hashlib.scrypt(secret.key.encode(), salt=salt, **_SCRYPT)
    return hmac.new(slow, b"praya workspace key check", hashlib.sha256).hexdigest()
