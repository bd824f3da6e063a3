"""Tables: spreadsheet keys, blocks from the clipboard, order and search, rows below rows."""

import time
from collections.abc import Iterator

import pytest
from editor_driver import Driver, Key
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.tree import Row
from app.services import drafts
from app.services.desk import Desk
from app.services.drafts import editing
from app.services.returns import new_return
from app.store.rows import ORDER_STEP
from app.ui.editor.table import TableBlock
from app.ui.theme import Theme

Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
LINES = "Lines/Line"


def fill(desk: Desk, return_id: str, count: int, *, owners: bool = True) -> None:
    """Rows as an import would write them: one step."""
    with editing(desk, return_id, "import") as edit:
        root = edit.rows.root()
        first = edit.rows.new_ids(2 * count + 1)
        group = Row(first, root.id, "Lines", 3 * ORDER_STEP, ())
        rows = [group]
        for number in range(count):
            values = (f"L{number:06d}", f"{(number * 7919) % count}.5", "AB"[number % 2], None)
            row = Row(first + 1 + 2 * number, first, LINES, (number + 1) * ORDER_STEP, values)
            owner = Row(row.id + 1, row.id, f"{LINES}/Owner", ORDER_STEP, ("Chan",))
            rows += [row, owner] if owners else [row]
        edit.rows.insert(rows)


