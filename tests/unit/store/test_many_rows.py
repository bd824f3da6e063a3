"""What is done to one row costs the same in a long table, and what is done to all grows evenly."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from crashing import fill
from ledger_pack import ledger_desk

from app.services import drafts, returns
from app.services.desk import Desk
from app.store.rows import Rows, RowWriter

BOOKS = 6_000  # three rows each


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = ledger_desk(tmp_path / "a.praya")
    fill(desk, returns.new_return(desk, "LEDGER", "2026-10").id, BOOKS)
    yield desk
    desk.workspace.close()


def test_a_long_table_is_cleared_and_brought_back(desk: Desk) -> None:
    (record,) = returns.list_returns(desk)
    begun = time.perf_counter()
    with drafts.editing(desk, record.id, "clear") as edit:
        assert edit.rows.clear(edit.rows.root().id, "Book") == 3 * BOOKS
    assert time.perf_counter() - begun < 10  # reading the whole return for each row took minutes
    with desk.workspace.read() as connection:
        now = returns.get_return(desk, record.id)
        assert list(Rows(connection, record.id, now.head).all_of("Book/Line")) == []
    drafts.undo(desk, record.id)
    with desk.workspace.read() as connection:
        now = returns.get_return(desk, record.id)
        rows = Rows(connection, record.id, now.head)
        assert len(list(rows.all_of("Book/Line"))) == BOOKS
        assert rows.count(rows.root().id, "Book") == BOOKS


def test_a_crowd_in_a_long_table_moves_few_rows(desk: Desk) -> None:
    (record,) = returns.list_returns(desk)
    with drafts.editing(desk, record.id, "crowd") as edit:
        place, versions = BOOKS // 3, count_versions(edit.rows)
        for _ in range(300):
            before, after = edit.rows.children(edit.rows.root().id, "Book", limit=2, offset=place)
            order = edit.rows.room_between(before, after)
            assert before.order < order
            fresh = edit.rows.new_ids(1)
            edit.rows.insert([type(before)(fresh, before.parent, "Book", order, ("new",))])
        moved = count_versions(edit.rows) - versions - 300
    assert moved < 300 * 20
    with desk.workspace.read() as connection:
        now = returns.get_return(desk, record.id)
        rows = Rows(connection, record.id, now.head)
        names = [row.values[0] for row in rows.children(rows.root().id, "Book")]
        assert names[: place + 1] == [f"Book {n}" for n in range(place + 1)]
        assert names[place + 1 : place + 301] == ["new"] * 300
        assert names[place + 301 :] == [f"Book {n}" for n in range(place + 1, BOOKS)]


def count_versions(writer: RowWriter) -> int:
    return int(writer._connection.exec_driver_sql("SELECT count(*) FROM rows").scalar_one())
