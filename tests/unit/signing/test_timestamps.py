"""Time-stamps: what they prove, for how long, and what they cannot be made to prove."""

from datetime import timedelta
from pathlib import Path

import pytest
from signing_makers import DECLARATION, DOCUMENT, NOW, identity, run, sign
from time_authority import TimeAuthority, make_authority

from app.errors import UserError
from app.services import timestamping
from app.services.verification import verify_bytes
from app.signing.asice import write_container
from app.signing.detached import SignedFile, sign_files
from app.signing.trust import Trust
from app.signing.verify import Verification

LATER = NOW + timedelta(days=800)
"""Long after the signer's certificate has ended."""
RETURN = SignedFile("return.xml", DECLARATION + DOCUMENT)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("authority"))


def signed(kind: str, folder: Path) -> Path:
    """A signed return, or a container of two signatures."""
    path = folder / f"return.{kind}"
    if kind == "xml":
        path.write_bytes(sign())
    else:
        both = [sign_files([RETURN], identity(name).signer, at=NOW) for name in ("p256", "rsa2048")]
        path.write_bytes(write_container([RETURN], both))
    return path


def stamped(file: Path, authority: TimeAuthority, number: int = 1) -> Path:
    answer, out = file.with_suffix(".tsr"), file.with_name(f"stamped-{number}-{file.name}")
    answer.write_bytes(authority.answer(timestamping.request_for(file, number)))
    timestamping.stamp_with_file(file, answer, out, number)
    return out


def answer(file: Path, *more: TimeAuthority, later: bool = False) -> Verification:
    anchors = [who.authority for who in (identity(), identity("p256"), identity("rsa2048"))]
    anchors += [item.root for item in more]
    return verify_bytes(
        file.read_bytes(), Trust(tuple(anchors)), LATER if later else NOW, file=str(file)
    )


def test_a_time_stamp_outlives_the_signer_s_certificate(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    file = signed("xml", tmp_path)
    without = answer(file, authority, later=True)
    assert without.verdict == "indeterminate"
    assert "nothing proves when the signature was made" in without.reasons[0]
    found = answer(stamped(file, authority), authority, later=True)
    assert found.verdict == "valid"
    assert found.stamped_by == "Test time authority"
    assert found.proven_at is not None
    assert "proves that the signature existed" in found.reasons[1]


def test_openssl_reads_the_question_and_the_answer_that_is_kept(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    file = signed("xml", tmp_path)
    question = timestamping.request_for(file)
    (tmp_path / "q.tsq").write_bytes(question)
    said = run("openssl", "ts", "-query", "-in", tmp_path / "q.tsq", "-text").stdout
    assert "sha256" in said
    (tmp_path / "a.tsr").write_bytes(authority.answer(question))
    command = ("openssl", "ts", "-verify", "-queryfile", tmp_path / "q.tsq", "-in",
               tmp_path / "a.tsr", "-CAfile", authority.pem)  # fmt: skip
    assert "Verification: OK" in run(*command).stdout


def test_each_signature_of_a_container_gets_its_own(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    once = stamped(signed("asice", tmp_path), authority, 1)
    assert [item.proven_at is not None for item in answer(once, authority).signatures] == [
        True,
        False,
    ]
    twice = stamped(once, authority, 2)
    found = answer(twice, authority, later=True)
    assert (found.verdict, found.scope) == ("valid", "whole")


def test_a_server_is_asked_only_for_a_digest(tmp_path: Path, authority: TimeAuthority) -> None:
    file, out = signed("xml", tmp_path), tmp_path / "out.xml"
    with authority.server() as url:
        timestamping.stamp_with_server(file, url, out)
    assert answer(out, authority).proven_at is not None
    with pytest.raises(UserError) as caught:
        timestamping.stamp_with_server(file, url, out)
    assert caught.value.code == "timestamp-server"
    for address in ("file:///etc/passwd", "ftp://example.org", "example.org"):
        with pytest.raises(UserError, match="no address of a server"):
            timestamping.stamp_with_server(file, address, out)


def test_an_unknown_authority_proves_nothing(tmp_path: Path, authority: TimeAuthority) -> None:
    """Its certificates lie in the token itself and must not vouch for each other."""
    stranger = make_authority(tmp_path / "stranger")
    found = answer(stamped(signed("xml", tmp_path), stranger), authority)
    assert found.verdict == "indeterminate"
    assert "cannot be relied on" in found.reasons[0]
    assert found.proven_at is None


def test_a_certificate_that_may_not_stamp_proves_nothing(tmp_path: Path) -> None:
    other = make_authority(tmp_path / "other", usage=False)
    file = signed("xml", tmp_path)
    with pytest.raises(Exception, match=r"non-zero|refused|no answer"):
        stamped(file, other)


def test_the_answer_for_another_signature_is_refused(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    file = signed("xml", tmp_path)
    other = tmp_path / "other.xml"
    other.write_bytes(sign(who=identity("rsa2048")))
    reply = tmp_path / "a.tsr"
    reply.write_bytes(authority.answer(timestamping.request_for(other)))
    with pytest.raises(UserError) as caught:
        timestamping.stamp_with_file(file, reply, tmp_path / "out.xml")
    assert caught.value.code == "timestamp-refused"
    assert not (tmp_path / "out.xml").exists()


@pytest.mark.parametrize(
    "body", [b"", b"<html>down for maintenance</html>", b"\x30\x03\x02\x01\x00"]
)
def test_what_is_no_answer_is_refused(tmp_path: Path, body: bytes) -> None:
    reply = tmp_path / "a.tsr"
    reply.write_bytes(body)
    with pytest.raises(UserError) as caught:
        timestamping.stamp_with_file(signed("xml", tmp_path), reply, tmp_path / "out.xml")
    assert caught.value.code == "timestamp-refused"


def test_a_stamp_moved_to_another_signature_proves_nothing(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    body = stamped(signed("xml", tmp_path), authority).read_bytes()
    start = body.index(b"<xades:UnsignedProperties")
    end = body.index(b"</xades:QualifyingProperties>")
    other = sign(who=identity("rsa2048"))
    moved = tmp_path / "moved.xml"
    at = other.index(b"</xades:QualifyingProperties>")
    moved.write_bytes(other[:at] + body[start:end] + other[at:])
    found = answer(moved, authority)
    assert (found.verdict, found.proven_at) == ("indeterminate", None)
    assert "belongs to another signature" in found.reasons[0]


def test_other_unsigned_properties_are_a_doubt(tmp_path: Path, authority: TimeAuthority) -> None:
    body = stamped(signed("xml", tmp_path), authority).read_bytes()
    more = b"<xades:CounterSignature></xades:CounterSignature></xades:UnsignedSignatureProperties>"
    odd = tmp_path / "odd.xml"
    odd.write_bytes(body.replace(b"</xades:UnsignedSignatureProperties>", more))
    found = answer(odd, authority)
    assert found.verdict == "indeterminate"
    assert "CounterSignature" in found.reasons[0]


def test_a_file_without_a_signature_cannot_be_stamped(tmp_path: Path) -> None:
    plain = tmp_path / "plain.xml"
    plain.write_bytes(DOCUMENT)
    with pytest.raises(UserError) as caught:
        timestamping.request_for(plain)
    assert caught.value.code == "nothing-to-stamp"
    with pytest.raises(UserError, match="no number 3"):
        timestamping.request_for(signed("asice", tmp_path), 3)
