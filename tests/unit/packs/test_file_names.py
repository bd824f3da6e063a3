"""Files are called as the pack says, and never so that a file system or portal refuses them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.filename import PATTERN, filled, pattern_problem

VALUES = {
    "type": "CAR",
    "version": "1.0",
    "ce": "ABC123",
    "period": "2026-10",
    "year": "2026",
    "month": "10",
    "id": "1f3c9a20",
}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (PATTERN, "CAR_ABC123_2026-10_1f3c9a20"),
        ("SFC.{ce}.{type}-v{version}.{year}{month}.{id}", "SFC.ABC123.CAR-v1.0.202610.1f3c9a20"),
        ("{id}", "1f3c9a20"),
    ],
)
def test_a_pattern_is_filled(pattern: str, name: str) -> None:
    assert pattern_problem(pattern) == ""
    assert filled(pattern, VALUES) == name


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("{type}_{period}", "same name"),
        ("{entity}_{id}", "{entity}"),
        ("../{id}", "letters"),
        ("a b {id}", "letters"),
        ("{id", "letters"),
        ("{id}" + "a" * 120, "120"),
        ("{id!r}", "{id!r}"),
        ("冷錢包{id}", "letters"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_told(pattern: str, says: str) -> None:
    assert says in pattern_problem(pattern)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_value_gives_a_name_that_can_be_written(ce: str, kind: str) -> None:
    name = filled(PATTERN, {**VALUES, "ce": ce, "type": kind})
    assert name.endswith("2026-10_1f3c9a20")
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>| \0')
    assert name[0].isalnum()
