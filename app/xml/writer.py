"""From rows to canonical XML, as a stream.

What is written is its own canonical form (Canonical XML 1.0, W3C 2001) after the declaration: so a
signature can be made over the very bytes in one pass. Every namespace is declared on the root.
"""

import re
from collections.abc import Callable, Iterator

from app.domain.schema import TEXT_KEY, Field, Node, Schema
from app.domain.tree import Row, RowReader, Values
from app.errors import Fault

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
Sink = Callable[[bytes], object]

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape_text(text: str) -> str:
    """Text as canonical XML writes it; characters that XML cannot carry are a `Fault`."""
    if _FORBIDDEN.search(text):
        raise Fault("a value holds a character that XML cannot carry")
    return text.translate(_TEXT)


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


def write_document(schema: Schema, rows: RowReader, sink: Sink) -> None:
    """Write the whole return: the declaration, then its canonical form."""
    sink(DECLARATION)
    for part in canonical_parts(schema, rows):
        sink(part)


def document_bytes(schema: Schema, rows: RowReader) -> bytes:
    """The whole return in memory."""
    return DECLARATION + b"".join(canonical_parts(schema, rows))


def canonical_parts(schema: Schema, rows: RowReader) -> Iterator[bytes]:
    """The canonical form in pieces; the last piece is the end tag of the document element."""
    prefixes = Prefixes(schema)
    buffer: list[str] = []
    size = 0
    for text in _element(schema.root, rows.root(), rows, prefixes, "\n", prefixes.declarations()):
        buffer.append(text)
        size += len(text)
        if size > 1 << 16:
            yield "".join(buffer).encode()
            buffer.clear()
            size = 0
    end = buffer.pop()
    yield "".join(buffer).encode()
    yield end.encode()


def _element(
    node: Node, row: Row, rows: RowReader, prefixes: Prefixes, indent: str, extra: str = ""
) -> Iterator[str]:
    name = prefixes[node.namespace] + node.name
    values = row.values
    yield f"<{name}{extra}{_attributes(node, values, '')}>"
    text_at = node.index.get(TEXT_KEY)
    if text_at is not None:
        yield escape_text(values[text_at] or "")
        yield f"</{name}>"
        return
    inner = indent + "  "
    empty = True
    for key in node.content:
        at = node.index.get(key)
        if at is not None:
            if values[at] is not None:
                empty = False
                yield inner + _simple(node, node.fields[at], values, prefixes)
            continue
        child = node.by_name[key]
        for below in rows.children(row.id, child.path):
            empty = False
            yield inner
            yield from _element(child, below, rows, prefixes, inner)
    yield f"</{name}>" if empty else f"{indent}</{name}>"


def _simple(node: Node, field: Field, values: Values, prefixes: Prefixes) -> str:
    name = prefixes[field.namespace] + field.key
    attributes = _attributes(node, values, f"{field.key}/")
    value = values[node.index[field.key]] or ""
    return f"<{name}{attributes}>{escape_text(value)}</{name}>"


def _attributes(node: Node, values: Values, prefix: str) -> str:
    start = f"{prefix}@"
    found = []
    for field, value in zip(node.fields, values, strict=True):
        if value is not None and field.key.startswith(start):
            found.append((field.key[len(start) :], value))
    return "".join(f' {name}="{escape_attribute(value)}"' for name, value in sorted(found))
