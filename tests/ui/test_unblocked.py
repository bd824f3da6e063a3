"""The window answers within a tenth of a second while a long workbook becomes a signed return."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest
from watchdog import LIMIT_MS, Watchdog

from app.domain.clock import now
from app.domain.states import State
from app.services.desk import Desk
from app.services.returns import get_return
from app.signing.authority import make_demo_signer
from app.ui.collector import Collector
from app.ui.main_window import MainWindow
from app.ui.pages.return_page import ReturnPage
from app.ui.seat import take_seat
from app.ui.widgets.ask import WordsDialog
from bench.data import build, open_empty


@pytest.fixture
def collector() -> Iterator[Collector]:
    """As in the running program: cycles are collected on the window's thread, and take their time."""
    result = Collector()
    result.start()
    yield result
    result.stop()


def test_the_watchdog_sees_who_blocks(qtbot: QtBot) -> None:
    def loiter() -> None:
        time.sleep(0.15)

    with Watchdog() as dog:
        dog.during = "loitering"
        qtbot.wait(30)
        loiter()
        qtbot.wait(30)
    assert dog.longest > LIMIT_MS
    assert "loitering" in dog.report()
    assert "in loiter" in dog.report()


def test_the_watchdog_sees_a_thread_that_keeps_the_interpreter(qtbot: QtBot) -> None:
    def hog() -> None:
        time.sleep(0.05)
        sum(range(20_000_000))  # one long step of C, during which nobody else can run
        time.sleep(0.1)

    with Watchdog() as dog:
        thread = threading.Thread(target=hog, name="hog")
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive(), timeout=20_000)
        qtbot.wait(30)
    assert dog.longest > LIMIT_MS, dog.report()
    assert "in hog" in dog.report()


def test_the_watchdog_lets_the_machine_be_slow(qtbot: QtBot) -> None:
    with Watchdog() as dog:
        qtbot.wait(300)
    assert dog.longest < LIMIT_MS, dog.report()


def workbook_to_signature(
    window: MainWindow, return_id: str, folder: Path, qtbot: QtBot
) -> Watchdog:
    """The way of a return through the real window, watched."""
    window.open_return(return_id, "import")
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    with Watchdog() as dog:
        for name, step in _steps(window, page, folder, qtbot).items():
            dog.during = name
            step()
            _settle(window, qtbot)
    assert get_return(window.context.desk, return_id).state is State.SIGNED
    return dog


def _settle(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: window.tasks.idle, timeout=280_000)
        qtbot.wait(30)


def _steps(
    window: MainWindow, page: ReturnPage, folder: Path, qtbot: QtBot
) -> dict[str, Callable[[], object]]:
    def approve() -> None:
        page.act("approve")
        _settle(window, qtbot)
        (dialog,) = window.findChildren(WordsDialog)
        dialog.accept_button.click()

    def show_key() -> None:
        signer = make_demo_signer("Bench", "Bench", "secret", at=now())
        (folder / "key.p12").write_bytes(signer.p12)
        page.show_view("sign")
        page.signature.key.use_file(folder / "key.p12")
        page.signature.key.password.setText("secret")
        page.signature.key.open_key.click()

    def imported() -> None:
        assert page.imports.preview is not None, page.imports.notice.message.text()
        page.imports.apply_button.click()

    return {
        "dry run": lambda: page.imports.use_file(folder / "ledger.xlsx", "bench"),
        "import": imported,
        "to the end of the table": lambda: page.form.go_to("Entries/Entry[9000]/Note"),
        "check": page.check,
        "review": lambda: page.act("review"),
        "another seat": lambda: take_seat(window.context, "Chan"),
        "approval": approve,
        "key": show_key,
        "signature": page.signature.sign_button.click,
    }


def _watched(rows: int, folder: Path, qtbot: QtBot) -> Watchdog:
    build(folder, rows)
    desk, return_id = open_empty(folder)
    window = open_window(Desk(desk.workspace, "Mei"), qtbot)
    try:
        return workbook_to_signature(window, return_id, folder, qtbot)
    finally:
        window.close()
        desk.workspace.close()


def test_ten_thousand_rows(collector: Collector, qtbot: QtBot, tmp_path: Path) -> None:
    dog = _watched(10_000, tmp_path, qtbot)
    assert dog.longest < LIMIT_MS, dog.report()


@pytest.mark.interop
@pytest.mark.timeout(1500)
def test_a_hundred_thousand_rows(collector: Collector, qtbot: QtBot, tmp_path: Path) -> None:
    dog = _watched(100_000, tmp_path, qtbot)
    assert dog.longest < LIMIT_MS, dog.report()
