"""A window that is killed: what was stored is there, and the next one opens where it was left."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ledger_pack import SECRET, ledger_desk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import add_row, locate, set_value
from app.services.leftopen import Left, last_left, remember
from app.services.packs import get_pack
from app.services.returns import get_return, new_return
from app.store.workspace import Workspace

CHILD = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from ledger_pack import SECRET
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from app.services.desk import Desk
from app.services.leftopen import last_left
from app.services.returns import list_returns
from app.store.workspace import Workspace
from app.ui.main_window import MainWindow

qt = QApplication([])
desk = Desk(Workspace.open(Path(sys.argv[1]), SECRET), "Mei")
window = MainWindow(desk)
window.show()
window.open_return(list_returns(desk)[0].id, path="Head/Name")
while not isinstance(window.focusWidget(), QLineEdit):
    QTest.qWait(20)
QTest.keyClicks(window.focusWidget(), "Lantau")
QTest.keyClick(window.focusWidget(), "\\t")
QTest.qWait(20)
QTest.keyClicks(window.focusWidget(), "1234.5")
while (left := last_left(desk)) is None or left.typed != "1234.5":
    QTest.qWait(50)
print("typed", flush=True)
QTest.qWait(60_000)
"""


def value(desk: Desk, number: str, path: str) -> str | None:
    record = get_return(desk, number)
    with desk.workspace.read() as connection:
        schema = get_pack(desk, record.pack_id).schema
        place = locate(schema, rows_at(connection, record), path)
        return place.row.values[place.node.index[place.field.key]]


@pytest.fixture
def killed(tmp_path: Path) -> tuple[Path, str]:
    """A workspace whose window was killed with SIGKILL while a figure was being typed."""
    path = tmp_path / "a.praya"
    desk = ledger_desk(path, "Mei")
    number = new_return(desk, "LEDGER", "2026-10").id
    desk.workspace.close()
    here = Path(__file__).parent.parent
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), str(here), str(here.parent)],
        stdout=subprocess.PIPE, text=True, env=env,
    )  # fmt: skip
    assert child.stdout is not None
    try:
        assert child.stdout.readline().strip() == "typed"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    return path, number


def test_after_a_kill_the_window_opens_where_it_was(killed: tuple[Path, str], qtbot: QtBot) -> None:
    path, number = killed
    desk = Desk(Workspace.open(path, SECRET), "Mei")
    assert desk.workspace.damage() == []
    assert value(desk, number, "Head/Name") == "Lantau", "what was stored is there"
    assert value(desk, number, "Head/Total") is None
    window = open_window(desk, qtbot)
    rest(window, qtbot)
    page = window.current_return()
    assert page is not None
    assert page.return_id == number
    told = page.editor.notice
    assert told.isVisible()
    assert "ended without closing" in told.message.text()
    assert "“1234.5” was being typed" in told.message.text()
    qtbot.mouseClick(told.link, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert value(desk, number, "Head/Total") == "1234.5"
    window.close()
    assert last_left(desk) is None, "closed as usual, nothing is left"
    desk.workspace.close()


def test_a_window_that_closes_as_usual_begins_at_home(ledger: Desk, qtbot: QtBot) -> None:
    window = open_window(ledger, qtbot, new_return(ledger, "LEDGER", "2026-10").id)
    rest(window, qtbot)
    qtbot.wait(900)
    rest(window, qtbot)
    assert last_left(ledger) is not None, "while it is open"
    window.close()
    assert last_left(ledger) is None
    window = open_window(ledger, qtbot)
    assert window.current_return() is None
    window.close()


def test_what_is_being_typed_is_stored_when_the_window_closes(ledger: Desk, qtbot: QtBot) -> None:
    number = new_return(ledger, "LEDGER", "2026-10").id
    add_row(ledger, number, "Book")
    for path in ("Head/Name", "Book[1]/Title"):
        window = open_window(ledger, qtbot)
        window.open_return(number, path=path)
        rest(window, qtbot)
        for letter in "typed":
            qtbot.keyClick(window.focusWidget(), letter)
        window.close()
        assert value(ledger, number, path) == "typed"


def test_what_was_typed_is_not_offered_over_another_value(ledger: Desk, qtbot: QtBot) -> None:
    number = new_return(ledger, "LEDGER", "2026-10").id
    set_value(ledger, number, "Head/Name", "stored")
    wrong = Left("return", number, "form", "Head/Name", 999_999, "Name", "lost")
    remember(ledger, wrong)
    left = last_left(ledger)
    assert left is not None
    assert left.typed is None
    remember(ledger, Left("return", "gone", "form", "Head/Name", 1, "Name", "lost"))
    left = last_left(ledger)
    assert left is not None
    assert left.return_id is None
    window = open_window(ledger, qtbot)
    rest(window, qtbot)
    assert window.current_return() is None
    assert "ended without closing" in window.pages["home"].notice.message.text()
    window.close()
