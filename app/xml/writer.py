"""From rows to canonical XML, as a stream.

What is written is its own canonical form (Canonical XML 1.0, W3C 2001) after the declaration: so a
signature can be made over the very bytes in one pass. Every namespace is declared on the root.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.schema import TEXT_KEY, Node, Schema
from app.domain.tree import Row, RowReader, Values
from app.errors import Fault

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

_SPECIAL = re.compile("[&<>\r]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape_text(text: str) -> str:
    """Text as canonical XML writes it; characters that XML cannot carry are a `Fault`."""
    if text.isalnum():  # most values are codes; nothing in them needs an escape
        return text
    if _FORBIDDEN.search(text):
        raise Fault("a value holds a character that XML cannot carry")
    return text.translate(_TEXT) if _SPECIAL.search(text) else text


def escape_attribute(text: str) -> str:
    """An attribute's value as canonical XML writes it."""
    if _FORBIDDEN.search(text):
        raise Fault("a value holds a character that XML cannot carry")
    return text.translate(_ATTRIBUTE)


class Prefixes:
    """Which prefix stands for which namespace, all declared on the document element."""

    def __init__(self, schema: Schema) -> None:
        used = {node.namespace for node in schema.nodes.values()}
        used |= {
            field.namespace
            for node in schema.nodes.values()
            for field in node.fields
            if field.key != TEXT_KEY and "@" not in field.key
        }
        named = sorted(used - {""} - {schema.root.namespace})
        self._prefix = {namespace: f"n{number}:" for number, namespace in enumerate(named, 1)}
        # Where some elements have no namespace, the root's own cannot be the default.
        self._prefix[schema.root.namespace] = (
            "" if "" not in used or not schema.root.namespace else "n:"
        )
        self._prefix[""] = ""

    def __getitem__(self, namespace: str) -> str:
        return self._prefix[namespace]

    def declarations(self) -> str:
        """The namespace declarations in canonical order."""
        items = sorted(
            (prefix.rstrip(":"), namespace)
            for namespace, prefix in self._prefix.items()
            if namespace
        )
        return "".join(
            f' xmlns{":" + prefix if prefix else ""}="{escape_attribute(namespace)}"'
            for prefix, namespace in items
        )


def document_bytes(schema: Schema, rows: RowReader) -> bytes:
    """The whole return in memory."""
    return DECLARATION + b"".join(canonical_parts(schema, rows))


def canonical_parts(schema: Schema, rows: RowReader) -> Iterator[bytes]:
    """The canonical form in pieces; the last piece is the end tag of the document element."""
    prefixes = Prefixes(schema)
    plan = _Plan.of(schema.root, prefixes, "\n")
    buffer: list[str] = []
    size = 0
    for text in _element(plan, rows.root(), rows, prefixes.declarations()):
        buffer.append(text)
        size += len(text)
        if size > 1 << 16:
            yield "".join(buffer[:-1]).encode()
            buffer, size = buffer[-1:], 0
    end = buffer.pop()
    yield "".join(buffer).encode()
    yield end.encode()


Attributes = tuple[tuple[str, int], ...]
"""Names and places in a row's values, in canonical order."""


@dataclass(frozen=True, slots=True)
class _Simple:
    """A field that is an element of its own."""

    at: int
    start: str
    attributes: Attributes
    end: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a row of a node is written, worked out once for all its rows."""

    path: str
    name: str
    attributes: Attributes
    text_at: int | None
    items: tuple["_Simple | _Plan", ...]
    indent: str

    @classmethod
    def of(cls, node: Node, prefixes: Prefixes, indent: str) -> "_Plan":
        inner = indent + "  "
        items: list[_Simple | _Plan] = []
        for key in node.content:
            at = node.index.get(key)
            if at is None:
                items.append(cls.of(node.by_name[key], prefixes, inner))
                continue
            name = prefixes[node.fields[at].namespace] + key
            attributes = _attribute_places(node, f"{key}/")
            items.append(_Simple(at, f"{inner}<{name}", attributes, f"</{name}>"))
        return cls(
            path=node.path,
            name=prefixes[node.namespace] + node.name,
            attributes=_attribute_places(node, ""),
            text_at=node.index.get(TEXT_KEY),
            items=tuple(items),
            indent=indent,
        )


def _attribute_places(node: Node, prefix: str) -> Attributes:
    start = f"{prefix}@"
    return tuple(
        sorted(
            (field.key[len(start) :], at)
            for at, field in enumerate(node.fields)
            if field.key.startswith(start)
        )
    )


def _attributes(places: Attributes, values: Values) -> str:
    return "".join(
        f' {name}="{escape_attribute(value)}"'
        for name, at in places
        if (value := values[at]) is not None
    )


def _element(plan: _Plan, row: Row, rows: RowReader, extra: str = "") -> Iterator[str]:
    values = row.values
    start = f"<{plan.name}{extra}{_attributes(plan.attributes, values)}>"
    if plan.text_at is not None:
        yield f"{start}{escape_text(values[plan.text_at] or '')}</{plan.name}>"
        return
    pieces = [start]
    for item in plan.items:
        if isinstance(item, _Simple):
            value = values[item.at]
            if value is not None:
                attributes = _attributes(item.attributes, values) if item.attributes else ""
                pieces.append(f"{item.start}{attributes}>{escape_text(value)}{item.end}")
            continue
        for below in rows.children(row.id, item.path):
            pieces.append(item.indent)
            yield "".join(pieces)
            pieces.clear()
            yield from _element(item, below, rows)
            start = ""
    alone = bool(start) and len(pieces) == 1
    yield "".join(pieces)
    yield f"</{plan.name}>" if alone else f"{plan.indent}</{plan.name}>"
