"""A small pack whose returns answer an event, for tests of chains, clocks and texts."""

import hashlib

XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:event:1"
 elementFormDefault="qualified">
 <xs:element name="Report"><xs:complexType><xs:sequence>
  <xs:element name="Head"><xs:complexType><xs:sequence>
   <xs:element name="ReturnId" type="xs:string"/><xs:element name="EntityName" type="xs:string"/>
   <xs:element name="PeriodStart" type="xs:date"/><xs:element name="Submission" type="xs:string"/>
   <xs:element name="ReplacesId" type="xs:string" minOccurs="0"/>
   <xs:element name="ChangeSummary" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Ids"><xs:complexType><xs:sequence>
   <xs:element name="Id" type="xs:string"/><xs:element name="Number" type="xs:integer"/>
   <xs:element name="Phase"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="INITIAL"/><xs:enumeration value="INTERMEDIATE"/><xs:enumeration value="FINAL"/>
   </xs:restriction></xs:simpleType></xs:element>
   <xs:element name="Title" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Times"><xs:complexType><xs:sequence>
   <xs:element name="Detection" type="xs:dateTime"/>
   <xs:element name="Report" type="xs:dateTime" minOccurs="0"/>
   <xs:element name="NextUpdate" type="xs:dateTime" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Note" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="Text" type="xs:string"/>
   <xs:element name="By" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Name" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax" minOccurs="0"/>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

CHAIN = b"""[chain]
id = "Ids/Id"
sequence = "Ids/Number"
phase = "Ids/Phase"
first = "INITIAL"
next = "INTERMEDIATE"
last = "FINAL"
title = "Ids/Title"
fresh = ["Times/Report"]
"""


def event_files(
    version: str = "1.0", *, xsd: bytes = XSD, namespace: str = "urn:event:1", **more: bytes
) -> dict[str, bytes]:
    """The pack's files; `more` are files below `form/`, by their names without the ending."""
    files = {"event.xsd": xsd, "form/chain.toml": CHAIN}
    files |= {f"form/{name}.toml": body for name, body in more.items()}
    sums = "".join(
        f'"{name}" = "{hashlib.sha256(body).hexdigest()}"\n' for name, body in files.items()
    )
    year = int(version.split(".", maxsplit=1)[0]) + 1999
    files["pack.toml"] = f"""[pack]
id = "event-{version}"
return_type = "EVENT"
occasion = "event"
version = "{version}"
namespace = "{namespace}"
root = "Report"
schema = "event.xsd"
effective_from = {year}-01-01
title = {{ en = "Event report", zh-Hant = "事件報告" }}
[pack.files]
{sums}""".encode()
    return files
