"""Where secrets come from: a passphrase, a passphrase file, or the system's keyring.

The keyring is used only through back ends that encrypt; one that keeps secrets as plain text is
refused with a sentence. Only a 32-byte key is ever stored there, under the workspace's own name, so
that it is found again wherever the file is moved to.
"""

import os
import secrets
import unicodedata
from pathlib import Path

import keyring
import keyring.errors
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from app.errors import FileUnreadable, UserError
from app.infile import read_file

SERVICE = "praya"
MAX_FILE = 1 << 20
ALLOWED = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.macOS",
        "keyring.backends.Windows",
    }
)


class KeyringRefused(UserError):
    """There is no keyring that keeps secrets safely."""

    code = "keyring-refused"


class PassphraseMissing(UserError):
    """No passphrase was given where one is needed."""

    code = "passphrase-missing"


def passphrase(file: Path | None) -> str | None:
    """The passphrase from a file (its first line) or from PRAYA_PASSPHRASE; None without either."""
    if file is None:
        text = os.environ.get("PRAYA_PASSPHRASE", "")
        return normal(text) if text else None
    text = first_line(file)
    if not text:
        raise PassphraseMissing("the passphrase file is empty", file=file)
    return normal(text)


def normal(text: str) -> str:
    """A passphrase as it is used: systems compose accented letters in different ways."""
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text):
        raise PassphraseMissing("the passphrase holds a character that cannot be typed")
    return unicodedata.normalize("NFC", text)


def first_line(file: Path) -> str:
    """The first line of a file that holds a secret; it may be empty."""
    too_large = FileUnreadable("the file is larger than 1 MiB, which no passphrase is", file=file)
    try:
        text = read_file(file, MAX_FILE, too_large).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(
            "this is no UTF-8 text; write the passphrase on the first line of a text file",
            file=file,
        ) from error
    return text.partition("\n")[0].removesuffix("\r")


def new_raw_key() -> str:
    """A random key in SQLCipher's raw form."""
    return f"x'{secrets.token_hex(32)}'"


def _safe_keyring() -> KeyringBackend:
    """The keyring to use. The chain of several is never asked itself: it falls back to the next one."""
    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for backend in candidates:
        if type(backend).__module__ in ALLOWED:
            return backend
    names = ", ".join(f"{type(b).__module__}.{type(b).__name__}" for b in candidates) or "none"
    raise KeyringRefused(
        f"this system's keyring ({names}) does not keep secrets safely;"
        " give a passphrase with --passphrase-file or PRAYA_PASSPHRASE instead"
    )


def store_key(identity: str, key: str) -> None:
    """Put the key of the workspace of that identity into the system's keyring."""
    backend = _safe_keyring()
    try:
        backend.set_password(SERVICE, identity, key)
        kept = backend.get_password(SERVICE, identity)
    except keyring.errors.KeyringError as error:
        raise KeyringRefused(
            f"the keyring did not take the key ({type(error).__name__}); unlock it and try again"
        ) from error
    if kept != key:
        raise KeyringRefused("the keyring did not keep the key; give a passphrase instead")


def load_key(identity: str, workspace: Path) -> str:
    """The key of the workspace of that identity; `workspace` is its file, for the message."""
    backend = _safe_keyring()
    try:
        key = backend.get_password(SERVICE, identity)
    except keyring.errors.KeyringError as error:
        raise KeyringRefused(
            f"the keyring did not answer ({type(error).__name__}); unlock it and try again"
        ) from error
    if key is None:
        raise PassphraseMissing(
            "the keyring of this user and machine holds no key for this workspace;"
            " give its passphrase or its recovery key",
            file=workspace,
        )
    return key


def forget_key(identity: str) -> None:
    """Take a key out of the keyring; one that is not there is no error."""
    backend = _safe_keyring()
    try:
        backend.delete_password(SERVICE, identity)
    except keyring.errors.KeyringError:
        return
