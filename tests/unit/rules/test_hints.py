"""Hints: every slip that can be made is found again, and none is told that would not mend the rule."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from rules_world import DAY, SCHEMA, outcomes, rule, wallets

from app.domain.hints import UNITS, Hint, Repair, Slip, sentence, slips
from app.domain.memory import Content, MemoryRows
from app.domain.rule import Rule
from app.rules.engine import prepare
from app.rules.program import Program
from app.rules.repairs import Repairs
from app.rules.tree import Tree

AMOUNTS = st.decimals(
    min_value=-(10**24), max_value=10**24, allow_nan=False, allow_infinity=False, places=2
).filter(bool)


@given(AMOUNTS, st.data())
def test_two_swapped_digits_are_found_again(right: Decimal, data: st.DataObject) -> None:
    sign, digits, exponent = right.as_tuple()
    place = data.draw(st.integers(0, max(0, len(digits) - 2)))
    changed = list(digits)
    changed[place : place + 2] = reversed(changed[place : place + 2])
    wrong = Decimal((sign, tuple(changed), int(exponent)))
    found = {item.value for item in slips(wrong, wrong - right) if item.slip is Slip.DIGITS}
    assert (right in found) == (wrong != right)


@given(AMOUNTS, st.sampled_from(UNITS), st.booleans())
def test_a_wrong_unit_is_found_again(right: Decimal, power: int, up: bool) -> None:
    wrong = right.scaleb(power if up else -power)
    for difference in (wrong - right, right - wrong):
        found = {item.value: item.power for item in slips(wrong, difference)}
        assert abs(found[right]) == power


@given(AMOUNTS)
def test_a_wrong_sign_is_found_again(right: Decimal) -> None:
    assert Repair(Slip.SIGN, right) in set(slips(-right, -2 * right))


@given(AMOUNTS, AMOUNTS)
def test_a_slip_moves_the_figure_by_the_difference_and_by_nothing_else(
    value: Decimal, difference: Decimal
) -> None:
    for item in slips(value, difference):
        assert abs(item.value - value) == abs(difference)
        if item.slip is Slip.DIGITS:
            assert sorted(item.value.as_tuple().digits) == sorted(value.as_tuple().digits)
            assert difference.scaleb(2) % 9 == 0


SUM = rule(
    scope="Wallets/Wallet",
    at="Cold",
    left="Cold",
    right="sum(Balances/Balance/Value) - Hot",
)


def hinted(one: Rule, content: Content) -> dict[str, tuple[Hint, ...]]:
    """The hints for every breach of a rule."""
    paths = {item.path for item in outcomes(one, content)}
    rows = MemoryRows.of(SCHEMA, content)
    repairs = Repairs(SCHEMA, {}, Tree(SCHEMA, rows))
    found: dict[str, tuple[Hint, ...]] = {}
    for _, program in prepare([one], SCHEMA, day=DAY, values={}):
        assert isinstance(program, Program)
        found |= repairs.of(program, paths)
    assert [item.path for item in outcomes(one, content)] == sorted(paths)  # nothing was changed
    return found


def wallet(cold: str, hot: str, *values: str) -> Content:
    balances = [{"Value": value} for value in values]
    return {"Cold": cold, "Hot": hot, "Balances": {"Balance": balances}}


def test_swapped_digits_deep_in_a_table_are_named() -> None:
    many = ["1.00"] * 30
    content = wallets(wallet("1820.00", "0", "1250.00", "270.00", *many))
    found = hinted(SUM, content)["Wallets/Wallet[1]/Cold"]
    assert [(item.slip, item.path, item.old, item.new) for item in found] == [
        (Slip.DIGITS, "Wallets/Wallet[1]/Balances/Balance[1]/Value", "1250", "1520")
    ]


def test_the_side_that_is_subtracted_moves_the_other_way() -> None:
    found = hinted(SUM, wallets(wallet("80.00", "-20.00", "100.00")))["Wallets/Wallet[1]/Cold"]
    assert [(item.slip, item.path, item.new) for item in found] == [
        (Slip.SIGN, "Wallets/Wallet[1]/Hot", "20")
    ]


def test_a_unit_is_named_inside_a_product_too() -> None:
    product = rule(
        scope="Wallets/Wallet/Balances/Balance", at="Value", left="Value", right="Qty * ../../Cold"
    )
    content = wallets(
        {"Cold": "2000", "Hot": "0", "Balances": {"Balance": [{"Qty": "3", "Value": "6"}]}}
    )
    found = hinted(product, content)["Wallets/Wallet[1]/Balances/Balance[1]/Value"]
    assert {(item.slip, item.path.rpartition("/")[2], item.new) for item in found} == {
        (Slip.UNIT, "Value", "6000"),
        (Slip.UNIT, "Qty", "0.003"),
        (Slip.UNIT, "Cold", "2"),
    }


def test_where_few_figures_take_part_each_is_told_with_what_it_would_have_to_be() -> None:
    found = hinted(SUM, wallets(wallet("70.00", "1.00", "100.00")))["Wallets/Wallet[1]/Cold"]
    assert {(item.path.rpartition("/")[2], item.new) for item in found} == {
        ("Cold", "99"),
        ("Hot", "30"),
        ("Value", "71"),
    }
    words = sentence(found[:2], "en", {found[0].path: "Cold"})
    assert words.startswith("It would agree with ")
    assert " in Cold. Or with " in words


def test_an_inequality_has_no_hint() -> None:
    least = rule(at="Total", left="Total", operator="ge", right="100")
    assert hinted(least, {"Total": "10", "Header": {}, "Wallets": {}, "Splits": {}}) == {}
