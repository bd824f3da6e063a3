"""The editor in a window of its own, over a workspace with the small pack of every kind."""

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


@pytest.fixture
def kinds(tmp_path: Path) -> Iterator[Desk]:
    """A workspace with the pack of every kind."""
    workspace = Workspace.create(tmp_path / "k.praya", RAW_KEY, {"entity": "X", "ce": "ZZL001"})
    result = Desk(workspace, "mei")
    add_kinds(result)
    yield result
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
    """The screenless platform says at every window that it has no size hints; nothing is wrong."""
    item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
