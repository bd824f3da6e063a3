"""The tools of those who write packs, on the command line."""

from pathlib import Path

import pytest

from app.paths import data_root
from tests.unit.cli.conftest import Run

FOLDER = data_root() / "schemas" / "frs" / "1.0"


def test_the_rules_of_a_pack_are_listed_with_what_they_rest_on(office: Run) -> None:
    listed = office("pack", "rules", FOLDER, "--on", "2026-10-31").body
    assert (listed["id"], listed["day"]) == ("frs-1.0", "2026-10-31")
    ratio = next(item for item in listed["rules"] if item["rule"] == "FRS-005")
    assert ratio["state"] == "active"
    assert ratio["certainty"] == "LAW"
    assert ratio["severity"] == "explain"
    assert ratio["parameters"]["liquid_capital_alert"].startswith("120 %")
    assert office("pack", "rules", "cwr-1.0").body["rules"]
    assert office("pack", "rules", FOLDER, "--on", "31.10.").body["error"]["code"] == (
        "day-unreadable"
    )


def test_rules_go_out_as_schematron_and_what_stays_is_named(office: Run, tmp_path: Path) -> None:
    out = tmp_path / "frs.sch"
    said = office("pack", "schematron", FOLDER, "--on", "2026-10-31", "--out", out)
    assert said.code == 0
    assert b"http://purl.oclc.org/dsdl/schematron" in out.read_bytes()
    reasons = {item["rule"]: item["reason"] for item in said.body["left_behind"]}
    assert "looks at other returns" in reasons["XR-004"]
    assert said.body["rules"] + len(said.body["left_behind"]) == len(
        office("pack", "rules", FOLDER).body["rules"]
    )


@pytest.mark.parametrize("option", [(), ("--out",)])
def test_schematron_wants_a_file(office: Run, option: tuple[str, ...]) -> None:
    assert office("pack", "schematron", "cwr-1.0", *option).code == 2


def test_problems_of_a_pack_are_told_with_file_and_line(office: Run, tmp_path: Path) -> None:
    for part, name in (("schemas", "pack"), ("forms", "form")):
        source = data_root() / part / "scr" / "1.0"
        for file in source.rglob("*.*"):
            base = tmp_path / "pack" if name == "pack" else tmp_path / "pack" / "form"
            target = base / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    rules = tmp_path / "pack" / "form" / "rules" / "coins.toml"
    text = rules.read_text(encoding="utf-8")
    line = text[: text.index("at = ")].count("\n") + 1
    rules.write_text(text.replace("at = ", "att = ", 1), encoding="utf-8")
    said = office("pack", "check", tmp_path / "pack")
    assert said.code == 1
    (problem,) = (item for item in said.body["problems"] if item["file"] == "form/rules/coins.toml")
    assert problem["line"] == line
    assert "did you mean “at”" in problem["message"]
    assert "tolerance" in problem["allowed"]
