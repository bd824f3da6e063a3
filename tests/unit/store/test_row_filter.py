"""A filter finds a text wherever it stands, also where the stored form of a value is written otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_pack import ledger_desk

from app.services import drafts
from app.services.desk import Desk
from app.services.grid import View, row_ids
from app.services.returns import get_return, new_return
from app.store.rows import Rows

TITLES = (
    'say "so"',
    "back\\slash",
    "two\nlines",
    "tab\there",
    "月結",
    "ÄRGER",
    "Plain",
    "null",
    '"',
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    result = ledger_desk(tmp_path / "a.praya", "Mei")
    yield result
    result.workspace.close()


def test_every_text_is_found_and_nothing_else(desk: Desk) -> None:
    number = new_return(desk, "LEDGER", "2026-10").id
    for place, title in enumerate(TITLES, 1):
        drafts.add_row(desk, number, "Book")
        drafts.set_value(desk, number, f"Book[{place}]/Title", title)
    record = get_return(desk, number)
    with desk.workspace.read() as connection:
        rows = Rows(connection, number, record.head)
        parent, ids = rows.root().id, [row.id for row in rows.all_of("Book")]
    wanted = ('"so"', "\\", "\n", "\t", "月", "rger", "PLAIN", "null", '"', "o\nl", ",", "[")
    for text in wanted:
        found = row_ids(desk, number, parent, "Book", View(text=text))
        low = text.lower()
        assert found == [i for i, title in zip(ids, TITLES, strict=True) if low in title.lower()]
