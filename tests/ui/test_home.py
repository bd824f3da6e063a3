"""Home: dense rows under their deadlines, a calendar of them, and the figures at one glance."""

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.chart import Chart, Headroom, Series
from app.domain.states import State
from app.services.charts import Picture, Point
from app.services.desk import Desk
from app.services.obligations import Obligation
from app.services.returns import new_return
from app.ui.main_window import MainWindow
from app.ui.pages.base import Place
from app.ui.pages.due_calendar import DaysModel, DueCalendar
from app.ui.pages.due_list import DueHead, DueList
from app.ui.pages.standing import Tile
from app.ui.widgets.halves import Halves

TODAY = date(2026, 11, 20)


def owed(
    kind: str, due: date | None, state: State | None, sure: str = "LAW", period: str = "2026-10"
) -> Obligation:
    number = f"{kind}-1" if state else None
    return Obligation(kind, period, "p", {"en": kind}, due, None, sure, number, state)


OWED = [
    owed("CAR", date(2026, 11, 14), State.SIGNED),
    owed("SCR", date(2026, 11, 14), State.DRAFT, "HOUSE"),
    owed("FRS", date(2026, 11, 21), None),
    owed("CWR", date(2026, 10, 14), State.FILED, period="2026-09"),
]


def test_rows_stand_under_their_deadline_and_one_button_is_the_primary_one(qtbot: QtBot) -> None:
    places: list[Any] = []
    shown = DueList(places.append, primary=True)
    qtbot.addWidget(shown)
    shown.show_items(OWED[:3], TODAY, "en")
    assert len(shown.findChildren(DueHead)) == 2
    assert [line.button.property("role") for line in shown.rows] == ["primary", "link", "link"]
    assert shown.rows[0].button.accessibleName() == "Record receipt: CAR, 2026-10"
    for line in shown.rows:
        line.button.click()
    assert places == [
        Place("return", "CAR-1"), Place("return", "SCR-1"), Place("new", view="FRS 2026-10"),
    ]  # fmt: skip


def test_the_calendar_tells_what_is_due_and_is_walked_by_key(
    qtbot: QtBot, qtmodeltester: Any
) -> None:
    model = DaysModel()
    qtmodeltester.check(model)
    model.show_month(OWED, date(2026, 11, 1), TODAY)
    qtmodeltester.check(model)
    late = model.place(date(2026, 11, 14))
    assert late.data() == "14 · 2 due"
    words = late.data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("14 November 2026, CAR October 2026 (Signed, not yet filed)")
    assert not model.place(date(2026, 12, 14)).isValid()

    shown = DueCalendar(lambda place: None)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_owed(OWED, TODAY, "en")
    assert shown.day == date(2026, 11, 14)
    assert len(shown.list.rows) == 2
    for key in [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down]:
        qtbot.keyClick(shown.view, key)
    assert shown.day == date(2026, 12, 6)
    assert shown.view.accessibleName() == "Deadlines of December 2026"
    assert shown.list.isHidden()
    shown.back.click()
    assert shown.day == date(2026, 11, 1)


def test_a_tile_says_the_figure_and_how_far_the_limit_is(qtbot: QtBot) -> None:
    room = Headroom(
        "x", "HKD", {"en": "{amount} until the limit: so much"}, {"en": "{amount} below"}
    )
    chart = Chart(
        "c", "%", {"en": "Cold"}, (Series("v", "v", {"en": "V"}),), "", "LAW", headroom=room
    )
    for headroom, words in ((Decimal("1234567.5"), "HK$ 1.2 m until the limit"),
                            (Decimal("-1200.01"), "HK$ 1.3 k below")):  # fmt: skip
        point = Point(TODAY, "2026-11", "x", State.DRAFT, (Decimal("98.01"),), headroom)
        tile = Tile(Picture("CWR", chart, (point,)), "en")
        qtbot.addWidget(tile)
        assert tile.value.text() == "98.01 %"
        assert tile.room.text() == words
        assert (tile.room.property("role") == "blocking") is (headroom < 0)
        assert words in tile.accessibleName()


def test_halves_fold_where_there_is_no_room(qtbot: QtBot) -> None:
    left, right = QWidget(), QWidget()
    halves = Halves(left, right)
    qtbot.addWidget(halves)
    halves.show()
    for width, beside in ((1200, True), (500, False), (1200, True)):
        halves.resize(width, 300)
        qtbot.waitUntil(lambda beside=beside: (left.y() == right.y()) is beside)  # type: ignore[misc]


def test_list_and_calendar_take_turns(window: MainWindow, ledger: Desk, qtbot: QtBot) -> None:
    new_return(ledger, "LEDGER", "2026-10")
    home: Any = window.pages["home"]
    home.renew()
    rest(window, qtbot)
    assert home.due.isVisible()
    home.as_calendar.setFocus()
    qtbot.keyClick(home.as_calendar, Qt.Key.Key_Return)
    assert home.days.isVisible()
    assert not home.due.isVisible()
    assert window.navigation.firm.text()
    qtbot.mouseClick(window.search, Qt.MouseButton.LeftButton)
    assert window.commands is not None
    window.commands.reject()
