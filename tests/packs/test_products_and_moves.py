"""Premiums, track records, moves and client money, on drawn figures, against a second working."""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from hypothesis import given, settings
from hypothesis import strategies as st
from pack_cases import bench

from app.rules.engine import Outcome
from app.services.examplerows import Change, changed_rows

PRODUCT = "TokenisedProducts/TokenisedProduct[1]"
TOKEN = "Tokens/Token[3]"
LAST_DAY = date(2026, 10, 31)
prices = st.integers(1, 10**6) | st.integers(1, 10**15)


def said(
    pack_id: str, rule: str, values: dict[str, str], before: dict[str, str] | None = None
) -> list[Outcome]:
    """What one rule says of the example return with some values changed."""
    cases = bench(pack_id)
    rows = changed_rows(cases.pack, cases.base(), Change(values))
    companions = {} if before is None else {"before": {"pack": pack_id, "set": before}}
    return cases.outcomes(rows, {}, companions, only=rule)


def away_from_zero(value: Fraction) -> Fraction:
    """To two decimals, the next figure away from zero."""
    size = Fraction(ceil(abs(value) * 100), 100)
    return -size if value < 0 else size


@settings(max_examples=60, deadline=None)
@given(nav=prices, move=st.integers(-300, 300), fine=st.integers(-2, 2))
def test_the_premium_is_decided_on_the_prices_and_not_on_the_rounded_figure(
    nav: int, move: int, fine: int
) -> None:
    close = max(0, nav + nav * move // 10000 + fine)
    premium = Fraction(10000 * (close - nav), nav)
    shown = away_from_zero(premium)
    values = {
        f"{PRODUCT}/LastNav": f"{nav}.00",
        f"{PRODUCT}/ClosePrice": str(close),
        f"{PRODUCT}/PremiumBps": f"{int(shown * 100)}",
    }
    assert bool(said("pts-1.0", "PTS-011", values)) is (abs(premium) > 100)
    wrong = said("pts-1.0", "PTS-108", values)
    if shown:
        assert Fraction(wrong[0].right or "") == shown
    values[f"{PRODUCT}/PremiumBps"] = money(int(shown * 100))
    assert said("pts-1.0", "PTS-108", values) == []


@settings(max_examples=60, deadline=None)
@given(days=st.integers(300, 800))
def test_twelve_months_are_counted_by_the_calendar(days: int) -> None:
    issued = LAST_DAY - timedelta(days)
    values = {
        f"{TOKEN}/OpenToRetail": "true",
        f"{TOKEN}/SfcCaseReference": "SFC-1",
        f"{TOKEN}/FirstIssued": issued.isoformat(),
    }
    young = issued > date(LAST_DAY.year - 1, LAST_DAY.month, LAST_DAY.day)
    assert bool(said("pts-1.0", "PTS-002", values)) is young


@settings(max_examples=60, deadline=None)
@given(earlier=st.integers(0, 10**30), share=st.integers(60, 140), fine=st.integers(-1, 1))
def test_a_move_of_exactly_thirty_per_cent_needs_no_explanation(
    earlier: int, share: int, fine: int
) -> None:
    now = max(0, earlier * share // 100 + fine)
    quantity = "AssetPositions/AssetPosition[2]/ClientLiabilityQty"
    found = said("car-1.0", "CAR-016", {quantity: units(now)}, {quantity: units(earlier)})
    moved = [each for each in found if each.rule.part == "asset"]
    assert bool(moved) is (100 * abs(now - earlier) > 30 * earlier)


def units(count: int) -> str:
    """So many units of the eighteenth decimal."""
    whole, rest = divmod(count, 10**18)
    return f"{whole}.{rest:018d}"


@settings(max_examples=60, deadline=None)
@given(cents=st.integers(-(10**9), 10**12), rate=st.integers(1, 10**9), off=st.integers(-4, 4))
def test_client_money_adds_up_at_its_rates_to_half_a_cent_an_account(
    cents: int, rate: int, off: int
) -> None:
    account = "ClientMoney/Account[3]"
    exact = cents * rate  # in cents, eight decimals more
    size, sign = abs(exact), 1 if exact >= 0 else -1
    converted = sign * ((2 * size + 10**8) // (2 * 10**8))
    total = 135_000_050 + converted + off
    values = {
        f"{account}/BankBalance": money(cents),
        f"{account}/FxRate": f"{rate // 10**8}.{rate % 10**8:08d}",
        "Totals/ClientMoneyHkd": money(total),
    }
    found = [each for each in said("car-1.0", "CAR-103", values) if each.rule.part == "total"]
    assert bool(found) is (2 * abs(off) > 3)


def money(cents: int) -> str:
    """Cents as an amount."""
    sign, size = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{size // 100}.{size % 100:02d}"
