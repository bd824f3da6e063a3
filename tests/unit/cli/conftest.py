"""Running commands in this process, as a script would see them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def body(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        held = json.loads(self.out)
        assert isinstance(held, dict)
        return held


Run = Callable[..., Ran]


@pytest.fixture
def praya(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """`praya("--json", "return", "list")`, with no workspace of the real user in reach."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("PRAYA_PASSPHRASE", raising=False)

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(item) for item in arguments])
        caught = capsys.readouterr()
        return Ran(code, caught.out, caught.err)

    return run


@pytest.fixture
def office(praya: Run, tmp_path: Path) -> Run:
    """The same on a new workspace, acting as Mei, always with --json."""
    secret = tmp_path / "passphrase"
    secret.write_text("correct horse\n", encoding="utf-8")
    common = ("--workspace", tmp_path / "w.praya", "--passphrase-file", secret)

    def run(*arguments: object, seat: str = "mei") -> Ran:
        return praya(*common, "--as", seat, "--json", *arguments)

    assert run("init", "--entity", "Lantau", "--ce", "ZZZ001").code == 0
    return run
