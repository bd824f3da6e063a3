"""A small pack with everything in it, for tests that break one line after the other."""

import hashlib

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:small:1"
  xmlns="urn:small:1" elementFormDefault="qualified">
  <xs:element name="Small"><xs:complexType><xs:sequence>
    <xs:element name="PeriodEnd" type="xs:date"/>
    <xs:element name="Total" type="xs:decimal"/>
    <xs:element name="Lines"><xs:complexType><xs:sequence>
      <xs:element name="Line" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element name="Name" type="xs:string"/>
        <xs:element name="Amount" type="xs:decimal"/>
        <xs:element name="Fee" type="xs:decimal" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""
MANIFEST = """[pack]
id = "small-1.0"
return_type = "SMALL"
version = "1.0"
namespace = "urn:small:1"
root = "Small"
schema = "small.xsd"
languages = ["en", "zh-Hant"]
effective_from = 2026-01-01
status = "A test"

[pack.title]
en = "Small"
zh-Hant = "小"
"""
FORM = """[[section]]
id = "all"
title = { en = "All", zh-Hant = "全部" }
items = ["PeriodEnd", "Total", "Lines/Line"]
"""
PARAMETERS = """[[parameter]]
name = "tolerance"
value = "0.01"
citation = "House format"
certainty = "HOUSE"
"""
RULES = """[[rule]]
id = "SML-001"
severity = "blocking"
citation = "House format"
certainty = "HOUSE"
at = "Total"
left = "Total"
right = "sum(Lines/Line/Amount)"
tolerance = "$tolerance"
[rule.message]
en = "The total is {left}, the lines make {right}."
zh-Hant = "總數為 {left}，各行合計 {right}。"

[[rule]]
id = "SML-002"
severity = "explain"
citation = "House format"
certainty = "HOUSE"
scope = "Lines/Line"
at = "Amount"
test = "Amount >= 0"
[rule.message]
en = "{Name} is negative: {Amount}."
zh-Hant = "{Name} 為負數：{Amount}。"
"""
COMPUTED = """[[computed]]
target = "Total"
formula = "sum(Lines/Line/Amount)"
citation = "House format"
certainty = "HOUSE"
how = { en = "The sum of the lines", zh-Hant = "各行合計" }
"""
CARRY = """[[carry]]
to = "Lines/Line"
key = ["Name"]
fields = ["Fee"]
"""
OBLIGATIONS = """[[obligation]]
id = "filing"
kind = "filing"
from = "period-end"
days = 14
citation = "House format"
certainty = "HOUSE"
title = { en = "File it", zh-Hant = "提交" }
"""
CASES = """[[case]]
rule = "SML-001"
name = "a cent is allowed"
expect = "pass"
set = { "Total" = "3.01" }

[[case]]
rule = "SML-001"
name = "two cents are not"
expect = "fail"
left = "3.02"
set = { "Total" = "3.02" }

[[case]]
rule = "SML-002"
name = "zero is not negative"
expect = "pass"
set = { "Lines/Line[1]/Amount" = "0.00", "Total" = "2.00" }

[[case]]
rule = "SML-002"
name = "less than zero is"
expect = "fail"
set = { "Lines/Line[1]/Amount" = "-1.00", "Total" = "1.00" }
"""
BASE = """<Small xmlns="urn:small:1"><PeriodEnd>2026-10-31</PeriodEnd><Total>3.00</Total><Lines>
<Line><Name>a</Name><Amount>1.00</Amount></Line><Line><Name>b</Name><Amount>2.00</Amount></Line>
</Lines></Small>
"""
FILES = {
    "small.xsd": XSD,
    "form/form.toml": FORM,
    "form/parameters.toml": PARAMETERS,
    "form/rules/rules.toml": RULES,
    "form/computed.toml": COMPUTED,
    "form/carry.toml": CARRY,
    "form/obligations.toml": OBLIGATIONS,
    "form/examples/cases.toml": CASES,
    "form/examples/base.xml": BASE,
}


def sealed(files: dict[str, str], manifest: str = MANIFEST) -> dict[str, bytes]:
    """The files with a pack.toml that lists their hashes."""
    lines = [f'"{name}" = "{hashlib.sha256(files[name].encode()).hexdigest()}"' for name in files]
    whole = manifest + "\n[pack.files]\n" + "\n".join(lines) + "\n"
    return {"pack.toml": whole.encode()} | {name: body.encode() for name, body in files.items()}


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """The pack with one text changed in one file."""
    if file == "pack.toml":
        assert old in MANIFEST
        return sealed(FILES, MANIFEST.replace(old, new, 1))
    assert old in FILES[file], (file, old)
    return sealed(FILES | {file: FILES[file].replace(old, new, 1)})
