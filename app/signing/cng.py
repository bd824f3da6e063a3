"""Signing keys of Windows: certificates of the user's “MY” store, keys through CNG (ncrypt.h).

Calls and constants are those of wincrypt.h, ncrypt.h and bcrypt.h. Not run in the tests.
"""

import ctypes
import hashlib
from collections.abc import Iterator
from ctypes import POINTER, byref, c_bool, c_char_p, c_ulong, c_void_p, c_wchar_p
from typing import Any

from cryptography import x509

from app.signing.algorithms import ECDSA_SHA384, RSA_PSS_SHA256, RSA_SHA256
from app.signing.certificates import chain_above, read_certificate
from app.signing.methods import method_of
from app.signing.systemstore import StoreFailed

_PROV_SYSTEM = 10
_CURRENT_USER, _READ_ONLY = 0x0001_0000, 0x0000_8000
_KEY_PROV_INFO = 2
_ONLY_NCRYPT = 0x0004_0000
_PAD_PKCS1, _PAD_PSS = 0x2, 0x8


class _CertContext(ctypes.Structure):
    _fields_ = (
        ("encoding", c_ulong),
        ("encoded", c_void_p),
        ("length", c_ulong),
        ("info", c_void_p),
        ("store", c_void_p),
    )


class _Pkcs1(ctypes.Structure):
    _fields_ = (("algorithm", c_wchar_p),)


class _Pss(ctypes.Structure):
    _fields_ = (("algorithm", c_wchar_p), ("salt", c_ulong))


_Context = POINTER(_CertContext)


def _libraries() -> tuple[Any, Any]:
    """crypt32 and ncrypt with the types of the calls that are made; 64-bit Windows has one calling
    convention, so that CDLL serves."""
    crypt, ncrypt = ctypes.CDLL("crypt32.dll"), ctypes.CDLL("ncrypt.dll")
    for function, result, arguments in (
        (crypt.CertOpenStore, c_void_p, (c_void_p, c_ulong, c_void_p, c_ulong, c_wchar_p)),
        (crypt.CertCloseStore, c_bool, (c_void_p, c_ulong)),
        (crypt.CertEnumCertificatesInStore, _Context, (c_void_p, _Context)),
        (crypt.CertDuplicateCertificateContext, _Context, (_Context,)),
        (crypt.CertFreeCertificateContext, c_bool, (_Context,)),
        (crypt.CertGetCertificateContextProperty, c_bool,
         (_Context, c_ulong, c_void_p, POINTER(c_ulong))),
        (crypt.CryptAcquireCertificatePrivateKey, c_bool,
         (_Context, c_ulong, c_void_p, POINTER(c_void_p), POINTER(c_ulong), POINTER(ctypes.c_int))),
        (ncrypt.NCryptSignHash, c_ulong,
         (c_void_p, c_void_p, c_char_p, c_ulong, c_void_p, c_ulong, POINTER(c_ulong), c_ulong)),
        (ncrypt.NCryptFreeObject, c_ulong, (c_void_p,)),
    ):  # fmt: skip
        function.restype, function.argtypes = result, list(arguments)
    return crypt, ncrypt


class WindowsStore:
    """The user's own certificates. `libraries` are crypt32 and ncrypt."""

    def __init__(self, libraries: tuple[Any, Any] | None = None) -> None:
        self._crypt, self._ncrypt = libraries or _libraries()

    def signers(self) -> Iterator["WindowsKey"]:
        """Each certificate that has a key, with what the store knows of its issuers."""
        above = [item for name in ("CA", "ROOT") for _, item in self._certificates(name)]
        for context, certificate in self._certificates("MY"):
            if self._has_key(context):
                chain = chain_above(certificate, above)
                yield WindowsKey(self._crypt, self._ncrypt, context, certificate, chain)

    def _certificates(self, name: str) -> Iterator[tuple[Any, x509.Certificate]]:
        store = self._crypt.CertOpenStore(_PROV_SYSTEM, 0, None, _CURRENT_USER | _READ_ONLY, name)
        if not store:
            raise StoreFailed(f"Windows did not open the certificate store “{name}”")
        context = None
        try:
            while context := self._crypt.CertEnumCertificatesInStore(store, context):
                held = context.contents
                try:
                    yield context, read_certificate(ctypes.string_at(held.encoded, held.length))
                except ValueError:
                    continue  # a certificate that cannot be read is nobody's
        finally:
            if context:
                self._crypt.CertFreeCertificateContext(context)
            self._crypt.CertCloseStore(store, 0)

    def _has_key(self, context: Any) -> bool:
        size = c_ulong()
        return bool(
            self._crypt.CertGetCertificateContextProperty(
                context, _KEY_PROV_INFO, None, byref(size)
            )
        )


class WindowsKey:
    """A key that Windows holds; it may ask the person for a PIN or for consent."""

    def __init__(
        self,
        crypt: Any,
        ncrypt: Any,
        context: Any,
        certificate: x509.Certificate,
        chain: tuple[x509.Certificate, ...],
    ) -> None:
        self._crypt, self._ncrypt, self._context = crypt, ncrypt, context
        self.certificate, self.chain = certificate, chain

    def sign(self, data: bytes) -> bytes:
        """Sign the digest; CNG gives an ECDSA value as r then s already."""
        method = method_of(self.certificate, None)
        padding, flags = _padding(method)
        name = "sha384" if method == ECDSA_SHA384 else "sha256"
        digest = hashlib.new(name, data).digest()
        key, spec, ours = c_void_p(), c_ulong(), ctypes.c_int()
        if not self._crypt.CryptAcquireCertificatePrivateKey(
            self._context, _ONLY_NCRYPT, None, byref(key), byref(spec), byref(ours)
        ):
            raise StoreFailed("Windows did not give the key of this certificate")
        try:
            return self._signed(key, padding, flags, digest)
        finally:
            if ours.value:
                self._ncrypt.NCryptFreeObject(key)

    def _signed(self, key: Any, padding: Any, flags: int, digest: bytes) -> bytes:
        how = byref(padding) if padding is not None else None
        size = c_ulong()
        self._called(key, how, digest, None, 0, size, flags)
        room = ctypes.create_string_buffer(size.value)
        self._called(key, how, digest, room, size.value, size, flags)
        return room.raw[: size.value]

    def _called(
        self, key: Any, how: Any, digest: bytes, room: Any, length: int, size: Any, flags: int
    ) -> None:
        status = self._ncrypt.NCryptSignHash(
            key, how, digest, len(digest), room, length, byref(size), flags
        )
        if status:
            raise StoreFailed(f"Windows did not sign (status {status & 0xFFFFFFFF:#010x})")


def _padding(method: str) -> tuple[Any, int]:
    if method == RSA_SHA256:
        return _Pkcs1("SHA256"), _PAD_PKCS1
    if method == RSA_PSS_SHA256:
        return _Pss("SHA256", 32), _PAD_PSS
    return None, 0
