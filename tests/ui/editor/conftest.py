"""The editor in a window of its own, over a workspace with the small pack of every kind."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_driver import Driver
from kinds_pack import add_kinds
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.services.returns import new_return
from app.store.keyfile import Secret
from app.store.workspace import Workspace
from app.ui.theme import Theme

RAW_KEY = Secret("x'" + "5a" * 32 + "'", "keyring")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace with the pack of every kind, made once."""
    folder = tmp_path_factory.mktemp("made")
    workspace = Workspace.create(folder / "k.praya", RAW_KEY, {"entity": "X", "ce": "ZZL001"})
    add_kinds(Desk(workspace, "mei"))
    workspace.close()
    return folder


@pytest.fixture
def kinds(made: Path, tmp_path: Path) -> Iterator[Desk]:
    """A copy of that workspace, open."""
    shutil.copytree(made, tmp_path / "copy")
    workspace = Workspace.open(tmp_path / "copy" / "k.praya", RAW_KEY)
    yield Desk(workspace, "mei")
    workspace.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The look of the house, light."""
    result = Theme(qapp)
    result.use("light")
    yield result
    result.deleteLater()


@pytest.fixture
def driver(kinds: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """A return of that pack in the editor, shown and at rest."""
    record = new_return(kinds, "KINDS", "2026-10")
    result = Driver(kinds, record.id, qtbot)
    yield result
    result.close()


def pytest_itemcollected(item: pytest.Item) -> None:
    """The screenless platform says what it cannot do with windows; nothing is wrong then."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
