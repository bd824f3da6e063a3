"""Reading sheets."""

import io

import python_calamine
from openpyxl.utils import get_column_letter


def read_sheet(body: bytes, sheet: str) -> tuple[dict[str, str], list[tuple[int, dict[str, str]]]]:
    book = python_calamine.load_workbook(io.BytesIO(body))
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    header = {get_column_letter(i + 1): str(v) for i, v in enumerate(rows[0])}
    keys = [str(v) for v in rows[0]]
    return header, [
        (n, dict(zip(keys, map(str, r), strict=True))) for n, r in enumerate(rows[1:], 2)
    ]
