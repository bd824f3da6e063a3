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
from app.services.returns import ReturnExists, get_return, new_return
from app.services.xmlimport import Opened, PeriodUnknown, XmlNotKept, open_xml
from app.services.xmlsave import save_xml
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


def document_of(desk: Desk, return_id: str) -> bytes:
    record = get_return(desk, return_id)
    with desk.workspace.read() as connection:
        return document(connection, get_pack(desk, record.pack_id), record)


def written(desk: Desk, return_id: str) -> etree._Element:
    return etree.fromstring(document_of(desk, return_id))


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


DRESSED = """<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>
<?style one?>
<!-- from the exchange -->
<q:Message xmlns:q="urn:f:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="urn:f:1 x.xsd" xmlns:unused="urn:u">
  <q:PeriodEnd><!-- the last day -->2026-10-31</q:PeriodEnd>
    <?page a?>
  <!-- first --><q:Sell id='a'><q:Qty>1.50</q:Qty></q:Sell>
  <q:Note><![CDATA[one & two]]> caf\xe9</q:Note>
  <b:Buy xmlns:b="urn:f:1"><b:Qty>2</b:Qty></b:Buy><!-- bought -->
  <q:Sell><q:Qty>3</q:Qty></q:Sell>
  <w:extra xmlns:w="urn:w" t="q:x"><w:deep k="1"/></w:extra>
</q:Message>
<!-- the end -->
""".encode("iso-8859-1")


def canonical(body: bytes) -> bytes:
    """With comments, processing instructions, prefixes and indentation."""
    return etree.tostring(etree.fromstring(body).getroottree(), method="c14n", with_comments=True)


@pytest.fixture
def dressed(desk: Desk, tmp_path: Path) -> str:
    file = tmp_path / "dressed.xml"
    file.write_bytes(DRESSED)
    return open_xml(desk, file).record.id


def test_what_was_not_touched_is_saved_byte_for_byte(
    desk: Desk, dressed: str, tmp_path: Path
) -> None:
    saved = save_xml(desk, dressed, tmp_path / "out.xml")
    assert (saved.form, saved.path.read_bytes()) == ("unchanged", DRESSED)
    drafts.set_value(desk, dressed, "Sell[2]/Qty", "4")
    drafts.undo(desk, dressed)
    assert save_xml(desk, dressed, tmp_path / "out.xml").form == "unchanged"


@pytest.mark.parametrize(
    ("path", "text", "old", "new"),
    [
        ("Sell[2]/Qty", "4", b"<q:Qty>3<", b"<q:Qty>4<"),
        ("Buy[1]/Qty", "7", b"<b:Qty>2<", b"<b:Qty>7<"),
        ("Sell[1]/@id", "zz", b"id='a'", b"id='zz'"),
        ("Sell[1]/@id", None, b" id='a'", b""),
        ("Sell[2]/@id", "n", b"<q:Sell><q:Qty>3", b'<q:Sell id="n"><q:Qty>3'),
        (
            "PeriodEnd",
            "2026-10-30",
            b"<!-- the last day -->2026-10-31",
            b"2026-10-30<!-- the last day -->",
        ),
        ("PeriodEnd", None, b"\n  <q:PeriodEnd><!-- the last day -->2026-10-31</q:PeriodEnd>", b""),
        ("Buy[1]/Qty", None, b"<b:Qty>2</b:Qty>", b""),
        ("Note[1]", "three", b"<![CDATA[one & two]]> caf\xe9", b"three"),
        ("*[1]", '<k xmlns="urn:k" j="q:v"/>', b"<w:extra xmlns:w=", b"<w:extra xmlns:w="),
    ],
)
def test_an_edit_changes_only_its_value(
    desk: Desk, dressed: str, tmp_path: Path, path: str, text: str | None, old: bytes, new: bytes
) -> None:
    drafts.set_value(desk, dressed, path, text)
    saved = save_xml(desk, dressed, tmp_path / "out.xml")
    assert saved.form == "opened"
    body = saved.path.read_bytes()
    wanted = DRESSED.replace(old, new)
    if path == "*[1]":
        start, end = wanted.index(b"<w:extra"), wanted.index(b"</w:extra>") + len(b"</w:extra>")
        wanted = wanted[:start] + b'<k xmlns="urn:k" j="q:v"/>' + wanted[end:]
    assert canonical(body) == canonical(wanted)
    assert body.startswith(DRESSED.split(b"\n")[0])


def test_rows_come_and_go_among_what_stays(desk: Desk, dressed: str, tmp_path: Path) -> None:
    editor.add_table_row(desk, dressed, None, "Buy")
    drafts.set_value(desk, dressed, "Buy[2]/Qty", "5")
    drafts.remove_row(desk, dressed, "Sell", 1)
    body = save_xml(desk, dressed, tmp_path / "out.xml").path.read_bytes()
    wanted = DRESSED.replace(b"<q:Sell id='a'><q:Qty>1.50</q:Qty></q:Sell>", b"").replace(
        b"<q:Sell><q:Qty>3</q:Qty></q:Sell>",
        b"<q:Sell><q:Qty>3</q:Qty></q:Sell>\n  <q:Buy>\n    <q:Qty>5</q:Qty>\n  </q:Buy>",
    )
    assert canonical(body) == canonical(wanted)


def test_a_signature_that_no_longer_holds_is_left_out(desk: Desk, tmp_path: Path) -> None:
    ds = b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></q:Message>'
    file = tmp_path / "signed.xml"
    file.write_bytes(DRESSED.replace(b"</q:Message>", ds))
    number = open_xml(desk, file).record.id
    assert save_xml(desk, number, tmp_path / "a.xml").path.read_bytes() == file.read_bytes()
    drafts.set_value(desk, number, "Sell[2]/Qty", "4")
    saved = save_xml(desk, number, tmp_path / "b.xml")
    assert (saved.form, saved.dropped) == ("opened", 1)
    assert b"Signature" not in saved.path.read_bytes()


def test_a_return_that_was_begun_empty_is_saved_in_canonical_form(
    desk: Desk, tmp_path: Path
) -> None:
    record = new_return(desk, "FOREIGN", "2026-08")
    saved = save_xml(desk, record.id, tmp_path / "out.xml")
    assert saved.form == "canonical"
    assert saved.path.read_bytes() == document_of(desk, record.id)
