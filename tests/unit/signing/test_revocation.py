"""Evidence of revocation: what it proves, and whose word counts."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from signing_makers import NOW, Identity, certificate, identity, run, sign
from time_authority import TimeAuthority, make_authority

from app.errors import UserError
from app.services import timestamping
from app.services.timestamping import EvidenceFiles
from app.services.verification import verify_bytes
from app.signing.trust import Trust
from app.signing.verify import Verification

LATER = NOW + timedelta(days=800)
SOON = NOW + timedelta(hours=1)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("authority"))


def revocation_list(
    who: Identity, folder: Path, *, revoked: datetime | None = None, at: datetime = SOON,
    key: ec.EllipticCurvePrivateKey | None = None, critical: bool = False,
) -> Path:  # fmt: skip
    """A list of the signer's authority, or one that another key made in its name."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(who.authority.subject)
        .last_update(at)
        .next_update(at + timedelta(days=7))
    )
    if revoked is not None:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(who.certificate.serial_number)
            .revocation_date(revoked)
            .build()
        )
    if critical:
        limit = x509.IssuingDistributionPoint(
            full_name=None, relative_name=None, only_contains_user_certs=False,
            only_contains_ca_certs=True, only_some_reasons=None, indirect_crl=False,
            only_contains_attribute_certs=False,
        )  # fmt: skip
        builder = builder.add_extension(limit, critical=True)
    path = folder / "list.crl"
    path.write_bytes(
        builder.sign(key or who.authority_key, hashes.SHA256()).public_bytes(Encoding.PEM)
    )
    return path


def ocsp_answer(
    who: Identity, folder: Path, *, revoked: datetime | None = None, appointed: bool = False,
    usage: bool = True,
) -> Path:  # fmt: skip
    """An answer of the authority itself, or of a responder below it."""
    status = ocsp.OCSPCertStatus.GOOD if revoked is None else ocsp.OCSPCertStatus.REVOKED
    responder, key = who.authority, who.authority_key
    if appointed:
        key = ec.generate_private_key(ec.SECP256R1())
        kinds = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.OCSP_SIGNING]) if usage else None
        responder = certificate(
            "Responder", key, who.authority.subject, who.authority_key, extra=kinds
        )
    builder = (
        ocsp.OCSPResponseBuilder()
        .add_response(
            cert=who.certificate, issuer=who.authority, algorithm=hashes.SHA256(),
            cert_status=status, this_update=SOON, next_update=SOON + timedelta(days=1),
            revocation_time=revoked, revocation_reason=None,
        )
        .responder_id(ocsp.OCSPResponderEncoding.HASH, responder)
    )  # fmt: skip
    if appointed:
        builder = builder.certificates([responder])
    path = folder / "answer.der"
    path.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER))
    return path


def kept(
    folder: Path, authority: TimeAuthority, lists: tuple[Path, ...], answers: tuple[Path, ...] = ()
) -> Path:
    """A signed, stamped return with evidence."""
    file, stamped, out = folder / "r.xml", folder / "stamped.xml", folder / "kept.xml"
    file.write_bytes(sign())
    reply = folder / "a.tsr"
    reply.write_bytes(authority.answer(timestamping.request_for(file)))
    timestamping.stamp_with_file(file, reply, stamped)
    timestamping.add_evidence(stamped, EvidenceFiles(lists=lists, answers=answers), out)
    return out


def answer(file: Path, authority: TimeAuthority) -> Verification:
    anchors = (identity().authority, authority.root)
    return verify_bytes(file.read_bytes(), Trust(anchors), LATER, file=file.name)


def test_years_later_evidence_shows_that_nothing_was_revoked(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    file = revocation_list(identity(), tmp_path)
    said = run("openssl", "crl", "-in", file, "-noout", "-issuer").stdout
    assert "Test authority" in said
    for lists, answers in (((file,), ()), ((), (ocsp_answer(identity(), tmp_path),))):
        found = answer(kept(tmp_path, authority, lists, answers), authority)
        assert found.verdict == "valid"
        assert found.unrevoked_at is not None
        assert "no certificate of its chain was revoked" in found.reasons[2]


def test_a_revocation_before_the_time_stamp_counts_and_one_after_it_does_not(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    before = revocation_list(identity(), tmp_path, revoked=NOW - timedelta(hours=2))
    found = answer(kept(tmp_path, authority, (before,)), authority)
    assert found.verdict == "indeterminate"
    assert "was revoked on" in found.reasons[0]
    assert "before the signature's time-stamp" in found.reasons[0]
    told = ocsp_answer(identity(), tmp_path, revoked=NOW - timedelta(hours=2))
    assert answer(kept(tmp_path, authority, (), (told,)), authority).verdict == "indeterminate"
    after = revocation_list(identity(), tmp_path, revoked=NOW + timedelta(days=30))
    found = answer(kept(tmp_path, authority, (after,)), authority)
    assert found.verdict == "valid"
    assert found.unrevoked_at is None  # the list does not say that it was never revoked


def test_an_appointed_responder_counts_and_another_does_not(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    good = ocsp_answer(identity(), tmp_path, appointed=True)
    assert answer(kept(tmp_path, authority, (), (good,)), authority).unrevoked_at is not None
    unfit = ocsp_answer(identity(), tmp_path, appointed=True, usage=False)
    assert answer(kept(tmp_path, authority, (), (unfit,)), authority).unrevoked_at is None


@pytest.mark.parametrize("kind", ["forged", "limited", "too early"])
def test_the_word_of_others_does_not_count(
    tmp_path: Path, authority: TimeAuthority, kind: str
) -> None:
    other = ec.generate_private_key(ec.SECP256R1()) if kind == "forged" else None
    early = NOW - timedelta(days=3) if kind == "too early" else SOON
    file = revocation_list(identity(), tmp_path, key=other, at=early, critical=kind == "limited")
    found = answer(kept(tmp_path, authority, (file,)), authority)
    assert (found.verdict, found.unrevoked_at) == ("valid", None)
    assert "cannot be seen without a network" in found.reasons[0]


def test_what_is_no_evidence_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "r.xml"
    file.write_bytes(sign())
    junk = tmp_path / "junk"
    junk.write_bytes(b"nothing")
    for held in (EvidenceFiles(lists=(junk,)), EvidenceFiles(answers=(junk,)), EvidenceFiles()):
        with pytest.raises(UserError) as caught:
            timestamping.add_evidence(file, held, tmp_path / "out.xml")
        assert caught.value.code == "evidence-unreadable"
    assert not (tmp_path / "out.xml").exists()
