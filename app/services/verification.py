"""Verifying a signed file: valid, not valid, or cannot be determined. Needs no workspace."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.domain.clock import now
from app.signing.asice import is_container, read_container
from app.signing.containers import SignatureDocument, verify_container
from app.signing.trust import Trust
from app.signing.verify import Verification, verify_document
from app.xml.encoding import XmlRefused
from app.xml.safe import parse, read_file


def verify_file(
    file: Path, trust_files: list[Path], at: datetime | None = None, *, strict: bool = False
) -> Verification:
    """Verify any signed XML or ASiC-E container against the anchors in some PEM files.

    A broken, missing or refused signature is a verdict; what is neither is a `UserError`.
    """
    trust = Trust.load(trust_files)
    return verify_bytes(read_file(file), trust, at or now(), file=str(file), strict=strict)


def verify_bytes(
    data: bytes, trust: Trust, at: datetime, *, file: str, strict: bool = False
) -> Verification:
    """The same for bytes; `file` is their name in an error.

    `strict` is content only with the exact form that this program writes, where no byte can be
    changed unnoticed.
    """
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
    reason = None
    if strict:
        from app.signing.strict import document_is_exact  # noqa: PLC0415

        reason = document_is_exact(data, tree)  # first, for verifying uses the tree up
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
