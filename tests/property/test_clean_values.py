"""What is taken for clean at a glance has no problem when it is looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cleanvalues import clean_test
from app.domain.schema import Facets, Field, Kind
from app.domain.values import check_value

BOUNDS = st.sampled_from([None, None, "0", "0.00", "-1", "5"])
SIZES = st.one_of(st.none(), st.integers(0, 5))
FACETS = st.builds(
    Facets,
    patterns=st.sampled_from([(), (), (("^[0-9]+$",),), (("^a", "b$"),), (("[0-9]",), ("1",))]),
    length=SIZES,
    min_length=SIZES,
    max_length=SIZES,
    min_inclusive=BOUNDS,
    max_inclusive=BOUNDS,
    min_exclusive=BOUNDS,
    max_exclusive=BOUNDS,
    total_digits=st.one_of(st.none(), st.integers(1, 6)),
    fraction_digits=st.one_of(st.none(), st.integers(0, 3)),
    enumeration=st.sampled_from([(), (), ("a", "1")]),
    white_space=st.sampled_from(["preserve", "replace", "collapse"]),
)
FIELDS = st.builds(
    Field,
    key=st.just("X"),
    kind=st.sampled_from(list(Kind)),
    builtin=st.just("string"),
    fixed=st.sampled_from([None, None, "1"]),
    facets=FACETS,
)
VALUES = st.one_of(
    st.decimals(-10000, 10000, places=3).map(str),
    st.integers(-(10**8), 10**8).map(str),
    st.text("ab 01\t\n\x01é-.", max_size=6),
    st.sampled_from(["", "0", "-0", "0.000", "1", "+1", ".5", "5.", "١", "true", "2026-10-31", "1e3"]),
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(FIELDS, st.lists(VALUES, min_size=1, max_size=6))
def test_what_is_clean_at_a_glance_has_no_problem(field: Field, values: list[str]) -> None:
    clean = clean_test(field)
    for value in values * 2:
        if clean(value):
            assert check_value(field, value) == []


def test_ordinary_values_are_clean_at_a_glance() -> None:
    money = Field("M", Kind.DECIMAL, "decimal", facets=Facets(total_digits=18, fraction_digits=2))
    assert clean_test(money)("1234567890.10")
    assert clean_test(Field("T", Kind.TEXT, "string", facets=Facets(max_length=9)))("香港 a b")
    assert clean_test(Field("D", Kind.DATE, "date"))("2026-10-31")
