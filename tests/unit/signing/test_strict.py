"""Verifying strictly: of a file that this program wrote, not one bit can be changed unnoticed."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from lxml import etree
from signing_makers import DECLARATION, DOCUMENT, NOW, identity, private_key, sign
from time_authority import make_authority

from app.errors import UserError
from app.services import timestamping
from app.services.verification import verify_bytes
from app.signing.algorithms import DS, ECDSA_SHA256, ECDSA_SHA384, is_low, lowered
from app.signing.asice import LARGE, write_container
from app.signing.detached import SignedFile, sign_files
from app.signing.trust import Trust

RETURN = SignedFile("return.xml", DECLARATION + DOCUMENT)
KINDS = ("p256", "p384", "rsa2048")


def container(kind: str = "p256", *files: SignedFile) -> bytes:
    files = files or (RETURN,)
    return write_container(files, [sign_files(files, identity(kind).signer, at=NOW)])


def verdict(data: bytes, *kinds: str, strict: bool = True) -> str:
    """The verdict, or `refused` where the file is not even read."""
    trust = Trust(tuple(identity(kind).authority for kind in kinds or KINDS))
    try:
        return verify_bytes(data, trust, NOW, file="x", strict=strict).verdict
    except UserError:
        return "refused"


def flipped(data: bytes, *, every: bool) -> Iterator[bytes]:
    """The data with one bit turned: every bit, or one of every third byte."""
    for place, byte in enumerate(data):
        if not every and place % 3:
            continue
        for bit in range(8) if every else [(place // 3) % 8]:
            yield data[:place] + bytes([byte ^ (1 << bit)]) + data[place + 1 :]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [lambda kind: sign(who=identity(kind)), container])
def test_what_this_program_writes_is_exact(kind: str, make: Callable[[str], bytes]) -> None:
    assert verdict(make(kind)) == "valid"


@pytest.mark.parametrize("monotonous", [True, False])
def test_a_large_member_and_two_signatures_are_exact(monotonous: bool) -> None:
    """Above a mebibyte a member is packed, unless it would then look like a bomb."""
    rows = ("x" * 20 if monotonous else sha256(str(n).encode()).hexdigest() for n in range(60_000))
    large = SignedFile("large file.txt", "".join(rows).encode(), "text/plain")
    assert len(large.body) > LARGE
    both = [sign_files([RETURN, large], identity(kind).signer, at=NOW) for kind in KINDS[:2]]
    made = write_container([RETURN, large], both)
    assert (len(made) > len(large.body)) == monotonous
    assert verdict(made) == "valid"


@pytest.mark.parametrize("make", [sign, container], ids=["xml", "container"])
def test_turned_bits_are_noticed(make: Callable[[], bytes]) -> None:
    assert [x for x in flipped(make(), every=False) if verdict(x) == "valid"] == []


@pytest.mark.interop
@pytest.mark.parametrize("make", [sign, container], ids=["xml", "container"])
def test_every_turned_bit_is_noticed(make: Callable[[], bytes]) -> None:
    assert [x for x in flipped(make(), every=True) if verdict(x) == "valid"] == []


def _texts() -> list[tuple[bytes, bytes]]:
    return [
        (b'encoding="UTF-8"', b'encoding="utf-8"'),
        (b'encoding="UTF-8"?>', b'encoding="UTF-8" standalone="yes"?>'),
        (b"?>\n", b"?>\r\n"),
        (b"?>\n", b"?>\n\n"),
        (b"980.00", b"98&#48;.00"),
        (b'<Row id="1">', b"<Row  id='1'>"),
        (b"<Amount>", b"<Amount >"),
        (b"<ds:SignatureValue>", b"<ds:SignatureValue>\n"),
        (b"<ds:Object>", b'<ds:Object Id="o">'),
        (b"<ds:Object>", b"<ds:Object> "),
        (b"<ds:SignatureValue>", b'<ds:SignatureValue Id="v">'),
        (b"<ds:Signature ", b'<ds:Signature xmlns:x="urn:x" '),
        (b"</Return>", b"</Return>\n"),
    ]


@pytest.mark.parametrize(("before", "after"), _texts())
def test_another_spelling_is_valid_but_not_exact(before: bytes, after: bytes) -> None:
    body = sign()
    assert before in body
    other = body.replace(before, after, 1)
    assert verdict(other, strict=False) == "valid"
    assert verdict(other) == "indeterminate"


def test_another_identifier_of_the_signature_is_noticed() -> None:
    body = sign()
    number = etree.fromstring(body)[-1].get("Id", "").removeprefix("sig-").encode()
    other = body.replace(b"sig-" + number, b"sig-" + b"0" * 32)
    assert verdict(other, strict=False) == "valid"
    assert verdict(other) == "indeterminate"


@pytest.mark.parametrize("kind", ["p256", "p384"])
def test_of_two_values_that_fit_the_lower_is_written(kind: str) -> None:
    body = sign(who=identity(kind))
    root = etree.fromstring(body)
    element = next(root.iter(f"{{{DS}}}SignatureValue"))
    import base64  # noqa: PLC0415

    value = base64.b64decode(element.text or "")
    key = private_key(kind)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    size = len(value) // 2
    other_s = key.curve.group_order - int.from_bytes(value[size:], "big")
    other = value[:size] + other_s.to_bytes(size, "big")
    method = ECDSA_SHA256 if kind == "p256" else ECDSA_SHA384
    assert is_low(method, key.public_key(), value)
    assert lowered(method, key.public_key(), other) == value
    exchanged = body.replace((element.text or "").encode(), base64.b64encode(other))
    assert verdict(exchanged, kind, strict=False) == "valid"
    assert verdict(exchanged, kind) == "indeterminate"


def test_what_stands_beside_a_signature_is_never_exact(tmp_path: Path) -> None:
    """A time-stamp proves something, but its own bytes are covered by nothing."""
    authority = make_authority(tmp_path / "authority")
    for name, data in (("a.xml", sign()), ("a.asice", container())):
        file, answer, out = tmp_path / name, tmp_path / "a.tsr", tmp_path / f"stamped-{name}"
        file.write_bytes(data)
        answer.write_bytes(authority.answer(timestamping.request_for(file)))
        timestamping.stamp_with_file(file, answer, out)
        trust = Trust((identity().authority, authority.root))
        assert verify_bytes(out.read_bytes(), trust, NOW, file="x").verdict == "valid"
        found = verify_bytes(out.read_bytes(), trust, NOW, file="x", strict=True)
        assert found.verdict == "indeterminate"
        assert "covered by nothing" in found.reasons[0]


def test_a_container_that_is_packed_again_is_not_exact() -> None:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(container())) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (2026, 1, 1, 0, 0, 0)), old.read(item))
    assert verdict(out.getvalue(), strict=False) == "valid"
    assert verdict(out.getvalue()) == "indeterminate"


def test_what_is_not_covered_is_told_in_words() -> None:
    trust = identity().trust
    plain = verify_bytes(sign(), trust, NOW, file="x")
    assert plain.uncovered == (
        "how the XML is spelt: the declaration, white space inside tags, character references",
    )
    exact = verify_bytes(sign(), trust, NOW, file="x", strict=True)
    assert exact.uncovered == ()
    assert "no byte can be changed unnoticed" in exact.reasons[-1]
    more = SignedFile("note.txt", b"a note", "text/plain")
    partial = write_container([RETURN, more], [sign_files([RETURN], identity().signer, at=NOW)])
    found = verify_bytes(partial, trust, NOW, file="x", strict=True)
    assert (found.verdict, found.scope) == ("indeterminate", "partial")
    assert "the file “note.txt”, which not every signature covers" in found.uncovered


@pytest.mark.parametrize("value", [b"", b"\x01", bytes(64), b"\xff" * 64, b"\xff" * 9])
def test_what_is_no_value_at_all_is_left_alone(value: bytes) -> None:
    key = private_key("p256").public_key()
    assert lowered(ECDSA_SHA256, key, value) == value
