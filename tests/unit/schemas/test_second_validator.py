"""XSD 1.1 and what libxml2 cannot compile: the second validator answers, in the same words of places."""

import pytest
from roundtrip import content, round_trip

from app.xml.packfiles import SchemaError, load_validator
from app.xml.safe import parse
from app.xml.second import SecondValidator
from app.xml.validate import validate

HEAD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"'
    ' xmlns="urn:t" elementFormDefault="qualified">'
)
ASSERTED = f"""{HEAD}<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:element name="Row" maxOccurs="9"><xs:complexType><xs:sequence>
  <xs:element name="Low" type="xs:int"/><xs:element name="High" type="xs:int"/></xs:sequence>
  <xs:assert test="Low le High" xpathDefaultNamespace="urn:t"/></xs:complexType></xs:element>
 </xs:sequence></xs:complexType></xs:element></xs:schema>"""
ALTERNATIVE = f"""{HEAD}<xs:complexType name="T"><xs:sequence>
  <xs:element name="A" type="xs:string" minOccurs="0"/></xs:sequence>
  <xs:attribute name="kind" type="xs:string"/></xs:complexType>
 <xs:complexType name="U"><xs:complexContent><xs:extension base="T"><xs:sequence>
  <xs:element name="B" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
 <xs:element name="R" type="T"><xs:alternative test="@kind = 'u'" type="U"/></xs:element></xs:schema>"""


def problems(schema: str, document: str) -> list[tuple[str, int]]:
    body = document.replace("<R", '<R xmlns="urn:t"', 1).encode()
    validator = load_validator({"a.xsd": schema.encode()}, "a.xsd")
    assert isinstance(validator, SecondValidator)
    return [(item.path, item.line) for item in validate(parse(body, file="x"), validator)]


def test_an_assertion_is_decided_at_its_element() -> None:
    good = "<R><Row><Low>1</Low><High>2</High></Row>\n"
    assert problems(ASSERTED, f"{good}</R>") == []
    bad = "<Row><Low>3</Low><High>2</High></Row></R>"
    assert problems(ASSERTED, good + bad) == [("Row[2]", 2)]


def test_a_type_by_condition_is_one_of_the_alternatives() -> None:
    assert problems(ALTERNATIVE, "<R kind='u'><A>a</A><B>1</B></R>") == []
    assert problems(ALTERNATIVE, "<R kind='x'><B>1</B></R>") != []
    body = b"<R xmlns='urn:t' kind='u'><A>a</A><B>1</B></R>"
    done = round_trip({"a.xsd": ALTERNATIVE.encode()}, "a.xsd", body)
    assert content(done.after) == content(done.before)


def test_what_neither_can_compile_is_refused_in_the_words_of_the_first() -> None:
    broken = f'{HEAD}<xs:element name="R" type="Nowhere"/></xs:schema>'
    with pytest.raises(SchemaError, match=r"line 1: .*Nowhere"):
        load_validator({"a.xsd": broken.encode()}, "a.xsd")


def test_a_type_that_nobody_declares_is_an_error_and_no_fault() -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="urn:t"'
    assert problems(ALTERNATIVE, f"<R {xsi} xsi:type='t:Nowhere'/>") != []
    rows = f"<R {xsi}><Row xsi:type='t:Nowhere'><Low>1</Low><High>2</High></Row></R>"
    assert problems(ASSERTED, rows) != []
