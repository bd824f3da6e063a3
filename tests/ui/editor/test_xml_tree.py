"""XML as a value is edited as a tree; rows of a run change places in a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bare_pack import bare_files, bare_xsd
from editor_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.services.packs import add_pack
from app.services.xmlimport import open_xml
from app.store.workspace import Workspace
from app.ui.editor.roworder import OrderDialog
from app.ui.editor.xmltree import XmlInput
from app.ui.theme import Theme
from tests.ui.editor.conftest import RAW_KEY

XSD = bare_xsd(
    """<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:element name="Text"><xs:complexType mixed="true"><xs:sequence>
  <xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element>
 <xs:choice maxOccurs="unbounded"><xs:element name="Buy" type="xs:string"/><xs:element name="Sell" type="xs:string"/></xs:choice>
 <xs:any namespace="##other" processContents="skip" minOccurs="0" maxOccurs="9"/>
</xs:sequence></xs:complexType></xs:element>"""
)
DOCUMENT = """<R xmlns="urn:t"><Text>one <b>two</b> three</Text><Buy>1</Buy><Sell>2</Sell><Buy>3</Buy>
<w:x xmlns:w="urn:w" k="1"><w:y>deep</w:y></w:x></R>"""


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    workspace = Workspace.create(tmp_path / "b.praya", RAW_KEY, {"entity": "X", "ce": "Y"})
    desk = Desk(workspace, "mei")
    add_pack(desk, bare_files({"a.xsd": XSD}, "a.xsd", "R"))
    (tmp_path / "in.xml").write_text(DOCUMENT, encoding="utf-8")
    made = open_xml(desk, tmp_path / "in.xml", "2026-10")
    result = Driver(desk, made.record.id, qtbot)
    yield result
    result.close()
    workspace.close()


def section(driver: Driver, name: str) -> None:
    titles = [item.title("en") for item in driver.editor.session.sections]
    driver.section(titles.index(name))


def entry(driver: Driver) -> XmlInput:
    page = driver.editor.stack.currentWidget()
    (found,) = [item for item in page.findChildren(XmlInput) if item.isVisible()]
    return found


def test_mixed_content_is_a_tree(driver: Driver) -> None:
    section(driver, "Text")
    tree = entry(driver)
    top = tree.tree.topLevelItem(0)
    shown = [(top.child(n).text(0), top.child(n).text(1)) for n in range(top.childCount())]
    assert shown == [("xmlns", "urn:t"), ("", "one "), ("b", "two"), ("", " three")]
    top.child(2).setText(1, "2 & 3")
    driver.rest()
    assert driver.stored("Text") == '<Text xmlns="urn:t">one <b>2 &amp; 3</b> three</Text>'
    tree.tree.setCurrentItem(tree.tree.topLevelItem(0).child(2))
    tree.up.click()
    driver.rest()
    assert driver.stored("Text") == '<Text xmlns="urn:t"><b>2 &amp; 3</b>one  three</Text>'
    driver.editor.undo()
    driver.rest()
    assert driver.stored("Text") == '<Text xmlns="urn:t">one <b>2 &amp; 3</b> three</Text>'


def test_parts_are_added_and_removed_below_a_row(driver: Driver) -> None:
    section(driver, "Other elements")
    driver.cell(driver.table("*"), 0, 0)
    tree = entry(driver)
    tree.tree.setCurrentItem(tree.tree.topLevelItem(0))
    tree.element.click()
    driver.rest()
    assert driver.stored("*[1]") == (
        '<w:x xmlns:w="urn:w" k="1"><w:y>deep</w:y><w:element></w:element></w:x>'
    )
    tree.tree.setCurrentItem(tree.tree.topLevelItem(0).child(2))
    tree.remove.click()
    driver.rest()
    assert driver.stored("*[1]") == '<w:x xmlns:w="urn:w" k="1"><w:element></w:element></w:x>'


def test_what_is_no_name_is_said_and_not_stored(driver: Driver) -> None:
    section(driver, "Text")
    tree = entry(driver)
    before = driver.stored("Text")
    tree.tree.topLevelItem(0).child(2).setText(0, "not a name")
    driver.rest()
    assert tree.note.isVisible()
    assert driver.stored("Text") == before
    assert tree.tree.topLevelItem(0).child(2).text(0) == "b"


def test_the_text_is_looked_at_when_it_is_left(driver: Driver) -> None:
    section(driver, "Text")
    tree = entry(driver)
    tree.as_text.click()
    tree.source.setFocus()
    tree.source.setPlainText("<Text xmlns='urn:t'>")
    tree.source.left.emit()
    driver.rest()
    assert tree.note.isVisible()
    tree.source.setPlainText("<Text xmlns='urn:t'>new</Text>")
    tree.source.left.emit()
    driver.rest()
    assert driver.stored("Text") == "<Text xmlns='urn:t'>new</Text>"


def test_rows_of_a_run_are_ordered_in_a_list(driver: Driver) -> None:
    section(driver, "Sell")
    driver.click(driver.button("Order of the rows of “Sell”"))
    (dialog,) = driver.window.findChildren(QDialog)
    assert isinstance(dialog, OrderDialog)
    driver.rest()
    assert [dialog.list.item(n).text() for n in range(3)] == [
        "Buy 1   1",
        "Sell 1   2",
        "Buy 2   3",
    ]
    dialog.list.setCurrentRow(1)
    driver.qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    driver.rest()
    assert [dialog.list.item(n).text() for n in range(3)] == [
        "Sell 1   2",
        "Buy 1   1",
        "Buy 2   3",
    ]
    assert dialog.list.currentRow() == 0
    dialog.accept()
