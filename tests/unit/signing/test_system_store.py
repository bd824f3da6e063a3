"""Keys of the system's store. The stores of Windows and macOS do not run here: stand-ins answer the
calls that are made, with real keys behind them, so that order, paddings and byte forms are proven."""

import ctypes
import sys
from types import ModuleType
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.serialization import Encoding
from signing_makers import DECLARATION, DOCUMENT, NOW, Identity, certificate, identity

from app.errors import UserError
from app.services.verification import verify_bytes
from app.signing import cng, keychain
from app.signing.systemstore import Store, StoreMissing, open_stored, system_store
from app.signing.xades import sign_document


class Windows:
    """crypt32 and ncrypt over some identities."""

    def __init__(self, who: list[Identity]) -> None:
        self.who = {"MY": who, "CA": [], "ROOT": who}
        self.freed: list[str] = []
        self._held: list[Any] = []

    def CertOpenStore(self, _a: int, _b: int, _c: None, _flags: int, name: str) -> list[Any]:
        chosen = [i.authority if name == "ROOT" else i.certificate for i in self.who[name]]
        contexts = []
        for item in chosen:
            der = item.public_bytes(Encoding.DER)
            room = ctypes.create_string_buffer(der, len(der))
            context = cng._CertContext(1, ctypes.addressof(room), len(der), None, None)
            self._held += [room, context]
            contexts.append(ctypes.pointer(context))
        return [name, contexts, iter(contexts)]

    def CertEnumCertificatesInStore(self, store: list[Any], _previous: Any) -> Any:
        return next(store[2], None)

    def CertCloseStore(self, store: list[Any], _flags: int) -> bool:
        self.freed.append(store[0])
        return True

    def CertFreeCertificateContext(self, _context: Any) -> bool:
        self.freed.append("context")
        return True

    def CertGetCertificateContextProperty(self, _c: Any, number: int, _d: None, _s: Any) -> bool:
        return number == 2

    def CryptAcquireCertificatePrivateKey(
        self, context: Any, _flags: int, _none: None, key: Any, _spec: Any, ours: Any
    ) -> bool:
        held = context.contents
        der = ctypes.string_at(held.encoded, held.length)
        mine = [i for i in self.who["MY"] if i.certificate.public_bytes(Encoding.DER) == der]
        self.key = mine[0].key
        ours._obj.value = 1
        return True

    def NCryptFreeObject(self, _key: Any) -> int:
        self.freed.append("key")
        return 0

    def NCryptSignHash(
        self, _key: Any, how: Any, digest: bytes, _n: int, room: Any, _m: int, size: Any, flags: int
    ) -> int:
        algorithm: Any = hashes.SHA384() if len(digest) == 48 else hashes.SHA256()
        if isinstance(self.key, rsa.RSAPrivateKey):
            assert how._obj.algorithm == "SHA256"
            assert flags == 2
            value = self.key.sign(digest, padding.PKCS1v15(), utils.Prehashed(algorithm))
        else:
            assert (how, flags) == (None, 0)
            r, s = utils.decode_dss_signature(
                self.key.sign(digest, ec.ECDSA(utils.Prehashed(algorithm)))
            )
            wide = (self.key.curve.key_size + 7) // 8
            value = r.to_bytes(wide, "big") + s.to_bytes(wide, "big")
        size._obj.value = len(value)
        if room is not None:
            ctypes.memmove(room, value, len(value))
        return 0


NAMES = [""]
"""The constants that were asked for; each is known by its place, as a real one by its address."""


def constants(monkeypatch: pytest.MonkeyPatch) -> None:
    """Constants of the libraries as numbers."""

    def named(_library: Any, name: str) -> ctypes.c_void_p:
        NAMES.append(name)
        return ctypes.c_void_p(len(NAMES) - 1)

    monkeypatch.setattr(keychain, "_named", named)
    monkeypatch.setattr(keychain, "_address", lambda _library, _name: 0)


