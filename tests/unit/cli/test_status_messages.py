"""A tax authority's status message goes back onto the return and its records."""

import subprocess
from pathlib import Path

import pytest
from carf import MESSAGE, OECD, doc_ref, fill, status
from signing_makers import PASSWORD, identity

from tests.unit.cli.conftest import Run
from tests.unit.packs.small_pack import FILES, sealed

TIN = "/carf:CARF_OECD/carf:CARFBody/carf:CryptoUsers/carf:UserID/carf:Individual/carf:TIN"


@pytest.fixture
def signed(office: Run, tmp_path: Path) -> str:
    """A signed CARF message for six users."""
    assert office("pack", "add", OECD / "carf_v1.5", "--type", "CARF").code == 0
    return make(office, tmp_path, "2026-12")


def make(office: Run, folder: Path, period: str) -> str:
    book = folder / f"{period}.xlsx"
    assert office("template", "CARF", "--out", book, "--period", period).code == 0
    number = str(office("return", "new", "CARF", period).body["id"])
    assert office("import", number, fill(book, 6)).code == 0
    sign(office, folder, number)
    return number


def sign(office: Run, folder: Path, number: str) -> None:
    key, password = folder / "key.p12", folder / "key-password"
    key.write_bytes(identity().p12())
    password.write_text(PASSWORD, encoding="utf-8")
    assert office("review", number).code == 0
    assert office("approve", number, seat="boss").code == 0
    done = office("sign", number, "--p12", key, "--p12-passphrase-file", password, seat="boss")
    assert done.code == 0


def said(folder: Path, body: bytes, name: str = "status.xml") -> Path:
    path = folder / name
    path.write_bytes(body)
    return path


RECORDS = (("50007", "TIN is not known", doc_ref(2), TIN), ("80001", "Used before", doc_ref(5), ""))


def test_a_rejection_is_kept_and_does_not_file(office: Run, tmp_path: Path, signed: str) -> None:
    body = office("receipt", said(tmp_path, status(records=RECORDS))).body
    assert (body["id"], body["state"]) == (signed, "signed")
    told = body["status"]
    assert (told["verdict"], told["message"], told["by"]) == ("rejected", MESSAGE, "Gateway 3")
    first, second = told["record_errors"]
    user = "CARFBody[1]/CryptoUsers[2]"
    assert first["paths"] == [f"{user}/UserID/Individual/TIN[1]"]
    assert second["paths"] == ["CARFBody[1]/CryptoUsers[5]/DocSpec/DocRefId"]
    checked = office("validate", signed)
    assert checked.code == 1
    findings = {item["code"]: item for item in checked.body["findings"]}
    assert set(findings) == {"STATUS-50007", "STATUS-80001"}
    assert findings["STATUS-50007"]["path"] == first["paths"][0]
    assert findings["STATUS-50007"]["severity"] == "blocking"
    assert "TIN is not known" in findings["STATUS-50007"]["message"]
    # Only the authority's own acceptance files what it has rejected, not any file.
    (tmp_path / "any.pdf").write_bytes(b"%PDF-1.7 received with thanks")
    refused = office("receipt", signed, tmp_path / "any.pdf").body["error"]
    assert refused["code"] == "receipt-refused"
    assert "rejects this file" in refused["message"]
    # What was rejected is corrected; the correction tells where, and nothing of it stands in the way.
    other = office("return", "correct", signed).body["id"]
    seen = office("validate", other).body
    assert seen["verdict"] == "valid"
    places = {item["path"] for item in seen["findings"] if item["severity"] == "information"}
    assert first["paths"][0] in places
    assert office("receipt", said(tmp_path, status(records=RECORDS))).body["error"]["code"] == (
        "receipt-refused"
    )


def test_an_acceptance_files_also_after_a_rejection_and_a_later_rejection_takes_it_back(
    office: Run, tmp_path: Path, signed: str
) -> None:
    assert office("receipt", said(tmp_path, status())).body["state"] == "signed"
    accepted = status(verdict="Accepted", records=RECORDS[:1])
    body = office("receipt", said(tmp_path, accepted)).body
    assert (body["state"], body["status"]["verdict"]) == ("filed", "accepted")
    assert office("validate", signed).code == 1  # a record of it is still wrong
    late = status(file_errors=(("50003", "The file cannot be decrypted"),))
    body = office("receipt", signed, said(tmp_path, late)).body
    assert body["state"] == "signed"
    assert body["status"]["file_errors"][0]["code"] == "50003"
    entries = office("history", "show", signed).body["entries"]
    acts = [entry["action"] for entry in entries if entry["action"] != "checked"]
    assert acts[-3:] == ["status-rejected", "receipt-recorded", "status-rejected"]
    assert office("history", "verify").code == 0


