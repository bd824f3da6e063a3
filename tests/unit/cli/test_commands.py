"""One return through the command line alone, from the workbook to the receipt and the backup."""

import hashlib
import json
from pathlib import Path

import pytest

from app.domain.clock import now
from app.services.demoplan import read_plan, sample_folder
from app.signing.authority import make_demo_signer
from tests.unit.cli.conftest import Run

SAMPLE = sample_folder()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    signer = make_demo_signer("Lantau", "Chan", "secret", at=now())
    (tmp_path / "key.p12").write_bytes(signer.p12)
    (tmp_path / "authority.pem").write_bytes(signer.authority_pem)
    (tmp_path / "key-password").write_text("secret\n", encoding="utf-8")
    return tmp_path / "key.p12"


def test_a_month_on_the_command_line(office: Run, key: Path, tmp_path: Path) -> None:
    planned = next(p for p in read_plan() if (p.return_type, p.period) == ("CAR", "2026-10"))
    number = office("return", "new", "car", "2026-10").body["id"]
    for name in ("lantau-ledger", "lantau-client-money"):
        assert office("profile", "add", SAMPLE / "profiles" / f"{name}.toml").code == 0
    ledger = planned.imports[0]

    refused = office("import", number, ledger.file, "--profile", ledger.profile)
    assert (refused.code, refused.body["applied"]) == (1, False)
    assert refused.body["codes"]["CELL-ERROR"] == 1
    preview = office("import", number, ledger.corrected, "--profile", ledger.profile, "--dry-run")
    assert (preview.code, preview.body["applied"]) == (0, False)
    assert preview.body["cells"] > 400
    for item in planned.imports:
        done = office("import", number, item.corrected or item.file, "--profile", item.profile)
        assert (done.code, done.body["applied"]) == (0, True)

    found = office("validate", number)
    assert (found.code, found.body["verdict"]) == (1, "invalid")
    named = next(f for f in found.body["findings"] if f["code"] == "IDENTITY")
    assert (named["left"], named["right"]) == ("Lantau Digital Exchange Limited", "Lantau")
    codes = {f["code"] for f in found.body["findings"]}
    assert codes == {"CAR-007", "CAR-011", "CAR-013", "XR-000", "IDENTITY"}
    total = next(f for f in found.body["findings"] if f["code"] == "CAR-013")
    assert total["origin"]["sheet"] == "Summary"
    assert total["origin"]["cell"] == "B4"
    assert office("review", number).code == 1
    for value in planned.typed:
        assert office("set", number, value.path, value.value).body["state"] == "draft"
    for item in planned.explained:  # nothing was filed before, so nothing is proposed
        text = item.text or "The bank's refund of its fees, moved out on the next business day."
        assert office("explain", number, item.code, text).code == 0
    assert office("validate", number).body["counts"]["explain"] == 2
    assert office("review", number).body["state"] == "in-review"

    assert office("approve", number, seat=" MEI").body["error"]["code"] == "four-eyes"
    assert office("approve", number, seat="chan").body["state"] == "approved"
    assert office("sign", number, "--p12", key).body["error"]["code"] == "key-password-missing"
    words = ("--p12", key, "--p12-passphrase-file", tmp_path / "key-password")
    assert office("sign", number, *words, seat="chan").body["state"] == "signed"
    assert office("set", number, "Header/CeNumber", "ABC123").body["error"]["code"] == "not-allowed"
    paper = office("return", "pdf", number, "--out", tmp_path / "car.pdf", "--language", "zh-Hant")
    body = (tmp_path / "car.pdf").read_bytes()
    assert paper.body["sha256"] == hashlib.sha256(body).hexdigest()
    assert body.startswith(b"%PDF-")
    assert office("return", "compare", number).body["error"]["code"] == "no-correction"
    later = office("return", "correct", number).body["id"]
    assert office("set", later, "Header/ChangeSummary", "A name was wrong").code == 0
    beside = office("return", "compare", number).body
    assert (beside["original"]["id"], beside["correction"]["id"]) == (number, later)
    assert beside["summary"] == "A name was wrong"
    changed = {line["path"]: line for line in beside["differences"]}
    assert changed["Header/ReplacesId"]["after"] == number
    assert changed["Header/ChangeSummary"]["origin"]["kind"] == "typed"
    assert office("return", "void", later, "--reason", "not needed").body["state"] == "voided"

    files = office("export", number, "--out", tmp_path / "out").body["files"]
    assert {item["kind"] for item in files} == {"return", "pdf", "cover", "manifest"}
    signed = next(item["path"] for item in files if item["kind"] == "return")
    manifest = next(item["path"] for item in files if item["kind"] == "manifest")
    assert office("verify", signed, "--trust", tmp_path / "authority.pem").code == 0
    assert office("verify", signed).body["verdict"] == "indeterminate"
    again = office("validate", signed)
    assert again.code == 0
    assert again.body["counts"] == {"blocking": 0, "explain": 2, "information": 0}

    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF-1.7 an invented receipt")
    assert office("receipt", number, receipt).body["state"] == "filed"
    chain = office("history", "verify", "--anchor", manifest)
    assert (chain.code, chain.body["verdict"]) == (0, "valid")
    copy = office("backup", tmp_path / "backups").body["path"]
    restored = office("--workspace", tmp_path / "again.praya", "restore", copy)
    assert restored.code == 0
    assert restored.body["workspace"] == str(tmp_path / "again.praya")


