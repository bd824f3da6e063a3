"""A document verified as a stream gets the answer that its tree gets: every attack, every changed byte."""

import random
from functools import cache
from pathlib import Path

import pytest
import signing_makers
import tampering
from enveloped_attacks import CONTENT, WRAPPING, Enveloped
from lxml import etree
from signing_makers import NOW, identity, sign

from app.errors import UserError
from app.services import verification
from app.services.verification import verify_bytes, verify_path
from app.signing.streamed import streamed
from app.signing.verify import Verification
from app.xml.held import HeldBytes
from app.xml.writer import DECLARATION

PLAIN = (
    b'<Return xmlns="urn:praya:test:1" xmlns:o="urn:o"><Header><CeNumber>A &amp; B</CeNumber></Header>'
    b"<Rows><Row><Amount>980.00</Amount></Row>\n<o:Row><Amount>20.00</Amount></o:Row></Rows></Return>"
)


@cache
def plain() -> bytes:
    return sign(PLAIN)


def as_tree(data: bytes) -> Verification | str:
    try:
        return verify_bytes(data, identity().trust, NOW, file="x.xml")
    except UserError as refusal:
        return refusal.code


def as_stream(data: bytes, *, strict: bool = False) -> Verification | None:
    """The stream's answer; None where it leaves it to the tree."""
    return verification._as_stream(
        HeldBytes(data), identity().trust, NOW, file="x.xml", strict=strict
    )


def test_what_this_program_writes_is_read_as_a_stream() -> None:
    found = as_stream(plain())
    assert found is not None
    assert found.verdict == "valid"
    assert found == as_tree(plain())


def test_so_is_it_strictly() -> None:
    found = as_stream(plain(), strict=True)
    assert found is not None
    assert found.uncovered == ()
    assert found == verify_bytes(plain(), identity().trust, NOW, file="x.xml", strict=True)


@pytest.mark.parametrize("attack", [*WRAPPING, *CONTENT], ids=str)
@pytest.mark.parametrize("again", [False, True], ids=["as it is", "signed again"])
def test_every_attack_gets_the_same_answer(
    attack: Enveloped, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tampering, "sign", lambda: sign(PLAIN))
    try:
        data = attack.again() if again else attack.plain()
    except (AssertionError, IndexError):
        pytest.skip("the attack needs another document")
    ours = DECLARATION + data.partition(b"?>\n")[2]
    for body in (data, ours):
        found = as_stream(body)
        if found is not None:
            assert found == as_tree(body)
            assert again or found.verdict != "valid"


def test_one_bit_changed_anywhere_gets_the_same_answer() -> None:
    """Inside the document the stream answers itself; elsewhere it may leave it to the tree."""
    body = plain()
    answered = 0
    for mask in (0x01, 0x20):
        for at in range(0, len(body), 1 if mask == 1 else 5):
            changed = bytearray(body)
            changed[at] ^= mask
            found = as_stream(bytes(changed))
            if found is not None:
                answered += 1
                assert found == as_tree(bytes(changed)), at
                assert found.verdict == "invalid", at
    assert answered > 25


PIECES = (
    b"<!---->",
    b"<?x?>",
    b"<![CDATA[1]]>",
    b"&#49;",
    b" ",
    b"<a/>",
    b"<a></a>",
    b"\r",
    b">",
    b"<",
)


def test_whatever_is_put_in_gets_the_same_answer() -> None:
    dice = random.Random(7)
    body = plain()
    for _ in range(1500):
        changed = bytearray(body)
        for _ in range(dice.randrange(1, 3)):
            at = dice.randrange(len(changed))
            piece = dice.choice(PIECES)
            if dice.random() < 0.3:
                changed[at:at] = changed[at : at + dice.randrange(60)]
            else:
                changed[at:at] = piece
        found = as_stream(bytes(changed))
        if found is not None:
            assert found == as_tree(bytes(changed)), bytes(changed)


@pytest.mark.parametrize(
    "document",
    [
        PLAIN.replace(b"<Row>", b'<Row a="1">', 1),
        PLAIN.replace(b"<Row>", b'<Row xmlns="urn:p">', 1),
        PLAIN.replace(b"<Header>", b"\xef\xbf\xbe<Header>"),
    ],
)
def test_what_is_written_otherwise_is_left_to_the_tree(document: bytes) -> None:
    try:
        assert as_stream(sign(document)) is None
    except etree.XMLSyntaxError:
        pytest.fail("the stream does not fail on what it cannot read")


def test_a_prefix_of_signatures_that_means_something_else_changes_nothing() -> None:
    body = sign(PLAIN.replace(b"o:", b"ds:").replace(b":o=", b":ds="))
    assert as_stream(body) == as_tree(body)


def test_a_namespace_of_signatures_on_the_root_is_left_to_the_tree() -> None:
    spaced = PLAIN.replace(b"urn:o", b"http://www.w3.org/2000/09/xmldsig#")
    assert streamed(HeldBytes(sign(spaced))) is None


@pytest.mark.parametrize("size", [1, 7, 100, 1 << 18])
def test_the_size_of_the_chunks_does_not_matter(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.xml.held._CHUNK", size)
    found = as_stream(plain())
    assert found is not None
    assert found.verdict == "valid"


def test_a_large_file_is_not_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "SMALL", 100)
    monkeypatch.setattr(verification, "read_file", pytest.fail)
    file = tmp_path / "x.xml"
    file.write_bytes(plain())
    assert verify_path(file, identity().trust, NOW).verdict == "valid"
    file.write_bytes(plain().replace(b"980", b"981"))
    found = verify_path(file, identity().trust, NOW)
    assert found.reasons == ("the document was changed after it was signed",)


def test_the_plain_document_is_canonical() -> None:
    """Otherwise none of these tests would look at anything."""
    assert etree.tostring(etree.fromstring(PLAIN), method="c14n") == PLAIN
    assert signing_makers.DOCUMENT != PLAIN
