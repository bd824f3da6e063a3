"""What somebody meets who has the window before them for the first time."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from test_import import filled_template, open_import
from ui_driver import rest

from app.cli.main import main
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.opening import create_desk
from app.services.packs import add_shipped
from app.services.returns import new_return
from app.ui import application
from app.ui.application import Application
from app.ui.editor.table import TableBlock
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.pages.return_page import ReturnPage
from app.ui.welcome import Welcome


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


def welcomed(qtbot: QtBot, path: Path) -> Welcome:
    look = Look()
    look.set_language("en")
    welcome = Welcome(look, path)
    qtbot.addWidget(welcome)
    welcome.show()
    welcome.activateWindow()
    qtbot.waitActive(welcome)
    return welcome


def test_the_welcome_page_leads_from_field_to_field(qtbot: QtBot, tmp_path: Path) -> None:
    welcome = welcomed(qtbot, tmp_path / "mine.praya")
    assert welcome.focusWidget() is welcome.entity
    steps = (
        (welcome.entity, "Peak Exchange"),
        (welcome.ce, "ABC123"),
        (welcome.first, "a long passphrase"),
        (welcome.second, "a long passphrase"),
    )
    for field, text in steps:
        qtbot.keyClick(welcome.second, Qt.Key.Key_Return)
        assert welcome.notice.tone == "blocking"
        assert welcome.focusWidget() is field
        field.setText(text)
    with qtbot.waitSignal(welcome.opened, timeout=60_000) as made:
        qtbot.keyClick(welcome.second, Qt.Key.Key_Return)
    made.args[0].workspace.close()
    welcome.close()


def test_a_workspace_without_its_passphrase_asks_for_it_in_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.praya"
    create_desk(
        path, entity="Peak", ce="ABC123", seat="Mei", passphrase="long enough"
    ).workspace.close()
    shown: list[Application] = []

    def exec_(_app: object) -> int:
        return 0

    def kept(sample: object) -> Application:
        shown.append(Application(None))
        return shown[0]

    monkeypatch.delenv("PRAYA_PASSPHRASE", raising=False)
    monkeypatch.setattr(QApplication, "exec", exec_)
    monkeypatch.setattr(application, "Application", kept)
    assert main(["--workspace", str(path), "--as", "Mei"]) == 0
    welcome = shown[0].welcome
    assert welcome is not None
    qtbot.addWidget(welcome)
    shown[0].look.set_language("en")
    assert welcome.recent.currentText() == str(path)
    assert welcome.open_seat.text() == "Mei"
    assert welcome.notice.isVisible()
    assert "passphrase" in welcome.notice.message.text()
    assert "--passphrase-file" not in welcome.notice.message.text()
    assert welcome.focusWidget() is welcome.phrase
    welcome.phrase.setText("long enough")
    welcome.opened.disconnect()
    with qtbot.waitSignal(welcome.opened, timeout=20_000) as opened_desk:
        qtbot.keyClick(welcome.phrase, Qt.Key.Key_Return)
    opened_desk.args[0].workspace.close()
    welcome.close()


def test_an_empty_draft_begins_with_its_workbook(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    number = new_return(ledger, "LEDGER", "2026-10").id
    page = opened(window, number, qtbot)
    assert page.primary.text() == "Import a workbook…"
    qtbot.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert page.stack.currentWidget() is page.imports
    (dialog,) = page.imports.findChildren(QFileDialog)
    dialog.reject()
    page.editor.session.write(lambda: set_value(ledger, number, "Head/Name", "October"))
    rest(window, qtbot)
    assert page.primary.text() == "Check"


def test_a_checked_return_never_says_that_it_was_not(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    number = new_return(ledger, "LEDGER", "2026-10").id
    page = opened(window, number, qtbot)
    assert page.editor.findings.verdict.text() == "Not checked yet"
    for key, text in {"Name": "October", "Total": "1"}.items():
        set_value(ledger, number, f"Head/{key}", text)
    check_return(ledger, number)
    other = new_return(ledger, "LEDGER", "2026-09").id
    opened(window, other, qtbot)
    page = opened(window, number, qtbot)
    assert page.badge.text == "Validated"
    text = page.editor.findings.verdict.text()
    assert text.startswith("Checked 20"), text
    assert text.endswith(", unchanged since")
    page.editor.session.write(lambda: set_value(ledger, number, "Head/Name", "Oct"))
    rest(window, qtbot)
    assert page.editor.findings.verdict.text().endswith(", changed since then")
