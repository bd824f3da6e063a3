"""Exported returns as strangers see them: xmllint for the schema, xmlsec1 and signxml for the signature."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signing_makers import DECLARATION, NOW, identity, run, sign, small_pack, verify
from signing_office import Office
from signxml.exceptions import InvalidDigest, InvalidSignature
from signxml.xades import XAdESSigner, XAdESVerifier

from app.domain.pack import Pack
from app.services import submission
from app.services.desk import Desk
from app.services.packs import add_pack, open_pack, shipped_packs
from app.services.verification import verify_file
from app.signing.xades import sign_document
from app.store.workspace import Workspace
from app.xml.reader import read_rows
from app.xml.safe import parse
from app.xml.writer import canonical_parts

KINDS = ["rsa2048", "p256", "p384"]


def schema_accepts(pack: Pack, folder: Path, file: Path) -> None:
    """xmllint with the XSDs as the pack holds them."""
    for name, body in pack.schema_files.items():
        place = folder / "xsd" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
    run("xmllint", "--noout", "--nonet", "--schema", folder / "xsd" / pack.manifest.schema, file)


def xmlsec_accepts(trusted: Path, file: Path) -> bool:
    command = ("xmlsec1", "--verify", "--trusted-pem", trusted, file)
    return run(*command, check=False).returncode == 0


def signxml_accepts(trusted: Path, data: bytes) -> bool:
    try:
        XAdESVerifier().verify(data, ca_pem_file=str(trusted))
    except (InvalidSignature, InvalidDigest):
        return False
    return True


def changes(body: bytes) -> Iterator[bytes]:
    """The file with one figure of its content changed, at a few places."""
    end = body.index(b"<ds:Signature")
    places = [at for at in range(60, end) if body[at : at + 1].isdigit() and body[at - 1] == 0x3E]
    for at in (places[0], places[len(places) // 2], places[-1]):
        other = b"1" if body[at : at + 1] != b"1" else b"2"
        yield body[:at] + other + body[at + 1 :]


@pytest.mark.parametrize("kind", KINDS)
def test_an_exported_return_is_accepted_outside_and_changed_ones_are_not(
    workspace: Workspace, tmp_path: Path, kind: str
) -> None:
    office = Office(Desk(workspace, "Mei"), Desk(workspace, "Boss"))
    add_pack(office.mei, small_pack())
    number = office.approved()
    who = identity(kind)
    submission.sign(office.boss, number, who.signer)
    file = submission.export(office.boss, number, tmp_path / "out")[0].path
    trusted = who.authority_pem(tmp_path)
    schema_accepts(open_pack(small_pack()), tmp_path, file)
    assert xmlsec_accepts(trusted, file)
    assert signxml_accepts(trusted, file.read_bytes())
    assert verify_file(file, [trusted]).verdict == "valid"
    broken = tmp_path / "broken.xml"
    for changed in changes(file.read_bytes()):
        broken.write_bytes(changed)
        assert not xmlsec_accepts(trusted, broken)
        assert not signxml_accepts(trusted, changed)
        assert verify_file(broken, [trusted]).verdict == "invalid"


@pytest.mark.parametrize("number", range(len(shipped_packs())))
@pytest.mark.parametrize("kind", ["rsa2048", "p256"])
def test_the_example_of_every_shipped_pack_is_accepted_when_signed(
    number: int, kind: str, tmp_path: Path
) -> None:
    files = shipped_packs()[number]
    pack = open_pack(files)
    example = files["form/examples/base.xml"]
    rows = read_rows(parse(example, file="base.xml"), pack.schema)
    body = bytearray()
    who = identity(kind)
    parts = canonical_parts(pack.schema, rows)
    sign_document(DECLARATION, parts, body.extend, who.signer, at=NOW)
    file = tmp_path / "return.xml"
    file.write_bytes(body)
    trusted = who.authority_pem(tmp_path)
    schema_accepts(pack, tmp_path, file)
    assert xmlsec_accepts(trusted, file)
    assert signxml_accepts(trusted, bytes(body))
    assert verify_file(file, [trusted]).verdict == "valid"
    broken = tmp_path / "broken.xml"
    for changed in changes(bytes(body)):
        broken.write_bytes(changed)
        assert not xmlsec_accepts(trusted, broken)
        assert verify_file(broken, [trusted]).verdict == "invalid"


def test_difficult_text_survives_signing(tmp_path: Path) -> None:
    """Markup characters, line ends, spaces, Chinese and characters beyond the first plane."""
    text = "&lt;b&gt; &amp;amp; \" ' 冷錢包 𠮷 \t &#xD;\n  end "
    document = f'<r xmlns="urn:x" a="&lt;&quot;&#x9;&#xA;冷"><v>{text}</v></r>'.encode()
    file = tmp_path / "r.xml"
    file.write_bytes(sign(document))
    trusted = identity().authority_pem(tmp_path)
    assert xmlsec_accepts(trusted, file)
    assert signxml_accepts(trusted, file.read_bytes())
    assert verify_file(file, [trusted]).verdict == "valid"


SOURCES = [
    '<a xmlns="urn:x"><b>1</b></a>',
    '<p:a xmlns:p="urn:x" xmlns:q="urn:y" q:z="1">\n  <p:b q:c="2">1</p:b>\n</p:a>',
    '<a><b xmlns="urn:z"><c xmlns=""/></b></a>',
]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_signxml_signs_is_valid_here_as_for_xmlsec1(
    source: str, kind: str, tmp_path: Path
) -> None:
    who = identity(kind)
    signer = XAdESSigner(signature_algorithm="rsa-sha256" if kind == "rsa2048" else "ecdsa-sha256")
    pem = who.certificate.public_bytes(Encoding.PEM).decode()
    made = signer.sign(etree.fromstring(source), key=who.key, cert=pem)
    data = etree.tostring(made)
    file = tmp_path / "theirs.xml"
    file.write_bytes(data)
    assert xmlsec_accepts(who.authority_pem(tmp_path), file)
    result = verify(data, who)
    assert result.verdict == "valid", result.reasons
    before, mark, after = data.partition(b"<ds:SignatureValue>")
    assert mark
    changed = before.replace(b">1<", b">2<") + mark + after
    if changed != data:
        assert verify(changed, who).verdict == "invalid"


Change = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace(b"980.00", b"&#57;80.00"),
        lambda body: body.replace(b"<Amount>", b"<Amount  >"),
        lambda body: body.replace(b"UTF-8", b"utf-8"),
        lambda body: body.replace(b"<Rows>", b"\n<Rows>"),
        lambda body: body.replace(b"</ds:Signature>", b"</ds:Signature> "),
    ],
    ids=["reference", "space in a tag", "encoding name", "line", "space after"],
)
def test_the_program_and_xmlsec1_agree_on_other_spellings(change: Change, tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(change(sign()))
    outside = xmlsec_accepts(identity().authority_pem(tmp_path), file)
    assert (verify(file.read_bytes()).verdict == "valid") == outside
