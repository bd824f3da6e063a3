"""A document that a return was opened from, with what was changed since put into it.

Everything that no row holds stays where it stood: comments, processing instructions, prefixes and where
they are declared, hints where the schema lies, indentation. Elements that were not touched are not
touched here either.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from app.domain.schema import TEXT_KEY, Node, Schema
from app.domain.tree import Row, RowReader
from app.xml import graft
from app.xml.kept import DS
from app.xml.reader import BoundRows, key_of

Item = str | int
"""What stands in an element: a field by its key, or a row by its number among the rows of now."""


def revise(tree: Any, schema: Schema, before: BoundRows, after: RowReader) -> None:
    """Change a document, read as `before`, so that it says what `after` says.

    The rows of both are the same by number: the first one of `after` is the document element's, and the
    others were numbered on in document order when the return was made.
    """
    root = after.root()
    _Reviser(schema, before, after, root.id - 1).row(
        tree.getroot(), schema.root, before.root(), root
    )


class _Reviser:
    def __init__(self, schema: Schema, before: BoundRows, after: RowReader, shift: int) -> None:
        self._schema, self._before, self._after = schema, before, after
        self._shift = shift
        self._grafts = graft.Grafts(schema, after)

    def row(self, element: Any, node: Node, old: Row, new: Row) -> None:
        """Make an element say what its row says now."""
        if node.opaque:
            if old.values != new.values:
                self._grafts.replace(element, new)
            return
        if old.values != new.values:
            self._attributes(element, node, "", old, new)
            at = node.index.get(TEXT_KEY)
            if at is not None and old.values[at] != new.values[at]:
                set_text(element, new.values[at] or "")
        if TEXT_KEY not in node.index:
            self._content(element, node, old, new)

    def _content(self, element: Any, node: Node, old: Row, new: Row) -> None:
        wanted: dict[Item, Row | None] = dict(self._wanted(node, new))
        there = dict(self._there(element, node, old))
        for item in [item for item in there if item not in wanted]:
            graft.remove(there.pop(item))
        order = [there[item] for item in wanted if item in there]
        graft.reorder(element, order)
        last = None
        for item, row in wanted.items():
            found = there.get(item)
            if found is None and row is None:
                found = self._grafts.add_field(element, node, str(item), new, last)
            elif found is None:
                assert row is not None
                found = self._grafts.add_row(element, row, last)
            elif row is None:
                self._field(found, node, str(item), old, new)
            else:
                held = self._before.get(row.id - self._shift)
                assert held is not None
                self.row(found, self._schema.node(row.node), held, row)
            last = found

    def _wanted(self, node: Node, row: Row) -> Iterator[tuple[Item, Row | None]]:
        """What has to stand in an element, in document order; no row for a field."""
        runs = {name: run for run in node.runs for name in run}
        for key in node.content:
            if key in node.index:
                if row.values[node.index[key]] is not None:
                    yield key, None
                continue
            run = runs.get(key, (key,))
            if key != run[0]:
                continue
            below = [
                child
                for name in run
                for child in self._after.children(row.id, node.by_name[name].path)
            ]
            for child in sorted(below, key=lambda one: one.order) if len(run) > 1 else below:
                yield child.id, child

    def _there(self, element: Any, node: Node, old: Row) -> Iterator[tuple[Item, Any]]:
        """The elements that stand there, by the same names; what is no value of the return is left out."""
        for child in self._before.children(old.id):
            yield child.id + self._shift, self._before.element(child.id)
        seen = set()
        for child in element.iterchildren(etree.Element):
            key = key_of(child, node)
            if key in node.index and key not in seen:
                seen.add(key)
                yield str(key), child

    def _field(self, element: Any, node: Node, key: str, old: Row, new: Row) -> None:
        at = node.index[key]
        if old.values[at] != new.values[at]:
            set_text(element, new.values[at] or "")
        if old.values != new.values:
            self._attributes(element, node, key, old, new)

    def _attributes(self, element: Any, node: Node, bearer: str, old: Row, new: Row) -> None:
        prefix = f"{bearer}/@" if bearer else "@"
        for at, field in enumerate(node.fields):
            if field.key.startswith(prefix) and old.values[at] != new.values[at]:
                graft.set_attribute(element, field, old.values[at], new.values[at])


def set_text(element: Any, text: str) -> None:
    """Give an element another text; comments in it stay, behind the text."""
    element.text = text
    for child in element:
        child.tail = None


def without_signatures(root: Any) -> int:
    """Take the signatures below a document element away; how many there were."""
    found = list(root.iterchildren(f"{{{DS}}}Signature"))
    for one in found:
        graft.remove(one)
    return len(found)


def serialised(tree: Any) -> bytes:
    """The document in its own encoding; what stands around the document element has lines of its own."""
    root, info = tree.getroot(), tree.docinfo
    encoding = info.encoding or "UTF-8"
    alone = "" if info.standalone is None else f' standalone="{"yes" if info.standalone else "no"}"'
    lines = [f'<?xml version="1.0" encoding="{encoding}"{alone}?>'.encode("ascii")]
    around = [*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()]
    for item in around:
        body: Any = etree.tostring(item, encoding=encoding, xml_declaration=False, with_tail=False)
        lines.append(body)
    return b"\n".join(lines) + b"\n"
