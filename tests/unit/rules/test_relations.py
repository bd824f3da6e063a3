"""Rules that look at other returns, through the services, in a real workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_pack import SECRET
from related_pack import add_related, filed, filled, related_files, rule_text, signed

from app.domain.definition import PackError
from app.domain.finding import Severity
from app.services import checks, drafts, submission
from app.services.desk import Desk
from app.services.filecheck import check_file
from app.services.packs import open_pack
from app.services.relations import GAP
from app.services.submission import void
from app.store.workspace import Workspace

SAME = rule_text(
    "A-002", 'other = "BBB"', 'scope = "Rows/Row"', 'at = "Qty"', 'left = "Qty"',
    'right = "sum($other/Rows/Row[Asset = $asset]/Qty)"', '[rule.let]', 'asset = "Asset"',
)  # fmt: skip
BEFORE = rule_text(
    "A-004", 'old = "AAA before"', 'scope = "Rows/Row"', 'at = "Qty"', 'left = "Qty"',
    'right = "$old/Rows/Row[Asset = $asset]/Qty"', '[rule.let]', 'asset = "Asset"',
)  # fmt: skip
ALL = rule_text(
    "X-003", 'reports = "BBB all"', 'scope = "Rows/Row"', 'at = "Asset"',
    'left = "count($reports/Rows/Row[Asset = $asset])"', 'operator = "ge"', 'right = "1"',
    '[rule.let]', 'asset = "Asset"',
)  # fmt: skip
REPLACED = "\n".join(
    (
        rule_text(
            "XR-004", 'old = "replaced"', 'part = "names"', 'at = "Header/ReplacesId"',
            'test = "Header/Submission = \'RESUBMISSION\' and Header/ReplacesId = $old/Header/ReturnId"',
        ),
        rule_text(
            "XR-004", 'old = "replaced"', 'part = "lists"', 'at = "Header/ChangeSummary"',
            'when = "exists($old)"', 'test = "exists(Header/ChangeSummary)"',
        ),
    )
)  # fmt: skip


@pytest.fixture
def mei(tmp_path: Path) -> Iterator[Desk]:
    """The desk of the preparer in a workspace without packs."""
    opened = Workspace.create(tmp_path / "test.praya", SECRET, {"entity": "X", "ce": "ZZL001"})
    yield Desk(opened, "Mei")
    opened.close()


@pytest.fixture
def boss(mei: Desk) -> Desk:
    """The desk of whoever approves."""
    return Desk(mei.workspace, "Boss")


def said(desk: Desk, number: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Code, path and both sides of what the rules find; a month that was left out is not told."""
    found = checks.check_return(desk, number).findings
    return [(each.code, each.path, each.left, each.right) for each in found if each.code != GAP]


def test_a_row_is_compared_with_the_other_return_of_the_period(mei: Desk) -> None:
    add_related(mei, "AAA", SAME)
    add_related(mei, "BBB", "")
    number = filled(mei, "AAA", "2026-10", BTC="3", ETH="5")
    assert said(mei, number) == [("XR-000", None, None, None)]
    filled(mei, "BBB", "2026-09", BTC="1")
    assert said(mei, number) == [("XR-000", None, None, None)]
    other = filled(mei, "BBB", "2026-10", BTC="3", ETH="4")
    assert said(mei, number) == [("A-002", "Rows/Row[2]/Qty", "5", "4")]
    drafts.set_value(mei, other, "Rows/Row[2]/Qty", "5.000")
    assert said(mei, number) == []
    drafts.set_value(mei, other, "Rows/Row[2]/Qty", "five")
    assert said(mei, number) == []  # what is no number is a finding of that return
    void(mei, other, "begun by mistake")
    assert said(mei, number) == [("XR-000", None, None, None)]


def test_what_could_not_be_compared_is_said_once_in_both_languages(mei: Desk) -> None:
    add_related(mei, "AAA", SAME + "\n" + SAME.replace("A-002", "A-009"))
    add_related(mei, "BBB", "")
    (finding,) = checks.check_return(mei, filled(mei, "AAA", "2026-10")).findings
    assert finding.severity is Severity.INFORMATION
    assert "(A-002, A-009): there is no BBB of 2026-10" in finding.message
    assert "2026-10 的 BBB" in finding.text("zh-Hant")