def test_returns_and_what_is_due(office: Run) -> None:
    listed = office("return", "list").body
    assert listed["returns"] == []
    assert {item["type"] for item in listed["due"]} >= {"CAR", "CWR"}
    assert "INC" not in {item["type"] for item in listed["due"]}  # nothing happened yet
    number = office("return", "new", "CWR", "2026-10").body["id"]
    assert office("return", "new", "CWR", "2026-13").body["error"]["code"] == "bad-period"
    assert office("return", "new", "ABC", "2026-10").body["error"]["code"] == "pack-missing"
    (mine,) = office("return", "list").body["returns"]
    assert (mine["id"], mine["state"], mine["due"]) == (number, "draft", "2026-11-14")
    assert mine["certainty"] == "LAW?"
    shown = office("return", "show", number[:8]).body
    values = {item["path"]: item["value"] for item in shown["values"]}
    assert values["Header/ReturnId"] == number
    assert values["Header/PeriodEnd"] == "2026-10-31"
    assert values["Header/CeNumber"] == "ZZZ001"
    assert office("return", "correct", number).code == 2
    voided = office("return", "void", number, "--reason", "begun by mistake").body
    assert voided["state"] == "voided"


def test_rows_and_settings(office: Run) -> None:
    number = office("return", "new", "CAR", "2026-10").body["id"]
    assert office("row", number, "add", "ClientMoney/Account").code == 0
    assert office("row", number, "add", "ClientMoney/Account").code == 0
    assert office("set", number, "ClientMoney/Account[2]/BankName", "Bank of Lamma").code == 0
    assert office("row", number, "remove", "ClientMoney/Account", "1").code == 0
    values = office("return", "show", number).body["values"]
    assert {"path": "ClientMoney/Account[1]/BankName", "value": "Bank of Lamma"} in values
    assert office("row", number, "remove", "ClientMoney/Account").body["error"]["code"] == "usage"
    assert office("set", number, "ClientMoney/Account[1]/BankName", "-").code == 0
    assert office("set", number, "Flows/Nothing", "1").body["error"]["code"] == "field-missing"
    names = {item["name"]: item["value"] for item in office("setting").body["settings"]}
    assert names["cold_basis"] == "value"
    assert office("setting", "cold_basis", "units").body["settings"][0]["value"] == "units"
    assert office("setting", "cold_basis", "guess").code == 2
    assert names["financial_year_end"] == ""
    said = office("setting", "financial_year_end", "03-31").body["settings"]
    assert said == [{"name": "financial_year_end", "value": "03-31", "choices": [], "pack": None}]
    assert office("setting", "financial_year_end", "31.3.").body["error"]["code"] == (
        "setting-refused"
    )


