"""A tree without the blanks between elements holds every value as it is written."""

import pytest

from app.xml.safe import parse


@pytest.mark.parametrize("value", ["", " ", "  \n ", "\t", " &#xD;", " x ", " " * 5000, "a b"])
def test_values_of_blanks_are_kept(value: str) -> None:
    text = f"<a>\n  <b>{value}</b>\n  <c>\n    <b>{value}</b>\n  </c>\n</a>"
    whole = parse(text.encode(), file="x").getroot()
    short = parse(text.encode(), file="x", keep_indents=False).getroot()
    assert [e.text for e in short.iter("b")] == [e.text for e in whole.iter("b")]
    assert [e.sourceline for e in short.iter()] == [e.sourceline for e in whole.iter()]
    assert short.text is None
