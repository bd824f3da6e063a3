"""Receipts find their return by what they name, and are refused for another one."""

import base64
from pathlib import Path

import pytest
from signing_office import Office

from app.errors import UserError
from app.services import returns, submission
from app.services.naming import file_stem


def signed_pair(office: Office) -> tuple[str, str]:
    """Two signed returns."""
    numbers = []
    for period in ("2026-09", "2026-10"):
        number = office.draft(period=period)
        submission.send_for_review(office.mei, number)
        submission.approve(office.boss, number, "agreed")
        office.sign(number)
        numbers.append(number)
    return numbers[0], numbers[1]


def marks(office: Office, number: str, folder: Path) -> dict[str, str]:
    """Everything by which a receipt may name a return."""
    held = submission.submission_of(office.mei, number)
    assert held is not None
    written = submission.export(office.mei, number, folder, container=True)
    return {
        "file": held.blob,
        "capitals": held.blob.upper(),
        "document": held.unsigned_digest,
        "base64": base64.b64encode(bytes.fromhex(held.blob)).decode(),
        "container": next(item.sha256 for item in written if item.kind == "container"),
        "id": number,
        "name": file_stem(office.mei, returns.get_return(office.mei, number)),
    }


KINDS = ("file", "capitals", "document", "base64", "container", "id", "name")


@pytest.mark.parametrize("kind", KINDS)
def test_a_receipt_finds_its_return(office: Office, tmp_path: Path, kind: str) -> None:
    first, second = signed_pair(office)
    mark = marks(office, second, tmp_path / "out")[kind]
    file = tmp_path / "status.xml"
    file.write_text(f"<Status><Reference>{mark}</Reference><Code>OK</Code></Status>")
    assert submission.record_receipt(office.mei, None, file).return_id == second
    assert (office.state(first), office.state(second)) == ("signed", "filed")


@pytest.mark.parametrize("kind", KINDS)
def test_a_receipt_for_another_return_is_refused(office: Office, tmp_path: Path, kind: str) -> None:
    first, second = signed_pair(office)
    file = tmp_path / "status.txt"
    file.write_text(marks(office, second, tmp_path / "out")[kind], encoding="utf-16")
    with pytest.raises(UserError, match="record it for that return") as caught:
        submission.record_receipt(office.mei, first, file)
    assert caught.value.code == "receipt-refused"
    assert office.state(first) == "signed"


def test_a_file_that_names_nothing_or_both_needs_an_id(office: Office, tmp_path: Path) -> None:
    first, second = signed_pair(office)
    file = tmp_path / "receipt.pdf"
    for body in (b"%PDF thank you", f"{first} and {second}".encode()):
        file.write_bytes(body)
        with pytest.raises(UserError) as caught:
            submission.record_receipt(office.mei, None, file)
        assert caught.value.code == "receipt-unclear"
        submission.record_receipt(office.mei, first, file)
    assert office.state(first) == "filed"
    assert len(submission.receipts_of(office.mei, first)) == 2


def test_a_digest_counts_before_a_reference(office: Office, tmp_path: Path) -> None:
    first, second = signed_pair(office)
    file = tmp_path / "status.txt"
    held = submission.submission_of(office.mei, second)
    assert held is not None
    file.write_text(f"replaces {first}: {held.blob}")
    assert submission.record_receipt(office.mei, None, file).return_id == second


def test_a_return_that_was_never_signed_has_no_receipt(office: Office, tmp_path: Path) -> None:
    number = office.draft()
    file = tmp_path / "status.txt"
    file.write_text(number)
    with pytest.raises(UserError) as caught:
        submission.record_receipt(office.mei, None, file)
    assert caught.value.code == "receipt-unclear"


STATUS = """<?xml version="1.0" encoding="{code}"?>
<ack:Status xmlns:ack="urn:example:status"><ack:Original><ack:Digest Algorithm="sha256">
  {digest}
</ack:Digest></ack:Original><ack:Result>Accepted</ack:Result></ack:Status>"""


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["file", "base64", "id", "name"])
def test_a_status_message_is_recorded_for_what_it_names(
    office: Office, tmp_path: Path, kind: str, code: str
) -> None:
    first, second = signed_pair(office)
    named = marks(office, second, tmp_path / "out")[kind]
    file = tmp_path / "status.xml"
    file.write_bytes(STATUS.format(code=code, digest=named).encode(code))
    submission.record_receipt(office.mei, None, file)
    assert (office.state(first), office.state(second)) == ("signed", "filed")


def test_an_id_is_never_used_again(office: Office) -> None:
    """Whatever becomes of a return, it keeps its row and its id."""
    seen = []
    for _ in range(5):
        number = office.draft()
        seen.append(number)
        submission.void(office.mei, number, "made by mistake")
    signed = office.signed()
    correction = submission.correct(office.mei, signed).id
    seen += [signed, correction]
    assert len(set(seen)) == len(seen)
    assert len({number[:8] for number in seen}) == len(seen)
    assert {record.id for record in returns.list_returns(office.mei)} == set(seen)
