"""Rules through the services: origin, citation, explanations, settings, and the same for a file."""

from collections import OrderedDict
from pathlib import Path
from typing import Any

import pytest

from app.domain.finding import Finding, Severity
from app.domain.rule import Rule
from app.domain.states import State
from app.rules import engine
from app.rules.program import Program, compile_rule
from app.services import checks, drafts, packs, returns, rulecheck
from app.services.desk import Desk
from app.services.documents import document
from app.services.explanations import NothingToExplain, explain
from app.services.filecheck import check_file
from app.services.settings import SettingUnknown, get, list_settings, set_setting
from app.store import history
from app.store import returns as store


def _findings(desk: Desk, number: str, code: str) -> list[Finding]:
    return [item for item in checks.check_return(desk, number).findings if item.code == code]


def test_another_choice_asks_for_another_check(desk: Desk) -> None:
    number = returns.new_return(desk, "CWR", "2026-10").id
    other = returns.new_return(desk, "CAR", "2026-10").id
    with desk.workspace.write() as connection:
        store.set_state(connection, number, State.APPROVED)
        store.set_state(connection, other, State.VALIDATED)
    set_setting(desk, "staked_as", "other")
    assert returns.get_return(desk, number).state is State.DRAFT
    assert returns.get_return(desk, other).state is State.VALIDATED
    with desk.workspace.read() as connection:
        last = list(history.entries(connection))[-1]
    assert last.action == "approval-voided"
    assert "staked_as" in last.detail


def test_rules_are_compiled_once_and_anew_for_another_choice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []

    def counted(rule: Rule, *given: Any, **named: Any) -> Program:
        compiled.append(rule.id)
        return compile_rule(rule, *given, **named)

    monkeypatch.setattr(engine, "compile_rule", counted)
    monkeypatch.setattr(rulecheck, "_programs", OrderedDict())
    number = returns.new_return(desk, "CWR", "2026-10").id
    first = checks.check_return(desk, number)
    once = list(compiled)
    assert once
    assert checks.check_return(desk, number).findings == first.findings
    assert compiled == once
    set_setting(desk, "staked_as", "other")
    checks.check_return(desk, number)
    assert compiled == once * 2


@pytest.fixture
def money(desk: Desk) -> str:
    """A return with one account whose books and bank differ (CAR-007 wants a word on it)."""
    number = returns.new_return(desk, "CAR", "2026-10").id
    drafts.add_row(desk, number, "ClientMoney/Account")
    for key, value in (("LedgerBalance", "1234567.89"), ("BankBalance", "1234568.89")):
        drafts.set_value(desk, number, f"ClientMoney/Account[1]/{key}", value)
    return number


def test_a_finding_says_everything(desk: Desk, money: str) -> None:
    (finding,) = _findings(desk, money, "CAR-007")
    assert finding.severity is Severity.EXPLAIN
    assert finding.path == "ClientMoney/Account[1]/LedgerBalance"
    assert (finding.left, finding.right, finding.difference) == ("1234567.89", "1234568.89", "-1")
    assert finding.origin is not None
    assert (finding.origin.kind.value, finding.origin.by) == ("typed", "mei")
    assert finding.citation == "VG 10.16"
    assert finding.certainty == "LAW"
    assert "1,234,567.89" in finding.message
    assert "1,234,567.89" in finding.text("zh-Hant")
    assert finding.text("zh-Hant") != finding.message


def test_an_explanation_holds_for_its_figures(desk: Desk, money: str) -> None:
    explain(desk, money, "CAR-007", None, " cut-off ")
    (finding,) = _findings(desk, money, "CAR-007")
    assert finding.explanation == "cut-off"
    with desk.workspace.read() as connection:
        last = list(history.entries(connection))[-1]
    assert (last.action, last.seat) == ("explained", "mei")
    assert "cut-off" in last.detail
    drafts.set_value(desk, money, "ClientMoney/Account[1]/BankBalance", "1234569.89")
    (finding,) = _findings(desk, money, "CAR-007")
    assert finding.explanation is None
    drafts.undo(desk, money)
    explain(desk, money, "CAR-007", "ClientMoney/Account[1]/LedgerBalance", "")
    assert _findings(desk, money, "CAR-007")[0].explanation is None


def test_an_explanation_after_approval_voids_it(desk: Desk, money: str) -> None:
    """Explanations are part of what was approved; whoever changes one later changes that."""
    with desk.workspace.write() as connection:
        store.set_state(connection, money, State.APPROVED)
    explain(desk, money, "CAR-007", None, "cut-off at midnight")
    assert returns.get_return(desk, money).state is State.DRAFT
    with desk.workspace.read() as connection:
        actions = [entry.action for entry in history.entries(connection, money)]
    assert actions[-2:] == ["approval-voided", "explained"]


def test_only_what_asks_for_it_can_be_explained(desk: Desk, money: str) -> None:
    with pytest.raises(NothingToExplain, match="no finding CAR-999"):
        explain(desk, money, "CAR-999", None, "a timing difference")
    with pytest.raises(NothingToExplain, match="at Nowhere"):
        explain(desk, money, "CAR-007", "Nowhere", "a timing difference")
    with pytest.raises(NothingToExplain, match="has to be corrected"):
        explain(desk, money, "VALUE-MISSING", None, "a timing difference")


def test_a_setting_is_one_of_its_choices_and_stands_in_the_history(desk: Desk) -> None:
    names = [item.name for item in list_settings(desk)]
    assert "staked_as" in names
    setting = get(desk, "staked_as")
    assert setting.value == setting.default
    assert not setting.changed
    other = next(choice for choice in setting.choices if choice != setting.default)
    assert set_setting(desk, "staked_as", other).settings
    assert not set_setting(desk, "staked_as", other).settings
    assert get(desk, "staked_as").value == other
    with desk.workspace.read() as connection:
        last = list(history.entries(connection))[-1]
    assert last.action == "setting"
    with pytest.raises(SettingUnknown, match="is no choice"):
        set_setting(desk, "staked_as", "nonsense")
    with pytest.raises(SettingUnknown, match="there is no setting"):
        set_setting(desk, "nonsense", "x")


def test_a_return_and_its_file_get_the_same_verdict(desk: Desk, money: str, tmp_path: Path) -> None:
    record = returns.get_return(desk, money)
    with desk.workspace.read() as connection:
        body = document(connection, packs.get_pack(desk, record.pack_id), record)
    (tmp_path / "return.xml").write_bytes(body)
    said = [
        [
            (
                item.code,
                item.severity,
                item.path,
                item.left,
                item.right,
                item.difference,
                item.message,
            )
            for item in verdict.findings
            if item.code.startswith(("CAR-", "HDR-"))
        ]
        for verdict in (
            checks.check_return(desk, money),
            check_file(tmp_path / "return.xml", None, desk),
            check_file(tmp_path / "return.xml", None, None),
        )
    ]
    assert len(said[0]) > 1
    assert said[0] == said[1] == said[2]
