"""Every outcome is one reply: an exit code, one JSON document, one line for a person."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import app.cli.main
from app.errors import Fault
from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("return",),
        ("return", "new", "CAR"),
        ("row", "x", "swap", "T"),
        ("row", "x", "remove", "T", "0"),
        ("validate",),
        ("validate", "x.xml", "--what"),
        ("init", "--entity", "X"),
        ("--wörkspace", "x", "demo"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_two(praya: Run, arguments: tuple[str, ...]) -> None:
    plain = praya(*arguments)
    assert (plain.code, plain.out) == (2, "")
    assert plain.err.startswith("praya: ")
    assert plain.err.count("\n") == 1
    scripted = praya("--json", *arguments)
    assert scripted.code == 2
    assert scripted.body["error"]["code"] == "usage"
    assert set(scripted.body["error"]) == {"code", "message", "file"}


def test_a_global_option_after_the_command_is_explained(praya: Run) -> None:
    ran = praya("return", "list", "--json")
    assert ran.code == 2
    assert "before the command" in ran.body["error"]["message"]


@pytest.mark.parametrize("arguments", [("--help",), ("return", "new", "-h"), ("--version",)])
def test_help_is_an_answer(praya: Run, arguments: tuple[str, ...]) -> None:
    assert praya(*arguments).code == 0
    assert praya("--json", *arguments).body


def test_a_fault_of_ours_is_exit_code_three_without_a_traceback(
    praya: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise Fault("two plus\ntwo")

    monkeypatch.setattr(app.cli.main, "handler_of", lambda *_names: broken)
    ran = praya("--json", "pack", "list")
    assert ran.code == 3
    assert ran.body["error"]["code"] == "fault"
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == 1
    monkeypatch.setenv("PRAYA_DEBUG", "1")
    assert "Traceback" in praya("pack", "list").err


def test_a_closed_pipe_is_no_mistake() -> None:
    command = [sys.executable, "-m", "app", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


def test_the_window_says_that_it_needs_a_screen(
    praya: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "there is no screen" in praya().err
    for arguments in (("--json", "gui"), ("--as", "mei", "--json", "gui")):
        ran = praya(*arguments)
        assert (ran.code, ran.body["error"]["code"]) == (2, "no-screen")


def test_a_workspace_that_is_not_there(praya: Run, tmp_path: Path) -> None:
    ran = praya("--json", "--workspace", tmp_path / "no.praya", "return", "list")
    assert (ran.code, ran.body["error"]["code"]) == (2, "workspace-missing")
    assert ran.body["error"]["file"] == str(tmp_path / "no.praya")
    ran = praya("--json", "--workspace", "postgresql://team/praya", "return", "list")
    assert (ran.code, ran.body["error"]["code"]) == (2, "not-available")


def test_output_is_utf_8_whatever_the_terminal_says() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "app", "--json", "nonsense"],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "“praya --help”" in json.loads(done.stdout.decode())["error"]["message"]
