"""Time-stamps and evidence for signed files, from files or, for time-stamps, from a server.

The file is not the workspace's: a stamped copy is written beside it, and the signer's key is not needed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import now
from app.errors import UserError
from app.infile import read_file as read_bytes
from app.services.timeserver import MAX_ANSWER, ask
from app.services.verification import verify_bytes
from app.signing.asice import Container, is_container, read_container, write_container
from app.signing.detached import SignedFile
from app.signing.revocation import from_pem, read_answer, read_list
from app.signing.timestamps import (
    Document,
    NothingToStamp,
    TimestampRefused,
    attach,
    signature_value,
    timestamp_request,
)
from app.signing.trust import Trust
from app.signing.unsigned import evidence_text, insert
from app.store import files
from app.xml.safe import parse, read_file

MAX_EVIDENCE = 32 << 20


class EvidenceUnreadable(UserError):
    """A file of evidence that proves nothing."""

    code = "evidence-unreadable"


@dataclass(frozen=True, slots=True)
class _Stampable:
    """A signature document, and how the file looks with another in its place."""

    data: bytes
    document: Document
    rebuilt: Callable[[bytes], bytes]


def request_for(file: Path, number: int = 1) -> bytes:
    """The question for an authority (`.tsq`) about a signature of a file, the first by default."""
    return timestamp_request(_stampable(file, number).document, file=file)


def save_request(file: Path, out: Path, number: int = 1) -> None:
    """Write the question as a file, to be carried to an authority."""
    files.hand_out(out, request_for(file, number))


def stamp_with_file(file: Path, answer: Path, out: Path, number: int = 1) -> None:
    """Write a copy of a file with the authority's answer (`.tsr`) in its signature."""
    too_large = TimestampRefused("the file is larger than 1 MiB, which no answer is", file=answer)
    _write(file, read_bytes(answer, MAX_ANSWER, too_large), out, number, answer)


def stamp_with_server(file: Path, url: str, out: Path, number: int = 1) -> None:
    """The same with the answer of a server, which gets nothing but a digest of the signature."""
    _write(file, ask(url, request_for(file, number)), out, number, url)


@dataclass(frozen=True, slots=True)
class EvidenceFiles:
    """What proves later that no certificate was revoked: certificates, revocation lists, OCSP answers."""

    certificates: tuple[Path, ...] = ()
    lists: tuple[Path, ...] = ()
    answers: tuple[Path, ...] = ()


def add_evidence(file: Path, evidence: EvidenceFiles, out: Path, number: int = 1) -> None:
    """Write a copy of a stamped file with evidence beside its signature (XAdES level LT)."""
    held = _stampable(file, number)
    certificates = Trust.load(evidence.certificates).anchors
    lists = [_evidence(item, read_list) for item in evidence.lists]
    answers = [_evidence(item, read_answer) for item in evidence.answers]
    if not lists and not answers:
        raise EvidenceUnreadable("give at least one revocation list or OCSP answer")
    signature_value(held.document, file)
    text = evidence_text(certificates, lists, answers)
    _keep(file, held.rebuilt(insert(held.data, text)), out)


def _evidence(file: Path, read: Callable[[bytes], object]) -> bytes:
    """The DER bytes of a list or an answer; a list may be PEM."""
    body = read_bytes(file, MAX_EVIDENCE, EvidenceUnreadable("the file is too large", file=file))
    if body.lstrip().startswith(b"-----BEGIN X509 CRL-----"):
        body = from_pem(body)
    try:
        read(body)
    except ValueError as error:
        raise EvidenceUnreadable(
            "this is neither a revocation list nor a successful OCSP answer", file=file
        ) from error
    return body


def _write(file: Path, answer: bytes, out: Path, number: int, where: Path | str) -> None:
    held = _stampable(file, number)
    stamped = held.rebuilt(attach(held.data, held.document, answer, file=where))
    _keep(file, stamped, out)


def _keep(file: Path, changed: bytes, out: Path) -> None:
    """Write the copy, unless the signature in it would not be valid."""
    found = verify_bytes(changed, Trust(), now(), file=str(file))
    if found.verdict == "invalid":
        raise NothingToStamp(
            "the signature of the file is not valid, so nothing can be proved of it:"
            f" {found.reasons[0]}",
            file=file,
        )
    files.hand_out(out, changed)


def _stampable(file: Path, number: int) -> _Stampable:
    data = read_file(file)
    if not is_container(data):
        if number != 1:
            raise NothingToStamp(f"the file has no signature number {number}", file=file)
        return _Stampable(data, parse(data, file=str(file)), lambda changed: changed)
    return _in_container(read_container(data, file=file), file, number)


def _in_container(container: Container, file: Path, number: int) -> _Stampable:
    names = list(container.signatures)
    if not 1 <= number <= len(names):
        raise NothingToStamp(
            f"the container has {len(names)} signatures and no number {number}", file=file
        )
    name = names[number - 1]
    body = container.signatures[name]

    def rebuilt(changed: bytes) -> bytes:
        signed = [
            SignedFile(each, content, container.media.get(each, "application/octet-stream"))
            for each, content in container.files.items()
        ]
        documents = {**container.signatures, name: changed}
        return write_container(signed, list(documents.values()))

    return _Stampable(body, parse(body, file=name), rebuilt)
