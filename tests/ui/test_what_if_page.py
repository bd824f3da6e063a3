"""What-if in the window: a table that is worked out again at once, and writes nothing."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from ledger_pack import SECRET
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.finding import Finding, Severity
from app.domain.whatif import Asset, Held, Limits, Position
from app.services import drafts
from app.services.desk import Desk
from app.services.packs import add_pack, shipped_packs
from app.services.returns import get_return, new_return
from app.store.workspace import Workspace
from app.ui.editor.hintbar import HintBar
from app.ui.main_window import MainWindow


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    facts = {"entity": "X", "ce": "ZZL001"}
    result = Desk(Workspace.create(tmp_path / "a.praya", SECRET, facts), "Mei")
    add_pack(result, next(p for p in shipped_packs() if b'"cwr-1.0"' in p["pack.toml"]))
    yield result
    result.workspace.close()


@pytest.fixture
def frame(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    result = open_window(desk, qtbot)
    yield result
    result.close()


def fill(desk: Desk) -> str:
    number = new_return(desk, "CWR", "2026-10").id
    for table, values in (
        ("Assets/Asset", {"AssetId": "BTC", "Ticker": "BTC", "HkdPrice": "1", "Decimals": "2"}),
        (
            "AssetSplits/AssetSplit",
            {
                "AssetId": "BTC", "ColdQty": "979.99", "HotQty": "20.01", "OtherQty": "0",
                "ColdHkd": "979.99", "HotHkd": "20.01", "OtherHkd": "0",
            },
        ),
        (
            "Covers/Cover",
            {"LimitHkd": "9000", "DeductibleHkd": "0", "Scope": "BOTH", "StartDate": "2026-01-01"},
        ),
    ):  # fmt: skip
        drafts.add_row(desk, number, table)
        for key, value in values.items():
            drafts.set_value(desk, number, f"{table}[1]/{key}", value)
    return number


def test_typing_another_amount_works_it_out_at_once_and_writes_nothing(
    desk: Desk, frame: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    number = fill(desk)
    head = get_return(desk, number).head
    frame.open_return(number)
    rest(frame, qtbot)
    page = frame.return_page
    assert page is not None
    assert page.tabs.isTabVisible(5)
    frame.menus.do("what-if")
    rest(frame, qtbot)
    view = page.what_if
    QAbstractItemModelTester(view.lines)
    assert page.stack.currentWidget() is view
    assert "not an instruction" in view.note.text()
    assert view.verdict.text().startswith("The least that brings ratio and cover back: HK$ 0.01")
    assert view.table.proxy.index(0, 2).data() == "0.01"
    view.table.setFocus()
    view.table.setCurrentIndex(view.table.proxy.index(0, 2))
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = view.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.table.proxy.index(0, 3).data() == "5.00")
    assert view.facts.proxy.index(1, 2).data() == "4.99"
    assert view.found is not None
    assert view.found.typed
    view.lines.setData(view.lines.index(0, 2), "99")
    assert "nly 20.01 units" in view.notice.message.text()
    assert view.table.proxy.index(0, 2).data() == "5"
    view.lines.setData(view.lines.index(0, 2), "0")
    assert view.verdict.text() == "With HK$ 0.00 moved, the ratio is still too low."
    view.lightest.click()
    assert view.table.proxy.index(0, 2).data() == "0.01"
    view.export_to(tmp_path / "w.txt")
    rest(frame, qtbot)
    assert "0.01" in (tmp_path / "w.txt").read_text(encoding="utf-8")
    assert get_return(desk, number).head == head


def test_a_finding_of_the_ratio_and_a_chart_lead_there(
    desk: Desk, frame: MainWindow, qtbot: QtBot
) -> None:
    number = fill(desk)
    drafts.add_row(desk, number, "DailyPositions/DailyPosition")
    day = "DailyPositions/DailyPosition[1]"
    for key, value in (
        ("Date", "2026-10-31"),
        ("ColdHkd", "900"),
        ("HotHkd", "100"),
        ("OtherHkd", "0"),
    ):
        drafts.set_value(desk, number, f"{day}/{key}", value)
    frame.open_return(number)
    rest(frame, qtbot)
    page = frame.return_page
    assert page is not None
    bar = page.editor.findChild(HintBar)
    assert bar is not None
    bar.show_finding(Finding("CWR-007", Severity.BLOCKING, "x"))
    assert bar.isHidden()
    bar.show_finding(Finding("CWR-001", Severity.BLOCKING, "x"))
    assert not bar.calculate.isHidden()
    bar.show_finding(Finding("CWR-001", Severity.BLOCKING, "x", path=f"{day}/ColdHkd"))
    assert bar.isHidden(), "no transfer changes a day that has passed"
    bar.show_finding(Finding("XR-003", Severity.BLOCKING, "x", path=f"{day}/IncidentReference"))
    assert not bar.report.isHidden()
    bar.show_finding(Finding("CWR-001", Severity.BLOCKING, "x"))
    bar.calculate.click()
    rest(frame, qtbot)
    assert page.stack.currentWidget() is page.what_if
    page.show_view("form")
    frame.show_page("home")
    frame.pages["home"].reload()
    rest(frame, qtbot)
    cards = frame.pages["home"].charts.cards  # type: ignore[attr-defined]
    card = next(card for card in cards if card.picture.chart.id == "cold-ratio")
    card.ask.click()
    rest(frame, qtbot)
    assert frame.current_return() is page
    assert page.stack.currentWidget() is page.what_if


def test_without_figures_it_says_what_is_missing(
    desk: Desk, frame: MainWindow, qtbot: QtBot
) -> None:
    number = new_return(desk, "CWR", "2026-10").id
    frame.open_return(number, "what-if")
    rest(frame, qtbot)
    page = frame.return_page
    assert page is not None
    assert page.what_if.filled.isHidden()
    assert "split by asset is empty" in page.what_if.empty.text.text()


def test_another_return_has_no_such_page(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    window.open_return(record.id)
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    assert not page.tabs.isTabVisible(5)
    window.menus.do("what-if")
    assert page.stack.currentWidget() is page.editor
    assert "cold-wallet return" in page.notice.message.text()


def test_amounts_far_beyond_binary_numbers_stay_exact() -> None:
    asset = Asset(
        "X", Decimal(0), Decimal("12345678901234567890.123456789012345678"), Decimal(0),
        Decimal(0), Decimal("99"), Decimal(0), Decimal("1"), 18,
    )  # fmt: skip
    position = Position((asset,), Held(), Limits(Decimal(98), Decimal(50), Decimal(100)))
    assert position.assets[0].worth(asset.hot) == Decimal("99")
