"""Where the validators disagree: each listed case answers as the list says, the product included."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from app.xml.packfiles import load_validator
from app.xml.second import SecondValidator
from app.xml.validate import validate

LIST = Path(__file__).parents[2] / "data" / "disagreements.toml"
CASES = [case for case in tomllib.loads(LIST.read_text("utf-8"))["case"] if "type" in case]
DOCUMENT = Path(__file__).parents[3] / "docs" / "conformance.md"


def schema_of(name: str) -> bytes:
    return (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="R">'
        f'<xs:simpleType><xs:restriction base="xs:{name}"/></xs:simpleType></xs:element></xs:schema>'
    ).encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['type']}-{case['value']!r}")
def test_the_validators_answer_as_listed(case: dict[str, Any]) -> None:
    schema = schema_of(case["type"])
    root = etree.Element("R")
    root.text = case["value"]
    assert etree.XMLSchema(etree.fromstring(schema)).validate(root) is case["libxml2"]
    assert xmlschema.XMLSchema10(schema.decode()).is_valid(root) is case["xmlschema"]
    validator = load_validator({"a.xsd": schema}, "a.xsd")
    assert (validate(root.getroottree(), validator) == []) is case["product"]
    assert root.text == case["value"]
    assert case["right"] is case["product"] or "Not mended" in case["why"]


def test_every_case_is_told_in_the_document() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert [case["type"] for case in CASES if f"xs:{case['type']}" not in text] == []


def test_blanks_are_forgiven_but_not_the_facets_of_a_date() -> None:
    schema = schema_of("date").replace(
        b"/></xs:sim", b'><xs:minInclusive value="2026-01-01"/></xs:restriction></xs:sim'
    )
    validator = load_validator({"a.xsd": schema}, "a.xsd")
    early = etree.fromstring("<R> 2025-12-31 </R>").getroottree()
    assert (
        next(item.code for item in validate(early, validator)) == "SCHEMAV_CVC_MININCLUSIVE_VALID"
    )
    assert validate(etree.fromstring("<R> 2026-01-01 </R>").getroottree(), validator) == []


def test_a_value_beyond_counting_is_told_by_the_second_validator() -> None:
    second = SecondValidator({"a.xsd": schema_of("duration")}, "a.xsd")
    assert not second.validate(etree.fromstring("<R>P99999999999Y</R>").getroottree())
    assert "larger than what can be compared" in second.error_log[0].message
