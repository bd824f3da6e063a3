"""What helps: help on what is shown, the keys, the saved state, backups, diagnostics, about."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.look import Look
from app.ui.pages.base import Page
from app.ui.pages.return_page import VIEWS, ReturnPage
from app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.services.backup import BackupReport
    from app.services.diagnostics import Bundle
    from app.ui.help import HelpWindow


class Assistance(QObject):
    """Opens the dialogs that help; `lines` gives menu, entry and keys of everything with keys."""

    def __init__(
        self, window: QMainWindow, stack: QStackedWidget, context: Context, look: Look
    ) -> None:
        super().__init__(window)
        self._window, self._context, self._look = window, context, look
        self._stack = stack
        self.lines: Callable[[], list[tuple[str, str, str]]] = list
        self.help_window: HelpWindow | None = None

    def help(self) -> None:
        """Explain the page that is shown, and the field with the focus first."""
        from app.ui.help import HelpWindow  # noqa: PLC0415  (not needed at the start)

        topic, field = self._topic(), self._field()
        if self.help_window is None:
            self.help_window = HelpWindow(self._window)
        self.help_window.show_topic(topic, field)

    def _page(self) -> QWidget | None:
        return self._stack.currentWidget()

    def _topic(self) -> str:
        page = self._page()
        if isinstance(page, ReturnPage):
            return list(VIEWS)[page.tabs.currentIndex()]
        pages: Mapping[str, QWidget] = getattr(self._window, "pages", {})
        return next((name for name, each in pages.items() if each is page), "start")

    def _field(self) -> str:
        """What the panel says of the field with the focus."""
        page = self._page()
        focus = self._window.focusWidget()
        if not isinstance(page, ReturnPage) or not page.editor.isAncestorOf(focus):
            return ""
        return page.editor.panel.told()

    def show_keys(self) -> None:
        """List all keys, to be searched."""
        from app.ui.keysheet import KeySheet  # noqa: PLC0415

        _opened(KeySheet(self._window, self.lines()))

    def show_about(self) -> None:
        """Version, what the forms are, and the packs with their hashes."""
        from app.ui.about import AboutDialog  # noqa: PLC0415

        _opened(AboutDialog(self._window, self._context))

    def show_news(self) -> None:
        """What the newest version brought."""
        from app.ui.news import NewsDialog  # noqa: PLC0415

        _opened(NewsDialog(self._window))

    def ask_diagnostics(self) -> None:
        """Say what the bundle holds, and ask where to write it."""
        from app.ui.about import DiagnosticsDialog  # noqa: PLC0415

        _opened(DiagnosticsDialog(self._window, self.write_diagnostics))

    def write_diagnostics(self, file: Path) -> None:
        """Write the bundle."""
        desk, window = self._context.desk, self._told()

        def work() -> "Bundle":
            from app.services.diagnostics import write_bundle  # noqa: PLC0415

            return write_bundle(file, desk, window)

        self._run(work, self._written)

    def _told(self) -> dict[str, str]:
        screen = QGuiApplication.primaryScreen()
        return self._look.preferences.told() | {
            "version-qt": qVersion() or "",
            "version-platform": QGuiApplication.platformName(),
            "version-scale": f"{screen.devicePixelRatio():g}",
        }

    def _written(self, made: "Bundle") -> None:
        self._say("done", tr("The bundle is written to {file}.").format(file=made.path.name),
                  f"{made.path}\n" + "\n".join(made.members))  # fmt: skip

    def back_up(self, folder: Path) -> None:
        """Copy the workspace into a folder and prove the copy by opening it."""
        desk = self._context.desk

        def work() -> "BackupReport":
            from app.services.backup import backup  # noqa: PLC0415

            return backup(desk, folder)

        self._run(work, self._backed_up)

    def _backed_up(self, report: "BackupReport") -> None:
        text = tr("Backed up to {file}; the copy was opened and read.")
        self._say(
            "done", text.format(file=report.path.name), f"{report.path}\nSHA-256 {report.sha256}"
        )

    def say_saved(self) -> None:
        """Nothing has ever to be saved; who presses the keys hears it."""
        self._say("done", tr("Everything is saved: each change is kept as it is made. File > Back"
                             " up… makes a copy."))  # fmt: skip

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.tasks.run(work, done, partial(_fail, self), owner=self)

    def notice(self) -> Notice | None:
        """The place for messages of the page that is shown."""
        page = self._page()
        return page.notice if isinstance(page, Page) else None

    def _say(self, tone: str, text: str, details: str = "") -> None:
        notice = self.notice()
        if notice is not None:
            notice.say(tone, text, details)


def _fail(assistance: Assistance, error: BaseException) -> None:
    notice = assistance.notice()
    if notice is not None:
        notice.fail(error)


def _opened(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
