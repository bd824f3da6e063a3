"""Every rule of every shipped pack, on worked cases that pass and that fail."""

import pytest
from pack_cases import Case, base_rows, cases, changed_rows, outcomes, pack, packs

from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.schema import Node
from app.rules.engine import Outcome

ALL = [case for item in packs() for case in cases(item)]


@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_the_base_return_passes_every_rule(of: Pack) -> None:
    assert [(o.code, o.path) for o in outcomes(of, base_rows(of), {})] == []


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_case_gives_exactly_the_expected_finding(case: Case) -> None:
    of = pack(case.pack_id)
    found = outcomes(of, changed_rows(of, case), case.settings)
    assert {o.code for o in found} <= {case.rule, *case.also}
    mine = [o for o in found if o.code == case.rule]
    if case.expect == "pass":
        assert mine == []
        return
    if case.rule not in case.also:
        assert {o.rule.part for o in mine} == {case.part}
    chosen = [o for o in mine if o.rule.part == case.part]
    assert len(chosen) == case.wanted.get("count", 1)
    for name in ("path", "left", "right", "difference"):
        if name in case.wanted:
            assert getattr(chosen[0], name) == case.wanted[name]
    assert_severity(case, chosen[0])
    for language in of.manifest.languages:
        assert "{" not in chosen[0].messages[language]


def assert_severity(case: Case, outcome: Outcome) -> None:
    """The stated severity, or that of the rule itself."""
    assert outcome.severity.value == case.wanted.get("severity", outcome.rule.severity.value)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_slow_and_the_fast_way_agree(case: Case) -> None:
    of = pack(case.pack_id)
    rows = changed_rows(of, case)
    fast = outcomes(of, rows, case.settings, only=case.rule)
    slow = outcomes(of, rows, case.settings, only=case.rule, compiled=False)
    assert fast == slow


@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_every_rule_has_a_case_that_passes_and_every_part_one_that_fails(of: Pack) -> None:
    known = list(cases(of))
    passing = {case.rule for case in known if case.expect == "pass"}
    failing = {(case.rule, case.part) for case in known if case.expect == "fail"}
    assert {rule.id for rule in of.rules} - passing == set()
    assert {(rule.id, rule.part) for rule in of.rules} - failing == set()
    assert {case.expect for case in known} == {"pass", "fail"}


@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_cases_name_rules_that_exist(of: Pack) -> None:
    known = {(rule.id, rule.part) for rule in of.rules}
    for case in cases(of):
        assert case.rule in {rule_id for rule_id, _ in known}
        assert not case.part or (case.rule, case.part) in known
        assert case.wanted.keys() <= {"count", "path", "left", "right", "difference", "severity"}


@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_an_empty_return_is_told_what_is_missing_and_nothing_else(of: Pack) -> None:
    said = {(o.code, o.rule.part) for o in outcomes(of, blank_rows(of, tables=0), {})}
    assert said == {("CAR-012" if of.id == "car-1.0" else "CWR-110", "days")}
    said = {(o.code, o.rule.part) for o in outcomes(of, blank_rows(of, tables=1), {})}
    approval = {("CWR-006", "approval")} if of.id == "cwr-1.0" else set()
    assert said == approval | {("CAR-012" if of.id == "car-1.0" else "CWR-110", "days")}


def blank_rows(of: Pack, *, tables: int) -> MemoryRows:
    """A return with its period and nothing else; every table has so many blank rows."""
    rows = MemoryRows()

    def grow(node: Node, parent: int | None) -> None:
        period = {"PeriodStart": "2026-10-01", "PeriodEnd": "2026-10-31"}
        values = period if node.path == "Header" else {}
        row = rows.add(parent, node.path, tuple(values.get(item.key) for item in node.fields))
        for child in node.children:
            for _ in range(tables if child.repeats else 1):
                grow(child, row.id)

    grow(of.schema.root, None)
    return rows
