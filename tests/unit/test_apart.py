"""Services in a process of their own: the same answers and refusals, and stopping that leaves no trace."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ledger_pack import ledger_desk

from app.domain.finding import Finding, Severity, Verdict
from app.errors import Fault
from app.services import drafts
from app.services.apart import Stopped, WorkEnded, apart, apart_told, heavy_file, heavy_return
from app.services.desk import Desk
from app.services.drafts import FieldMissing
from app.services.returns import get_return, new_return


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    result = ledger_desk(tmp_path / "a.praya", "Mei")
    yield result
    result.workspace.close()


# What the other process is asked to do below; it finds them here by name.


def slow_edit(desk: Desk, return_id: str, tell: Callable[[int, int], None]) -> None:
    with desk.workspace.write():
        drafts.set_value(desk, return_id, "Head/Name", "half-way")
        tell(1, 2)
        time.sleep(30)


def many_findings(_desk: Desk, count: int) -> Verdict:
    return Verdict(tuple(Finding(f"F-{n}", Severity.EXPLAIN, "so") for n in range(count)))


def at_fault(_desk: Desk) -> None:
    raise LookupError("ours")


def killed(_desk: Desk) -> None:
    import os  # noqa: PLC0415

    os.kill(os.getpid(), 9)


def test_answers_edits_and_refusals_are_those_of_the_service(desk: Desk) -> None:
    number = new_return(desk, "LEDGER", "2026-10").id
    changes = apart(desk, drafts.set_value, number, "Head/Name", "October")
    assert changes.rows
    assert get_return(desk, number).head == 1
    with pytest.raises(FieldMissing, match="there is no field") as refused:
        apart(desk, drafts.set_value, number, "Head/Nothing", "x")
    assert refused.value.code == "field-missing"
    assert refused.value.message
    assert get_return(desk, number).head == 1
    apart(desk, drafts.undo, number)
    assert get_return(desk, number).head == 0
    verdict = apart(desk, many_findings, 1001)
    assert [item.code for item in verdict.findings] == [f"F-{n}" for n in range(1001)]


def test_a_fault_comes_with_its_stack_and_an_end_is_said(desk: Desk) -> None:
    with pytest.raises(LookupError, match="ours") as fault:
        apart(desk, at_fault)
    assert "at_fault" in "".join(fault.value.__notes__)
    with pytest.raises(WorkEnded):
        apart(desk, killed)
    assert not isinstance(fault.value, Fault)
    assert apart(desk, many_findings, 1).findings


def test_stopping_takes_effect_at_once_and_leaves_everything_as_it_was(desk: Desk) -> None:
    number = new_return(desk, "LEDGER", "2026-10").id
    drafts.set_value(desk, number, "Head/Name", "as it was")
    told: list[tuple[int, int]] = []
    asked: list[float] = []

    def stop() -> bool:
        if told:
            asked.append(time.monotonic())
        return bool(told)

    with pytest.raises(Stopped):
        apart_told(desk, "tell", lambda *now: told.append(now), stop, slow_edit, number)
    assert time.monotonic() - asked[0] < 0.2
    assert told == [(1, 2)]
    assert get_return(desk, number).head == 1
    drafts.set_value(desk, number, "Head/Name", "and can be written")
    assert get_return(desk, number).head == 2


def test_what_is_small_counts_as_light(desk: Desk, tmp_path: Path) -> None:
    number = new_return(desk, "LEDGER", "2026-10").id
    assert not heavy_return(desk, number)
    (tmp_path / "small").write_bytes(b"x")
    (tmp_path / "large").write_bytes(b"x" * 200_000)
    assert not heavy_file(tmp_path / "small")
    assert not heavy_file(tmp_path / "none")
    assert heavy_file(tmp_path / "large")
