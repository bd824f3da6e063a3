"""The history: every kind of tampering is named, by us and by the thirty lines in the manual."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_pack import ledger_desk

from app.services import backup, drafts, history, returns
from app.services.desk import Desk
from app.services.history import Anchor

MANUAL = Path(__file__).parents[3] / "docs" / "workspace.md"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace with a dozen rows of history."""
    desk = ledger_desk(tmp_path / "a.praya")
    for period in ("2026-09", "2026-10"):
        record = returns.new_return(desk, "LEDGER", period)
        for text in (
            "1.50",
            "港元 “x”\u2028\x7f\n\\/",
            None,
            "12345678901234567890.123456789012345678",
        ):
            drafts.set_value(desk, record.id, "Head/Name", text)
    yield desk
    desk.workspace.close()


def tamper(desk: Desk, *statements: str) -> None:
    with desk.workspace.write() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_the_history_of_all_and_of_one_return(desk: Desk) -> None:
    every = history.show(desk)
    assert [entry.seq for entry in every] == list(range(1, 12))
    first = returns.list_returns(desk)[0]
    mine = history.show(desk, first.id[:8])
    assert {entry.return_id for entry in mine} == {first.id}
    assert [entry.action for entry in mine] == ["return-created", *["value"] * 4]
    body = mine[-1].as_dict()
    assert body["detail"]["after"] == "12345678901234567890.123456789012345678"  # type: ignore[index]
    assert body["seat"] == "mei"


def test_a_whole_history_is_valid_and_tells_its_head(desk: Desk) -> None:
    verdict = history.verify(desk)
    assert verdict.valid
    assert (verdict.entries, verdict.hash) == (11, history.show(desk)[-1].hash)
    assert verdict.as_dict()["verdict"] == "valid"


@pytest.mark.parametrize(
    ("statements", "broken", "words"),
    [
        (["UPDATE history SET seat='boss' WHERE seq=5"], 5, "was changed"),
        (["UPDATE history SET detail=replace(detail,'1.50','1.60')"], 3, "was changed"),
        (["UPDATE history SET at='2020-01-01T00:00:00.000Z' WHERE seq=1"], 1, "was changed"),
        (["UPDATE history SET return_id=NULL WHERE seq=4"], 4, "was changed"),
        (["UPDATE history SET hash=previous WHERE seq=11"], 11, "was changed"),
        (["UPDATE history SET previous=hash WHERE seq=6"], 6, "does not continue"),
        (["DELETE FROM history WHERE seq=5"], 5, "row 5 is missing"),
        (["DELETE FROM history WHERE seq=1"], 1, "row 1 is missing"),
        (
            [
                "UPDATE history SET seq=100 WHERE seq=5",
                "UPDATE history SET seq=5 WHERE seq=6",
                "UPDATE history SET seq=6 WHERE seq=100",
            ],
            5,
            "does not continue",
        ),
        (
            [
                "INSERT INTO history SELECT 0,at,seat,action,NULL,detail,previous,hash FROM history LIMIT 1"
            ],
            0,
            "does not belong",
        ),
        (
            [
                "INSERT INTO history SELECT 12,at,seat,action,NULL,detail,hash,hash FROM history WHERE seq=11"
            ],
            12,
            "was changed",
        ),
    ],
)
def test_what_was_done_to_a_row_is_named(
    desk: Desk, tmp_path: Path, statements: list[str], broken: int, words: str
) -> None:
    tamper(desk, *statements)
    verdict = history.verify(desk)
    assert not verdict.valid
    assert verdict.broken == broken
    assert words in verdict.reasons[0]
    history.export_lines(desk, tmp_path / "h.jsonl")
    outside = history.verify_lines(tmp_path / "h.jsonl")
    assert (outside.broken, outside.reasons) == (verdict.broken, verdict.reasons)
    assert independent(tmp_path / "h.jsonl").returncode == 1


def test_a_cut_end_shows_by_an_anchor_alone(desk: Desk, tmp_path: Path) -> None:
    before = history.verify(desk)
    anchor = Anchor(before.entries, before.hash, "october.manifest.json")
    tamper(desk, "DELETE FROM history WHERE seq > 8")
    assert history.verify(desk).valid  # which is why anchors are kept outside
    verdict = history.verify(desk, [anchor])
    assert not verdict.valid
    assert "cut off" in verdict.reasons[0]
    history.export_lines(desk, tmp_path / "h.jsonl")
    assert not history.verify_lines(tmp_path / "h.jsonl", [anchor]).valid
    assert independent(tmp_path / "h.jsonl", f"{anchor.entry}:{anchor.hash}").returncode == 1


def test_a_history_written_anew_shows_by_an_anchor_alone(desk: Desk, tmp_path: Path) -> None:
    before = history.verify(desk)
    good = Anchor(before.entries, before.hash, "october.manifest.json")
    assert history.verify(desk, [good, Anchor(0, "0" * 64, "the beginning")]).valid
    verdict = history.verify(desk, [Anchor(before.entries, "0" * 64, "october.manifest.json")])
    assert "written anew" in verdict.reasons[0]
    history.export_lines(desk, tmp_path / "h.jsonl")
    assert history.verify_lines(tmp_path / "h.jsonl", [good]).valid
    assert independent(tmp_path / "h.jsonl", f"{good.entry}:{good.hash}").returncode == 0


def test_a_changed_file_is_found(desk: Desk) -> None:
    tamper(desk, "INSERT INTO blobs VALUES ('00', 'finance.xlsx', 'm', 't', x'aa')")
    verdict = history.verify(desk)
    assert verdict.reasons == ("the kept file “finance.xlsx” was changed",)
    assert verdict.broken is None


def independent(file: Path, *anchors: str) -> subprocess.CompletedProcess[str]:
    """The verifier of the manual, run by itself."""
    (script,) = re.findall(r"```python\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    return subprocess.run(
        [sys.executable, "-I", "-c", script, str(file), *anchors],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_manual_verifies_an_export(desk: Desk, tmp_path: Path) -> None:
    verdict = history.export_lines(desk, tmp_path / "h.jsonl")
    done = independent(tmp_path / "h.jsonl")
    assert done.stdout == f"11 rows hold; the last hash is {verdict.hash}\n"
    lines = (tmp_path / "h.jsonl").read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[4])["seq"] == 5
    assert history.verify_lines(tmp_path / "h.jsonl") == verdict


def test_the_manifest_of_a_backup_is_an_anchor(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    anchor = history.read_anchor(backup.manifest_path(report.path))
    assert (anchor.entry, anchor.hash) == (11, report.hash)
    assert history.verify(desk, [anchor]).valid


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"history": 1}', '{"history": {"entry": "x"}}'])
def test_what_is_no_anchor_and_no_history_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "f").write_text(text)
    with pytest.raises(history.AnchorUnreadable):
        history.read_anchor(tmp_path / "f")
    if text:
        with pytest.raises(history.HistoryUnreadable):
            history.verify_lines(tmp_path / "f")
    with pytest.raises(history.HistoryUnreadable):
        history.verify_lines(tmp_path / "none")