class Mac:
    """Security and CoreFoundation over some identities; references are Python objects."""

    def __init__(self, who: list[Identity]) -> None:
        self.who = who
        self.released = 0
        self._room: list[Any] = []

    def SecItemCopyMatching(self, _query: Any, found: Any) -> int:
        if not self.who:
            return -25300
        found._obj.value = 1
        return 0

    def CFArrayGetCount(self, _array: Any) -> int:
        return len(self.who)

    def CFArrayGetValueAtIndex(self, _array: Any, place: int) -> int:
        return place

    def SecIdentityCopyCertificate(self, identity: int, held: Any) -> int:
        held._obj.value = identity + 1
        return 0

    def SecCertificateCopyData(self, held: Any) -> bytes:
        return self.who[held.value - 1].certificate.public_bytes(Encoding.DER)

    def SecIdentityCopyPrivateKey(self, identity: int, key: Any) -> int:
        key._obj.value = identity + 1
        return 0

    def CFDataCreate(self, _none: None, data: bytes, length: int) -> bytes:
        return data[:length]

    def SecKeyCreateSignature(self, key: Any, algorithm: Any, message: bytes, _e: Any) -> bytes:
        name = NAMES[algorithm.value]
        mine = self.who[key.value - 1].key
        digest: Any = hashes.SHA384() if "384" in name else hashes.SHA256()
        if isinstance(mine, rsa.RSAPrivateKey):
            assert name == "kSecKeyAlgorithmRSASignatureMessagePKCS1v15SHA256"
            return mine.sign(message, padding.PKCS1v15(), digest)
        return mine.sign(message, ec.ECDSA(digest))

    def CFDataGetLength(self, data: bytes) -> int:
        return len(data)

    def CFDataGetBytePtr(self, data: bytes) -> int:
        self._room.append(ctypes.create_string_buffer(data, len(data)))
        return ctypes.addressof(self._room[-1])

    def CFDictionaryCreate(self, *_arguments: Any) -> int:
        return 1

    def CFRelease(self, _held: Any) -> None:
        self.released += 1


WHO = [identity("rsa2048"), identity("p256"), identity("p384")]


def windows() -> Store:
    held = Windows(WHO)
    return cng.WindowsStore((held, held))


@pytest.fixture(params=["windows", "mac"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Store:
    if request.param == "windows":
        return windows()
    constants(monkeypatch)
    held = Mac(WHO)
    return keychain.MacStore((held, held))


def mark(certificate_: x509.Certificate) -> str:
    return certificate_.fingerprint(hashes.SHA256()).hex()


@pytest.mark.parametrize("who", WHO, ids=["rsa2048", "p256", "p384"])
def test_a_key_of_the_store_signs(store: Store, who: Identity) -> None:
    head, tag, tail = DOCUMENT.rpartition(b"</")
    body = bytearray()
    with open_stored(mark(who.certificate)[:20].upper(), at=NOW, store=store) as key:
        sign_document(DECLARATION, [head, tag + tail], body.extend, key, at=NOW)
    assert verify_bytes(bytes(body), who.trust, NOW, file="x.xml").verdict == "valid"


def test_what_was_opened_is_closed() -> None:
    held = Windows(WHO)
    with open_stored(mark(WHO[0].certificate), at=NOW, store=cng.WindowsStore((held, held))) as key:
        key.sign(b"x")
        assert key.chain == (WHO[0].authority,)
    assert held.freed.count("key") == 1
    assert {"MY", "CA", "ROOT"} <= set(held.freed)


def test_a_mark_that_fits_none_or_several_is_said(store: Store) -> None:
    for wanted, says in (("ffff", "no key"), ("", "no key")):
        with pytest.raises(UserError) as caught, open_stored(wanted, at=NOW, store=store):
            raise AssertionError("a key was given")
        assert caught.value.code == "key-store-key"
        assert says in caught.value.message


def test_an_empty_keychain_holds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    constants(monkeypatch)
    empty = Mac([])
    store = keychain.MacStore((empty, empty))
    with pytest.raises(UserError) as caught, open_stored("ab", at=NOW, store=store):
        raise AssertionError("a key was given")
    assert "it holds none" in caught.value.message


def test_what_may_not_sign_is_refused_as_from_a_file() -> None:
    top = identity()
    unfit = certificate("No signer", WHO[1].key, top.authority.subject, top.authority_key,
                        usage=False)  # type: ignore[arg-type]  # fmt: skip
    held = Windows([Identity(WHO[1].key, unfit, top.authority, top.authority_key)])
    store = cng.WindowsStore((held, held))
    with pytest.raises(UserError) as caught, open_stored(mark(unfit), at=NOW, store=store):
        raise AssertionError("a key was given")
    assert caught.value.code == "certificate-usage"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system has a store")
def test_a_system_without_a_store_says_what_else_there_is() -> None:
    with pytest.raises(StoreMissing, match="a key file or a token"):
        system_store()


@pytest.mark.parametrize(
    ("standin", "module"), [(Windows, cng), (Mac, keychain)], ids=["windows", "mac"]
)
def test_every_call_has_its_types(standin: type, module: ModuleType) -> None:
    """The table of types names every call that is made: none passes a pointer as a short number."""
    calls = {name for name in vars(standin) if name[0].isupper()}
    assert calls <= set(module._libraries.__code__.co_names)
