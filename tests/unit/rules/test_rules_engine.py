"""Rules decide exactly, point to the right field, and never fail silently."""

import locale
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from rules_world import outcomes, rule, wallets

from app.domain.finding import Severity
from app.domain.rule import Lowering
from app.rules import parser

RATIO = rule(
    at="Wallets/Wallet[1]/Cold",
    left="100 * sum(Wallets/Wallet/Cold)",
    operator="ge",
    right="$cold_minimum * (sum(Wallets/Wallet/Cold) + sum(Wallets/Wallet/Hot))",
    messages={
        "en": "{left} of {right}, {difference} off; {$cold_minimum} %.",
        "zh-Hant": "差 {difference}",
    },
)


def test_the_ratio_is_decided_by_the_last_cent() -> None:
    values = {"cold_minimum": "98"}
    assert outcomes(RATIO, wallets({"Cold": "980.00", "Hot": "20.00"}), values) == []
    (found,) = outcomes(RATIO, wallets({"Cold": "979.99", "Hot": "20.01"}), values)
    assert (found.left, found.right, found.difference) == ("97999", "98000", "-1")
    assert (found.path, found.key) == ("Wallets/Wallet[1]/Cold", "Cold")
    chinese = {"zh-Hant": "差 -1", "zh-Hans": "差 -1"}
    assert found.messages == {"en": "97,999 of 98,000, -1 off; 98 %.", **chinese}


BIG = "12345678901234567890.123456789012345678"


@pytest.mark.parametrize(
    "expression",
    [
        "Cold + Hot",
        "sum((Cold, Hot))",
        "sum(Cold | Hot)",
        "Cold * 1 + Hot",
        "abs(-Cold) + Hot",
        "max(Cold) + min(Hot)",
        "Cold div 1 + Hot",
        "p:round(Cold, 18) + Hot",
        "avg(Cold) + Hot",
        "sum(distinct-values((Cold, Hot)))",
        "for $a in Cold return $a + Hot",
        "(if (Cold > 1) then Cold else 0) + Hot",
        "xs:decimal(string(Cold)) + Hot",
        "sum(*[. = ../Cold]) + Hot",
    ],
)  # fmt: skip
def test_thirty_eight_digits_stay_exact(expression: str) -> None:
    body = wallets({"Cold": BIG, "Hot": "0.000000000000000001"})
    one = rule(scope="Wallets/Wallet", left=expression, right="Cold")
    (found,) = outcomes(one, body)
    assert found.left == "12345678901234567890.123456789012345679"
    assert found.difference == "0.000000000000000001"


@pytest.mark.parametrize("function", ["floor", "ceiling", "round"])
def test_rounding_is_exact_too(function: str) -> None:
    one = rule(scope="Wallets/Wallet", left=f"{function}(Cold)", right="0")
    (found,) = outcomes(one, wallets({"Cold": BIG}))
    assert found.left in ("12345678901234567890", "12345678901234567891")
    assert (found.left == "12345678901234567891") == (function == "ceiling")


def test_a_product_of_two_amounts_is_exact_and_a_longer_one_is_refused() -> None:
    one = rule(scope="Wallets/Wallet", left="Cold * Cold", right="0")
    (found,) = outcomes(one, wallets({"Cold": BIG}))
    assert Decimal(found.left or "") == Decimal(BIG) * Decimal(BIG)
    (refused,) = outcomes(
        rule(scope="Wallets/Wallet", left="Cold*Cold*Cold", right="0"), wallets({"Cold": BIG})
    )
    assert refused.code == "RULE-ERROR"
    assert "80 digits" in refused.messages["en"]


def test_a_quotient_has_eighty_digits() -> None:
    one = rule(scope="Wallets/Wallet", left="Cold div Hot", right="0", messages={"en": "{left}"})
    (found,) = outcomes(one, wallets({"Cold": "1", "Hot": "3"}))
    assert found.left == "0." + "3" * 80
    assert found.messages["en"] == "0." + "3" * 24 + "…"


