"""Printing a return: the marks of its pages, as the PDF has them, drawn on a printer."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPageSize,
    QPainter,
    QPen,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.errors import Fault
from app.paper.marks import FONT, TONES, Box, Page, Printed
from app.paths import data_root
from app.ui.i18n import tr

_INCH = 7200
"""Hundredths of a point in an inch."""


@cache
def _family() -> str:
    """The family of the paper's font, made known to Qt once."""
    file = data_root() / "resources" / "fonts" / FONT
    number = QFontDatabase.addApplicationFont(str(file))
    if number < 0:
        raise Fault(f"the font {file.name} cannot be read")
    return QFontDatabase.applicationFontFamilies(number)[0]


def paper_qfont(size: int) -> QFont:
    """The font in a size of hundredths of a point, for a painter that is scaled to those."""
    font = QFont(_family())
    font.setPixelSize(size)
    font.setKerning(False)  # the PDF sets sign by sign
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def draw_page(painter: QPainter, page: Page) -> None:
    """One page, on a painter whose unit is the hundredth of a point."""
    for mark in page.marks:
        colour = QColor(f"#{TONES[mark.tone]:06x}")
        if isinstance(mark, Box):
            painter.setPen(QPen(colour, mark.thick))
            if mark.height:
                painter.drawRect(QRectF(mark.x, mark.y, mark.width, mark.height))
            else:
                end = QPointF(mark.x + mark.width, mark.y)
                painter.drawLine(QPointF(mark.x, mark.y), end)
            continue
        painter.setPen(colour)
        painter.setFont(paper_qfont(mark.size))
        painter.drawText(QPointF(mark.x, mark.y), mark.text)


def draw(printer: QPrinter, printed: Printed) -> None:
    """All pages, turned as the paper lies; on other paper than A4 smaller or larger, always whole.

    The paper is never turned between two pages: Qt's preview shows all of them as the last one lies, and
    not every printer can.
    """
    printer.setFullPage(True)
    printer.setDocName(printed.title)
    painter = QPainter()
    if not painter.begin(printer):
        raise Fault("the printer cannot be drawn on")
    for number, page in enumerate(_wanted(printer, printed.pages)):
        if number:
            printer.newPage()
        painter.save()
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        _fit(painter, page, paper.width(), paper.height())
        draw_page(painter, page)
        painter.restore()
    painter.end()


def _fit(painter: QPainter, page: Page, width: int, height: int) -> None:
    """Turn the page a quarter where it lies otherwise than the paper, and fill that."""
    if page.wide != (width > height):
        painter.translate(width, 0)
        painter.rotate(90)
        width, height = height, width
    across, down = page.size
    fits = min(width / across, height / down)
    painter.scale(fits, fits)


def _wanted(printer: QPrinter, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages that the user asked for; 0 means all."""
    first, last = printer.fromPage(), printer.toPage()
    chosen = pages[first - 1 : last] if first and last else pages
    return chosen or pages


class PrintPreview(QPrintPreviewDialog):
    """The pages as they will be printed, with the system's printers and their settings."""

    def __init__(self, parent: QWidget, printed: Printed) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        super().__init__(self._printer, parent)
        self._printed = printed
        self.setWindowTitle(tr("Print {title}").format(title=printed.title))
        self.paintRequested.connect(self._paint)
        self.finished.connect(self.deleteLater)
        self.resize(900, 760)

    @Slot(QPrinter)
    def _paint(self, printer: QPrinter) -> None:
        draw(printer, self._printed)
