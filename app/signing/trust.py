"""Which signers are trusted: chains from a certificate to the user's own list of anchors."""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtensionOID

from app.errors import UserError
from app.infile import read_file
from app.signing.certificates import (
    UNREADABLE,
    issued,
    may_sign,
    read_certificate,
    subject_text,
    weak_digest,
)

MAX_BYTES = 16 << 20
_LONGEST_CHAIN = 6
_UNDERSTOOD = frozenset(
    {
        ExtensionOID.BASIC_CONSTRAINTS,
        ExtensionOID.KEY_USAGE,
        ExtensionOID.EXTENDED_KEY_USAGE,
        ExtensionOID.CERTIFICATE_POLICIES,
        ExtensionOID.SUBJECT_ALTERNATIVE_NAME,
    }
)
"""Extensions whose being critical is no reason for doubt here."""


class TrustUnreadable(UserError):
    """The file of anchors cannot be read."""

    code = "trust-unreadable"


def _body(file: Path) -> bytes:
    too_large = TrustUnreadable("the file is larger than 16 MiB, which no anchors are", file=file)
    return read_file(file, MAX_BYTES, too_large)


_SUFFIXES = frozenset({".pem", ".crt", ".cer", ".der"})


def _read(file: Path) -> list[x509.Certificate]:
    body = _body(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # old quirks are no fault
            found = (
                [x509.load_der_x509_certificate(body)]
                if body[:1] == b"\x30"
                else x509.load_pem_x509_certificates(body)
            )
            return [read_certificate(item.public_bytes(Encoding.DER)) for item in found]
    except (ValueError, x509.InvalidVersion) as error:
        raise TrustUnreadable(
            "the file holds no certificate that can be read (PEM or DER)", file=file
        ) from error


def read_certificates(file: Path) -> list[x509.Certificate]:
    """The certificates of a file (PEM or DER), or of all such files in a folder; never none."""
    if not file.is_dir():
        return _read(file)
    held = [item for item in sorted(file.glob("*")) if item.suffix.lower() in _SUFFIXES]
    if not held:
        raise TrustUnreadable(
            "the folder holds no certificate (.pem, .crt, .cer or .der)", file=file
        )
    return [certificate for item in held for certificate in _read(item)]


@dataclass(frozen=True)
class Trust:
    """Trust anchors. An anchor may be an authority or a pinned signer's own certificate."""

    anchors: tuple[x509.Certificate, ...] = ()

    @classmethod
    def load(cls, files: Iterable[Path]) -> "Trust":
        """Read PEM files, each with one or more certificates, or single certificates in DER.

        A folder stands for the certificates in it.
        """
        anchors: list[x509.Certificate] = []
        for file in files:
            anchors += read_certificates(file)
        return cls(tuple(dict.fromkeys(anchors)))

    def doubts(
        self,
        leaf: x509.Certificate,
        others: Iterable[x509.Certificate],
        at: datetime,
        *,
        proven: bool = False,
    ) -> list[str]:
        """Why the signer cannot be trusted at a moment; empty when it can.

        `proven` says that a time-stamp proves the moment to be that of the signature.
        """
        if not self.anchors:
            return ["no trust anchors were given, so it is unknown who the signer is"]
        doubts = []
        if not may_sign(leaf):
            doubts.append("the certificate's key usage does not allow signing documents")
        chain = self.chain(leaf, others)
        if chain is None:
            return [*doubts, "the certificate does not lead to a trusted authority"]
        for place, certificate in enumerate(chain):
            anchor = place == len(chain) - 1
            doubts += _doubts_of(certificate, at, anchor=anchor, proven=proven)
        return doubts

    def chain(
        self, leaf: x509.Certificate, others: Iterable[x509.Certificate]
    ) -> list[x509.Certificate] | None:
        """The way from a certificate, first, to an anchor, last; None when there is none."""
        return self._chain([leaf], tuple(others))

    def _chain(
        self, below: list[x509.Certificate], others: tuple[x509.Certificate, ...]
    ) -> list[x509.Certificate] | None:
        """The way from a certificate to an anchor, trying every issuer that fits."""
        last = below[-1]
        if last in self.anchors:
            return below
        if len(below) >= _LONGEST_CHAIN:
            return None
        for issuer in (*self.anchors, *others):
            if issuer in below or not issued(last, issuer):
                continue
            if not _may_issue(issuer, intermediates=len(below) - 1):
                continue
            found = self._chain([*below, issuer], others)
            if found is not None:
                return found
        return None


def _doubts_of(
    certificate: x509.Certificate, at: datetime, *, anchor: bool, proven: bool
) -> list[str]:
    doubts = []
    name = subject_text(certificate)
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        doubts.append(
            f"the certificate of {name} is valid from {certificate.not_valid_before_utc:%Y-%m-%d}"
            f" to {certificate.not_valid_after_utc:%Y-%m-%d} only, and "
            + (
                f"its time-stamp is of {at:%Y-%m-%d}"
                if proven
                else "nothing proves when the signature was made"
            )
        )
    weak = None if anchor else weak_digest(certificate)
    if weak:
        doubts.append(f"the certificate of {name} was issued with {weak}, which is broken")
    strange = _strange_extension(certificate)
    if strange:
        doubts.append(f"the certificate of {name} has a critical limit that is unknown: {strange}")
    return doubts


def _strange_extension(certificate: x509.Certificate) -> str | None:
    """A critical extension that is not understood; it may be a limit that is not kept."""
    try:
        for extension in certificate.extensions:
            if extension.critical and extension.oid not in _UNDERSTOOD:
                return str(extension.oid.dotted_string)
    except UNREADABLE:
        return "its extensions cannot be read"
    return None


def is_authority(certificate: x509.Certificate) -> bool:
    """Whether a certificate may stand above others; one that may not is trusted for itself alone."""
    return _may_issue(certificate, intermediates=0)


def _may_issue(certificate: x509.Certificate, *, intermediates: int) -> bool:
    """Whether a certificate is an authority that may stand above so many others."""
    try:
        extensions = certificate.extensions
        basic = extensions.get_extension_for_class(x509.BasicConstraints).value
    except (x509.ExtensionNotFound, *UNREADABLE):
        return False
    try:
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
        signs = usage.key_cert_sign
    except x509.ExtensionNotFound:
        signs = True
    long_enough = basic.path_length is None or intermediates <= basic.path_length
    return basic.ca and signs and long_enough
