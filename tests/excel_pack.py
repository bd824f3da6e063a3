"""A pack with a field of every kind, a key, a group in a table and a table in a table; and workbooks."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from ledger_pack import SECRET

from app.services.desk import Desk
from app.services.packs import add_pack
from app.services.profiles import add_profile
from app.store.workspace import Workspace

_XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:stock:1"
 xmlns:s="urn:stock:1" xmlns:p="urn:praya:info" elementFormDefault="qualified">
 <xs:simpleType name="Qty">
  <xs:annotation><xs:appinfo><p:info kind="decimal" unit="tokens"/></xs:appinfo></xs:annotation>
  <xs:restriction base="xs:string"><xs:pattern value="-?[0-9]{1,38}(\\.[0-9]{1,18})?"/></xs:restriction>
 </xs:simpleType>
 <xs:simpleType name="Store"><xs:restriction base="xs:string">
  <xs:enumeration value="COLD"/><xs:enumeration value="HOT"/></xs:restriction></xs:simpleType>
 <xs:element name="Stock"><xs:complexType><xs:sequence>
  <xs:element name="Head"><xs:complexType><xs:sequence>
   <xs:element name="Name" type="xs:string"/><xs:element name="AsOf" type="xs:dateTime"/>
   <xs:element name="Nil" type="xs:boolean"/><xs:element name="Total" type="s:Qty" minOccurs="0"/>
   <xs:element name="Day" type="xs:date" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Extra" minOccurs="0"><xs:complexType><xs:sequence>
   <xs:element name="Remark" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="Items"><xs:complexType><xs:sequence>
   <xs:element name="Item" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Id" type="xs:string"/><xs:element name="Store" type="s:Store"/>
    <xs:element name="Qty" type="s:Qty"/><xs:element name="Count" type="xs:integer" minOccurs="0"/>
    <xs:element name="Open" type="xs:boolean" minOccurs="0"/>
    <xs:element name="Since" type="xs:date" minOccurs="0"/>
    <xs:element name="Seen" type="xs:dateTime" minOccurs="0"/>
    <xs:element name="Place" minOccurs="0"><xs:complexType><xs:sequence>
     <xs:element name="Country" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="Marks"><xs:complexType><xs:sequence>
     <xs:element name="Mark" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="Text" type="xs:string"/><xs:element name="Weight" type="s:Qty" minOccurs="0"/>
     </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
   </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
 </xs:sequence></xs:complexType>
 <xs:key name="ItemKey"><xs:selector xpath="s:Items/s:Item"/><xs:field xpath="s:Id"/></xs:key>
 </xs:element>
</xs:schema>"""

_MANIFEST = f"""[pack]
id = "stock-1.0"
return_type = "STOCK"
version = "1.0"
namespace = "urn:stock:1"
root = "Stock"
schema = "stock.xsd"
effective_from = 2020-01-01
title = {{ en = "Stock" }}
[pack.files]
"stock.xsd" = "{hashlib.sha256(_XSD).hexdigest()}"
"""

ITEM, MARK = "Items/Item", "Items/Item/Marks/Mark"


def stock_desk(path: Path) -> Desk:
    """A new workspace with that pack alone."""
    desk = Desk(Workspace.create(path, SECRET, {"entity": "X", "ce": "ZZL001"}), "mei")
    add_pack(desk, {"stock.xsd": _XSD, "pack.toml": _MANIFEST.encode()})
    return desk


def make_book(path: Path, fill: Callable[[Any, Any], None], sheet: str = "Data") -> Path:
    """A workbook with one sheet that `fill(sheet, book)` writes."""
    book = xlsxwriter.Workbook(str(path))
    fill(book.add_worksheet(sheet), book)
    book.close()
    return path


def text_book(path: Path, rows: list[list[str]], sheet: str = "Data") -> Path:
    """A workbook of text cells alone."""

    def fill(target: Any, book: Any) -> None:
        for number, cells in enumerate(rows):
            for at, text in enumerate(cells):
                if text:
                    target.write_string(number, at, text)

    return make_book(path, fill, sheet)


def add_profile_text(desk: Desk, folder: Path, text: str, name: str = "p") -> str:
    """Add a profile; the head is written here."""
    file = folder / f"{name}.toml"
    head = f'[profile]\nname = "{name}"\nreturn_type = "STOCK"\n'
    file.write_text(head + text, encoding="utf-8")
    add_profile(desk, file)
    return name
