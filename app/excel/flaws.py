"""What may be wrong with a cell, and how a workbook writes things."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.finding import Severity
from app.excel.scan import LongNumber
from app.excel.workbook import Value

BLOCKING, EXPLAIN, INFORMATION = Severity.BLOCKING, Severity.EXPLAIN, Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that could not be taken as it stands. `text` is what was read, None when nothing was."""

    code: str
    severity: Severity
    message: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a workbook writes things, as far as its profile says so.

    `timezone` such as +08:00 completes times that name none; `date_order` is dmy, mdy or ymd for
    dates in text cells; `thousands` separates groups of three digits in text cells; `parentheses`
    mark negative numbers; cells that hold one of `empty` count as empty. With `exact`, as in the
    program's own template, a text that the field can hold is taken to the letter: it gets a time zone
    only where the field must have one.
    """

    timezone: str = ""
    date_order: str = ""
    thousands: str = ""
    parentheses: bool = False
    empty: frozenset[str] = field(default_factory=frozenset)
    exact: bool = False


Reading = str | Flaw | None
Converter = Callable[[Value, LongNumber | None], Reading]

BLANK = " \t\r\n\u00a0\u3000\u200b\u2009\u202f\ufeff"


def trimmed(value: str) -> Reading:
    """A text without white space around it; saying so when there was some."""
    text = value.strip(BLANK)
    if text == value:
        return text or None
    if not text:
        return None
    return Flaw("CELL-SPACES", INFORMATION, f"blanks around “{text}” were left out", text)


def wrong_kind(held: str, wanted: str) -> Flaw:
    """A cell of another kind than its field."""
    return Flaw("CELL-TYPE", BLOCKING, f"the cell holds {held}, but {wanted} is expected")
