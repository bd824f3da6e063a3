"""Which signers are trusted: chains from a certificate to the user's own list of anchors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from app.errors import UserError

_LONGEST_CHAIN = 6


class TrustUnreadable(UserError):
    """The file of anchors cannot be read."""

    code = "trust-unreadable"


@dataclass(frozen=True)
class Trust:
    """Trust anchors. An anchor may be an authority or a pinned signer's own certificate."""

    anchors: tuple[x509.Certificate, ...] = ()

    @classmethod
    def load(cls, files: Iterable[Path]) -> "Trust":
        """Read PEM files, each with one or more certificates."""
        anchors: list[x509.Certificate] = []
        for file in files:
            try:
                anchors += x509.load_pem_x509_certificates(file.read_bytes())
            except OSError as error:
                raise TrustUnreadable(
                    f"the file cannot be read: {error.strerror}", file=file
                ) from error
            except ValueError as error:
                raise TrustUnreadable("the file holds no PEM certificate", file=file) from error
        return cls(tuple(anchors))

    def doubts(
        self, leaf: x509.Certificate, others: Iterable[x509.Certificate], at: datetime
    ) -> list[str]:
        """Why the signer cannot be trusted at a moment; empty when it can."""
        if not self.anchors:
            return ["no trust anchors were given, so it is unknown who the signer is"]
        doubts = []
        if not _may_sign(leaf):
            doubts.append("the certificate's key usage does not allow signing documents")
        chain = self._chain(leaf, tuple(others))
        if chain is None:
            return [*doubts, "the certificate does not lead to a trusted authority"]
        for certificate in chain:
            if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
                name = certificate.subject.rfc4514_string()
                doubts.append(
                    f"the certificate of {name} is valid from {certificate.not_valid_before_utc:%Y-%m-%d}"
                    f" to {certificate.not_valid_after_utc:%Y-%m-%d} only,"
                    " and nothing proves when the signature was made"
                )
        return doubts

    def _chain(
        self, leaf: x509.Certificate, others: tuple[x509.Certificate, ...]
    ) -> list[x509.Certificate] | None:
        chain = [leaf]
        while len(chain) <= _LONGEST_CHAIN:
            if chain[-1] in self.anchors:
                return chain
            issuer = _issuer(chain[-1], (*self.anchors, *others))
            if issuer is None or issuer in chain:
                return None
            chain.append(issuer)
        return None


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _issuer(
    certificate: x509.Certificate, candidates: Iterable[x509.Certificate]
) -> x509.Certificate | None:
    for candidate in candidates:
        if candidate.subject != certificate.issuer or not _is_authority(candidate):
            continue
        try:
            certificate.verify_directly_issued_by(candidate)
        except (InvalidSignature, ValueError, TypeError, UnsupportedAlgorithm):
            continue
        return candidate
    return None


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