def test_the_finding_keeps_the_origin_of_its_own_field(mei: Desk) -> None:
    add_related(mei, "AAA", SAME)
    add_related(mei, "BBB", "")
    filled(mei, "BBB", "2026-10")
    number = filled(mei, "AAA", "2026-10", BTC="3")
    (finding,) = checks.check_return(mei, number).findings
    assert (finding.origin and finding.origin.by) == "Mei"
    assert finding.right == "0"


def test_the_last_filed_return_is_the_one_before(mei: Desk, boss: Desk, tmp_path: Path) -> None:
    add_related(mei, "AAA", BEFORE.replace("blocking", "information"))
    filed(mei, boss, filled(mei, "AAA", "2026-07", BTC="1"), tmp_path)
    old = filled(mei, "AAA", "2026-08", BTC="1")
    number = filled(mei, "AAA", "2026-10", BTC="7")
    assert said(mei, number) == [("A-004", "Rows/Row[1]/Qty", "7", "1")]
    drafts.set_value(mei, old, "Rows/Row[1]/Asset", "ETH")
    filed(mei, boss, old, tmp_path)
    assert said(mei, number) == []  # August has no BTC to compare with
    mended = submission.correct(mei, old).id
    drafts.set_value(mei, mended, "Rows/Row[1]/Asset", "BTC")
    drafts.set_value(mei, mended, "Rows/Row[1]/Qty", "6")
    signed(mei, boss, mended)
    assert said(mei, number) == []  # the corrected return is the last that was filed
    receipt = tmp_path / "again.txt"
    receipt.write_text("received again")
    submission.record_receipt(mei, mended, receipt)
    assert said(mei, number) == [("A-004", "Rows/Row[1]/Qty", "7", "6")]


def test_nothing_before_is_passed_over_in_silence(mei: Desk) -> None:
    add_related(mei, "AAA", BEFORE + "\n" + REPLACED)
    assert said(mei, filled(mei, "AAA", "2026-10", BTC="7")) == []


def test_all_reports_up_to_the_period_and_none_that_is_void(mei: Desk) -> None:
    add_related(mei, "AAA", ALL)
    add_related(mei, "BBB", "")
    number = filled(mei, "AAA", "2026-10", BTC="1")
    missing = [("X-003", "Rows/Row[1]/Asset", "0", "1")]
    assert said(mei, number) == missing  # none is as good as some: the rule is decided
    later = filled(mei, "BBB", "2026-11", BTC="1")
    assert said(mei, number) == missing
    filled(mei, "BBB", "2026-09", ETH="1")
    report = filled(mei, "BBB", "2026-10", BTC="1")
    assert said(mei, number) == []
    void(mei, report, "a false alarm")
    assert said(mei, number) == missing
    assert said(mei, filled(mei, "AAA", "2026-11", BTC="1")) == []
    assert later


def test_a_correction_names_what_it_replaces_and_lists_its_changes(mei: Desk, boss: Desk) -> None:
    """XR-004 through a real correction: type and period are kept, the rest is asked for."""
    add_related(mei, "AAA", REPLACED)
    original = signed(mei, boss, filled(mei, "AAA", "2026-10", BTC="1"))
    record = submission.correct(mei, original)
    assert (record.return_type, record.period) == ("AAA", "2026-10")
    lists = ("XR-004", "Header/ChangeSummary", None, None)
    assert said(mei, record.id) == [lists]
    drafts.set_value(mei, record.id, "Header/ReplacesId", "another")
    assert said(mei, record.id) == [("XR-004", "Header/ReplacesId", None, None), lists]
    drafts.set_value(mei, record.id, "Header/ReplacesId", original)
    drafts.set_value(mei, record.id, "Header/ChangeSummary", "Rows/Row[1]/Qty: 1 to 2")
    drafts.set_value(mei, record.id, "Rows/Row[1]/Qty", "2")
    assert said(mei, record.id) == []
    signed(mei, boss, record.id)