def test_a_division_by_zero_is_a_blocking_finding_that_names_the_rule() -> None:
    one = rule(
        scope="Wallets/Wallet", left="Cold div Hot", right="1", severity=Severity.INFORMATION
    )
    found = outcomes(
        one,
        wallets({"Cold": "1", "Hot": "1"}, {"Cold": "1", "Hot": "0"}, {"Cold": "1", "Hot": "0"}),
    )
    assert [(o.code, o.severity, o.path) for o in found] == [
        ("RULE-ERROR", Severity.BLOCKING, "Wallets/Wallet[2]")
    ]
    assert "T-1" in found[0].messages["en"]
    assert "division by zero" in found[0].messages["en"]
    assert "2 rows" in found[0].messages["en"]


def test_when_guards_a_let_that_would_fail() -> None:
    one = rule(
        scope="Wallets/Wallet", let={"ratio": "Cold div Hot"}, when="Hot != 0",
        left="$ratio", operator="le", right="1",
    )  # fmt: skip
    found = outcomes(one, wallets({"Cold": "1", "Hot": "0"}, {"Cold": "3", "Hot": "2"}))
    assert [(o.path, o.left) for o in found] == [("Wallets/Wallet[2]", "1.5")]


def test_a_missing_operand_is_not_decided_and_wrong_text_is_skipped() -> None:
    one = rule(scope="Wallets/Wallet", at="Cold", left="Cold", right="Hot")
    rows = wallets(
        {"Cold": "1"}, {"Hot": "1"}, {"Cold": "x", "Hot": "1"}, {"Cold": "1", "Hot": "2"}
    )
    assert [o.path for o in outcomes(one, rows)] == ["Wallets/Wallet[4]/Cold"]


@pytest.mark.parametrize(
    ("operator", "tolerance", "breaks"),
    [
        ("eq", "0.01", False), ("eq", "0.009", True),
        ("ge", "0.01", False), ("ge", "0.009", True),
        ("le", "0", False), ("lt", "0", False), ("gt", "0", True),
        ("gt", "0.011", False), ("ne", "0.01", True), ("ne", "0.009", False),
        ("eq", "0.005 * count(../Wallet) + 0.005", False),
    ],
)  # fmt: skip
def test_tolerance(operator: str, tolerance: str, *, breaks: bool) -> None:
    one = rule(
        scope="Wallets/Wallet", left="Cold", operator=operator, right="Hot", tolerance=tolerance
    )
    assert bool(outcomes(one, wallets({"Cold": "1.00", "Hot": "1.01"}))) is breaks


def test_texts_and_dates_compare_as_text() -> None:
    one = rule(scope="Header", left="Start", operator="le", right="End")
    assert outcomes(one, {"Header": {"Start": "2026-10-01", "End": "2026-10-31"}}) == []
    (found,) = outcomes(one, {"Header": {"Start": "2026-11-01", "End": "2026-10-31"}})
    assert (found.left, found.right, found.difference) == ("2026-11-01", "2026-10-31", None)


def test_a_test_is_undecided_when_it_gives_nothing_but_asks_for_an_element_when_it_is_a_path() -> (
    None
):
    rows = wallets({"WalletId": "W1"}, {"Cold": "1"})
    assert outcomes(rule(scope="Wallets/Wallet", test="Cold eq 1"), rows) == []
    assert [o.path for o in outcomes(rule(scope="Wallets/Wallet", test="Cold = 1"), rows)] == [
        "Wallets/Wallet[1]"
    ]
    assert [o.path for o in outcomes(rule(scope="Wallets/Wallet", test="(Cold)"), rows)] == [
        "Wallets/Wallet[1]"
    ]
    assert outcomes(rule(scope="Header", test="p:lei(Lei)"), rows) == []


def test_true_and_false_have_one_spelling() -> None:
    one = rule(scope="Wallets/Wallet", test="not(Storage = 'COLD' and Contract = 'true')")
    found = outcomes(one, wallets(
        {"Storage": " COLD ", "Contract": "1"}, {"Storage": "COLD", "Contract": "0"}, {"Storage": "HOT", "Contract": "true"},
    ))  # fmt: skip
    assert [o.path for o in found] == ["Wallets/Wallet[1]"]


