"""A check that takes its time: seen at once, and stopped by Esc without a trace."""

import threading
from pathlib import Path

import pytest
from ledger_pack import ledger_desk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.services.checks import check_return
from app.services.drafts import set_value
from app.services.history import show
from app.services.returns import new_return


def test_a_check_shows_at_once_and_esc_stops_it(tmp_path: Path, qtbot: QtBot) -> None:
    desk = ledger_desk(tmp_path / "c.praya", "Mei")
    number = new_return(desk, "LEDGER", "2026-10").id
    set_value(desk, number, "Head/Name", "October")
    window = open_window(desk, qtbot, number)
    page = window.return_page
    assert page is not None
    hold = threading.Event()
    window.tasks.run(hold.wait, lambda _done: None, window._failed)  # the worker is busy
    page.check()
    panel = page.editor.findings
    assert panel.verdict.text() == panel.check.text() == "Checking…"
    assert not panel.check.isEnabled()
    qtbot.keyClick(page.editor.sections, Qt.Key.Key_Escape)
    hold.set()
    rest(window, qtbot)
    assert panel.verdict.text() == "Not checked yet"
    assert panel.check.text() == "Check"
    assert "Stopped" in page.editor.notice.message.text()
    page.check()
    rest(window, qtbot)
    assert "blocking" in panel.verdict.text()
    window.close()
    desk.workspace.close()


def test_a_check_that_is_stopped_between_its_tiers_leaves_nothing(tmp_path: Path) -> None:
    desk = ledger_desk(tmp_path / "c.praya", "Mei")
    number = new_return(desk, "LEDGER", "2026-10").id
    set_value(desk, number, "Head/Name", "October")
    set_value(desk, number, "Head/Total", "1")
    before, told = show(desk, number), []

    class Enough(Exception):
        pass

    def stop(done: int, every: int) -> None:
        told.append((done, every))
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        check_return(desk, number, stop)
    assert told == [(1, 4), (2, 4)]
    assert show(desk, number) == before
    assert check_return(desk, number).valid
    desk.workspace.close()
