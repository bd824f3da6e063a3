"""Import in the window: what would change, what is wrong, and the whole file as one step."""

from dataclasses import replace
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.finding import Finding, Severity
from app.services import drafts, imports, profiles, templates
from app.services.desk import Desk
from app.services.returns import get_return, new_return
from app.ui.main_window import MainWindow
from app.ui.pages.import_view import ImportView


def filled_template(desk: Desk, folder: Path) -> tuple[str, Path]:
    """A return with a table of three rows, and a template that holds them."""
    record = new_return(desk, "LEDGER", "2026-10")
    drafts.set_value(desk, record.id, "Head/Name", "October")
    for number in range(1, 4):
        drafts.add_row(desk, record.id, "Book")
        drafts.set_value(desk, record.id, f"Book[{number}]/Title", f"Book {number}")
    file = folder / "ledger.xlsx"
    templates.write_template(desk, "LEDGER", file, period="2026-10", return_id=record.id)
    drafts.set_value(desk, record.id, "Book[2]/Title", "typed over")
    return record.id, file


def open_import(window: MainWindow, return_id: str, qtbot: QtBot) -> ImportView:
    window.open_return(return_id, "import")
    rest(window, qtbot)
    assert window.return_page is not None
    return window.return_page.imports


def test_a_dry_run_then_the_import_as_one_step(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, file = filled_template(ledger, tmp_path)
    head = get_return(ledger, return_id).head
    view = open_import(window, return_id, qtbot)
    assert view.empty.isVisible()
    view.use_file(file)
    rest(window, qtbot)
    assert view.notice.isHidden(), view.notice.message.text()
    assert view.counts.text() == "1 value differs"
    shown = [view.changes.proxy.index(0, n).data() for n in range(1, 5)]
    assert shown == ["Changed", "Book 2 › Title", "typed over", "Book 2"]
    assert view.findings.isHidden(), "nothing is wrong: what would change has the room"
    assert view.apply_button.text() == "Import 3 rows"
    assert get_return(ledger, return_id).head == head
    qtbot.mouseClick(view.apply_button, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert get_return(ledger, return_id).head == head + 1
    page = window.return_page
    assert page is not None
    assert page.stack.currentWidget() is page.editor
    window.menus.do("undo")
    rest(window, qtbot)
    assert get_return(ledger, return_id).head == head


def test_what_is_no_workbook_is_refused_in_words(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    view = open_import(window, record.id, qtbot)
    file = tmp_path / "figures.xlsx"
    file.write_text("a;b\n1;2\n")
    view.use_file(file)
    rest(window, qtbot)
    assert view.notice.tone == "blocking"
    assert "figures.xlsx" in view.notice.message.text()
    assert view.apply_button.isHidden()


def test_the_worst_stands_first_and_the_button_says_that_it_blocks(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, file = filled_template(ledger, tmp_path)
    view = open_import(window, return_id, qtbot)
    view.use_file(file)
    rest(window, qtbot)
    assert view.preview is not None
    note = Finding("CELL-SPACES", Severity.INFORMATION, "blanks around it")
    stop = Finding("CELL-ERROR", Severity.BLOCKING, "#REF!")
    cell = replace(view.preview.changes[0], after="00000001")
    counts = {"blocking": 1, "explain": 0, "information": 1}
    view._show_preview(replace(view.preview, findings=(note, stop), changes=(cell,), counts=counts))
    assert view.findings.proxy.index(0, 3).data() == "CELL-ERROR"
    assert view.changes.proxy.index(0, 4).data() == "00000001"
    assert view.apply_button.text() == "Not possible yet: blocking findings"
    steps = get_return(ledger, return_id).steps
    view.apply_button.click()
    rest(window, qtbot)
    assert "Mend the blocking findings" in view.notice.message.text()
    assert get_return(ledger, return_id).steps == steps


PROFILE = """[profile]
name = "{name}"
return_type = "LEDGER"
title = "{title}"

[[table]]
path = "Book"
sheet = "{sheet}"

[table.columns]
Title = "{heading}"
"""


def sheet_book(file: Path, sheet: str, rows: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for line in rows:
        page.append(line)
    book.save(file)
    return file


def test_the_layout_that_fits_is_found_and_a_first_value_is_new(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    for name, sheet in (("shelf", "Shelf"), ("attic", "Attic")):
        file = tmp_path / f"{name}.toml"
        file.write_text(PROFILE.format(name=name, title=sheet, sheet=sheet, heading="Name"))
        profiles.add_profile(ledger, file)
    view = open_import(window, record.id, qtbot)
    view.use_file(sheet_book(tmp_path / "s.xlsx", "Shelf", [["Name"], ["Emma"]]))
    rest(window, qtbot)
    assert view.notice.isHidden(), view.notice.message.text()
    assert view.profile.currentData() == "shelf"
    shown = [view.changes.proxy.index(0, n).data() for n in range(1, 5)]
    assert shown == ["New", "Book 1 › Title", "—", "Emma"]
    view.use_file(sheet_book(tmp_path / "a.xlsx", "Attic", [["Name"], ["Ulysses"]]))
    rest(window, qtbot)
    assert view.profile.currentData() == "attic"
    view.use_file(sheet_book(tmp_path / "o.xlsx", "Cellar", [["Name"], ["Dubliners"]]))
    rest(window, qtbot)
    assert view.preview is None
    said = view.notice.message.text()
    assert "o.xlsx" in said
    assert "[[" not in said
    view.profile.setCurrentIndex(view.profile.findData("attic"))
    view.profile.activated.emit(view.profile.currentIndex())
    rest(window, qtbot)
    assert view.notice.message.text() == (
        "o.xlsx is not laid out as “Attic” says. Choose another layout."
    )


def test_a_table_without_rows_is_a_note(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    return_id, _file = filled_template(ledger, tmp_path)
    file = tmp_path / "shelf.toml"
    file.write_text(PROFILE.format(name="shelf", title="Shelf", sheet="Shelf", heading="Name"))
    profiles.add_profile(ledger, file)
    book = sheet_book(tmp_path / "s.xlsx", "Shelf", [["Name"]])
    found = imports.dry_run(ledger, return_id, book, "shelf")
    assert found.codes == {"IMPORT-NOTHING": 1, "TABLE-EMPTY": 1}
    assert found.counts["information"] == 1
    assert found.tables == []
