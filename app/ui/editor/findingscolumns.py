"""How wide the columns of the findings are: a figure is never cut, the sentence takes the rest."""

from app.ui.editor.findingsmodel import NUMBERS, Column

WIDTHS = {
    Column.SEVERITY: 138,
    Column.CODE: 88,
    Column.PLACE: 210,
    Column.MESSAGE: 320,
    Column.EXPECTED: 84,
    Column.FOUND: 84,
    Column.DIFFERENCE: 84,
    Column.STATUS: 165,
}
"""Pixels that are wanted; codes and figures get what the longest of them needs."""

LEAST = {
    Column.SEVERITY: 36,
    Column.PLACE: 96,
    Column.MESSAGE: 120,
    Column.STATUS: 112,
}
"""Pixels that a column keeps in a narrow window: the severity its icon, the place its end."""

READABLE = {
    Column.PLACE: 140,
    Column.MESSAGE: 230,
    Column.STATUS: 116,
}
"""Pixels that a column keeps as long as there is room: enough for a place and the first words."""

FITTED = (Column.CODE, *NUMBERS)
"""Columns as wide as their longest text."""

WIDEST = 230
WIDEST_CODE = 136


def _kept(wanted: dict[Column, int], least: dict[Column, int]) -> dict[Column, int]:
    return {
        column: width if column in FITTED else min(width, least[column])  # a figure is never cut
        for column, width in wanted.items()
    }


def shared(room: int, wanted: dict[Column, int]) -> dict[Column, int]:
    """Widths in pixels that fit the room: each column shrinks towards its least in proportion."""
    if sum(wanted.values()) > room:  # the icon of a severity says it too
        wanted = {**wanted, Column.SEVERITY: min(wanted[Column.SEVERITY], LEAST[Column.SEVERITY])}
    least = _kept(wanted, {**LEAST, **READABLE})
    if sum(least.values()) > room:
        least = _kept(wanted, LEAST)
    spare, asked = room - sum(least.values()), sum(wanted.values()) - sum(least.values())
    part = min(1000, max(0, spare * 1000 // asked)) if asked else 0
    widths = {c: least[c] + (wanted[c] - least[c]) * part // 1000 for c in wanted}
    rest = room - sum(widths.values())
    widths[Column.MESSAGE] += max(0, rest)
    return widths
