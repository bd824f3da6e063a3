"""A reference that finds nothing is reported with its row, which libxml2 names only by its line."""

import pytest

from app.xml.packfiles import load_validator
from app.xml.validate import validate_bytes

XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"
 targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="R"><xs:complexType>
 <xs:sequence><xs:element name="A" maxOccurs="9" type="xs:string"/>
 <xs:element name="B" maxOccurs="9"><xs:complexType><xs:sequence>
 <xs:element name="W" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:sequence>
 </xs:complexType>
 <xs:key name="K"><xs:selector xpath="t:A"/><xs:field xpath="."/></xs:key>
 <xs:keyref name="F" refer="t:K"><xs:selector xpath="t:B"/><xs:field xpath="t:W"/></xs:keyref>
 </xs:element></xs:schema>"""


@pytest.mark.parametrize("separator", ["\n", ""], ids=["a line each", "all on one line"])
def test_the_row_of_a_broken_reference_is_named(separator: str) -> None:
    parts = ['<R xmlns="urn:t">', "<A>1</A>", "<B><W>1</W></B>", "<B><W>2</W></B>", "</R>"]
    validator = load_validator({"t.xsd": XSD}, "t.xsd")
    (problem,) = validate_bytes(separator.join(parts).encode(), validator, file="t.xml")
    assert problem.path == "B[2]"
    assert "['2'] refers to something that is not in the return (F)" in problem.message
    assert "所指的項目" in problem.messages["zh-Hant"]
