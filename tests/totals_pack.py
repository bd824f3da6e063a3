"""A pack with a table whose columns have a sum, have one only for one asset, or have none."""

import hashlib
from pathlib import Path

from ledger_pack import SECRET

from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.workspace import Workspace


def _amount(name: str, unit: str, base: str = "decimal") -> str:
    info = f'<xs:annotation><xs:appinfo><p:info unit="{unit}"/></xs:appinfo></xs:annotation>'
    kept = info if unit else ""
    return f'<xs:element name="{name}" type="xs:{base}" minOccurs="0">{kept}</xs:element>'


_LINE = "".join(
    (
        '<xs:element name="AssetId" type="xs:string"/>',
        _amount("Value", "HKD"),
        _amount("Units", "units"),
        _amount("Price", "HKD per unit"),
        _amount("Clients", "", "integer"),
        _amount("BlockHeight", "", "integer"),
    )
)
_DAY = f'<xs:element name="Day" type="xs:date"/>{_amount("Value", "HKD")}'
XSD = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:sums:1"
 xmlns:p="urn:praya:info" elementFormDefault="qualified">
 <xs:element name="Sums"><xs:complexType><xs:sequence>
  <xs:element name="Line" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>{_LINE}
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Daily" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>{_DAY}
  </xs:sequence></xs:complexType></xs:element>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>""".encode()
_MANIFEST = f"""[pack]
id = "sums-1.0"
return_type = "SUMS"
version = "1.0"
namespace = "urn:sums:1"
root = "Sums"
schema = "sums.xsd"
effective_from = 2000-01-01
title = {{ en = "Sums" }}
[pack.files]
"sums.xsd" = "{hashlib.sha256(XSD).hexdigest()}"
"""


def sums_desk(path: Path) -> Desk:
    """A new workspace with that pack alone."""
    desk = Desk(Workspace.create(path, SECRET, {"entity": "X", "ce": "ZZL001"}), "mei")
    add_pack(desk, {"sums.xsd": XSD, "pack.toml": _MANIFEST.encode()})
    return desk
