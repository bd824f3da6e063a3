"""The decimal that a cell stands for: exactly, or not at all.

A number cell is a binary double: its value is known exactly when the decimal of at most 15 digits
that Excel shows is stored as that very double.
"""

import re
from datetime import date, time
from decimal import Decimal

from app.domain.amounts import parse_decimal, plain, significant_digits
from app.excel.flaws import (
    BLANK,
    BLOCKING,
    EXPLAIN,
    INFORMATION,
    Conventions,
    Flaw,
    Reading,
    wrong_kind,
)
from app.excel.scan import LongNumber
from app.excel.workbook import Value

MAX_DIGITS = 15
LOST_AT = Decimal(10) ** MAX_DIGITS
RESIDUE_DIGITS = 12
"""A stored 3.2100000000000004 is 3.21 with the rest of a calculation: at least the last three of the
15 digits are zeros. A number that was written with 17 digits of its own has none there."""


_WIDE = {
    ord(wide): narrow
    for wide, narrow in zip("０１２３４５６７８９．－＋−", "0123456789.-+-", strict=True)
}
_SCIENTIFIC = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+", re.ASCII)


def exact_number(value: float, long: LongNumber | None) -> Reading:
    """The decimal that a number cell stands for."""
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124  (the test for NaN)
        return Flaw("CELL-ERROR", BLOCKING, "the cell holds no number")
    shown = Decimal(f"{value:.15g}")
    text = plain(shown)
    if abs(shown) >= LOST_AT:
        return _lost(long.raw if long else text)
    raw = parse_decimal(str(Decimal(long.raw))) if long and _is_number(long.raw) else None
    if long is not None and (raw is None or significant_digits(Decimal(long.raw)) > MAX_DIGITS):
        return _long_number(value, long, text)
    if long is not None and _SCIENTIFIC.fullmatch(long.raw):
        return Flaw(
            "CELL-SCIENTIFIC",
            INFORMATION,
            f"the number is stored as {long.raw} and read as {text}",
            text,
        )
    return text if float(text) == value else _lost(repr(value))


def _is_number(raw: str) -> bool:
    return bool(_SCIENTIFIC.fullmatch(raw)) or parse_decimal(raw) is not None


def _long_number(value: float, long: LongNumber, text: str) -> Reading:
    """More than 15 digits in the file: a double written in full, or digits that no double can hold."""
    if not _is_number(long.raw):
        return Flaw("CELL-ERROR", BLOCKING, f"“{long.raw}” is no number")
    raw = Decimal(long.raw)
    faithful = any(raw == Decimal(form) for form in (repr(value), f"{value:.17g}", f"{value:.16g}"))
    if faithful and float(text) == value:
        return text
    rest = significant_digits(Decimal(text)) <= RESIDUE_DIGITS
    if faithful and (long.formula or rest):
        return Flaw(
            "CELL-RESIDUE",
            EXPLAIN,
            f"the binary result {long.raw} of a calculation is read as {text}, the 15 digits that"
            " Excel shows; round it in the workbook to be sure",
            text,
        )
    return _lost(long.raw)


def _lost(raw: str) -> Flaw:
    return Flaw(
        "CELL-PRECISION",
        BLOCKING,
        f"the number {raw} has more than {MAX_DIGITS} digits, which a number cell cannot hold"
        " exactly; format the cell as text and enter it again",
    )


def cell_text(value: Value, long: LongNumber | None = None) -> str:
    """A cell as the text that value maps and row filters look at."""
    if isinstance(value, str):
        return value.strip(BLANK)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        number = exact_number(float(value), long)
        return (number.text or "") if isinstance(number, Flaw) else (number or "")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def number_cell(value: Value, long: LongNumber | None, conventions: Conventions) -> Reading:
    """A cell of a field that holds a number."""
    if isinstance(value, str):
        if parse_decimal(value) is not None and value.strip() == value:
            return value
        return _number_text(value, conventions) if value else None
    if isinstance(value, bool):
        return wrong_kind("true or false", "a number")
    if isinstance(value, int | float):
        return exact_number(float(value), long)
    return wrong_kind(f"the date or time {cell_text(value)}", "a number")


def _number_text(value: str, conventions: Conventions) -> Reading:
    text = value.strip(BLANK)
    if not text:
        return None
    if parse_decimal(text) is not None:
        return Flaw("CELL-SPACES", INFORMATION, f"blanks around “{text}” were left out", text)
    narrow = text.translate(_WIDE)
    if parse_decimal(narrow) is not None:
        message = f"“{text}” has full-width signs and is read as {narrow}"
        return Flaw("CELL-FULL-WIDTH", INFORMATION, message, narrow)
    known = _by_convention(narrow, conventions)
    if known is not None:
        return known
    return _unreadable(text, narrow)


def _by_convention(text: str, conventions: Conventions) -> str | None:
    """A number in the profile's own notation, read strictly."""
    body, sign = text, ""
    if conventions.parentheses and text.startswith("(") and text.endswith(")"):
        body, sign = text[1:-1].strip(), "-"
    if conventions.thousands and conventions.thousands in body:
        group = re.escape(conventions.thousands)
        if not re.fullmatch(rf"[+-]?\d{{1,3}}(?:{group}\d{{3}})+(?:\.\d+)?", body, re.ASCII):
            return None
        body = body.replace(conventions.thousands, "")
    if parse_decimal(body) is None or (sign and body[:1] in "+-"):
        return None
    return sign + body


def _unreadable(text: str, narrow: str) -> Flaw:
    if _SCIENTIFIC.fullmatch(narrow):
        return Flaw(
            "CELL-SCIENTIFIC",
            BLOCKING,
            f"“{text}” is in scientific notation, which often hides lost digits; write it in full",
        )
    if re.search(r"\d,\d", narrow):
        code, why = (
            "CELL-SEPARATOR",
            "has a comma: a thousands separator must be said in the profile",
        )
    elif re.fullmatch(r"\(.*\)", narrow):
        code, why = (
            "CELL-PARENTHESES",
            "is in parentheses: that they mean minus must be said in the profile",
        )
    elif "%" in narrow:
        code, why = "CELL-PERCENT", "is a percentage"
    elif re.search(r"\d", narrow) and re.search(r"[^\d.,+\-\s]", narrow):
        code, why = "CELL-NUMBER", "holds more than a number"
    else:
        code, why = "CELL-NUMBER", "is not a number"
    return Flaw(code, BLOCKING, f"“{text}” {why}; write it like 1234.50")
