"""The PDF of a return: what the signed bytes hold, on every page its digest, read by other programs."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from signing_makers import identity
from signing_office import Office

from app.domain.clock import stamp
from app.errors import UserError
from app.paper.pdf import pdf_bytes
from app.services import corrections, drafts, submission
from app.services.digestwords import digest_groups, digest_words
from app.services.export import Exported, export
from app.services.paper import printed_return, return_pdf
from app.services.rendering import render
from app.signing.properties import Claims
from app.store import explanations
from app.store.explanations import Explanation


def pdf_text(body: bytes | Path, *options: str) -> str:
    """What poppler reads; pages are parted by form feeds."""
    data = body if isinstance(body, bytes) else body.read_bytes()
    run = subprocess.run(
        ["pdftotext", "-layout", *options, "-", "-"], input=data, capture_output=True, check=True
    )
    assert not run.stderr
    return run.stdout.decode()


def pages(body: bytes | Path) -> list[str]:
    return pdf_text(body).split("\f")[:-1]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def of_kind(files: list[Exported], kind: str, suffix: str = "") -> Path:
    return next(f.path for f in files if f.kind == kind and f.path.name.endswith(suffix))


def test_every_page_carries_the_digest_and_its_words(office: Office) -> None:
    number = office.draft()
    for place in range(3, 90):
        drafts.add_row(office.mei, number, "Rows/Row")
        drafts.set_value(office.mei, number, f"Rows/Row[{place}]/Label", f"Wallet {place}")
    body = return_pdf(office.mei, number, "en")
    found = pages(body)
    assert len(found) > 2
    digest = render(office.mei, number, "en").digest
    for place, page in enumerate(found, 1):
        assert " ".join(digest_groups(digest)) in page
        assert " ".join(digest_words(digest)) in page
        assert f"Page {place} of {len(found)}" in page
        assert "DRAFT, NOT SIGNED" in page
    assert all(page.count("Amount") == 1 for page in found[1:]), "titles stand on each page"
    assert all(f"Wallet {place}" in "".join(found) for place in range(1, 90))


def test_the_same_bytes_give_the_same_pdf(office: Office) -> None:
    number = office.draft()
    first = return_pdf(office.mei, number, "zh-Hant")
    assert return_pdf(office.boss, number, "zh-Hant") == first
    drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "980.01")
    assert return_pdf(office.mei, number, "zh-Hant") != first


def test_the_fonts_are_embedded_and_nothing_acts(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(return_pdf(office.mei, office.draft(), "zh-Hant"))
    fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all(row[0].endswith("+PrayaPaper-Regular") for row in rows)
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert re.search(r"JavaScript:\s+no", told)
    assert re.search(r"Form:\s+none", told)
    assert "/URI" not in file.read_bytes().decode("latin-1")


TEXTS = {
    "冷錢包 臺灣 嘅 𨋢": "冷錢包 臺灣 嘅 𨋢",
    "国内钱包 与 证监会 审计": "国内钱包 与 证监会 审计",
    "Zoë Łukasz Ωμέγα Дмитрий": "Zoë Łukasz Ωμέγα Дмитрий",
    "pay\u202e001": "pay[U+202E]001",
    "smile \U0001f600": "smile [U+1F600]",
    "<b>&amp;</b> (x) \\n": "<b>&amp;</b> (x) \\n",
}


@pytest.mark.parametrize("text", TEXTS)
def test_texts_show_as_they_are_or_are_told(office: Office, text: str) -> None:
    number = office.draft()
    drafts.set_value(office.mei, number, "Rows/Row[1]/Label", text)
    found = pdf_text(return_pdf(office.mei, number, "en"), "-raw")
    assert re.sub(r"\s", "", TEXTS[text]) in re.sub(r"\s", "", found)


def test_a_long_text_goes_on_over_pages_and_loses_nothing(office: Office) -> None:
    number = office.draft()
    words = [f"word{place:05}" for place in range(3000)]
    drafts.set_value(office.mei, number, "Rows/Row[1]/Label", " ".join(words))
    text = pdf_text(return_pdf(office.mei, number, "en"))
    assert [word for word in words if word not in text] == []


def test_what_is_left_out_of_a_long_table_is_told(office: Office) -> None:

    number = office.draft()
    for place in range(3, 13):
        drafts.add_row(office.mei, number, "Rows/Row")
        drafts.set_value(office.mei, number, f"Rows/Row[{place}]/Label", f"Wallet {place}")
    text = flat(pdf_text(pdf_bytes(printed_return(office.mei, number, "en", rows=5))))
    assert "12 rows; the first 5 stand here. The other 7 are in the XML alone" in text
    assert "Wallet 5" in text
    assert "Wallet 6" not in text


def test_a_signed_return_says_who_approved_and_signed(office: Office, tmp_path: Path) -> None:
    number = office.approved()
    submission.sign(office.boss, number, identity().signer, claims=Claims(role="Officer"))
    files = export(office.boss, number, tmp_path)
    held = submission.submission_of(office.mei, number)
    assert held is not None
    text = flat(pdf_text(of_kind(files, "pdf")))
    assert "DRAFT" not in text
    assert "Signed, not yet filed" in text
    for told in ("Prepared by Mei Wong", "Approved by Boss, 20", f"{held.signer}, as Officer, 20"):
        assert told in text
    signed = etree.parse(of_kind(files, "return"))
    for element in signed.iter("{urn:praya:test:1}Label", "{urn:praya:test:1}Amount"):
        assert element.text in text
    assert " ".join(digest_groups(held.unsigned_digest)) in text
    assert " ".join(digest_groups(held.blob)) in text


def test_the_cover_sheet_lists_every_file_with_its_digest(office: Office, tmp_path: Path) -> None:
    files = export(office.boss, office.signed(), tmp_path, container=True, cover="en")
    text = pdf_text(of_kind(files, "cover", ".pdf"), "-raw")
    for item in files:
        if item.path.name.endswith((".cover.pdf", ".manifest.json")):
            continue
        assert item.path.name in flat(text).replace(" ", ""), item.path.name
        assert hashlib.sha256(item.path.read_bytes()).hexdigest() in re.sub(r"\s", "", text)


def test_the_paper_of_what_was_signed_stays_that_of_the_signed_bytes(
    office: Office, tmp_path: Path, receipt: Path
) -> None:
    number = office.signed()
    submission.record_receipt(office.mei, number, receipt)
    later = corrections.correct(office.mei, number)
    drafts.set_value(office.mei, later.id, "Rows/Row[1]/Amount", "7.77")
    first, second = (flat(pdf_text(return_pdf(office.mei, n, "en"))) for n in (number, later.id))
    assert "980.00" in first
    assert "7.77" not in first
    assert "7.77" in second
    assert f"Corrects {number}" in second
    assert "Filed" in first


def test_a_voided_return_says_so_on_every_page(office: Office) -> None:
    number = office.draft()
    corrections.void(office.mei, number, "made twice")
    found = pages(return_pdf(office.mei, number, "en"))
    assert all("VOIDED" in page for page in found)
    assert "made twice" in "".join(found)


def test_what_was_exported_is_no_receipt(office: Office, tmp_path: Path) -> None:
    number = office.signed()
    for item in export(office.boss, number, tmp_path / "out", container=True)[1:]:
        with pytest.raises(UserError) as caught:
            submission.record_receipt(office.mei, number, item.path)
        assert caught.value.code == "receipt-refused"
    assert office.state(number) == "signed"


def test_the_cover_says_what_was_explained(office: Office, tmp_path: Path) -> None:
    """No XML carries the firm's explanations; whoever reads the return finds them on the cover."""
    number = office.signed()
    said = Explanation(
        number, "TST-007", "Rows/Row[1]/Amount", "A timing difference of one day.", "1", "2",
        stamp(), office.mei.seat,
    )  # fmt: skip
    with office.mei.workspace.write() as connection:
        explanations.put(connection, said)
    files = export(office.boss, number, tmp_path / "out")
    cover = next(item.path for item in files if item.path.name.endswith("cover.pdf"))
    told = " ".join(pdf_text(cover).split())
    for words in ("TST-007", "Rows/Row[1]/Amount", "A timing difference of one day.", "Mei"):
        assert words in told
