"""The cover sheet says what the signed bytes say, whole, and the same every time."""

from pathlib import Path

import pytest
from lxml import etree
from signing_makers import identity
from signing_office import Office

from app.errors import UserError
from app.services import drafts, submission
from app.services.digestwords import digest_groups, digest_words
from app.services.export import Exported, export
from app.signing.properties import Claims
from app.store.rows import Rows


def sheet(files: list[Exported]) -> str:
    return next(item for item in files if item.path.suffix == ".txt").path.read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_sheet_holds_every_value_and_both_digests(
    office: Office, tmp_path: Path, language: str
) -> None:
    number = office.draft()
    for place in range(3, 80):
        drafts.add_row(office.mei, number, "Rows/Row")
        drafts.set_value(office.mei, number, f"Rows/Row[{place}]/Label", f"Wallet {place}")
        drafts.set_value(office.mei, number, f"Rows/Row[{place}]/Amount", f"{place}.25")
    submission.send_for_review(office.mei, number)
    submission.approve(office.boss, number, "agreed")
    claims = Claims(role="Responsible officer\nnobody")
    submission.sign(office.boss, number, identity().signer, claims=claims)
    files = export(office.mei, number, tmp_path / "a", cover=language)
    text = sheet(files)
    held = submission.submission_of(office.mei, number)
    assert held is not None
    for digest in (held.blob, held.unsigned_digest):
        assert " ".join(digest_groups(digest)) in text
    assert " ".join(digest_words(held.unsigned_digest)) in text
    signed = etree.parse(files[0].path)
    for element in signed.iter("{urn:praya:test:1}Label", "{urn:praya:test:1}Amount"):
        assert element.text in text
    assert "officer\\u{a}nobody" in text
    again = export(office.boss, number, tmp_path / "b", cover=language)
    assert sheet(again) == text


def test_without_asking_there_is_none(office: Office, tmp_path: Path) -> None:
    files = export(office.mei, office.signed(), tmp_path)
    assert not any(item.path.suffix == ".txt" for item in files)


def test_no_sheet_is_written_of_anything_but_what_was_signed(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = office.signed()
    genuine = Rows.__init__

    def earlier(rows: Rows, connection: object, name: str, step: int) -> None:
        genuine(rows, connection, name, step - 1)  # type: ignore[arg-type]

    monkeypatch.setattr(Rows, "__init__", earlier)
    with pytest.raises(UserError) as caught:
        export(office.mei, number, tmp_path, cover="en")
    assert caught.value.code == "submission-damaged"
