"""Driving the window in tests."""

from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.ui.main_window import MainWindow


def open_window(desk: Desk, qtbot: QtBot, start_return: str | None = None) -> MainWindow:
    """The window in English and light, shown and at rest."""
    result = MainWindow(desk, start_return=start_return)
    result.look.set_language("en")
    result.look.set_theme("light")
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    with qtbot.waitActive(result):
        pass
    rest(result, qtbot)
    return result


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the worker has nothing left to do, and what follows from its answers neither."""
    for _ in range(3):
        qtbot.waitUntil(lambda: window.tasks.idle, timeout=20_000)
        qtbot.wait(10)
