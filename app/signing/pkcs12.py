"""How a PKCS#12 file (RFC 7292) is protected, read before any password is tried.

So a cipher that cannot be opened is named, and never taken for a wrong password; and the file's own
check value tells a wrong password from a damaged file.
"""

import hashlib
import hmac
from dataclasses import dataclass

from app.signing import asn1
from app.signing.asn1 import Element, NotAsn1

MAX_ROUNDS = 5_000_000
"""More rounds than this would only keep the machine busy."""

_DATA = "1.2.840.113549.1.7.1"
_ENCRYPTED = "1.2.840.113549.1.7.6"
_KEY_BAG = "1.2.840.113549.1.12.10.1.1"
_SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2"
_PBES2 = "1.2.840.113549.1.5.13"
_PBMAC1 = "1.2.840.113549.1.5.14"
_PBKDF2 = "1.2.840.113549.1.5.12"

_CIPHERS = {
    "1.2.840.113549.1.12.1.1": "RC4-128 (legacy)",
    "1.2.840.113549.1.12.1.2": "RC4-40 (legacy)",
    "1.2.840.113549.1.12.1.3": "3DES",
    "1.2.840.113549.1.12.1.4": "two-key 3DES (legacy)",
    "1.2.840.113549.1.12.1.5": "RC2-128 (legacy)",
    "1.2.840.113549.1.12.1.6": "RC2-40 (legacy)",
    "1.2.840.113549.1.5.3": "DES with MD5 (legacy)",
    "1.2.840.113549.1.5.6": "RC2 with MD5 (legacy)",
    "1.2.840.113549.1.5.10": "DES with SHA-1 (legacy)",
    "1.2.840.113549.3.2": "RC2 (legacy)",
    "1.2.840.113549.3.7": "3DES",
    "1.3.14.3.2.7": "DES (legacy)",
    "1.2.410.200004.1.4": "SEED",
    "2.16.840.1.101.3.4.1.2": "AES-128",
    "2.16.840.1.101.3.4.1.22": "AES-192",
    "2.16.840.1.101.3.4.1.42": "AES-256",
    "1.2.392.200011.61.1.1.1.2": "Camellia-128",
    "1.2.392.200011.61.1.1.1.3": "Camellia-192",
    "1.2.392.200011.61.1.1.1.4": "Camellia-256",
    "1.2.410.200046.1.1.2": "ARIA-128",
    "1.2.410.200046.1.1.7": "ARIA-192",
    "1.2.410.200046.1.1.12": "ARIA-256",
}
_MODERN = frozenset({"AES-128", "AES-192", "AES-256", "3DES"})
"""What every build can open; anything else may be why a file does not open."""

_DIGESTS = {
    "1.2.840.113549.2.5": "md5",
    "1.3.14.3.2.26": "sha1",
    "2.16.840.1.101.3.4.2.4": "sha224",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
    "2.16.840.1.101.3.4.2.8": "sha3_256",
    "2.16.840.1.101.3.4.2.9": "sha3_384",
    "2.16.840.1.101.3.4.2.10": "sha3_512",
    "1.2.156.10197.1.401": "sm3",
}


@dataclass(frozen=True, slots=True)
class CheckValue:
    """The file's MAC: which digest, over what, and what it has to be."""

    digest: str
    salt: bytes
    rounds: int
    content: bytes
    expected: bytes

    def fits(self, password: str) -> bool | None:
        """Whether the password makes the check value; None when that cannot be computed here."""
        try:
            hashlib.new(self.digest)
        except ValueError:
            return None
        attempts = [password.encode("utf-16-be") + b"\0\0"]
        if not password:
            attempts.append(b"")
        return any(self._is_made_by(attempt) for attempt in attempts)

    def _is_made_by(self, password: bytes) -> bool:
        key = derive_mac_key(self.digest, password, self.salt, self.rounds)
        made = hmac.new(key, self.content, self.digest).digest()
        return hmac.compare_digest(made, self.expected)


@dataclass(frozen=True, slots=True)
class Protection:
    """What stands in a key file before it is opened. `ciphers` are names, or dotted identifiers."""

    ciphers: tuple[str, ...]
    check: CheckValue | None
    has_mac: bool
    keys: int
    rounds: int

    @property
    def doubtful_ciphers(self) -> list[str]:
        """Ciphers that not every build of the cryptographic library can open."""
        return [name for name in self.ciphers if name not in _MODERN]


