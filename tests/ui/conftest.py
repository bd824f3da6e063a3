"""The real window over a real workspace; its preferences lie in a folder of their own."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import packs
from app.services.desk import Desk
from app.store.keyfile import Secret
from app.store.workspace import Workspace
from app.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def _no_worker_survives() -> Iterator[None]:
    before = {thread.ident for thread in threading.enumerate()}
    yield
    left = [
        thread.name
        for thread in threading.enumerate()
        if thread.ident not in before and thread.name.startswith("praya")
    ]
    assert not left, f"worker threads survived the window: {left}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace with the packs that come with the program."""
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZZ001"}
    workspace = Workspace.create(tmp_path / "a.praya", Secret("pw", "passphrase"), facts)
    result = Desk(workspace, "Mei")
    packs.add_shipped(result)
    yield result
    workspace.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, shown and at rest."""
    result = MainWindow(desk)
    result.look.set_language("en")
    result.look.set_theme("light")
    qtbot.addWidget(result)
    result.show()
    qtbot.waitUntil(lambda: result.tasks.idle, timeout=10_000)
    yield result
    result.close()