def test_unique_names_the_first_place() -> None:
    one = rule(
        scope="Wallets/Wallet/Address",
        unique=("@chain", "."),
        messages={"en": "{left} is at {right} too"},
    )
    found = outcomes(one, wallets(
        {"Address": [{".": "a", "@chain": "x"}, {".": "a", "@chain": "y"}]},
        {"Address": [{".": "b"}, {".": "b"}, {".": "a", "@chain": "x"}]},
    ))  # fmt: skip
    assert [(o.path, o.left, o.right) for o in found] == [
        ("Wallets/Wallet[2]/Address[3]", "x · a", "Wallets/Wallet[1]/Address[1]")
    ]
    assert found[0].messages["en"] == "x · a is at Wallets/Wallet[1]/Address[1] too"


EXCEPTION = (
    Lowering("Cold div 0 = 1"),
    Lowering("Storage = 'EXCEPTION'", {"en": "an exception covers {Cold}", "zh-Hant": "例外"}),
)


def test_a_named_condition_lowers_the_severity_and_says_so() -> None:
    one = rule(scope="Wallets/Wallet", test="Cold >= Hot", lowered=EXCEPTION)
    first, second = outcomes(one, wallets(
        {"Cold": "1", "Hot": "2"}, {"Cold": "1", "Hot": "2", "Storage": "EXCEPTION"},
    ))  # fmt: skip
    assert (first.severity, first.note) == (Severity.BLOCKING, None)
    assert (second.severity, second.note) == (
        Severity.EXPLAIN,
        "an exception covers 1",
    )
    assert second.messages["en"] == "Wrong. An explanation is enough: an exception covers 1."


def test_dates_and_switches() -> None:
    one = rule(scope="Wallets/Wallet", test="Cold > 5", effective_from=date(2026, 11, 1))
    rows = wallets({"Cold": "1"})
    assert outcomes(one, rows) == []
    assert len(outcomes(one, rows, day=date(2026, 11, 1))) == 1
    assert outcomes(rule(test="false()", active=False, status_reason="x"), rows) == []


def test_lookups_by_key_find_what_a_search_finds() -> None:
    rows = {
        "Header": {},
        "Wallets": {"Wallet": [
            {"WalletId": f"W{n}", "Storage": "COLD" if n % 2 else "HOT",
             "Balances": {"Balance": [{"AssetId": "BTC", "Qty": str(n)}, {"AssetId": "ETH", "Qty": "1.5"}]}}
            for n in range(40)
        ]},
        "Splits": {"Split": [{"AssetId": "BTC", "Qty": "400"}, {"AssetId": "ETH", "Qty": "30"}, {"AssetId": "X", "Qty": "0"}]},
    }  # fmt: skip
    cold = "sum(/Return/Wallets/Wallet/Balances/Balance[AssetId = $a][../../Storage = 'COLD']/Qty)"
    one = rule(scope="Splits/Split", at="Qty", let={"a": "AssetId"}, left=cold, right="Qty")
    assert outcomes(one, rows) == []
    one = rule(
        scope="Splits/Split",
        left="for $a in AssetId return sum(/Return/Wallets/Wallet[Balances/Balance/AssetId = $a]/Balances/Balance/Qty)",
        right="Qty",
    )
    assert [(o.path, o.left) for o in outcomes(one, rows)] == [
        ("Splits/Split[1]", "840"),
        ("Splits/Split[2]", "840"),
    ]
    one = rule(
        scope="Wallets/Wallet",
        let={"id": "WalletId"},
        left="count(../Wallet[WalletId = $id])",
        right="1",
    )
    assert outcomes(one, rows) == []
    one = rule(
        left="sum(Wallets/Wallet[3]/Balances/Balance[2]/Qty) + sum((Wallets/Wallet/Balances/Balance)[last()]/Qty)",
        right="3",
    )
    assert outcomes(one, rows) == []


def test_an_index_over_a_bad_key_leaves_the_row_undecided() -> None:
    rows = wallets(
        *({"WalletId": f"W{n}", "Cold": str(n) if n != 20 else "oops"} for n in range(40))
    )
    one = rule(
        scope="Wallets/Wallet",
        let={"c": "Hot"},
        when="not(Hot)",
        left="count(../Wallet[Cold = 3])",
        right="0",
    )
    assert outcomes(one, rows) == []


