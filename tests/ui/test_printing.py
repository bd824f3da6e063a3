"""Printing and saving from the window: the same marks as the PDF, in every state."""

import re
import subprocess
from pathlib import Path

import pytest
from ledger_pack import ledger_desk
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.paper.font import paper_font
from app.paper.marks import Page, Printed, Text
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.paper import printed_return, return_pdf
from app.services.returns import new_return
from app.ui.main_window import MainWindow
from app.ui.printing import PrintPreview, draw, draw_page, paper_qfont

__all__ = ["ledger_desk"]


def text_of(file: Path | bytes) -> str:
    body = file if isinstance(file, bytes) else file.read_bytes()
    run = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=body, capture_output=True, check=True
    )
    return run.stdout.decode()


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture
def number(ledger: Desk) -> str:
    result = new_return(ledger, "LEDGER", "2026-10").id
    set_value(ledger, result, "Head/Name", "十月 October")
    set_value(ledger, result, "Head/Total", "12.5")
    return result


def test_what_is_printed_is_what_the_pdf_says(
    ledger: Desk, number: str, tmp_path: Path, window: MainWindow
) -> None:
    printed = printed_return(ledger, number, "en")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    draw(printer, printed)
    assert bare(text_of(tmp_path / "printed.pdf")) == bare(
        text_of(return_pdf(ledger, number, "en"))
    )


def test_a_page_that_lies_is_turned_and_stays_whole(tmp_path: Path, window: MainWindow) -> None:
    """Its first and last mark stand inside the paper, which is never turned between two pages."""
    file = tmp_path / "printed.pdf"
    corners = (Text(4000, 5000, 900, "first"), Text(78_000, 57_000, 900, "last"))
    pages = (Page(wide=False, marks=corners[:1]), Page(wide=True, marks=corners))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    draw(printer, Printed(pages, "Both", "en"))
    command = ["pdftotext", "-bbox", "-f", "2", file, "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = {
        found[4]: [round(float(found[place])) for place in range(4)]
        for found in re.findall(
            r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(\w+)<', told
        )
    }
    assert set(words) == {"first", "last"}
    for left, top, right, bottom in words.values():
        assert 0 < left < right < 596
        assert 0 < top < bottom < 842
    assert words["first"][0] > words["last"][0]
    assert words["first"][1] < words["last"][1]


@pytest.mark.parametrize("text", ["1,234,567.89 HKD", "冷錢包比率申報表", "“Row” · Łukasz"])
def test_a_text_is_as_wide_on_the_printer_as_in_the_pdf(window: MainWindow, text: str) -> None:
    measured = QFontMetricsF(paper_qfont(10_000)).horizontalAdvance(text)
    assert abs(measured - paper_font().width(text, 10_000)) <= len(text) * 10


def test_a_page_shows_ink_where_its_marks_stand(window: MainWindow) -> None:
    image = QImage(600, 850, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(0.01, 0.01)
    draw_page(painter, Page(wide=False, marks=(Text(10_000, 20_000, 4_000, "冷錢包"),)))
    painter.end()
    dark = [
        (x, y)
        for x in range(0, 600, 2)
        for y in range(0, 850, 2)
        if image.pixelColor(x, y).lightness() < 100
    ]
    assert len(dark) > 200
    assert all(95 <= x <= 225 and 160 <= y <= 210 for x, y in dark)


def opened(window: MainWindow, number: str, qtbot: QtBot) -> None:
    window.open_return(number)
    rest(window, qtbot)


def test_the_menu_shows_the_pages_of_a_draft(window: MainWindow, number: str, qtbot: QtBot) -> None:
    opened(window, number, qtbot)
    assert window.menus.actions["print"].shortcut().toString() == "Ctrl+P"
    window.menus.actions["print"].trigger()
    rest(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None)
    preview = window.findChild(PrintPreview)
    assert preview is not None
    assert preview.isVisible()
    assert "2026-10" in preview.windowTitle()
    preview.reject()


def test_the_menu_saves_a_pdf(
    window: MainWindow, ledger: Desk, number: str, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, number, qtbot)
    window.menus.actions["pdf"].trigger()
    rest(window, qtbot)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    suggested = Path(dialog.selectedFiles()[0]).name
    assert suggested.startswith("LEDGER_")
    assert suggested.endswith("_draft.pdf")
    dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    dialog.reject()
    rest(window, qtbot)
    assert (tmp_path / "a.pdf").read_bytes() == return_pdf(ledger, number, "en")
    assert "DRAFT, NOT SIGNED" in text_of(tmp_path / "a.pdf")
    assert window.return_page is not None
    assert "a.pdf" in window.return_page.notice.message.text()


def test_a_folder_that_cannot_be_written_is_told(
    window: MainWindow, number: str, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, number, qtbot)
    (tmp_path / "file").write_text("")
    window.menus.actions["pdf"].trigger()
    rest(window, qtbot)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "file" / "a.pdf"))
    dialog.reject()
    rest(window, qtbot)
    assert window.return_page is not None
    assert "cannot be written" in window.return_page.notice.message.text()
