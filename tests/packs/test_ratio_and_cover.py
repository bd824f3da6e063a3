"""The cold ratio and the cover, on drawn figures, against a second working in whole cents."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from pack_cases import base_rows, outcomes, pack

from app.domain.memory import MemoryRows
from app.domain.tree import Row

FIRST = date(2026, 10, 1)
CWR = pack("cwr-1.0")
cents = st.one_of(st.integers(0, 10_000), st.integers(0, 10**15))


@dataclass(frozen=True)
class Day:
    """Figures of one day, in cents."""

    cold: int
    hot: int
    other: int
    staked: int


@dataclass(frozen=True)
class Cover:
    """One arrangement; limits in cents, dates as days after the first of the month."""

    scope: str
    limit: int
    deductible: int
    start: int
    end: int | None

    def on_first(self) -> int:
        """What it pays on the first of the month."""
        in_force = self.start <= 0 and (self.end is None or self.end >= 0)
        return max(0, self.limit - self.deductible) if in_force else 0


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Days near the limit of 98 % as often as anywhere."""
    total = draw(cents)
    near = (98 * total) // 100 + draw(st.integers(-1, 2))
    cold = draw(st.one_of(st.integers(0, total), st.just(min(total, max(0, near)))))
    hot = draw(st.integers(0, total - cold))
    return Day(cold, hot, total - cold - hot, draw(st.integers(0, cold)))


covers = st.builds(
    Cover,
    st.sampled_from(["COLD", "HOT_OTHER", "BOTH"]),
    cents,
    cents,
    st.integers(-3, 1),
    st.none() | st.integers(-3, 3),
)


def money(amount: int) -> str:
    """Cents as an amount with two decimals."""
    return f"{amount // 100}.{amount % 100:02d}"


def return_with(day: Day, held: list[Cover]) -> MemoryRows:
    """The base return with one first day and these arrangements alone."""
    rows = MemoryRows(_replace(row, day) for row in BASE)
    parent = next(iter(rows.all_of("Covers")))
    node = CWR.schema.node("Covers/Cover")
    for number, cover in enumerate(held):
        values = {
            "CoverId": f"C{number}",
            "LimitHkd": money(cover.limit),
            "DeductibleHkd": money(cover.deductible),
            "Scope": cover.scope,
            "StartDate": str(FIRST + timedelta(cover.start)),
            "EndDate": None if cover.end is None else str(FIRST + timedelta(cover.end)),
        }
        rows.add(parent.id, node.path, tuple(values.get(item.key) for item in node.fields))
    return rows


def _kept(rows: MemoryRows, parent: int | None = None) -> list[Row]:
    return [
        row
        for child in rows.children(parent)
        if child.node != "Covers/Cover"
        for row in (child, *_kept(rows, child.id))
    ]


BASE = _kept(base_rows(CWR))


def _replace(row: Row, day: Day) -> Row:
    node = CWR.schema.node(row.node)
    if row.node != "DailyPositions/DailyPosition" or row.values[node.index["Date"]] != str(FIRST):
        return row
    fresh = {
        "ColdHkd": money(day.cold),
        "HotHkd": money(day.hot),
        "OtherHkd": money(day.other),
        "StakedColdHkd": money(day.staked),
    }
    values = (
        fresh.get(item.key, value) for item, value in zip(node.fields, row.values, strict=True)
    )
    return Row(row.id, row.parent, row.node, row.order, tuple(values))


def broken(rule: str, rows: MemoryRows, staked_as: str) -> set[str]:
    """Parts of a rule that speak on the first day."""
    found = outcomes(CWR, rows, {"staked_as": staked_as}, only=rule)
    return {o.rule.part for o in found if o.path.startswith("DailyPositions/DailyPosition[1]/")}


@settings(max_examples=60, deadline=None)
@given(days(), st.sampled_from(["cold", "other"]))
def test_the_cold_ratio_is_decided_to_the_cent(day: Day, staked_as: str) -> None:
    cold = day.cold - (day.staked if staked_as == "other" else 0)
    total = day.cold + day.hot + day.other
    too_little = cold * 100 < total * 98
    warning = not too_little and total > 0 and cold * 10000 < total * 9825
    rows = return_with(day, [])
    assert broken("CWR-001", rows, staked_as) == ({"day"} if too_little else set())
    assert broken("CWR-003", rows, staked_as) == ({"day"} if warning else set())


@settings(max_examples=60, deadline=None)
@given(days(), st.lists(covers, max_size=4), st.sampled_from(["cold", "other"]))
def test_cover_is_enough_exactly_when_it_can_be_shared_out(
    day: Day, held: list[Cover], staked_as: str
) -> None:
    moved = day.staked if staked_as == "other" else 0
    cold, hot = day.cold - moved, day.hot + day.other + moved
    for_cold, for_hot, for_both = (
        sum(cover.on_first() for cover in held if cover.scope == scope)
        for scope in ("COLD", "HOT_OTHER", "BOTH")
    )
    # Of the cover for both, what hot needs and what half of cold needs have to fit side by side.
    hot_needs = max(0, hot - for_hot)
    twice_cold_needs = max(0, cold - 2 * for_cold)
    enough = 2 * hot_needs + twice_cold_needs <= 2 * for_both
    together = 2 * (for_cold + for_hot + for_both) >= cold + 2 * hot
    rows = return_with(day, held)
    assert (broken("CWR-004", rows, staked_as) == set()) is enough
    assert (broken("CWR-005", rows, staked_as) == set()) is together
