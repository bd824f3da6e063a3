"""Tier two of the checks: a document against its XSD, the full list of errors with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.xml.safe import parse


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """One error of the XSD. `path` is a field path; `code` libxml2's name of the broken rule."""

    path: str
    line: int
    code: str
    message: str


def validate(tree: etree._ElementTree, schema: etree.XMLSchema) -> list[SchemaProblem]:
    """All errors of a parsed document, in document order; none when it is valid."""
    if schema.validate(tree):
        return []
    return [_problem(tree, entry) for entry in schema.error_log]


def validate_bytes(data: bytes, schema: etree.XMLSchema, *, file: str) -> list[SchemaProblem]:
    """The same for bytes; what cannot be read is refused by name."""
    return validate(parse(data, file=file), schema)


def _problem(tree: etree._ElementTree, entry: Any) -> SchemaProblem:
    element = None
    if entry.path:
        found = tree.xpath(entry.path)
        element = found[0] if isinstance(found, list) and found else None
    path = element_path(element) if element is not None else ""
    attribute = re.search(r"[Aa]ttribute '(?:\{[^}]*\})?([^']+)'", entry.message)
    if attribute and "ATTRIBUTE" not in entry.type_name:
        path = f"{path}/@{attribute[1]}" if path else f"@{attribute[1]}"
    return SchemaProblem(path, entry.line, entry.type_name, _plain_message(entry.message))


def _plain_message(message: str) -> str:
    return re.sub(r"\{[^}]*\}", "", message)


def element_path(element: etree._Element) -> str:
    """The field path of an element, without the document element's own name."""
    return "/".join(reversed(list(_steps(element))))


def _steps(element: etree._Element) -> Iterator[str]:
    while (parent := element.getparent()) is not None:
        tag = element.tag
        name = etree.QName(element).localname
        before = sum(1 for _ in element.itersiblings(tag, preceding=True))
        after = element.getnext() is not None and next(element.itersiblings(tag), None) is not None
        yield f"{name}[{before + 1}]" if before or after else name
        element = parent
