"""The algorithms of XML signatures that are accepted: SHA-2 with RSA or elliptic curves, nothing else.

Names are those of XML Signature 1.1 and RFC 6931.
"""

import hashlib
from collections.abc import Callable
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

DS: Final = "http://www.w3.org/2000/09/xmldsig#"
DS11: Final = "http://www.w3.org/2009/xmldsig11#"
XADES: Final = "http://uri.etsi.org/01903/v1.3.2#"
XADES141: Final = "http://uri.etsi.org/01903/v1.4.1#"
SIGNED_PROPERTIES: Final = "http://uri.etsi.org/01903#SignedProperties"

C14N: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
C14N11: Final = "http://www.w3.org/2006/12/xml-c14n11"
EXC_C14N: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED: Final = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"

_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"
RSA_SHA256: Final = _MORE + "rsa-sha256"
ECDSA_SHA256: Final = _MORE + "ecdsa-sha256"
ECDSA_SHA384: Final = _MORE + "ecdsa-sha384"
_PSS = "http://www.w3.org/2007/05/xmldsig-more#"
RSA_PSS_SHA256: Final = _PSS + "sha256-rsa-MGF1"
ED25519: Final = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519"

DIGESTS: Final[dict[str, Callable[..., "hashlib._Hash"]]] = {
    SHA256: hashlib.sha256,
    _MORE + "sha384": hashlib.sha384,
    "http://www.w3.org/2001/04/xmlenc#sha512": hashlib.sha512,
}
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)


def accepts(method: str, key: object) -> bool:
    """Whether a signature method is one that is accepted for this public key."""
    if isinstance(key, ed25519.Ed25519PublicKey):
        return method == ED25519
    if isinstance(key, rsa.RSAPublicKey):
        return _rsa(method) is not None
    family, _, digest = method.removeprefix(_MORE).partition("-")
    return (
        method.startswith(_MORE)
        and family == "ecdsa"
        and digest in _HASHES
        and isinstance(key, ec.EllipticCurvePublicKey)
        and isinstance(key.curve, _CURVES)
    )


def _rsa(method: str) -> tuple[str, bool] | None:
    """The digest of an RSA method, and whether it is RSASSA-PSS (RFC 6931, 2.3.10)."""
    if method.startswith(_MORE + "rsa-"):
        digest, pss = method.removeprefix(_MORE + "rsa-"), False
    elif method.startswith(_PSS) and method.endswith("-rsa-MGF1"):
        digest, pss = method.removeprefix(_PSS).removesuffix("-rsa-MGF1"), True
    else:
        return None
    return (digest, pss) if digest in _HASHES else None


def fits(method: str, key: object, value: bytes, data: bytes) -> bool:
    """Whether a signature value over some bytes was made with the key. The method is accepted."""
    try:
        if isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(value, data)
        elif isinstance(key, rsa.RSAPublicKey):
            _verify_rsa(method, key, value, data)
        else:
            return _fits_curve(method, key, value, data)
    except InvalidSignature:
        return False
    return True


def lowered(method: str, key: object, value: bytes) -> bytes:
    """The lower of the two ECDSA values that fit alike (r, s and r, n - s); others as they are."""
    if not isinstance(key, ec.EllipticCurvePublicKey) or "ecdsa" not in method:
        return value
    size = len(value) // 2
    s = int.from_bytes(value[size:], "big")
    other = key.curve.group_order - s  # not positive where the value is no signature at all
    return value[:size] + other.to_bytes(size, "big") if 0 < other < s else value


def is_low(method: str, key: object, value: bytes) -> bool:
    """Whether a value that fits is the one that this program writes."""
    return lowered(method, key, value) == value


def _verify_rsa(method: str, key: rsa.RSAPublicKey, value: bytes, data: bytes) -> None:
    known = _rsa(method)
    assert known is not None
    digest = _HASHES[known[0]]
    if known[1]:
        pss = padding.PSS(padding.MGF1(digest), digest.digest_size)
        key.verify(value, data, pss, digest)
    else:
        key.verify(value, data, padding.PKCS1v15(), digest)


def _fits_curve(method: str, key: object, value: bytes, data: bytes) -> bool:
    assert isinstance(key, ec.EllipticCurvePublicKey)
    size = (key.curve.key_size + 7) // 8
    if len(value) != 2 * size:
        return False
    r, s = int.from_bytes(value[:size], "big"), int.from_bytes(value[size:], "big")
    digest = _HASHES[method.rpartition("-")[2]]
    key.verify(utils.encode_dss_signature(r, s), data, ec.ECDSA(digest))
    return True
