"""Verifying a signed file: valid, not valid, or cannot be determined. Needs no workspace."""

from datetime import datetime
from pathlib import Path

from app.domain.clock import now
from app.errors import UserError
from app.signing.trust import Trust
from app.signing.verify import Verification, verify_document
from app.xml.safe import MAX_BYTES, parse


class FileUnreadable(UserError):
    """The file to verify cannot be opened."""

    code = "file-unreadable"


def verify_file(file: Path, trust_files: list[Path], at: datetime | None = None) -> Verification:
    """Verify any signed XML against the anchors in some PEM files.

    A broken, missing or refused signature is a verdict; what is no XML at all is a `UserError`.
    """
    trust = Trust.load(trust_files)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise FileUnreadable("the file is larger than 1 GiB", file=file)
        data = file.read_bytes()
    except OSError as error:
        raise FileUnreadable(f"the file cannot be read: {error.strerror}", file=file) from error
    return verify_bytes(data, trust, at or now(), file=str(file))


def verify_bytes(data: bytes, trust: Trust, at: datetime, *, file: str) -> Verification:
    """The same for bytes; `file` is their name in an error."""
    return verify_document(data, parse(data, file=file), trust, at)
