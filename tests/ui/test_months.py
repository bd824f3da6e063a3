"""The month strip: one sign for each return, late ones told by shape and words, opened by key."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.states import State
from app.services.desk import Desk
from app.services.obligations import Obligation
from app.services.returns import new_return
from app.ui.main_window import MainWindow
from app.ui.pages.month_strip import MonthModel, MonthStrip, cells_of

TODAY = date(2026, 11, 20)


def owed(
    period: str, state: State | None, due: date | None = None, kind: str = "CAR"
) -> Obligation:
    return Obligation(kind, period, "p", {}, due, None, None, "x" if state else None, state)


def test_signs_and_words(qtmodeltester: Any, qapp: object) -> None:
    model = MonthModel()
    qtmodeltester.check(model)
    items = [
        owed("2026-09", State.FILED, date(2026, 10, 14)),
        owed("2026-10", State.SIGNED, date(2026, 11, 14)),
        owed("2026-11", None, date(2026, 12, 14)),
        owed("2025-12", State.FILED),
        owed("2026-03", State.VOIDED, kind="CWR"),
        owed("2026-10", State.FILED, kind="INC"),
        owed("2026-10", State.DRAFT, kind="INC"),
    ]
    model.show_year(items, 2026, TODAY)
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (3, 12)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 8).data(role) == "CAR, September 2026: Filed"
    late = model.index(0, 9)
    assert late.data(role) == (
        "CAR, October 2026: Signed, not yet filed · due 14 November 2026 · 6 days overdue"
    )
    sign, plain = (
        index.data(Qt.ItemDataRole.DecorationRole) for index in (late, model.index(0, 8))
    )
    assert sign.width() > plain.width()  # the second sign is the clock
    assert model.index(0, 10).data(role).startswith("CAR, November 2026: Not begun")
    assert model.index(0, 0).data(role) == "CAR, January 2026: nothing here"
    assert model.index(1, 2).data(role) == "CWR, March 2026: Voided"
    assert model.index(2, 9).data() == "2"
    assert model.index(2, 9).data(role) == "INC, October 2026: 2 returns · Draft"


def test_what_was_replaced_gives_way() -> None:
    items = [owed("2026-09", State.CORRECTED), owed("2026-09", State.SIGNED)]
    cell = cells_of(items, 2026)["CAR", 9]
    assert [item.state for item in cell.items] == [State.SIGNED]


def test_enter_opens_the_return(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    home = window.pages["home"]
    home.renew()
    rest(window, qtbot)
    months = home.months  # type: ignore[attr-defined]
    strip: MonthStrip = months.strip
    assert months.year == 2026
    assert strip.accessibleName() == "Returns of 2026, by month; Enter opens"
    strip.setCurrentIndex(strip.months.index(0, 0))
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert window.return_page is None
    for _ in range(9):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    rest(window, qtbot)
    assert window.return_page is not None
    assert window.return_page.return_id == record.id
