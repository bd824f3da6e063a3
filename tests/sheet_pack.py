"""A small pack with computed fields of every kind: in a row, looked up, below, above, over a table."""

import hashlib
from pathlib import Path

from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.keyfile import Secret
from app.store.workspace import Workspace

SECRET = Secret("x'" + "5d" * 32 + "'", "keyring")
"""A raw key: it opens a file without the slow derivation of a passphrase."""

XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:sheet:1"
 xmlns:s="urn:sheet:1" elementFormDefault="qualified">
 <xs:simpleType name="Money"><xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
 <xs:element name="Sheet"><xs:complexType><xs:sequence>
  <xs:element name="Rate" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="Code" type="xs:string"/><xs:element name="Value" type="xs:decimal" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Line" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="Id" type="xs:string"/><xs:element name="Code" type="xs:string" minOccurs="0"/>
   <xs:element name="Qty" type="xs:decimal" minOccurs="0"/>
   <xs:element name="Value" type="s:Money" minOccurs="0"/>
   <xs:element name="Parts" type="xs:decimal" minOccurs="0"/>
   <xs:element name="Share" type="xs:decimal" minOccurs="0"/>
   <xs:element name="Part" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Amount" type="xs:decimal" minOccurs="0"/>
    <xs:element name="Times" type="xs:decimal" minOccurs="0"/>
   </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Split" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="Code" type="xs:string"/><xs:element name="Sum" type="s:Money" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Totals"><xs:complexType><xs:sequence>
   <xs:element name="Grand" type="s:Money" minOccurs="0"/>
   <xs:element name="Greatest" type="s:Money" minOccurs="0"/>
   <xs:element name="Word" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
 </xs:sequence>
 </xs:complexType>
 <xs:key name="LineKey"><xs:selector xpath="s:Line"/><xs:field xpath="s:Id"/></xs:key>
 </xs:element>
</xs:schema>"""

COMPUTED = """
[[computed]]
target = "Totals/Word"
formula = "if (Grand > $limit) then 'much' else 'little'"
citation = "House format"
certainty = "HOUSE"
how = { en = "much above the limit" }

[[computed]]
target = "Totals/Grand"
formula = "sum(/Sheet/Line/Value)"
citation = "House format"
certainty = "HOUSE"
how = { en = "sum of the values" }

[[computed]]
target = "Totals/Greatest"
formula = "max(/Sheet/Line/Value)"
citation = "House format"
certainty = "HOUSE"
how = { en = "the greatest value" }

[[computed]]
target = "Split/Sum"
formula = "sum(/Sheet/Line[Code = $code]/Value)"
let = { code = "Code" }
citation = "House format"
certainty = "HOUSE"
how = { en = "values of the code" }

[[computed]]
target = "Line/Value"
formula = "p:round(Qty * $rate, 2)"
let = { code = "Code", rate = "/Sheet/Rate[Code = $code]/Value" }
citation = "House format"
certainty = "HOUSE"
how = { en = "quantity times rate" }

[[computed]]
target = "Line/Parts"
formula = "sum(Part/Amount)"
when = "exists(Part)"
citation = "House format"
certainty = "HOUSE"
how = { en = "sum of the parts" }

[[computed]]
target = "Line/Share"
formula = "((1000000 * Value) idiv /Sheet/Totals/Grand) div 10000"
when = "/Sheet/Totals/Grand > 0"
citation = "House format"
certainty = "HOUSE"
how = { en = "share of the total, cut" }

[[computed]]
target = "Line/Part/Times"
formula = "Amount * ../Qty"
citation = "House format"
certainty = "HOUSE"
how = { en = "amount times quantity" }
"""

SETTINGS = """
[[setting]]
name = "limit"
default = "100"
choices = ["10", "100"]
label = { en = "What is much" }
"""

CARRY = """
[[carry]]
to = "Rate"
key = ["Code"]

[[carry]]
to = "Line"
key = ["Id"]
fields = ["Code", "Part"]
values = { Qty = "Value" }
when = "Value > 0"
"""


def sheet_files(computed: str = COMPUTED, *, pack_id: str = "sheet-1.0") -> dict[str, bytes]:
    """The files of the pack, sealed."""
    files = {
        "sheet.xsd": XSD,
        "form/computed.toml": computed.encode(),
        "form/settings.toml": SETTINGS.encode(),
        "form/carry.toml": CARRY.encode(),
    }
    lines = "".join(
        f'"{name}" = "{hashlib.sha256(body).hexdigest()}"\n' for name, body in files.items()
    )
    manifest = f"""[pack]
id = "{pack_id}"
return_type = "SHEET"
version = "1.0"
namespace = "urn:sheet:1"
root = "Sheet"
schema = "sheet.xsd"
effective_from = 2000-01-01
title = {{ en = "Sheet" }}
[pack.files]
{lines}"""
    return {**files, "pack.toml": manifest.encode()}


def sheet_desk(path: Path, seat: str = "mei") -> Desk:
    """A new workspace with that pack alone."""
    desk = Desk(Workspace.create(path, SECRET, {"entity": "X", "ce": "ZZL001"}), seat)
    add_pack(desk, sheet_files())
    return desk
