"""What fast readers hide, found in a sheet's own XML as it streams by.

Readers of cell values show an error cell, a formula that was never calculated and an empty cell
alike, and turn every number into a binary double. This scan reads the XML text itself: one search
expression for each thing, over pieces that end with a row, so that a sheet of a million rows needs
the memory of a few thousand. It reads plain XML only (UTF-8, no comments, every cell with its
address); `app.excel.plainxml` writes anything else that way first.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

Cell = tuple[int, int]
"""Row and column, both 0-based."""


@dataclass(frozen=True, slots=True)
class LongNumber:
    """A number cell whose text has more than 15 characters or an exponent."""

    raw: str
    formula: bool


@dataclass(slots=True)
class Scan:
    """What stands in one sheet beside its values. Rows and columns are 0-based."""

    errors: dict[Cell, str] = field(default_factory=dict)
    uncalculated: set[Cell] = field(default_factory=set)
    numbers: dict[Cell, LongNumber] = field(default_factory=dict)
    disguised: dict[Cell, str] = field(default_factory=dict)
    serials: dict[Cell, str] = field(default_factory=dict)
    """Numbers that, in a date cell, would be read as another moment than the one they stand for."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)

    @property
    def odd_rows(self) -> set[int]:
        """Rows that hold a cell which cannot be taken as it is read."""
        cells = (*self.errors, *self.uncalculated, *self.numbers, *self.disguised, *self.serials)
        return {row for row, _ in cells}


_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def cell_at(address: str) -> Cell | None:
    """`B7` as row and column."""
    found = _ADDRESS.fullmatch(address.replace("$", ""))
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def column_name(column: int) -> str:
    """0 as `A`, 26 as `AA`."""
    name, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(65 + letter) + name
    return name


def address_of(row: int, column: int) -> str:
    """Row and column as `B7`."""
    return f"{column_name(column)}{row + 1}"


class _Patterns:
    """The search expressions for a sheet whose elements carry a certain prefix."""

    def __init__(self, prefix: bytes, styles: Iterable[int]) -> None:
        p = re.escape(prefix)
        formula = rb"<" + p + rb"f(?:\s[^>]*)?(?:/>|>[^<]*</" + p + rb"f>)\s*"
        empty = rb"(?:<" + p + rb"v\s*/>|<" + p + rb"v\s*>\s*</" + p + rb"v>)?\s*"
        value = rb"<" + p + rb"v(?:\s[^>]*)?>"
        start = rb"<" + p + rb"c\s([^>]*)>\s*"
        self.row_end = b"</" + prefix + b"row>"
        self.data_end = b"</" + prefix + b"sheetData>"
        self.error = re.compile(
            rb"<"
            + p
            + rb"c\s([^>]*\bt=\"e\"[^>]*)>(?:\s*"
            + formula
            + rb")?\s*(?:"
            + value
            + rb"([^<]*)<)?"
        )
        self.uncalculated = re.compile(start + formula + empty + rb"</" + p + rb"c>")
        self.number = re.compile(
            start + rb"(" + formula + rb")?" + value + rb"([^<]{16,}|[^<]*[eE][^<]*)</" + p + rb"v>"
        )
        # The day 60, and fractions that round to a whole day. Longer ones stand in `numbers` as well.
        self.serial = re.compile(
            start
            + rb"(?:"
            + formula
            + rb")?"
            + value
            + rb"(0*60(?:\.\d*)?|\d+\.9{8}\d*)</"
            + p
            + rb"v>"
        )
        # What a piece must hold before it is worth looking for the above.
        self.formula_start = b"<" + prefix + b"f"
        self.long_number = re.compile(value + rb"(?:[^<]{16}|[^<]*[eE])")
        self.odd_serial = re.compile(value + rb"(?:0*60(?:\.\d*)?<|\d+\.9{8})")
        self.hidden_row = re.compile(rb"<" + p + rb"row\s([^>]*\bhidden=\"(?:1|true)\"[^>]*)>")
        self.column = re.compile(rb"<" + p + rb"col\s([^>]*\bhidden=\"(?:1|true)\"[^>]*)>")
        self.merge = re.compile(rb"<" + p + rb"mergeCell\s([^>]*)>")
        watched = b"|".join(b"%d" % style for style in sorted(styles))
        self.disguised = watched and re.compile(
            rb"<" + p + rb"c\s([^>]*\bs=\"(?:" + watched + rb")\"[^>]*)>"
        )


