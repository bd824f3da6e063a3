"""Files dropped on the window: workbooks go into a return, anything else is refused in one sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_import import PROFILE, filled_template, sheet_book
from ui_driver import rest

from app.services import drafts, profiles
from app.services.desk import Desk
from app.services.returns import get_return, new_return
from app.store.rows import Rows
from app.ui.main_window import MainWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window: MainWindow, qtbot: QtBot, *files: Path, on: QWidget | None = None) -> None:
    """As the system does it: enter, then drop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    target = on or window
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(target, event)
    assert event.isAccepted()
    rest(window, qtbot)


def profile(desk: Desk, folder: Path, name: str) -> None:
    file = folder / f"{name}.toml"
    file.write_text(PROFILE.format(name=name, title=name, sheet=name.title(), heading="Name"))
    profiles.add_profile(desk, file)


def test_on_a_return_its_return_takes_the_workbook(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, file = filled_template(ledger, tmp_path)
    window.open_return(return_id)
    rest(window, qtbot)
    drop(window, qtbot, file)
    page = window.return_page
    assert page is not None
    assert page.stack.currentWidget() is page.imports
    assert page.imports.counts.text() == "1 value differs"


def test_several_workbooks_come_one_after_the_other(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, first = filled_template(ledger, tmp_path)
    profile(ledger, tmp_path, "shelf")
    second = sheet_book(tmp_path / "s.xlsx", "Shelf", [["Name"], ["Emma"]])
    third = sheet_book(tmp_path / "t.xlsx", "Shelf", [["Name"], ["Ulysses"]])
    window.open_return(return_id)
    rest(window, qtbot)
    drop(window, qtbot, first, second, third)
    page = window.return_page
    assert page is not None
    view = page.imports
    assert view.then.text() == "Then: s.xlsx, t.xlsx"
    view.apply_button.click()
    rest(window, qtbot)
    assert view.file == second
    assert "3 rows imported from ledger.xlsx" in view.notice.message.text()
    view.pass_over.click()
    rest(window, qtbot)
    assert view.file == third
    assert view.pass_over.isHidden()
    view.apply_button.click()
    rest(window, qtbot)
    assert page.stack.currentWidget() is page.editor


def test_on_home_the_user_is_asked_and_what_fits_comes_first(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    new_return(ledger, "LEDGER", "2026-09")
    october = new_return(ledger, "LEDGER", "2026-10")
    profile(ledger, tmp_path, "shelf")
    file = sheet_book(tmp_path / "s.xlsx", "Shelf", [["Name"], ["Emma"]])
    drop(window, qtbot, file)
    dialog = window.dropping.dialog
    assert dialog is not None
    assert dialog.returns.count() == 2
    assert dialog.returns.currentData() == october.id
    assert dialog.returns.currentText().endswith("(fits)")
    dialog.go_button.click()
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    assert page.return_id == october.id
    assert page.imports.profile.currentData() == "shelf"
    assert page.imports.apply_button.text() == "Import 1 row"


@pytest.mark.parametrize("name", ["notes.txt", "figures.xlsx", "folder"])
def test_what_is_no_workbook_is_refused_in_one_sentence(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    file = tmp_path / name
    if name == "folder":
        file.mkdir()
    else:
        file.write_text("a;b")
    drop(window, qtbot, file)
    said = window.pages["home"].notice
    assert said.tone == "blocking"
    assert said.message.text().startswith(f"{name} is not imported: ")
    assert said.message.text().count(". ") == 0
    window.open_return(record.id)
    rest(window, qtbot)
    good = sheet_book(tmp_path / "s.xlsx", "Shelf", [["Name"], ["Emma"]])
    drop(window, qtbot, file, good)
    page = window.return_page
    assert page is not None
    assert page.imports.file == good
    assert get_return(ledger, record.id).steps == 0


def test_without_a_return_to_take_it_the_window_says_so(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, qtbot, sheet_book(tmp_path / "s.xlsx", "Shelf", [["Name"], ["Emma"]]))
    said = window.pages["home"].notice
    assert said.tone == "explain"
    assert "no return that could take a workbook" in said.message.text()


def test_rows_are_left_out_by_the_keyboard(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, file = filled_template(ledger, tmp_path)
    drafts.set_value(ledger, return_id, "Book[3]/Title", "typed too")
    head = get_return(ledger, return_id).head
    window.open_return(return_id, "import")
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    view = page.imports
    view.use_file(file)
    rest(window, qtbot)
    assert [view.changes.proxy.index(n, 0).data() for n in range(2)] == ["Take", "Take"]
    view.changes.setFocus()
    view.changes.setCurrentIndex(view.changes.proxy.index(0, 0))
    qtbot.keyClick(view.changes, Qt.Key.Key_Space)
    assert [view.changes.proxy.index(n, 0).data() for n in range(2)] == ["Leave", "Take"]
    assert view.left.text() == "1 row stays as it is."
    assert view.apply_button.text() == "Import 2 rows"
    view.leave_all.click()
    assert view.apply_button.text() == "Nothing is taken"
    qtbot.keyClick(view.changes, Qt.Key.Key_Space)
    assert [view.changes.proxy.index(n, 0).data() for n in range(2)] == ["Take", "Leave"]
    view.take_all.click()
    qtbot.keyClick(view.changes, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    view.apply_button.click()
    rest(window, qtbot)
    assert "1 single value" in page.editor.notice.message.text()
    assert get_return(ledger, return_id).head == head + 1
    with ledger.workspace.read() as connection:
        rows = Rows(connection, return_id, head + 1).all_of("Book")
        assert [row.values[0] for row in rows] == ["Book 1", "typed over", "Book 3"]
