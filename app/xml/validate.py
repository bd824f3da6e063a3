"""Tier two of the checks: a document against its XSD, the full list of errors with their places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from app.domain.schema import Schema
from app.xml.safe import parse


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """One error of the XSD. `path` is a field path; `code` libxml2's name of the broken rule."""

    path: str
    line: int
    code: str
    message: str


def validate(
    tree: etree._ElementTree, validator: etree.XMLSchema, schema: Schema | None = None
) -> list[SchemaProblem]:
    """All errors of a parsed document, in document order; none when it is valid."""
    if validator.validate(tree):
        return []
    return [_problem(tree, entry, schema) for entry in cast(Iterable[Any], validator.error_log)]


def validate_bytes(
    data: bytes, validator: etree.XMLSchema, *, file: str, schema: Schema | None = None
) -> list[SchemaProblem]:
    """The same for bytes; what cannot be read is refused by name."""
    return validate(parse(data, file=file), validator, schema)


def _problem(tree: etree._ElementTree, entry: Any, schema: Schema | None) -> SchemaProblem:
    element: Any = None
    if entry.path:
        found = tree.xpath(entry.path)
        element = found[0] if isinstance(found, list) and found else None
    path = element_path(element, schema) if element is not None else ""
    attribute = re.search(r"[Aa]ttribute '(?:\{[^}]*\})?([^']+)'", entry.message)
    if attribute and "ATTRIBUTE" not in entry.type_name:
        path = f"{path}/@{attribute[1]}" if path else f"@{attribute[1]}"
    return SchemaProblem(path, entry.line, entry.type_name, _plain_message(entry.message))


def _plain_message(message: str) -> str:
    return re.sub(r"\{[^{}]*[:/][^{}]*\}", "", message)


def element_path(element: etree._Element, schema: Schema | None = None) -> str:
    """The field path of an element, without the document element's own name.

    With the compiled schema, tables always show a position; without it, only where there are several.
    """
    names: list[str] = []
    positions: list[tuple[int, bool]] = []
    while (parent := element.getparent()) is not None:
        before = sum(1 for _ in element.itersiblings(element.tag, preceding=True))
        alone = before == 0 and next(element.itersiblings(element.tag), None) is None
        names.insert(0, etree.QName(element).localname)
        positions.insert(0, (before + 1, not alone))
        element = parent
    steps = []
    for depth, (position, several) in enumerate(positions, 1):
        node = schema.nodes.get("/".join(names[:depth])) if schema else None
        shown = node.repeats if node is not None else several
        steps.append(f"{names[depth - 1]}[{position}]" if shown else names[depth - 1])
    return "/".join(steps)
