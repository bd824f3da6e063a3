"""The real program in a process of its own, on the screen that it is given: `python window_told.py ARGS`.

It is `praya ARGS` itself. Beside it a line of JSON on standard output tells whatever changes of what a
screen reader would tell: what has the focus, which window is in front, what its badges say. It only
looks; all that happens is done by the keys that the window gets.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.cli.main import main
from app.ui.main_window import MainWindow
from app.ui.pages.return_page import ReturnPage
from app.ui.tasks import Tasks
from app.ui.widgets.notice import Notice

_EVERY = 40
"""Milliseconds between two looks."""


class Teller:
    """Looks at the windows and tells what has changed."""

    def __init__(self, app: QApplication) -> None:
        self._app, self._last = app, ""
        self._timer = QTimer(app)
        self._timer.timeout.connect(self.tell)
        self._timer.start(_EVERY)

    def tell(self) -> None:
        """One line where anything is different."""
        line = json.dumps(self._seen(), ensure_ascii=False)
        if line != self._last:
            self._last = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

    def _seen(self) -> dict[str, object]:
        front = QApplication.activeWindow()
        focus = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        windows = QApplication.topLevelWidgets()
        busy = any(not task.idle for window in windows for task in window.findChildren(Tasks))
        return {
            "front": type(front).__name__ if front else "",
            "popup": type(popup).__name__ if popup else "",
            "focus": _name(focus),
            "value": _value(focus),
            "busy": busy,
            **_window(windows),
            "said": _said(front),
        }


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return ""
    return widget.accessibleName() or getattr(widget, "text", str)() or widget.objectName()


def _value(widget: QWidget | None) -> str:
    if isinstance(widget, QLineEdit) and widget.echoMode() is QLineEdit.EchoMode.Normal:
        return widget.text()
    current = getattr(widget, "currentText", None)
    return str(current()) if current else ""


def _window(windows: list[QWidget]) -> dict[str, object]:
    for window in windows:
        if isinstance(window, MainWindow) and window.isVisible():
            page = window.stack.currentWidget()
            shown = isinstance(page, ReturnPage)
            return {
                "page": type(page).__name__,
                "badge": page.badge.text if isinstance(page, ReturnPage) else "",
                "verdict": window.submissions.verdict.word.text() if not shown else "",
                "findings": page.editor.findings.verdict.text()
                if isinstance(page, ReturnPage)
                else "",
                "who": page.signature.key.who.text() if isinstance(page, ReturnPage) else "",
            }
    return {"page": "", "badge": "", "verdict": "", "findings": "", "who": ""}


def _said(front: QWidget | None) -> str:
    """Messages that stand in sight."""
    notices = front.findChildren(Notice) if front else []
    texts = [
        label.text()
        for notice in notices
        if notice.isVisible()
        for label in notice.findChildren(QLabel)
        if label.text()
    ]
    return " ".join(texts)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    teller = Teller(application)
    sys.exit(main(sys.argv[1:]))
