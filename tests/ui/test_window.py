"""The frame: pages, menus, shortcuts, names for screen readers, messages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QFileDialog, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.changes import Changes
from app.services.desk import Desk
from app.services.packs import add_shipped
from app.services.returns import list_returns, new_return
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.pages.packs import PacksPage
from app.ui.pages.returns import ReturnsPage
from app.ui.welcome import Welcome
from app.ui.widgets.table import ROW_HEIGHT

PAGES = ("home", "returns", "incidents", "submissions", "packs", "history", "settings")


def nameless(root: QWidget) -> list[str]:
    """Controls that can have the focus and say nothing to a screen reader."""
    found = []
    for widget in root.findChildren(QWidget):
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = widget.objectName().startswith("qt_") or widget.inherits("QMenu")
        if not focusable or inner or not widget.isVisibleTo(root):
            continue
        text = getattr(widget, "text", None)
        words = text() if callable(text) and not widget.inherits("QLineEdit") else ""
        if not widget.accessibleName() and not words and not _part_of_named(widget):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def _part_of_named(widget: QWidget) -> bool:
    """The viewport, line edit or corner inside a control that has a name itself."""
    parent = widget.parentWidget()
    while parent is not None:
        whole = parent.inherits("QComboBox") or isinstance(parent, QAbstractScrollArea)
        if whole and parent.accessibleName():
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_has_a_name(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.show_page(page)
    rest(window, qtbot)
    assert nameless(window) == []


def test_every_control_of_a_return_has_a_name(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    window.open_return(record.id)
    rest(window, qtbot)
    assert window.return_page is not None
    for view in ("form", "import", "movement", "ready", "sign"):
        window.return_page.show_view(view)
        rest(window, qtbot)
        assert nameless(window) == [], view


def test_every_control_of_a_cold_wallet_return_has_a_name(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    add_shipped(ledger)
    window.open_return(new_return(ledger, "CWR", "2026-10").id)
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    for section in range(page.editor.sections.sections.rowCount()):
        page.editor.sections.choose(section)
        rest(window, qtbot)
        assert nameless(window) == [], section
    page.show_view("import")
    book = Path(__file__).resolve().parents[2] / "resources/sample/2026-10/wallets.xlsx"
    page.imports.use_file(book)
    rest(window, qtbot)
    assert nameless(window) == []


def test_the_title_names_the_firm(window: MainWindow) -> None:
    assert window.windowTitle() == "X — Praya"


def test_shortcuts_are_one_each(window: MainWindow) -> None:
    shortcuts = [action.shortcut() for action in window.menus.actions.values()]
    keys = [item.toString() for item in shortcuts if not item.isEmpty()]
    assert len(set(keys)) == len(keys)
    wanted = {"new": "Ctrl+N", "import": "Ctrl+I", "check": "F8", "next": "F4"}
    for name, text in wanted.items():
        assert window.menus.actions[name].shortcut() == QKeySequence(text)


def test_a_new_return_by_keyboard(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    rest(window, qtbot)
    dialog = window.dialog
    assert dialog is not None
    assert "ledger-1.0" in dialog.preview.text()
    dialog.periods.setCurrentIndex(dialog.periods.findData("2026-10"))
    rest(window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    rest(window, qtbot)
    (record,) = list_returns(ledger)
    assert (record.return_type, record.period) == ("LEDGER", "2026-10")
    page = window.current_return()
    assert page is not None
    assert page.heading.text() == "Ledger · October 2026"
    assert page.badge.text == "Draft"
    assert page.primary.text() == "Import a workbook…"
    assert window.status.pack.text() == "pack ledger-1.0 in force"


def test_a_second_return_for_the_period_is_named(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    window.new_return("LEDGER", "2026-10")
    rest(window, qtbot)
    assert window.dialog is not None
    assert record.id[:8] in window.dialog.preview.text()
    window.dialog.reject()


def test_the_table_of_returns(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    page = window.pages["returns"]
    assert isinstance(page, ReturnsPage)
    window.show_page("returns")
    rest(window, qtbot)
    assert page.empty.isVisible()
    records = [new_return(ledger, "LEDGER", period) for period in ("2026-09", "2026-10")]
    window.context.changes.tell(Changes(returns=True))
    rest(window, qtbot)
    assert page.table.isVisible()
    assert page.table.verticalHeader().defaultSectionSize() == ROW_HEIGHT
    qtbot.keyClicks(page.search, "september")
    assert page.table.proxy.rowCount() == 1
    page.table.setCurrentIndex(page.table.proxy.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    rest(window, qtbot)
    shown = window.current_return()
    assert shown is not None
    assert shown.return_id == records[0].id


def test_a_wrong_pack_is_explained(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = window.pages["packs"]
    assert isinstance(page, PacksPage)
    window.show_page("packs")
    rest(window, qtbot)
    assert page.title.text() == "Ledger · 1.0"
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"this is no archive")
    page.add_from(bad)
    rest(window, qtbot)
    assert page.notice.tone == "blocking"
    assert "bad.zip" in page.notice.message.text()
    assert "archive-unreadable" in page.notice.details.toPlainText()
    assert page.notice.details.isHidden()


def test_a_fault_of_ours_shows_its_trace_on_demand(window: MainWindow, qtbot: QtBot) -> None:
    page = window.pages["home"]
    page.fail(RuntimeError("the inside of it"))
    assert "the inside of it" not in page.notice.message.text()
    assert "the inside of it" in page.notice.details.toPlainText()


def test_file_dialogs_do_not_block(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.do("verify")
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_broken_history_is_told(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    page = window.pages["history"]
    window.show_page("history")
    rest(window, qtbot)
    page.verify.click()  # type: ignore[attr-defined]
    rest(window, qtbot)
    assert page.notice.tone == "done"
    (table,) = [t for t in page.findChildren(QTableView) if t.accessibleName() == "History"]
    assert table.model().rowCount() == 1
    with ledger.workspace.write() as connection:
        connection.exec_driver_sql("UPDATE history SET seat = 'eve'")
    page.verify.click()  # type: ignore[attr-defined]
    rest(window, qtbot)
    assert page.notice.tone == "blocking"
    assert "row 1" in page.notice.message.text()


def test_no_page_says_that_anything_was_sent(window: MainWindow, qtbot: QtBot) -> None:
    for page in PAGES:
        window.show_page(page)
        rest(window, qtbot)
    words = " ".join(item.text() for item in window.findChildren(QLabel)).casefold()
    assert "submitted" not in words
    assert "successfully" not in words


def test_the_demo_opens_its_return(ledger: Desk, qtbot: QtBot) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    window = open_window(ledger, qtbot, record.id)
    assert window.current_return() is not None
    window.close()


def test_welcome_makes_and_opens_a_workspace(qtbot: QtBot, tmp_path: Path) -> None:
    look = Look()
    look.set_language("en")
    path = tmp_path / "mine.praya"
    welcome = Welcome(look, path)
    qtbot.addWidget(welcome)
    welcome.show()
    assert nameless(welcome) == []
    welcome.make.click()
    assert welcome.notice.tone == "blocking"
    welcome.entity.setText("Peak Exchange")
    welcome.ce.setText("ABC12")
    welcome.make.click()
    assert "three letters" in welcome.notice.message.text()
    welcome.ce.setText("ABC123")
    welcome.first.setText("a long passphrase")
    welcome.second.setText("another passphrase")
    welcome.make.click()
    assert "differ" in welcome.notice.message.text()
    welcome.second.setText("a long passphrase")
    with qtbot.waitSignal(welcome.opened, timeout=60_000) as made:
        welcome.make.click()
    made.args[0].workspace.close()
    welcome.recent.setCurrentText(str(path))
    welcome.phrase.setText("wrong")
    welcome.open_button.setEnabled(True)
    welcome.open_button.click()
    qtbot.waitUntil(lambda: welcome.notice.tone == "blocking", timeout=20_000)
    welcome.phrase.setText("a long passphrase")
    with qtbot.waitSignal(welcome.opened, timeout=20_000) as opened:
        welcome.open_button.click()
    assert opened.args[0].workspace.fact("entity") == "Peak Exchange"
    opened.args[0].workspace.close()
    assert look.preferences.recent() == [path]
    welcome.close()
