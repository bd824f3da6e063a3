"""An XML file becomes a return: found by its document element, edited, and written with nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from foreign_pack import foreign_files
from ledger_pack import SECRET
from lxml import etree
from roundtrip import content

from app.domain.states import State
from app.services import drafts, editor
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.documents import document, rows_at
from app.services.formview import read_facts
from app.services.packs import add_pack, get_pack
from app.services.returns import ReturnExists, get_return
from app.services.xmlimport import Opened, PeriodUnknown, XmlNotKept, open_xml
from app.store.workspace import Workspace

MESSAGE = """<?xml version="1.0"?>
<!-- from the exchange -->
<q:Message xmlns:q="urn:f:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="urn:f:1 x.xsd">
  <q:PeriodEnd>2026-10-31</q:PeriodEnd>
  <q:Sell id="a"><q:Qty>1.50</q:Qty></q:Sell>
  <q:Note>one &amp; two</q:Note>
  <q:Buy><q:Qty>2</q:Qty></q:Buy>
  <q:Sell><q:Qty>3</q:Qty></q:Sell>
  <w:extra xmlns:w="urn:w"><w:deep k="1"/></w:extra>
</q:Message>
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Workspace.create(tmp_path / "f.praya", SECRET, {"entity": "A", "ce": "B"}), "mei")
    add_pack(made, foreign_files())
    yield made
    made.workspace.close()


@pytest.fixture
def opened(desk: Desk, tmp_path: Path) -> Opened:
    file = tmp_path / "message.xml"
    file.write_text(MESSAGE, encoding="utf-8")
    return open_xml(desk, file)


def written(desk: Desk, return_id: str) -> etree._Element:
    record = get_return(desk, return_id)
    with desk.workspace.read() as connection:
        return etree.fromstring(document(connection, get_pack(desk, record.pack_id), record))


def test_everything_is_there_in_its_order(desk: Desk, opened: Opened) -> None:
    assert (opened.record.return_type, opened.record.period) == ("FOREIGN", "2026-10")
    assert content(written(desk, opened.record.id)) == content(etree.fromstring(MESSAGE.encode()))
    assert [(item.kind, item.line, item.count) for item in opened.left] == [
        ("comment", 2, 1),
        ("schema-location", 4, 1),
    ]
    assert check_return(desk, opened.record.id).valid
    assert get_return(desk, opened.record.id).state is State.VALIDATED


def test_an_edit_changes_nothing_else(desk: Desk, opened: Opened) -> None:
    drafts.set_value(desk, opened.record.id, "Sell[2]/Qty", "4")
    editor.add_table_row(desk, opened.record.id, None, "Buy")
    drafts.set_value(desk, opened.record.id, "Buy[2]/Qty", "5")
    wanted = MESSAGE.replace(">3<", ">4<").replace(
        "  <w:extra", "  <q:Buy><q:Qty>5</q:Qty></q:Buy><w:extra"
    )
    assert content(written(desk, opened.record.id)) == content(etree.fromstring(wanted.encode()))


def test_values_know_their_line(desk: Desk, opened: Opened) -> None:
    with desk.workspace.read() as connection:
        row = next(iter(rows_at(connection, opened.record).all_of("Buy")))
    facts = read_facts(desk, opened.record.id, row.id, "Qty")
    assert facts is not None
    assert str(facts.origin) == "message.xml line 8"


def test_opaque_xml_is_a_value_that_can_be_edited(desk: Desk, opened: Opened) -> None:
    drafts.set_value(desk, opened.record.id, "*[1]", "<not closed>")
    codes = {finding.code for finding in check_return(desk, opened.record.id).findings}
    assert "VALUE-XML" in codes
    drafts.set_value(desk, opened.record.id, "*[1]", '<n xmlns="urn:n">new</n>')
    assert check_return(desk, opened.record.id).valid
    assert written(desk, opened.record.id)[-1].tag == "{urn:n}n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('id="a"', 'id="a" more="1"', 6),
        ("<q:Qty>2</q:Qty>", "<q:Qty>2</q:Qty><q:Fee>1</q:Fee>", 8),
        ("one &amp; two", "one <b>two</b>", 7),
    ],
    ids=["attribute", "element", "in a text"],
)
def test_what_has_no_place_is_refused_by_name(
    desk: Desk, tmp_path: Path, old: str, new: str, line: int
) -> None:
    file = tmp_path / "odd.xml"
    file.write_text(MESSAGE.replace(old, new), encoding="utf-8")
    with pytest.raises(XmlNotKept, match=f"line {line}: "):
        open_xml(desk, file)


def test_the_period_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "message.xml"
    file.write_text(MESSAGE.replace("<q:PeriodEnd>2026-10-31</q:PeriodEnd>", ""), encoding="utf-8")
    with pytest.raises(PeriodUnknown):
        open_xml(desk, file)
    assert open_xml(desk, file, "2026-09").record.period == "2026-09"
    with pytest.raises(ReturnExists):
        open_xml(desk, file, "2026-09")
