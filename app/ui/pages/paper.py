"""What is signed as a page of text: everything that is not ours is escaped."""

from html import escape

from app.domain.page import Part, Sheet
from app.services.rendering import Rendering
from app.ui.i18n import ntr, tr
from app.ui.theme import tokens


def page_html(rendering: Rendering) -> str:
    """The content as a page of text; everything that is not ours is escaped."""
    colour = tokens()
    style = (
        f"<style>h1,h2,h3{{color:{colour.text};margin:14px 0 4px 0}}"
        f"td,th{{padding:3px 10px 3px 0;color:{colour.text}}}"
        f"th{{color:{colour.muted};text-align:left}}"
        f".m{{color:{colour.muted}}}</style>"
    )
    return style + "".join(_part_html(part) for part in rendering.parts)


def _part_html(part: Part) -> str:
    size = min(part.level + 1, 4)
    text = f"<h{size}>{escape(part.title)}</h{size}>"
    if part.lines:
        cells = "".join(
            f'<tr><td class="m" width="46%">{escape(line.label)}</td><td>{escape(line.value)}</td></tr>'
            for line in part.lines
        )
        text += f'<table width="100%" cellspacing="0">{cells}</table>'
    return text + "".join(_sheet_html(sheet) for sheet in part.sheets)


def _sheet_html(sheet: Sheet) -> str:
    if not sheet.total:
        return f'<p class="m">{escape(tr("No rows."))}</p>'
    sides = ["right" if number else "left" for number in sheet.numeric]
    head = "".join(
        f'<th align="{side}">{escape(title)}</th>'
        for title, side in zip(sheet.titles, sides, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td align="{side}">{escape(value)}</td>'
            for value, side in zip(cells, sides, strict=True)
        )
        + "</tr>"
        for cells in sheet.rows
    )
    count = ntr("{n} row", "{n} rows", sheet.total)
    if len(sheet.rows) < sheet.total:
        count = tr("{count}; the first {shown} are shown, the form shows all").format(
            count=count, shown=len(sheet.rows)
        )
    return f'<table cellspacing="0"><tr>{head}</tr>{body}</table><p class="m">{escape(count)}</p>'
