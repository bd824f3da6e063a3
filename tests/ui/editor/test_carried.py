"""What a new return takes over: announced, told, seen in the panel, and asked for later."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from kinds_pack import FILES, MANIFEST
from ledger_pack import SECRET
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.states import State
from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.editor import add_group
from app.services.formview import read_form
from app.services.packs import add_pack
from app.services.returns import list_returns, new_return
from app.store import returns as store
from app.store.workspace import Workspace
from app.ui.main_window import MainWindow

CARRY = b"""[[carry]]
to = "Head"
fields = ["Name"]

[[carry]]
to = "Lines/Line"
key = ["Code"]
fields = ["Code", "Kind"]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A workspace where September is filed with a name and two lines."""
    line = f'"form/carry.toml" = "{hashlib.sha256(CARRY).hexdigest()}"\n'
    workspace = Workspace.create(tmp_path / "c.praya", SECRET, {"entity": "X", "ce": "ZZL001"})
    result = Desk(workspace, "mei")
    add_pack(result, {**FILES, "form/carry.toml": CARRY, "pack.toml": MANIFEST + line.encode()})
    number = new_return(result, "KINDS", "2026-09").id
    root = read_form(result, number).root.row
    assert root is not None
    add_group(result, number, root.id, "Lines")
    set_value(result, number, "Head/Name", "Lantau")
    for place in (1, 2):
        add_row(result, number, "Lines/Line")
        set_value(result, number, f"Lines/Line[{place}]/Code", f"C{place}")
        set_value(result, number, f"Lines/Line[{place}]/Kind", "A")
    with workspace.write() as connection:
        store.set_state(connection, number, State.FILED)
    yield result
    workspace.close()


@pytest.fixture
def frame(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    result = open_window(desk, qtbot)
    yield result
    result.close()


def made(frame: MainWindow, qtbot: QtBot) -> None:
    frame.new_return("KINDS", "2026-10")
    rest(frame, qtbot)
    assert frame.dialog is not None
    assert "Carried forward from September 2026: Head, Line." in frame.dialog.preview.text()
    qtbot.mouseClick(frame.dialog.create_button, Qt.MouseButton.LeftButton)
    rest(frame, qtbot)


def test_a_new_return_says_what_it_took_over(frame: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    made(frame, qtbot)
    page = frame.return_page
    assert page is not None
    notice = page.editor.notice
    said = "1 value and 2 rows carried forward from September 2026. Look them over."
    assert notice.message.text() == said
    frame.activateWindow()  # without a screen nobody gives it back after a dialog
    qtbot.waitUntil(frame.isActiveWindow)
    page.editor.go_to("Head/Name")
    rest(frame, qtbot)
    assert page.editor.panel.origin.text.text() == "Carried forward from September 2026"
    assert notice.link.isVisible()
    qtbot.keyClick(notice.link, Qt.Key.Key_Space)
    rest(frame, qtbot)
    before = next(item for item in list_returns(desk) if item.period == "2026-09")
    assert frame.return_page is not None
    assert frame.return_page.return_id == before.id


def test_carrying_again_fills_nothing_that_stands(
    frame: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    made(frame, qtbot)
    page = frame.return_page
    assert page is not None
    frame.menus.actions["carry"].trigger()
    rest(frame, qtbot)
    assert page.editor.notice.message.text() == (
        "Nothing was empty that September 2026 could fill."
    )


def test_without_a_filed_return_there_is_nothing_to_carry(
    frame: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    record = new_return(desk, "KINDS", "2026-08")
    frame.open_return(record.id)
    rest(frame, qtbot)
    frame.menus.actions["carry"].trigger()
    rest(frame, qtbot)
    assert frame.return_page is not None
    notice = frame.return_page.editor.notice
    assert notice.message.text().startswith("No return of this type is filed")
    assert not notice.link.isVisible()
