"""Which signature method a key signs with, and which keys cannot sign here."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from app.signing.algorithms import (
    ECDSA_SHA256,
    ECDSA_SHA384,
    ED25519,
    RSA_PSS_SHA256,
    RSA_SHA256,
)
from app.signing.certificates import PSS_KEY, KeyRefused, certificate_key, weak_key

PSS = padding.PSS(padding.MGF1(SHA256()), SHA256.digest_size)
"""RSASSA-PSS as RFC 6931, 2.3.10 fixes it: the salt is as long as the digest."""

SELDOM_READ = frozenset({RSA_PSS_SHA256, ED25519})
"""Methods of the standard that programs in wide use (xmlsec1 before 1.3) do not know."""


class KeyWeak(KeyRefused):
    """The key is too short."""

    code = "key-weak"


class KeyUnsupported(KeyRefused):
    """The kind of key cannot sign here."""

    code = "key-unsupported"


def require_kind(key: object, file: str | Path | None) -> None:
    """Refuse a public or private key that is too weak, or of a kind that cannot sign here."""
    weak = weak_key(key)
    if weak:
        raise KeyWeak(weak, file=file)
    if isinstance(key, ec.EllipticCurvePublicKey | ec.EllipticCurvePrivateKey):
        if not isinstance(key.curve, ec.SECP256R1 | ec.SECP384R1):
            raise KeyUnsupported(
                f"the curve {key.curve.name} is not supported; P-256 and P-384 are", file=file
            )
        return
    if not isinstance(key, rsa.RSAPublicKey | rsa.RSAPrivateKey | ed25519.Ed25519PublicKey
                      | ed25519.Ed25519PrivateKey):  # fmt: skip
        kind = type(key).__name__.removesuffix("PrivateKey").removesuffix("PublicKey")
        raise KeyUnsupported(
            f"keys of the kind {kind.lstrip('_')} cannot sign here; RSA, EC and Ed25519 keys can",
            file=file,
        )


def method_of(certificate: x509.Certificate, file: str | Path | None) -> str:
    """The method (a URI) that a certificate's key signs with; a key that cannot sign is refused.

    An RSA key signs with PKCS#1 v1.5, which every program reads, unless its certificate limits it
    to PSS (RFC 4055).
    """
    key = certificate_key(certificate)
    require_kind(key, file)
    if isinstance(key, ed25519.Ed25519PublicKey):
        return ED25519
    if isinstance(key, ec.EllipticCurvePublicKey):
        return ECDSA_SHA256 if isinstance(key.curve, ec.SECP256R1) else ECDSA_SHA384
    limited = certificate.public_key_algorithm_oid.dotted_string == PSS_KEY
    return RSA_PSS_SHA256 if limited else RSA_SHA256
