"""Verifying a signed file: valid, not valid, or cannot be determined. Needs no workspace."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.clock import now
from app.infile import require_file
from app.signing.asice import is_container, read_container
from app.signing.containers import SignatureDocument, verify_container
from app.signing.coverage import Claim
from app.signing.refusal import Refused
from app.signing.streamed import Bytes, Unlike, streamed
from app.signing.trust import Trust
from app.signing.verify import Verification, verify_document
from app.xml.encoding import XmlRefused
from app.xml.held import HeldBytes, OpenFile
from app.xml.safe import MAX_BYTES, feeder, parse, read_file

SMALL = 4 << 20
"""Up to so many bytes a document is verified as a tree."""


def verify_file(
    file: Path, trust_files: list[Path], at: datetime | None = None, *, strict: bool = False
) -> Verification:
    """Verify any signed XML or ASiC-E container against the anchors in some PEM files.

    A broken, missing or refused signature is a verdict; what is neither is a `UserError`.
    """
    return verify_path(file, Trust.load(trust_files), at or now(), strict=strict)


def verify_path(file: Path, trust: Trust, at: datetime, *, strict: bool = False) -> Verification:
    """The same against known anchors. A large document is not read into memory where that can be saved."""
    if require_file(file).st_size > SMALL:
        with OpenFile(file) as source:
            found = _as_stream(source, trust, at, file=str(file), strict=strict)
        if found is not None:
            return found
    return _verified(read_file(file), trust, at, file=str(file), strict=strict)


def verify_bytes(
    data: bytes, trust: Trust, at: datetime, *, file: str, strict: bool = False
) -> Verification:
    """The same for bytes; `file` is their name in an error.

    `strict` is content only with the exact form that this program writes, where no byte can be
    changed unnoticed.
    """
    if len(data) > SMALL:
        found = _as_stream(HeldBytes(data), trust, at, file=file, strict=strict)
        if found is not None:
            return found
    return _verified(data, trust, at, file=file, strict=strict)


def _as_stream(
    source: Bytes, trust: Trust, at: datetime, *, file: str, strict: bool
) -> Verification | None:
    """The answer for a document as this program writes it, without its tree; None for any other.

    Of what is refused before the whole document was read, the tree says why.
    """
    if source.size > MAX_BYTES:
        return None
    found = streamed(source)
    if found is None:
        return None
    read = False

    def check(claim: Claim) -> str:
        nonlocal read
        try:
            return found.check(claim, feeder())
        except Refused:
            read = True
            raise

    try:
        tree = parse(found.reduced, file=file)
        reason = _inexact(found.reduced, tree) if strict else None
        answer = verify_document(found.reduced, tree, trust, at, check)
    except (Unlike, XmlRefused):
        return None
    if answer.verdict == "invalid" and not read:
        return None
    return _exactly(answer, reason, strict=strict)


def _inexact(data: bytes, tree: Any) -> str | None:
    from app.signing.strict import document_is_exact  # noqa: PLC0415  (seldom needed)

    return document_is_exact(data, tree)


def _verified(data: bytes, trust: Trust, at: datetime, *, file: str, strict: bool) -> Verification:
    if is_container(data):
        container = read_container(data, file=file)
        trees = {name: _parsed(body, name) for name, body in container.signatures.items()}
        reason = None
        if strict:
            from app.signing.strict import container_is_exact  # noqa: PLC0415  (seldom needed)

            sound = {name: tree for name, tree in trees.items() if not isinstance(tree, str)}
            reason = container_is_exact(data, container, sound)
        return _exactly(verify_container(container, trees, trust, at), reason, strict=strict)
    tree = parse(data, file=file)
    reason = _inexact(data, tree) if strict else None  # first, for verifying uses the tree up
    return _exactly(verify_document(data, tree, trust, at), reason, strict=strict)


def _exactly(found: Verification, reason: str | None, *, strict: bool) -> Verification:
    if not strict or found.scope != "whole":  # what is not valid, or leaves out a file, is told so
        return found
    if reason is None:
        words = (
            "the file stands exactly as this program writes it: no byte can be changed unnoticed"
        )
        return replace(found, reasons=(*found.reasons, words), uncovered=())
    doubts = () if found.verdict == "valid" else found.reasons
    words = f"the file is not in the exact form that this program writes: {reason}"
    return replace(found, verdict="indeterminate", reasons=(words, *doubts))


def _parsed(data: bytes, name: str) -> SignatureDocument:
    """A signature document, or why it is none: that is a verdict on the container."""
    try:
        return parse(data, file=name)
    except XmlRefused as error:
        return f"{name}: {error.message}"
