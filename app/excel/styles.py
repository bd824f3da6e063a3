"""Number formats that make a cell show another text than its value."""

import re

from lxml import etree

from app.excel.package import named

PERCENT = "percent"
PADDED = "padded"
_BUILT_IN = {9: PERCENT, 10: PERCENT}
_PLAIN_TEXT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def watched_formats(styles: etree._Element) -> dict[int, str]:
    """Cell style number → `percent` or `padded` (zeros in front), for styles that need a look."""
    formats = dict(_BUILT_IN)
    for element in named(styles, "numFmt"):
        number, code = element.get("numFmtId", ""), element.get("formatCode", "")
        if number.isdigit() and (what := _disguise(code)):
            formats[int(number)] = what
    found: dict[int, str] = {}
    for cell_styles in named(styles, "cellXfs"):
        for index, style in enumerate(named(cell_styles, "xf")):
            number = style.get("numFmtId", "0")
            if number.isdigit() and int(number) in formats:
                found[index] = formats[int(number)]
    return found


def _disguise(code: str) -> str | None:
    bare = _PLAIN_TEXT.sub("", code).split(";")[0]
    if "%" in bare:
        return PERCENT
    return PADDED if re.fullmatch(r"0{2,}", bare.strip()) else None