def test_at_may_lead_to_what_is_not_there() -> None:
    one = rule(scope="Splits", at="Split[2]/Qty", test="count(Split) > 1")
    (found,) = outcomes(one, {"Header": {}, "Wallets": {}, "Splits": {"Split": [{"Qty": "1"}]}})
    assert found.path == "Splits/Split[2]/Qty"
    one = rule(scope="Wallets/Wallet", at="../../Header/Lei", test="Cold > 5")
    (found,) = outcomes(one, wallets({"Cold": "1"}))
    assert (found.path, found.key) == ("Header/Lei", "Lei")


def test_messages_show_fields_and_keep_identifiers_as_they_are() -> None:
    one = rule(
        scope="Wallets/Wallet", test="Cold > 5000",
        messages={"en": "{WalletId} holds {Cold}; {../Wallet/WalletId}; {Hot}"},
    )  # fmt: skip
    (found,) = outcomes(one, wallets({"WalletId": "1000000", "Cold": "1234.50"}))
    assert found.messages["en"] == "1000000 holds 1,234.5; 1000000; —"


def test_each_range_of_a_loop_is_seen_from_the_row() -> None:
    """The library looks for the second range below the first one's node."""
    rows = wallets({"Cold": "0", "Balances": {"Balance": [{"Qty": "1"}]}})
    pairs = "$x in Balances/Balance, $y in ../Wallet/Cold"
    for test in (f"every {pairs} satisfies $x/Qty = $y", f"empty(for {pairs} return $y)"):
        assert len(outcomes(rule(scope="Wallets/Wallet", test=test), rows)) == 1
    assert (
        outcomes(rule(scope="Wallets/Wallet", test=f"some {pairs} satisfies $x/Qty > $y"), rows)
        == []
    )


def test_days_and_identifiers() -> None:
    rows = {
        "Header": {
            "Start": "2026-10-01",
            "End": "2026-11-01T08:00:00+08:00",
            "Lei": "529900T8BM49AURSDO55",
        }
    }
    assert outcomes(rule(scope="Header", left="p:days(Start, End)", right="31"), rows) == []
    assert outcomes(rule(scope="Header", test="p:lei(Lei)"), rows) == []
    assert len(outcomes(rule(scope="Header", test="p:lei(concat('x', Lei))"), rows)) == 1
    assert outcomes(rule(scope="Header", left="p:round(2.345, 2)", right="2.35"), rows) == []
    assert outcomes(rule(scope="Header", left="p:round(-2.345, 2)", right="-2.35"), rows) == []


def test_an_attribute_of_a_value() -> None:
    rows = wallets(
        {
            "@no": "7",
            "Balances": {
                "Balance": [
                    {"Value": "1", "Value/@ccy": "HKD"},
                    {"Value": "2", "Value/@ccy": "USD"},
                ]
            },
        }
    )
    one = rule(scope="Wallets/Wallet", left="sum(Balances/Balance/Value[@ccy = 'USD'])", right="1")
    assert [o.left for o in outcomes(one, rows)] == ["2"]
    one = rule(
        scope="Wallets/Wallet/Balances/Balance",
        at="Value/@ccy",
        test="Value/@ccy = 'HKD' and ../../@no = '7'",
    )
    assert [o.path for o in outcomes(one, rows)] == [
        "Wallets/Wallet[1]/Balances/Balance[2]/Value/@ccy"
    ]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A locale as the window sets it, which Python calls by a name that the system does not know."""
    monkeypatch.setattr(parser, "_parsers", [])
    before = locale.setlocale(locale.LC_COLLATE)
    locale.setlocale(locale.LC_COLLATE, "C.UTF-8" if sys.platform == "linux" else "")
    yield
    locale.setlocale(locale.LC_COLLATE, before)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("test", ["starts-with(WalletId, 'w')", "compare(WalletId, 'w') >= 0"])
def test_text_is_compared_alike_under_every_locale(test: str) -> None:
    look = rule(scope="Wallets/Wallet", test=f"{test} and not(ends-with(WalletId, 'x-'))")
    assert outcomes(look, wallets({"WalletId": "w1"})) == []
