"""Signing keys of macOS: identities of the keychains and of smart cards (Security.framework).

Not run in the tests.
"""

import ctypes
from collections.abc import Iterator
from ctypes import c_bool, c_char_p, c_int32, c_long, c_uint32, c_void_p
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, utils

from app.signing.algorithms import (
    ECDSA_SHA256,
    ECDSA_SHA384,
    RSA_PSS_SHA256,
    RSA_SHA256,
)
from app.signing.certificates import read_certificate
from app.signing.methods import KeyUnsupported, method_of
from app.signing.systemstore import StoreFailed

_FRAMEWORK = "/System/Library/Frameworks/{0}.framework/{0}"
_ALGORITHMS = {
    RSA_SHA256: "kSecKeyAlgorithmRSASignatureMessagePKCS1v15SHA256",
    RSA_PSS_SHA256: "kSecKeyAlgorithmRSASignatureMessagePSSSHA256",
    ECDSA_SHA256: "kSecKeyAlgorithmECDSASignatureMessageX962SHA256",
    ECDSA_SHA384: "kSecKeyAlgorithmECDSASignatureMessageX962SHA384",
}
_NOTHING_FOUND = -25300
"""errSecItemNotFound."""


def _libraries() -> tuple[Any, Any]:
    """CoreFoundation and Security with the types of the calls that are made."""
    core = ctypes.CDLL(_FRAMEWORK.format("CoreFoundation"))
    security = ctypes.CDLL(_FRAMEWORK.format("Security"))
    for function, result, arguments in (
        (core.CFRelease, None, (c_void_p,)),
        (core.CFArrayGetCount, c_long, (c_void_p,)),
        (core.CFArrayGetValueAtIndex, c_void_p, (c_void_p, c_long)),
        (core.CFDataCreate, c_void_p, (c_void_p, c_char_p, c_long)),
        (core.CFDataGetLength, c_long, (c_void_p,)),
        (core.CFDataGetBytePtr, c_void_p, (c_void_p,)),
        (core.CFErrorGetCode, c_long, (c_void_p,)),
        (core.CFDictionaryCreate, c_void_p,
         (c_void_p, c_void_p, c_void_p, c_long, c_void_p, c_void_p)),
        (security.SecItemCopyMatching, c_int32, (c_void_p, c_void_p)),
        (security.SecIdentityCopyCertificate, c_int32, (c_void_p, c_void_p)),
        (security.SecIdentityCopyPrivateKey, c_int32, (c_void_p, c_void_p)),
        (security.SecCertificateCopyData, c_void_p, (c_void_p,)),
        (security.SecKeyCreateSignature, c_void_p, (c_void_p, c_void_p, c_void_p, c_void_p)),
        (security.SecKeyIsAlgorithmSupported, c_bool, (c_void_p, c_uint32, c_void_p)),
    ):  # fmt: skip
        function.restype, function.argtypes = result, list(arguments)
    return core, security


def _named(library: Any, name: str) -> c_void_p:
    return c_void_p.in_dll(library, name)


def _address(library: Any, name: str) -> int:
    """Where a structure of a library lies."""
    return ctypes.addressof(ctypes.c_char.in_dll(library, name))


class MacStore:
    """The identities that the person's keychains and cards offer."""

    def __init__(self, libraries: tuple[Any, Any] | None = None) -> None:
        self._core, self._security = libraries or _libraries()

    def signers(self) -> Iterator["MacKey"]:
        """Each identity: a certificate with its key."""
        found = self._identities()
        if found is None:
            return
        try:
            for place in range(self._core.CFArrayGetCount(found)):
                identity = self._core.CFArrayGetValueAtIndex(found, place)
                try:
                    certificate = read_certificate(self._certificate(identity))
                except ValueError:
                    continue  # a certificate that cannot be read is nobody's
                yield MacKey(self._core, self._security, identity, certificate)
        finally:
            self._core.CFRelease(found)

    def _identities(self) -> c_void_p | None:
        security, core = self._security, self._core
        wanted = {
            "kSecClass": _named(security, "kSecClassIdentity"),
            "kSecReturnRef": _named(core, "kCFBooleanTrue"),
            "kSecMatchLimit": _named(security, "kSecMatchLimitAll"),
        }
        names = (c_void_p * len(wanted))(*(_named(security, name) for name in wanted))
        values = (c_void_p * len(wanted))(*wanted.values())
        query = core.CFDictionaryCreate(
            None,
            names,
            values,
            len(wanted),
            _address(core, "kCFTypeDictionaryKeyCallBacks"),
            _address(core, "kCFTypeDictionaryValueCallBacks"),
        )
        found = c_void_p()
        status = security.SecItemCopyMatching(query, ctypes.byref(found))
        core.CFRelease(query)
        if status == _NOTHING_FOUND:
            return None
        if status:
            raise StoreFailed(f"the keychain did not list its identities (status {status})")
        return found

    def _certificate(self, identity: Any) -> bytes:
        held = c_void_p()
        status = self._security.SecIdentityCopyCertificate(identity, ctypes.byref(held))
        if status:
            raise StoreFailed(f"the keychain did not give a certificate (status {status})")
        data = self._security.SecCertificateCopyData(held)
        try:
            return _bytes(self._core, data)
        finally:
            self._core.CFRelease(data)
            self._core.CFRelease(held)


class MacKey:
    """A key that the keychain holds; it may ask the person for consent."""

    chain: tuple[x509.Certificate, ...] = ()

    def __init__(
        self, core: Any, security: Any, identity: Any, certificate: x509.Certificate
    ) -> None:
        self._core, self._security, self._identity = core, security, identity
        self.certificate = certificate

    def sign(self, data: bytes) -> bytes:
        """Sign the message; ECDSA comes as DER and leaves as r then s."""
        method = method_of(self.certificate, None)
        if method not in _ALGORITHMS:
            raise KeyUnsupported("the keychain does not sign with keys of this kind")
        value = self._signature(_named(self._security, _ALGORITHMS[method]), data)
        public = self.certificate.public_key()
        if not isinstance(public, ec.EllipticCurvePublicKey):
            return value
        size = (public.curve.key_size + 7) // 8
        r, s = utils.decode_dss_signature(value)
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")

    def _signature(self, algorithm: c_void_p, data: bytes) -> bytes:
        key, failure = c_void_p(), c_void_p()
        status = self._security.SecIdentityCopyPrivateKey(self._identity, ctypes.byref(key))
        if status:
            raise StoreFailed(f"the keychain did not give the key (status {status})")
        message = self._core.CFDataCreate(None, data, len(data))
        value = self._security.SecKeyCreateSignature(key, algorithm, message, ctypes.byref(failure))
        self._core.CFRelease(message)
        self._core.CFRelease(key)
        if not value:
            code = self._core.CFErrorGetCode(failure)
            self._core.CFRelease(failure)
            raise StoreFailed(f"the keychain did not sign (code {code})")
        try:
            return _bytes(self._core, value)
        finally:
            self._core.CFRelease(value)


def _bytes(core: Any, data: Any) -> bytes:
    return ctypes.string_at(core.CFDataGetBytePtr(data), core.CFDataGetLength(data))
