"""Elements come into a document of somebody else, leave it and change places, under its own prefixes.

Indentation follows what stands around; a comment right before an element goes where the element goes.
"""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from app.domain.schema import TYPE, TYPE_INFO, XML_ATTRIBUTES, XSI, Field, Node, Schema
from app.domain.tree import Row, RowReader
from app.xml import opaque
from app.xml.safe import parse
from app.xml.writer import row_bytes

_TYPE = f"{{{XSI}}}type"


class Grafts:
    """Makes elements of rows that a document does not hold yet."""

    def __init__(self, schema: Schema, rows: RowReader) -> None:
        self._schema, self._rows = schema, rows

    def add_row(self, parent: Any, row: Row, last: Any | None) -> Any:
        """Put in a row with all below it, after `last` or before all others."""
        lead = _lead(parent, last)
        fresh = copied(parent, self._made(row, lead))
        _place(parent, fresh, last, lead)
        return fresh

    def add_field(self, parent: Any, node: Node, key: str, row: Row, last: Any | None) -> Any:
        """Put in a field of the row of `parent` that is an element of its own."""
        lead = _lead(parent, last)
        field = node.fields[node.index[key]]
        space = field.namespace
        missing = {self._schema.prefixes.get(space) or _free(parent.nsmap): space}
        known = not space or space in parent.nsmap.values()
        tag = f"{{{space}}}{key}" if space else key
        fresh = etree.SubElement(parent, tag, nsmap=None if known else missing)
        fresh.text = row.values[node.index[key]]
        for at, one in enumerate(node.fields):
            if one.key.startswith(f"{key}/@"):
                set_attribute(fresh, one, None, row.values[at])
        _place(parent, fresh, last, lead)
        return fresh

    def replace(self, element: Any, row: Row) -> None:
        """Put the XML of an opaque row in the place of an element."""
        parent, tail = element.getparent(), element.tail
        source = self._made(row, "")
        if parent is None:
            _refill(element, source)
            return
        at = parent.index(element)
        parent.remove(element)
        fresh = copied(parent, source)
        parent.insert(at, fresh)
        fresh.tail = tail

    def _made(self, row: Row, lead: str) -> Any:
        step = "  " if "\n" in lead else ""
        body = row_bytes(self._schema, self._rows, row, lead if step else "", step)
        return parse(body, file="the return").getroot()


def set_attribute(element: Any, field: Field, old: str | None, new: str | None) -> None:
    """Give an element the attribute of a field, under the prefixes of its document; None takes it away."""
    name = f"{{{field.namespace}}}{field.local}" if field.namespace else field.local
    if field.builtin == XML_ATTRIBUTES:
        _set_others(element, old or "", new or "")
    elif new is None:
        element.attrib.pop(name, None)
    elif field.key.endswith(TYPE) and field.info.get(TYPE_INFO + new):
        element.set(name, etree.QName(field.info[TYPE_INFO + new], new))
    else:
        element.set(name, new)


def copied(parent: Any, source: Any) -> Any:
    """A copy of an element as the last child of another, with the prefixes that are declared there."""
    missing = _missing(parent, source)
    fresh = etree.SubElement(parent, source.tag, nsmap=missing or None)
    _refill(fresh, source)
    return fresh


def _refill(fresh: Any, source: Any) -> None:
    for name in list(fresh.attrib):
        del fresh.attrib[name]
    for child in list(fresh):
        fresh.remove(child)
    for name, value in source.attrib.items():
        fresh.set(name, _qualified(source, value) if name == _TYPE else value)
    fresh.text = source.text
    for child in source:
        if isinstance(child.tag, str):
            below = copied(fresh, child)
        else:
            below = etree.fromstring(f"<x>{etree.tostring(child, with_tail=False).decode()}</x>")[0]
            fresh.append(below)
        below.tail = child.tail


def _qualified(source: Any, value: str) -> Any:
    prefix, _, local = value.strip().rpartition(":")
    space = source.nsmap.get(prefix or None)
    return etree.QName(space, local) if space else value


