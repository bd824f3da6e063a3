"""A document on paper: title, facts, sections and tables, with head and foot on every page."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.page import Line, Part, Sheet
from app.paper.flow import BOTTOM, LEFT, TOP, Flow
from app.paper.font import PaperFont, paper_font
from app.paper.marks import Box, Mark, Page, Printed, Text
from app.paper.tables import lies, set_sheet
from app.paper.wrap import wrapped

_BANNER = 2200


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed.

    `title` and `under` stand at the head of every page, `state` beside them; `banner`, where there is one,
    in a box below. `facts` come first, then `notes`, then `parts`. `digest` and `digest_words` stand at
    the foot of every page. `words` are those of `resources/paper/words.toml`.
    """

    title: str
    under: str
    state: str
    facts: tuple[Line, ...]
    notes: tuple[str, ...]
    parts: tuple[Part, ...]
    digest: str
    digest_words: str
    words: Mapping[str, str]
    language: str
    banner: str = ""
    author: str = ""


def lay_out(paper: Paper) -> Printed:
    """The pages of a document."""
    font = paper_font()
    flow = Flow(font, top=TOP + (_BANNER if paper.banner else 0))
    flow.text(paper.title, 1700, lead=130)
    flow.text(paper.under, 900, "muted")
    flow.y += 600
    _lines(flow, paper.facts)
    flow.y += 500
    for note in paper.notes:
        flow.text(note, 760, "muted")
    for number, part in enumerate(paper.parts):
        if any(lies(sheet, font) for sheet in _first(paper.parts[number:])):
            flow.lie()
        _part(flow, part, paper.words)
    count = len(flow.pages)
    pages = tuple(
        Page(wide, (*_frame(paper, font, wide, number, count), *marks))
        for number, (wide, marks) in enumerate(flow.pages, 1)
    )
    subject = f"SHA-256 {paper.digest.replace(' ', '')}"
    return Printed(pages, paper.title, paper.language, subject, paper.author)


def _first(parts: tuple[Part, ...]) -> tuple[Sheet, ...]:
    """The tables that follow a heading at once: it stands on their page."""
    for part in parts:
        if part.lines or part.notes:
            return ()
        if part.sheets:
            return part.sheets[:1]
    return ()


def _part(flow: Flow, part: Part, words: Mapping[str, str]) -> None:
    top = part.level == 1
    flow.skip(1600 if top else 1000)
    flow.need(9000 if top else 6500)
    flow.text(part.title, 1250 if top else 950)
    if top:
        flow.y += 100
        flow.line("line", 70)
    flow.y += 400
    _lines(flow, part.lines)
    for sheet in part.sheets:
        set_sheet(flow, sheet)
        flow.text(_count(sheet, words), 700, "muted")
    for note in part.notes:
        flow.text(note, 820)
        flow.y += 300


def _count(sheet: Sheet, words: Mapping[str, str]) -> str:
    """How many rows there are, and how many of them are left out here."""
    shown = len(sheet.rows)
    if shown < sheet.total:
        left = f"{sheet.total - shown:,}"
        return words["first_rows"].format(n=f"{sheet.total:,}", shown=f"{shown:,}", left=left)
    if shown == 1:
        return words["row"]
    return words["rows"].format(n=f"{shown:,}") if shown else words["no_rows"]


def _lines(flow: Flow, lines: tuple[Line, ...]) -> None:
    """Names at the left, values beside them, figures at the right edge."""
    for line in lines:
        label = flow.width * 38 // 100
        names = wrapped(line.label, label - 800, 820, flow.font)
        values = wrapped(line.value, flow.width - label, 820, flow.font)
        height = 1150
        flow.need(min(len(names) + len(values), 4) * height // 2 + 300)
        for at in range(max(len(names), len(values))):
            flow.need(height)
            if at < len(names):
                flow.put(Text(LEFT, flow.y + 900, 820, names[at], "muted"))
            if at < len(values) and values[at]:
                x = LEFT + label
                if line.numeric and len(values) == 1:
                    x = LEFT + flow.width - flow.font.width(values[at], 820)
                tone = "muted" if line.value == "—" else "text"
                flow.put(Text(x, flow.y + 900, 820, values[at], tone))
            flow.y += height
        flow.y += 150
        flow.line()
        flow.y += 100


def _frame(paper: Paper, font: PaperFont, wide: bool, number: int, count: int) -> list[Mark]:
    """Head and foot of one page."""
    across, down = Page(wide, ()).size
    width = across - 2 * LEFT
    marks: list[Mark] = []
    state = font.shown(paper.state)
    beside = font.width(state, 820)
    marks.append(Text(LEFT + width - beside, 3600, 820, state))
    for y, size, text, tone in (
        (3600, 820, paper.title, "text"),
        (4700, 720, paper.under, "muted"),
    ):
        marks.append(Text(LEFT, y, size, _cut(text, width - beside - 1200, size, font), tone))
    marks.append(Box(LEFT, 5300, width, 0, 60, "line"))
    if paper.banner:
        marks.append(Box(LEFT, 5900, width, 1700, 120, "alarm"))
        text = _cut(paper.banner, width - 1600, 900, font)
        x = LEFT + (width - font.width(text, 900)) // 2
        marks.append(Text(x, 7050, 900, text, "alarm"))
    y = down - BOTTOM + 1400
    marks.append(Box(LEFT, y, width, 0, 60, "line"))
    marks.append(Text(LEFT, y + 1100, 700, f"{paper.words['digest']}: {paper.digest}"))
    marks.append(Text(LEFT, y + 2100, 700, f"{paper.words['words']}: {paper.digest_words}"))
    page = paper.words["page"].format(page=number, pages=count)
    marks.append(Text(LEFT + width - font.width(page, 700), y + 2100, 700, page, "muted"))
    return marks


def _cut(text: str, width: int, size: int, font: PaperFont) -> str:
    """The text in one line; one that is too long ends in dots, and stands whole on the first page."""
    lines = wrapped(text.replace("\n", " "), width, size, font)
    if len(lines) == 1:
        return lines[0]
    return wrapped(text.replace("\n", " "), width - size, size, font)[0] + "…"
