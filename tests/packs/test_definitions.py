"""Forms, rules, parameters and settings of the shipped packs: complete, cited and in both languages."""

import re

import pytest
from pack_cases import packs

from app.domain.finding import Severity
from app.domain.pack import Pack
from app.domain.rule import Rule

LANGUAGES = {"en", "zh-Hant"}
every_pack = pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
every_rule = pytest.mark.parametrize(
    "rule",
    [rule for item in packs() for rule in item.rules],
    ids=lambda rule: f"{rule.id}-{rule.part}",
)

# Severity and certainty of the data model's own rules (numbers below 100), by id.
BLOCKING = {
    *("CAR-001", "CAR-003", "CAR-005", "CAR-006", "CAR-012", "CAR-013", "CAR-015"),
    *("CWR-001", "CWR-004", "CWR-005", "CWR-006", "CWR-007", "CWR-008", "CWR-009", "CWR-010"),
    *("CWR-012", "CWR-013", "CWR-016"),
    *("FRS-001", "FRS-002", "FRS-003", "FRS-004", "FRS-007", "FRS-008", "FRS-009", "FRS-012"),
    *("FRS-013", "SCR-001", "SCR-002", "XR-001", "XR-002", "XR-003"),
    *("CAR-002", "CAR-004", "CAR-008", "PTS-001", "PTS-002", "PTS-003", "PTS-006", "PTS-007"),
    *("PTS-010", "PTS-012"),
    *("INC-001", "INC-002", "INC-003", "INC-004", "INC-005", "INC-006", "INC-010", "INC-011"),
    *("INC-012", "INC-014"),
}
EXPLAIN = {
    *("CAR-007", "CAR-009", "CAR-010", "CAR-011", "CAR-014"),
    *("CWR-002", "CWR-011", "CWR-014", "CWR-015"),
    *("FRS-005", "FRS-006", "FRS-010", "FRS-011", "FRS-014"),
    *("SCR-003", "SCR-004", "SCR-005", "SCR-006"),
    *("CAR-016", "PTS-004", "PTS-005", "PTS-008", "PTS-009", "PTS-011", "PTS-013", "PTS-014"),
    "XR-005",
    *("INC-007", "INC-008", "INC-009", "INC-013"),
}
INFORMATION = {"CWR-003", "CWR-017", "INC-015", "SCR-007"}
LAW = {
    *("CAR-006", "CAR-007", "CAR-009", "CAR-011", "CAR-014"),
    *("CWR-001", "CWR-009", "CWR-011"),
    *("FRS-002", "FRS-005", "FRS-006", "FRS-010", "FRS-011", "SCR-005", "XR-004"),
    *("CAR-008", "PTS-001", "PTS-002", "PTS-003", "PTS-004", "PTS-005", "PTS-007", "PTS-008"),
    *("PTS-009", "PTS-013"),
    *("INC-006", "INC-007", "INC-011", "INC-015"),
}


@every_pack
def test_every_group_and_table_stands_in_one_section(of: Pack) -> None:
    items = [item for section in of.sections for item in section.items]
    assert len(items) == len(set(items))
    root = of.schema.root
    shown = {item.split("/")[0] for item in items}
    assert shown == {child.name for child in root.children} | set(root.index)
    for item in items:
        assert item in of.schema.nodes or item in root.index
    for section in of.sections:
        assert section.titles.keys() == LANGUAGES
        assert section.helps.keys() in (LANGUAGES, set())


@every_rule
def test_a_rule_speaks_both_languages_and_cites_its_source(rule: Rule) -> None:
    assert rule.messages.keys() == LANGUAGES
    assert rule.citation
    assert rule.messages["en"].rstrip().endswith(".")
    assert re.search(r"[\u4e00-\u9fff]", rule.messages["zh-Hant"])
    slots = [set(re.findall(r"\{[^}]*\}", text)) for text in rule.messages.values()]
    assert slots[0] == slots[1], "both languages name the same figures"


@every_rule
def test_a_rule_has_the_severity_and_certainty_of_the_data_model(rule: Rule) -> None:
    assert rule.part != "noted" or rule.severity is Severity.EXPLAIN
    if rule.id in BLOCKING:
        assert rule.severity is Severity.BLOCKING
    elif rule.id in EXPLAIN:
        assert rule.severity is Severity.EXPLAIN or rule.part == "binding"
    elif rule.id in INFORMATION:
        assert rule.severity is Severity.INFORMATION
    assert rule.certainty != "LAW" or rule.id in LAW
    assert rule.certainty == "HOUSE" or "house format" not in rule.citation.lower()


@every_rule
def test_what_a_rule_compares_are_real_figures_and_not_multiples_of_them(rule: Rule) -> None:
    """The two sides and their difference are shown as they are: no cross products, no rounded shares."""
    for side in (rule.left or "", rule.right or ""):
        assert not re.match(r"\s*10{2,}\s*\*", side), side
        assert not re.search(r"\*\s*10{2,}\b", side), side


@every_pack
def test_every_rule_of_a_house_number_is_marked_as_ours(of: Pack) -> None:
    for rule in of.rules:
        if int(rule.id[-3:]) > 100 or rule.id.startswith("HDR"):
            assert rule.certainty in ("HOUSE", "STD"), rule.id


@every_pack
def test_rule_and_part_name_one_rule(of: Pack) -> None:
    names = [(rule.id, rule.part) for rule in of.rules]
    assert len(names) == len(set(names))
    several = {name for name in {n for n, _ in names} if sum(n == name for n, _ in names) > 1}
    assert all(part for name, part in names if name in several)


@every_pack
def test_every_parameter_and_setting_is_read_by_a_rule_and_the_ratios_are_dated(of: Pack) -> None:
    texts = "\n".join(
        body.decode() for name, body in of.files.items() if name.startswith("form/rules/")
    )
    for parameter in of.parameters:
        assert f"${parameter.name}" in texts
        assert parameter.certainty != "LAW" or parameter.effective_from.year == 2023
    for setting in of.settings:
        assert f"${setting.name}" in texts
        assert setting.labels.keys() == LANGUAGES


def test_the_thresholds_are_parameters_with_their_dates() -> None:
    (cwr,) = (item for item in packs() if item.id == "cwr-1.0")
    values = {item.name: item.value for item in cwr.parameters}
    assert values["cold_minimum"] == "98"
    assert values["cold_early_warning"] == "98.25"
    assert (values["cover_cold"], values["cover_hot_other"]) == ("50", "100")
    assert {item.name: item.choices for item in cwr.settings} == {
        "cold_basis": ("value", "units"),
        "staked_as": ("cold", "other"),
    }
