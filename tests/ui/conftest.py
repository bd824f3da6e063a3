"""The real window over a real workspace; its preferences lie in a folder of their own."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_pack import ledger_desk
from pytestqt.qtbot import QtBot
from ui_driver import open_window

from app.services.desk import Desk
from app.ui.main_window import MainWindow


def pytest_itemcollected(item: pytest.Item) -> None:
    """The screenless platform says at every window that it has no size hints; nothing is wrong."""
    item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """As in the running program: a widget that dies on a worker's thread takes the tests with it."""
    gc.disable()
    yield
    if gc.get_count()[0] > 20_000:
        gc.collect()


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
def ledger(tmp_path: Path) -> Iterator[Desk]:
    """A workspace with one small pack."""
    result = ledger_desk(tmp_path / "a.praya", "Mei")
    yield result
    result.workspace.close()


@pytest.fixture
def window(ledger: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window over the small pack."""
    result = open_window(ledger, qtbot)
    yield result
    result.close()
    result.look.set_language("en")
