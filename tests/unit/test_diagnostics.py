"""The bundle for whoever helps tells nothing of the firm: what was planted is not found in it."""

import json
import zipfile
from pathlib import Path

import pytest

from app.errors import FileMissing, UserError
from app.services import drafts, returns
from app.services.desk import Desk
from app.services.diagnostics import mask, write_bundle
from app.services.eventlog import log_file, note, note_error

SECRETS = (
    "Lantau", "ZZL001", "Wong Mei", "12345678.90", "1,234,567", "987654321", "bc1qar0srrr7xfkvy5l643lydnw9re59",
    "0x52908400098527886E0F7030069857D2E4169EE7", "/Users/mei/secret/keys.p12", "mei@lantau.example", "4711-pin",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def _explode(text: str) -> None:
    raise ValueError(text)


def test_what_was_planted_is_not_in_the_bundle(desk: Desk, tmp_path: Path) -> None:
    desk = Desk(desk.workspace, "Wong Mei")
    number = returns.new_return(desk, "CWR", "2026-10").id
    drafts.set_value(desk, number, "Header/CeNumber", "ZZL001")
    drafts.set_value(desk, number, "Header/EntityName", "Lantau 12345678.90")
    for secret in SECRETS:
        note_error(UserError(f"it holds {secret}", file=f"/tmp/{secret}"))
        note_error(FileMissing(secret, file=secret))
        try:
            _explode(secret)
        except ValueError as error:
            note_error(error)
        note(f"a line that somebody forgot to clean: {secret} of Lantau Digital Exchange Limited")
    target = tmp_path / "bundle.zip"
    window = {"language": "en", "recent": "/Users/mei/secret/x.praya", "version-qt": "6.11.3"}
    made = write_bundle(target, desk, window)
    with zipfile.ZipFile(target) as read:
        assert tuple(read.namelist()) == made.members
        texts = {name: read.read(name).decode() for name in read.namelist()}
    for name, text in texts.items():
        for secret in SECRETS:
            if name != "log.txt" or secret != "4711-pin":  # no one knows what a PIN looks like
                assert secret.casefold() not in text.casefold(), (name, secret)
        assert str(tmp_path) not in text
    assert "refused file-missing" in texts["log.txt"]
    assert "fault ValueError at" in texts["log.txt"]
    assert "_explode" in texts["log.txt"]
    assert "create table returns" in texts["schema.sql"].lower()
    packs = json.loads(texts["packs.json"])
    assert len(packs) >= 6
    assert all(len(item["sha256"]) == 64 for item in packs.values())
    assert json.loads(texts["versions.json"])["window"] == {"qt": "6.11.3"}
    assert json.loads(texts["settings.json"])["window"] == {"language": "en", "recent": "‹masked›"}


def test_the_programs_own_lines_hold_no_message(tmp_path: Path) -> None:
    for secret in SECRETS:
        note_error(UserError(secret, file=secret))
        try:
            _explode(secret)
        except ValueError as error:
            note_error(error)
    written = log_file().read_text(encoding="utf-8")
    assert written.count("\n") == 2 * len(SECRETS)
    assert not any(secret in written for secret in SECRETS)
    assert str(Path(__file__).parent) not in written


def test_without_a_workspace_it_says_why(tmp_path: Path) -> None:
    made = write_bundle(tmp_path / "b.zip", None, why="passphrase-missing")
    with zipfile.ZipFile(made.path) as read:
        assert json.loads(read.read("workspace.json")) == {
            "opened": False,
            "why": "passphrase-missing",
        }
    assert not list(tmp_path.glob(".*part"))


def test_a_bundle_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        write_bundle(tmp_path / "nowhere" / "b.zip", None)


@pytest.mark.parametrize(
    "text", ["1,234.50", "HK$ 98765", "/a/b/c.txt", "C:\\Users\\mei\\x", "x@y.example", "“Mei”"]
)
def test_masks(text: str) -> None:
    assert mask(f"before {text} after").startswith("before ")
    assert text not in mask(f"before {text} after")
