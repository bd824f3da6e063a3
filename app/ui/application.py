"""The QApplication, and which window is open: the welcome page or a workspace."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from app.errors import UserError
from app.services.desk import Desk
from app.ui.collector import Collector
from app.ui.farewell import say_farewell
from app.ui.i18n import tr
from app.ui.icons import icon
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.sentences import sentence
from app.ui.welcome import Welcome

SampleMaker = Callable[[], Desk]


class Application(QObject):
    """Holds the one window that is open. `sample` makes the desk of the sample month."""

    def __init__(self, sample: SampleMaker | None = None) -> None:
        super().__init__()
        self.look = Look(self)
        self._sample = sample
        self.window: MainWindow | None = None
        self.welcome: Welcome | None = None

    def show_welcome(
        self, path: Path | None = None, seat: str = "", refused: UserError | None = None
    ) -> None:
        """Ask for a workspace; `refused` says why the one at `path` could not be opened."""
        self._close_window()
        welcome = Welcome(self.look, path, seat)
        if refused is not None:
            welcome.refused(refused)
        welcome.opened.connect(self._open)
        welcome.sample_wanted.connect(self._make_sample)
        welcome.sample.setVisible(self._sample is not None)
        welcome.sample_text.setVisible(self._sample is not None)
        self.welcome = welcome
        welcome.show()

    def show_desk(self, desk: Desk, start_return: str | None = None) -> None:
        """Show a workspace."""
        window = MainWindow(desk, self.look, start_return)
        window.other_wanted.connect(self._other)
        preferences = self.look.preferences
        window.farewell = partial(say_farewell, desk, preferences)
        failed = preferences.failure(desk.workspace.path)
        if failed:
            window.pages["home"].notice.say(
                "explain",
                tr("The last backup at closing could not be made: {why} Changes are saved; make"
                   " room or choose another place, and test a backup in Settings.").format(
                    why=sentence(failed)
                ),
            )  # fmt: skip
        geometry = self.look.preferences.geometry()
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)
        self.window = window
        window.show()

    @Slot(object)
    def _open(self, desk: object) -> None:
        if isinstance(desk, Desk):
            self.show_desk(desk)
            self._close_welcome()

    @Slot()
    def _other(self) -> None:
        self.show_welcome(self.window.other_path if self.window is not None else None)

    @Slot()
    def _make_sample(self) -> None:
        if self._sample is not None and self.welcome is not None:
            self.welcome.make_sample(self._sample)

    def _close_welcome(self) -> None:
        welcome, self.welcome = self.welcome, None
        if welcome is not None:
            welcome.close()
            welcome.deleteLater()

    def _close_window(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.context.desk.workspace.close()
            window.deleteLater()


def run(
    desk: Desk | None = None,
    start_return: str | None = None,
    *,
    path: Path | None = None,
    seat: str = "",
    refused: UserError | None = None,
    sample: SampleMaker | None = None,
) -> int:
    """Show the window until it is closed; returns the exit code.

    Without a desk the welcome page asks for one; `path` is the file and `seat` the name that it
    proposes, `refused` why that file could not be opened. `sample` makes the desk of the sample
    month when the user wants it. `start_return` is the id of the return to open first.
    """
    qt_app = QApplication.instance() or QApplication(sys.argv[:1])  # type: ignore[truthy-bool]
    assert isinstance(qt_app, QApplication)
    qt_app.setApplicationName("Praya")
    application = Application(sample)
    collector = Collector(application)
    collector.start()
    qt_app.setWindowIcon(icon("returns", "accent", 64))
    if desk is None:
        application.show_welcome(path, seat, refused)
    else:
        application.show_desk(desk, start_return)
    try:
        return qt_app.exec()
    finally:
        collector.stop()
