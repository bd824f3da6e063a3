"""Expressions that would never end are told before they are tried; ordinary ones are not suspected."""

import time

import pytest
from pack_lists import shipped_patterns

from app.domain.patterns import affordable
from app.domain.schema import Facets, Field, Kind
from app.domain.values import check_value
from app.xml.packfiles import load_validator
from app.xml.safe import parse

HOSTILE = [
    ("(a+)+", "a" * 40 + "!"),
    ("(a|a)*", "a" * 40 + "!"),
    ("(a?){30}a{30}", "a" * 30),
    ("a?" * 30 + "a{30}", "a" * 29),
    ("(([a-z])+.)+[A-Z]([a-z])+", "a" * 50),
    (r"(\w{1,9}\s?){1,40}", "word " * 30 + "!"),
    ("a*" * 12 + "b", "a" * 200),
]


@pytest.mark.parametrize(("pattern", "value"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_pattern_without_end_is_left_to_the_schema(pattern: str, value: str) -> None:
    field = Field("A", Kind.TEXT, "string", facets=Facets(patterns=((f"^(?:{pattern})$",),)))
    begun = time.monotonic()
    assert check_value(field, value) == []
    assert time.monotonic() - begun < 0.5


def test_the_schema_decides_it_within_its_own_limit() -> None:
    pattern, value = HOSTILE[0]
    xsd = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="A"><xs:simpleType>'
        f'<xs:restriction base="xs:string"><xs:pattern value="{pattern}"/></xs:restriction>'
        "</xs:simpleType></xs:element></xs:schema>"
    )
    validator = load_validator({"a.xsd": xsd.encode()}, "a.xsd")
    begun = time.monotonic()
    assert not validator.validate(parse(f"<A>{value}</A>".encode(), file="x"))
    assert time.monotonic() - begun < 5


def test_patterns_of_the_shipped_packs_are_all_tried() -> None:
    found = shipped_patterns()
    assert len(found) > 15
    assert [pattern for pattern, length in found if not affordable(pattern, length)] == []


@pytest.mark.parametrize("value", ["ab-1", "x" * 30])
def test_an_ordinary_pattern_still_speaks(value: str) -> None:
    field = Field("A", Kind.TEXT, "string", facets=Facets(patterns=(("^(?:[a-z]{2}(-[0-9])?)$",),)))
    assert bool(check_value(field, value)) == (len(value) > 5)
