"""Computed fields: marked, explained in the panel, typed over with a reason, and computed again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_driver import Driver, Key
from kinds_pack import FILES, MANIFEST
from ledger_pack import SECRET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.editor import add_group
from app.services.formview import read_form
from app.services.packs import add_pack
from app.services.returns import new_return
from app.store.workspace import Workspace
from app.ui.editor.gridmodel import GIVEN_ROLE
from app.ui.theme import Theme

COMPUTED = """[[computed]]
target = "Head/Amount"
formula = "sum(/Kinds/Lines/Line/Qty)"
citation = "Paper 8"
certainty = "HOUSE"
how = { en = "All quantities together", zh-Hant = "所有數量之和" }

[[computed]]
target = "Lines/Line/Qty"
when = "Part"
formula = "sum(Part/Weight) * 2"
citation = "Paper 8"
certainty = "HOUSE"
how = { en = "Twice the weights", zh-Hant = "重量的兩倍" }
""".encode()


def with_formulas() -> dict[str, bytes]:
    """The small pack, with a total and a formula in its table."""
    line = f'"form/computed.toml" = "{hashlib.sha256(COMPUTED).hexdigest()}"\n'
    return {**FILES, "form/computed.toml": COMPUTED, "pack.toml": MANIFEST + line.encode()}


@pytest.fixture
def sums(tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """Three lines of 10, 20 and 30; the second one has a weight of 10."""
    workspace = Workspace.create(tmp_path / "s.praya", SECRET, {"entity": "X", "ce": "ZZL001"})
    desk = Desk(workspace, "mei")
    add_pack(desk, with_formulas())
    number = new_return(desk, "KINDS", "2026-10").id
    root = read_form(desk, number).root.row
    assert root is not None
    add_group(desk, number, root.id, "Lines")
    for place, text in enumerate(("10", "", "30"), 1):
        add_row(desk, number, "Lines/Line")
        set_value(desk, number, f"Lines/Line[{place}]/Code", f"C{place}")
        if text:
            set_value(desk, number, f"Lines/Line[{place}]/Qty", text)
    add_row(desk, number, "Lines/Line[2]/Part")
    set_value(desk, number, "Lines/Line[2]/Part[1]/Weight", "10")
    driver = Driver(desk, number, qtbot)
    yield driver
    driver.close()
    workspace.close()


def test_a_computed_field_says_so_and_how(sums: Driver) -> None:
    assert sums.stored("Head/Amount") == "60"
    frame = sums.field("Amount")
    assert frame.override is not None
    assert not frame.override.isVisible()
    assert frame.input.property("computed") == "yes"
    assert "computed" in frame.input.accessibleName()
    frame.input.setFocus()
    sums.rest()
    how = sums.editor.panel.how
    assert how.isVisible()
    assert how.words.text() == "All quantities together"
    assert how.source.text() == "Paper 8 (house rule, not law)"
    assert not how.override.isVisible()
    sums.field("Name").input.setFocus()
    sums.rest()
    assert not how.isVisible()


def test_typing_over_it_asks_for_the_reason_in_place(sums: Driver) -> None:
    sums.type_into("Amount", "61", leave=False)
    frame = sums.field("Amount")
    assert frame.override is not None
    assert frame.override.isVisible()
    sums.press(Key.Key_Tab)
    assert sums.focus() is frame.override.reason
    sums.keys(frame.override.reason, "One unit is on its way.")
    sums.press(Key.Key_Return)
    assert sums.stored("Head/Amount") == "61"
    sums.press(Key.Key_F8)
    found = {item.code: item for item in sums.editor.findings.model.ordered()}
    assert found["COMPUTED"].explanation == "One unit is on its way."
    assert frame.override.isVisible()
    assert frame.override.reason.text() == "One unit is on its way."
    sums.click(frame.override.again)
    assert sums.stored("Head/Amount") == "60"
    assert not frame.override.isVisible()
    assert frame.input.property("computed") == "yes"


def test_what_the_formula_gives_needs_no_reason(sums: Driver) -> None:
    sums.type_into("Amount", "61")
    frame = sums.field("Amount")
    assert frame.override is not None
    assert frame.override.isVisible()
    sums.type_into("Amount", "60.00")
    assert not frame.override.isVisible()
    assert not sums.editor.panel.how.override.reason.isVisible()
    set_value(sums.desk, sums.return_id, "Lines/Line[1]/Qty", "11")
    sums.context.changes.tell(Changes(return_id=sums.return_id, structure=True))
    sums.rest()
    assert frame.override.isVisible()  # the formula gives something else by now


def test_message_and_reason_have_their_room(sums: Driver) -> None:
    sums.type_into("Amount", "61")
    sums.press(Key.Key_F8)
    sums.type_into("Amount", "62")
    frame = sums.field("Amount")
    assert frame.override is not None
    sums.qtbot.wait(50)
    shown = [w for w in (frame._message, frame.override._words, frame.override.reason)
             if w.isVisible()]  # fmt: skip
    assert frame.override.reason in shown
    for widget in shown:
        needed = widget.minimumSizeHint().height()
        if widget.hasHeightForWidth():
            needed = widget.heightForWidth(widget.width())
        assert widget.height() >= needed
    assert frame.geometry().bottom() >= frame.override.geometry().bottom()


def test_undo_takes_the_typed_value_back(sums: Driver) -> None:
    sums.type_into("Amount", "61")
    assert sums.field("Amount").input.property("computed") == ""
    sums.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sums.stored("Head/Amount") == "60"
    assert sums.field("Amount").input.property("computed") == "yes"


def test_the_finding_leads_to_the_field(sums: Driver) -> None:
    sums.type_into("Amount", "61")
    sums.press(Key.Key_F8)
    number = next(
        place
        for place, item in enumerate(sums.editor.findings.model.ordered())
        if item.code == "COMPUTED"
    )
    view = sums.editor.findings.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(number, 0))
    sums.press(Key.Key_Return)
    assert sums.focus() is sums.field("Amount").input
    override = sums.field("Amount").override
    assert override is not None
    assert override.isVisible()


def test_cells_are_marked_and_computed_again_from_the_panel(sums: Driver) -> None:
    sums.section(2)
    table = sums.table("Lines/Line")
    column = [field.key for field in table.model.fields].index("Qty")
    model = table.model
    given = [model.index(row, column).data(GIVEN_ROLE) for row in range(3)]
    assert given == [
        True,
        False,
        True,
    ]  # the formula holds where there are parts; the others were typed
    assert model.index(0, 0).data(GIVEN_ROLE) is None
    title = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert str(title).endswith("computed")
    ModelTester(None).check(model)
    sums.cell(table, 1, column)
    sums.press(Key.Key_F2)
    sums.keys(QApplication.focusWidget() or table.view, "25")
    sums.press(Key.Key_Return)
    assert model.index(1, column).data(GIVEN_ROLE) is True
    assert sums.stored("Head/Amount") == "65"
    sums.cell(table, 1, column)
    how = sums.editor.panel.how
    assert how.words.text() == "Twice the weights"
    assert how.override.isVisible()
    assert how.override.reason.isVisible()
    sums.click(how.override.again)
    assert sums.stored("Lines/Line[2]/Qty") == "20"
    assert model.index(1, column).data(GIVEN_ROLE) is False


def test_in_chinese(sums: Driver) -> None:
    sums.context.language = "zh-Hant"
    sums.field("Amount").input.setFocus()
    sums.rest()
    assert sums.editor.panel.how.words.text() == "所有數量之和"


def test_the_inputs_stand_in_the_panel_and_lead_to_their_fields(sums: Driver) -> None:
    sums.field("Amount").input.setFocus()
    sums.rest()
    how = sums.editor.panel.how
    sums.qtbot.waitUntil(lambda: len(how.links) == 3, timeout=5_000)
    assert [link.text() for link in how.links] == ["10", "20", "30"]
    sums.click(how.links[1])
    table = sums.table("Lines/Line")
    assert sums.focus() is table.view
    assert table.view.currentIndex().row() == 1
    sums.qtbot.waitUntil(lambda: how.words.text() == "Twice the weights", timeout=5_000)
    sums.qtbot.waitUntil(lambda: len(how.links) == 1, timeout=5_000)
    assert how.links[0].text() == "10"
    assert "Part" in how.links[0].accessibleName()


def test_the_panel_tells_what_the_formula_would_give(sums: Driver) -> None:
    sums.type_into("Amount", "61", leave=False)
    sums.press(Key.Key_Return)
    how = sums.editor.panel.how
    sums.qtbot.waitUntil(lambda: how.made.text() == "The formula gives 60", timeout=5_000)
