"""Filling pages from top to bottom: what does not fit goes to the next one."""

from collections.abc import Callable

from app.paper.font import PaperFont
from app.paper.marks import A4, Box, Mark, Text
from app.paper.wrap import wrapped

LEFT = 4200
TOP = 6600
BOTTOM = 6400
"""Margins: beside, above and below what flows. Head and foot stand in the last two."""


class Flow:
    """Where the next mark goes. `repeat` is what stands at the top of each further page of a table."""

    def __init__(self, font: PaperFont, *, top: int = TOP) -> None:
        self.font = font
        self.pages: list[tuple[bool, list[Mark]]] = []
        self.wide = False
        self._top = top
        self.y = 0
        self.repeat: Callable[[], None] | None = None
        self.turn()

    @property
    def width(self) -> int:
        """Between the margins."""
        return (A4[1] if self.wide else A4[0]) - 2 * LEFT

    @property
    def room(self) -> int:
        """What is left of the page."""
        return (A4[0] if self.wide else A4[1]) - BOTTOM - self.y

    @property
    def whole(self) -> int:
        """What a page has."""
        return (A4[0] if self.wide else A4[1]) - BOTTOM - self._top

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y == self._top

    def turn(self) -> None:
        """The next page."""
        self.pages.append((self.wide, []))
        self.y = self._top
        if self.repeat is not None:
            self.repeat()

    def lie(self) -> None:
        """From here on pages lie on their side, for tables that need it."""
        if not self.wide:
            self.wide = True
            if self.fresh:
                self.pages.pop()
            self.turn()

    def need(self, height: int) -> None:
        """Turn the page unless so much is left; what is higher than a page begins on a new one."""
        if self.room < height and not self.fresh:
            self.turn()

    def skip(self, height: int) -> None:
        """Leave blank, except at the top of a page."""
        if not self.fresh:
            self.y += height

    def put(self, mark: Mark) -> None:
        """A mark on this page."""
        self.pages[-1][1].append(mark)

    def line(self, tone: str = "hair", thick: int = 40) -> None:
        """A line across the page here."""
        self.put(Box(LEFT, self.y, self.width, 0, thick, tone))

    def text(self, text: str, size: int, tone: str = "text", *, lead: int = 140) -> None:
        """A text over the whole width; `lead` is the distance of lines in percent of the size."""
        for line in wrapped(text, self.width, size, self.font):
            height = size * lead // 100
            self.need(height)
            self.put(Text(LEFT, self.y + size, size, line, tone))
            self.y += height