def test_what_answers_another_message_or_none_is_refused(
    office: Run, tmp_path: Path, signed: str
) -> None:
    for body, arguments in [
        (status("HK2026-OTHER"), ()),
        (status("HK2026-OTHER"), (signed,)),
        (status(None), ()),
    ]:
        answer = office("receipt", *arguments, said(tmp_path, body))
        assert answer.body["error"]["code"] == "receipt-unclear", arguments
    assert office("return", "show", signed).body["state"] == "signed"
    # Without the id of the message its records tell which return it is.
    assert office("receipt", said(tmp_path, status(None, records=RECORDS))).body["id"] == signed
    unclear = office("receipt", said(tmp_path, status(verdict="Pending")))
    assert unclear.body["error"]["code"] == "status-unclear"


def test_where_its_schema_is_there_an_invalid_one_is_refused(
    office: Run, tmp_path: Path, signed: str
) -> None:
    assert office("pack", "add", OECD / "carf_status_message_v1.1").code == 0
    good = said(tmp_path, status(verdict="Accepted", records=RECORDS))
    schema = OECD / "carf_status_message_v1.1" / "CARFStatusMessageXML_v1.1.xsd"
    subprocess.run(["xmllint", "--noout", "--schema", schema, good], check=True,
                   capture_output=True)  # fmt: skip
    wrong = said(
        tmp_path, good.read_bytes().replace(b"<m:Timestamp>2027", b"<m:Timestamp>x027"), "w.xml"
    )
    assert office("receipt", wrong).body["error"]["code"] == "status-invalid"
    doctype = said(tmp_path, b"<!DOCTYPE a []>" + good.read_bytes().partition(b"?>")[2], "d.xml")
    assert office("receipt", doctype).body["error"]["code"] == "xml-doctype"
    assert office("receipt", good).body["state"] == "filed"
    assert office("return", "show", signed).body["state"] == "filed"


PLACES = """[[status]]
id = "small"
namespace = "urn:answer:1"
root = "Answer"
message = "@for"
verdict = "Result"
accepted = ["OK"]
rejected = ["NOK"]
own_message = "PeriodEnd"
record_error = "Line"
code = "@no"
text = "Words"
record = "Name"
own_record = "Name"
"""


def test_a_pack_says_itself_how_its_authority_answers(office: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    for name, body in sealed({**FILES, "form/status.toml": PLACES}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    assert office("pack", "check", folder).body["problems"] == []
    assert office("pack", "add", folder).code == 0
    number = office("return", "new", "SMALL", "2026-10").body["id"]
    for field, value in (
        ("Total", "1"),
        ("Lines/Line[1]/Name", "A"),
        ("Lines/Line[1]/Amount", "1"),
    ):
        if "Line[" in field and "Name" in field:
            office("row", number, "add", "Lines/Line")
        assert office("set", number, field, value).code == 0, field
    sign(office, tmp_path, number)
    body = (
        b'<Answer xmlns="urn:answer:1" for="2026-10-31"><Result>NOK</Result>'
        b'<Line no="7"><Words>wrong  name</Words><Name>A</Name></Line></Answer>'
    )
    answer = office("receipt", said(tmp_path, body)).body
    assert (answer["id"], answer["state"]) == (number, "signed")
    (error,) = answer["status"]["record_errors"]
    assert (error["code"], error["text"]) == ("7", "wrong name")
    assert error["paths"] == ["Lines/Line[1]/Name"]
    broken = PLACES.replace("verdict =", "verdikt =")
    (folder / "form" / "status.toml").write_text(broken, encoding="utf-8")
    problems = office("pack", "check", folder).body["problems"]
    assert any(p["file"] == "form/status.toml" and "verdikt" in p["message"] for p in problems)
