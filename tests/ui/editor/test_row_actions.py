"""Rows put in, moved and taken away; order and filters from the titles; today's date; the next match."""

from collections.abc import Iterator

import pytest
from editor_driver import Driver, Key
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from test_editor_tables import LINES, column, fill

from app.domain.clock import now
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.returns import get_return, new_return
from app.services.roworder import insert_row, move_rows
from app.ui.theme import Theme

Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def filled(kinds: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """A return with twelve lines, its table open."""
    record = new_return(kinds, "KINDS", "2026-10")
    fill(kinds, record.id, 12)
    driver = Driver(kinds, record.id, qtbot)
    driver.section(2)
    yield driver
    driver.close()


def choose(menu: QMenu, text: str) -> None:
    (action,) = [item for item in menu.actions() if item.text().split("\t")[0] == text]
    action.trigger()


def test_a_row_is_put_in_above_the_current_one(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 3, 0)
    filled.press(Key.Key_Plus, Control)
    assert column(table, 0)[2:5] == ["L000002", "", "L000003"]
    assert table.view.currentIndex().row() == 3
    filled.keys(table.view, "NEW")
    filled.press(Key.Key_Return)
    assert filled.stored("Lines/Line[4]/Code") == "NEW"
    filled.press(Key.Key_Z, Control)
    filled.press(Key.Key_Z, Control)
    assert "new row in “Line”" in filled.editor.notice.message.text()
    assert len(column(table, 0)) == 12


def test_rows_move_and_stay_chosen(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 4, 1)
    filled.press(Key.Key_Down, Shift)
    filled.press(Key.Key_Up, Alt)
    assert column(table, 0)[3:7] == ["L000004", "L000005", "L000003", "L000006"]
    block = table.view.block()
    assert block is not None
    assert block[:2] == (3, 4)
    filled.press(Key.Key_Down, Alt)
    assert column(table, 0) == sorted(column(table, 0))
    assert filled.stored("Lines/Line[5]/Owner/Who") == "Chan", "what stands below came along"
    filled.press(Key.Key_Z, Control)
    assert "rows moved in “Line”" in filled.editor.notice.message.text()
    filled.press(Key.Key_Z, Control)
    assert column(table, 0) == sorted(column(table, 0))


def test_the_first_row_has_nowhere_to_go(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 0, 0)
    filled.press(Key.Key_Up, Alt)
    assert column(table, 0) == sorted(column(table, 0))
    filled.press(Key.Key_Z, Control)
    assert table.model.rowCount() == 0, "the step before was taken back, there was none"


def test_a_sorted_table_moves_nothing(filled: Driver) -> None:
    table = filled.table(LINES)
    choose(table.rows.column_menu(1), "Largest first")
    filled.rest()
    before = column(table, 0)
    filled.cell(table, 3, 0)
    filled.press(Key.Key_Down, Alt)
    assert column(table, 0) == before
    assert "in the order of the return" in filled.editor.notice.message.text()


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_move_keeps_every_row(kinds: Desk, count: int) -> None:
    number = new_return(kinds, "KINDS", "2026-10").id
    fill(kinds, number, 6)
    order = codes(kinds, number)
    ids = list(order)[:count]
    for _ in range(8):
        move_rows(kinds, number, ids, up=False)
    rest = [row for row in order if row not in ids]
    assert list(codes(kinds, number)) == rest + ids
    for _ in range(8):
        move_rows(kinds, number, ids, up=True)
    assert codes(kinds, number) == order
    for _ in range(30):  # the room between two neighbours runs out and is made anew
        insert_row(kinds, number, ids[0], after=True)
    found = list(codes(kinds, number))
    assert found[0] == ids[0]
    assert [row for row in found if row in order] == list(order)
    assert len(found) == 36


def codes(desk: Desk, number: str) -> dict[int, str | None]:
    """The first value of every line, by its row, in document order."""
    with desk.workspace.read() as connection:
        rows = rows_at(connection, get_return(desk, number))
        group = next(rows.children(rows.root().id, "Lines"))
        return {row.id: row.values[0] for row in rows.children(group.id, LINES)}


def test_rows_are_left_out_by_the_value_of_a_cell(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 1, 2)
    kind = table.model.fields[2].label("en")
    choose(table.rows.menu(), f"Only rows with “{table.model.index(1, 2).data()}” in {kind}")
    filled.rest()
    assert column(table, 0) == [f"L{n:06d}" for n in range(1, 12, 2)]
    assert table.all.isVisible()
    assert "6 of 12 rows" in table._count.text()
    filled.click(table.all)
    assert len(column(table, 0)) == 12
    assert not table.all.isVisible()


def test_rows_without_a_value(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 2, 1)
    filled.press(Key.Key_Delete)
    choose(table.rows.column_menu(1), f"Only rows without {table.model.fields[1].label('en')}")
    filled.rest()
    assert column(table, 0) == ["L000002"]
    filled.editor.go_to("Lines/Line[9]/Code")
    filled.rest()
    assert len(column(table, 0)) == 12, "a way to a row that was left out brings all back"
    assert table.view.currentIndex().row() == 8


def test_the_next_match_and_the_one_before(filled: Driver) -> None:
    table = filled.table(LINES)
    filled.cell(table, 5, 0)
    filled.press(Key.Key_F, Control)
    filled.keys(table.search, "A")
    filled.press(Key.Key_Return)
    assert table.view.currentIndex().row() == 6
    filled.press(Key.Key_Return, Shift)
    assert table.view.currentIndex().row() == 4
    table.view.setFocus()
    filled.press(Key.Key_F3)
    assert table.view.currentIndex().row() == 6
    filled.press(Key.Key_F3, Shift)
    filled.press(Key.Key_F3, Shift)
    filled.press(Key.Key_F3, Shift)
    filled.press(Key.Key_F3, Shift)
    assert table.view.currentIndex().row() == 10, "round and round"


def test_today_in_a_cell_of_a_date(filled: Driver) -> None:
    table = filled.table(LINES)
    day = next(n for n, f in enumerate(table.model.fields) if f.kind.value == "date")
    filled.cell(table, 0, day)
    filled.press(Key.Key_Semicolon, Control)
    key = table.model.fields[day].key
    assert filled.stored(f"Lines/Line[1]/{key}") == now().astimezone().date().isoformat()
