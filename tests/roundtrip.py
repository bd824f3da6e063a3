"""A document read onto its compiled schema and written again: what of it is the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.domain.schema import Schema
from app.xml.compile import compile_schema
from app.xml.reader import XmlRows, read_rows
from app.xml.safe import parse
from app.xml.writer import DECLARATION, document_bytes

DS = "http://www.w3.org/2000/09/xmldsig#"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
HINTS = {f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation"}


@dataclass(frozen=True)
class Trip:
    """A document before and after."""

    schema: Schema
    rows: XmlRows
    before: etree._Element
    written: bytes

    @property
    def after(self) -> etree._Element:
        return etree.fromstring(self.written)


def round_trip(files: Mapping[str, bytes], main: str, document: bytes) -> Trip:
    """The document through the rows of the schema of its document element."""
    root = parse(document, file="document").getroot()
    return round_trip_on(compile_schema(files, main, etree.QName(root).localname), document)


def round_trip_on(schema: Schema, document: bytes) -> Trip:
    """The document through the rows; what is written is asserted to be its own canonical form."""
    tree = parse(document, file="document")
    rows = read_rows(tree, schema)
    written = document_bytes(schema, rows)
    canonical = etree.tostring(etree.fromstring(written), method="c14n", with_comments=False)
    assert written == DECLARATION + canonical
    return Trip(schema, rows, tree.getroot(), written)


def content(element: Any, *, top: bool = True) -> tuple[Any, ...]:
    """What an element says: names, attributes, text and order, without prefixes and indentation.

    Left out are the signature and the hints where schemas lie, which are no part of a return.
    """
    children = [child for child in element if isinstance(child.tag, str)]
    texts = [element.text or "", *(child.tail or "" for child in element)]
    text = "" if children and not "".join(texts).strip() else "".join(texts)
    return (
        element.tag,
        sorted((name, _value(element, name)) for name in element.attrib if name not in HINTS),
        text,
        [content(c, top=False) for c in children if not (top and c.tag == f"{{{DS}}}Signature")],
    )


def _value(element: Any, name: str) -> str:
    """The value of an attribute; that of `xsi:type` with its namespace."""
    value = str(element.get(name))
    if name != f"{{{XSI}}}type":
        return value
    prefix, _, local = value.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None, '')}}}{local}"
