"""Menus and shortcuts of the window. Each entry is declared once; what cannot be done now is grey."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QWidget

from app.ui.assistance import Assistance
from app.ui.editor.gridview import GridView
from app.ui.i18n import noop, tr
from app.ui.icons import icon
from app.ui.pages.base import Place
from app.ui.pages.return_page import ReturnPage
from app.ui.pages.stamping import signed_kinds
from app.ui.pages.submissions import SubmissionsPage
from app.ui.palette import Command, shown_keys
from app.ui.steps import step_problem
from app.ui.widgets.ask import ask_file, ask_folder


class Frame(Protocol):
    """What the entries of the menus do to the window."""

    def show_page(self, name: str) -> None:
        """Go to a page of the navigation."""

    def with_return(self, act: Callable[[ReturnPage], None]) -> None:
        """Do something with the return that is shown."""

    def new_return(self) -> None:
        """Ask for a new return."""

    def open_xml_file(self) -> None:
        """Ask for an XML file that becomes a return."""

    def open_other(self) -> None:
        """Go back to the choice of workspaces."""

    def ask_restore(self) -> None:
        """Ask for a backup, and for the place where it becomes a workspace."""

    def open_palette(self) -> None:
        """Ask for a command or a return by name."""

    def quit(self) -> None:
        """Close the window."""

    def ask_seat(self) -> None:
        """Ask who acts."""

    def recent_commands(self) -> list[Command]:
        """Returns and workspaces that were open before."""

    @property
    def submissions(self) -> SubmissionsPage:
        """The page that verifies files."""


RECENT = "recent"
"""The place of the menu with what was open before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`needs` is “” for always, “return” for a return page, “step” for a step towards filing, and
    “focus” for keys that belong to the field or table with the focus: the entry presses them there."""

    name: str
    text: str
    keys: str = ""
    icon: str = ""
    needs: str = ""


_MENUS: tuple[tuple[str, tuple[Entry | str | None, ...]], ...] = (
    (
        noop("&File"),
        (
            Entry("new", noop("New return…"), "Ctrl+N", "plus"),
            Entry("open-xml", noop("Open an XML file as a return…"), "", "file"),
            Entry("open", noop("Open another workspace…"), "Ctrl+O", "folder"),
            RECENT,
            None,
            Entry("import", noop("Import a workbook…"), "Ctrl+I", "import", "return"),
            Entry("export", noop("Export files…"), "Ctrl+E", "export", "return"),
            None,
            Entry("print", noop("Print…"), "Ctrl+P", "print", "return"),
            Entry("pdf", noop("Save as PDF…"), "", "file", "return"),
            Entry("save-xml", noop("Save as XML…"), "", "file", "return"),
            None,
            Entry("save", noop("Saved?"), "Ctrl+S"),
            Entry("backup", noop("Back up…"), "", "copy"),
            Entry("restore", noop("Restore a backup…")),
            None,
            Entry("close", noop("Close the return"), "Ctrl+W", "close", "return"),
            Entry("quit", noop("Quit"), "Ctrl+Q"),
        ),
    ),
    (
        noop("&Edit"),
        (
            Entry("undo", noop("Undo"), "Ctrl+Z", "undo", "return"),
            Entry("redo", noop("Redo"), "Ctrl+Y", "redo", "return"),
            None,
            Entry("cut", noop("Cut"), "Ctrl+X", "", "focus"),
            Entry("copy", noop("Copy"), "Ctrl+C", "copy", "focus"),
            Entry("paste", noop("Paste"), "Ctrl+V", "", "focus"),
            Entry("edit-cell", noop("Edit the cell"), "F2", "", "focus"),
            Entry("fill-down", noop("Fill down"), "Ctrl+D", "", "focus"),
            None,
            Entry("find", noop("Find…"), "Ctrl+F", "search"),
            Entry("goto", noop("Go to field…"), "Ctrl+G", "search", "return"),
        ),
    ),
    (
        noop("&Return"),
        (
            Entry("check", noop("Check"), "F8", "done", "return"),
            Entry("next", noop("Next finding"), "F4", "", "return"),
            Entry("previous", noop("Previous finding"), "Shift+F4", "", "return"),
            Entry("explain", noop("Explain the next finding"), "", "", "return"),
            Entry("carry", noop("Carry forward"), "", "", "return"),
            None,
            Entry("correct", noop("Start a correction"), "", "", "return"),
            Entry("void", noop("Void the return…"), "", "", "return"),
            None,
            Entry("form", noop("Form"), "Alt+1", "", "return"),
            Entry("view-import", noop("Import"), "Alt+2", "", "return"),
            Entry("movement", noop("Movement"), "Alt+3", "", "return"),
            Entry("ready", noop("Ready to file"), "Alt+4", "", "return"),
            Entry("sign", noop("Signature"), "Alt+5", "sign", "return"),
            Entry("what-if", noop("What if"), "Alt+6", "", "return"),
            None,
            Entry(
                "origin", noop("Open the workbook page of the value"), "Ctrl+U", "file", "return"
            ),
            Entry("guidance", noop("Show or hide the guidance"), "Ctrl+B", "", "return"),
            Entry("findings", noop("Show or fold the findings"), "Ctrl+J", "", "return"),
            Entry("pane", noop("Next part of the form"), "F6", "", "return"),
            Entry("pane-back", noop("Previous part of the form"), "Shift+F6", "", "return"),
        ),
    ),
    (
        noop("Re&view"),
        (
            Entry("do-review", noop("Send for review"), "", "", "step"),
            Entry("comment", noop("Comment…"), "", "", "return"),
            Entry("do-approve", noop("Approve"), "", "", "step"),
            Entry("back", noop("Send back to the preparer…"), "", "", "return"),
        ),
    ),
    (
        noop("&Sign"),
        (
            Entry("do-sign", noop("Sign"), "", "sign", "step"),
            Entry("do-receipt", noop("Record receipt"), "", "receipt", "step"),
            None,
            Entry("verify", noop("Verify a file…"), "Ctrl+Shift+V", "verify"),
            Entry("certificates", noop("Trusted certificates")),
        ),
    ),
    (
        noop("&Go"),
        (
            Entry("palette", noop("Search or command…"), "Ctrl+K", "search"),
            None,
            Entry("page-home", noop("Home"), "Ctrl+1", "home"),
            Entry("page-returns", noop("Returns"), "Ctrl+2", "returns"),
            Entry("page-incidents", noop("Incidents"), "Ctrl+3", "incidents"),
            Entry("page-submissions", noop("Submissions"), "Ctrl+4", "submissions"),
        ),
    ),
    (
        noop("&Tools"),
        (
            Entry("page-packs", noop("Schema packs"), "Ctrl+5", "packs"),
            Entry("page-history", noop("History"), "Ctrl+6", "history"),
            Entry("seat", noop("Who acts…"), "", "seat"),
            None,
            Entry("page-settings", noop("Settings"), "Ctrl+,", "settings"),
        ),
    ),
    (
        noop("&Help"),
        (
            Entry("help", noop("Help on what is shown"), "F1", "unknown"),
            Entry("keys", noop("Keyboard shortcuts"), "Ctrl+F1"),
            Entry("news", noop("What’s new")),
            None,
            Entry("diagnostics", noop("Diagnostics…")),
            Entry("about", noop("About Praya")),
        ),
    ),
)


class Menus(QObject):
    """Builds the menu bar and does what its entries say."""

    def __init__(self, window: QMainWindow, frame: Frame, assist: Assistance) -> None:
        super().__init__(window)
        self._window, self._frame, self._assist = window, frame, assist
        self._steps = ("", "")
        self.actions: dict[str, QAction] = {}
        self._entries: dict[str, Entry] = {}
        self._menus: list[tuple[QMenu, str]] = []
        for title, entries in _MENUS:
            menu = window.menuBar().addMenu("")
            self._menus.append((menu, title))
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif isinstance(entry, str):
                    self.recent = menu.addMenu("")
                    self.recent.aboutToShow.connect(self._fill_recent)
                else:
                    menu.addAction(self._action(entry))
        self.recolour()
        self.look(None)

    def _action(self, entry: Entry) -> QAction:
        action = QAction(self)
        if entry.keys and entry.needs != "focus":
            action.setShortcut(QKeySequence(entry.keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self._doing(entry.name))
        self.actions[entry.name] = action
        self._entries[entry.name] = entry
        return action

    def _doing(self, name: str) -> Callable[[], None]:
        def do() -> None:
            self.do(name)

        return do

    def retranslate(self) -> None:
        """Texts."""
        for menu, title in self._menus:
            menu.setTitle(tr(title))
        for name, action in self.actions.items():
            entry = self._entries[name]
            keys = f"\t{shown_keys(QKeySequence(entry.keys))}" if entry.needs == "focus" else ""
            action.setText(tr(entry.text) + keys)
        self.recent.setTitle(tr("Recent"))
        self.name_steps(*self._steps)

    @Slot(str, str)
    def name_steps(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do; empty where there is nothing."""
        self._steps = (undo, redo)
        self.actions["undo"].setText(tr("Undo: {step}").format(step=undo) if undo else tr("Undo"))
        self.actions["redo"].setText(tr("Redo: {step}").format(step=redo) if redo else tr("Redo"))

    def recolour(self) -> None:
        """Icons in the colours of the theme."""
        for name, entry in self._entries.items():
            if entry.icon:
                self.actions[name].setIcon(icon(entry.icon, size=16))

    def look(self, page: ReturnPage | None) -> None:
        """Grey what cannot be done here."""
        for name, entry in self._entries.items():
            self.actions[name].setEnabled(entry.needs in ("", "focus") or page is not None)
        self.look_steps(page)

    def look_steps(self, page: ReturnPage | None) -> None:
        """The steps towards filing: what can be done now, and why not what cannot."""
        for name, entry in self._entries.items():
            if entry.needs == "step":
                why = step_problem(page.seen if page else None, name.removeprefix("do-"))
                self.actions[name].setEnabled(not why)
                self.actions[name].setStatusTip(why)
                self.actions[name].setToolTip(why)
            elif name in _BY_STATE:
                self.actions[name].setEnabled(page is not None and page.possible(name))

    def commands(self) -> list[Command]:
        """Every entry for the palette; one that needs a return says so and leads to the returns."""
        found = []
        for menu, title in self._menus:
            group = tr(title).replace("&", "")
            for action in menu.actions():
                name = next((key for key, held in self.actions.items() if held is action), "")
                if not name or name == "palette":
                    continue
                do, where = self._doing(name), group
                if not action.isEnabled():
                    do, where = self._doing("page-returns"), tr("open a return first")
                sign = (self._entries[name].icon, "text")
                keys = shown_keys(QKeySequence(self._entries[name].keys))
                text = action.text().partition("\t")[0].replace("&", "")
                found.append(Command(text, where, do, keys, sign))
        return found

    def _fill_recent(self) -> None:
        """Returns and workspaces that were open before, read as the menu opens."""
        self.recent.clear()
        for command in self._frame.recent_commands():
            self.recent.addAction(command.text).triggered.connect(command.do)
        if self.recent.isEmpty():
            self.recent.addAction(tr("Nothing was open before")).setEnabled(False)

    def do(self, name: str) -> None:
        """Do one entry."""
        window = self._frame
        entry = self._entries[name]
        if name.startswith("page-"):
            window.show_page(name.removeprefix("page-"))
        elif name.startswith("do-"):
            window.with_return(lambda page: page.act(name.removeprefix("do-")))
        elif entry.needs == "focus":
            press_keys(self._window.focusWidget(), entry.keys)
        elif entry.needs:
            window.with_return(_RETURN.get(name) or _acting(name))
        else:
            {
                "new": window.new_return,
                "open-xml": window.open_xml_file,
                "verify": self._verify,
                "open": window.open_other,
                "save": self._assist.say_saved,
                "backup": self._back_up,
                "restore": self._frame.ask_restore,
                "certificates": self._certificates,
                "news": self._assist.show_news,
                "find": self._find,
                "seat": window.ask_seat,
                "quit": window.quit,
                "palette": window.open_palette,
                "help": self._assist.help,
                "keys": self._assist.show_keys,
                "diagnostics": self._assist.ask_diagnostics,
                "about": self._assist.show_about,
            }[name]()

    def _verify(self) -> None:
        self._frame.show_page("submissions")
        page = self._frame.submissions
        ask_file(page, tr("Verify a file"), signed_kinds(), page.verify)

    def _certificates(self) -> None:
        self._frame.show_page("submissions")
        self._frame.submissions.trust.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _back_up(self) -> None:
        ask_folder(self._window, tr("Back up into a folder"), self._assist.back_up)

    def _find(self) -> None:
        """In the table with the focus, else in the page's own search, else among the fields."""
        focus = self._window.focusWidget()
        table = _around(focus, GridView)
        field = _search_field(self._window)
        if table is not None:
            table.searched.emit()
        elif field is not None:
            field.setFocus()
            field.selectAll()
        elif self.actions["goto"].isEnabled():
            self.do("goto")
        else:
            self._frame.open_palette()

    def key_lines(self) -> list[tuple[str, str, str]]:
        """Menu, entry and keys of everything that has keys."""
        found = []
        for menu, title in self._menus:
            for action in menu.actions():
                name = next((key for key, held in self.actions.items() if held is action), "")
                if name and self._entries[name].keys:
                    text = tr(self._entries[name].text)
                    keys = shown_keys(QKeySequence(self._entries[name].keys))
                    found.append((tr(title).replace("&", ""), text, keys))
        return found


