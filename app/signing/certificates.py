"""What a certificate says of itself: whether it may sign, and whether it is strong enough."""

import warnings
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.errors import UserError
from app.signing.plain import plain

SMALLEST_RSA = 2048
"""Bits. BSI TR-02102 and NIST SP 800-131A refuse less."""

PSS_KEY = "1.2.840.113549.1.1.10"
UNREADABLE = (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType)
"""What reading a certificate's extensions can raise."""

_BROKEN_DIGESTS = (hashes.MD5, hashes.SHA1)


class KeyRefused(UserError):
    """The key or its certificate cannot be used."""

    code = "key-refused"


class CertificateExpired(KeyRefused):
    """The certificate is past its validity."""

    code = "certificate-expired"


class CertificateNotYetValid(KeyRefused):
    """The certificate's validity has not begun."""

    code = "certificate-not-yet-valid"


class CertificateUsage(KeyRefused):
    """The certificate was not issued for signing."""

    code = "certificate-usage"


class CertificateWeak(KeyRefused):
    """The certificate itself was signed with a broken digest."""

    code = "certificate-weak"


def read_certificate(der: bytes) -> x509.Certificate:
    """A certificate whose every field can be read; `ValueError` for anything else."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # old quirks, such as a negative number, are no fault
            certificate = x509.load_der_x509_certificate(der)
            _ = (certificate.subject.rfc4514_string(), certificate.issuer.rfc4514_string())
            _ = (certificate.not_valid_before_utc, certificate.not_valid_after_utc)
            _ = (certificate.serial_number, certificate.signature_algorithm_oid)
            with suppress(*UNREADABLE):  # told where they are needed; kept once they were read
                _ = certificate.extensions
    except (UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise ValueError(str(error)) from error
    return certificate


def check_certificate(certificate: x509.Certificate, at: datetime, file: str | Path | None) -> None:
    """Refuse a certificate that a recipient would refuse at this moment."""
    if at > certificate.not_valid_after_utc:
        raise CertificateExpired(
            f"the certificate expired on {certificate.not_valid_after_utc:%Y-%m-%d};"
            " sign with a current one",
            file=file,
        )
    if at < certificate.not_valid_before_utc:
        raise CertificateNotYetValid(
            f"the certificate is valid only from {certificate.not_valid_before_utc:%Y-%m-%d};"
            " check this computer's date",
            file=file,
        )
    if not may_sign(certificate):
        raise CertificateUsage(
            "the certificate was not issued for signing documents: its key usage allows neither"
            " digitalSignature nor nonRepudiation, or it names other purposes only;"
            " ask for a signing certificate",
            file=file,
        )
    if weak_digest(certificate):
        raise CertificateWeak(
            f"the certificate was issued with {weak_digest(certificate)}, which recipients refuse",
            file=file,
        )


def may_sign(certificate: x509.Certificate) -> bool:
    """Whether the key usage, where there is one, allows signing documents."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return not _for_other_work(certificate)
    except UNREADABLE:
        return False
    return (usage.digital_signature or usage.content_commitment) and not _for_other_work(
        certificate
    )


_OTHER_WORK = frozenset(
    {
        ExtendedKeyUsageOID.TIME_STAMPING,
        ExtendedKeyUsageOID.OCSP_SIGNING,
        ExtendedKeyUsageOID.SERVER_AUTH,
        ExtendedKeyUsageOID.CODE_SIGNING,
    }
)


def _for_other_work(certificate: x509.Certificate) -> bool:
    """Whether every purpose that a certificate names is another than signing documents.

    A certificate is for the purposes that it names and no other (RFC 5280, 4.2.1.12).
    """
    try:
        purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return set(purposes) <= _OTHER_WORK


_USAGES = {
    "digital_signature": "digitalSignature",
    "content_commitment": "nonRepudiation",
    "key_encipherment": "keyEncipherment",
    "data_encipherment": "dataEncipherment",
    "key_agreement": "keyAgreement",
    "key_cert_sign": "keyCertSign",
    "crl_sign": "cRLSign",
}


def key_usage(certificate: x509.Certificate) -> tuple[str, ...]:
    """What the key may be used for, by the names of RFC 5280; empty where nothing limits it."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, *UNREADABLE):
        return ()
    return tuple(name for attribute, name in _USAGES.items() if getattr(usage, attribute))


def weak_digest(certificate: x509.Certificate) -> str | None:
    """The broken digest that the issuer used; None for a sound or an unknown one."""
    try:
        digest = certificate.signature_hash_algorithm
    except (UnsupportedAlgorithm, ValueError):
        return None
    return digest.name.upper() if isinstance(digest, _BROKEN_DIGESTS) else None


def weak_key(key: object) -> str | None:
    """Why a public or private key is too weak; None when it is not."""
    if isinstance(key, rsa.RSAPublicKey | rsa.RSAPrivateKey) and key.key_size < SMALLEST_RSA:
        return f"the RSA key has {key.key_size} bits; at least {SMALLEST_RSA} are required"
    curve = (
        key.curve
        if isinstance(key, ec.EllipticCurvePublicKey | ec.EllipticCurvePrivateKey)
        else None
    )
    if curve is not None and curve.key_size < 256:
        return f"the curve {curve.name} is too small"
    return None


def public_bytes(key: object) -> bytes | None:
    """A public key as bytes, for comparing two of them; None for a kind that never signs here.

    A key that is limited to PSS compares as the RSA key that it is.
    """
    if isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey):
        return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return None


def certificate_key(certificate: x509.Certificate) -> object | None:
    """The certificate's public key; None when it cannot be read."""
    try:
        return certificate.public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None


def issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether one certificate's signature was made by the other's key."""
    if certificate.issuer != issuer.subject:
        return False
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError, UnsupportedAlgorithm):
        return False
    return True


def chain_above(
    certificate: x509.Certificate, others: Sequence[x509.Certificate]
) -> tuple[x509.Certificate, ...]:
    """The issuers of a certificate among others, nearest first; what does not belong is left out."""
    chain = [certificate]
    while (above := _issuer_among(chain[-1], others)) is not None and above not in chain:
        chain.append(above)
    return tuple(chain[1:])


def _issuer_among(
    certificate: x509.Certificate, others: Iterable[x509.Certificate]
) -> x509.Certificate | None:
    return next((other for other in others if issued(certificate, other)), None)


def subject_text(certificate: x509.Certificate) -> str:
    """The subject in words: the common name, or the whole name where there is none."""
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return plain(str(names[0].value) if names else certificate.subject.rfc4514_string())


def issuer_text(certificate: x509.Certificate) -> str:
    """The issuer's whole name."""
    return plain(certificate.issuer.rfc4514_string())


def organisation_text(certificate: x509.Certificate) -> str:
    """The organisation that the subject belongs to; empty where the certificate names none."""
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.ORGANIZATION_NAME)
    return plain(str(names[0].value)) if names else ""
