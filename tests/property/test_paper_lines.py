"""Breaking texts into lines and tables into columns loses nothing and breaks no figure."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.page import Line, Part, Sheet
from app.paper.font import paper_font
from app.paper.marks import Text
from app.paper.sheet import Paper, lay_out
from app.paper.tables import SIZE, column_widths
from app.paper.wrap import longest_word, wrapped
from app.services.paperwords import paper_words

FONT = paper_font()
TEXTS = st.text(
    st.sampled_from("ab W,.-/_|錢包比率，。「」（）１２\n") | st.characters(codec="utf-8"),
    max_size=80,
)
FIGURES = st.from_regex(r"-?[0-9]{1,3}(,[0-9]{3}){0,5}(\.[0-9]{1,18})?", fullmatch=True)


def bare(text: str) -> str:
    return "".join(text.split())


@given(TEXTS, st.integers(1, 20_000))
def test_lines_hold_every_sign_and_keep_within_the_width(text: str, width: int) -> None:
    font = FONT
    lines = wrapped(text, width, SIZE, font)
    assert bare("".join(lines)) == bare(font.shown(text))
    for line in lines:
        assert "\n" not in line
        assert font.width(line, SIZE) <= width or len(line) == 1


@given(TEXTS)
def test_a_line_as_wide_as_its_longest_word_breaks_no_word(text: str) -> None:
    font = FONT
    width = longest_word(text, SIZE, font)
    broken = [word for line in wrapped(text, max(width, 1), SIZE, font) for word in line.split(" ")]
    assert max((longest_word(word, SIZE, font) for word in broken), default=0) <= width
    for word in font.shown(text).split():
        if word.isascii() and word.isalnum():
            assert any(word in line for line in broken), word


SHEETS = st.integers(1, 20).flatmap(
    lambda count: st.tuples(
        st.lists(st.booleans(), min_size=count, max_size=count),
        st.lists(TEXTS, min_size=count, max_size=count),
        st.lists(
            st.lists(st.tuples(TEXTS, FIGURES), min_size=count, max_size=count),
            min_size=1,
            max_size=4,
        ),
    )
)


@settings(max_examples=20, deadline=None)
@given(SHEETS)
def test_a_table_shows_all_its_cells_and_each_figure_in_one_piece(
    made: tuple[list[bool], list[str], list[list[tuple[str, str]]]],
) -> None:
    numeric, titles, cells = made
    rows = tuple(
        tuple(pair[number] for pair, number in zip(row, numeric, strict=True)) for row in cells
    )
    sheet = Sheet("T", tuple(titles), tuple(numeric), rows, len(rows))
    font, words = FONT, paper_words("en")
    paper = Paper(
        "T", "", "", (Line("a", "b"),), (), (Part("T", 1, (), (sheet,)),), "", "", words, "en"
    )
    drawn = [m.text for p in lay_out(paper).pages for m in p.marks if isinstance(m, Text)]
    told = Counter(bare(font.shown("".join(cell for row in rows for cell in row))))
    assert told <= Counter(bare("".join(drawn)))
    for row in rows:
        for cell, number in zip(row, numeric, strict=True):
            if number:
                assert cell in drawn
    widths = column_widths(sheet, 75_000, font)
    if widths is not None:
        for row in rows:
            for place, number in enumerate(numeric):
                if number:
                    assert font.width(row[place], SIZE) <= widths[place]
