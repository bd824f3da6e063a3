"""Movement: each figure beside the one filed last, found by key, exact, and a way to its field."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds_pack import add_kinds
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.states import State
from app.services.desk import Desk
from app.services.drafts import add_row, set_value
from app.services.editor import add_group, remove_rows
from app.services.formview import find_target, read_form
from app.services.movement import Kind, Movement, movements, share
from app.services.returns import new_return
from app.store import returns as store
from app.ui.pages.movement_view import share_words

BIG = "123456789012345678901234567890.123456789012345678"
BIG_AND_ONE = "123456789012345678901234567890.123456789012345679"


def filled(desk: Desk, period: str, amount: str, lines: dict[str, str]) -> str:
    number = new_return(desk, "KINDS", period).id
    root = read_form(desk, number).root.row
    assert root is not None
    add_group(desk, number, root.id, "Lines")
    set_value(desk, number, "Head/Name", f"Firm {period}")
    set_value(desk, number, "Head/Amount", amount)
    for place, (code, qty) in enumerate(lines.items(), 1):
        add_row(desk, number, "Lines/Line")
        set_value(desk, number, f"Lines/Line[{place}]/Code", code)
        set_value(desk, number, f"Lines/Line[{place}]/Qty", qty)
        set_value(desk, number, f"Lines/Line[{place}]/Owner/Who", "Chan")
    return number


def file_it(desk: Desk, number: str) -> None:
    with desk.workspace.write() as connection:
        store.set_state(connection, number, State.FILED)


@pytest.fixture
def month(kinds: Desk) -> str:
    """October: one line changed in the eighteenth decimal, one rose, one came, one went."""
    file_it(kinds, filled(kinds, "2026-08", "1", {}))
    before = {"BIG": BIG, "RISE": "100.00", "GONE": "5", "SAME": "1.50"}
    file_it(kinds, filled(kinds, "2026-09", "0", before))
    after = {"NEW": "9", "RISE": "250", "SAME": "1.5", "BIG": BIG_AND_ONE}
    return filled(kinds, "2026-10", "7.25", after)


def by_name(desk: Desk, number: str, **options: bool) -> dict[tuple[str, str], Movement]:
    return {(i.row, i.key): i for i in movements(desk, number, **options).lines}


def test_rows_are_found_by_their_key_and_compared_exactly(kinds: Desk, month: str) -> None:
    found = by_name(kinds, month)
    big = found["BIG", "Qty"]
    assert (big.path, big.difference) == ("Lines/Line[4]/Qty", "0.000000000000000001")
    assert big.share == Decimal("0.00")
    rise = found["RISE", "Qty"]
    assert (rise.difference, rise.share) == ("150", Decimal("150.00"))
    assert found["NEW", ""].kind is Kind.NEW
    assert (found["GONE", ""].kind, found["GONE", ""].path) == (Kind.GONE, "Lines/Line")
    assert ("SAME", "Qty") not in found  # 1.50 and 1.5 are one number
    assert ("NEW", "Qty") not in found  # a whole row is one line
    amount = found["", "Amount"]
    assert (amount.before, amount.difference, amount.share) == ("0", "7.25", None)
    assert share_words(amount) == "from nothing"
    assert found["", "Name"].difference is None


def test_the_greatest_come_first_and_equal_values_when_asked(kinds: Desk, month: str) -> None:
    found = movements(kinds, month)
    assert [item.key for item in found.lines[:3]] == ["Amount", "Qty", "Qty"]
    assert found.before is not None
    assert found.before.period == "2026-09"
    everything = by_name(kinds, month, changed=False)
    assert everything["SAME", "Qty"].kind is Kind.SAME
    assert len(everything) > found.total


def test_without_a_filed_return_there_is_nothing_to_compare_with(kinds: Desk) -> None:
    number = filled(kinds, "2026-10", "1", {})
    filled(kinds, "2026-09", "2", {})
    assert movements(kinds, number).before is None


def test_an_absent_group_on_one_side(kinds: Desk, month: str) -> None:
    target = find_target(kinds, month, "Lines")
    group = read_form(kinds, month).root.groups[target.node].row
    assert group is not None
    remove_rows(kinds, month, [group.id], "remove Lines")
    found = by_name(kinds, month)
    assert {row for (row, key), item in found.items() if item.kind is Kind.GONE and not key} == {
        "BIG",
        "RISE",
        "GONE",
        "SAME",
    }


amounts = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)  # fmt: skip


@given(amounts.filter(bool), amounts)
def test_the_share_is_within_half_a_hundredth(old: Decimal, new: Decimal) -> None:
    found = share(old, new)
    assert found is not None
    assert abs(found * abs(old) - (new - old) * 100) <= abs(old) * Decimal("0.005")
    assert (found >= 0) == (new >= old) or found == 0


def test_the_view_marks_filters_and_leads_to_the_field(
    kinds: Desk, month: str, qtbot: QtBot, qtmodeltester: Any
) -> None:
    window = open_window(kinds, qtbot, month)
    rest(window, qtbot)
    window.menus.actions["movement"].trigger()
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    view = page.movement
    assert view.isVisible()
    assert "September 2026" in view.title.text()
    marked = view.title.text()
    view.large.setValue(200)
    assert view.title.text() != marked
    before = view.table.proxy.rowCount()
    qtbot.keyClick(view.all, Qt.Key.Key_Space)
    rest(window, qtbot)
    assert view.table.proxy.rowCount() > before
    view.search.setFocus()
    qtbot.keyClicks(view.search, "rise")
    names = [view.table.proxy.index(n, 1).data() for n in range(view.table.proxy.rowCount())]
    assert names
    assert all("RISE" in name for name in names)
    qtmodeltester.check(view.table.records)
    qtmodeltester.check(view.table.proxy)
    view.table.setCurrentIndex(view.table.proxy.index(0, 0))
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    rest(window, qtbot)
    table = page.editor.stack.currentWidget()
    assert page.tabs.tabData(page.tabs.currentIndex()) == "form"
    assert table is not None
    assert table.isAncestorOf(window.focusWidget())
    window.close()


def test_a_type_that_was_never_filed_says_so(kinds: Desk, qtbot: QtBot) -> None:
    add_kinds(kinds)
    window = open_window(kinds, qtbot, new_return(kinds, "KINDS", "2026-10").id)
    assert window.return_page is not None
    window.return_page.show_view("movement")
    rest(window, qtbot)
    assert window.return_page.movement.empty.isVisible()
    window.close()
