"""Columns of a template that say that something is there which has no value of its own.

`#` is the row itself, by its position among those of the same row above; `Group/#` a single group
inside it, which a document may have or not, and which stands there empty.
"""

import re

from app.domain.layout import POSITION
from app.excel.flaws import BLOCKING, Converter, Flaw, Reading
from app.excel.numbers import cell_text
from app.excel.scan import LongNumber
from app.excel.workbook import Value

THERE = "1"
_POSITION = re.compile(r"[1-9]\d{0,8}", re.ASCII)


def mark_converter(key: str) -> Converter:
    """The reader of such a column; `key` is its path from the table."""
    return _position if key == POSITION else _there


def _position(value: Value, long: LongNumber | None) -> Reading:
    text = cell_text(value, long)
    if not text or _POSITION.fullmatch(text):
        return text or None
    message = f"“{text}” is no row number; write 1 for the first row, 2 for the second"
    return Flaw("ROW-POSITION", BLOCKING, message)


def _there(value: Value, long: LongNumber | None) -> Reading:
    text = cell_text(value, long)
    if text in ("", THERE):
        return text or None
    message = f"“{text}” does not say whether this part is there; write 1, or leave the cell empty"
    return Flaw("PART-MARK", BLOCKING, message)
