"""Printed pages as a PDF: the same pages give the same bytes, and the font is embedded."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.paper.font import NAME, paper_font
from app.paper.marks import TONES, Box, Page, Printed

_POINT = 100


def pdf_bytes(printed: Printed) -> bytes:
    """The document. It holds no moment of its own making, no script, no form and no link."""
    paper_font()
    out = BytesIO()
    canvas = Canvas(
        out, invariant=1, pageCompression=1, initialFontName=NAME, lang=printed.language
    )
    canvas.setTitle(printed.title)
    canvas.setSubject(printed.subject)
    canvas.setAuthor(printed.author)
    canvas.setCreator("Praya")
    for page in printed.pages:
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, page: Page) -> None:
    width, height = page.size
    canvas.setPageSize((width / _POINT, height / _POINT))
    for mark in page.marks:
        colour = HexColor(TONES[mark.tone])
        if isinstance(mark, Box):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(mark.thick / _POINT)
            x, y = mark.x / _POINT, (height - mark.y) / _POINT
            if mark.height:
                canvas.rect(x, y - mark.height / _POINT, mark.width / _POINT, mark.height / _POINT)
            else:
                canvas.line(x, y, x + mark.width / _POINT, y)
            continue
        canvas.setFillColor(colour)
        canvas.setFont(NAME, mark.size / _POINT)
        canvas.drawString(mark.x / _POINT, (height - mark.y) / _POINT, mark.text)
