"""Keys that sign: one small interface, whatever holds the key."""

import warnings
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import pkcs12

from app.signing.algorithms import ECDSA_SHA384, RSA_PSS_SHA256
from app.signing.asn1 import NotAsn1
from app.signing.certificates import (
    KeyRefused,
    certificate_key,
    chain_above,
    check_certificate,
    public_bytes,
)
from app.signing.methods import PSS, method_of, require_kind
from app.signing.pkcs12 import MAX_ROUNDS, Protection, describe


class NotPkcs12(KeyRefused):
    """The file is no PKCS#12 file."""

    code = "p12-unreadable"


class WrongKeyPassword(KeyRefused):
    """The password does not open the file."""

    code = "p12-wrong-password"


class KeyFileUnsupported(KeyRefused):
    """The file is protected by an algorithm that cannot be opened."""

    code = "p12-unsupported"


class KeyFileDamaged(KeyRefused):
    """The password is right, but the content cannot be read."""

    code = "p12-damaged"


class NoKey(KeyRefused):
    """The file holds no private key."""

    code = "p12-no-key"


class SeveralKeys(KeyRefused):
    """The file holds more than one private key."""

    code = "p12-several-keys"


class NoCertificate(KeyRefused):
    """The file holds no certificate for its key."""

    code = "p12-no-certificate"


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


Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
"""The kinds of private key that sign."""


@dataclass(frozen=True)
class SoftwareKey:
    """A key held in memory, as a PKCS#12 file gives it."""

    key: Private = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    method: str

    def sign(self, data: bytes) -> bytes:
        """Sign with the key's own algorithm."""
        if isinstance(self.key, ed25519.Ed25519PrivateKey):
            return self.key.sign(data)
        if isinstance(self.key, rsa.RSAPrivateKey):
            padded = PSS if self.method == RSA_PSS_SHA256 else padding.PKCS1v15()
            return self.key.sign(data, padded, hashes.SHA256())
        digest = hashes.SHA384() if self.method == ECDSA_SHA384 else hashes.SHA256()
        r, s = utils.decode_dss_signature(self.key.sign(data, ec.ECDSA(digest)))
        size = (self.key.curve.key_size + 7) // 8
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def load_p12(data: bytes, password: str, *, file: str | Path, at: datetime) -> SoftwareKey:
    """Open a PKCS#12 file for signing at a moment; each way in which it fails has its own error."""
    protection = _describe(data, file)
    if protection.check is not None and protection.check.fits(password) is False:
        raise WrongKeyPassword(_WRONG_PASSWORD, file=file)
    key, certificates = _open(data, password, protection, file)
    if key is None:
        raise NoKey("the file holds certificates but no private key", file=file)
    if protection.keys > 1:
        raise SeveralKeys(
            f"the file holds {protection.keys} private keys; export the one to sign with alone",
            file=file,
        )
    require_kind(key, file)
    assert isinstance(key, Private)
    certificate = _matching(key, certificates, file)
    method = method_of(certificate, file)
    check_certificate(certificate, at, file)
    others = [item for item in certificates if item != certificate]
    return SoftwareKey(key, certificate, chain_above(certificate, others), method)


def _describe(data: bytes, file: str | Path) -> Protection:
    if data.lstrip().startswith(b"-----BEGIN"):
        raise NotPkcs12(
            "this is a PEM file; make a .p12 of it with “openssl pkcs12 -export”", file=file
        )
    try:
        protection = describe(data)
    except NotAsn1 as error:
        raise NotPkcs12(f"this is not a PKCS#12 (.p12, .pfx) file: {error}", file=file) from error
    if protection.rounds > MAX_ROUNDS:
        raise KeyFileUnsupported(
            f"the file asks for {protection.rounds} rounds of key derivation, which is unreasonable",
            file=file,
        )
    return protection


def _open(
    data: bytes, password: str, protection: Protection, file: str | Path
) -> tuple[PrivateKeyTypes | None, list[x509.Certificate]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # old quirks of how a file is written are no fault
            key, first, others = pkcs12.load_key_and_certificates(data, password.encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _why(error, password, protection, file) from error
    return key, ([first] if first is not None else []) + others


def _why(error: Exception, password: str, protection: Protection, file: str | Path) -> KeyRefused:
    """What kept a file from opening. A wrong password is said only where nothing else can be it."""
    check = protection.check
    proven = check is not None and check.fits(password)
    doubtful = protection.doubtful_ciphers
    if doubtful:
        rest = "" if proven else ", or the password is wrong"
        return KeyFileUnsupported(
            f"the file is protected with {' and '.join(doubtful)}, which cannot be opened here"
            f"{rest}; export it again with AES-256",
            file=file,
        )
    if check is not None and proven is None:
        return KeyFileUnsupported(
            f"the file's check value uses {check.digest}, which cannot be computed here;"
            " export it again with SHA-256",
            file=file,
        )
    if isinstance(error, UnsupportedAlgorithm):
        return KeyFileUnsupported(f"the file uses an unsupported algorithm: {error}", file=file)
    if proven:
        return KeyFileDamaged("the password is right, but the file's content is damaged", file=file)
    return WrongKeyPassword(_WRONG_PASSWORD, file=file)


_WRONG_PASSWORD = "the password does not open this key file"  # noqa: S105  (a sentence)


def _matching(
    key: Private, certificates: list[x509.Certificate], file: str | Path
) -> x509.Certificate:
    """The certificate of this very key: several may lie in the file, in any order."""
    mine = public_bytes(key.public_key())
    for certificate in certificates:
        if public_bytes(certificate_key(certificate)) == mine:
            return certificate
    what = "none of its certificates belongs to it" if certificates else "no certificate"
    raise NoCertificate(f"the file holds a private key but {what}", file=file)
