"""Functions on moments, business days, and the forms of mail, phone and transaction ids."""

import pytest
from rules_world import compiled_outcomes, outcomes, rule

HEADER = {"Lei": "x", "Start": "2026-10-30T18:00:00+08:00", "End": "2026-11-03T09:30:00Z"}
HASH = "ab" * 32
SOLANA = "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW"


def _holds(test: str, header: dict[str, str] | None = None) -> bool:
    body = {"Header": header or HEADER, "Wallets": {}, "Splits": {}}
    return outcomes(rule(scope="Header", test=test), body) == []


@pytest.mark.parametrize(
    "test",
    [
        "p:hours(Start, End) = 95.5",
        "p:hours(End, Start) = -95.5",
        "p:hours('2026-10-01T00:00:00.25Z', '2026-10-01T00:00:00.5Z') = 0.25 div 3600",
        "p:hours('2026-10-01T24:00:00Z', '2026-10-02T01:00:00Z') = 1",
        "p:after(End, Start)",
        "not(p:after(Start, End))",
        "not(p:after('2026-10-31T00:00:00+08:00', '2026-10-30T16:00:00Z'))",
        "p:workdays(Start, End) = 2",  # Monday 2 and Tuesday 3 November
        "p:workdays('2026-10-16', '2026-10-20') = 1",  # Chung Yeung is kept on Monday 19
        "p:workdays('2026-10-30T17:00:00Z', '2026-11-02') = 1",  # it is Saturday in Hong Kong
        "p:workday('2026-10-16', 1) = '2026-10-20'",
        "p:workday('2026-10-18', 0) = '2026-10-20'",
        "p:workday(Start, 2) = '2026-11-03'",
        "p:months('2026-01-31', '2026-02-28') = 1",
        "p:months('2026-01-31', '2026-03-30') = 1",
        "p:months('2026-02-28', '2026-01-31') = -1",
        "p:months('2025-11-30', '2026-11-29') = 11",
        "p:months('2025-11-30', '2026-11-30') = 12",
        "p:email('compliance.officer+hk@lantau-exchange.example')",
        "not(p:email('officer@example'))",
        "not(p:email('officer@@example.hk'))",
        "not(p:email('.officer@example.hk'))",
        "not(p:email('of ficer@example.hk'))",
        "p:phone('+85223456789')",
        "not(p:phone('+852 2345 6789'))",
        "not(p:phone('85223456789'))",
        "not(p:phone('+0123456789'))",
        f"p:txid('eip155:1', '0x{HASH}')",
        f"not(p:txid('ethereum', '{HASH}'))",
        f"p:txid('bip122:000000000019d6689c085ae165831e93', '{HASH}')",
        f"not(p:txid('bitcoin', '0x{HASH}'))",
        f"p:txid('solana', '{SOLANA}')",
        f"not(p:txid('solana', '{SOLANA[:-4]}'))",
        "p:txid('hedera:mainnet', '0.0.1234@1700000000.000000000')",
        "not(p:txid('hedera:mainnet', 'two words'))",
    ],
)
def test_a_function_says_what_it_should(test: str) -> None:
    assert _holds(test)
    inner = test[4:-1] if test.startswith("not(") else f"not({test})"
    assert not _holds(inner)


@pytest.mark.parametrize(
    "test",
    [
        "p:hours('2026-10-01T00:00:00', End) > 0",  # no zone: no instant
        "p:after(Lei, End)",
        "p:workdays(Lei, End) = 0",
        "p:email(/Return/Name)",
        "p:phone(/Return/Name)",
    ],
)
def test_what_is_no_moment_or_absent_decides_nothing(test: str) -> None:
    assert _holds(test)
    assert _holds(f"boolean({test}) = false()") or "Name" not in test


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ("p:workdays('2026-10-01', '2101-01-03') = 0", "no public holidays are known"),
        ("p:workday('2026-10-01', -1) = '2026-10-01'", "counts whole days"),
        ("p:workday('2026-10-01', 1.5) = '2026-10-01'", "counts whole days"),
    ],
)
def test_what_cannot_be_counted_is_an_error(test: str, message: str) -> None:
    body = {"Header": HEADER, "Wallets": {}, "Splits": {}}
    (found,) = compiled_outcomes(rule(scope="Header", test=test), body)
    assert found.code == "RULE-ERROR"
    assert message in found.messages["en"]
