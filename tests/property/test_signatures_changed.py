"""Whatever changes in a signed file: the program never calls other content valid, and never fails."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from signing_makers import DOCUMENT, identity, run, sign, verify

from app.errors import UserError
from app.signing.algorithms import DS


@cache
def signed() -> bytes:
    return sign()


def verdict(data: bytes) -> str:
    """valid, invalid, indeterminate, or unreadable."""
    try:
        return verify(data).verdict
    except UserError:
        return "unreadable"


def content(data: bytes) -> bytes:
    """The canonical document without its signature, found without the program's own code."""
    root = etree.fromstring(data)
    for signature in root.findall(f"{{{DS}}}Signature"):
        root.remove(signature)
    return etree.tostring(root, method="c14n")


ENCODING_NAME = range(signed().index(b"UTF-8"), signed().index(b"UTF-8") + 3)
"""The only bytes of the file whose change leaves the same document: XML reads “utf-8” alike."""


def test_one_bit_changed_anywhere_is_noticed_except_in_the_name_of_the_encoding() -> None:
    body = signed()
    for mask in (0x01, 0x20):
        for at in range(len(body)):
            changed = bytearray(body)
            changed[at] ^= mask
            told = verdict(bytes(changed))
            if told == "valid":
                assert at in ENCODING_NAME
                assert mask == 0x20
                assert content(bytes(changed)) == DOCUMENT
            assert told != "indeterminate", f"byte {at}"


@pytest.mark.parametrize("part", range(6))
def test_xmlsec1_agrees_on_a_sample_of_positions(part: int, tmp_path: Path) -> None:
    """Where xmlsec1 refuses a changed byte, the program does; what it calls valid, xmlsec1 does."""
    folder = tmp_path
    trusted = identity().authority_pem(folder)
    file = folder / "changed.xml"
    body = signed()
    start = body.index(b"<Return")
    for at in range(part * 40, len(body), 241):
        changed = bytearray(body)
        changed[at] ^= 0x01
        file.write_bytes(changed)
        outside = run("xmlsec1", "--verify", "--trusted-pem", trusted, file, check=False)
        assert verdict(bytes(changed)) != "valid"
        covered = start <= at < body.index(b"<ds:Signature") or at >= body.rindex(b"</Return>")
        if covered:
            assert outside.returncode != 0, f"xmlsec1 accepts byte {at}"


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_changes_are_valid_only_when_the_document_is_the_same(data: st.DataObject) -> None:
    body = bytearray(signed())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body) - 1))
        kind = data.draw(st.sampled_from(("replace", "insert", "delete", "double")))
        piece = data.draw(st.binary(min_size=1, max_size=4) | st.sampled_from(PIECES))
        length = data.draw(st.integers(1, 40))
        if kind == "replace":
            body[at : at + len(piece)] = piece
        elif kind == "insert":
            body[at:at] = piece
        elif kind == "delete":
            del body[at : at + length]
        else:
            body[at:at] = body[at : at + length]
    if verdict(bytes(body)) == "valid":
        assert content(bytes(body)) == DOCUMENT


PIECES = [b" ", b"\n", b"<!---->", b"<a/>", b"&#49;", b"<?x?>", b'"', b"'", b"/", b"<![CDATA[1]]>"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert verdict(data) in ("invalid", "unreadable")


_NAMES = st.sampled_from(
    [f"{{{DS}}}{name}" for name in ("Signature", "SignedInfo", "Reference", "KeyInfo", "Object")]
    + ["{http://uri.etsi.org/01903/v1.3.2#}QualifyingProperties", "a"]
)


@st.composite
def trees(draw: st.DrawFn) -> bytes:
    """Small trees made of the parts of signatures."""

    def element(depth: int) -> etree._Element:
        made = etree.Element(draw(_NAMES), draw(st.dictionaries(_KEYS, st.text("ab#", max_size=3))))
        made.text = draw(st.text("AB= ", max_size=4))
        for _ in range(draw(st.integers(0, 3 if depth else 0))):
            made.append(element(depth - 1))
        return made

    return etree.tostring(element(4))


_KEYS = st.sampled_from(["Id", "URI", "Algorithm", "Type"])


@settings(deadline=None)
@given(trees())
def test_any_heap_of_signature_parts_gets_an_answer(data: bytes) -> None:
    assert verdict(data) == "invalid"
