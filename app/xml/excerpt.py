"""The beginning of each table of a long document, and how many rows all of them have.

A page shows some hundred rows of a table of a million; reading the rest into memory would take gigabytes.
"""

from collections import Counter
from io import BytesIO
from typing import Any

from lxml import etree

from app.domain.schema import Node, Schema
from app.xml.reader import XmlRows, key_of, read_rows
from app.xml.safe import parse

SHORT = 4 << 20
"""Bytes up to which a document is read whole."""


def read_excerpt(
    data: bytes, schema: Schema, limit: int, *, file: str, short: int = SHORT
) -> tuple[XmlRows, Counter[str]]:
    """The rows of canonical bytes, of every table the first `limit`; and the count of all by schema path.

    A short document is read whole and nothing is counted. The bytes are our own: canonical XML has neither
    a document type nor entities.
    """
    if len(data) <= short:
        return read_rows(parse(data, file=file), schema), Counter()
    return _pruned(data, schema, limit)


def _pruned(data: bytes, schema: Schema, limit: int) -> tuple[XmlRows, Counter[str]]:
    counts: Counter[str] = Counter()
    stack: list[Node | None] = []
    root: Any = None
    gone: Any = None  # removed once the parser is past it
    events = etree.iterparse(
        BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    for event, element in events:
        if gone is not None:
            gone.getparent().remove(gone)
            gone = None
        if event == "start":
            node = _node(element, stack, schema)
            stack.append(node)
            if node is not None:
                counts[node.path] += 1
            if root is None:
                root = element
            continue
        node = stack.pop()
        if node is not None and node.repeats and counts[node.path] > limit:
            gone = element
    return read_rows(root.getroottree(), schema), counts


def _node(element: Any, stack: list[Node | None], schema: Schema) -> Node | None:
    """What an element that begins is; None for a field, and inside what is kept as XML."""
    if not stack:
        return schema.root
    above = stack[-1]
    if above is None or above.opaque:
        return None
    return above.by_name.get(key_of(element, above) or "")
