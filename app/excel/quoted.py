"""Values that a cell would not give back as they are stand in quotation marks in a template.

An empty text, blanks around a text, `1` for true, a draft's “about 5” where a number belongs: in
quotation marks they come back to the letter. A text that merely has quotation marks is left alone.
"""

from app.excel.flaws import Converter, Flaw, Reading
from app.excel.scan import LongNumber
from app.excel.workbook import Value

MARK = '"'


def quoted(text: str, read: Converter) -> str:
    """The text as it is written into a cell whose reader is `read`."""
    return f"{MARK}{text}{MARK}" if _needs_quotes(text, read) else text


def unquoting(read: Converter) -> Converter:
    """A reader that takes what needs its quotation marks out of them, and leaves all others."""

    def convert(value: Value, long: LongNumber | None) -> Reading:
        if isinstance(value, str) and _in_marks(value) and _needs_quotes(value[1:-1], read):
            return value[1:-1]
        return read(value, long)

    return convert


def _in_marks(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == MARK


def _needs_quotes(text: str, read: Converter) -> bool:
    """Whether the text would be read as another, or looks like one that is in quotation marks."""
    while True:
        reading = read(text, None) if text else None
        if (reading.text if isinstance(reading, Flaw) else reading) != text:
            return True
        if not _in_marks(text):
            return False
        text = text[1:-1]
