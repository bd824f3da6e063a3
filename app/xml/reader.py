"""From an XML document to rows: what a file holds, on the compiled schema, with its line numbers.

What the schema does not know is left out here; the validation against the XSD names it.
"""

from typing import Any

from lxml import etree

from app.domain.memory import MemoryRows
from app.domain.schema import ANY, ANY_ATTRIBUTES, TEXT_KEY, TYPE, Node, Schema
from app.xml import opaque

_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
"""Below the document element it is no value of a return, wherever a wildcard may admit it."""


class XmlRows(MemoryRows):
    """The rows of a file that also know on which line each element begins."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[tuple[int, str], int] = {}

    def note_line(self, row: int, key: str, line: int) -> None:
        """Remember where a row (empty key) or one of its fields begins."""
        self._lines[row, key] = line

    def line(self, row: int, key: str = "") -> int | None:
        """The line of a field; that of its row where the field is not there. 1-based."""
        return self._lines.get((row, key), self._lines.get((row, "")))

    def bind(self, row: int, element: Any) -> None:
        """Which element a row was read from; not kept here."""


class BoundRows(XmlRows):
    """The rows of a document that also know their elements, as long as it lives."""

    def __init__(self) -> None:
        super().__init__()
        self._elements: dict[int, Any] = {}

    def bind(self, row: int, element: Any) -> None:
        """Remember the element of a row."""
        self._elements[row] = element

    def element(self, row: int) -> Any:
        """The element of a row."""
        return self._elements[row]


def read_rows(tree: etree._ElementTree, schema: Schema) -> XmlRows:
    """The rows of a parsed document whose root is the schema's document element."""
    rows = XmlRows()
    _read(tree.getroot(), schema.root, None, rows)
    return rows


def read_bound(tree: etree._ElementTree, schema: Schema) -> BoundRows:
    """The same rows, each with its element."""
    rows = BoundRows()
    _read(tree.getroot(), schema.root, None, rows)
    return rows


def _read(element: Any, node: Node, parent: int | None, rows: XmlRows) -> None:
    found: dict[str, tuple[str, int]] = {}
    below: list[tuple[Any, Node]] = []
    if node.opaque:
        found[TEXT_KEY] = (opaque.element_text(element), element.sourceline)
    else:
        _note_attributes(element, node, "", found)
        if TEXT_KEY in node.index:
            found[TEXT_KEY] = (_text(element), element.sourceline)
        else:
            for child in element.iterchildren(etree.Element):
                if parent is not None or child.tag != _SIGNATURE:
                    _sort_in(child, node, found, below)
    row = rows.add(parent, node.path, tuple(_value(found, field.key) for field in node.fields))
    rows.note_line(row.id, "", element.sourceline)
    rows.bind(row.id, element)
    for field in node.fields:
        if field.key in found:
            rows.note_line(row.id, field.key, found[field.key][1])
    for child, child_node in below:
        _read(child, child_node, row.id, rows)


def _sort_in(
    child: Any, node: Node, found: dict[str, tuple[str, int]], below: list[tuple[Any, Node]]
) -> None:
    key = key_of(child, node)
    target = node.by_name.get(ANY if key is None else key)
    if target is not None:
        below.append((child, target))
    elif key is not None and key not in found:
        found[key] = (_text(child), child.sourceline)
        _note_attributes(child, node, key, found)


def key_of(child: Any, node: Node) -> str | None:
    """The name in `Node.content` of an element inside; None for one that the node does not name."""
    name = etree.QName(child)
    return node.by_tag.get((name.namespace or "", name.localname))


def _note_attributes(
    element: Any, node: Node, bearer: str, found: dict[str, tuple[str, int]]
) -> None:
    others = []
    prefix = f"{bearer}/" if bearer else ""
    for tag, value in element.attrib.items():
        name = etree.QName(tag)
        key = node.by_attribute.get((bearer, name.namespace or "", name.localname))
        if key is None:
            others.append(tag)
        else:
            plain = value if key != TYPE else value.rpartition(":")[2]
            found[key] = (plain, element.sourceline)
    if others and f"{prefix}{ANY_ATTRIBUTES}" in node.index:
        text = opaque.attributes_text(element, others)
        found[f"{prefix}{ANY_ATTRIBUTES}"] = (text, element.sourceline)


def _text(element: Any) -> str:
    """The element's own text; a comment between its parts is no text."""
    parts = [element.text or ""]
    parts += [child.tail or "" for child in element]
    return "".join(parts)


def _value(found: dict[str, tuple[str, int]], key: str) -> str | None:
    held = found.get(key)
    return None if held is None else held[0]