def _missing(parent: Any, source: Any) -> dict[str, str]:
    """The prefixes that the parent does not declare so: for the name itself, and for names in values."""
    known = parent.nsmap
    held = {prefix for prefix in opaque.prefixes_in_values(source) if prefix in source.nsmap}
    found: dict[str, str] = {p: source.nsmap[p] for p in held if known.get(p) != source.nsmap[p]}
    space = str(etree.QName(source).namespace or "")
    if space and space not in known.values() and space not in found.values():
        prefix = source.prefix
        if prefix in known or prefix in found:
            prefix = _free({**known, **found})
        found[prefix] = space
    return found


def _free(known: Mapping[Any, str]) -> str:
    return next(f"n{n}" for n in range(1, len(known) + 2) if f"n{n}" not in known)


def _set_others(element: Any, old: str, new: str) -> None:
    """Change the attributes that the schema does not name, given as they stand in a tag."""
    for name in _attributes(element, old):
        element.attrib.pop(name, None)
    for name, value in _attributes(element, new).items():
        element.set(name, value)


def _attributes(element: Any, text: str) -> dict[str, str]:
    spaces = opaque.declarations({p: uri for p, uri in element.nsmap.items() if p})
    own = [part for part in spaces.split(" ") if part and part.split("=")[0] not in text]
    holder: Any = parse(f"<x {' '.join(own)} {text}/>".encode(), file="a value").getroot()
    return dict(holder.attrib)


def remove(element: Any) -> None:
    """Take an element away with the blanks that stand before it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    parent.remove(element)
    if next(parent.iterchildren(etree.Element), None) is None:  # blanks would be its text now
        parent.text = None
        for comment in parent:
            comment.tail = None
    elif before is None:
        parent.text = tail
    else:
        before.tail = tail


def reorder(parent: Any, wanted: list[Any]) -> None:
    """Bring children into another order; each takes along the comments that stand right before it."""
    chosen = set(wanted)
    now = [child for child in parent.iterchildren(etree.Element) if child in chosen]
    if now == wanted:
        return
    units = {child: [*_comments_before(child), child] for child in now}
    places = [parent.index(units[child][0]) for child in now]
    tails = [child.tail for child in now]
    for child in now:
        for part in units[child]:
            tail = part.tail
            parent.remove(part)
            part.tail = tail
    shift = 0
    for number, child in enumerate(wanted):
        at = places[number] + shift - sum(len(units[one]) for one in now[:number])
        at += sum(len(units[one]) for one in wanted[:number])
        for offset, part in enumerate(units[child]):
            parent.insert(at + offset, part)
        child.tail = tails[number]


def _comments_before(element: Any) -> list[Any]:
    found: list[Any] = []
    one = element.getprevious()
    while one is not None and one.tag is etree.Comment:
        found.insert(0, one)
        one = one.getprevious()
    return found


def _lead(parent: Any, last: Any | None) -> str:
    """The blanks that stand before the children of an element; empty where they follow each other."""
    if last is not None:
        one = last.getprevious()
        text = one.tail if one is not None else parent.text
        return text if text and not text.strip() else ""
    if len(parent):
        return parent.text if parent.text and not parent.text.strip() else ""
    above = parent.getparent()
    if above is None:
        return "\n  "
    around = _lead(above, parent)
    return f"{around}  " if "\n" in around else ""


def _place(parent: Any, fresh: Any, last: Any | None, lead: str) -> None:
    """Move what was put at the end to its place, and indent it as its neighbours are."""
    alone = len(parent) == 1
    if alone:
        parent.text = lead or None
        fresh.tail = lead.removesuffix("  ") or None
    elif last is None:
        parent.remove(fresh)
        parent.insert(0, fresh)
        fresh.tail = parent.text
    else:
        tail = last.tail
        fresh_at = parent.index(last) + 1
        parent.remove(fresh)
        parent.insert(fresh_at, fresh)
        last.tail = lead or None
        fresh.tail = tail
