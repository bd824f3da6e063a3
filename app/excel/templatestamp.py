"""For which pack a template was made: what its first sheet shows and what its properties hold."""

from dataclasses import dataclass

from app.errors import UserError
from app.excel.findings import Notes
from app.excel.flaws import EXPLAIN, INFORMATION, Flaw
from app.excel.numbers import cell_text
from app.excel.scan import address_of
from app.excel.template import DIGEST, PACK, STAMP, VERSION
from app.excel.workbook import SheetInfo, Workbook

STAMP_ROWS = 60
"""How far down the first sheet the stamp is looked for."""


class TemplateMismatch(UserError):
    """A template that was made for another pack."""

    code = "template-mismatch"


@dataclass(frozen=True, slots=True)
class _Shown:
    """One line of the stamp as people see it."""

    text: str
    sheet: str
    cell: str


def check_stamp(book: Workbook, pack: str, digest: str, return_type: str, notes: Notes) -> bool:
    """Whether the workbook is a template at all; a `TemplateMismatch` when it is another pack's.

    Some programs drop document properties when they save, others the sheet: either alone is enough.
    Where both are there, both must name the pack, because a person believes the sheet.
    """
    hidden, shown = book.custom_properties(), _shown(book)
    if not hidden.get(PACK) and PACK not in shown:
        return False
    for name, where in ((hidden.get(PACK), ""), _said(shown.get(PACK))):
        if name and name != pack:
            raise TemplateMismatch(
                f"the template was made for {name}{where}, the return follows {pack}; make a new"
                f" template with “praya template {return_type}”",
                file=book.file,
            )
    _compare(hidden, shown, notes)
    digests = {hidden.get(DIGEST), shown[DIGEST].text if DIGEST in shown else None} - {None}
    if digests != {digest}:
        message = "the template was made before the pack was last changed; its columns are matched by path"
        notes.add(Flaw("TEMPLATE-OLDER", INFORMATION, message), "")
    return True


def _said(line: _Shown | None) -> tuple[str, str]:
    return (line.text, f", as {line.sheet}!{line.cell} says") if line else ("", "")


def _compare(hidden: dict[str, str], shown: dict[str, _Shown], notes: Notes) -> None:
    """A stamp that was changed in one of its places: the columns are known by path all the same."""
    for name in (VERSION, DIGEST):
        line = shown.get(name)
        if line is not None and hidden.get(name) and hidden[name] != line.text:
            message = (
                f"the sheet says “{line.text}” for {name}, the document properties “{hidden[name]}”;"
                " one of them was changed"
            )
            notes.add(Flaw("TEMPLATE-STAMP", EXPLAIN, message), line.sheet, line.cell)


def _shown(book: Workbook) -> dict[str, _Shown]:
    for sheet in book.sheets:
        found = _on_sheet(book, sheet)
        if PACK in found:
            return found
    return {}


def _on_sheet(book: Workbook, sheet: SheetInfo) -> dict[str, _Shown]:
    found: dict[str, _Shown] = {}
    for number, cells in book.rows(sheet):
        texts = [cell_text(cell) for cell in cells[:2]]
        if number > STAMP_ROWS or (number == 0 and texts[:1] != [STAMP]):
            break
        if len(texts) == 2 and texts[0] in (PACK, VERSION, DIGEST) and texts[1]:
            found[texts[0]] = _Shown(texts[1], sheet.name, address_of(number, 1))
    return found
