"""Places in a long table that are remembered are those that counting gives, whatever was done before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_pack import ledger_desk

from app.services import drafts
from app.services.desk import Desk
from app.services.returns import get_return, new_return
from app.store import ordinals
from app.store.rows import Rows

TABLE = "Book"
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("value", "add", "remove", "undo", "redo", "fail", "elsewhere", "look")),
        st.integers(1, 12),
    ),
    max_size=25,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    result = ledger_desk(tmp_path / "a.praya", "Mei")
    yield result
    result.workspace.close()


class _Stop(Exception):
    pass


def act(desk: Desk, number: str, name: str, place: int, rows: int) -> None:
    at = min(place, rows)
    if name == "value" and rows:
        drafts.set_value(desk, number, f"{TABLE}[{at}]/Title", f"t{place}")
    elif name == "add":
        drafts.add_row(desk, number, TABLE, at or None)
    elif name == "remove" and rows:
        drafts.remove_row(desk, number, TABLE, at)
    elif name in ("undo", "redo"):
        (drafts.undo if name == "undo" else drafts.redo)(desk, number)
    elif name == "fail":  # a step that is taken back, and its number used again
        with pytest.raises(_Stop):
            _add_and_fail(desk, number, 1 if rows else None)
    elif name == "elsewhere":
        other = Desk(type(desk.workspace).open(desk.workspace.path, desk.workspace.secret), "Wong")
        drafts.add_row(other, number, TABLE, at or None)
        other.workspace.close()


def _add_and_fail(desk: Desk, number: str, at: int | None) -> None:
    with desk.workspace.write():
        drafts.add_row(desk, number, TABLE, at)
        look(desk, number)
        raise _Stop


def look(desk: Desk, number: str) -> int:
    """Every row stands where counting says; returns how many there are."""
    record = get_return(desk, number)
    with desk.workspace.read() as connection:
        rows = Rows(connection, number, record.head)
        found = list(rows.all_of(TABLE))
        assert [rows.position(row) for row in found] == list(range(1, len(found) + 1))
    return len(found)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_places_are_those_that_counting_gives(
    desk: Desk, acts: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ordinals, "LONG", 1)
    number = new_return(desk, "LEDGER", "2026-10").id
    for _ in range(4):
        drafts.add_row(desk, number, TABLE)
    for name, place in acts:
        act(desk, number, name, place, look(desk, number))
    look(desk, number)
    drafts_void(desk, number)


def drafts_void(desk: Desk, number: str) -> None:
    """The period is free for the next example."""
    from app.services.submission import void  # noqa: PLC0415

    void(desk, number, "tried")
