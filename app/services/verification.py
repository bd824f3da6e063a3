"""Verifying a signed file: valid, not valid, or cannot be determined. Needs no workspace."""

from datetime import datetime
from pathlib import Path

from app.domain.clock import now
from app.signing.asice import is_container, read_container
from app.signing.containers import SignatureDocument, verify_container
from app.signing.trust import Trust
from app.signing.verify import Verification, verify_document
from app.xml.encoding import XmlRefused
from app.xml.safe import parse, read_file


def verify_file(file: Path, trust_files: list[Path], at: datetime | None = None) -> Verification:
    """Verify any signed XML or ASiC-E container against the anchors in some PEM files.

    A broken, missing or refused signature is a verdict; what is neither is a `UserError`.
    """
    trust = Trust.load(trust_files)
    return verify_bytes(read_file(file), trust, at or now(), file=str(file))


def verify_bytes(data: bytes, trust: Trust, at: datetime, *, file: str) -> Verification:
    """The same for bytes; `file` is their name in an error."""
    if is_container(data):
        container = read_container(data, file=file)
        trees = {name: _parsed(body, name) for name, body in container.signatures.items()}
        return verify_container(container, trees, trust, at)
    return verify_document(data, parse(data, file=file), trust, at)


def _parsed(data: bytes, name: str) -> "SignatureDocument":
    """A signature document, or why it is none: that is a verdict on the container."""
    try:
        return parse(data, file=name)
    except XmlRefused as error:
        return f"{name}: {error.message}"
