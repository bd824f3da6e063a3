"""Passwords and PINs of keys: from a file, or asked for; never kept."""

from pathlib import Path

from app.credentials import first_line
from app.errors import UserError


class KeyPasswordMissing(UserError):
    """The key file needs a password and none was given."""

    code = "key-password-missing"


def secret_of(named: str | None, question: str) -> str:
    """The first line of the file; without one it is asked for where somebody can answer."""
    if named is not None:
        return first_line(Path(named))
    import getpass  # noqa: PLC0415
    import sys  # noqa: PLC0415

    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(question)
    raise KeyPasswordMissing(
        "the key's password or PIN is missing; give --p12-passphrase-file FILE or --pin-file FILE"
    )
