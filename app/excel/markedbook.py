"""A copy of somebody's workbook in which wrong cells are marked and say what is wrong with them."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.finding import Severity
from app.errors import UserError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FILLS = {
    Severity.BLOCKING: "FFFFC7CE",
    Severity.EXPLAIN: "FFFFEB9C",
    Severity.INFORMATION: "FFDDEBF7",
}
_RANK = {Severity.BLOCKING: 0, Severity.EXPLAIN: 1, Severity.INFORMATION: 2}
_MAX_COMMENT = 4_000
_AUTHOR = "Praya"
_CELL = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


class NotMarkable(UserError):
    """The workbook cannot be copied with marks in it."""

    code = "workbook-not-markable"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said at a cell: `text` has the code and the sentence."""

    sheet: str
    cell: str
    severity: Severity
    text: str


def marked(body: bytes, file: str, marks: Iterable[Mark]) -> bytes:
    """A copy of a workbook's bytes with its cells marked by fill and comment.

    Formulas, values and layout stay; pictures, charts and macros that openpyxl does not know are not
    carried over.
    """
    import openpyxl  # noqa: PLC0415  (only where a workbook is marked)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is not carried over is said in the guide
            book = openpyxl.load_workbook(io.BytesIO(body), rich_text=True)
    except (ValueError, KeyError, TypeError, OSError, zipfile.BadZipFile) as error:
        raise NotMarkable(
            "the workbook cannot be copied with marks; export the findings as a list instead",
            file=file,
        ) from error
    for (sheet, cell), found in _by_cell(marks).items():
        if sheet in book.sheetnames and _CELL.fullmatch(cell):
            _mark(book[sheet], cell, found)
    copy = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(copy)
    return copy.getvalue()


def _by_cell(marks: Iterable[Mark]) -> dict[tuple[str, str], list[Mark]]:
    found: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.sheet, mark.cell), []).append(mark)
    return found


def _mark(sheet: "Worksheet", place: str, marks: list[Mark]) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    marks = sorted(marks, key=lambda mark: _RANK[mark.severity])
    cell: Any = sheet[_anchor(sheet, place)]
    colour = _FILLS[marks[0].severity]
    cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    words = [mark.text for mark in marks]
    if cell.comment is not None:
        words.append(cell.comment.text)
    text = "\n\n".join(words)
    comment = Comment(text[:_MAX_COMMENT], _AUTHOR)
    comment.width, comment.height = 360, min(400, 60 + 18 * (len(text) // 50 + text.count("\n")))
    cell.comment = comment


def _anchor(sheet: "Worksheet", place: str) -> str:
    """The cell itself, or the first one of the merged cells that it belongs to."""
    for merged in sheet.merged_cells.ranges:
        if place in merged:
            return str(merged.start_cell.coordinate)
    return place
