"""Where secrets come from: a passphrase, a passphrase file, or the system's keyring.

The keyring is used only through back ends that encrypt; one that keeps secrets as plain text is
refused with a sentence. Only a 32-byte key is ever stored there.
"""

import os
import secrets
from pathlib import Path

import keyring
import keyring.errors

from app.errors import UserError

SERVICE = "praya"
ALLOWED = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)


class KeyringRefused(UserError):
    """There is no keyring that keeps secrets safely."""

    code = "keyring-refused"


class PassphraseMissing(UserError):
    """No passphrase was given where one is needed."""

    code = "passphrase-missing"


def passphrase(file: Path | None) -> str | None:
    """The passphrase from a file (its first line) or from PRAYA_PASSPHRASE; None without either."""
    if file is not None:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise PassphraseMissing("the passphrase file cannot be read", file=file) from error
        line = text.splitlines()[0] if text else ""
        if not line:
            raise PassphraseMissing("the passphrase file is empty", file=file)
        return line
    return os.environ.get("PRAYA_PASSPHRASE") or None


def new_raw_key() -> str:
    """A random key in SQLCipher's raw form."""
    return f"x'{secrets.token_hex(32)}'"


def _backend_name() -> str:
    backend = keyring.get_keyring()
    chosen = getattr(backend, "backends", None)  # the chainer tries its members in order
    first = chosen[0] if chosen else backend
    return f"{type(first).__module__}.{type(first).__name__}"


def _refuse_unsafe() -> None:
    name = _backend_name()
    if not name.startswith(ALLOWED):
        raise KeyringRefused(
            f"this system's keyring ({name}) does not keep secrets safely;"
            " give a passphrase with --passphrase-file or PRAYA_PASSPHRASE instead"
        )


def store_key(workspace: Path, key: str) -> None:
    """Put a workspace's key into the system's keyring."""
    _refuse_unsafe()
    try:
        keyring.set_password(SERVICE, str(workspace), key)
    except keyring.errors.KeyringError as error:
        raise KeyringRefused(f"the keyring did not take the key: {error}") from error


def load_key(workspace: Path) -> str:
    """A workspace's key from the system's keyring."""
    _refuse_unsafe()
    try:
        key = keyring.get_password(SERVICE, str(workspace))
    except keyring.errors.KeyringError as error:
        raise KeyringRefused(f"the keyring did not answer: {error}") from error
    if key is None:
        raise PassphraseMissing(
            "the keyring holds no key for this workspace; give its passphrase", file=workspace
        )
    return key
