"""Time-stamped copies are kept beside the exact bytes, and exported with them."""

from pathlib import Path

import pytest
from signing_makers import NOW, PASSWORD, identity, sign
from signing_office import Office
from time_authority import TimeAuthority, make_authority

from app.errors import UserError
from app.services import submission, timestamping
from app.services.anchors import add_anchors
from app.services.history import verify
from app.services.keysources import KeyFile
from app.services.proofs import keep_proof, keep_where_ours, proofs_of
from app.services.verification import verify_bytes
from app.signing.trust import Trust
from app.signing.xades import sign_document


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def number(office: Office, tmp_path: Path) -> str:
    """A signed return in a workspace that trusts its signer."""
    made = office.approved()
    (tmp_path / "key.p12").write_bytes(identity().p12())
    submission.sign_with(office.boss, made, KeyFile(tmp_path / "key.p12", PASSWORD))
    add_anchors(office.boss, identity().authority_pem(tmp_path))
    return made


def exported(office: Office, number: str, folder: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for item in submission.export(office.boss, number, folder, container=True):
        found.setdefault(item.kind, []).append(item.path)
    return found


def stamped(file: Path, authority: TimeAuthority) -> Path:
    out = file.with_name(f"stamped{file.suffix}")
    reply = file.with_suffix(".tsr")
    reply.write_bytes(authority.answer(timestamping.request_for(file)))
    timestamping.stamp_with_file(file, reply, out)
    return out


def test_both_forms_are_kept_and_come_out_again(
    office: Office, number: str, tmp_path: Path, authority: TimeAuthority
) -> None:
    before = exported(office, number, tmp_path / "before")
    add_anchors(office.boss, authority.pem)
    for kind in ("return", "container"):
        keep_proof(office.boss, stamped(before[kind][0], authority))
    assert [(item.kind, item.level) for item in proofs_of(office.boss, number)] == [
        ("return", "T"),
        ("container", "T"),
    ]
    after = exported(office, number, tmp_path / "after")
    for kind in ("return", "container"):  # what was signed is what it was
        assert after[kind][0].read_bytes() == before[kind][0].read_bytes()
    anchors = Trust((identity().authority, authority.root))
    for file in after["proof"]:
        found = verify_bytes(file.read_bytes(), anchors, NOW, file=file.name)
        assert found.verdict == "valid"
    assert office.state(number) == "signed"
    assert verify(office.boss).valid
    assert office.history(number)[-2].action == "proof-kept"


def refusal(office: Office, file: Path) -> str:
    with pytest.raises(UserError) as caught:
        keep_proof(office.boss, file)
    assert caught.value.code == "proof-refused"
    assert keep_where_ours(office.boss, file).return_id is None
    return caught.value.message


def test_what_proves_nothing_more_is_refused(
    office: Office, number: str, tmp_path: Path, authority: TimeAuthority
) -> None:
    files = exported(office, number, tmp_path / "out")
    file = files["return"][0]
    assert "no time-stamp" in refusal(office, file)
    copy = stamped(file, authority)
    assert "trust the authority" in refusal(office, copy)  # nobody trusts the authority yet
    add_anchors(office.boss, authority.pem)
    keep_proof(office.boss, copy)
    assert "already" in refusal(office, copy)
    body = copy.read_bytes()
    copy.write_bytes(body.replace(b"980.00", b"981.00"))
    assert "does not hold" in refusal(office, copy)


def test_another_signature_over_the_same_content_is_refused(
    office: Office, number: str, tmp_path: Path, authority: TimeAuthority
) -> None:
    add_anchors(office.boss, authority.pem)
    body = exported(office, number, tmp_path / "out")["return"][0].read_bytes()
    declaration, _, rest = body.partition(b"\n")
    begin, end = rest.index(b"<ds:Signature "), rest.index(b"</ds:Signature>")
    content = rest[:begin] + rest[end + len(b"</ds:Signature>") :]
    head, mark, tail = content.rpartition(b"</")
    again = bytearray()
    key = identity("rsa2048").signer
    sign_document(declaration + b"\n", [head, mark + tail], again.extend, key, at=NOW)
    other = tmp_path / "other.xml"
    other.write_bytes(bytes(again))
    assert "another signature" in refusal(office, stamped(other, authority))


def test_a_file_of_nobody_here_is_refused(
    office: Office, number: str, tmp_path: Path, authority: TimeAuthority
) -> None:
    add_anchors(office.boss, authority.pem)
    foreign = tmp_path / "foreign.xml"
    foreign.write_bytes(sign())
    assert "no copy of a return" in refusal(office, stamped(foreign, authority))
    assert proofs_of(office.boss, number) == []