def test_returns_of_an_earlier_version_are_read_by_their_own_pack(
    mei: Desk, boss: Desk, tmp_path: Path
) -> None:
    fee = '<xs:element name="Fee" type="xs:decimal" minOccurs="0"/>'
    add_related(mei, "AAA", BEFORE)
    filed(mei, boss, filled(mei, "AAA", "2025-12", BTC="1"), tmp_path)
    new = BEFORE.replace("A-004", "A-005").replace("]/Qty", "]/Fee")
    add_related(mei, "AAA", BEFORE + "\n" + new, "2.0", column=fee)
    number = filled(mei, "AAA", "2026-10", BTC="7")
    found = [each for each in checks.check_return(mei, number).findings if each.code != GAP]
    assert [each.code for each in found] == ["XR-000", "A-004"]
    assert "A-005" in found[0].message
    assert "Row has no “Fee”" in found[0].message
    assert found[0].severity is Severity.INFORMATION


def test_reports_of_two_versions_are_read_together(mei: Desk) -> None:
    add_related(mei, "AAA", ALL)
    add_related(mei, "BBB", "")
    filled(mei, "BBB", "2025-12", BTC="1")
    extra = '<xs:element name="Class" type="xs:string" minOccurs="0"/>'
    add_related(mei, "BBB", "", "2.0", more=extra, column=extra)
    filled(mei, "BBB", "2026-09", ETH="1")
    number = filled(mei, "AAA", "2026-10", BTC="1", ETH="1", SOL="1")
    assert said(mei, number) == [("X-003", "Rows/Row[3]/Asset", "0", "1")]


def test_a_type_without_a_pack_is_said_and_not_passed(mei: Desk) -> None:
    add_related(mei, "AAA", ALL)
    assert said(mei, filled(mei, "AAA", "2026-10", BTC="1")) == [("XR-000", None, None, None)]


def test_a_file_by_itself_passes_such_rules_over_and_says_so(mei: Desk, tmp_path: Path) -> None:
    add_related(mei, "AAA", ALL + "\n" + BEFORE)
    file = tmp_path / "return.xml"
    file.write_text(
        '<Doc xmlns="urn:aaa:1"><Header><ReturnId>1</ReturnId><Submission>ORIGINAL</Submission>'
        "</Header><Rows><Row><Asset>BTC</Asset><Qty>1</Qty></Row></Rows></Doc>"
    )
    verdict = check_file(file, None, mei)
    assert (verdict.findings, verdict.passed_over) == ((), ("X-003", "A-004"))


@pytest.mark.parametrize(
    ("relations", "message"),
    [
        ('other = "bbb"', "“bbb” names no return; write"),
        ('other = "BBB after"', "names no return"),
        ("other = 3", "names no return"),
        ('"9" = "BBB"', "“9” is no name"),
    ],
)
def test_a_relation_that_is_none_is_refused(relations: str, message: str) -> None:
    files = related_files("AAA", rule_text("A-1", relations, 'test = "true()"'))
    with pytest.raises(PackError, match=message):
        open_pack(files)


def test_a_month_that_was_never_filed_is_asked_about(mei: Desk, boss: Desk, tmp_path: Path) -> None:
    """Else the closing of two months ago passes for the opening of this one without a word."""
    add_related(mei, "AAA", BEFORE)
    filed(mei, boss, filled(mei, "AAA", "2026-08", BTC="3"), tmp_path)
    number = filled(mei, "AAA", "2026-10", BTC="3")
    (finding,) = checks.check_return(mei, number).findings
    assert (finding.code, finding.severity) == (GAP, Severity.EXPLAIN)
    assert (finding.left, finding.right) == ("2026-08", "2026-09")
    assert "2026-09" in finding.text("zh-Hant")
    filled(mei, "AAA", "2026-09", BTC="3")
    assert [each.code for each in checks.check_return(mei, number).findings] == [GAP]
