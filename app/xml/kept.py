"""What of a document is not in what was written from its rows: named, so that nothing is lost unseen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.domain.schema import XSI

DS = "http://www.w3.org/2000/09/xmldsig#"
_HINTS = {f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation"}
_TYPE = f"{{{XSI}}}type"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that stays behind. `count` things of one `kind`, the first on `line` (1-based).

    `comment`, `instruction`, `schema-location` and `signature` are no values of a return.
    """

    kind: str
    line: int
    count: int


def left_behind(document: Any) -> list[Left]:
    """What a return does not carry over though it stands in the document."""
    root = document.getroot()
    signatures = list(root.iterchildren(f"{{{DS}}}Signature"))
    signed = {part for one in signatures for part in one.iter()}
    found = {
        "comment": [item for item in _all(document, etree.Comment) if item not in signed],
        "instruction": [item for item in _all(document, etree.PI) if item not in signed],
        "schema-location": [item for item in root.iter(etree.Element) if _HINTS & set(item.keys())],
        "signature": signatures,
    }
    return [
        Left(kind, items[0].sourceline or 1, len(items)) for kind, items in found.items() if items
    ]


def _all(document: Any, kind: Any) -> list[Any]:
    root = document.getroot()
    before = [item for item in root.itersiblings(preceding=True) if item.tag is kind]
    after = [item for item in root.itersiblings() if item.tag is kind]
    return [*before[::-1], *root.iter(kind), *after]


def first_difference(before: Any, after: Any, *, top: bool = True) -> Any | None:
    """The first element of a document that another does not have so; None when all is the same.

    Compared are names, attributes, text and order. Prefixes, indentation, comments and what
    `left_behind` names are not.
    """
    if _own(before) != _own(after):
        return before
    mine, theirs = list(_children(before, top=top)), list(_children(after, top=top))
    for one, other in zip(mine, theirs, strict=False):
        found = first_difference(one, other, top=False)
        if found is not None:
            return found
    return mine[len(theirs)] if len(mine) > len(theirs) else None


def _own(element: Any) -> tuple[str, list[tuple[str, str]], str]:
    attributes = sorted((k, _value(element, k)) for k in element.attrib if k not in _HINTS)
    texts = [element.text or "", *(child.tail or "" for child in element)]
    text = "".join(texts)
    return element.tag, attributes, "" if len(element) and not text.strip() else text


def _value(element: Any, name: str) -> str:
    value = str(element.get(name))
    if name != _TYPE:
        return value
    prefix, _, local = value.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None, '')}}}{local}"


def _children(element: Any, *, top: bool) -> Iterator[Any]:
    for child in element.iterchildren(etree.Element):
        if not (top and child.tag == f"{{{DS}}}Signature"):
            yield child
