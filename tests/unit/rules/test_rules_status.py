"""A rule that is switched off, or asks for an explanation only, from a day on."""

from datetime import date

import pytest
from rules_world import outcomes, rule, wallets

from app.domain.definition import PackError, read_rules
from app.domain.finding import Severity
from app.domain.rulestatus import RuleStatus

RULE = """
[[rule]]
id = "T-1"
severity = "blocking"
citation = "none"
certainty = "HOUSE"
test = "false()"
message = { en = "x" }
"""
LATER = """
[[rule.status]]
from = 2026-06-01
state = "explain"
reason = { en = "under consultation", zh-Hant = "諮詢中" }
source = "Circular 7"

[[rule.status]]
from = 2026-01-01
state = "off"
reason = "the text is not published"
source = "Mail of the case officer"
"""


def test_the_newest_status_that_has_begun_decides() -> None:
    (read,) = read_rules((RULE + LATER).encode(), "form/rules/a.toml")
    assert (read.file, read.number) == ("form/rules/a.toml", 0)
    assert [status.state for status in read.history] == ["off", "explain"]
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 5, 31), date(2026, 6, 1))
    assert [read.in_force(day) for day in days] == [True, False, False, True]
    assert read.status_on(date(2026, 7, 1)).reason("zh-Hant") == "諮詢中"
    assert read.status_on(date(2026, 2, 1)).reason("zh-Hant") == "the text is not published"


def test_a_blocking_rule_with_the_status_explain_asks_for_an_explanation_and_says_why() -> None:
    (read,) = read_rules((RULE + LATER).encode(), "a.toml")
    assert read.on(date(2025, 12, 31)) == read
    assert [lowering.when for lowering in read.on(date(2026, 6, 1)).lowered] == ["true()"]


def test_the_engine_follows_the_status() -> None:
    rows = wallets({})
    status = RuleStatus("explain", date.min, {"en": "under consultation"}, "Circular 7")
    (one,) = outcomes(rule(test="false()", statuses=(status,)), rows)
    assert one.severity is Severity.EXPLAIN
    assert one.messages["en"].endswith("An explanation is enough: under consultation.")
    off = RuleStatus("off", date.min, {"en": "unpublished"}, "Mail")
    assert outcomes(rule(test="false()", statuses=(off,)), rows) == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ('state = "on"\nfrom = 2026-01-01', "allowed are active, off, explain"),
        ('state = "off"\nfrom = 2026-01-01\nsource = "x"', "“reason” must hold"),
        ('state = "off"\nfrom = 2026-01-01\nreason = "x"', "“source” is missing"),
        ('state = "active"', "“from” must be a date"),
        (
            'state = "active"\nfrom = 2026-01-01\n[[rule.status]]\nstate = "active"\nfrom = 2026-01-01',
            "on the same day",
        ),
    ],
)
def test_a_mistake_in_it_is_named(status: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        read_rules((RULE + "[[rule.status]]\n" + status).encode(), "a.toml")