def test_packs(office: Run, tmp_path: Path) -> None:
    found = {pack["id"] for pack in office("pack", "list").body["packs"]}
    assert found >= {"car-1.0", "cwr-1.0"}
    office("return", "new", "CWR", "2026-10")
    assert office("pack", "remove", "cwr-1.0").body["error"]["code"] == "pack-in-use"
    assert office("pack", "remove", "car-1.0").code == 0
    folder = SAMPLE.parent.parent / "schemas" / "car" / "1.0"
    checked = office("pack", "check", folder)
    assert (checked.code, checked.body["problems"]) == (0, [])
    assert office("pack", "add", folder).body["added"] is True
    assert office("pack", "add", folder).body["added"] is False
    assert office("pack", "diff", "car-1.0", folder).body == {
        "added": [],
        "removed": [],
        "changed": [],
        "changes": [],
        "drafts": [],
    }
    assert office("pack", "add", tmp_path / "none").code == 2


def test_templates_and_profiles(office: Run, tmp_path: Path) -> None:
    out = tmp_path / "car.xlsx"
    assert office("template", "CAR", "--out", out).body["file"] == str(out)
    assert out.stat().st_size > 5000
    assert office("template", "CAR", "--out", out).body["error"]["code"] == "file-exists"
    assert office("profile", "list").body == {"profiles": []}
    office("profile", "add", SAMPLE / "profiles" / "lantau-cover.toml")
    shown = office("profile", "show", "lantau-cover").body
    assert shown["return_type"] == "CWR"
    assert "[maps.kinds]" in shown["text"]
    assert office("profile", "show", "nobody").code == 2


def test_a_template_is_filled_with_a_return(office: Run, tmp_path: Path) -> None:
    number = office("return", "new", "CWR", "2026-10").body["id"]
    office("set", number, "Header/EntityName", "Tung Chung Exchange")
    out = tmp_path / "cwr.xlsx"
    assert office("template", "cwr", "--out", out, "--return", number).code == 0
    office("set", number, "Header/EntityName", "another")
    assert office("import", number, out).body["applied"] is True
    shown = office("return", "show", number).out
    assert "Tung Chung Exchange" in shown
    other = office("template", "CAR", "--out", tmp_path / "car.xlsx", "--return", number)
    assert (other.code, other.body["error"]["code"]) == (2, "other-type")
    both = ("--return", number, "--period", "2026-10")
    assert office("template", "CWR", "--out", tmp_path / "b.xlsx", *both).code == 2
    assert sorted(tmp_path.glob("*.xlsx")) == [out]


def test_a_workspace_with_a_passphrase_has_no_recovery_key(office: Run) -> None:
    assert office("recovery-key").body["error"]["code"] == "no-recovery-key"


def test_a_password_file_of_a_key_is_read_as_the_passphrase_file_is(
    office: Run, key: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "odd"
    sign = ("sign", "x", "--p12", key, "--p12-passphrase-file", odd)
    odd.write_bytes(b"\xff\xfe\x00")
    refused = office(*sign).body["error"]
    assert (refused["code"], refused["file"]) == ("file-unreadable", str(odd))
    odd.write_bytes("secret\r\nmore".encode("utf-8-sig"))
    assert office(*sign).body["error"]["code"] == "return-missing"


def test_every_document_is_json_and_every_person_gets_words(office: Run) -> None:
    for arguments in (("return", "list"), ("pack", "list"), ("setting",), ("history", "show")):
        ran = office(*arguments)
        assert ran.code == 0
        assert json.loads(ran.out)
        assert ran.err == ""
