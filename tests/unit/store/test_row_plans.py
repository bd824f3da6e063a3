"""One cell of a long table is found by its number: no statement of a keystroke reads the whole return."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ledger_pack import ledger_desk
from sqlalchemy import event

from app.services import drafts
from app.services.desk import Desk
from app.services.returns import new_return


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    result = ledger_desk(tmp_path / "a.praya", "Mei")
    yield result
    result.workspace.close()


def test_a_keystroke_reads_no_whole_return(desk: Desk) -> None:
    number = new_return(desk, "LEDGER", "2026-10").id
    for _ in range(3):
        drafts.add_row(desk, number, "Book")
    drafts.set_value(desk, number, "Book[2]/Title", "before")
    said: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, text: str, given: Any, *_more: Any) -> None:
        said.append((text, given))

    with desk.workspace.read() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", note)
    drafts.set_value(desk, number, "Book[2]/Title", "after")
    drafts.remove_row(desk, number, "Book", 3)
    event.remove(engine, "before_cursor_execute", note)
    plans = []
    with desk.workspace.read() as connection:
        for text, given in said:
            if text.split()[0] in ("SELECT", "UPDATE", "WITH"):
                one = given[0] if isinstance(given, list) else given
                found = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", one)
                plans += [(line[3], text) for line in found]
    on_rows = [(plan, text) for plan, text in plans if " rows " in f"{plan} "]
    assert any("rows_id (return_id=? AND id=?)" in plan for plan, _ in on_rows)
    assert not [item for item in on_rows if "(return_id=?)" in item[0] or "SCAN" in item[0]]
