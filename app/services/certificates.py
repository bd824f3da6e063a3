"""A certificate in words, before anything is signed; and the answer to a signature once made."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import now, stamp
from app.services.desk import Desk
from app.services.returns import NotAllowed, get_return
from app.services.submission import read
from app.services.verification import verify_bytes
from app.signing.certificates import issuer_text, subject_text
from app.signing.keys import load_p12
from app.signing.trust import Trust
from app.signing.verify import Verification
from app.store.imports import blob_body
from app.store.submissions import last_submission


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Who signs with what. Moments are ISO 8601 in UTC; `fingerprint` is a SHA-256 as hex."""

    subject: str
    issuer: str
    valid_from: str
    valid_to: str
    serial: str
    method: str
    fingerprint: str


def describe_p12(file: Path, password: str) -> CertificateWords:
    """Open a PKCS#12 file and tell its certificate; refuses exactly what signing would refuse."""
    key = load_p12(read(file), password, file=file, at=now())
    certificate = key.certificate
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415  (heavy)

    return CertificateWords(
        subject=subject_text(certificate),
        issuer=issuer_text(certificate),
        valid_from=stamp(certificate.not_valid_before_utc),
        valid_to=stamp(certificate.not_valid_after_utc),
        serial=f"{certificate.serial_number:x}",
        method=key.method.rpartition("#")[2],
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
    )


def verify_submission(desk: Desk, return_id: str, trust_files: list[Path]) -> Verification:
    """Verify the exact bytes that were signed and kept for a return."""
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        submission = last_submission(connection, record.id)
        if submission is None:
            raise NotAllowed(f"the return is {record.state.value}; nothing was signed yet")
        body = blob_body(connection, submission.blob)
    return verify_bytes(body, Trust.load(trust_files), now(), file=f"return {record.id[:8]}")
