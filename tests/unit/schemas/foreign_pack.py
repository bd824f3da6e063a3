"""A pack as somebody else would write it: no form, no rules, and nothing that lies flat."""

import hashlib

XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:f:1"
 xmlns:f="urn:f:1" elementFormDefault="qualified">
 <xs:element name="Message"><xs:complexType><xs:sequence>
  <xs:element name="PeriodEnd" type="xs:date" minOccurs="0"/>
  <xs:choice maxOccurs="unbounded">
   <xs:element name="Buy" type="f:Trade"/><xs:element name="Sell" type="f:Trade"/>
   <xs:element name="Note" type="xs:string"/>
  </xs:choice>
  <xs:any namespace="##other" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
 </xs:sequence></xs:complexType></xs:element>
 <xs:complexType name="Trade"><xs:sequence>
  <xs:element name="Qty" type="xs:decimal"/>
 </xs:sequence><xs:attribute name="id" type="xs:ID"/></xs:complexType>
</xs:schema>"""

MANIFEST = """
[pack]
id = "foreign-1.0"
return_type = "FOREIGN"
version = "1.0"
namespace = "urn:f:1"
root = "Message"
schema = "foreign.xsd"
languages = ["en"]
effective_from = 2020-01-01
publisher = "Somebody"
status = "For tests"
[pack.title]
en = "Messages"
[pack.files]
"foreign.xsd" = "{digest}"
"""


def foreign_files() -> dict[str, bytes]:
    """The pack's files, sealed."""
    manifest = MANIFEST.format(digest=hashlib.sha256(XSD).hexdigest())
    return {"pack.toml": manifest.encode(), "foreign.xsd": XSD}
