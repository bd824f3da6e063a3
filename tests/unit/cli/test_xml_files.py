"""An XML file goes into a workspace and out again by commands."""

from pathlib import Path

from tests.unit.cli.conftest import Run

SAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!-- kept -->
<c:ColdWalletReturn xmlns:c="urn:praya:cwr:1">
  <c:Header><c:EntityName>Lantau</c:EntityName><c:PeriodEnd>2026-10-31</c:PeriodEnd></c:Header>
</c:ColdWalletReturn>
"""


def test_a_file_is_opened_edited_and_saved(office: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "in.xml", tmp_path / "out.xml"
    file.write_text(SAMPLE, encoding="utf-8")
    opened = office("return", "open", file)
    assert opened.code == 0, opened
    assert opened.body["left"] == [{"kind": "comment", "line": 2, "count": 1}]
    number = opened.body["id"]
    saved = office("return", "save", number, "--out", out)
    assert saved.code == 0
    assert office("set", number, "Header/EntityName", "Lamma").code == 0
    saved = office("return", "save", number, "--out", out)
    assert (saved.body["form"], saved.body["file"]) == ("opened", str(out))
    text = out.read_text("utf-8")
    assert "<!-- kept -->" in text
    assert "<c:EntityName>Lamma</c:EntityName>" in text
    lost = office("return", "save", number, "--out", tmp_path / "none" / "out.xml")
    assert (lost.code, lost.body["error"]["code"]) == (2, "save-failed")
