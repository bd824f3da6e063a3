"""Was a certificate revoked? What revocation lists (RFC 5280) and OCSP answers (RFC 6960) prove.

They are read from the signature itself (XAdES level LT) or from files; nothing is asked over a network.
"""

import itertools
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.signing.certificates import UNREADABLE, certificate_key, issued, subject_text


@dataclass(frozen=True, slots=True)
class Status:
    """What evidence says of a certificate: `revoked` when, or None; said at `at` by `by`."""

    revoked: datetime | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Revocation lists and OCSP answers, not yet believed."""

    lists: tuple[x509.CertificateRevocationList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()

    def status(self, certificate: x509.Certificate, issuer: x509.Certificate) -> Status | None:
        """What evidence of the certificate's own issuer says; None when it is silent.

        One that says revoked outweighs all others; else the newest counts.
        """
        found = [
            status
            for status in (
                *(_by_list(item, certificate, issuer) for item in self.lists),
                *(_by_answer(item, certificate, issuer) for item in self.answers),
            )
            if status is not None
        ]
        revoked = [item for item in found if item.revoked is not None]
        if revoked:
            return min(revoked, key=lambda item: item.revoked or item.at)
        return max(found, key=lambda item: item.at, default=None)


NONE = Evidence()


def read_list(der: bytes) -> x509.CertificateRevocationList:
    """A revocation list; `ValueError` for anything else."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return x509.load_der_x509_crl(der)


def from_pem(body: bytes) -> bytes:
    """The DER bytes of a revocation list in PEM; other bytes are given back as they are."""
    try:
        return x509.load_pem_x509_crl(body).public_bytes(Encoding.DER)
    except ValueError:
        return body


def read_answer(der: bytes) -> ocsp.OCSPResponse:
    """A successful OCSP answer; `ValueError` for anything else."""
    answer = ocsp.load_der_ocsp_response(der)
    if answer.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        raise ValueError("the OCSP answer is no success")
    return answer


def _by_list(
    item: x509.CertificateRevocationList, certificate: x509.Certificate, issuer: x509.Certificate
) -> Status | None:
    if item.issuer != certificate.issuer:
        return None
    try:
        if not item.is_signature_valid(certificate_key(issuer)):  # type: ignore[arg-type]
            return None
        if any(extension.critical for extension in item.extensions):
            return None  # such as a list of some reasons or of some certificates only
        entry = item.get_revoked_certificate_by_serial_number(certificate.serial_number)
        moment = item.last_update_utc
    except (TypeError, UnsupportedAlgorithm, *UNREADABLE):
        return None
    revoked = entry.revocation_date_utc if entry is not None else None
    return Status(revoked, moment, f"a revocation list of {subject_text(issuer)}")


def _by_answer(
    answer: ocsp.OCSPResponse, certificate: x509.Certificate, issuer: x509.Certificate
) -> Status | None:
    try:
        for single in answer.responses:
            if _concerns(single, certificate, issuer) and _signed(answer, issuer):
                return _answered(single, issuer)
    except (TypeError, UnsupportedAlgorithm, *UNREADABLE):
        return None
    return None


def _concerns(
    single: ocsp.OCSPSingleResponse, certificate: x509.Certificate, issuer: x509.Certificate
) -> bool:
    if single.serial_number != certificate.serial_number:
        return False
    request = (
        ocsp.OCSPRequestBuilder()
        .add_certificate(certificate, issuer, single.hash_algorithm)
        .build()
    )
    return (request.issuer_key_hash, request.issuer_name_hash) == (
        single.issuer_key_hash,
        single.issuer_name_hash,
    )


def _answered(single: ocsp.OCSPSingleResponse, issuer: x509.Certificate) -> Status | None:
    by = f"an OCSP answer of {subject_text(issuer)}"
    moment = single.this_update_utc
    if single.certificate_status is ocsp.OCSPCertStatus.GOOD:
        return Status(None, moment, by)
    if single.certificate_status is ocsp.OCSPCertStatus.REVOKED:
        return Status(single.revocation_time_utc, moment, by)
    return None


def _signed(answer: ocsp.OCSPResponse, issuer: x509.Certificate) -> bool:
    """Whether the issuer made the answer, or somebody whom it appointed for that."""
    appointed = [
        item
        for item in answer.certificates
        if issued(item, issuer) and _may_answer(item, answer.produced_at_utc)
    ]
    return any(_made(answer, item) for item in (issuer, *appointed))


def _may_answer(certificate: x509.Certificate, at: datetime) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (x509.ExtensionNotFound, *UNREADABLE):
        return False
    inside = certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc
    return inside and ExtendedKeyUsageOID.OCSP_SIGNING in usage


def _made(answer: ocsp.OCSPResponse, certificate: x509.Certificate) -> bool:
    key = certificate_key(certificate)
    digest = answer.signature_hash_algorithm
    if digest is None or isinstance(digest, hashes.MD5 | hashes.SHA1):
        return False
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(answer.signature, answer.tbs_response_bytes, padding.PKCS1v15(), digest)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(answer.signature, answer.tbs_response_bytes, ec.ECDSA(digest))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def doubts_about(
    chain: Sequence[x509.Certificate], evidence: Evidence, moment: datetime, *, proven: bool
) -> list[str]:
    """Why a chain (signer first, anchor last) cannot be relied on at a moment, by the evidence.

    `proven` says that a time-stamp proves the moment to be that of the signature.
    """
    doubts = []
    for certificate, issuer in itertools.pairwise(chain):
        status = evidence.status(certificate, issuer)
        if status is None or status.revoked is None:
            continue
        if proven and status.revoked > moment:
            continue
        name, day = subject_text(certificate), f"{status.revoked.astimezone(UTC):%Y-%m-%d}"
        doubts.append(
            f"the certificate of {name} was revoked on {day}, by {status.by}, "
            + ("before" if proven else "and nothing proves that the signature was made before")
            + (" the signature's time-stamp" if proven else "")
        )
    return doubts


def sound(
    chain: Sequence[x509.Certificate], evidence: Evidence, since: datetime
) -> datetime | None:
    """Until when evidence shows that no certificate of a chain was revoked; None where some is silent.

    Only what was said at or after `since`, the moment of the signature, counts.
    """
    moments = []
    for certificate, issuer in itertools.pairwise(chain):
        status = evidence.status(certificate, issuer)
        if status is None or status.revoked is not None or status.at < since:
            return None
        moments.append(status.at)
    return min(moments, default=None)


def gathered(lists: Iterable[bytes], answers: Iterable[bytes]) -> Evidence:
    """Evidence from its DER bytes; `ValueError` when some cannot be read."""
    return Evidence(tuple(map(read_list, lists)), tuple(map(read_answer, answers)))
