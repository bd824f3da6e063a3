"""Keys of the system's own store: Windows (CNG) and macOS (Keychain). The key never leaves it.

The system itself asks for whatever opens a key; nothing of it comes here. Neither store can run in
the tests, which hold the calls against stand-ins alone: a key from there is tried on its own
system before a release.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from app.signing.certificates import KeyRefused, check_certificate, subject_text
from app.signing.methods import method_of


class StoreMissing(KeyRefused):
    """This system has no store that holds signing keys."""

    code = "key-store-missing"


class StoreKeyMissing(KeyRefused):
    """The store holds no such key, or several fit."""

    code = "key-store-key"


class StoreFailed(KeyRefused):
    """The store answers with an error, or the person refused."""

    code = "key-store-failed"


class StoredKey(Protocol):
    """A key in the store, with its certificate."""

    @property
    def certificate(self) -> x509.Certificate:
        """Whose key it is."""
        ...

    @property
    def chain(self) -> tuple[x509.Certificate, ...]:
        """The issuers that the store knows, nearest first."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Sign by the method of the certificate; ECDSA gives r then s."""
        ...


class Store(Protocol):
    """What a system's store offers."""

    def signers(self) -> Iterator[StoredKey]:
        """Every key with a certificate; each is valid until the next one is asked for."""
        ...


class _Chosen:
    """A stored key as `SigningKey` wants it."""

    def __init__(self, key: StoredKey) -> None:
        self._key = key
        self.certificate = key.certificate
        self.chain = key.chain
        self.method = method_of(key.certificate, None)

    def sign(self, data: bytes) -> bytes:
        """Sign in the store."""
        return self._key.sign(data)


def available() -> bool:
    """Whether this system has a store."""
    return sys.platform in ("win32", "darwin")


def system_store() -> Store:
    """The store of this system; `StoreMissing` where there is none."""
    if sys.platform == "win32":
        from app.signing.cng import WindowsStore  # noqa: PLC0415

        return WindowsStore()
    if sys.platform == "darwin":
        from app.signing.keychain import MacStore  # noqa: PLC0415

        return MacStore()
    raise StoreMissing("this system has no store for signing keys; sign with a key file or a token")


def stored_certificates(store: Store | None = None) -> tuple[x509.Certificate, ...]:
    """The certificates of the keys in the store."""
    return tuple(key.certificate for key in (store or system_store()).signers())


@contextmanager
def open_stored(fingerprint: str, *, at: datetime, store: Store | None = None) -> Iterator[_Chosen]:
    """A key of the store by the SHA-256 of its certificate, as hex; a unique beginning is enough.

    What keeps it from signing at that moment is refused as for a key file.
    """
    wanted = fingerprint.replace(":", "").replace(" ", "").lower()
    held = store or system_store()
    names = {_mark(item): subject_text(item) for item in stored_certificates(held)}
    fitting = [mark for mark in names if wanted and mark.startswith(wanted)]
    if len(fitting) != 1:
        raise StoreKeyMissing(_which(fingerprint, fitting, names))
    for key in held.signers():
        if _mark(key.certificate) == fitting[0]:
            chosen = _Chosen(key)
            check_certificate(key.certificate, at, None)
            yield chosen
            return
    raise StoreKeyMissing(_which(fingerprint, [], names))


def _mark(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()


def _which(fingerprint: str, fitting: Sequence[str], names: Mapping[str, str]) -> str:
    many = "several keys" if fitting else "no key"
    known = ", ".join(f"{mark[:16]} {name}" for mark, name in names.items()) or "it holds none"
    return f"“{fingerprint}” fits {many} of the system's store ({known})"