def describe(data: bytes) -> Protection:
    """Read the outside of a PKCS#12 file; `NotAsn1` when the bytes are none."""
    file = asn1.read_whole(data).expect(asn1.SEQUENCE).children()
    if len(file) < 2 or file[0].number() != 3:
        raise NotAsn1("a PKCS#12 file of version 3 is expected")
    kind, content = _content(file[1])
    if kind != _DATA or content is None:
        raise NotAsn1("files that are protected by a public key are not supported")
    body = content.octets()
    found: list[tuple[str, int]] = []
    keys = 0
    for part in asn1.read_whole(body).expect(asn1.SEQUENCE).children():
        ciphers, count = _part(part)
        found += ciphers
        keys += count
    check = _check_value(file[2], body) if len(file) > 2 else None
    rounds = [number for _, number in found] + ([check.rounds] if check else [])
    names = tuple(dict.fromkeys(name for name, _ in found))
    return Protection(names, check, len(file) > 2, keys, max(rounds, default=0))


def _content(info: Element) -> tuple[str, Element | None]:
    """Type and content of a ContentInfo."""
    inside = info.expect(asn1.SEQUENCE).children()
    if not inside:
        raise NotAsn1("an element is missing")
    return inside[0].identifier(), inside[1].child(0) if len(inside) > 1 else None


def _part(info: Element) -> tuple[list[tuple[str, int]], int]:
    """Ciphers with their rounds, and the number of keys that can be seen, of one part of the safe."""
    kind, content = _content(info)
    if content is None:
        return [], 0
    if kind == _ENCRYPTED:
        return [_cipher(content.child(1, asn1.SEQUENCE).child(1, asn1.SEQUENCE))], 0
    if kind != _DATA:
        return [(kind, 0)], 0
    ciphers, keys = [], 0
    for bag in asn1.read_whole(content.octets()).expect(asn1.SEQUENCE).children():
        name = bag.child(0).identifier()
        keys += name in (_KEY_BAG, _SHROUDED_KEY_BAG)
        if name == _SHROUDED_KEY_BAG:
            ciphers.append(_cipher(bag.child(1).child(0).child(0, asn1.SEQUENCE)))
    return ciphers, keys


def _cipher(algorithm: Element) -> tuple[str, int]:
    """Name and rounds of an AlgorithmIdentifier that protects with a password."""
    name = algorithm.child(0).identifier()
    if name != _PBES2:
        rounds = algorithm.child(1).child(1).number() if name in _CIPHERS else 0
        return _CIPHERS.get(name, name), rounds
    derivation, cipher = algorithm.child(1).children()[:2]
    rounds = 0
    if derivation.child(0).identifier() == _PBKDF2:
        rounds = derivation.child(1).child(1).number()
    name = cipher.child(0).identifier()
    return _CIPHERS.get(name, name), rounds


def _check_value(data: Element, body: bytes) -> CheckValue | None:
    """None for a check value of the newer kind (PBMAC1), which the library checks itself."""
    inside = data.expect(asn1.SEQUENCE).children()
    if len(inside) < 2:
        raise NotAsn1("the check value is cut off")
    name = inside[0].child(0, asn1.SEQUENCE).child(0).identifier()
    if name == _PBMAC1:
        return None
    rounds = inside[2].number() if len(inside) > 2 else 1
    digest = _DIGESTS.get(name, name)
    return CheckValue(digest, inside[1].octets(), rounds, body, inside[0].child(1).octets())


def derive_mac_key(digest: str, password: bytes, salt: bytes, rounds: int) -> bytes:
    """The key of the check value, by RFC 7292 appendix B.2 with purpose 3."""
    block = hashlib.new(digest).block_size

    def fill(text: bytes) -> bytes:
        size = -(-len(text) // block) * block
        return (text * (size // len(text) + 1))[:size] if text else b""

    value = hashlib.new(digest, bytes([3]) * block + fill(salt) + fill(password)).digest()
    for _ in range(rounds - 1):
        value = hashlib.new(digest, value).digest()
    return value