@pytest.fixture
def filled(kinds: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """A return with twelve lines, its table open."""
    record = new_return(kinds, "KINDS", "2026-10")
    fill(kinds, record.id, 12)
    driver = Driver(kinds, record.id, qtbot)
    driver.section(2)
    yield driver
    driver.close()


def column(table: TableBlock, number: int) -> list[str]:
    return [table.model.index(row, number).data() for row in range(table.model.rowCount())]


def test_a_row_is_added_and_typed_into_without_the_mouse(driver: Driver) -> None:
    driver.section(2)
    driver.click(driver.button("Add “Lines”"))
    table = driver.table(LINES)
    driver.click(driver.button("Add a row to “Line”"))
    assert driver.focus() is table.view
    driver.keys(table.view, "A-1")
    driver.press(Key.Key_Tab)
    driver.keys(table.view, "12.50")
    driver.press(Key.Key_Return)
    assert driver.stored("Lines/Line[1]/Code") == "A-1"
    assert driver.stored("Lines/Line[1]/Qty") == "12.50"
    driver.press(Key.Key_Z, Control)
    assert driver.stored("Lines/Line[1]/Qty") is None
    assert table.model.index(0, 1).data() == ""


def test_enter_goes_down_and_ctrl_tab_leaves(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 0, 1)
    filled.keys(table.view, "1")
    filled.press(Key.Key_Return)
    assert table.view.currentIndex().row() == 1
    filled.keys(table.view, "2")
    filled.press(Key.Key_Tab, Control)
    assert filled.focus() is not table.view
    assert not table.view.isAncestorOf(filled.focus())
    assert filled.stored("Lines/Line[1]/Qty") == "1"
    assert filled.stored("Lines/Line[2]/Qty") == "2"


def test_a_wrong_cell_is_kept_and_marked(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 2, 1)
    filled.keys(table.view, "1e5")
    filled.press(Key.Key_Return)
    assert filled.stored("Lines/Line[3]/Qty") == "1e5"
    assert "1e5" in table.model.index(2, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_a_block_is_pasted_and_what_does_not_fit_is_reported(filled: Driver) -> None:
    table = filled.table(LINES)
    QGuiApplication.clipboard().setText(
        "Q1\t1,234.50\tA\t2026-10-01\nQ2\t#REF!\tB\t01/10/2026\nQ3\t3\tC\t\n"
    )
    filled.cell(table, 11, 0)
    filled.press(Key.Key_V, Control)
    assert table.model.rowCount() == 14, "two rows were added"
    assert filled.stored("Lines/Line[12]/Qty") == "1234.50"
    assert filled.stored("Lines/Line[13]/Code") == "Q2"
    assert filled.stored("Lines/Line[13]/Qty") is None
    notice = filled.editor.notice
    assert "9 cells pasted" in notice.message.text()
    assert "3 were not taken" in notice.message.text()
    assert "#REF!" in notice.details.toPlainText()
    assert "Row 14, Kind" in notice.details.toPlainText()
    filled.press(Key.Key_Z, Control)
    assert table.model.rowCount() == 12, "one paste is one step"
    assert "block pasted into “Line”" in notice.message.text()


def test_one_cell_fills_a_selection_and_ctrl_d_fills_down(filled: Driver) -> None:
    table = filled.table(LINES)
    QGuiApplication.clipboard().setText("7.25")
    filled.cell(table, 0, 1)
    filled.press(Key.Key_Down, Shift)
    filled.press(Key.Key_Down, Shift)
    filled.press(Key.Key_V, Control)
    assert [filled.stored(f"Lines/Line[{n}]/Qty") for n in (1, 2, 3, 4)][:3] == ["7.25"] * 3
    filled.cell(table, 3, 1)
    top = filled.stored("Lines/Line[4]/Qty")
    filled.press(Key.Key_Down, Shift)
    filled.press(Key.Key_D, Control)
    assert filled.stored("Lines/Line[5]/Qty") == top
    filled.press(Key.Key_Delete)
    assert filled.stored("Lines/Line[5]/Qty") is None


def test_copy_gives_raw_values(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 0, 0)
    filled.press(Key.Key_Down, Shift)
    filled.press(Key.Key_Right, Shift)
    filled.press(Key.Key_C, Control)
    assert QGuiApplication.clipboard().text() == "L000000\t0.5\nL000001\t11.5\n"


def test_titles_sort_exactly_and_back(filled: Driver) -> None:
    table = filled.table(LINES)
    header = table.view.horizontalHeader()
    place = header.sectionViewportPosition(1) + 8

    def click() -> None:
        filled.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
        filled.rest()

    before = column(table, 0)
    click()
    numbers = [float(text) for text in column(table, 1)]
    assert numbers == sorted(numbers)
    assert table.model.headerData(0, Qt.Orientation.Vertical) == 1 + before.index(
        table.model.index(0, 0).data()
    )
    click()
    assert column(table, 1)[0] == "11.5"
    click()
    assert column(table, 0) == before


def test_find_goes_from_match_to_match_and_filters(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 0, 0)
    filled.press(Key.Key_F, Control)
    assert filled.focus() is table.search
    filled.keys(table.search, "l00001")
    filled.press(Key.Key_Return)
    assert table.view.currentIndex().row() == 10
    filled.press(Key.Key_Return)
    assert table.view.currentIndex().row() == 11
    filled.click(table.only)
    assert column(table, 0) == ["L000010", "L000011"]
    assert table.model.headerData(0, Qt.Orientation.Vertical) == 11


def test_rows_below_the_chosen_row(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 1, 0)
    filled.type_into("Who", "Wong")
    assert filled.stored("Lines/Line[2]/Owner/Who") == "Wong"
    parts = filled.table(f"{LINES}/Part")
    filled.click(filled.button("Add a row to “Part”"))
    filled.keys(parts.view, "0.5")
    filled.press(Key.Key_Return)
    assert filled.stored("Lines/Line[2]/Part[1]/Weight") == "0.5"
    filled.cell(table, 2, 0)
    assert parts.model.rowCount() == 0


def test_rows_are_removed_in_one_step(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 2, 0)
    filled.press(Key.Key_Down, Shift)
    filled.click(filled.button("Remove the chosen rows of “Line”"))
    assert column(table, 0)[:4] == ["L000000", "L000001", "L000004", "L000005"]
    filled.press(Key.Key_Z, Control)
    assert table.model.rowCount() == 12


def test_the_cursor_stays_when_another_hand_changes_a_row(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 5, 2)
    changes = drafts.set_value(filled.desk, filled.return_id, "Lines/Line[3]/Code", "else")
    filled.context.changes.tell(changes)
    filled.rest()
    assert table.model.index(2, 0).data() == "else"
    here = table.view.currentIndex()
    assert (here.row(), here.column()) == (5, 2)


def test_the_model_keeps_the_rules_of_qt(filled: Driver) -> None:
    model = filled.table(LINES).model
    ModelTester(model).check(model)
    fill_more = drafts.add_row(filled.desk, filled.return_id, LINES, 3)
    filled.context.changes.tell(fill_more)
    filled.rest()
    filled.press(Key.Key_Z, Control)
    assert model.rowCount() == 12
    ModelTester(filled.editor.sections.sections).check(filled.editor.sections.sections)


def test_a_hundred_thousand_rows_open_at_once(kinds: Desk, qtbot: QtBot, theme: Theme) -> None:
    record = new_return(kinds, "KINDS", "2026-10")
    fill(kinds, record.id, 100_000, owners=False)
    driver = Driver(kinds, record.id, qtbot)
    begun = time.perf_counter()
    view = driver.editor.sections
    place = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    built = time.perf_counter() - begun
    table = driver.table(LINES)
    qtbot.waitUntil(lambda: table.model.index(0, 0).data() == "L000000", timeout=10_000)
    shown = time.perf_counter() - begun
    driver.rest()
    assert table.model.rowCount() == 100_000
    table.view.scrollToBottom()
    driver.rest()
    assert table.model.index(99_999, 0).data() == "L099999"
    assert len(table.model._rows) <= 1000, "only the pages that were looked at are in memory"
    assert built < 0.5, "the window does not wait for the rows"
    assert shown < 3
    driver.close()


@pytest.fixture
def scrolled(filled: Driver) -> Driver:
    """The same table, so wide that its key leaves the view."""
    view = filled.table(LINES).view
    for number in range(filled.table(LINES).model.columnCount()):
        view.setColumnWidth(number, 300)
    filled.rest()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    filled.rest()
    return filled


def test_the_key_stays_in_sight_when_the_table_is_scrolled(scrolled: Driver) -> None:
    view = scrolled.table(LINES).view
    frozen = view.frozen
    assert frozen.isVisible()
    assert [n for n in range(4) if not frozen.isColumnHidden(n)] == [0]
    place = frozen.visualRect(frozen.model().index(1, 0))
    assert place.isValid()
    assert frozen.mapTo(view, place.topLeft()).y() + frozen.viewport().y() == (
        view.visualRect(view.grid.index(1, 0)).y() + view.viewport().y()
    ), "the rows stand beside each other"
    view.verticalScrollBar().setValue(28)
    assert frozen.verticalScrollBar().value() == view.verticalScrollBar().value()
    view.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_a_frozen_cell_is_typed_into_where_it_is_seen(scrolled: Driver) -> None:
    table = scrolled.table(LINES)
    frozen, bar = table.view.frozen, table.view.horizontalScrollBar()
    before = bar.value()
    place = frozen.visualRect(table.model.index(2, 0)).center()
    scrolled.qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)
    scrolled.rest()
    assert scrolled.focus() is table.view
    assert bar.value() == before, "nothing jumps"
    scrolled.keys(table.view, "X-9")
    assert frozen.isAncestorOf(scrolled.focus())
    scrolled.press(Key.Key_Tab)
    assert scrolled.stored("Lines/Line[3]/Code") == "X-9"
    here = table.view.currentIndex()
    assert (here.row(), here.column()) == (2, 1), "Tab goes on in the whole table"
    assert table.view.columnViewportPosition(1) >= frozen.room, "and not below what is frozen"


def test_no_current_cell_lies_below_the_frozen_ones(scrolled: Driver) -> None:
    view = scrolled.table(LINES).view
    view.setFocus()
    view.setCurrentIndex(view.grid.index(0, 3))
    for column in (2, 1):
        scrolled.press(Key.Key_Left)
        assert view.currentIndex().column() == column
        assert view.columnViewportPosition(column) >= view.frozen.room
    scrolled.press(Key.Key_Left)
    assert view.currentIndex().column() == 0
