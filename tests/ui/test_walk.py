"""Every widget of every page and dialog: told to a screen reader, not cut, readable, with a visible focus.

Here over a small pack, in English and in the testers' longer language; the matrix over the sample
month, all languages and scales stands in `test_walk_matrix.py`.
"""

from collections.abc import Callable, Iterator

import pytest
import walking
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.services.checks import check_return
from app.services.desk import Desk
from app.services.returns import new_return
from app.ui.i18n import PSEUDO
from app.ui.main_window import MainWindow
from app.ui.pages.return_page import VIEWS

Walker = Callable[[QWidget], Iterator[str]]
DIALOGS = (
    "palette",
    "goto",
    "help",
    "keys",
    "about",
    "diagnostics",
    "news",
    "restore",
    "seat",
    "new",
)


def stops(window: MainWindow, number: str, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Every page, view and dialog, shown one after the other."""
    for name in window.pages:
        window.show_page(name)
        rest(window, qtbot)
        yield name, window
    for view in VIEWS:
        window.open_return(number, view)
        rest(window, qtbot)
        yield view, window
    window.open_return(number, "form")
    for name in DIALOGS:
        window.menus.do(name)
        rest(window, qtbot)
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        assert dialogs, name
        yield name, dialogs[-1]
        for dialog in dialogs:
            dialog.reject()


def walked(window: MainWindow, ledger: Desk, qtbot: QtBot, *walkers: Walker) -> list[str]:
    """What the walkers find at all stops."""
    number = new_return(ledger, "LEDGER", "2026-10").id
    check_return(ledger, number)
    window.show_page("home")
    found: dict[str, str] = {}
    for name, root in stops(window, number, qtbot):
        for walker in walkers:
            for line in walker(root):
                found.setdefault(line, name)
    return [f"{line}  [{name}]" for line, name in found.items()]


def test_everything_has_a_name_and_shows_its_focus(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    found = walked(window, ledger, qtbot, walking.nameless, walking.unmarked)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", PSEUDO])
def test_nothing_is_cut(window: MainWindow, ledger: Desk, qtbot: QtBot, language: str) -> None:
    window.resize(960, 600)
    window.look.set_language(language)
    found = walked(window, ledger, qtbot, walking.clipped)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_read(window: MainWindow, ledger: Desk, qtbot: QtBot, theme: str) -> None:
    window.look.set_theme(theme)
    found = walked(window, ledger, qtbot, walking.pale)
    assert not found, "\n".join(found)
    window.look.set_theme("light")


def test_the_walk_finds_what_is_wrong(qtbot: QtBot, qapp: QApplication) -> None:
    """A check that cannot fail is none."""
    root = QWidget()
    qtbot.addWidget(root)
    layout = QVBoxLayout(root)
    pale, cut, nameless = (
        QLabel("hardly to be seen"),
        QLabel("a long text without room"),
        QPushButton(),
    )
    pale.setStyleSheet("color: #AAAAAA; background: #FFFFFF")
    cut.setFixedWidth(20)
    flat = QPushButton("flat")
    flat.setStyleSheet(
        "QPushButton, QPushButton:focus { border: none; background: #FFF; color: #000; }"
    )
    for widget in (pale, cut, nameless, flat):
        layout.addWidget(widget)
    root.show()
    flat.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert [line[:7] for line in walking.nameless(root)] == ["no name"]
    assert any("without room" in line for line in walking.clipped(root))
    assert any("pale" in line and "hardly" in line for line in walking.pale(root))
    assert any("flat" in line for line in walking.unmarked(root))
