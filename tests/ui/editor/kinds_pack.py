"""A small pack with every kind of value, an optional group, a choice, and tables in tables."""

import hashlib

from app.services.desk import Desk
from app.services.packs import add_pack

XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:praya:info"
 targetNamespace="urn:kinds:1" elementFormDefault="qualified">
 <xs:element name="Kinds"><xs:complexType><xs:sequence>
  <xs:element name="Head"><xs:complexType><xs:sequence>
   <xs:element name="Name"><xs:annotation>
     <xs:documentation source="urn:praya:label" xml:lang="en">Name of the firm</xs:documentation>
     <xs:documentation source="urn:praya:label" xml:lang="zh-Hant">公司名稱</xs:documentation>
     <xs:documentation xml:lang="en">As on the register.</xs:documentation>
     <xs:appinfo><p:info citation="Paper 5" certainty="LAW?"/></xs:appinfo></xs:annotation>
    <xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="20"/></xs:restriction></xs:simpleType>
   </xs:element>
   <xs:element name="Amount"><xs:annotation><xs:appinfo><p:info unit="HKD"/></xs:appinfo></xs:annotation>
    <xs:simpleType><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
   </xs:element>
   <xs:element name="Count" type="xs:nonNegativeInteger" minOccurs="0"/>
   <xs:element name="Nil" type="xs:boolean"/>
   <xs:element name="Day" type="xs:date"/>
   <xs:element name="Moment" type="xs:dateTime" minOccurs="0"/>
   <xs:element name="Storage"><xs:simpleType><xs:restriction base="xs:string">
     <xs:enumeration value="HOT"><xs:annotation><xs:documentation xml:lang="en">Hot storage</xs:documentation><xs:documentation xml:lang="zh-Hant">熱儲存</xs:documentation></xs:annotation></xs:enumeration>
     <xs:enumeration value="COLD"><xs:annotation><xs:documentation xml:lang="en">Cold storage</xs:documentation><xs:documentation xml:lang="zh-Hant">冷儲存</xs:documentation></xs:annotation></xs:enumeration>
    </xs:restriction></xs:simpleType></xs:element>
   <xs:element name="Remarks" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="2000"/></xs:restriction></xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Contact" minOccurs="0"><xs:complexType><xs:sequence>
   <xs:element name="Mail" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Lines" minOccurs="0"><xs:complexType><xs:sequence>
   <xs:element name="Line" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Code" type="xs:string"/>
    <xs:element name="Qty" type="xs:decimal"/>
    <xs:element name="Kind"><xs:simpleType><xs:restriction base="xs:string">
     <xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="On" type="xs:date" minOccurs="0"/>
    <xs:element name="Owner"><xs:complexType><xs:sequence>
      <xs:element name="Who" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="Part" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="Weight" type="xs:decimal"/></xs:sequence></xs:complexType></xs:element>
   </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax" minOccurs="0"/>
 </xs:sequence></xs:complexType>
 <xs:key name="LineKey"><xs:selector xpath="k:Lines/k:Line" xmlns:k="urn:kinds:1"/><xs:field xpath="k:Code" xmlns:k="urn:kinds:1"/></xs:key>
 </xs:element>
</xs:schema>""".encode()

RULES = b"""[[rule]]
id = "KND-001"
severity = "explain"
citation = "Paper 7"
certainty = "HOUSE"
scope = "Lines/Line"
at = "Qty"
left = "Qty"
operator = "le"
right = "1000"
message = { en = "The quantity is above 1,000.", zh-Hant = "\xe6\x95\xb8\xe9\x87\x8f\xe8\xb6\x85\xe9\x81\x8e 1,000\xe3\x80\x82" }

[[rule]]
id = "KND-002"
severity = "blocking"
citation = "Paper 7"
certainty = "HOUSE"
when = "Head/Name = 'Sums'"
at = "Head/Amount"
left = "Head/Amount"
right = "sum(Lines/Line/Qty)"
message = { en = "The lines do not add up.", zh-Hant = "\xe4\xb8\x8d\xe7\xac\xa6\xe3\x80\x82" }
"""


def _line(name: str, body: bytes) -> str:
    return f'"{name}" = "{hashlib.sha256(body).hexdigest()}"'


MANIFEST = f"""[pack]
id = "kinds-1.0"
return_type = "KINDS"
version = "1.0"
namespace = "urn:kinds:1"
root = "Kinds"
schema = "kinds.xsd"
languages = ["en", "zh-Hant"]
effective_from = 2000-01-01
title = {{ en = "Kinds", zh-Hant = "種類" }}
[pack.files]
{_line("kinds.xsd", XSD)}
{_line("form/rules/kinds.toml", RULES)}
""".encode()

FILES = {"kinds.xsd": XSD, "form/rules/kinds.toml": RULES, "pack.toml": MANIFEST}


def add_kinds(desk: Desk) -> None:
    """Put the pack into a workspace."""
    add_pack(desk, FILES)
