"""What somebody meets who has the window before them for the first time."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_import import filled_template, open_import
from ui_driver import rest

from app.services.desk import Desk
from app.services.drafts import add_row
from app.services.packs import add_shipped
from app.services.returns import new_return
from app.ui.editor.table import TableBlock
from app.ui.main_window import MainWindow
from app.ui.pages.return_page import ReturnPage


def opened(window: MainWindow, return_id: str, qtbot: QtBot) -> ReturnPage:
    window.open_return(return_id)
    rest(window, qtbot)
    assert window.return_page is not None
    return window.return_page


@pytest.fixture
def movements(ledger: Desk) -> str:
    """A return with a table that is wider than the window."""
    add_shipped(ledger)
    number = new_return(ledger, "CAR", "2026-10").id
    for _ in range(8):
        add_row(ledger, number, "Flows/Flow")
    return number


@pytest.mark.parametrize("way", ["F4", "Enter"])
def test_the_cell_of_a_finding_is_in_sight(
    window: MainWindow, qtbot: QtBot, movements: str, way: str
) -> None:
    page = opened(window, movements, qtbot)
    page.check()
    rest(window, qtbot)
    found = page.editor.findings
    ordered = [item for item in found.model.ordered() if item.path]
    place = next(n for n, f in enumerate(ordered) if f.path == "Flows/Flow[8]/Closing")
    if way == "F4":
        found._choose(ordered[place - 1])
        window.menus.do("next")
    else:
        found.view.setFocus()
        found.view.setCurrentIndex(found.model.index_of(ordered[place]))
        qtbot.keyClick(found.view, Qt.Key.Key_Return)
    rest(window, qtbot)
    table = next(t for t in page.findChildren(TableBlock) if t.node.path == "Flows/Flow")
    here = table.view.currentIndex()
    assert (here.row(), table.model.fields[here.column()].key) == (7, "Closing")
    assert window.focusWidget() is table.view
    assert table.view.selectionModel().isSelected(here)
    assert table.view.viewport().rect().contains(table.view.visualRect(here))


def test_an_import_is_told_where_it_leads(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, file = filled_template(ledger, tmp_path)
    view = open_import(window, return_id, qtbot)
    view.use_file(file)
    rest(window, qtbot)
    qtbot.mouseClick(view.apply_button, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    assert page.editor.notice.isVisible()
    assert page.editor.notice.tone == "done"
    assert "3 rows imported" in page.editor.notice.message.text()
    focus = window.focusWidget()
    assert focus is not None
    assert page.editor.stack.isAncestorOf(focus), focus
