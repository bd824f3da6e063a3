"""A pack's rules, thresholds and files on the page of packs."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_window import nameless
from ui_driver import open_window, rest

from app.domain.finding import Severity
from app.domain.rule import Parameter, Rule
from app.domain.rulestatus import RuleStatus
from app.services.desk import Desk
from app.ui.pages.pack_rules import ParametersList, formula, status_words
from app.ui.pages.packs import PacksPage


def test_the_rules_are_listed_and_the_chosen_one_is_told_in_full(
    kinds: Desk, qtbot: QtBot, qtmodeltester: Any
) -> None:
    window = open_window(kinds, qtbot)
    window.show_page("packs")
    rest(window, qtbot)
    page = window.pages["packs"]
    assert isinstance(page, PacksPage)
    shown = [page.rules.table.proxy.index(0, n).data() for n in range(6)]
    assert shown == [
        "KND-001",
        "Needs explanation",
        "Qty ≤ 1000",
        "Paper 7",
        "house rule, not law",
        "active",
    ]
    detail = page.rules.detail.text()
    assert detail.startswith("The quantity is above 1,000.")
    assert "Source: Paper 7 (house rule, not law)" in detail
    page.rules.search.setFocus()
    qtbot.keyClicks(page.rules.search, "paper 8")
    assert page.rules.table.proxy.rowCount() == 0
    page.rules.search.clear()
    qtmodeltester.check(page.rules.table.records)
    for number in range(page.parts.count()):
        page.parts.setCurrentIndex(number)
        rest(window, qtbot)
        assert nameless(window) == []
    qtbot.keyClick(page.parts.tabBar(), Qt.Key.Key_Home)
    window.look.set_language("zh-Hant")
    rest(window, qtbot)
    assert page.rules.detail.text().startswith("數量超過 1,000")
    assert page.parts.tabText(0) == "規則"
    window.look.set_language("en")
    window.close()


def rule(**more: Any) -> Rule:
    return Rule("X-1", Severity.BLOCKING, "Paper", "LAW", {}, **more)


def test_a_formula_in_one_line(qapp: object) -> None:
    compared = rule(left="a", operator="le", right="b", tolerance="$t", when="Kind = 'A'")
    assert formula(compared) == "a ≤ b (± $t) · where Kind = 'A'"
    assert formula(rule(test="p:lei(.)\n  or x")) == "p:lei(.) or x"
    assert formula(rule(unique=("A", "B"))) == "no two rows with the same A, B"


def test_thresholds_with_their_dates(qtbot: QtBot, qtmodeltester: Any) -> None:
    shown = ParametersList()
    qtbot.addWidget(shown)
    shown.show_parameters([Parameter("share", "98", "VG 10.6", "LAW", "%")])
    cells = [shown.table.proxy.index(0, n).data() for n in range(7)]
    assert cells == ["share", "98", "%", "—", "further notice", "VG 10.6", "law, text found"]
    qtmodeltester.check(shown.table.records)


def test_a_rule_that_was_switched_off_says_so(qapp: object) -> None:
    off = rule(
        test="x", statuses=(RuleStatus("off", date(2026, 3, 1), {"en": "No feed."}, "Letter"),)
    )
    assert status_words(off, date(2026, 2, 28)) == "active"
    assert status_words(off, date(2026, 3, 1)) == "switched off"
    lowered = rule(test="x", statuses=(RuleStatus("explain", date(2026, 3, 1), {}, ""),))
    assert status_words(lowered, date(2026, 3, 1)) == "explanation only"
    ended = rule(test="x", effective_to=date(2025, 1, 1))
    assert status_words(ended, date(2026, 3, 1)) == "ended"
    coming = rule(test="x", effective_from=date(2027, 1, 1))
    assert status_words(coming, date(2026, 3, 1)) == "from 1 January 2027"
