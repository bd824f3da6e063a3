"""A certificate in words, before anything is signed; and the answer to a signature once made."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import now, stamp
from app.services.anchors import trust_of
from app.services.desk import Desk
from app.services.export import signed_container
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return
from app.services.submission import TokenChoice, read
from app.services.verification import verify_bytes
from app.signing.certificates import issuer_text, key_usage, organisation_text, subject_text
from app.signing.keys import load_p12
from app.signing.verify import Verification
from app.store.imports import blob_body
from app.store.submissions import last_submission, signatures_of

if TYPE_CHECKING:
    from app.signing.keys import SigningKey


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Who signs with what. Moments are ISO 8601 in UTC; `fingerprint` is a SHA-256 as hex.

    `organisation` is empty where the certificate names none; `usage` holds `digitalSignature`,
    `nonRepudiation` and so on (RFC 5280, 4.2.1.3), nothing where the certificate sets no limit.
    """

    subject: str
    organisation: str
    issuer: str
    valid_from: str
    valid_to: str
    serial: str
    method: str
    usage: tuple[str, ...]
    fingerprint: str


def describe_p12(file: Path, password: str) -> CertificateWords:
    """Open a PKCS#12 file and tell its certificate; refuses exactly what signing would refuse."""
    return _words(load_p12(read(file), password, file=file, at=now()))


def token_labels(module: Path) -> tuple[str, ...]:
    """The tokens that a driver sees; needs no PIN."""
    from app.signing import tokens  # noqa: PLC0415  (a driver is only then loaded)

    return tokens.token_labels(module)


def token_keys(choice: TokenChoice, pin: str) -> tuple[str, ...]:
    """The labels of the keys on a token that have a certificate."""
    from app.signing import tokens  # noqa: PLC0415

    return tokens.key_labels(choice.module, pin, choice.token)


def describe_token(choice: TokenChoice, pin: str) -> CertificateWords:
    """The certificate of a token's key; refuses exactly what signing would refuse."""
    from app.signing.tokens import open_token  # noqa: PLC0415

    with open_token(choice.module, pin, at=now(), token=choice.token, key=choice.key) as key:
        return _words(key)


def _words(key: "SigningKey") -> CertificateWords:
    certificate = key.certificate
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415  (heavy)

    return CertificateWords(
        subject=subject_text(certificate),
        organisation=organisation_text(certificate),
        issuer=issuer_text(certificate),
        valid_from=stamp(certificate.not_valid_before_utc),
        valid_to=stamp(certificate.not_valid_after_utc),
        serial=f"{certificate.serial_number:x}",
        method=key.method.rpartition("#")[2],
        usage=key_usage(certificate),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
    )


def verify_submission(desk: Desk, return_id: str, trust_files: list[Path]) -> Verification:
    """Verify the exact bytes that were signed and kept for a return.

    Where they hold no signature themselves, their container with the signatures beside them.
    """
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        submission = last_submission(connection, record.id)
        if submission is None:
            raise NotAllowed(f"the return is {record.state.value}; nothing was signed yet")
        if get_pack(desk, record.pack_id).schema.signature_slot:
            body = blob_body(connection, submission.blob)
        else:
            body = signed_container(desk, connection, record, submission)
    return verify_bytes(body, trust_of(desk, trust_files), now(), file=f"return {record.id[:8]}")


def verify_beside(desk: Desk, return_id: str, trust_files: list[Path]) -> Verification | None:
    """Verify the container with every person's signature; None while one person alone has signed."""
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        submission = last_submission(connection, record.id)
        if submission is None or len(signatures_of(connection, submission.id)) < 2:
            return None
        body = signed_container(desk, connection, record, submission)
    return verify_bytes(body, trust_of(desk, trust_files), now(), file=f"return {record.id[:8]}")
