"""What people type or paste, turned into the text that a value is stored as.

Only what has one meaning is changed: thousands separators, the words for yes and no, the name of a
code. Everything else stays as it was typed, right or wrong.
"""

import re

from app.domain.schema import Field, Kind

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)
_SPACED_TIME = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?(.*)", re.ASCII)
_QUOTED_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN_CELL = re.compile(r"[^\t\n]*")
_TRUE = frozenset({"true", "1", "yes", "y", "是"})
_FALSE = frozenset({"false", "0", "no", "n", "否"})


def stored_text(field: Field, typed: str) -> str | None:
    """The value of a field for what was typed; None for nothing."""
    if field.kind in (Kind.TEXT, Kind.OTHER) and not field.facets.enumeration:
        kept = field.facets.white_space == "preserve"
        text = typed if kept and typed.strip() else typed.strip()
    else:
        text = _read(field, typed.strip())
    return text or None


def _read(field: Field, text: str) -> str:
    if field.facets.enumeration:
        return _code(field, text)
    if field.kind.numeric:
        return text.replace(",", "") if _GROUPED.fullmatch(text) else text
    if field.kind is Kind.BOOLEAN:
        return _boolean(text)
    match = _SPACED_TIME.fullmatch(text) if field.kind is Kind.DATETIME else None
    return f"{match[1]}T{match[2]}{match[3] or ':00'}{match[4]}" if match else text


def _code(field: Field, text: str) -> str:
    if text in field.facets.enumeration:
        return text
    wanted = text.casefold()
    for code in field.facets.enumeration:
        names = [code, *field.code_labels.get(code, {}).values()]
        if any(name.casefold() == wanted for name in names):
            return code
    return text


def _boolean(text: str) -> str:
    folded = text.casefold()
    if folded in _TRUE:
        return "true"
    return "false" if folded in _FALSE else text


def parse_block(text: str) -> list[list[str]]:
    """Cells of a block as spreadsheets put it on the clipboard: tabs, newlines, quotes around both."""
    text = text.replace("\r\n", "\n").removesuffix("\n")
    lines: list[list[str]] = [[]]
    position = 0
    while True:
        match = _QUOTED_CELL.match(text, position) or _PLAIN_CELL.match(text, position)
        assert match is not None  # the plain form matches everywhere, also nothing
        quoted = match.re is _QUOTED_CELL
        lines[-1].append(match[1].replace('""', '"') if quoted else match[0])
        position = match.end()
        if position >= len(text):
            return lines
        if text[position] == "\n":
            lines.append([])
        position += 1


def format_block(lines: list[list[str]]) -> str:
    """The inverse of `parse_block`."""
    return "\n".join("\t".join(_quoted(cell) for cell in line) for line in lines) + "\n"


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
