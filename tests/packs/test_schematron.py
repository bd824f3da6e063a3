"""The rules as ISO Schematron: valid by ISO's grammar, and judged alike by Saxon in every worked case."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree
from pack_cases import Case, base_rows, bench, cases, pack, packs

from app.domain.finding import Severity
from app.domain.pack import Pack
from app.rules.engine import Outcome
from app.rules.schematron import Exported
from app.services.filecheck import reporting_day
from app.services.schematron import schematron
from app.xml.writer import document_bytes

ROLES = {
    Severity.BLOCKING: "error",
    Severity.EXPLAIN: "warning",
    Severity.INFORMATION: "information",
}
every_pack = pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
SCH = "{http://purl.oclc.org/dsdl/schematron}"


@cache
def exported(pack_id: str, settings: tuple[tuple[str, str], ...] = ()) -> Exported:
    """The Schematron of a pack on the day of its example."""
    of = pack(pack_id)
    day = reporting_day(of.schema, base_rows(of))
    return schematron(of, day=day, settings=dict(settings))


@every_pack
def test_every_rule_is_in_the_file_or_named_as_left_behind(of: Pack) -> None:
    found = exported(of.id)
    names = [*found.rules, *(item.rule for item in found.behind)]
    assert {(rule.id, rule.part) for rule in names} == {(rule.id, rule.part) for rule in of.rules}
    assert len(names) == len(of.rules)
    root = etree.fromstring(found.document)
    said = [item.text or "" for item in root.iter(f"{SCH}p")]
    assert sum(text.startswith("Left behind: ") for text in said) == len(found.behind)
    assert len(list(root.iter(f"{SCH}pattern"))) == len(found.rules)


@every_pack
def test_what_stays_behind_says_why(of: Pack) -> None:
    for item in exported(of.id).behind:
        ours = "looks at other returns" in item.reason or item.reason.startswith("p:")
        assert ours or "not in force" in item.reason, (item.rule.id, item.rule.part, item.reason)


@every_pack
def test_the_sentences_are_there_in_both_languages(of: Pack) -> None:
    root = etree.fromstring(exported(of.id).document)
    languages = Counter(
        item.get("{http://www.w3.org/XML/1998/namespace}lang")
        for item in root.iter(f"{SCH}diagnostic")
    )
    assert languages == dict.fromkeys(of.manifest.languages, len(exported(of.id).rules))


@pytest.fixture(scope="module")
def judges() -> Iterator[object]:
    """Saxon, with the compiled schemas by pack and settings."""
    from saxonche import PySaxonProcessor  # noqa: PLC0415  (interop only)

    with PySaxonProcessor(license=False) as processor:
        yield cache(
            lambda pack_id, settings: _judge(processor, exported(pack_id, settings).document)
        )


def _judge(processor: object, document: bytes) -> object:
    from schematron_judge import Judge  # noqa: PLC0415

    return Judge(processor, document)  # type: ignore[arg-type]


@pytest.mark.interop
@every_pack
def test_the_file_is_valid_by_the_grammar_of_iso(of: Pack) -> None:
    from schematron_judge import valid_schematron  # noqa: PLC0415

    assert valid_schematron(exported(of.id).document)


@pytest.mark.interop
@pytest.mark.parametrize("of", packs(), ids=lambda item: item.id)
def test_saxon_gives_the_same_verdicts_in_every_case(of: Pack, judges: object) -> None:
    assert both(of, None, judges) == (Counter(), Counter())
    different = {}
    for case in cases(of):
        mine, theirs = both(of, case, judges)
        if mine != theirs:
            different[str(case)] = mine, theirs
    assert different == {}


def both(of: Pack, case: Case | None, judges: object) -> tuple[Counter[object], Counter[object]]:
    """What our engine and what Saxon say, rule by rule, of the rules that the file holds."""
    rows = base_rows(of) if case is None else bench(of.id).rows(case)
    settings = tuple(sorted(case.settings.items())) if case else ()
    outcomes = bench(of.id).outcomes(rows, dict(settings), case.companions if case else None)
    held = {(rule.id, rule.part) for rule in exported(of.id, settings).rules}
    mine = Counter(name(item) for item in outcomes if (item.rule.id, item.rule.part) in held)
    judge = judges(of.id, settings)  # type: ignore[operator]
    return mine, judge.failed(document_bytes(of.schema, rows))


def name(outcome: Outcome) -> tuple[str, str]:
    """The id and role of the assertion that says the same."""
    rule = outcome.rule
    whole = f"{rule.id}-{rule.part}" if rule.part else rule.id
    lowered = rule.severity is Severity.BLOCKING and outcome.severity is Severity.EXPLAIN
    return (f"{whole}-lowered" if lowered else whole), ROLES[outcome.severity]
