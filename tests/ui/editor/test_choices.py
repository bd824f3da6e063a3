"""A choice is a switch: one alternative is shown, and another drops what the first one held."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bare_pack import bare_files, bare_xsd
from editor_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.services.drafts import FieldMissing
from app.services.packs import add_pack
from app.services.returns import new_return
from app.store.workspace import Workspace
from app.ui.editor.choiceswitch import ChoiceSwitch
from app.ui.theme import Theme
from tests.ui.editor.conftest import RAW_KEY

XSD = bare_xsd(
    """<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:element name="Head"><xs:complexType><xs:sequence>
  <xs:element name="Id" type="xs:string"/>
  <xs:choice>
   <xs:sequence><xs:element name="Name" type="xs:string"/>
    <xs:choice minOccurs="0"><xs:element name="Lei" type="xs:string"/><xs:element name="Other" type="xs:string"/></xs:choice>
   </xs:sequence>
   <xs:element name="Person"><xs:complexType><xs:sequence><xs:element name="First" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
   <xs:element name="Code" minOccurs="0" maxOccurs="9" type="xs:string"/>
  </xs:choice>
  <xs:element name="End" type="xs:string"/>
 </xs:sequence></xs:complexType></xs:element>
 <xs:element name="Tail" type="xs:string" minOccurs="0"/>
</xs:sequence></xs:complexType></xs:element>"""
)

Opener = Callable[[bytes], Driver]


@pytest.fixture
def opener(tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Opener]:
    """Opens a new return of a schema in the editor."""
    made: list[tuple[Driver, Workspace]] = []

    def open_one(xsd: bytes) -> Driver:
        workspace = Workspace.create(tmp_path / "b.praya", RAW_KEY, {"entity": "X", "ce": "Y"})
        desk = Desk(workspace, "mei")
        add_pack(desk, bare_files({"a.xsd": xsd}, "a.xsd", "R"))
        record = new_return(desk, "BARE", "2026-10")
        made.append((Driver(desk, record.id, qtbot), workspace))
        return made[-1][0]

    yield open_one
    for driver, workspace in made:
        driver.close()
        workspace.close()


def shown(driver: Driver) -> list[ChoiceSwitch]:
    page = driver.editor.stack.currentWidget()
    return [switch for switch in page.findChildren(ChoiceSwitch) if switch.isVisible()]


def visible(driver: Driver, key: str) -> bool:
    form = driver.editor.stack.currentWidget().forms[0][1]
    return bool(getattr(form, "form", form).fields[key].isVisible())


def take(driver: Driver, switch: ChoiceSwitch, number: int) -> None:
    """Choose with the keyboard."""
    switch.list.setFocus()
    down = switch.list.findData(number) - switch.list.currentIndex()
    for _ in range(abs(down)):
        driver.qtbot.keyClick(switch.list, Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)
    driver.rest()


def test_alternatives_come_and_go(opener: Opener) -> None:
    driver = opener(XSD)
    driver.section(1)
    (outer,) = shown(driver)
    assert [outer.list.itemText(n) for n in range(outer.list.count())] == [
        "Choose…",
        "Name · Lei · Other",
        "Person",
        "Code",
    ]
    assert not visible(driver, "Name")
    take(driver, outer, 0)
    assert visible(driver, "Name")
    assert len(shown(driver)) == 2  # the inner choice came with its alternative
    assert not visible(driver, "Lei")
    driver.type_into("Name", "Lantau")
    take(driver, shown(driver)[1], 0)
    driver.type_into("Lei", "5493")
    assert driver.stored("Head/Lei") == "5493"


def test_another_alternative_asks_before_it_drops(opener: Opener) -> None:
    driver = opener(XSD)
    driver.section(1)
    take(driver, shown(driver)[0], 0)
    driver.type_into("Name", "Lantau")
    switch = shown(driver)[0]
    take(driver, switch, 1)
    box = switch.findChildren(QMessageBox)[-1]
    assert "“Name”" in box.text()
    driver.click(box.buttons()[1])
    assert driver.stored("Head/Name") == "Lantau"
    assert switch.chosen == 0
    take(driver, switch, 1)
    box = switch.findChildren(QMessageBox)[-1]
    driver.click(box.buttons()[0])
    assert driver.stored("Head/Name") is None
    assert driver.stored("Head/Person/First") is None  # the group was begun
    driver.editor.undo()
    driver.rest()
    assert driver.stored("Head/Name") == "Lantau"  # one step
    with pytest.raises(FieldMissing):
        driver.stored("Head/Person[1]/First")


def test_the_choice_of_the_document_element_is_a_switch_too(opener: Opener) -> None:
    group = (
        '<xs:complexType><xs:sequence><xs:element name="V" type="xs:string"/></xs:sequence>'
        "</xs:complexType></xs:element>"
    )
    driver = opener(
        bare_xsd(
            '<xs:element name="R"><xs:complexType><xs:choice>'
            f'<xs:element name="One">{group}<xs:element name="Two">{group}'
            "</xs:choice></xs:complexType></xs:element>"
        )
    )
    (switch,) = shown(driver)
    take(driver, switch, 1)
    assert driver.stored("Two/V") is None
    take(driver, shown(driver)[0], 0)  # an empty group is dropped without asking
    assert driver.stored("One/V") is None
