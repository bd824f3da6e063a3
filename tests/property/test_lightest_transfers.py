"""The lightest transfers against a solver that tries everything, in fractions, written from the rules."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.whatif import (
    COVER,
    RATIO,
    UNITS,
    VALUE,
    Asset,
    Held,
    Limits,
    Position,
    lightest,
    standing,
    value_moved,
)

F = Fraction
D = Decimal


@st.composite
def assets(draw: st.DrawFn, number: int) -> Asset:
    decimals = draw(st.sampled_from([0, 1]))
    step = D(1).scaleb(-decimals)
    price = D(draw(st.sampled_from(["0.01", "0.1", "3", "7.25", "0.333", "12.345"])))
    hot = draw(st.integers(0, 5)) * step
    cold, other = draw(st.integers(0, 60)) * step, draw(st.integers(0, 1)) * step
    if draw(st.integers(0, 5)) == 0:
        hot += step / 4  # more decimals than the asset has
    cents = [(quantity * price).quantize(D("0.01")) for quantity in (cold, hot, other)]
    return Asset(f"A{number}", cold, hot, other, *cents, price, decimals)


@st.composite
def positions(draw: st.DrawFn) -> Position:
    found = tuple(draw(assets(number)) for number in range(draw(st.integers(1, 3))))
    total = sum((a.cold_hkd + a.hot_hkd + a.other_hkd for a in found), D(0))
    shares = st.sampled_from(["0", "0.02", "0.1", "0.3", "0.5", "0.6", "1"])
    held = Held(*((total * D(draw(shares))).quantize(D("0.01")) for _ in range(3)))
    limits = Limits(
        D(draw(st.sampled_from(["98", "90", "95.5"]))),
        D(draw(st.sampled_from(["50", "0", "80"]))),
        D(draw(st.sampled_from(["100", "50", "0"]))),
        draw(st.sampled_from([VALUE, UNITS])),
    )
    return Position(found, held, limits)


def quantities(asset: Asset) -> Iterator[Decimal]:
    """Everything that can be moved of an asset: multiples of its step, and all of it."""
    count = int(asset.hot / asset.step)
    yield from (number * asset.step for number in range(count + 1))
    if count * asset.step != asset.hot:
        yield asset.hot


def worth(asset: Asset, units: Decimal) -> Fraction:
    assert asset.price is not None
    return min(F(F(units) * F(asset.price) * 100 // 1, 100), F(asset.hot_hkd))


def ratio_kept(position: Position, moved: tuple[Decimal, ...]) -> bool:
    limits = position.limits
    least = F(limits.cold_minimum)
    if limits.basis == UNITS:
        return all(
            100 * (F(a.cold) + F(q)) >= least * (F(a.cold) + F(a.hot) + F(a.other))
            for a, q in zip(position.assets, moved, strict=True)
        )
    value = sum((worth(a, q) for a, q in zip(position.assets, moved, strict=True)), F(0))
    cold = sum((F(a.cold_hkd) for a in position.assets), F(0))
    total = sum((F(a.cold_hkd) + F(a.hot_hkd) + F(a.other_hkd) for a in position.assets), F(0))
    return 100 * (cold + value) >= least * total


def cover_kept(position: Position, value: Fraction) -> bool:
    """CWR-004 hot, CWR-004 cold and CWR-005 as the pack writes them."""
    limits, held = position.limits, position.held
    hot = sum((F(a.hot_hkd) + F(a.other_hkd) for a in position.assets), F(0)) - value
    cold = sum((F(a.cold_hkd) for a in position.assets), F(0)) + value
    need_hot, need_cold = F(limits.cover_hot_other) * hot / 100, F(limits.cover_cold) * cold / 100
    used = max(F(0), need_hot - F(held.hot_other))
    return (
        F(held.hot_other) + F(held.both) >= need_hot
        and F(held.cold) + max(F(0), F(held.both) - used) >= need_cold
        and F(held.total) >= need_hot + need_cold
    )


@settings(max_examples=400, deadline=None)
@given(position=positions())
def test_no_choice_is_lighter_and_what_cannot_be_is_said(position: Position) -> None:
    plan = lightest(position)
    moved = tuple(plan.moves.get(asset.id, D(0)) for asset in position.assets)
    value = sum((worth(a, q) for a, q in zip(position.assets, moved, strict=True)), F(0))
    assert plan.proven
    assert F(value_moved(position, plan.moves)) == value
    assert all(0 <= q <= a.hot for a, q in zip(position.assets, moved, strict=True))
    assert all(q == a.hot or q % a.step == 0 for a, q in zip(position.assets, moved, strict=True))
    whole, ratio_alone = None, None
    for choice in itertools.product(*(list(quantities(a)) for a in position.assets)):
        if not ratio_kept(position, choice):
            continue
        total = sum((worth(a, q) for a, q in zip(position.assets, choice, strict=True)), F(0))
        ratio_alone = total if ratio_alone is None else min(total, ratio_alone)
        if cover_kept(position, total):
            whole = total if whole is None else min(total, whole)
    assert (RATIO in plan.unmet) is (ratio_alone is None)
    if RATIO not in plan.unmet:
        assert (COVER in plan.unmet) is (whole is None)
        assert value == (ratio_alone if whole is None else whole)
    now = standing(position, value_moved(position, plan.moves))
    assert now.covered is cover_kept(position, value)


SIZES = st.decimals(0, 10**6, places=8)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(SIZES, SIZES, st.decimals("0.01", 10**6, places=6)), min_size=1, max_size=6),
    st.sampled_from([VALUE, UNITS]),
)
def test_with_usual_decimals_not_one_cent_too_much_is_moved(
    rows: list[tuple[Decimal, Decimal, Decimal]], basis: str
) -> None:
    """Where every cent can be met the value moved is the least that the formula allows."""
    found = tuple(
        Asset(
            str(number),
            cold,
            hot,
            D(0),
            (cold * price).quantize(D("0.01")),
            (hot * price).quantize(D("0.01")),
            D(0),
            price,
            8,
        )
        for number, (cold, hot, price) in enumerate(rows)
    )
    everything = Held(both=D(10) ** 20)
    position = Position(found, everything, Limits(D(98), D(50), D(100), basis))
    plan = lightest(position)
    if RATIO in plan.unmet:
        return
    if basis == VALUE:
        cold, warm = position.cold_hkd, position.warm_hkd
        short = F(98) * F(cold + warm) / 100 - F(cold)
        assert value_moved(position, plan.moves) == max(D(0), D(-(-short * 100 // 1)) / 100)
    else:
        for asset in found:
            units = plan.moves.get(asset.id, D(0))
            total = F(asset.cold + asset.hot)
            assert 100 * (F(asset.cold) + F(units)) >= 98 * total
            if units and units != asset.hot:
                assert 100 * (F(asset.cold) + F(units - asset.step)) < 98 * total
