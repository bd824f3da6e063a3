"""Home tells what is left, by the counts of the last check."""

from pathlib import Path

import pytest

from app.domain.finding import Finding, Severity
from app.domain.states import State
from app.services import checks, drafts, packs, returns
from app.services.desk import Desk
from app.services.explanations import explain
from app.services.lastcheck import LastCheck
from app.services.obligations import Obligation, obligations
from app.store.keyfile import Secret
from app.store.workspace import Workspace
from app.ui.pages.left_words import left_to_do


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    workspace = Workspace.create(tmp_path / "a.praya", Secret("pw", "passphrase"), {"entity": "X"})
    desk = Desk(workspace, "mei")
    packs.add_shipped(desk)
    return desk


def owed(desk: Desk, number: str) -> Obligation:
    return next(item for item in obligations(desk) if item.return_id == number)


def test_the_counts_are_those_of_the_last_check(desk: Desk, qapp: object) -> None:
    number = returns.new_return(desk, "CWR", "2026-10").id
    assert owed(desk, number).checked is None
    assert left_to_do(owed(desk, number)).startswith("Left: fill and check")
    verdict = checks.check_return(desk, number)
    blocking, open_ones = verdict.count(Severity.BLOCKING), verdict.unexplained
    assert owed(desk, number).checked == LastCheck(blocking, open_ones, stale=False)
    assert left_to_do(owed(desk, number)).startswith(f"Left: {blocking} blocking")
    drafts.set_value(desk, number, "Header/CeNumber", "AXC846")
    assert left_to_do(owed(desk, number)).endswith("(checked before the last change)")
    checks.check_return(desk, number)
    assert "before" not in left_to_do(owed(desk, number))
    desk.workspace.close()


def test_a_second_check_of_the_same_leaves_the_history_alone(desk: Desk) -> None:
    number = returns.new_return(desk, "CWR", "2026-10").id
    checks.check_return(desk, number)
    with desk.workspace.read() as connection:
        before = connection.exec_driver_sql("select count(*) from history").scalar()
    checks.check_return(desk, number)
    with desk.workspace.read() as connection:
        after = connection.exec_driver_sql("select count(*) from history").scalar()
    assert before == after
    desk.workspace.close()


def test_an_explanation_given_since_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    number = returns.new_return(desk, "CWR", "2026-10").id
    said: list[str | None] = [None]
    monkeypatch.setattr(
        checks._Check,
        "findings",
        lambda *_: iter(
            [Finding("X-1", Severity.EXPLAIN, "odd", path="Header", explanation=said[0])]
        ),
    )
    checks.check_return(desk, number)
    assert returns.get_return(desk, number).state is State.VALIDATED
    assert left_to_do(owed(desk, number)).startswith("Left: 1 to explain, ")
    explain(desk, number, "X-1", None, "it is so")
    said = ["it is so"]
    assert owed(desk, number).checked == LastCheck(0, 0, stale=False)
    explain(desk, number, "X-1", None, "")
    assert owed(desk, number).checked == LastCheck(0, 1, stale=False)
    desk.workspace.close()
