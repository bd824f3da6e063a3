"""Nothing that a person asks to be written takes the place of a workspace."""

import json
from pathlib import Path

import pytest

from app.cli.main import main
from app.errors import UserError
from app.store import files
from app.store.keyfile import Secret
from app.store.workspace import Workspace

ENDINGS = ("", "-wal", "-shm", ".key-check")


def workspace(folder: Path) -> Path:
    path = folder / "firm.praya"
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    Workspace.create(path, Secret("x" * 12, "passphrase"), facts).close()
    return path


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_never_written_over_a_workspace(tmp_path: Path, ending: str) -> None:
    path = workspace(tmp_path)
    before = {item.name: item.read_bytes() for item in tmp_path.iterdir()}
    with pytest.raises(UserError) as caught:
        files.write_bytes(path.with_name(path.name + ending), b"something else")
    assert caught.value.code == "workspace-in-the-way"
    with pytest.raises(UserError):
        files.hand_out(path.with_name(path.name + ending), b"something else")
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == before


def test_names_that_only_look_alike_are_free(tmp_path: Path) -> None:
    path = workspace(tmp_path)
    for name in ("firm.praya.pdf", "other.praya", "other.praya.key-check", "x-wal"):
        files.write_bytes(path.with_name(name), b"x")


COMMANDS = [
    ("return", "pdf", "ID", "--out", "HERE"),
    ("return", "save", "ID", "--out", "HERE"),
    ("calendar", "--out", "HERE"),
    ("history", "show", "--out", "HERE"),
    ("findings", "ID", "--out", "HERE"),
    ("diagnostics", "--out", "HERE"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0] + words[1])
def test_no_command_writes_over_the_workspace_that_it_works_on(
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PRAYA_PASSPHRASE", "correct horse battery")
    path = tmp_path / "firm.praya"
    as_mei = ("--workspace", str(path), "--as", "Mei")
    assert main([*as_mei, "init", "--entity", "Lantau", "--ce", "ZZL001"]) == 0
    capsys.readouterr()
    assert main([*as_mei, "--json", "return", "new", "FRS", "2026-10"]) == 0
    number = json.loads(capsys.readouterr().out)["id"]
    words = [{"ID": number, "HERE": str(path)}.get(word, word) for word in command]
    before = path.read_bytes()[:16]
    assert main([*as_mei, *words]) == 2
    assert "never written over" in capsys.readouterr().err
    assert path.read_bytes()[:16] == before
    assert main([*as_mei, "return", "list"]) == 0
