"""The window built, shown and closed without anybody watching: the last step of the self-test."""

import sys
import time

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.errors import Fault
from app.services.desk import Desk
from app.ui.main_window import MainWindow

_SECONDS = 30


class _Heard:
    """What Qt says while the window is up; the offscreen platform always says one thing."""

    def __init__(self) -> None:
        self.messages: list[str] = []

    def __call__(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        if message and "propagateSizeHints" not in message:
            self.messages.append(message)


def show_and_close(desk: Desk, return_id: str) -> str:
    """Open a return in the window, wait until everything is read, close; says what was seen."""
    heard = _Heard()
    before = qInstallMessageHandler(heard)
    try:
        return "; ".join([_show(desk, return_id), *heard.messages])
    finally:
        qInstallMessageHandler(before)


def _show(desk: Desk, return_id: str) -> str:
    qt_app = QApplication.instance() or QApplication(sys.argv[:1])  # type: ignore[truthy-bool]
    assert isinstance(qt_app, QApplication)
    window = MainWindow(desk, start_return=return_id)
    window.show()
    until = time.monotonic() + _SECONDS
    qt_app.processEvents()
    while not window.tasks.idle:
        qt_app.processEvents()
        time.sleep(0.01)
        if time.monotonic() > until:
            raise Fault(f"the window was not ready after {_SECONDS} seconds")
    seen = f"{window.windowTitle()}, {window.width()} by {window.height()}"
    window.close()
    window.deleteLater()
    qt_app.processEvents()
    return f"{seen} ({qt_app.platformName()})"
