"""Time-stamps: what they prove, for how long, and what they cannot be made to prove."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree
from signing_makers import DECLARATION, DOCUMENT, NOW, identity, run, sign
from time_authority import TimeAuthority, make_authority

from app.errors import UserError
from app.services import timestamping
from app.services.verification import verify_bytes
from app.signing.algorithms import XADES
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
        file.read_bytes(),
        Trust(tuple(anchors)),
        LATER if later else datetime.now(UTC),
        file=str(file),
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


def _token(file: Path) -> tuple[etree._Element, bytes]:
    root = etree.fromstring(file.read_bytes())
    element = next(root.iter(f"{{{XADES}}}EncapsulatedTimeStamp"))
    return element, base64.b64decode(element.text or "")


def _with_token(element: etree._Element, token: bytes, file: Path) -> Path:
    element.text = base64.b64encode(token).decode()
    root = element.getroottree().getroot()
    file.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return file


def test_a_key_that_the_reader_trusts_for_signing_cannot_stamp(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    """The same statement of the time, signed by a certificate below the very same root that is for
    signing documents: a stolen signer's key must not be able to set the clock back."""
    element, token = _token(stamped(signed("xml", tmp_path), authority))
    for kind, usage in (("stamper", True), ("signer", False)):
        cert, key = authority.another(tmp_path / kind, usage=usage)
        (tmp_path / "token.der").write_bytes(token)
        run("openssl", "cms", "-verify", "-noverify", "-inform", "DER", "-in",
            tmp_path / "token.der", "-out", tmp_path / "told.der")  # fmt: skip
        run("openssl", "cms", "-sign", "-cades", "-binary", "-nodetach", "-md", "sha256",
            "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-in", tmp_path / "told.der",
            "-signer", cert, "-inkey", key, "-outform", "DER",
            "-out", tmp_path / "forged.der")  # fmt: skip
        forged = (tmp_path / "forged.der").read_bytes()
        found = answer(_with_token(element, forged, tmp_path / "forged.xml"), authority)
        assert (found.proven_at is not None) == usage, found.reasons


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ('<xades:Include URI="#x"/>', "covers more"),
        ('<xades:ReferenceInfo URI="#x"/>', "covers more"),
        ("<xades:EncapsulatedTimeStamp>AA==</xades:EncapsulatedTimeStamp>", "2 xades:Encaps"),
        ("<xades:XMLTimeStamp/>", "covers more"),
    ],
)
def test_a_stamp_that_says_it_covers_something_else_proves_nothing(
    tmp_path: Path, authority: TimeAuthority, inside: str, says: str
) -> None:
    body = stamped(signed("xml", tmp_path), authority).read_text()
    odd = tmp_path / "odd.xml"
    odd.write_text(
        body.replace("</xades:SignatureTimeStamp>", f"{inside}</xades:SignatureTimeStamp>")
    )
    found = answer(odd, authority)
    assert (found.verdict, found.proven_at) == ("indeterminate", None)
    assert says in found.reasons[0]


def test_a_changed_token_proves_nothing(tmp_path: Path, authority: TimeAuthority) -> None:
    element, token = _token(stamped(signed("xml", tmp_path), authority))
    for place in range(4, len(token), 97):
        changed = token[:place] + bytes([token[place] ^ 1]) + token[place + 1 :]
        found = answer(_with_token(element, changed, tmp_path / "changed.xml"), authority)
        assert found.verdict != "invalid"
        assert found.proven_at is None or found.verdict == "valid"
    cut = answer(_with_token(element, token[:-1], tmp_path / "cut.xml"), authority)
    assert (cut.verdict, cut.proven_at) == ("indeterminate", None)


def test_a_container_outlives_the_signer_s_certificate_with_a_stamp_alone(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    plain = tmp_path / "one.asice"
    plain.write_bytes(
        write_container([RETURN], [sign_files([RETURN], identity("p256").signer, at=NOW)])
    )
    without = answer(plain, authority, later=True)
    assert (without.verdict, without.scope) == ("indeterminate", "whole")
    assert "nothing proves when the signature was made" in without.reasons[0]
    assert answer(stamped(plain, authority), authority, later=True).verdict == "valid"


def test_a_file_without_a_signature_cannot_be_stamped(tmp_path: Path) -> None:
    plain = tmp_path / "plain.xml"
    plain.write_bytes(DOCUMENT)
    with pytest.raises(UserError) as caught:
        timestamping.request_for(plain)
    assert caught.value.code == "nothing-to-stamp"
    with pytest.raises(UserError, match="no number 3"):
        timestamping.request_for(signed("asice", tmp_path), 3)
