"""Every rule of every shipped pack, on worked cases that pass and that fail."""

import pytest
from pack_cases import Case, base_rows, bench, broken, cases, outcomes, packs

from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.schema import Node

ALL = [case for item in packs() for case in cases(item)]

# What a return without any row lacks, and what one lacks whose tables have a blank row each.
SAID_OF_NOTHING: dict[str, set[tuple[str, str]]] = {
    "car-1.0": {("CAR-012", "days"), ("CAR-002", "missing")},
    "cwr-1.0": {("CWR-110", "days"), ("XR-002", "missing")},
    "frs-1.0": set(),
    "inc-1.0": set(),
    "scr-1.0": {("SCR-002", "missing")},
    "pts-1.0": {("PTS-009", ""), ("PTS-113", ""), ("PTS-114", ""), ("XR-005", "")},
}
SAID_OF_BLANK_ROWS = {
    "cwr-1.0": {("CWR-006", "approval")},
    "pts-1.0": {("PTS-014", "approval")},
}


def test_every_shipped_pack_opens() -> None:
    assert broken() == ()


@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_the_base_return_passes_every_rule(of: Pack) -> None:
    assert [(o.code, o.path) for o in outcomes(of, base_rows(of), {})] == []


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_case_gives_exactly_the_expected_finding(case: Case) -> None:
    assert bench(case.pack_id).case_problems(case) == []


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_slow_and_the_fast_way_agree(case: Case) -> None:
    run = bench(case.pack_id).run
    assert [each for each in run(case) if each.code == case.rule] == run(case, compiled=False)


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


@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_an_empty_return_is_told_what_is_missing_and_nothing_else(of: Pack) -> None:
    said = {(o.code, o.rule.part) for o in outcomes(of, blank_rows(of, tables=0), {})}
    assert said == SAID_OF_NOTHING[of.id]
    said = {(o.code, o.rule.part) for o in outcomes(of, blank_rows(of, tables=1), {})}
    assert said == SAID_OF_NOTHING[of.id] | SAID_OF_BLANK_ROWS.get(of.id, set())


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
