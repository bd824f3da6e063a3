"""Menus and shortcuts of the window. Each entry is declared once; what cannot be done now is grey."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from app.ui.i18n import noop, tr
from app.ui.icons import icon
from app.ui.pages.return_page import ReturnPage
from app.ui.pages.stamping import signed_kinds
from app.ui.pages.submissions import SubmissionsPage
from app.ui.palette import Command, shown_keys
from app.ui.steps import step_problem
from app.ui.widgets.ask import ask_file
from app.version import program_version


class Frame(Protocol):
    """What the entries of the menus do to the window."""

    def show_page(self, name: str) -> None:
        """Go to a page of the navigation."""

    def with_return(self, act: Callable[[ReturnPage], None]) -> None:
        """Do something with the return that is shown."""

    def new_return(self) -> None:
        """Ask for a new return."""

    def open_other(self) -> None:
        """Go back to the choice of workspaces."""

    def open_palette(self) -> None:
        """Ask for a command or a return by name."""

    def quit(self) -> None:
        """Close the window."""

    @property
    def submissions(self) -> SubmissionsPage:
        """The page that verifies files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`needs` is “” for always, “return” for a return page, “form” for its form, “step” for a
    step towards filing."""

    name: str
    text: str
    keys: str = ""
    icon: str = ""
    needs: str = ""


_MENUS: tuple[tuple[str, tuple[Entry | None, ...]], ...] = (
    (
        noop("&File"),
        (
            Entry("new", noop("New return…"), "Ctrl+N", "plus"),
            Entry("import", noop("Import a workbook…"), "Ctrl+I", "import", "return"),
            Entry("export", noop("Export files…"), "Ctrl+E", "export", "return"),
            None,
            Entry("print", noop("Print…"), "Ctrl+P", "print", "return"),
            Entry("pdf", noop("Save as PDF…"), "", "file", "return"),
            None,
            Entry("verify", noop("Verify a file…"), "Ctrl+Shift+V", "verify"),
            Entry("open", noop("Open another workspace…"), "Ctrl+O", "folder"),
            None,
            Entry("quit", noop("Quit"), "Ctrl+Q"),
        ),
    ),
    (
        noop("&Edit"),
        (
            Entry("undo", noop("Undo"), "Ctrl+Z", "undo", "return"),
            Entry("redo", noop("Redo"), "Ctrl+Y", "redo", "return"),
            None,
            Entry("goto", noop("Go to field…"), "Ctrl+G", "search", "return"),
        ),
    ),
    (
        noop("&Return"),
        (
            Entry("check", noop("Check"), "F8", "done", "return"),
            Entry("next", noop("Next finding"), "F4", "", "return"),
            Entry("previous", noop("Previous finding"), "Shift+F4", "", "return"),
            Entry("carry", noop("Carry forward"), "", "", "return"),
            None,
            Entry("do-review", noop("Send for review"), "", "", "step"),
            Entry("do-approve", noop("Approve"), "", "", "step"),
            Entry("do-sign", noop("Sign"), "", "", "step"),
            Entry("do-receipt", noop("Record receipt"), "", "receipt", "step"),
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
        noop("&Go"),
        (
            Entry("palette", noop("Search or command…"), "Ctrl+K", "search"),
            None,
            Entry("page-home", noop("Home"), "Ctrl+1", "home"),
            Entry("page-returns", noop("Returns"), "Ctrl+2", "returns"),
            Entry("page-incidents", noop("Incidents"), "Ctrl+3", "incidents"),
            Entry("page-submissions", noop("Submissions"), "Ctrl+4", "submissions"),
            Entry("page-packs", noop("Schema packs"), "Ctrl+5", "packs"),
            Entry("page-history", noop("History"), "Ctrl+6", "history"),
            Entry("page-settings", noop("Settings"), "Ctrl+,", "settings"),
        ),
    ),
    (
        noop("&Help"),
        (
            Entry("keys", noop("Keyboard shortcuts")),
            Entry("about", noop("About Praya")),
        ),
    ),
)


class Menus(QObject):
    """Builds the menu bar and does what its entries say."""

    def __init__(self, window: QMainWindow, frame: Frame) -> None:
        super().__init__(window)
        self._window, self._frame = window, frame
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
                else:
                    menu.addAction(self._action(entry))
        self.recolour()
        self.look(None)

    def _action(self, entry: Entry) -> QAction:
        action = QAction(self)
        if entry.keys:
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
            action.setText(tr(self._entries[name].text))
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
            self.actions[name].setEnabled(entry.needs == "" or page is not None)
        self.look_steps(page)

    def look_steps(self, page: ReturnPage | None) -> None:
        """The steps towards filing: what can be done now, and why not what cannot."""
        for name, entry in self._entries.items():
            if entry.needs == "step":
                why = step_problem(page.seen if page else None, name.removeprefix("do-"))
                self.actions[name].setEnabled(not why)
                self.actions[name].setStatusTip(why)
                self.actions[name].setToolTip(why)

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
                keys = shown_keys(action.shortcut())
                found.append(Command(action.text().replace("&", ""), where, do, keys, sign))
        return found

    def do(self, name: str) -> None:
        """Do one entry."""
        window = self._frame
        if name.startswith("page-"):
            window.show_page(name.removeprefix("page-"))
        elif name.startswith("do-"):
            window.with_return(lambda page: page.act(name.removeprefix("do-")))
        elif self._entries[name].needs:
            window.with_return(_RETURN[name])
        else:
            {
                "new": window.new_return,
                "verify": self._verify,
                "open": window.open_other,
                "quit": window.quit,
                "palette": window.open_palette,
                "keys": self._keys,
                "about": self._about,
            }[name]()

    def _verify(self) -> None:
        self._frame.show_page("submissions")
        page = self._frame.submissions
        ask_file(page, tr("Verify a file"), signed_kinds(), page.verify)

    def _keys(self) -> None:
        lines = [
            f"{action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)}\t{action.text()}"
            for action in self.actions.values()
            if not action.shortcut().isEmpty()
        ]
        self._tell(tr("Keyboard shortcuts"), "\n".join(lines))

    def _about(self) -> None:
        text = tr(
            "Praya {version}\n\nFill in, check, approve, sign and keep the periodic returns of a"
            " licensed virtual-asset exchange, offline.\n\nThe forms and rules that come with it"
            " are a house format, a proposal; they are no official publication."
        )
        self._tell(tr("About Praya"), text.format(version=program_version()))

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setText(text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(box.deleteLater)
        box.open()


_RETURN: dict[str, Callable[[ReturnPage], None]] = {
    "import": lambda page: page.act("import"),
    "export": lambda page: page.act("export"),
    "print": lambda page: page.act("print"),
    "pdf": lambda page: page.act("pdf"),
    "check": lambda page: page.check(),
    "carry": lambda page: page.act("carry"),
    "next": lambda page: page.form.next_finding(),
    "previous": lambda page: page.form.previous_finding(),
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
