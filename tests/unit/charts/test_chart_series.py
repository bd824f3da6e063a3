"""The points of the pictures against whole-number arithmetic, and which return counts for a month."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chart import DAY, ROOM, read_charts
from app.domain.memory import MemoryRows
from app.domain.states import State
from app.domain.tomltable import PackError
from app.rules.series import compile_chart, points
from app.services import drafts, returns
from app.services.charts import Point, pictures, pictures_of
from app.services.desk import Desk
from app.services.packs import Pack, open_pack, shipped_packs
from app.store.returns import set_state

CWR = next(pack for pack in map(open_pack, shipped_packs()) if pack.manifest.return_type == "CWR")
CENTS = st.integers(min_value=0, max_value=10**22)


def ratio(pack: Pack, cold: int, hot: int, staked_as: str = "cold") -> dict[str, object]:
    chart = next(item for item in pack.charts if item.id == "cold-ratio")
    day = {
        "Date": "2026-10-05",
        "ColdHkd": str(Decimal(cold).scaleb(-2)),
        "HotHkd": str(Decimal(hot).scaleb(-2)),
        "OtherHkd": "0",
    }
    rows = MemoryRows.of(pack.schema, {"DailyPositions": {"DailyPosition": [day]}})
    values = {
        "cold_minimum": "98", "cold_early_warning": "98.25", "staked_as": staked_as,
    }  # fmt: skip
    found = points(compile_chart(chart, pack.schema, values), pack.schema, rows)
    return dict(found[0]) if found else {}


@given(cold=CENTS, hot=CENTS)
def test_ratio_and_room_are_cut_towards_breach(cold: int, hot: int) -> None:
    found = ratio(CWR, cold, hot)
    if cold + hot == 0:
        assert found == {}
        return
    assert found[DAY] == "2026-10-05"
    assert found["ratio"] == Decimal(cold * 1_000_000 // (cold + hot)).scaleb(-4)
    room = (100 * cold - 98 * (cold + hot)) // 100  # cents, rounded down
    assert found[ROOM] == Decimal(room).scaleb(-2)
    # What the room says may leave is no breach, and one cent more is one.
    if room >= 0:
        assert Fraction(cold - room, cold + hot) >= Fraction(98, 100)
        assert Fraction(cold - room - 1, cold + hot) < Fraction(98, 100)


def _begin(desk: Desk, period: str, cold: dict[str, str]) -> str:
    number = returns.new_return(desk, "CWR", period).id
    for place, (day, amount) in enumerate(cold.items(), 1):
        drafts.add_row(desk, number, "DailyPositions/DailyPosition")
        for name, text in {
            "Date": day, "ColdHkd": amount, "HotHkd": "2000000", "OtherHkd": "0",
        }.items():  # fmt: skip
            drafts.set_value(desk, number, f"DailyPositions/DailyPosition[{place}]/{name}", text)
    return number


def test_a_month_is_told_by_its_tightest_day(desk: Desk) -> None:
    number = _begin(
        desk, "2026-10", {"2026-10-02": "98000000.01", "2026-10-01": "97000000", "2026-10-03": ""}
    )
    ratio = next(item for item in pictures_of(desk, number) if item.chart.id == "cold-ratio")
    assert [point.day for point in ratio.points] == [date(2026, 10, 1), date(2026, 10, 2)]
    assert [point.headroom for point in ratio.points] == [Decimal("-20000"), Decimal(0)]
    (month,) = ratio.monthly()
    assert (month.day, month.state) == (date(2026, 10, 1), State.DRAFT)
    drafts.set_value(desk, number, "DailyPositions/DailyPosition[2]/ColdHkd", "100000000")
    again = next(item for item in pictures_of(desk, number) if item.chart.id == "cold-ratio")
    assert again.monthly()[0].headroom == Decimal(0)
    assert again.points[0].headroom == Decimal(40000)
    drafts.undo(desk, number)
    assert (
        next(item for item in pictures_of(desk, number) if item.chart.id == "cold-ratio") == ratio
    )


def test_a_voided_return_is_not_drawn(desk: Desk) -> None:
    first = _begin(desk, "2026-09", {"2026-09-01": "98000000"})
    second = _begin(desk, "2026-10", {"2026-10-01": "98000000"})
    with desk.workspace.write() as connection:
        set_state(connection, first, State.VOIDED)
    ratio = next(item for item in pictures(desk) if item.chart.id == "cold-ratio")
    assert {point.return_id for point in ratio.points} == {second}


def test_a_total_with_a_gap_is_no_total() -> None:
    point = Point(date(2026, 1, 1), "2026-01", "x", State.DRAFT, (Decimal(1), None))
    assert point.total is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (("[[chart]]\nid = 'a'\nunit = '%'\ntitle = { en = 'A' }\ncitation = ''\n"
         "certainty = 'HOUSE'"), "no series"),
        ("[[chart]]\nid = 'a'\nstyle = 'pie'", "“unit” is missing"),
    ],
)  # fmt: skip
def test_a_chart_that_is_wrong_is_refused(text: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        read_charts(text.encode(), "form/charts.toml")


def test_every_shipped_chart_compiles() -> None:
    for files in shipped_packs():
        pack = open_pack(files)
        values = {item.name: item.value for item in pack.parameters}
        values |= {item.name: item.default for item in pack.settings}
        for chart in pack.charts:
            assert compile_chart(chart, pack.schema, values).programs
