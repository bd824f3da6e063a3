"""A mistake in a rule is named before any return is looked at: the rule, the attribute, what is wrong."""

import pytest
from rules_world import SCHEMA, compiled_outcomes, rule, wallets

from app.domain.definition import PackError
from app.domain.rule import Lowering
from app.rules.engine import RULE_ERROR
from app.rules.program import compile_rule

WALLET = {"scope": "Wallets/Wallet"}


@pytest.mark.parametrize(
    ("fields", "attribute", "said"),
    [
        ({**WALLET, "left": "Cold +", "right": "1"}, "left", "unexpected end"),
        ({**WALLET, "left": "1", "right": "Colt"}, "right", "did you mean Cold"),
        ({"left": "sum(Wallets/Walet/Cold)", "right": "1"}, "left", "did you mean Wallet"),
        ({**WALLET, "test": "//Walet"}, "test", "no “Walet”"),
        ({**WALLET, "test": "*/@nr = '1'"}, "test", "no “@nr”"),
        ({**WALLET, "test": "/Retrun/Wallets"}, "test", "document element is “Return”"),
        ({**WALLET, "when": "$limit > 1", "test": "true()"}, "when", "$limit is neither"),
        ({**WALLET, "test": "//Cold = $limit"}, "test", "$limit is neither"),
        ({**WALLET, "test": "WalletId > 5"}, "test", "compares text with a number"),
        ({**WALLET, "left": "Cold", "right": "WalletId"}, "left", "number and text"),
        ({**WALLET, "left": "Cold + WalletId", "right": "1"}, "left", "one side is text"),
        ({**WALLET, "left": "sum(WalletId)", "right": "1"}, "left", "wants a number"),
        ({**WALLET, "test": "string-length(Cold) > 3"}, "test", "string() makes text of it"),
        ({**WALLET, "left": "Balances", "right": "1"}, "left", "is a group"),
        ({**WALLET, "left": "sum(Balances/Balance)", "right": "1"}, "left", "is a group"),
        ({**WALLET, "left": "number(Cold)", "right": "1"}, "left", "floating point"),
        ({**WALLET, "left": "1e2", "right": "1"}, "left", "floating point"),
        ({**WALLET, "test": "Cold cast as xs:double > 1"}, "test", "floating point"),
        ({**WALLET, "test": "doc('http://x')"}, "test", "sees the return and nothing else"),
        ({**WALLET, "test": "current-date() = current-date()"}, "test", "the same answer"),
        ({**WALLET, "test": "starts-with('a', 'b', 'xx')"}, "test", "Too many arguments"),
        ({**WALLET, "test": "compare('a', 'b', 'it_IT.UTF-8') = 0"}, "test", "Too many arguments"),
        ({**WALLET, "test": "empty(distinct-values(WalletId, 'xx'))"}, "test", "Too many arguments"),
        ({**WALLET, "test": "p:leii(WalletId)"}, "test", "unknown function"),
        ({**WALLET, "test": "x:Cold = 1"}, "test", "not declared"),
        ({**WALLET, "test": "p:Cold = 1"}, "test", "without its prefix"),
        ({**WALLET, "test": "../../../Total = 1"}, "test", "leads out"),
        ({**WALLET, "test": "WalletId/Cold"}, "test", "is a field and holds no"),
        ({**WALLET, "test": ""}, "test", "empty"),
        ({**WALLET, "test": "true()", "let": {"a": "Colt"}}, "let.a", "did you mean"),
        ({**WALLET, "test": "true()", "lowered": (Lowering("Colt"),)}, "lowered", "did you mean"),
        ({**WALLET, "unique": ("Colt",)}, "unique", "did you mean"),
        ({**WALLET, "test": "true()", "at": "Colt"}, "at", "has no “Colt”"),
        ({**WALLET, "test": "true()", "at": "../../../Total"}, "at", "leads out"),
        ({**WALLET, "test": "true()", "at": "a//b"}, "at", "no field path"),
        ({"scope": "Wallets/Walet", "test": "true()"}, "scope", "did you mean Wallets/Wallet"),
        ({**WALLET, "test": "true()", "messages": {"en": "{Colt}"}}, "message.en", "did you mean"),
        ({**WALLET, "left": "1 div 0", "right": "1"}, "left", "division by zero"),
        ({**WALLET, "left": "+".join(["Cold"] * 5000), "right": "1"}, "left", "nested too deeply"),
        ({**WALLET, "left": "+".join(["//Cold"] * 5000), "right": "1"}, "left", "nested too deeply"),
        ({**WALLET, "test": "(" * 5000 + "1" + ")" * 5000}, "test", "nested too deeply"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(fields: dict[str, object], attribute: str, said: str) -> None:
    with pytest.raises(PackError) as caught:
        compile_rule(rule(**fields), SCHEMA, {})
    assert caught.value.message.startswith(f"rule T-1, {attribute}: ")
    assert said in caught.value.message


def test_a_rule_that_does_not_compile_blocks_and_never_passes() -> None:
    (found,) = compiled_outcomes(rule(test="Nothing = 1"), wallets())
    assert found.code == RULE_ERROR
    assert "Nothing" in found.messages["en"]
    assert set(found.messages) == {"en", "zh-Hant", "zh-Hans"}


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("(if (Cold > 1) then 'a' else 5) + 1 > 0", "not a number"),
        ("(if (Cold > 1) then 'a' else 5) = 5", "compared"),
        ("(../Wallet/Cold) + 1 > 0", "several"),
        ("xs:decimal(WalletId) > 1", "not a number"),
        ("matches(WalletId, '[')", "pattern"),
        ("not((1, Cold))", "several values"),
    ],
)
def test_an_error_at_a_row_is_a_finding(test: str, said: str) -> None:
    rows = wallets({"Cold": "2", "WalletId": "W1"}, {"Cold": "3", "WalletId": "W2"})
    (found,) = compiled_outcomes(rule(scope="Wallets/Wallet", test=test), rows)
    assert found.code == RULE_ERROR
    assert said in found.messages["en"]
