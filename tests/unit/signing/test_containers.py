"""Containers: what is written is accepted, what misleads is refused by name."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from signing_makers import DECLARATION, DOCUMENT, NOW, identity, sign

from app.services.verification import verify_bytes
from app.signing.algorithms import DS, XADES
from app.signing.asice import ContainerRefused, read_container, write_container
from app.signing.detached import SignedFile, sign_files
from app.signing.properties import Claims
from app.signing.trust import Trust
from app.signing.verify import Verification

RETURN = SignedFile("CAR_ZZL001_2026-10.xml", DECLARATION + DOCUMENT)
NOTE = SignedFile("cover sheet.txt", b"what this is", "text/plain")


def made(*files: SignedFile, kind: str = "p256", claims: Claims | None = None) -> bytes:
    files = files or (RETURN,)
    return write_container(files, [signature(*files, kind=kind, claims=claims)])


def signature(*files: SignedFile, kind: str = "p256", claims: Claims | None = None) -> bytes:
    signer = identity(kind).signer
    return sign_files(files or (RETURN,), signer, at=NOW, claims=claims or Claims())


def answer(data: bytes, *kinds: str) -> Verification:
    anchors = tuple(identity(kind).authority for kind in kinds or ("p256",))
    return verify_bytes(data, Trust(anchors), NOW, file="x.asice")


@pytest.mark.parametrize("kind", ["rsa2048", "p256", "p384"])
def test_a_container_is_valid_and_says_what_it_covers(kind: str) -> None:
    claims = Claims("Responsible officer", "Hong Kong", "HK", "approval")
    found = answer(made(RETURN, NOTE, kind=kind, claims=claims), kind)
    assert (found.verdict, found.scope, found.signer) == ("valid", "whole", "Chan Tai Man")
    assert found.covers == (RETURN.name, NOTE.name)
    (one,) = found.signatures
    assert (one.role, one.place, one.commitment) == (
        "Responsible officer",
        "Hong Kong, HK",
        "approval",
    )


def test_two_people_sign_side_by_side_and_each_is_told() -> None:
    both = [
        signature(claims=Claims(role="Preparer")),
        signature(kind="rsa2048", claims=Claims(role="Responsible officer")),
    ]
    data = write_container([RETURN], both)
    found = answer(data, "p256", "rsa2048")
    assert found.verdict == "valid"
    assert [item.role for item in found.signatures] == ["Preparer", "Responsible officer"]
    known_one = answer(data, "p256")
    assert known_one.verdict == "indeterminate"
    assert [item.verdict for item in known_one.signatures] == ["valid", "indeterminate"]


def test_one_bad_signature_among_two_is_enough() -> None:
    bad = signature().replace(b"<ds:SignatureValue>", b"<ds:SignatureValue>AAAA")
    found = answer(write_container([RETURN], [signature(), bad]))
    assert found.verdict == "invalid"


def test_a_file_that_is_not_covered_is_never_valid() -> None:
    data = write_container([RETURN, NOTE], [signature(RETURN)])
    found = answer(data)
    assert (found.verdict, found.scope) == ("indeterminate", "partial")
    assert "cover sheet.txt" in found.reasons[0]


def test_the_same_content_gives_the_same_bytes() -> None:
    one = signature()
    assert write_container([RETURN], [one]) == write_container([RETURN], [one])


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_changed_byte_of_a_file_or_signature_stays_valid(data: Any) -> None:
    """The members are stored, so that a change is a change of the content itself."""
    signed = signature()
    content = RETURN.body
    name = data.draw(st.sampled_from(["file", "signature"]))
    body = content if name == "file" else signed
    end = body.index(b"</ds:SignedInfo>") if name == "signature" else len(body)
    at = data.draw(st.integers(body.index(b"<", 5), end - 1))
    changed = body[:at] + bytes([body[at] ^ (1 << data.draw(st.integers(0, 6)))]) + body[at + 1 :]
    files = [SignedFile(RETURN.name, changed if name == "file" else content)]
    found = answer(write_container(files, [changed if name == "signature" else signed]))
    assert found.verdict != "valid" or (name == "signature" and _same(changed, body))


def _same(a: bytes, b: bytes) -> bool:
    """Another spelling of the same XML, such as white space inside a tag."""
    try:
        return etree.tostring(etree.fromstring(a), method="c14n") == etree.tostring(
            etree.fromstring(b), method="c14n"
        )
    except etree.XMLSyntaxError:
        return False


def rewritten(change: Callable[[list[tuple[zipfile.ZipInfo, bytes]]], None]) -> bytes:
    """The container with its list of members changed."""
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        members = [(item, archive.read(item)) for item in archive.infolist()]
    change(members)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for item, body in members:
            archive.writestr(item, body)
    return out.getvalue()


def member(name: str, body: bytes, **kinds: Any) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name)
    for key, value in kinds.items():
        setattr(info, key, value)
    return info, body


Members = list[tuple[zipfile.ZipInfo, bytes]]
MISLEADING: list[tuple[str, Callable[[Members], None], str]] = [
    ("no mimetype", lambda m: m.pop(0), "first member"),
    ("mimetype last", lambda m: m.append(m.pop(0)), "first member"),
    (
        "other mimetype",
        lambda m: m.__setitem__(0, member("mimetype", b"application/zip")),
        "ASiC-E",
    ),
    (
        "packed mimetype",
        lambda m: m.__setitem__(0, member("mimetype", m[0][1], compress_type=8)),
        "not stored plainly",
    ),
    ("climbing name", lambda m: m.append(member("../evil.xml", b"x")), "misleads"),
    ("absolute name", lambda m: m.append(member("/evil.xml", b"x")), "misleads"),
    ("drive letter", lambda m: m.append(member("C:evil.xml", b"x")), "misleads"),
    ("backslash", lambda m: m.append(member("a\\..\\evil.xml", b"x")), "misleads"),
    ("bidi name", lambda m: m.append(member("a\u202elmx.exe", b"x")), "misleads"),
    ("dotted name", lambda m: m.append(member("a/./b.xml", b"x")), "misleads"),
    ("twice by case", lambda m: m.append(member(RETURN.name.upper(), b"x")), "occurs twice"),
    ("link", lambda m: m.append(member("l", b"/etc", external_attr=0o120777 << 16)), "link"),
    ("bomb", lambda m: m.append(member("b", bytes(3 << 20), compress_type=8)), "100 times"),
    ("in META-INF", lambda m: m.append(member("META-INF/x.bin", b"x")), "belongs to no"),
]


@pytest.mark.parametrize(("change", "reason"), [item[1:] for item in MISLEADING],
                         ids=[item[0] for item in MISLEADING])  # fmt: skip
def test_a_misleading_archive_is_refused_by_name(
    change: Callable[[Members], None], reason: str
) -> None:
    with pytest.raises(ContainerRefused, match=reason):
        read_container(rewritten(change), file="x.asice")


def test_what_hides_between_members_or_behind_them_is_refused() -> None:
    data = made()
    end = data.rindex(b"PK\x05\x06")
    commented = data[: end + 20] + b"\x05\x00hello"
    with pytest.raises(ContainerRefused, match="comment"):
        read_container(commented, file="x.asice")
    with pytest.raises(ContainerRefused, match=r"start|between"):
        read_container(b"junk" + data, file="x.asice")
    with pytest.raises(ContainerRefused):
        read_container(data[: len(data) // 2], file="x.asice")
    renamed = data.replace(RETURN.name.encode(), b"X" + RETURN.name.encode()[1:], 1)
    with pytest.raises(ContainerRefused, match="another name inside"):
        read_container(renamed, file="x.asice")


def changed(edit: Callable[[etree._Element], object]) -> Verification:
    root = etree.fromstring(signature())
    edit(root)
    return answer(write_container([RETURN], [etree.tostring(root)]))


def _reference(root: etree._Element) -> etree._Element:
    found = root.find(f".//{{{DS}}}Reference")
    assert found is not None
    return found


def _transform(root: etree._Element) -> None:
    held = etree.Element(f"{{{DS}}}Transforms")
    etree.SubElement(
        held, f"{{{DS}}}Transform", Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"
    )
    _reference(root).insert(0, held)


def _double(root: etree._Element) -> None:
    info = _reference(root).getparent()
    assert info is not None
    copy = etree.fromstring(etree.tostring(_reference(root)))
    copy.attrib.pop("Id")
    info.insert(2, copy)


TAMPERED: list[tuple[str, Callable[[etree._Element], object], str]] = [
    ("other file", lambda r: _reference(r).set("URI", "other.xml"), "does not hold"),
    ("remote file", lambda r: _reference(r).set("URI", "https://example.org/a"), "does not hold"),
    ("whole document", lambda r: _reference(r).set("URI", ""), "nothing|refers to"),
    ("a part", lambda r: _reference(r).set("URI", "#x"), "refers to"),
    ("transform", _transform, "transforms"),
    ("twice", _double, "two references"),
    ("comment", lambda r: r[0].append(etree.Comment("x")), "comment"),
    ("foreign", lambda r: etree.SubElement(r, "{urn:x}y"), "something else"),
    ("text", lambda r: setattr(r[0], "tail", "x"), "text beside"),
    ("no signature", lambda r: r.remove(r[0]), "something else"),
    ("other root", lambda r: setattr(r, "tag", "{urn:x}XAdESSignatures"), "does not begin"),
    (
        "role changed",
        lambda r: r.find(f".//{{{XADES}}}SigningTime").__setattr__("text", "2020-01-01T00:00:00Z"),
        "changed after signing",
    ),
]


@pytest.mark.parametrize(("edit", "reason"), [item[1:] for item in TAMPERED],
                         ids=[item[0] for item in TAMPERED])  # fmt: skip
def test_a_tampered_signature_is_not_valid(
    edit: Callable[[etree._Element], object], reason: str
) -> None:
    found = changed(edit)
    assert found.verdict == "invalid"
    assert found.scope is None
    assert re.search(reason, found.reasons[0]), found.reasons


def test_an_empty_container_and_one_without_signatures_are_not_valid() -> None:
    assert answer(write_container([], [])).reasons == ("the container holds no file",)
    assert answer(write_container([RETURN], [])).reasons == ("the container holds no signature",)


def test_an_enveloped_signature_inside_is_not_the_containers() -> None:
    data = write_container([SignedFile("return.xml", sign())], [])
    assert answer(data).verdict == "invalid"
