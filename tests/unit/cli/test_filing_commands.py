"""Approving what was shown, receipts that find their return, and certificates that end: as commands."""

from datetime import timedelta
from pathlib import Path

import pytest
from signing_makers import PASSWORD, identity, small_pack

from app.domain.obligation import HONG_KONG
from tests.unit.cli.conftest import Ran, Run


@pytest.fixture
def approvable(office: Run, tmp_path: Path) -> str:
    """A return of the small pack that is ready for approval."""
    folder = tmp_path / "pack"
    folder.mkdir()
    for name, body in small_pack().items():
        (folder / name).write_bytes(body)
    assert office("pack", "add", folder).code == 0
    number = str(office("return", "new", "TST", "2026-10").body["id"])
    assert office("set", number, "Header/Submission", "ORIGINAL").code == 0
    return number


def key_file(folder: Path) -> tuple[Path, Path]:
    p12, password = folder / "key.p12", folder / "key-password"
    p12.write_bytes(identity().p12())
    password.write_text(PASSWORD)
    return p12, password


def signed(office: Run, number: str, folder: Path) -> Ran:
    p12, password = key_file(folder)
    return office("sign", number, "--p12", p12, "--p12-passphrase-file", password, seat="boss")


def test_from_the_digest_to_the_receipt(office: Run, approvable: str, tmp_path: Path) -> None:
    sent = office("review", approvable)
    assert sent.code == 0, (sent.out, office("validate", approvable).out)
    words = " ".join(sent.body["digest_words"])
    assert len(words.split()) == 8
    other = office("approve", approvable, "--digest", words + " zoo", seat="boss")
    assert (other.code, other.body["error"]["code"]) == (2, "digest-differs")
    done = office("approve", approvable, "--digest", words, seat="boss")
    assert (done.code, done.body["digest"]) == (0, sent.body["digest"])
    made = signed(office, approvable, tmp_path)
    assert made.code == 0, made.out
    (warning,) = made.body["warnings"]  # the workspace of these tests is another firm's
    assert "Lantau Digital Exchange Limited" in warning
    receipt = tmp_path / "status.xml"
    receipt.write_text(f"<Status>{made.body['sha256']}</Status>")
    filed = office("receipt", receipt)
    assert (filed.code, filed.body["id"], filed.body["state"]) == (0, approvable, "filed")
    receipt.write_text("<Status>nothing</Status>")
    assert office("receipt", "-", receipt).body["error"]["code"] == "receipt-unclear"


def test_the_firm_may_refuse_the_certificates_of_others(
    office: Run, approvable: str, tmp_path: Path
) -> None:
    office("setting", "certificate_entity", "refuse")
    office("review", approvable)
    office("approve", approvable, seat="boss")
    refused = signed(office, approvable, tmp_path)
    assert (refused.code, refused.body["error"]["code"]) == (2, "certificate-entity")


def test_the_list_tells_a_certificate_that_ends(
    office: Run, approvable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office("review", approvable)
    office("approve", approvable, seat="boss")
    signed(office, approvable, tmp_path)
    assert office("return", "list").body["certificates"] == []
    end = identity().certificate.not_valid_after_utc.astimezone(HONG_KONG).date()
    monkeypatch.setattr("app.cli.returns.hong_kong_today", lambda: end - timedelta(days=10))
    (told,) = office("return", "list").body["certificates"]
    assert (told["subject"], told["days_left"], told["step"]) == ("Chan Tai Man", 10, 30)
    assert told["ends"] == end.isoformat()
    assert "Lantau Digital Exchange Limited" in told["doubt"]
