"""A form with more fields than anybody sees: what is out of sight has no widgets until it is looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bare_pack import bare_files, bare_xsd
from editor_driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.services.packs import add_pack
from app.services.returns import new_return
from app.store.workspace import Workspace
from app.ui.editor.field import FieldFrame
from app.ui.editor.group import GroupBox
from app.ui.theme import Theme
from tests.ui.editor.conftest import RAW_KEY

GROUPS, FIELDS = 30, 6


def large_xsd() -> bytes:
    """A section of thirty groups of six fields."""
    groups = "".join(
        f'<xs:element name="G{group}"><xs:complexType><xs:sequence>'
        + "".join(f'<xs:element name="F{n}" type="xs:string"/>' for n in range(FIELDS))
        + "</xs:sequence></xs:complexType></xs:element>"
        for group in range(GROUPS)
    )
    return bare_xsd(
        '<xs:element name="R"><xs:complexType><xs:sequence><xs:element name="Body"><xs:complexType>'
        f"<xs:sequence>{groups}</xs:sequence></xs:complexType></xs:element>"
        '<xs:element name="Tail"><xs:complexType><xs:sequence>'
        '<xs:element name="End" type="xs:string"/></xs:sequence></xs:complexType></xs:element>'
        "</xs:sequence></xs:complexType></xs:element>"
    )


@pytest.fixture
def large(tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    workspace = Workspace.create(tmp_path / "b.praya", RAW_KEY, {"entity": "X", "ce": "Y"})
    desk = Desk(workspace, "mei")
    add_pack(desk, bare_files({"a.xsd": large_xsd()}, "a.xsd", "R"))
    driver = Driver(desk, new_return(desk, "BARE", "2026-10").id, qtbot)
    yield driver
    driver.close()
    workspace.close()


def built(driver: Driver) -> list[str]:
    """The fields that have widgets, as places such as G3/F1, in the order of the form."""
    frames = driver.editor.stack.currentWidget().findChildren(FieldFrame)
    return [frame._path.removeprefix("Body/") for frame in frames]


def test_only_what_is_in_sight_has_widgets(large: Driver) -> None:
    page = large.editor.stack.currentWidget()
    first = built(large)
    assert "G0/F0" in first
    assert f"G{GROUPS - 1}/F0" not in first
    assert len(first) < GROUPS * FIELDS / 2
    boxes = page.findChildren(GroupBox)
    assert len(boxes) == GROUPS
    in_sight = [box for box in boxes if not box.visibleRegion().isEmpty()]
    assert in_sight
    assert all(box.form is not None for box in in_sight)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    large.qtbot.waitUntil(lambda: f"G{GROUPS - 1}/F0" in built(large), timeout=5000)
    assert f"G{GROUPS // 2}/F0" not in built(large)


def test_a_field_out_of_sight_is_reached_by_its_place(large: Driver) -> None:
    place = f"G{GROUPS - 1}/F{FIELDS - 1}"
    assert place not in built(large)
    large.editor.go_to(f"Body/{place}")
    large.rest()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.parent()._path == f"Body/{place}"
    large.qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty(), timeout=5000)


def test_tab_passes_over_nothing_that_waits_for_sight(large: Driver) -> None:
    seen: list[str] = []
    large.editor.take_focus()
    for _ in range(GROUPS * FIELDS * 2):
        focus = QApplication.focusWidget()
        path = getattr(focus.parent() if focus else None, "_path", "")
        if path and path not in seen:
            seen.append(path)
        if path == f"Body/G{GROUPS - 1}/F{FIELDS - 1}":
            break
        large.qtbot.keyClick(focus, Qt.Key.Key_Tab)
    wanted = [f"Body/G{g}/F{n}" for g in range(GROUPS) for n in range(FIELDS)]
    assert seen == wanted


def test_what_was_typed_in_what_came_into_sight_is_kept(large: Driver) -> None:
    place = f"Body/G{GROUPS - 1}/F0"
    large.editor.go_to(place)
    large.rest()
    large.qtbot.keyClicks(QApplication.focusWidget(), "late")
    large.editor.flush()
    large.rest()
    large.editor.go_to("Body/G0/F0")
    large.editor.go_to(place)
    large.rest()
    assert QApplication.focusWidget().parent().input.value() == "late"
