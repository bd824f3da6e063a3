"""Breaking a text into lines: at blanks, between Chinese signs, and where nothing else helps anywhere."""

from app.paper.font import PaperFont

_NOT_FIRST = frozenset("，。、；：！？）」』】》〉％…·,.;:!?)]}%")
_NOT_LAST = frozenset("（「『【《〈([{")
_AFTER = frozenset("/_|@")


def wrapped(text: str, width: int, size: int, font: PaperFont) -> list[str]:
    """The lines, each within the width where a single sign is; no sign is lost but blanks at a break."""
    return [
        line
        for paragraph in font.shown(text).split("\n")
        for line in _paragraph(paragraph, width, size, font)
    ]


def _paragraph(text: str, width: int, size: int, font: PaperFont) -> list[str]:
    if font.width(text, size) <= width:
        return [text]
    lines, start, last = [], 0, 0
    used = 0
    at = 0
    while at < len(text):
        if at > start and may_break(text, at):
            last = at
        step = font.width(text[at], size)
        if used + step > width and at > start and text[at] != " ":
            cut = last if last > start else at
            lines.append(text[start:cut].rstrip(" "))
            start = at = cut
            used = 0
            continue
        used += step
        at += 1
    lines.append(text[start:].rstrip(" "))
    return lines


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before the sign at a place."""
    before, after = text[at - 1], text[at]
    if before == " ":
        return after != " "
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before in _AFTER or _wide(before) or _wide(after)


def _wide(sign: str) -> bool:
    return sign >= "\u2e80"


def longest_word(text: str, size: int, font: PaperFont) -> int:
    """The width of the longest piece that would not be broken without need."""
    text = font.shown(text)
    longest, start = 0, 0
    for at in range(1, len(text) + 1):
        if at == len(text) or text[at] == "\n" or may_break(text, at):
            piece = text[start:at].strip(" \n")
            # Lines are filled sign by sign, whose rounded widths may come to more than the whole's.
            signs = sum(font.width(sign, size) for sign in piece)
            longest = max(longest, font.width(piece, size), signs)
            start = at
    return longest
