"""The window's frame: navigation, pages, menus, status bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.domain.changes import Changes
from app.services.desk import Desk
from app.services.obligations import Obligation, obligations
from app.store.returns import ReturnRecord
from app.ui.assistance import Assistance
from app.ui.context import Context
from app.ui.dropping import Dropping, dropped_files
from app.ui.i18n import noop, tr
from app.ui.look import Look
from app.ui.menus import Menus
from app.ui.navigation import Navigation
from app.ui.pages.base import Page, Place
from app.ui.pages.history import HistoryPage
from app.ui.pages.home import HomePage
from app.ui.pages.incident_data import count_open
from app.ui.pages.incidents import IncidentsPage
from app.ui.pages.new_return import NewReturnDialog
from app.ui.pages.packs import PacksPage
from app.ui.pages.return_page import ReturnPage
from app.ui.pages.returns import ReturnsPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.submissions import SubmissionsPage
from app.ui.pages.xmlfiles import XmlFiles
from app.ui.palette import Command, Palette, return_commands, workspace_commands
from app.ui.searchfield import SearchField
from app.ui.status import StatusLine
from app.ui.tasks import Tasks
from app.ui.whereabouts import Whereabouts
from app.ui.widgets.notice import Notice
from app.ui.words import period_words

PAGES = {
    "home": noop("Home"),
    "returns": noop("Returns"),
    "incidents": noop("Incidents"),
    "submissions": noop("Submissions"),
    "packs": noop("Schema packs"),
    "history": noop("History"),
    "settings": noop("Settings"),
}


class MainWindow(QMainWindow):
    """One workspace, one window.

    Signals:
        other_wanted(): the user wants to open another workspace.
    """

    other_wanted = Signal()

    def __init__(
        self, desk: Desk, look: Look | None = None, start_return: str | None = None
    ) -> None:
        super().__init__()
        self.look = look or Look(self)
        self.tasks = Tasks(self)
        self.context = Context(desk, self.tasks, language=self.look.content_language)
        self.entity = ""
        self.return_page: ReturnPage | None = None
        self.dialog: NewReturnDialog | None = None
        self.commands: Palette | None = None
        self.other_path: Path | None = None
        self.farewell: Callable[[], None] | None = None
        self.navigation = Navigation(PAGES)
        self.stack = QStackedWidget()
        self.pages = self._make_pages()
        for page in self.pages.values():
            self.stack.addWidget(page)
            page.go.connect(self._go)
        self._lay_out()
        self.status = StatusLine(self.context)
        self.setStatusBar(self.status)
        self.assistance = Assistance(self, self.stack, self.context, self.look)
        self.menus = Menus(self, self, self.assistance)
        self.assistance.lines = self.menus.key_lines
        self.search = SearchField(self.menuBar())
        self.search.show_keys(self.menus.actions["palette"])
        if self.menuBar().isNativeMenuBar():
            self.navigation.add_search(self.search)
        self.dropping = Dropping(self, self, self.context)
        self.setAcceptDrops(True)
        self.navigation.chosen.connect(self.show_page)
        self.context.changes.happened.connect(self._changed)
        self.look.theme.changed.connect(self._recolour)
        self.whereabouts = Whereabouts(self.context, self, self)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.setMinimumSize(960, 600)
        self.retranslate()
        self.show_page("home")
        self._read_name()
        self._count_incidents()
        if start_return is not None:
            self.open_return(start_return)
        self.whereabouts.begin(follow=start_return is None)

    def _make_pages(self) -> dict[str, Page]:
        return {
            "home": HomePage(self.context),
            "returns": ReturnsPage(self.context),
            "incidents": IncidentsPage(self.context),
            "submissions": SubmissionsPage(self.context),
            "packs": PacksPage(self.context),
            "history": HistoryPage(self.context),
            "settings": SettingsPage(self.context, self.look),
        }

    @property
    def submissions(self) -> SubmissionsPage:
        """The page that verifies files."""
        page = self.pages["submissions"]
        assert isinstance(page, SubmissionsPage)
        return page

    def _lay_out(self) -> None:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(box)

    def retranslate(self) -> None:
        """Texts of the frame."""
        self.context.language = self.look.content_language
        self.navigation.retranslate()
        self.menus.retranslate()
        self._title()

    def _named(self, entity: str) -> None:
        self.entity = entity
        self.navigation.firm.setText(entity)
        self.navigation.firm.setVisible(bool(entity))
        self._title()

    def _failed(self, error: BaseException) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.fail(error)

    def _title(self) -> None:
        self.setWindowTitle(f"{self.entity} — Praya" if self.entity else "Praya")

    def current_return(self) -> ReturnPage | None:
        """The page of the return that is shown, None on any other page."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, ReturnPage) else None

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Go to a page of the navigation.

        A focus on the page that is left would fall somewhere on the new one and scroll it there.
        """
        focus: QWidget | None = self.focusWidget()
        if focus is not None and self.stack.isAncestorOf(focus):
            self.navigation.buttons[name].setFocus()
        self.stack.setCurrentWidget(self.pages[name])
        self.navigation.mark(name)
        self._place_changed()

    def open_return(self, return_id: str, view: str = "", path: str = "") -> None:
        """Go to a return; one return is open at a time."""
        page = self.return_page
        if page is None or page.return_id != return_id:
            self._close_return()
            page = ReturnPage(self.context, return_id)
            page.go.connect(self._go)
            page.looked.connect(self._look_steps)
            page.editor.steps_changed.connect(self.menus.name_steps)
            self.return_page = page
            self.whereabouts.follow(page.editor.session)
            page.tabs.currentChanged.connect(self._place_changed)
            self.stack.addWidget(page)
        page.show_view(view, path)
        page.tabs.setFocus()
        self.stack.setCurrentWidget(page)
        self.navigation.mark("returns")
        self._place_changed()

    def _close_return(self) -> None:
        page, self.return_page = self.return_page, None
        if page is not None:
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    @Slot()
    def _look_steps(self) -> None:
        page = self.current_return()
        if page is not None and page.seen is not None:
            record = page.seen.record
            name = f"{record.return_type} · {period_words(record.period)}"
            path = self.context.desk.workspace.path
            self.look.preferences.add_recent_return(path, record.id, name)
        self.menus.look_steps(self.current_return())

    def _place_changed(self) -> None:
        page = self.current_return()
        self._note_place(page)
        self.status.show_return(page.return_id if page else None)
        self.menus.look(page)

    def _note_place(self, page: ReturnPage | None) -> None:
        if page is not None:
            self.whereabouts.at_return(page.return_id, page.view_name)
            return
        names = [name for name, shown in self.pages.items() if shown is self.stack.currentWidget()]
        self.whereabouts.at_page(names[0] if names else "home")

    def say_left(self, text: str, link: tuple[str, Callable[[], None]] | None) -> None:
        """Say on the page that is shown what a crash has left."""
        page = self.stack.currentWidget()
        if isinstance(page, ReturnPage):
            page.editor.notice.say("information", text, link=link)
        elif isinstance(page, Page):
            page.notice.say("information", text, link=link)

    @Slot(object)
    def _go(self, place: object) -> None:
        if not isinstance(place, Place):
            return
        if place.page == "new":
            return_type, _, period = place.view.partition(" ")
            self.new_return(return_type, period, place.return_id or "")
        elif place.page == "return" and place.return_id is not None:
            self.open_return(place.return_id, place.view, place.path)
        else:
            self.show_page(place.page)

    def new_return(self, return_type: str = "", period: str = "", follows: str = "") -> None:
        """Ask for type and period of a new return; `follows` is the report that it may follow."""
        dialog = NewReturnDialog(self.context, self, return_type, period, follows)
        dialog.created.connect(self._created)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    @Slot(object)
    def _created(self, record: object) -> None:
        if isinstance(record, ReturnRecord):
            self.context.changes.tell(Changes(return_id=record.id, structure=True, returns=True))
            self.open_return(record.id)
            self.with_return(lambda page: page.look_for_carried())

    def open_xml_file(self) -> None:
        """Ask for an XML file that becomes a return."""
        XmlFiles(self, self, self.context).ask()

    def open_other(self) -> None:
        """Go back to the choice of workspaces."""
        self.other_path = None
        self.other_wanted.emit()

    def ask_restore(self) -> None:
        """Ask for a backup; the workspace that it becomes is opened where a person asks for it."""
        from app.ui.restoring import RestoreDialog  # noqa: PLC0415  (not needed at the start)

        dialog = RestoreDialog(self, self.tasks, self.context.desk.seat, self._open_workspace)
        dialog.open()

    def open_palette(self) -> None:
        """Ask for a command, a page, a return or another workspace by name."""
        desk, language = self.context.desk, self.context.language
        commands = [*self.menus.commands(), *self.recent_commands()]
        palette = Palette(self, commands)
        self.commands = palette
        palette.finished.connect(palette.deleteLater)
        palette.open()

        def add(owed: list[Obligation]) -> None:
            palette.add(return_commands(owed, language, self.open_return, self.new_return))

        self.tasks.run(lambda: obligations(desk), add, self._failed, owner=palette)

    def ask_seat(self) -> None:
        """Ask who acts from now on."""
        self.status.ask_seat()

    def recent_commands(self) -> list[Command]:
        """Returns of this workspace, then other workspaces, the newest first."""
        path = self.context.desk.workspace.path
        returns = [
            Command(name, tr("Recent"), partial(self.open_return, number), icon=("returns", "text"))
            for number, name in self.look.preferences.recent_returns(path)
        ]
        others = [item for item in self.look.preferences.recent() if item != path]
        return [*returns, *workspace_commands(others, self._open_workspace)]

    def _open_workspace(self, path: Path) -> None:
        self.other_path = path
        self.other_wanted.emit()

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def with_return(self, act: Callable[[ReturnPage], None]) -> None:
        """Do something with the return that is shown."""
        page = self.current_return()
        if page is not None:
            act(page)

    @Slot(object)
    def _changed(self, changes: object) -> None:
        if isinstance(changes, Changes):
            for notice in self.findChildren(Notice):
                notice.outlive()
            self.status.changed(changes)
            if changes.returns or changes.packs:
                self._count_incidents()
            if changes.settings:
                self._read_name()

    def _read_name(self) -> None:
        """The firm's name stands in the window's title; it can be corrected in Settings."""
        desk = self.context.desk
        self.tasks.run(lambda: desk.workspace.fact("entity"), self._named, self._failed, owner=self)

    def _count_incidents(self) -> None:
        """How many incidents are open stands beside the page's name."""
        desk = self.context.desk
        self.tasks.run(lambda: count_open(desk), self._counted, self._failed, owner=self)

    def _counted(self, count: int) -> None:
        self.navigation.count("incidents", count)

    @Slot()
    def _recolour(self) -> None:
        self.navigation.recolour()
        self.menus.recolour()

    def shown_notice(self) -> Notice:
        """Where the page that is shown says something."""
        page = self.current_return()
        if page is not None and page.imports.isVisible():
            return page.imports.notice
        shown = self.stack.currentWidget()
        assert isinstance(shown, Page)
        return shown.notice

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere; what they are is looked at once they are."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Workbooks for a return."""
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropping.take(files)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "menus"):
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed, let the worker finish, drop what else waits."""
        if self.return_page is not None:
            self.return_page.editor.flush()
        self.look.preferences.remember_geometry(self.saveGeometry())
        self.tasks.close()
        self.whereabouts.close()
        if self.farewell is not None:
            farewell, self.farewell = self.farewell, None
            self.hide()  # nobody watches a window that does not answer
            farewell()
        super().closeEvent(event)
