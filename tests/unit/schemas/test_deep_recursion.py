"""What lies deeper than recursion is unrolled is kept as XML: ten levels come back as they were."""

import pytest
from bare_pack import bare_xsd
from lxml import etree
from roundtrip import content, round_trip

from app.xml.packfiles import load_validator
from app.xml.safe import parse

XSD = bare_xsd(
    '<xs:complexType name="Part"><xs:sequence><xs:element name="Name" type="xs:string"/>'
    '<xs:element name="Part" type="t:Part" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>'
    '<xs:attribute name="level" type="xs:int"/></xs:complexType>'
    '<xs:element name="R"><xs:complexType><xs:sequence><xs:element name="Part" type="t:Part"/>'
    "</xs:sequence></xs:complexType></xs:element>"
)
FILES = {"a.xsd": XSD}


def nested(depth: int, level: int = 1) -> str:
    """Two parts at every level, the second one with the next level."""
    inner = nested(depth, level + 1) if level < depth else ""
    side = f'<Part level="-{level}"><Name> side {level} </Name></Part>' if inner else ""
    return f'<Part level="{level}"><Name>n{level} &amp; &lt;</Name>{side}{inner}</Part>'


@pytest.mark.parametrize("depth", [1, 3, 4, 10])
def test_every_level_comes_back(depth: int) -> None:
    body = f'<R xmlns="urn:t">{nested(depth)}</R>'.encode()
    done = round_trip(FILES, "a.xsd", body)
    assert content(done.after) == content(done.before)
    written = parse(done.written, file="written")
    assert load_validator(FILES, "a.xsd").validate(written)
    levels = etree.XPath("//t:Part/@level", namespaces={"t": "urn:t"})(written)
    assert max(int(str(level)) for level in levels) == depth