_REF = re.compile(rb'\br="([^"]*)"')
_TYPE = re.compile(rb'\bt="([^"]*)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_MINMAX = re.compile(rb'\b(min|max)="(\d+)"')


def scan(pieces: Iterable[bytes], prefix: bytes, watch: dict[int, str]) -> Scan:
    """Scan a sheet. `watch` names number formats by style that show another text than the value."""
    patterns, found = _Patterns(prefix, watch), Scan()
    for piece in _whole_rows(pieces, patterns.row_end):
        _scan_cells(piece, patterns, found, watch)
        _scan_numbers(piece, patterns, found)
        _scan_frame(piece, patterns, found)
    return found


def _whole_rows(pieces: Iterable[bytes], row_end: bytes) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        whole = rest + piece
        cut = whole.rfind(row_end)
        if cut < 0:
            rest = whole
            continue
        cut += len(row_end)
        yield whole[:cut]
        rest = whole[cut:]
    yield rest


def _place(attributes: bytes) -> Cell | None:
    found = _REF.search(attributes)
    return cell_at(found[1].decode("ascii", "replace")) if found else None


def _scan_cells(piece: bytes, patterns: _Patterns, found: Scan, watch: dict[int, str]) -> None:
    for match in patterns.error.finditer(piece) if b't="e"' in piece else ():
        if (cell := _place(match[1])) is not None:
            found.errors[cell] = (match[2] or b"").decode("utf-8", "replace").strip() or "#ERROR"
    formulas = patterns.formula_start in piece
    for match in patterns.uncalculated.finditer(piece) if formulas else ():
        # A formula whose result is an empty text is stored as such, and is empty rather than unknown.
        kind = _TYPE.search(match[1])
        cell = _place(match[1])
        if cell is not None and not (kind and kind[1] == b"str"):
            found.uncalculated.add(cell)
    if patterns.disguised:
        for match in patterns.disguised.finditer(piece):
            kind, style = _TYPE.search(match[1]), _STYLE.search(match[1])
            cell = _place(match[1])
            if style and cell is not None and (kind is None or kind[1] == b"n"):
                found.disguised[cell] = watch[int(style[1])]


def _scan_numbers(piece: bytes, patterns: _Patterns, found: Scan) -> None:
    long = patterns.long_number.search(piece)
    for match in patterns.number.finditer(piece) if long else ():
        kind = _TYPE.search(match[1])
        if (kind is None or kind[1] == b"n") and (cell := _place(match[1])) is not None:
            raw = unescape(match[3].decode("utf-8", "replace")).strip()
            found.numbers[cell] = LongNumber(raw, match[2] is not None)
    serial = patterns.odd_serial.search(piece)
    for match in patterns.serial.finditer(piece) if serial else ():
        kind = _TYPE.search(match[1])
        if (kind is None or kind[1] == b"n") and (cell := _place(match[1])) is not None:
            found.serials[cell] = match[2].decode("ascii")


def _scan_frame(piece: bytes, patterns: _Patterns, found: Scan) -> None:
    for match in patterns.hidden_row.finditer(piece):
        row = _REF.search(match[1])
        if row and row[1].isdigit():
            found.hidden_rows.add(int(row[1]) - 1)
    for match in patterns.column.finditer(piece):
        bounds = dict(_MINMAX.findall(match[1]))
        if len(bounds) == 2:
            last = min(int(bounds[b"max"]), 16384)
            found.hidden_columns.update(range(int(bounds[b"min"]) - 1, last))
    for match in patterns.merge.finditer(piece):
        area = re.search(rb'\bref="([^"]*)"', match[1])
        ends = (
            [cell_at(part) for part in area[1].decode("ascii", "replace").split(":")]
            if area
            else []
        )
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
            found.merged.append((ends[0], ends[1]))
