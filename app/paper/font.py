"""The font of the printed pages: how wide a text is, and which signs it can show."""

import re
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.paper.marks import FONT
from app.paths import data_root

NAME = "PrayaPaper"


_BEYOND = re.compile(r"<([0-9A-F]{5,6})>")


class _Font(TTFont):  # type: ignore[misc]
    """The library's font, whose signs beyond the first plane can be copied and searched as well.

    It writes their numbers as they are where PDF wants UTF-16 (ISO 32000-1, 9.10.3); many names of people in
    Hong Kong are written with them.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (the library's name)
        """Put the font into a document."""
        super().addObjects(doc)
        for name, held in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                held.content = _BEYOND.sub(_utf_16, held.content)


def _utf_16(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


class PaperFont:
    """Widths in thousandths of the size."""

    def __init__(self) -> None:
        font = _Font(NAME, str(data_root() / "resources" / "fonts" / FONT))
        pdfmetrics.registerFont(font)
        self._widths: dict[int, int] = {
            code: font.face.charWidths[code] for code in font.face.charToGlyph
        }

    def width(self, text: str, size: int) -> int:
        """How wide a text of signs that the font has is, rounded up."""
        widths = self._widths
        return -(-sum(widths[ord(sign)] for sign in text) * size // 1000)

    def shown(self, text: str) -> str:
        """The text with each sign that the font lacks told by its number."""
        widths = self._widths
        if all(ord(sign) in widths or sign == "\n" for sign in text):
            return text
        return "".join(
            sign if ord(sign) in widths or sign == "\n" else f"[U+{ord(sign):04X}]" for sign in text
        )


@cache
def paper_font() -> PaperFont:
    """The font, read once."""
    return PaperFont()
