"""Every field of the example returns of all packs stands in their PDF, and no line runs off a page."""

import itertools
import re
import subprocess

import pytest
from pack_cases import base_rows, packs

from app.domain.languages import LANGUAGES
from app.domain.pack import Pack
from app.domain.page import Line
from app.paper.font import paper_font
from app.paper.marks import Box, Printed, Text
from app.paper.pdf import pdf_bytes
from app.paper.sheet import Paper, lay_out
from app.services.digestwords import digest_groups, digest_words
from app.services.paperwords import _book, paper_words
from app.services.rendering import Rendering, render_bytes
from app.xml.writer import canonical_parts

PACKS = packs()


def paper(pack: Pack, language: str) -> tuple[Rendering, Printed]:
    body = b"".join(canonical_parts(pack.schema, base_rows(pack)))
    shown = render_bytes(pack, body, language, 500)
    groups = " ".join(digest_groups(shown.digest))
    return shown, lay_out(
        Paper(
            title=f"{pack.manifest.title(language)} · 2026-10",
            under="Lantau Digital Exchange Limited",
            state="Draft",
            facts=(Line("Entity", "Lantau"),),
            notes=(),
            parts=shown.parts,
            digest=groups,
            digest_words=" ".join(digest_words(shown.digest)),
            words=paper_words(language),
            language=language,
            banner="DRAFT",
        )
    )


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def made_of(cell: str, lines: set[str]) -> bool:
    """Whether a cell stands in lines, whole or in pieces of which each begins where the last ended."""
    reached = {0}
    for start in range(len(cell)):
        if start in reached:
            reached |= {start + len(line) for line in lines if cell.startswith(line, start)}
    return len(cell) in reached


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_name_and_value_stands_in_the_pdf(pack: Pack, language: str) -> None:
    shown, printed = paper(pack, language)
    body = pdf_bytes(printed)
    run = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=body, capture_output=True, check=True
    )
    found = run.stdout.decode()
    drawn = bare("".join(m.text for p in printed.pages for m in p.marks if isinstance(m, Text)))
    assert sorted(bare(found)) == sorted(drawn), "poppler reads what was drawn, sign for sign"
    cells = [
        text
        for part in shown.parts
        for text in (
            part.title,
            *(t for line in part.lines for t in (line.label, line.value)),
            *(
                t
                for sheet in part.sheets
                for row in ((sheet.titles, *sheet.rows) if sheet.rows else ())
                for t in row
            ),
        )
    ]
    lines = {bare(m.text) for p in printed.pages for m in p.marks if isinstance(m, Text)} - {""}
    assert [cell for cell in cells if not made_of(bare(cell), lines)] == []
    for page in found.split("\f")[:-1]:
        assert " ".join(digest_groups(shown.digest)) in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_nothing_runs_off_a_page_or_over_its_foot(pack: Pack, language: str) -> None:
    font = paper_font()
    for page in paper(pack, language)[1].pages:
        across, down = page.size
        for mark in page.marks:
            wide = mark.width if isinstance(mark, Box) else font.width(mark.text, mark.size)
            assert 0 <= mark.x <= mark.x + wide <= across - 4000, mark
            assert 0 < mark.y < down - 2000, mark


def test_no_two_texts_of_a_page_lie_over_each_other() -> None:
    font = paper_font()
    for pack in PACKS:
        for page in paper(pack, "en")[1].pages:
            lines: dict[int, list[Text]] = {}
            for mark in page.marks:
                if isinstance(mark, Text):
                    lines.setdefault(mark.y, []).append(mark)
            for row in lines.values():
                row.sort(key=lambda mark: mark.x)
                for left, right in itertools.pairwise(row):
                    assert left.x + font.width(left.text, left.size) <= right.x + 1, (left, right)


def test_both_languages_say_the_same_things() -> None:
    book = _book()
    assert set(book["en"]) == set(book["zh-Hant"])
    places = re.compile(r"\{\w+\}")
    for name, text in book["en"].items():
        assert sorted(places.findall(text)) == sorted(places.findall(book["zh-Hant"][name])), name
    units = {
        field.info["unit"]
        for pack in PACKS
        for node in pack.schema.nodes.values()
        for field in node.fields
        if field.info.get("unit")
    }
    known = set(book["units"]["zh-Hant"])  # type: ignore[index]
    assert {unit for unit in units if unit.islower() or " " in unit} <= known
