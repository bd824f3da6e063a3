"""Reading `lowered` from a pack's file."""

import pytest

from app.domain.definition import PackError, read_rules
from app.domain.rule import Lowering

RULE = """
[[rule]]
id = "T-1"
severity = "blocking"
citation = "none"
certainty = "HOUSE"
test = "true()"
message = { en = "x" }
"""


def test_a_rule_may_be_lowered_by_one_condition_or_by_several_with_reasons() -> None:
    (one,) = read_rules((RULE + "lowered = \"$basis = 'units'\"").encode(), "a.toml")
    assert one.lowered == (Lowering("$basis = 'units'"),)
    (two,) = read_rules(
        (RULE + 'lowered = [{ when = "A", reason = { en = "a" } }, { when = "B" }]').encode(), "a.toml"
    )  # fmt: skip
    assert two.lowered == (Lowering("A", {"en": "a"}), Lowering("B"))
    (none,) = read_rules(RULE.encode(), "a.toml")
    assert none.lowered == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lowered = 5", "must be a condition"),
        ("lowered = [5]", "must be a table"),
        ('lowered = [{ reason = { en = "a" } }]', "“when” is missing"),
        ('lowered = [{ when = "A", resaon = "x" }]', "unknown: resaon"),
    ],
)
def test_a_mistake_in_it_is_named(line: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        read_rules((RULE + line).encode(), "a.toml")
