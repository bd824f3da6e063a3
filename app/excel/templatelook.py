"""How a template looks, on the screen and on paper."""

from typing import Any

from app.domain.schema import Field

INSTRUCTION_WIDTH = 62


def make_formats(book: Any) -> dict[str, Any]:
    """The looks of cells by name, as the library's own formats."""
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    head = {**base, "bold": True, "text_wrap": True, "bg_color": "#E8EDF2", "bottom": 1}
    looks = {
        "value": {**base, "num_format": "@", "border": 1, "border_color": "#B8C2CC"},
        "link": {**base, "font_color": "#1F5FA8", "underline": 1},
        "text": {**base, "num_format": "@"},
        "quoted": {**base, "num_format": "@", "quote_prefix": True},
        "day": {
            **base,
            "num_format": "yyyy-mm-dd",
            "align": "left",
            "border": 1,
            "border_color": "#B8C2CC",
        },
        "date": {**base, "num_format": "yyyy-mm-dd", "align": "left"},
        "head": head,
        "hint": {
            **base,
            "italic": True,
            "font_color": "#5A6672",
            "text_wrap": True,
            "font_size": 8,
            "bottom": 1,
        },
        "small": {**base, "font_color": "#8A949E", "font_size": 7},
        "group": {**base, "bold": True, "font_size": 11, "top": 1},
        "title": {**base, "bold": True, "font_size": 14, "text_wrap": True},
        "wrap": {**base, "text_wrap": True},
        "note": {**base, "italic": True, "font_color": "#5A6672", "text_wrap": True},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def column_width(head: tuple[str, str, str, str], item: Field | None) -> int:
    """How wide a table's column is, in letters."""
    wide = 26 if item is not None and item.kind.numeric else 16
    return max(wide, min(40, len(head[1]) + 2, 24))


def row_height(english: str, chinese: str, style: str) -> int:
    """Points that wrapped lines need; a Chinese sign is as wide as two letters."""
    if style == "title":
        return 22
    lines = max(len(english), 2 * len(chinese)) * 11 // (10 * INSTRUCTION_WIDTH) + 1
    return 14 * lines + 2


def set_page(sheet: Any, header: int = 0) -> None:
    """On paper: landscape, one page wide, the heading on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if header:
        sheet.repeat_rows(0, header - 1)
