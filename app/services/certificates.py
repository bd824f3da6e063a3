"""A certificate in words, before anything is signed; and the answer to a signature once made."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import now, stamp
from app.services.anchors import trust_of
from app.services.desk import Desk
from app.services.export import signed_container
from app.services.keysources import KeySource, TokenChoice
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return
from app.services.verification import verify_bytes
from app.signing.certificates import issuer_text, key_usage, organisation_text, subject_text
from app.signing.methods import SELDOM_READ
from app.signing.verify import Verification
from app.store.imports import blob_body
from app.store.submissions import last_submission, signatures_of

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from app.signing.keys import SigningKey


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Who signs with what. Moments are ISO 8601 in UTC; `fingerprint` is a SHA-256 as hex.

    `organisation` is empty where the certificate names none; `usage` holds `digitalSignature`,
    `nonRepudiation` and so on (RFC 5280, 4.2.1.3), nothing where the certificate sets no limit.
    `seldom_read` tells a method of the standard that programs in wide use do not know.
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
    seldom_read: bool = False


@dataclass(frozen=True, slots=True)
class StoredKey:
    """A key of the system's store: the SHA-256 of its certificate as hex, and whose it is."""

    fingerprint: str
    subject: str
    issuer: str
    valid_to: str


def describe(source: KeySource) -> CertificateWords:
    """Open a key and tell its certificate; refuses exactly what signing would refuse."""
    with source.opened(now()) as key:
        return _words(key)


def stored_keys() -> tuple[StoredKey, ...]:
    """The keys of the system's own store; a refusal where this system has none."""
    from app.signing.systemstore import stored_certificates  # noqa: PLC0415  (other systems' code)

    return tuple(_stored(certificate) for certificate in stored_certificates())


def _stored(certificate: "Certificate") -> StoredKey:
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415  (heavy)

    return StoredKey(
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        subject=subject_text(certificate),
        issuer=issuer_text(certificate),
        valid_to=stamp(certificate.not_valid_after_utc),
    )


def token_labels(module: Path) -> tuple[str, ...]:
    """The tokens that a driver sees; needs no PIN."""
    from app.signing import tokens  # noqa: PLC0415  (a driver is only then loaded)

    return tokens.token_labels(module)


def token_keys(choice: TokenChoice, pin: str) -> tuple[str, ...]:
    """The labels of the keys on a token that have a certificate."""
    from app.signing import tokens  # noqa: PLC0415

    return tokens.key_labels(choice.module, pin, choice.token)


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
        seldom_read=key.method in SELDOM_READ,
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
