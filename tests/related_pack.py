"""Two small packs whose rules look at each other's returns, for tests of relations."""

import hashlib
from pathlib import Path

from signing_makers import identity

from app.services import drafts, returns, submission
from app.services.desk import Desk
from app.services.packs import add_pack

_XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:{name}:1"
 elementFormDefault="qualified">
 <xs:element name="Doc"><xs:complexType><xs:sequence>
  <xs:element name="Header"><xs:complexType><xs:sequence>
   <xs:element name="ReturnId" type="xs:string"/>
   <xs:element name="Submission"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="ORIGINAL"/><xs:enumeration value="RESUBMISSION"/>
   </xs:restriction></xs:simpleType></xs:element>
   <xs:element name="ReplacesId" type="xs:string" minOccurs="0"/>
   <xs:element name="ChangeSummary" type="xs:string" minOccurs="0"/>
   {more}
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Rows"><xs:complexType><xs:sequence>
   <xs:element name="Row" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Asset" type="xs:string"/><xs:element name="Qty" type="xs:decimal"/>
    {column}
   </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax" minOccurs="0"/>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def rule_text(number: str, relations: str, *lines: str) -> str:
    """A blocking rule of a TOML file."""
    return "\n".join(
        [
            "[[rule]]",
            f'id = "{number}"',
            'severity = "blocking"',
            'citation = "none"',
            'certainty = "HOUSE"',
            f"with = {{ {relations} }}",
            'message = { en = "{left} against {right}." }',
            *lines,
        ]
    )


def related_files(
    name: str, rules: str, version: str = "1.0", *, more: str = "", column: str = ""
) -> dict[str, bytes]:
    """A pack for returns of the type `name` with these rules; later versions begin in later years."""
    files = {
        "doc.xsd": _XSD.format(name=name.lower(), more=more, column=column).encode(),
        "form/rules/rules.toml": rules.encode(),
    }
    sums = "".join(
        f'"{file}" = "{hashlib.sha256(body).hexdigest()}"\n' for file, body in files.items()
    )
    year = int(version.split(".", maxsplit=1)[0]) + 2024
    files["pack.toml"] = f"""[pack]
id = "{name.lower()}-{version}"
return_type = "{name}"
version = "{version}"
namespace = "urn:{name.lower()}:1"
root = "Doc"
schema = "doc.xsd"
effective_from = {year}-01-01
title = {{ en = "Return {name}" }}
[pack.files]
{sums}""".encode()
    return files


def add_related(desk: Desk, name: str, rules: str, version: str = "1.0", **more: str) -> None:
    """Put such a pack into the workspace."""
    add_pack(desk, related_files(name, rules, version, **more))


def filled(desk: Desk, name: str, period: str, **rows: str) -> str:
    """A return with these quantities, by asset."""
    number = returns.new_return(desk, name, period).id
    drafts.set_value(desk, number, "Header/Submission", "ORIGINAL")
    for place, (asset, quantity) in enumerate(rows.items(), 1):
        drafts.add_row(desk, number, "Rows/Row")
        drafts.set_value(desk, number, f"Rows/Row[{place}]/Asset", asset)
        drafts.set_value(desk, number, f"Rows/Row[{place}]/Qty", quantity)
    return number


def signed(mei: Desk, boss: Desk, number: str) -> str:
    """The same return on to its signature."""
    submission.send_for_review(mei, number)
    submission.approve(boss, number)
    submission.sign(boss, number, identity().signer)
    return number


def filed(mei: Desk, boss: Desk, number: str, folder: Path) -> str:
    """The same return on to its receipt."""
    signed(mei, boss, number)
    receipt = folder / f"receipt-{number}.txt"
    receipt.write_text(f"received {number}")
    submission.record_receipt(mei, number, receipt)
    return number
