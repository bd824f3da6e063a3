"""The key check beside a workspace: tells a wrong passphrase from a damaged or a foreign file.

SQLCipher answers “file is not a database” to all three. The check file holds no secret: a salt, the
file's own first 16 bytes (SQLCipher's salt), and an HMAC made with a slow derivation of the key.
"""

import hashlib
import hmac
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError

_SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26, "dklen": 32}
_KINDS = {
    b"SQLite format 3\0": "an unencrypted SQLite database",
    b"PK\x03\x04": "a zip archive or a workbook",
    b"%PDF": "a PDF",
    b"<?xml": "an XML file",
}


class WrongPassphrase(UserError):
    """The file is a workspace, and this is not its passphrase."""

    code = "wrong-passphrase"


class WorkspaceDamaged(UserError):
    """The passphrase is right and the file cannot be read."""

    code = "workspace-damaged"


class NotAWorkspace(UserError):
    """The file is something else."""

    code = "not-a-workspace"


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a workspace: a raw key (`x'…'`) from the keyring, or a passphrase."""

    key: str
    source: str  # "keyring" or "passphrase"

    def __repr__(self) -> str:
        return f"Secret(source={self.source!r})"


def check_path(path: Path) -> Path:
    """Where the key check of a workspace lies."""
    return path.with_name(path.name + ".key-check")


def write(path: Path, file: Path, secret: Secret) -> None:
    """Write the key check of a new workspace whose content stands in `file`."""
    salt = os.urandom(16)
    body = {
        "format": 1,
        "source": secret.source,
        "salt": salt.hex(),
        "file": _head(file).hex(),
        "check": _check(secret, salt),
    }
    target = check_path(path)
    draft = target.with_name(target.name + ".new")
    with draft.open("w", encoding="utf-8") as out:
        json.dump(body, out)
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, target)  # noqa: PTH105


def copy(path: Path, target: Path) -> None:
    """Copy the key check beside a copy of the workspace."""
    if check_path(path).is_file():
        shutil.copyfile(check_path(path), check_path(target))


def source_of(path: Path) -> str | None:
    """Whether the keyring or a passphrase opens this workspace; None when the file does not say."""
    body = _read(path)
    return str(body["source"]) if body else None


def refuse_other_kinds(path: Path) -> None:
    """Refuse a file that says by its first bytes that it is something else."""
    with path.open("rb") as file:
        head = file.read(16)
    if len(head) < 16:
        raise NotAWorkspace("the file is too short to be a workspace", file=path)
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
    if not hmac.compare_digest(
        str(body["check"]), _check(secret, bytes.fromhex(str(body["salt"])))
    ):
        return WrongPassphrase("the passphrase is not the one of this workspace", file=path)
    return WorkspaceDamaged(
        "the passphrase is right, but the file is damaged; restore the newest backup", file=path
    )


def _read(path: Path) -> dict[str, object] | None:
    try:
        body = json.loads(check_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return body if isinstance(body, dict) and {"salt", "check", "source"} <= body.keys() else None


def _head(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(16)


def _check(secret: Secret, salt: bytes) -> str:
    slow = hashlib.scrypt(secret.key.encode(), salt=salt, **_SCRYPT)
    return hmac.new(slow, b"praya workspace key check", hashlib.sha256).hexdigest()
