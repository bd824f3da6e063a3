"""Rules against cases that were computed by hand; the arithmetic on paper is checked as fractions."""

import ast
import operator
import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pack_cases import bench, pack

from app.rules.engine import Outcome
from app.services.examplerows import Change
from app.services.packcases import Case

TEXT = (Path(__file__).parent / "hand_computed.toml").read_text(encoding="utf-8")
HANDS: list[dict[str, Any]] = tomllib.loads(TEXT)["hand"]
every_hand = pytest.mark.parametrize(
    "hand", HANDS, ids=lambda hand: f"{hand['rule']}-{hand['title']}"
)
SIGNS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
STEPS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def worked_out(text: str) -> Fraction:
    """A line of arithmetic as an exact fraction."""
    written = re.sub(r"[0-9]+(?:\.[0-9]+)?", lambda match: f"'{match[0]}'", text)
    return _value(ast.parse(written.strip(), mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand)
    assert isinstance(node, ast.BinOp)
    step = STEPS[type(node.op)]
    return Fraction(step(_value(node.left), _value(node.right)))


def true_on_paper(line: str) -> bool:
    """Whether “left sign right” holds."""
    match = re.fullmatch(r"(.+?) (=|!=|<=|>=|<|>) (.+)", line)
    assert match, f"“{line}” is not “left sign right”"
    return bool(SIGNS[match[2]](worked_out(match[1]), worked_out(match[3])))


@every_hand
def test_the_arithmetic_on_paper_is_right(hand: dict[str, Any]) -> None:
    assert [line for line in hand["working"] if not true_on_paper(line)] == []


@every_hand
def test_the_figures_of_the_finding_stand_on_the_paper(hand: dict[str, Any]) -> None:
    numbers = {
        worked_out(number)
        for line in hand["working"]
        for number in re.findall(r"-?[0-9]+(?:\.[0-9]+)?", line)
    }
    for name in ("left", "right", "difference"):
        if name in hand:
            assert Fraction(hand[name]) in numbers or -Fraction(hand[name]) in numbers, name


@every_hand
def test_the_rule_says_what_the_paper_says(hand: dict[str, Any]) -> None:
    found = outcomes(hand)
    if hand["says"] == "nothing":
        assert found == []
        return
    assert hand["says"] == "finding"
    (outcome,) = found
    assert outcome.path == hand["place"]
    assert (outcome.left, outcome.right) == (hand["left"], hand["right"])
    assert outcome.difference == hand["difference"]


def outcomes(hand: dict[str, Any]) -> list[Outcome]:
    """What the rule says, reckoned in both ways of the engine."""
    case = Case(
        pack_id=hand["pack"],
        file="hand_computed.toml",
        rule=hand["rule"],
        name=hand["title"],
        expect="",
        change=Change(hand.get("set", {}), (), ()),
        companions=hand.get("with", {}),
    )
    fast = [item for item in bench(hand["pack"]).run(case) if item.code == hand["rule"]]
    slow = bench(hand["pack"]).run(case, compiled=False)
    assert fast == slow
    return [item for item in fast if item.rule.part == hand.get("part", "")]


def test_ten_rules_or_more_in_all_six_packs_are_computed_by_hand() -> None:
    assert len({hand["rule"] for hand in HANDS}) >= 10
    assert {hand["pack"] for hand in HANDS} == {
        f"{name}-1.0" for name in ("car", "cwr", "inc", "frs", "scr", "pts")
    }
    for hand in HANDS:
        known = {(rule.id, rule.part) for rule in pack(hand["pack"]).rules}
        assert (hand["rule"], hand.get("part", "")) in known
