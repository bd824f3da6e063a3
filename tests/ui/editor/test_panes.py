"""The room around the form: guidance and findings give way, and stay away until they are wanted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.finding import Finding, Severity, Verdict
from app.services.desk import Desk
from app.services.returns import list_returns, new_return
from app.ui.editor import ReturnEditor
from app.ui.editor.findingsmodel import COLUMNS, Column
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


def opened(ledger: Desk, qtbot: QtBot) -> tuple[MainWindow, ReturnEditor]:
    known = list_returns(ledger) or [new_return(ledger, "LEDGER", "2026-10")]
    window = open_window(ledger, qtbot, known[0].id)
    rest(window, qtbot)
    page = window.current_return()
    assert page is not None
    return window, page.editor


def test_the_guidance_gives_its_room_to_the_form_and_stays_away(ledger: Desk, qtbot: QtBot) -> None:
    window, editor = opened(ledger, qtbot)
    before = editor.stack.width()
    qtbot.keyClick(window, Key.Key_B, Control)
    rest(window, qtbot)
    assert not editor.panel.isVisible()
    assert editor.stack.width() > before + 150
    assert editor.panes.open_panel.isVisible()
    window.close()
    window, editor = opened(ledger, qtbot)
    assert not editor.panel.isVisible(), "remembered"
    qtbot.mouseClick(editor.panes.open_panel, Qt.MouseButton.LeftButton)
    assert editor.panel.isVisible()
    assert Preferences().text("editor-guidance") == ""
    window.close()


def test_without_a_finding_the_list_takes_no_room(ledger: Desk, qtbot: QtBot) -> None:
    window, editor = opened(ledger, qtbot)
    assert not editor.findings.view.isVisible()
    assert editor.findings.height() < 60
    qtbot.keyClick(window, Key.Key_F8)
    rest(window, qtbot)
    assert editor.findings.view.isVisible(), "there is something to list"
    tall = editor.findings.height()
    qtbot.keyClick(window, Key.Key_J, Control)
    rest(window, qtbot)
    assert editor.findings.height() < 60
    assert editor.findings.verdict.isVisible(), "the verdict stays in sight"
    qtbot.mouseClick(editor.findings.fold_button, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert editor.findings.height() == tall
    window.close()


def test_f6_goes_from_part_to_part_and_round(ledger: Desk, qtbot: QtBot) -> None:
    window, editor = opened(ledger, qtbot)
    qtbot.keyClick(window, Key.Key_F8)
    rest(window, qtbot)
    editor.sections.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(window, Key.Key_F6)
        focus = window.focusWidget()
        assert focus is not None
        parts = (editor.sections, editor.stack, editor.panel, editor.findings)
        seen.append(next(n for n, p in enumerate(parts) if p is focus or p.isAncestorOf(focus)))
    assert seen == [1, 2, 3, 0]
    qtbot.keyClick(window, Key.Key_F6, Shift)
    assert editor.findings.isAncestorOf(window.focusWidget())
    window.close()


def test_no_title_of_a_section_is_cut(ledger: Desk, qtbot: QtBot) -> None:
    window, editor = opened(ledger, qtbot)
    view = editor.sections
    option = QStyleOptionViewItem()
    option.font, option.fontMetrics, option.widget = view.font(), view.fontMetrics(), view
    delegate = view.itemDelegate()
    one = delegate.sizeHint(option, view.model().index(0, 0)).height()
    long = "A very long title of a section that no list of this width holds on one line"
    first = replace(editor.session.sections[0], titles={"en": long})
    editor.session.sections = (first, *editor.session.sections[1:])
    two = delegate.sizeHint(option, view.model().index(0, 0)).height()
    assert two >= one + view.fontMetrics().height() - 2
    assert isinstance(view, QListView)
    window.close()


def test_the_filter_leaves_what_holds_the_text(ledger: Desk, qtbot: QtBot) -> None:
    window, editor = opened(ledger, qtbot)
    panel = editor.findings
    found = [
        Finding("A-1", Severity.BLOCKING, "The sum is wrong.", "Head/Total", left="1", right="2"),
        Finding("B-2", Severity.EXPLAIN, "The name is odd.", "Head/Name"),
    ]
    editor.session._take(Verdict(tuple(found)))
    rest(window, qtbot)
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "odd")
    assert [item.code for item in panel.model.ordered()] == ["B-2"]
    qtbot.keyClick(panel.search, Key.Key_Return)
    assert panel.view.hasFocus()
    assert panel.sentence.text.text().startswith("Head › Name · The name is odd")
    panel.search.setFocus()
    qtbot.keyClick(panel.search, Key.Key_Escape)
    assert len(panel.model.ordered()) == 2
    assert panel.view.columnWidth(COLUMNS.index(Column.MESSAGE)) >= 150
    window.close()
