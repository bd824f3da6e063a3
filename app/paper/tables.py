"""Tables on paper: columns as wide as they need, rows over pages with their titles repeated.

What has too many columns even for a page on its side is set row by row, each value below its name.
"""

from dataclasses import dataclass

from app.domain.page import Sheet
from app.paper.flow import LEFT, Flow
from app.paper.font import PaperFont
from app.paper.marks import A4, Text
from app.paper.wrap import longest_word, wrapped

SIZE, TITLE = 720, 640
LEAD = 970
PAD = 500
"""Sizes of values and of titles, distance of lines, and what lies between two columns."""

_WIDEST = 16000
_WORD = 9500
_SHORT = 3000
_TITLE_WIDEST = 6000
_MOST_COLUMNS = 17
_ABSENT = "—"


def lies(sheet: Sheet, font: PaperFont) -> bool:
    """Whether a table fits a page on its side and no page that stands."""
    if not sheet.rows or column_widths(sheet, A4[0] - 2 * LEFT, font) is not None:
        return False
    return column_widths(sheet, A4[1] - 2 * LEFT, font) is not None


def set_sheet(flow: Flow, sheet: Sheet) -> None:
    """The rows of a table that are there, as columns or row by row."""
    if not sheet.rows:
        return
    if lies(sheet, flow.font):
        flow.lie()
    widths = column_widths(sheet, flow.width, flow.font)
    if widths is None:
        _records(flow, sheet)
    else:
        _Columns(flow, sheet, widths).set()


@dataclass(frozen=True, slots=True)
class _Wish:
    least: int
    most: int


def column_widths(sheet: Sheet, width: int, font: PaperFont) -> list[int] | None:
    """The widths that show every column; None where they do not fit. No figure is ever broken."""
    if len(sheet.titles) > _MOST_COLUMNS:
        return None
    wishes = [_wish(sheet, place, font) for place in range(len(sheet.titles))]
    free = width - PAD * (len(wishes) - 1)
    least = sum(wish.least for wish in wishes)
    if least > free:
        return None
    most = sum(wish.most for wish in wishes)
    if most <= free:
        return [wish.most for wish in wishes]
    span = most - least
    return [
        wish.least + (wish.most - wish.least) * (free - least) // span if span else wish.least
        for wish in wishes
    ]


def _wish(sheet: Sheet, place: int, font: PaperFont) -> _Wish:
    title = sheet.titles[place]
    whole = _across(title, TITLE, font)
    least = min(max(longest_word(title, TITLE, font), min(whole, _SHORT)), _WORD)
    most = max(least, min(whole, _TITLE_WIDEST))
    for row in sheet.rows:
        text = row[place]
        whole = _across(text, SIZE, font)
        if sheet.numeric[place]:
            least = max(least, whole)
            most = max(most, whole)
            continue
        if whole > least:
            kept = whole if whole <= _SHORT else min(longest_word(text, SIZE, font), _WORD)
            least = max(least, kept)
        most = max(most, min(whole, _WIDEST))
    return _Wish(least, max(least, most))


def _across(text: str, size: int, font: PaperFont) -> int:
    """How wide a text is whose lines are not broken further."""
    return max(font.width(line, size) for line in font.shown(text).split("\n"))


class _Columns:
    def __init__(self, flow: Flow, sheet: Sheet, widths: list[int]) -> None:
        self._flow, self._sheet, self._widths = flow, sheet, widths
        self._titles = self._lines(sheet.titles, TITLE)
        self._places = [LEFT + sum(widths[:at]) + PAD * at for at in range(len(widths))]

    def set(self) -> None:
        flow = self._flow
        first = self._lines(self._sheet.rows[0], SIZE)
        flow.need(self._head_height() + min(_height(first), flow.whole // 2))
        self._head()
        flow.repeat = self._head
        for row in self._sheet.rows:
            self._row(self._lines(row, SIZE))
        flow.repeat = None

    def _lines(self, cells: tuple[str, ...], size: int) -> list[list[str]]:
        return [
            wrapped(cell, width, size, self._flow.font)
            for cell, width in zip(cells, self._widths, strict=True)
        ]

    def _head_height(self) -> int:
        return max(map(len, self._titles)) * LEAD + 300

    def _head(self) -> None:
        flow = self._flow
        lowest = max(map(len, self._titles))
        for place, lines in enumerate(self._titles):
            for number, line in enumerate(lines, lowest - len(lines)):
                self._cell(place, line, number, TITLE, "muted")
        flow.y += lowest * LEAD + 200
        flow.line("line", 60)
        flow.y += 100

    def _row(self, cells: list[list[str]]) -> None:
        """A row; one that is higher than what a page has goes on over pages."""
        flow = self._flow
        flow.need(_height(cells))
        done, count = 0, max(map(len, cells))
        while True:
            fits = max(1, min(count - done, (flow.room - 300) // LEAD))
            for place, lines in enumerate(cells):
                for number, line in enumerate(lines[done : done + fits]):
                    tone = "muted" if lines == [_ABSENT] else "text"
                    self._cell(place, line, number, SIZE, tone)
            flow.y += fits * LEAD + 200
            done += fits
            if done >= count:
                break
            flow.turn()
        flow.line()
        flow.y += 100

    def _cell(self, place: int, line: str, number: int, size: int, tone: str) -> None:
        if not line:
            return
        flow, x = self._flow, self._places[place]
        if self._sheet.numeric[place]:
            x += self._widths[place] - flow.font.width(line, size)
        flow.put(Text(x, flow.y + number * LEAD + SIZE, size, line, tone))


def _height(cells: list[list[str]]) -> int:
    return max(map(len, cells)) * LEAD + 300


# Row by row


def _records(flow: Flow, sheet: Sheet) -> None:
    """Each row under its number, its values side by side below their names."""
    across = 4 if flow.wide else 3
    width = (flow.width - 1200 * (across - 1)) // across
    for number, row in enumerate(sheet.rows, 1):
        flow.need(5000)
        flow.text(f"{number}  {_name(row, str(number))}", 820)
        flow.y += 150
        cells = list(zip(sheet.titles, row, strict=True))
        for start in range(0, len(cells), across):
            _pairs(flow, cells[start : start + across], width)
        flow.line("line")
        flow.y += 700


def _name(row: tuple[str, ...], number: str) -> str:
    """The first value that is there, and is not its number, names the row."""
    named = (cell.partition("\n")[0] for cell in row if cell not in (_ABSENT, number))
    return next(named, "")


def _pairs(flow: Flow, cells: list[tuple[str, str]], width: int) -> None:
    """Some values, each below its name."""
    pieces = [
        [(line, TITLE, "muted") for line in wrapped(title, width, TITLE, flow.font)]
        + [
            (line, SIZE, "muted" if value == _ABSENT else "text")
            for line in wrapped(value, width, SIZE, flow.font)
        ]
        for title, value in cells
    ]
    count = max(map(len, pieces))
    flow.need(min(count * LEAD + 400, flow.whole))
    done = 0
    while done < count:
        fits = max(1, min(count - done, flow.room // LEAD))
        for place, lines in enumerate(pieces):
            x = LEFT + place * (width + 1200)
            for at, (line, size, tone) in enumerate(lines[done : done + fits]):
                if line:
                    flow.put(Text(x, flow.y + at * LEAD + SIZE, size, line, tone))
        flow.y += fits * LEAD
        done += fits
        if done < count:
            flow.turn()
    flow.y += 400
