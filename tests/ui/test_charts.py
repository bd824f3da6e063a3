"""Charts in the window: the picture, its table with the same figures, its words and its files."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.chart import Chart, Headroom, Series
from app.domain.states import State
from app.services import drafts, returns
from app.services.charts import Picture, Point
from app.services.desk import Desk
from app.ui.charts.board import worth_drawing
from app.ui.charts.card import ChartCard
from app.ui.charts.words import exact, room_words, short
from app.ui.look import Look

RATIO = Chart(
    "ratio",
    "%",
    {"en": "Cold ratio", "zh-Hant": "冷儲存比率"},
    (
        Series("ratio", "1", {"en": "Cold"}),
        Series("limit", "98", {"en": "Required"}, "limit"),
    ),
    "VG 10.6(c)",
    "LAW",
    rows="Day",
    headroom=Headroom("1", "HKD", {"en": "{amount} until the limit"}, {"en": "{amount} short"}),
)


def picture(*rooms: str) -> Picture:
    points = []
    for number, room in enumerate(rooms):
        day = date(2026, 9, 30) + timedelta(days=number)
        state = State.FILED if day.month == 9 else State.DRAFT
        values = (Decimal("98.1234") + number, Decimal(98))
        points.append(Point(day, f"{day:%Y-%m}", "x", state, values, Decimal(room)))
    return Picture("CWR", RATIO, tuple(points))


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[ChartCard]:
    look = Look()
    look.set_language("en")
    saved: list[Path] = []
    result = ChartCard(picture("5000000.01", "-0.01", "1299999.99"), "en", saved.append, _fail)
    qtbot.addWidget(result)
    result.resize(600, 500)
    result.show()
    yield result
    look.set_language("en")


def _fail(error: BaseException) -> None:
    raise error


def test_amounts_are_rounded_towards_breach() -> None:
    assert short(Decimal("1299999.99"), "HKD") == "HK$ 1.2 m"
    assert short(Decimal("-1200000.01"), "HKD", up=True) == "HK$ 1.3 m"
    assert short(Decimal("0.009"), "HKD") == "HK$ 0.00"
    assert short(Decimal("-0.001"), "HKD", up=True) == "HK$ 0.01"
    assert short(Decimal("7000000000"), "HKD") == "HK$ 7.0 bn"
    assert exact(Decimal("1234567.80"), "HKD") == "HKD 1,234,567.8"
    assert exact(None) == "—"


def test_the_room_says_when_it_is_gone() -> None:
    found = picture("1299999.99", "-1")
    assert room_words(found, found.points[0], "en") == "HK$ 1.2 m until the limit"
    assert room_words(found, found.points[1], "zh-Hant") == "HK$ 1.00 short"


def test_the_table_is_one_key_away_and_has_the_same_figures(card: ChartCard, qtbot: QtBot) -> None:
    plot = card.plot
    assert plot is not None
    assert plot.accessibleName() == "Chart: Cold ratio"
    assert "Least room: 1 October 2026" in plot.accessibleDescription()
    assert card.readout.text().startswith("2 October 2026: Cold 100.1234 %")
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert "HKD -0.01" in card.readout.text()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert card.readout.text().startswith("30 September 2026")
    qtbot.keyClick(plot, Qt.Key.Key_T)
    assert card.stack.currentWidget() is card.table
    model = card.table.model()
    shown = [
        [model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())
    ]
    assert shown == [
        ["2026-10-02", "100.1234", "98", "1,299,999.99"],
        ["2026-10-01", "99.1234", "98", "-0.01"],
        ["2026-09-30", "98.1234", "98", "5,000,000.01"],
    ]
    qtbot.keyClick(card.table, Qt.Key.Key_Escape)
    assert card.stack.currentWidget() is plot


def test_by_month_the_tightest_day_stands(card: ChartCard, qtmodeltester: Any) -> None:
    card.months.click()
    assert card.plot is not None
    assert [point.day.day for point in card.plot.points] == [30, 1]
    assert card.table.model().rowCount() == 2
    old = card.plot
    card.months.click()
    old.draw()  # the theme may change before it is gone
    assert card.readout.text().startswith("2 October 2026")
    qtmodeltester.check(card.table.records)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_written_as_png_and_svg(card: ChartCard, tmp_path: Path, theme: str) -> None:
    look = Look()
    look.set_theme(theme)
    card.save_picture(tmp_path / "a.png")
    card.save_picture(tmp_path / "a.svg")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (2400, 1400)
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "Least room" in text
    assert "Cold ratio" in text
    look.set_theme("light")


def test_without_figures_a_sentence_says_what_to_do(qtbot: QtBot) -> None:
    empty = ChartCard(Picture("CWR", RATIO, ()), "en", lambda _: None, _fail)
    qtbot.addWidget(empty)
    assert empty.plot is None
    other = Picture("CAR", RATIO, ())
    full = picture("1")
    assert worth_drawing([Picture("CWR", RATIO, ()), full, other]) == [full, other]


def test_home_draws_what_a_return_has(desk: Desk, qtbot: QtBot) -> None:
    number = returns.new_return(desk, "CWR", "2026-10").id
    drafts.add_row(desk, number, "DailyPositions/DailyPosition")
    for name, text in {
        "Date": "2026-10-01", "ColdHkd": "985", "HotHkd": "15", "OtherHkd": "0",
    }.items():  # fmt: skip
        drafts.set_value(desk, number, f"DailyPositions/DailyPosition[1]/{name}", text)
    window = open_window(desk, qtbot)
    board = window.pages["home"].charts  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(board.cards), timeout=20_000)
    rest(window, qtbot)
    first = board.cards[0]
    assert first.picture.chart.id == "cold-ratio"
    assert "98.5 %" in first.readout.text()
    window.look.set_language("zh-Hant")
    rest(window, qtbot)
    assert board.cards[0].title.text().startswith("全部客戶資產")
    window.look.set_language("en")
    window.close()
