"""Keys that sign: one small interface, whatever holds the key."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import pkcs12

from app.errors import UserError

RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
ECDSA_SHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"


class KeyRefused(UserError):
    """The key or its certificate cannot be used."""

    code = "key-refused"


class WrongKeyPassword(KeyRefused):
    """The password does not open the file."""

    code = "p12-wrong-password"


class KeyUnsupported(KeyRefused):
    """The file is protected by an algorithm that cannot be read."""

    code = "p12-unsupported"


class CertificateExpired(KeyRefused):
    """The certificate is outside its validity."""

    code = "certificate-expired"


class SigningKey(Protocol):
    """A private key with its certificate."""

    @property
    def certificate(self) -> x509.Certificate:
        """Who signs."""
        ...

    @property
    def chain(self) -> tuple[x509.Certificate, ...]:
        """The issuers that came with the key."""
        ...

    @property
    def method(self) -> str:
        """The signature algorithm's URI."""
        ...

    def sign(self, data: bytes) -> bytes:
        """The signature over `data` in the form that XML Signature wants (ECDSA: r then s)."""
        ...


@dataclass(frozen=True)
class SoftwareKey:
    """A key held in memory, as a PKCS#12 file gives it."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    method: str

    def sign(self, data: bytes) -> bytes:
        """Sign with the key's own algorithm."""
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        digest = hashes.SHA384() if self.method == ECDSA_SHA384 else hashes.SHA256()
        r, s = utils.decode_dss_signature(self.key.sign(data, ec.ECDSA(digest)))
        size = (self.key.curve.key_size + 7) // 8
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def load_p12(data: bytes, password: str, *, file: str | Path, at: datetime) -> SoftwareKey:
    """Open a PKCS#12 file for signing at a moment; each way in which it fails has its own error."""
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(data, password.encode())
    except UnsupportedAlgorithm as error:
        raise KeyUnsupported(f"the file uses an unsupported cipher: {error}", file=file) from error
    except ValueError as error:
        raise WrongKeyPassword("the password does not open this key file", file=file) from error
    if key is None or certificate is None:
        raise KeyRefused("the file holds no private key with its certificate", file=file)
    method = _method(key, file)
    check_validity(certificate, at, file)
    assert isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
    return SoftwareKey(key, certificate, tuple(chain), method)


def _method(key: object, file: str | Path) -> str:
    if isinstance(key, rsa.RSAPrivateKey):
        if key.key_size < 2048:
            raise KeyRefused(f"the RSA key has {key.key_size} bits; 2048 are required", file=file)
        return RSA_SHA256
    if isinstance(key, ec.EllipticCurvePrivateKey):
        if isinstance(key.curve, ec.SECP256R1):
            return ECDSA_SHA256
        if isinstance(key.curve, ec.SECP384R1):
            return ECDSA_SHA384
        raise KeyUnsupported(f"the curve {key.curve.name} is not supported", file=file)
    raise KeyUnsupported(f"keys of the kind {type(key).__name__} cannot sign here", file=file)


def check_validity(certificate: x509.Certificate, at: datetime, file: str | Path | None) -> None:
    """Refuse a certificate outside its validity."""
    if at > certificate.not_valid_after_utc:
        raise CertificateExpired(
            f"the certificate expired on {certificate.not_valid_after_utc:%Y-%m-%d}", file=file
        )
    if at < certificate.not_valid_before_utc:
        raise CertificateExpired(
            f"the certificate is valid only from {certificate.not_valid_before_utc:%Y-%m-%d}",
            file=file,
        )
