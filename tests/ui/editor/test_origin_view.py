"""The page of the kept workbook that a value came from."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import update
from test_import import filled_template
from ui_driver import open_window, rest

from app.services import imports
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate, set_value
from app.services.keptpage import KeptPageDamaged, kept_page
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store.tables import blobs
from app.ui.editor.originview import OriginView
from app.ui.main_window import MainWindow

Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def brought_in(ledger: Desk, tmp_path: Path) -> tuple[str, bytes]:
    """A return that a workbook was imported into, and the workbook's bytes; the file itself is gone."""
    number, file = filled_template(ledger, tmp_path)
    report = imports.import_file(ledger, number, file)
    assert not report.blocked, report.findings
    body = file.read_bytes()
    file.unlink()
    return number, body


def shown(window: MainWindow) -> list[OriginView]:
    return [view for view in window.findChildren(OriginView) if view.isVisible()]


def test_the_workbook_page_opens_at_the_cell(
    ledger: Desk, brought_in: tuple[str, bytes], qtbot: QtBot, tmp_path: Path
) -> None:
    number, body = brought_in
    window = open_window(ledger, qtbot)
    window.open_return(number, path="Book[2]/Title")
    rest(window, qtbot)
    panel = window.current_return().editor.panel  # type: ignore[union-attr]
    assert panel.page_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_U, Control)
    rest(window, qtbot)
    (view,) = shown(window)
    here = view.view.currentIndex()
    assert here.data() == "Book 2"
    assert view.model.marked(here)
    assert view.heading.text().startswith("ledger.xlsx · ")
    assert view.model.headerData(here.row(), Qt.Orientation.Vertical) in view.heading.text()
    assert view.view.editTriggers() == view.view.EditTrigger.NoEditTriggers
    ModelTester(view.model).check(view.model)
    view.write(tmp_path / "copy.xlsx")
    rest(window, qtbot)
    assert (tmp_path / "copy.xlsx").read_bytes() == body
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not shown(window)
    window.close()


def test_a_typed_value_has_no_page(
    ledger: Desk, brought_in: tuple[str, bytes], qtbot: QtBot
) -> None:
    number, _ = brought_in
    set_value(ledger, number, "Book[2]/Title", "by hand")
    window = open_window(ledger, qtbot)
    window.open_return(number, path="Book[2]/Title")
    rest(window, qtbot)
    page = window.current_return()
    assert page is not None
    assert not page.editor.panel.page_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_U, Control)
    rest(window, qtbot)
    assert not shown(window)
    assert "no cell of a workbook" in page.editor.notice.message.text()
    window.close()


def test_changed_bytes_are_never_shown_as_the_origin(
    ledger: Desk, brought_in: tuple[str, bytes]
) -> None:
    number, body = brought_in
    record = get_return(ledger, number)
    with ledger.workspace.write() as connection:
        place = locate(get_pack(ledger, record.pack_id).schema, rows_at(connection, record),
                       "Book[2]/Title")  # fmt: skip
        assert kept_page(ledger, number, place.row.id, "Title").body == body
        connection.execute(update(blobs).values(body=body + b"\0"))
    with pytest.raises(KeptPageDamaged):
        kept_page(ledger, number, place.row.id, "Title")
