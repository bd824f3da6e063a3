"""Findings: checked with F8, walked with F4, mended or explained where they stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_driver import Driver, Key
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.finding import Finding, Severity
from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.editor import add_group
from app.services.formview import read_form
from app.services.returns import new_return
from app.ui.editor.findingscolumns import shared
from app.ui.editor.findingsmodel import (
    COLUMNS,
    FINDING_ROLE,
    NUMBERS,
    Column,
    FindingsModel,
    Grouping,
)
from app.ui.theme import Theme

Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def wrong(kinds: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    """A return with one wrong cell, one that wants an explanation, and fields that are missing."""
    number = new_return(kinds, "KINDS", "2026-10").id
    root = read_form(kinds, number).root.row
    assert root is not None
    add_group(kinds, number, root.id, "Lines")
    for count in range(1, 4):
        add_row(kinds, number, "Lines/Line")
        values = {"Code": f"C{count}", "Qty": "5000.25" if count == 2 else "1", "Kind": "A"}
        for key, text in values.items():
            set_value(kinds, number, f"Lines/Line[{count}]/{key}", text)
        set_value(kinds, number, f"Lines/Line[{count}]/Owner/Who", "Chan")
    set_value(kinds, number, "Lines/Line[3]/Kind", "Z")
    for key, text in {"Name": "Lantau", "Nil": "false", "Storage": "HOT"}.items():
        set_value(kinds, number, f"Head/{key}", text)
    driver = Driver(kinds, number, qtbot)
    driver.press(Key.Key_F8)
    yield driver
    driver.close()


def codes(driver: Driver) -> list[tuple[str, str | None]]:
    return [(item.code, item.path) for item in driver.editor.findings.model.ordered()]


def test_the_verdict_is_one_line(wrong: Driver) -> None:
    assert codes(wrong) == [
        ("VALUE-MISSING", "Head/Amount"),
        ("VALUE-MISSING", "Head/Day"),
        ("VALUE-CODE", "Lines/Line[3]/Kind"),
        ("KND-001", "Lines/Line[2]/Qty"),
    ]
    panel = wrong.editor.findings
    assert panel.verdict.text() == "3 blocking in 2 rules · 1 needs explanation"
    sections = wrong.editor.sections.sections
    texts = [sections.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert texts[0] == "Head, 2 of 5 left, 2 blocking"
    assert texts[2] == "Lines, 3 rows, 1 blocking, 1 to explain"


def test_f4_goes_to_the_field_and_on_to_the_cell(wrong: Driver) -> None:
    wrong.press(Key.Key_F4)
    assert wrong.focus() is wrong.field("Amount").input
    assert wrong.field("Amount").input.property("mark") == "blocking"
    wrong.press(Key.Key_F4)
    assert wrong.focus() is wrong.field("Day").input
    wrong.press(Key.Key_F4)
    table = wrong.table("Lines/Line")
    assert wrong.focus() is table.view
    here = table.view.currentIndex()
    assert (here.row(), table.model.fields[here.column()].key) == (2, "Kind")
    assert "“Z”" in wrong.editor.panel.findings.text.text()
    wrong.press(Key.Key_F4)
    here = table.view.currentIndex()
    assert (here.row(), table.model.fields[here.column()].key) == (1, "Qty")
    assert "above 1,000" in wrong.editor.panel.findings.text.text()
    wrong.press(Key.Key_F4, Shift)
    assert table.view.currentIndex().row() == 2


def test_enter_and_double_click_go_to_the_field(wrong: Driver) -> None:
    view = wrong.editor.findings.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    wrong.press(Key.Key_Return)
    assert wrong.focus() is wrong.field("Day").input
    place = view.visualRect(view.model().index(2, 3)).center()
    wrong.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wrong.qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wrong.rest()
    assert wrong.focus() is wrong.table("Lines/Line").view


def test_mending_clears_the_marks_and_the_verdict_says_it_is_old(wrong: Driver) -> None:
    wrong.press(Key.Key_F4)
    wrong.keys(wrong.field("Amount").input, "10.00")
    wrong.press(Key.Key_Tab)
    assert wrong.field("Amount").input.property("mark") == ""
    assert wrong.editor.findings.verdict.text().endswith("(before the last change)")
    wrong.press(Key.Key_F8)
    assert wrong.editor.findings.verdict.text() == "2 blocking in 2 rules · 1 needs explanation"


def test_f8_stores_what_is_being_typed_first(wrong: Driver) -> None:
    wrong.press(Key.Key_F4)
    wrong.keys(wrong.field("Amount").input, "10.00")
    wrong.press(Key.Key_F8)
    assert ("VALUE-MISSING", "Head/Amount") not in codes(wrong)


def test_an_explanation_is_typed_in_place(wrong: Driver) -> None:
    panel = wrong.editor.findings
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(3, 0))
    wrong.press(Key.Key_F2)
    editor = wrong.focus()
    assert isinstance(editor, QLineEdit)
    wrong.keys(editor, "One large deposit on the 30th.")
    wrong.qtbot.keyClick(editor, Key.Key_Return)
    wrong.rest()
    assert panel.verdict.text() == "3 blocking in 2 rules"
    wrong.press(Key.Key_F8)
    (soft,) = [f for f in panel.model.ordered() if f.severity is Severity.EXPLAIN]
    assert soft.explanation == "One large deposit on the 30th."


@pytest.mark.parametrize("way", ["F2", "Enter", "mouse"])
def test_the_status_of_a_soft_finding_opens_for_its_explanation(wrong: Driver, way: str) -> None:
    view = wrong.editor.findings.view
    status = view.model().index(3, COLUMNS.index(Column.STATUS))
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0) if way == "mouse" else status)
    if way == "mouse":
        place = view.visualRect(status).center()
        wrong.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        wrong.qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        wrong.rest()
    else:
        wrong.press(Key.Key_F2 if way == "F2" else Key.Key_Return)
    editor = wrong.focus()
    assert isinstance(editor, QLineEdit)
    wrong.keys(editor, "One large deposit.")
    wrong.qtbot.keyClick(editor, Key.Key_Return)
    wrong.rest()
    assert wrong.editor.findings.verdict.text() == "3 blocking in 2 rules"


def test_filter_group_and_copy(wrong: Driver) -> None:
    panel = wrong.editor.findings
    panel.severity.setFocus()
    wrong.press(Key.Key_Down)
    assert len(codes(wrong)) == 3
    wrong.press(Key.Key_Up)
    panel.grouping.setFocus()
    wrong.press(Key.Key_Down)
    titles = [panel.model.index(n, 0).data() for n in range(panel.model.rowCount())]
    assert titles == [
        "VALUE-MISSING · 2 findings",
        "VALUE-CODE · 1 finding",
        "KND-001 · 1 finding",
    ]
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0, 0, panel.model.index(2, 0)))
    wrong.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().rstrip("\n").split("\t")
    assert copied[1] == "KND-001"
    assert "5,000.25" in copied


@pytest.mark.parametrize("grouping", list(Grouping))
def test_the_model_keeps_the_rules_of_qt(grouping: Grouping, qapp: object) -> None:
    found = tuple(
        Finding(f"R-{number % 3}", list(Severity)[number % 3], "Wrong.", f"A/B[{number}]/C")
        for number in range(1, 8)
    )
    model = FindingsModel(lambda _finding, _text: None)
    ModelTester(model).check(model)
    model.show_findings(found, None, "en")
    model.arrange(grouping, None)
    ModelTester(model).check(model)
    for finding in found:
        assert model.index_of(finding).data(FINDING_ROLE) is finding
    model.arrange(grouping, Severity.BLOCKING)
    assert all(item.severity is Severity.BLOCKING for item in model.ordered())


@pytest.mark.parametrize("width", [760, 1080, 1900])
def test_all_columns_fit_into_the_view(wrong: Driver, width: int) -> None:
    view = wrong.editor.findings.view
    wrong.window.resize(width, 800)
    wrong.rest()
    shown = [n for n in range(len(COLUMNS)) if not view.isColumnHidden(n)]
    assert sum(view.columnWidth(number) for number in shown) == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
    assert view.columnWidth(COLUMNS.index(Column.STATUS)) >= 112


def test_a_width_given_by_hand_is_kept(wrong: Driver) -> None:
    view = wrong.editor.findings.view
    wrong.window.resize(1900, 800)
    wrong.rest()
    number = COLUMNS.index(Column.PLACE)
    view.header().resizeSection(number, 333)
    wrong.window.resize(1880, 800)
    wrong.rest()
    assert view.columnWidth(number) == 333


def test_a_hint_names_the_figure_and_leads_to_it(wrong: Driver) -> None:
    set_value(wrong.desk, wrong.return_id, "Head/Name", "Sums")
    set_value(wrong.desk, wrong.return_id, "Head/Amount", "5039.25")
    set_value(wrong.desk, wrong.return_id, "Lines/Line[3]/Qty", "83")
    panel = wrong.editor.findings
    wrong.press(Key.Key_F8)
    index = next(n for n, item in enumerate(codes(wrong)) if item[0] == "KND-002")
    panel.view.setCurrentIndex(panel.model.index(index, 0))
    wrong.rest()
    assert panel.hint.isVisible()
    assert panel.hint.text.text().startswith("Two digits may be swapped: with 38 instead of 83 in")
    assert panel.hint.go.toolTip().endswith("Qty")
    wrong.click(panel.hint.go)
    view = wrong.table("Lines/Line").view
    assert view.hasFocus()
    assert (view.currentIndex().row(), view.currentIndex().data()) == (2, "83")
    panel.view.setCurrentIndex(panel.model.index(0 if index else 1, 0))
    assert not panel.hint.isVisible()


def test_findings_leave_as_a_list_from_the_dock(wrong: Driver, tmp_path: Path) -> None:
    tools = wrong.editor.findings.tools
    assert tools.isEnabled()
    tools.list.trigger()
    (dialog,) = wrong.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "findings.xlsx"))
    dialog.reject()
    wrong.rest()
    assert (tmp_path / "findings.xlsx").stat().st_size > 1000
    assert wrong.editor.notice.tone == "done"
    assert "findings.xlsx: 4 findings" in wrong.editor.notice.message.text()
    tools.mark.trigger()
    dialog = next(d for d in wrong.window.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    wrong.rest()
    assert wrong.editor.notice.tone == "blocking"
    assert "no finding leads to a cell" in wrong.editor.notice.message.text().lower()


def test_a_figure_of_a_finding_is_never_cut() -> None:
    wanted = dict.fromkeys(Column, 190)
    widths = shared(900, wanted)
    assert all(widths[column] == 190 for column in NUMBERS)
    assert widths[Column.MESSAGE] < 190
