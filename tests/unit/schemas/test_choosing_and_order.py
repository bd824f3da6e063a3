"""Another alternative of a choice, and another order of rows: each one step, and nothing else changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from foreign_pack import foreign_files
from ledger_pack import SECRET
from lxml import etree

from app.services import drafts, editor
from app.services.desk import Desk
from app.services.documents import document, rows_at
from app.services.packs import add_pack, get_pack
from app.services.returns import get_return, new_return
from app.services.rowmoves import move_row, order_of
from app.store.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Workspace.create(tmp_path / "f.praya", SECRET, {"entity": "A", "ce": "B"}), "mei")
    add_pack(made, foreign_files())
    yield made
    made.workspace.close()


def names(desk: Desk, number: str) -> list[str]:
    record = get_return(desk, number)
    with desk.workspace.read() as connection:
        body = document(connection, get_pack(desk, record.pack_id), record)
    return [
        f"{etree.QName(item).localname} {''.join(item.itertext()).strip()}".strip()
        for item in etree.fromstring(body)
        if "PeriodEnd" not in item.tag
    ]


def test_rows_of_a_run_change_places_with_each_other(desk: Desk) -> None:
    number = new_return(desk, "FOREIGN", "2026-10").id
    for text in ("one", "two"):
        editor.add_table_row(desk, number, None, "Note")
        editor.add_table_row(desk, number, None, "Sell")
        drafts.set_value(desk, number, "Note[2]" if text == "two" else "Note[1]", text)
    assert names(desk, number) == ["Note one", "Sell", "Note two", "Sell"]
    record = get_return(desk, number)
    with desk.workspace.read() as connection:
        root = rows_at(connection, record).root().id
    places = order_of(desk, number, root, "Sell")
    assert [(place.node, place.position, place.words) for place in places] == [
        ("Note", 1, "one"),
        ("Sell", 1, ""),
        ("Note", 2, "two"),
        ("Sell", 2, ""),
    ]
    move_row(desk, number, "Note", places[2].row, -2)
    assert names(desk, number) == ["Note two", "Note one", "Sell", "Sell"]
    move_row(desk, number, "Note", places[2].row, 99)
    assert names(desk, number) == ["Note one", "Sell", "Sell", "Note two"]
    drafts.undo(desk, number)
    drafts.undo(desk, number)
    assert names(desk, number) == ["Note one", "Sell", "Note two", "Sell"]
