"""Keys on PKCS#11 tokens: smart cards, USB tokens, HSMs. The key never leaves the token.

The PIN is given to the token and kept nowhere.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pkcs11
from cryptography import x509
from pkcs11 import MGF, Attribute, Mechanism, ObjectClass
from pkcs11.exceptions import (
    PinIncorrect,
    PinInvalid,
    PinLenRange,
    PinLocked,
    PKCS11Error,
)

from app.signing.algorithms import ECDSA_SHA384, ED25519, RSA_PSS_SHA256, RSA_SHA256
from app.signing.certificates import (
    KeyRefused,
    chain_above,
    check_certificate,
    read_certificate,
)
from app.signing.methods import method_of


class TokenModule(KeyRefused):
    """The token's driver cannot be loaded."""

    code = "token-module"


class TokenMissing(KeyRefused):
    """There is no such token, or more than one."""

    code = "token-missing"


class TokenPin(KeyRefused):
    """The token does not accept the PIN."""

    code = "token-pin"


class TokenKeyMissing(KeyRefused):
    """The token holds no key with a certificate, or more than one."""

    code = "token-key"


class TokenFailed(KeyRefused):
    """The token answers with an error."""

    code = "token-failed"


@dataclass(frozen=True)
class TokenKey:
    """A key on an open token. It signs as long as `open_token` has not ended."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    method: str
    _key: Any = field(repr=False)  # the driver adds what a key can do; its types do not say so

    def sign(self, data: bytes) -> bytes:
        """Sign on the token; ECDSA gives r then s, as XML Signature wants it."""
        try:
            if self.method == RSA_SHA256:
                return bytes(self._key.sign(data, mechanism=Mechanism.SHA256_RSA_PKCS))
            if self.method == RSA_PSS_SHA256:
                return self._pss(data)
            if self.method == ED25519:
                return bytes(self._key.sign(data, mechanism=Mechanism.EDDSA))
            digest = hashlib.sha384 if self.method == ECDSA_SHA384 else hashlib.sha256
            return bytes(self._key.sign(digest(data).digest(), mechanism=Mechanism.ECDSA))
        except PKCS11Error as error:
            raise TokenFailed(f"the token did not sign: {_said(error)}") from error

    def _pss(self, data: bytes) -> bytes:
        """The token gets the digest: many have the plain mechanism and not the one that hashes."""
        parameters = (Mechanism.SHA256, MGF.SHA256, hashlib.sha256().digest_size)
        digest = hashlib.sha256(data).digest()
        return bytes(
            self._key.sign(digest, mechanism=Mechanism.RSA_PKCS_PSS, mechanism_param=parameters)
        )


@contextmanager
def open_token(
    module: Path, pin: str, *, at: datetime, token: str | None = None, key: str | None = None
) -> Iterator[TokenKey]:
    """Log in to a token and give its key for signing at a moment.

    `token` and `key` are labels; needed where there are several. What is wrong has its own error.
    """
    with _session(module, pin, token) as session:
        yield _find(session, module, key, at)


def token_labels(module: Path) -> tuple[str, ...]:
    """The labels of the tokens that are plugged in; needs no PIN."""
    return tuple(item.label for item in _plugged(module))


def key_labels(module: Path, pin: str, token: str | None = None) -> tuple[str, ...]:
    """The labels of the keys on a token that have a certificate."""
    with _session(module, pin, token) as session:
        return tuple(item.label for item, _ in _pairs(session, None))


@contextmanager
def _session(module: Path, pin: str, token: str | None) -> Iterator[pkcs11.Session]:
    held = _slot(module, token)
    try:
        session = held.open(user_pin=pin)
    except PinLocked as error:
        raise TokenPin(
            "the token's PIN is locked after too many wrong ones; unlock it with the PUK",
            file=module,
        ) from error
    except (PinIncorrect, PinInvalid, PinLenRange) as error:
        raise TokenPin(
            "the token does not accept this PIN; after a few wrong ones it locks itself",
            file=module,
        ) from error
    except PKCS11Error as error:
        raise TokenFailed(f"the token cannot be opened: {_said(error)}", file=module) from error
    with session:
        yield session


def _plugged(module: Path) -> list[pkcs11.Token]:
    try:
        library = pkcs11.lib(str(module))
        library.reinitialize()  # cards that were put in since the driver was loaded
        return [
            slot.get_token()
            for slot in library.get_slots(token_present=True)
            if slot.get_token().flags & pkcs11.TokenFlag.TOKEN_INITIALIZED
        ]
    except (RuntimeError, PKCS11Error, OSError) as error:
        raise TokenModule(
            "this is no PKCS#11 driver that can be loaded; name the .so, .dll or .dylib that came"
            " with the token",
            file=module,
        ) from error


def _slot(module: Path, label: str | None) -> pkcs11.Token:
    found = _plugged(module)
    chosen = [item for item in found if label is None or item.label == label]
    if len(chosen) == 1:
        return chosen[0]
    names = ", ".join(f"“{item.label}”" for item in found)
    if not found:
        raise TokenMissing("no token is plugged in", file=module)
    raise TokenMissing(f"name one of the tokens: {names}", file=module)


def _find(session: pkcs11.Session, module: Path, label: str | None, at: datetime) -> TokenKey:
    """The one private key that has a certificate, by their common identifier."""
    keys = _pairs(session, label)
    if len(keys) != 1:
        many = "no key with a certificate" if not keys else "several keys"
        names = ", ".join(f"“{item.label}”" for item, _ in keys)
        hint = f"; name one of {names}" if keys else ""
        raise TokenKeyMissing(f"the token holds {many}{hint}", file=module)
    key, certificate = keys[0]
    check_certificate(certificate, at, module)
    others = [item for item in _certificates(session).values() if item != certificate]
    return TokenKey(
        certificate, chain_above(certificate, others), method_of(certificate, module), key
    )


def _pairs(
    session: pkcs11.Session, label: str | None
) -> list[tuple[pkcs11.PrivateKey, x509.Certificate]]:
    """The private keys that have a certificate, all or those of a label."""
    certificates = _certificates(session)
    return [
        (item, certificates[bytes(item.id)])
        for item in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
        if isinstance(item, pkcs11.PrivateKey)
        and bytes(item.id) in certificates
        and label in (None, item.label)
    ]


def _certificates(session: pkcs11.Session) -> dict[bytes, x509.Certificate]:
    found = {}
    for item in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            found[bytes(item[Attribute.ID])] = read_certificate(bytes(item[Attribute.VALUE]))
        except ValueError:
            continue  # a certificate that cannot be read is nobody's
    return found


def _said(error: PKCS11Error) -> str:
    return str(error) or type(error).__name__
