"""“Go to field…” by keys alone."""

from editor_driver import Driver, Key
from pytestqt.qtbot import QtBot

from app.services.drafts import add_row, set_value
from app.services.editor import add_group
from app.services.formview import read_form
from app.ui.editor.gotofield import GoToField, entries, matching


def dialog_of(driver: Driver) -> GoToField:
    driver.editor.ask_field()
    (dialog,) = driver.editor.findChildren(GoToField)
    return dialog


def test_a_part_of_a_name_and_enter_lead_to_the_field(driver: Driver, qtbot: QtBot) -> None:
    dialog = dialog_of(driver)
    qtbot.keyClicks(dialog.line, "amou")
    assert dialog.list.currentItem().text().endswith("Amount")
    qtbot.keyClick(dialog.line, Key.Key_Return)
    driver.rest()
    focus = driver.focus()
    assert focus is not None
    assert driver.field("Amount").isAncestorOf(focus)


def test_a_number_names_the_row_of_a_table(driver: Driver, qtbot: QtBot) -> None:
    root = read_form(driver.desk, driver.return_id).root.row
    assert root is not None
    add_group(driver.desk, driver.return_id, root.id, "Lines")
    for _ in range(3):
        add_row(driver.desk, driver.return_id, "Lines/Line")
    set_value(driver.desk, driver.return_id, "Lines/Line[3]/Qty", "7")
    driver.editor.session.load()
    driver.rest()
    dialog = dialog_of(driver)
    qtbot.keyClicks(dialog.line, "lines qty 3")
    assert "row 3" in dialog.list.currentItem().text()
    qtbot.keyClick(dialog.line, Key.Key_Return)
    driver.rest()
    view = driver.table("Lines/Line").view
    assert (view.currentIndex().row(), view.currentIndex().data()) == (2, "7")


def test_arrows_move_in_the_list_and_nonsense_is_said(driver: Driver, qtbot: QtBot) -> None:
    dialog = dialog_of(driver)
    qtbot.keyClick(dialog.line, Key.Key_Down)
    assert dialog.list.currentRow() == 1
    qtbot.keyClick(dialog.line, Key.Key_Up)
    assert dialog.list.currentRow() == 0
    qtbot.keyClicks(dialog.line, "zzz")
    assert dialog.nothing.isVisible()
    qtbot.keyClick(dialog.line, Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_every_field_is_listed_once(driver: Driver) -> None:
    schema = driver.editor.session.schema
    found = entries(schema, "en")
    assert len(found) == sum(len(node.fields) for node in schema.nodes.values())
    assert len({entry.path for entry in found}) == len(found)
    assert matching(found, "") == [(entry, 1) for entry in found[:60]]
