"""Whatever a draft holds comes back from a template's cell to the letter, whatever its field is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.schema import Field, Kind
from app.excel.cells import converter, plain_converter
from app.excel.flaws import Flaw
from app.excel.quoted import quoted
from app.excel.template import CONVENTIONS

TEXTS = st.text(st.sampled_from(' "1.,-+eTZ:2026true是\u00a0\nx'), max_size=12)


def read(kind: Kind, text: str) -> str | None:
    reading = converter(Field("x", kind, "string"), CONVENTIONS)(text, None)
    return reading.text if isinstance(reading, Flaw) else reading


@pytest.mark.parametrize("kind", list(Kind))
@given(text=TEXTS)
@example("")
@example(" ")
@example('"')
@example('""')
@example('" "')
@example('"" a ""')
@example("2026-10-31T12:00:00")
@example("2026-10-31Z")
@example("1")
@example("(1,234.50)")
def test_a_value_comes_back_as_it_was(kind: Kind, text: str) -> None:
    item = Field("x", kind, "string")
    assert read(kind, quoted(text, plain_converter(item, CONVENTIONS))) == text


@given(text=TEXTS.filter(lambda text: text.strip() == text and text and text.strip('"') == text))
def test_a_text_that_has_quotation_marks_keeps_them(text: str) -> None:
    assert read(Kind.TEXT, f'"{text}"') in (f'"{text}"', text)
    if text.strip(" \u00a0\n") == text:
        assert read(Kind.TEXT, f'"{text}"') == f'"{text}"'
