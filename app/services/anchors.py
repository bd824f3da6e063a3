"""Whom the workspace trusts: authorities, and single signers whose own certificate is pinned."""

from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from app.domain.changes import Changes
from app.domain.clock import stamp
from app.errors import UserError
from app.services.desk import Desk
from app.signing.certificates import issuer_text, read_certificate, subject_text
from app.signing.trust import Trust, is_authority, read_certificates
from app.store import anchors as store
from app.store import history
from app.store.workspace import Connection


class AnchorUnknown(UserError):
    """The workspace trusts no such certificate, or several fit."""

    code = "anchor-unknown"


@dataclass(frozen=True, slots=True)
class TrustAnchor:
    """A trusted certificate. `kind` is authority, or signer for one that is pinned.

    `fingerprint` is its SHA-256 as hex; moments are ISO 8601 in UTC.
    """

    fingerprint: str
    subject: str
    issuer: str
    kind: str
    valid_from: str
    valid_to: str
    at: str
    by: str

    def as_dict(self) -> dict[str, str]:
        """One entry of `anchors`."""
        return asdict(self)


def list_anchors(desk: Desk) -> list[TrustAnchor]:
    """Every certificate that the workspace trusts, in the order in which they came."""
    with desk.workspace.read() as connection:
        return [_described(item) for item in store.all_anchors(connection)]


def _described(held: store.Anchor) -> TrustAnchor:
    certificate = read_certificate(held.certificate)
    return TrustAnchor(
        fingerprint=held.fingerprint,
        subject=subject_text(certificate),
        issuer=issuer_text(certificate),
        kind="authority" if is_authority(certificate) else "signer",
        valid_from=stamp(certificate.not_valid_before_utc),
        valid_to=stamp(certificate.not_valid_after_utc),
        at=held.at,
        by=held.by,
    )


def add_anchors(desk: Desk, file: Path) -> Changes:
    """Trust the certificates of a file (PEM or DER) or folder; those known already are passed over."""
    found = read_certificates(file)
    with desk.workspace.write() as connection:
        known = {item.fingerprint for item in store.all_anchors(connection)}
        for certificate in found:
            mark = _fingerprint(certificate)
            if mark in known:
                continue
            known.add(mark)
            store.add_anchor(connection, mark, certificate.public_bytes(Encoding.DER), desk.seat)
            _note(desk, connection, "trust-added", mark, certificate)
    return Changes(settings=True)


def remove_anchor(desk: Desk, fingerprint: str) -> Changes:
    """Trust a certificate no longer; it is named by its fingerprint or a beginning that fits no other."""
    wanted = fingerprint.replace(":", "").strip().lower()
    with desk.workspace.write() as connection:
        fitting = [
            item
            for item in store.all_anchors(connection)
            if wanted and item.fingerprint.startswith(wanted)
        ]
        if len(fitting) != 1:
            many = "several trusted certificates" if fitting else "no trusted certificate"
            raise AnchorUnknown(f"“{fingerprint}” fits {many}; “praya trust list” shows them")
        store.remove_anchor(connection, fitting[0].fingerprint)
        certificate = read_certificate(fitting[0].certificate)
        _note(desk, connection, "trust-removed", fitting[0].fingerprint, certificate)
    return Changes(settings=True)


def _note(
    desk: Desk, connection: Connection, action: str, mark: str, certificate: x509.Certificate
) -> None:
    detail: dict[str, object] = {"fingerprint": mark, "subject": subject_text(certificate)}
    history.append(connection, seat=desk.seat, action=action, detail=detail)


def _fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()


def trust_of(desk: Desk, files: list[Path]) -> Trust:
    """The certificates of some files and those that the workspace trusts."""
    with desk.workspace.read() as connection:
        held = [read_certificate(item.certificate) for item in store.all_anchors(connection)]
    return Trust(tuple(dict.fromkeys([*Trust.load(files).anchors, *held])))