def _acting(name: str) -> Callable[[ReturnPage], None]:
    return lambda page: page.act(name)


def _around(widget: QWidget | None, kind: type[GridView]) -> GridView | None:
    """The table that the widget is or stands in."""
    while widget is not None:
        if isinstance(widget, kind):
            return widget
        widget = widget.parentWidget()
    return None


def _search_field(window: QWidget) -> QLineEdit | None:
    """The field that searches what is shown."""
    for field in window.findChildren(QLineEdit):
        if field.isVisible() and field.property("searches") == "page":
            return field
    return None


def press_keys(widget: QWidget | None, keys: str) -> None:
    """Press keys for the widget that they belong to."""
    if widget is None:
        return
    combination = QKeySequence(keys)[0]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers())
        QCoreApplication.sendEvent(widget, event)


_BY_STATE = ("correct", "void", "back")
"""What the state of the return decides, as in its own menu."""

_RETURN: dict[str, Callable[[ReturnPage], None]] = {
    "import": lambda page: page.act("import"),
    "export": lambda page: page.act("export"),
    "print": lambda page: page.act("print"),
    "pdf": lambda page: page.act("pdf"),
    "save-xml": lambda page: page.act("xml"),
    "check": lambda page: page.check(),
    "carry": lambda page: page.act("carry"),
    "next": lambda page: page.form.next_finding(),
    "previous": lambda page: page.form.previous_finding(),
    "close": lambda page: page.go.emit(Place("returns")),
    "goto": lambda page: page.ask_field(),
    "undo": lambda page: page.form.undo(),
    "redo": lambda page: page.form.redo(),
    "origin": lambda page: page.editor.open_origin(),
    "guidance": lambda page: page.editor.toggle_guidance(),
    "findings": lambda page: page.editor.toggle_findings(),
    "pane": lambda page: page.editor.next_pane(),
    "pane-back": lambda page: page.editor.previous_pane(),
    "form": lambda page: page.show_view("form"),
    "view-import": lambda page: page.show_view("import"),
    "movement": lambda page: page.show_view("movement"),
    "ready": lambda page: page.show_view("ready"),
    "what-if": lambda page: page.show_view("what-if"),
    "sign": lambda page: page.show_view("sign"),
}
