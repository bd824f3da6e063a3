"""What a firm writes for itself: openpyxl, xmlschema and signxml, one after the other."""

from pathlib import Path
from typing import Any

import openpyxl
import xmlschema
from lxml import etree
from signxml.algorithms import SignatureConstructionMethod
from signxml.signer import XMLSigner

_NAMESPACE = "{urn:praya:bench:1}"


def workbook_to_signed_xml(folder: Path, key: Any, certificate: str) -> None:
    """Read the workbook, write the document, validate it once, sign it. Nothing is kept or compared."""
    book = openpyxl.load_workbook(folder / "ledger.xlsx", read_only=True)
    names: Any = {None: _NAMESPACE[1:-1]}
    root = etree.Element(f"{_NAMESPACE}Ledger", nsmap=names)
    for sheet, table, row in (("Accounts", "Accounts", "Account"), ("Entries", "Entries", "Entry")):
        _fill(etree.SubElement(root, _NAMESPACE + table), row, book[sheet])
    schema = xmlschema.XMLSchema10(str(folder / "ledger.xsd"))
    problems = [str(error.reason) for error in schema.iter_errors(etree.ElementTree(root))]
    assert not problems, problems[:3]
    signer = XMLSigner(
        method=SignatureConstructionMethod.enveloped, signature_algorithm="ecdsa-sha256"
    )
    signed = signer.sign(root, key=key, cert=certificate)
    signed.getroottree().write(str(folder / "signed3.xml"))


def _fill(table: Any, name: str, sheet: Any) -> None:
    rows = sheet.iter_rows(values_only=True)
    head = next(rows)
    for cells in rows:
        row = etree.SubElement(table, _NAMESPACE + name)
        for heading, value in zip(head, cells, strict=False):
            if value is not None:
                etree.SubElement(row, _NAMESPACE + heading).text = str(value)
