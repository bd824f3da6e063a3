"""A small pack with tables in tables, for tests of the tree of rows."""

import hashlib
from pathlib import Path

from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.keyfile import Secret
from app.store.workspace import Workspace

SECRET = Secret("x'" + "7c" * 32 + "'", "keyring")
"""A raw key: it opens a file without the slow derivation of a passphrase."""

_XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:ledger:1"
 elementFormDefault="qualified">
 <xs:element name="Ledger"><xs:complexType><xs:sequence>
  <xs:element name="Head"><xs:complexType><xs:sequence>
   <xs:element name="Name" type="xs:string"/><xs:element name="Total" type="xs:decimal"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Book" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="Title" type="xs:string"/>
   <xs:element name="Line" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Amount" type="xs:decimal"/><xs:element name="Note" type="xs:string"/>
   </xs:sequence></xs:complexType></xs:element>
   <xs:element name="Close"><xs:complexType><xs:sequence>
    <xs:element name="By" type="xs:string"/>
   </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax" minOccurs="0"/>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

_MANIFEST = f"""[pack]
id = "ledger-1.0"
return_type = "LEDGER"
version = "1.0"
namespace = "urn:ledger:1"
root = "Ledger"
schema = "ledger.xsd"
effective_from = 2000-01-01
title = {{ en = "Ledger" }}
[pack.files]
"ledger.xsd" = "{hashlib.sha256(_XSD).hexdigest()}"
"""


def ledger_desk(path: Path, seat: str = "mei", *, approver: bool = False) -> Desk:
    """A new workspace with that pack alone; with `approver`, Head/ApprovedBy stands for Head/Name."""
    desk = Desk(Workspace.create(path, SECRET, {"entity": "X", "ce": "ZZL001"}), seat)
    xsd, manifest = _XSD, _MANIFEST
    if approver:
        xsd = _XSD.replace(b'name="Name"', b'name="ApprovedBy"')
        old, new = (hashlib.sha256(text).hexdigest() for text in (_XSD, xsd))
        manifest = manifest.replace(old, new)
    add_pack(desk, {"ledger.xsd": xsd, "pack.toml": manifest.encode()})
    return desk
