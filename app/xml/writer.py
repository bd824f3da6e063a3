"""From rows to canonical XML, as a stream.

What is written is its own canonical form (Canonical XML 1.0, W3C 2001) after the declaration: so a
signature can be made over the very bytes in one pass. Every namespace is declared on the root.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.schema import ANY, ANY_ATTRIBUTES, TEXT_KEY, TYPE_INFO, XSI, Field, Node, Schema
from app.domain.tree import Row, RowReader, Values
from app.xml import opaque
from app.xml.escape import escape_attribute, escape_text
from app.xml.flatrows import FlatRows

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

XML = "http://www.w3.org/XML/1998/namespace"


class Prefixes:
    """Which prefix stands for which namespace, all declared on the document element."""

    def __init__(self, schema: Schema) -> None:
        elements, attributes = _namespaces(schema)
        root = schema.root.namespace
        taken: set[str] = set()
        self._prefix = {"": "", XML: "xml:"}
        for number, space in enumerate(sorted((elements | attributes) - {"", root, XML}), 1):
            wanted = "xsi" if space == XSI else schema.prefixes.get(space, "")
            prefix = wanted if wanted and wanted not in taken else f"n{number}"
            taken.add(prefix)
            self._prefix[space] = f"{prefix}:"
        # Where some elements have no namespace, the root's own cannot be the default; nor is the
        # default one ever that of an attribute.
        named = bool(root) and ("" in elements or root in attributes)
        self._prefix[root] = "n:" if named else ""

    def __getitem__(self, namespace: str) -> str:
        return self._prefix[namespace]

    def __contains__(self, namespace: str) -> bool:
        return namespace in self._prefix

    @property
    def scope(self) -> dict[str, str]:
        """What is declared on the document element: namespaces by prefix."""
        return {
            prefix.rstrip(":"): namespace
            for namespace, prefix in self._prefix.items()
            if namespace and namespace != XML
        }

    def declarations(self) -> str:
        """The namespace declarations in canonical order."""
        return opaque.declarations(self.scope)


def _namespaces(schema: Schema) -> tuple[set[str], set[str]]:
    """The namespaces of the elements of a schema and of its attributes."""
    elements, attributes = set(), set()
    for node in schema.nodes.values():
        if node.name != ANY:
            elements.add(node.namespace)
        for field in node.fields:
            elements.update(space for key, space in field.info.items() if key.startswith(TYPE_INFO))
            if "@" in field.key:
                attributes.add(field.namespace)
            elif field.key != TEXT_KEY:
                elements.add(field.namespace)
    return elements, attributes


def document_bytes(schema: Schema, rows: RowReader) -> bytes:
    """The whole return in memory."""
    return DECLARATION + b"".join(canonical_parts(schema, rows))


def canonical_parts(schema: Schema, rows: RowReader) -> Iterator[bytes]:
    """The canonical form in pieces; the last piece is the end tag of the document element."""
    prefixes = Prefixes(schema)
    plan = _Planner(schema, prefixes).plan(schema.root, "\n")
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


def row_bytes(schema: Schema, rows: RowReader, row: Row, indent: str, step: str) -> bytes:
    """A row with all below it as an element of its own, every namespace declared on it.

    `indent` stands before its end tag, `step` more before what is inside.
    """
    prefixes = Prefixes(schema)
    plan = _Planner(schema, prefixes, step).plan(schema.node(row.node), indent)
    if plan.opaque is not None:
        text = row.values[0] or f"<{plan.name or 'absent'}/>"
        return opaque.canonical(text, {}).encode()
    return "".join(_element(plan, row, rows, prefixes.declarations())).encode()


@dataclass(frozen=True, slots=True)
class _Attributes:
    """Attributes of an element: names and places in a row's values, in canonical order.

    `types` are the QNames of an `xsi:type`; `more` is the place of those that are kept as a text.
    """

    places: tuple[tuple[str, int], ...]
    types: dict[str, str]
    type_at: int | None
    more: int | None
    scope: opaque.Scope


@dataclass(frozen=True, slots=True)
class _Simple:
    """A field that is an element of its own."""

    at: int
    indent: str
    name: str
    attributes: _Attributes | None
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Nodes whose rows stand in an order of their own."""

    plans: "dict[str, _Plan]"


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a row of a node is written, worked out once for all its rows."""

    path: str
    name: str
    attributes: _Attributes | None
    text_at: int | None
    opaque: opaque.Scope | None
    items: "tuple[_Simple | _Plan | _Run, ...]"
    indent: str
    flat: FlatRows | None


class _Planner:
    def __init__(self, schema: Schema, prefixes: Prefixes, step: str = "  ") -> None:
        self._prefixes = prefixes
        self._step = step
        self._scope = prefixes.scope

    def plan(self, node: Node, indent: str) -> _Plan:
        """The plan of a node and of all below it."""
        whole = node.opaque and node.path
        name = "" if node.name == ANY else self._prefixes[node.namespace] + node.local
        items = tuple(self._items(node, indent + self._step))
        return _Plan(
            path=node.path,
            name=name,
            attributes=self._attributes(node, ""),
            text_at=node.index.get(TEXT_KEY),
            opaque=(self._scope if whole else {}) if node.opaque else None,
            items=items,
            indent=indent,
            flat=_flat(node, name, items, indent),
        )

    def _items(self, node: Node, indent: str) -> Iterator["_Simple | _Plan | _Run"]:
        in_runs = {name: run for run in node.runs for name in run}
        for key in node.content:
            at = node.index.get(key)
            if at is not None:
                name = self._prefixes[node.fields[at].namespace] + key
                attributes = self._attributes(node, f"{key}/")
                yield _Simple(at, indent, name, attributes, f"{indent}<{name}>", f"</{name}>")
            elif key not in in_runs:
                yield self.plan(node.by_name[key], indent)
            elif key == in_runs[key][0]:
                plans = [self.plan(node.by_name[name], indent) for name in in_runs[key]]
                yield _Run({plan.path: plan for plan in plans})

    def _attributes(self, node: Node, before: str) -> _Attributes | None:
        start = f"{before}@"
        found = [(at, f) for at, f in enumerate(node.fields) if f.key.startswith(start)]
        if not found:
            return None
        plain = [(f.namespace, f.local, at) for at, f in found if f.local != ANY]
        types = {at: self._types(f) for at, f in found if f.key == f"{start}xsi:type"}
        return _Attributes(
            places=tuple((self._prefixes[ns] + name, at) for ns, name, at in sorted(plain)),
            types=next(iter(types.values()), {}),
            type_at=next(iter(types), None),
            more=node.index.get(before + ANY_ATTRIBUTES),
            scope=self._scope,
        )

    def _types(self, field: Field) -> dict[str, str]:
        spaces = {name: field.info.get(TYPE_INFO + name, "") for name in field.facets.enumeration}
        return {
            name: self._prefixes[space] + name
            for name, space in spaces.items()
            if space in self._prefixes
        }


def _flat(
    node: Node, name: str, items: "tuple[_Simple | _Plan | _Run, ...]", indent: str
) -> FlatRows | None:
    """The short way, where rows of a table are nothing but elements with text."""
    if not node.repeats or node.opaque or len(items) != len(node.fields):
        return None
    simple = [item for item in items if isinstance(item, _Simple) and item.attributes is None]
    if len(simple) != len(items):
        return None
    return FlatRows(indent, name, [(item.at, item.start, item.end) for item in simple])


def _start(name: str, attributes: _Attributes | None, values: Values, extra: str = "") -> str:
    if attributes is None:
        return f"<{name}{extra}>"
    written = "".join(
        f' {key}="{escape_attribute(_typed(attributes, at, value))}"'
        for key, at in attributes.places
        if (value := values[at]) is not None
    )
    more = values[attributes.more] if attributes.more is not None else None
    if not more:
        return f"<{name}{extra}{written}>"
    tag = opaque.start_tag(name, written, more, attributes.scope)
    return f"<{name}{extra}{tag.removeprefix(f'<{name}')}"


def _typed(attributes: _Attributes, at: int, value: str) -> str:
    return attributes.types.get(value, value) if at == attributes.type_at else value


def _element(plan: _Plan, row: Row, rows: RowReader, extra: str = "") -> Iterator[str]:
    values = row.values
    if plan.opaque is not None:
        whole = opaque.canonical(values[0] or f"<{plan.name or 'absent'}/>", plan.opaque)
        cut = whole.rindex("</")
        yield whole[:cut]
        yield whole[cut:]
        return
    start = _start(plan.name, plan.attributes, values, extra)
    if plan.text_at is not None:
        yield f"{start}{escape_text(values[plan.text_at] or '')}"
        yield f"</{plan.name}>"
        return
    pieces = [start]
    for item in plan.items:
        if isinstance(item, _Simple):
            value = values[item.at]
            if value is not None:
                start_tag = item.start
                if item.attributes is not None:
                    start_tag = item.indent + _start(item.name, item.attributes, values)
                pieces.append(f"{start_tag}{escape_text(value)}{item.end}")
            continue
        if isinstance(item, _Plan) and item.flat is not None:
            for text in item.flat.write(rows.children(row.id, item.path)):
                pieces.append(text)
                yield "".join(pieces)
                pieces.clear()
                start = ""
            continue
        for inner, below in _below(item, row, rows):
            pieces.append(inner.indent)
            yield "".join(pieces)
            pieces.clear()
            yield from _element(inner, below, rows)
            start = ""
    alone = bool(start) and len(pieces) == 1
    yield "".join(pieces)
    yield f"</{plan.name}>" if alone else f"{plan.indent}</{plan.name}>"


def _below(item: _Plan | _Run, row: Row, rows: RowReader) -> Iterator[tuple[_Plan, Row]]:
    if isinstance(item, _Plan):
        for below in rows.children(row.id, item.path):
            yield item, below
        return
    mine = [below for path in item.plans for below in rows.children(row.id, path)]
    for below in sorted(mine, key=lambda found: found.order):
        yield item.plans[below.node], below
