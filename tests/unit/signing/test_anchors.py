"""The workspace's own list of trusted certificates."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from signing_makers import identity, sign
from signing_office import Office

from app.errors import UserError
from app.services import anchors
from app.services.answers import answer
from app.services.certificates import verify_submission


def pem(folder: Path, *kinds: str, leaf: bool = False) -> Path:
    path = folder / f"{'-'.join(kinds)}.pem"
    held = (identity(kind) for kind in kinds)
    path.write_bytes(
        b"".join(
            (item.certificate if leaf else item.authority).public_bytes(Encoding.PEM)
            for item in held
        )
    )
    return path


def signed(folder: Path) -> Path:
    path = folder / "return.xml"
    path.write_bytes(sign())
    return path


def test_a_file_is_valid_as_long_as_its_authority_is_trusted(
    office: Office, tmp_path: Path
) -> None:
    file = signed(tmp_path)
    assert answer(office.mei, file, []).signature.verdict == "indeterminate"
    assert anchors.add_anchors(office.mei, pem(tmp_path, "p256", "rsa2048")).settings
    assert answer(office.mei, file, []).signature.verdict == "valid"
    first, second = anchors.list_anchors(office.mei)
    assert {first.kind, second.kind} == {"authority"}
    assert first.by == "Mei Wong"
    for held in (first, second):
        anchors.remove_anchor(office.boss, held.fingerprint[:12].upper())
    assert anchors.list_anchors(office.mei) == []
    assert answer(office.mei, file, []).signature.verdict == "indeterminate"


def test_a_signer_s_own_certificate_can_be_pinned(office: Office, tmp_path: Path) -> None:
    anchors.add_anchors(office.mei, pem(tmp_path, "p256", leaf=True))
    (held,) = anchors.list_anchors(office.mei)
    assert (held.kind, held.subject) == ("signer", "Chan Tai Man")
    assert answer(office.mei, signed(tmp_path), []).signature.verdict == "valid"
    other = tmp_path / "other.xml"
    other.write_bytes(sign(who=identity("rsa2048")))
    assert answer(office.mei, other, []).signature.verdict == "indeterminate"
    assert answer(office.mei, other, [pem(tmp_path, "rsa2048")]).signature.verdict == "valid"


def test_what_was_signed_here_is_judged_by_the_same_list(office: Office, tmp_path: Path) -> None:
    number = office.signed()
    assert verify_submission(office.mei, number, []).verdict == "indeterminate"
    anchors.add_anchors(office.mei, pem(tmp_path, "p256"))
    assert verify_submission(office.mei, number, []).verdict == "valid"


def test_every_change_is_in_the_history_and_none_is_made_twice(
    office: Office, tmp_path: Path
) -> None:
    for _ in range(2):
        anchors.add_anchors(office.mei, pem(tmp_path, "p256"))
    (held,) = anchors.list_anchors(office.mei)
    anchors.remove_anchor(office.boss, held.fingerprint)
    told = [(entry.action, entry.seat) for entry in office.history() if entry.action[:5] == "trust"]
    assert told == [("trust-added", "Mei Wong"), ("trust-removed", "Boss")]


@pytest.mark.parametrize("name", ["", "  ", "zz", "00"])
def test_what_names_no_certificate_removes_none(office: Office, tmp_path: Path, name: str) -> None:
    anchors.add_anchors(office.mei, pem(tmp_path, "p256"))
    with pytest.raises(UserError) as caught:
        anchors.remove_anchor(office.mei, name if name != "00" else "f" * 65)
    assert caught.value.code == "anchor-unknown"
    assert len(anchors.list_anchors(office.mei)) == 1


def test_a_file_without_certificates_adds_nothing(office: Office, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    for file in (empty, tmp_path):
        with pytest.raises(UserError) as caught:
            anchors.add_anchors(office.mei, file)
        assert caught.value.code == "trust-unreadable"
