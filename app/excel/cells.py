"""From a cell to a field's text: exactly, or not at all.

A text cell goes through as it stands. Whatever is not certain becomes a flaw with its own code;
nothing is guessed.
"""

from dataclasses import replace

from app.domain.schema import Field, Kind
from app.domain.values import check_value
from app.excel.dates import date_cell, datetime_cell
from app.excel.flaws import (
    BLANK,
    BLOCKING,
    EXPLAIN,
    Conventions,
    Converter,
    Flaw,
    Reading,
    trimmed,
    wrong_kind,
)
from app.excel.numbers import cell_text, exact_number, number_cell
from app.excel.quoted import unquoting
from app.excel.scan import LongNumber
from app.excel.workbook import Value

_BOOLEANS = {
    "true": "true",
    "yes": "true",
    "是": "true",
    "false": "false",
    "no": "false",
    "否": "false",
}


def converter(target: Field, conventions: Conventions) -> Converter:
    """The function that reads cells for a field."""
    read = plain_converter(target, conventions)
    return unquoting(read) if conventions.exact else read


def plain_converter(target: Field, conventions: Conventions) -> Converter:
    """The same without regard to quotation marks, in which a template puts what needs them."""
    kind = target.kind
    if kind in (Kind.DATE, Kind.DATETIME):
        moment = date_cell if kind is Kind.DATE else datetime_cell
        zone = conventions.timezone or target.info.get("timezone", "")
        known = Conventions(zone, conventions.date_order, exact=conventions.exact)
        if kind is Kind.DATETIME and known.exact and not _needs_zone(target):
            bare = replace(known, timezone="")
            return lambda value, long: moment(
                value, long, bare if isinstance(value, str) else known
            )
        return lambda value, long: moment(value, long, known)
    if kind.numeric:
        return lambda value, long: number_cell(value, long, conventions)
    if kind is Kind.BOOLEAN:
        return lambda value, long: _boolean_cell(value)
    return _text_cell


def _needs_zone(target: Field) -> bool:
    """Whether the schema takes a time only with its offset."""
    if target.builtin == "dateTimeStamp":
        return True
    local = "2026-10-31T23:59:59"
    return bool(check_value(target, local)) and not check_value(target, f"{local}Z")


def _text_cell(value: Value, long: LongNumber | None) -> Reading:
    if isinstance(value, str):
        return trimmed(value)
    if isinstance(value, bool):
        return wrong_kind("true or false", "a text")
    if isinstance(value, int | float):
        number = exact_number(float(value), long)
        text = number.text if isinstance(number, Flaw) else number
        if text is None:
            return number
        return Flaw(
            "CELL-NUMBER-AS-TEXT",
            EXPLAIN,
            f"a number cell is read as the text “{text}”; zeros in front would be lost: format the"
            " column as text",
            text,
        )
    return wrong_kind(f"the date or time {cell_text(value)}", "a text")


def _boolean_cell(value: Value) -> Reading:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int) and value in (0, 1):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value.strip(BLANK)
        if not text:
            return None
        known = _BOOLEANS.get(text.casefold()) or {"1": "true", "0": "false"}.get(text)
        if known:
            return known
    return Flaw("CELL-BOOLEAN", BLOCKING, f"“{cell_text(value)}” is neither TRUE nor FALSE")
