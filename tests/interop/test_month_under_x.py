"""A month on a real X screen with nothing but keys sent by xdotool, from the first start to the receipt.

The program runs in a process of its own. It tells what a screen reader would tell (`window_told.py`);
what it does, it does because of the keys. A light window manager gives the focus, as on a desktop.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from app.domain.clock import now
from app.paths import data_root
from app.signing.authority import make_demo_signer

pytestmark = pytest.mark.interop

SAMPLE = data_root() / "resources" / "sample"
PROGRAM = Path(__file__).with_name("window_told.py")
FIRM, PHRASE = "Lantau Digital Exchange Limited", "a long passphrase"
PATIENCE = 60.0
"""Seconds that anything may take on a busy machine."""


class Screen:
    """A screen, the program on it, and ten fingers."""

    def __init__(self, display: str, program: subprocess.Popen[str], log: Path) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._program, self._log = program, log
        self.seen: dict[str, Any] = {}
        self.lines: list[str] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            if line.startswith("{"):
                self.lines.append(line)
                self.seen = json.loads(line)

    def leave(self) -> None:
        """End the program and stop listening."""
        _end(self._program)
        self._listener.join(20)
        assert self._program.stdout is not None
        self._program.stdout.close()

    def until(self, true: Callable[[dict[str, Any]], bool], what: str) -> None:
        """Look until something is so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.seen and true(self.seen):
                return
            assert self._program.poll() is None, self._log.read_text()[-3000:]
            time.sleep(0.03)
        raise AssertionError(f"{what}: {self.seen}\n{''.join(self.lines[-12:])}")

    def rest(self) -> None:
        """Until nothing has changed for a while and no work is left."""
        quiet, count = time.monotonic(), len(self.lines)
        end = quiet + PATIENCE
        while time.monotonic() < end:
            if len(self.lines) != count or self.seen.get("busy", True):
                quiet, count = time.monotonic(), len(self.lines)
            if time.monotonic() - quiet > 0.25:
                return
            time.sleep(0.03)
        raise AssertionError(f"never at rest: {self.seen}")

    def key(self, *keys: str) -> None:
        """Press keys as xdotool names them."""
        self._do("key", "--delay", "30", *keys)
        self.rest()

    def type(self, text: str) -> None:
        """Type over what is selected."""
        self._do("type", "--delay", "12", text)
        self.rest()

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=60)

    def tab_to(self, words: str, *, back: bool = False) -> None:
        """Tab until the control of that name has the focus."""
        for _ in range(70):
            if words in self.seen["focus"]:
                return
            self.key("shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab never comes to “{words}”: {self.seen}")

    def down_to(self, value: str) -> None:
        """Go down a list of choices until that one is chosen."""
        for _ in range(60):
            if self.seen["value"] == value:
                return
            self.key("Down")
        raise AssertionError(f"Down never comes to “{value}”: {self.seen}")

    def front(self, name: str) -> None:
        """Look until a window of that kind is in front."""
        self.until(lambda seen: seen["front"] == name, f"{name} is in front")
        self.rest()

    def badge(self, words: str) -> None:
        """Look until the return's state is that."""
        self.until(lambda seen: seen["badge"] == words and not seen["busy"], f"badge {words}")

    def command(self, words: str) -> None:
        """Ctrl+K, a few letters, Enter."""
        self.key("ctrl+k")
        self.front("Palette")
        self.type(words)
        self.key("Return")

    def path(self, path: Path) -> None:
        """Answer the dialog for a file or folder by typing its path."""
        self.front("QFileDialog")
        self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")

    def field(self, words: str, text: str) -> None:
        """Ctrl+G to a field, and type over it."""
        self.key("ctrl+g")
        self.type(words)
        self.key("Return")
        self.key("ctrl+a")
        self.type(text)
        self.key("Return")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of its own with the program on it, as at its very first start."""
    for program in ("Xvfb", "xdotool", "openbox"):
        assert shutil.which(program), f"{program} is missing: scripts/system_packages.sh interop"
    with ExitStack() as stack:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_end, server)
        os.close(write)
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        environment = {
            **{name: text for name, text in os.environ.items() if name != "PRAYA_PASSPHRASE"},
            **{name: str(tmp_path / "home") for name in places},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
        }
        (tmp_path / "home").mkdir()
        stack.callback(
            _end, subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        )
        log = tmp_path / "log.txt"
        program = subprocess.Popen(
            [sys.executable, str(PROGRAM), "--workspace", str(tmp_path / "w.praya"), "gui"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=stack.enter_context(log.open("w")),
            text=True,
        )
        screen = Screen(display, program, log)
        stack.callback(screen.leave)
        yield screen


def _end(process: subprocess.Popen[Any]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)


def import_workbook(screen: Screen, name: str) -> None:
    """Ctrl+I, the path, what would change, take it."""
    screen.key("ctrl+i")
    screen.path(SAMPLE / "2026-09" / name)
    screen.rest()
    screen.tab_to("Import")
    screen.key("Return")
    screen.until(lambda seen: "imported" in seen["said"], f"{name} is imported")


@pytest.mark.timeout(600)
def test_a_month_from_the_first_start_to_the_receipt(screen: Screen, tmp_path: Path) -> None:
    signer = make_demo_signer(FIRM, "Chan Tai Man", "secret", at=now())
    (tmp_path / "key.p12").write_bytes(signer.p12)
    (tmp_path / "authority.pem").write_bytes(signer.authority_pem)
    (tmp_path / "receipt.txt").write_text("received with thanks")
    (tmp_path / "out").mkdir()

    # The first start: the workspace is made.
    screen.front("Welcome")
    screen.tab_to("Licensed firm")
    screen.type(FIRM)
    screen.tab_to("CE number")
    screen.type("ZZZ001")
    screen.tab_to("Your name")
    screen.key("ctrl+a")
    screen.type("Wong Mei")
    screen.tab_to("Passphrase, at least")
    screen.type(PHRASE)
    screen.tab_to("The same passphrase")
    screen.type(PHRASE)
    screen.key("Return")
    screen.front("MainWindow")

    # A return of September, and finance's workbooks by the profiles of their layouts.
    screen.key("ctrl+n")
    screen.front("NewReturnDialog")
    screen.tab_to("Return type")
    screen.type("Client")
    assert "(CAR)" in screen.seen["value"]
    screen.tab_to("Period")
    screen.down_to("September 2026")
    screen.tab_to("Create return")
    screen.key("Return")
    screen.badge("Draft")
    for profile in ("lantau-ledger", "lantau-client-money"):
        screen.key("alt+2")
        screen.tab_to("Add a profile")
        screen.key("Return")
        screen.path(SAMPLE / "profiles" / f"{profile}.toml")
        screen.until(lambda seen: "is kept" in seen["said"], f"{profile} is kept")
    import_workbook(screen, "ledger.xlsx")
    import_workbook(screen, "client-money.xlsx")

    # A slip of the hand is found, and mended where F4 leads.
    screen.key("alt+1")
    screen.field("CE number", "Z1")
    screen.key("F8")
    screen.until(lambda seen: "blocking" in seen["findings"], "the slip is found")
    screen.key("F4")
    assert screen.seen["value"] == "Z1"
    screen.key("ctrl+a")
    screen.type("ZZZ001")
    screen.key("Return")
    screen.key("F8")
    screen.until(lambda seen: "explanation" in seen["findings"], "an explanation is asked for")

    # What is not wrong, but has to be explained.
    screen.command("explain the next finding")
    screen.type("The bank refunds its fees on the last day of the month.")
    screen.key("Return")
    screen.key("F8")
    screen.badge("Validated")

    # Review, and the other seat approves.
    screen.command("send for review")
    screen.badge("In review")
    screen.command("who acts")
    screen.front("SeatDialog")
    screen.key("ctrl+a")
    screen.type("Chan Tai Man")
    screen.tab_to("Take this seat")
    screen.key("Return")
    screen.front("MainWindow")
    screen.command("approve")
    screen.tab_to("Approve as Chan")
    screen.key("Return")
    screen.badge("Approved")

    # Signed with a key file.
    screen.command("sign signature")
    screen.tab_to("Choose")
    screen.key("Return")
    screen.path(tmp_path / "key.p12")
    screen.front("MainWindow")
    screen.tab_to("Password")
    screen.type("secret")
    screen.key("Return")
    screen.until(lambda seen: "Chan Tai Man" in seen["who"], "the key is open")
    screen.tab_to("Sign")
    screen.key("Return")
    screen.badge("Signed, not yet filed")

    # Exported, and read by another program.
    screen.key("ctrl+e")
    screen.path(tmp_path / "out")
    screen.front("MainWindow")
    screen.rest()
    (signed,) = (tmp_path / "out").rglob("*.xml")
    trusted = ["--trusted-pem", str(tmp_path / "authority.pem")]
    subprocess.run(["xmlsec1", "--verify", *trusted, str(signed)], check=True, capture_output=True)

    # Verified: first nobody is trusted, then the authority.
    screen.key("ctrl+shift+v")
    screen.path(signed)
    screen.until(lambda seen: seen["verdict"] == "Cannot be determined", "nobody is trusted yet")
    screen.front("MainWindow")
    screen.tab_to("Add")
    screen.key("Return")
    screen.path(tmp_path / "authority.pem")
    screen.until(lambda seen: seen["verdict"] == "Valid", "the authority is trusted")

    # The receipt.
    screen.front("MainWindow")
    screen.command("client assets signed")
    screen.badge("Signed, not yet filed")
    screen.command("record receipt")
    screen.path(tmp_path / "receipt.txt")
    screen.front("ReceiptDialog")
    screen.tab_to("Record")
    screen.key("Return")
    screen.badge("Filed")
