"""Where libxml2 found an error: from its node path to the element and the field path.

libxml2 writes `/*/*[2]/*[1]` (any element, by position), `/R/Row[2]` or `/p:R/p:Row[2]` (by name as it
is written, by position). Every list of children is counted once, however many errors there are.
"""

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from app.domain.schema import ANY

if TYPE_CHECKING:  # a lone schema is checked without the compiled one
    from app.domain.schema import Schema


_STEP = re.compile(r"([^\[/]+)(?:\[(\d+)\])?")


class _Place(NamedTuple):
    """An element with its field path and its schema path (which has no positions)."""

    element: Any
    path: str
    node: str


class _Known(NamedTuple):
    """A kind of element below another: what it is counted with, its name, its schema path, and whether
    its position is always shown.
    """

    kind: str
    name: str
    node: str
    repeats: bool | None


class Places:
    """The places of one document. With a schema, every row of a table shows its position; without,
    only where several elements of a name stand side by side.
    """

    def __init__(self, tree: Any, schema: "Schema | None" = None) -> None:
        self._schema = schema
        self._found = {"": _Place(tree.getroot(), "", "")}
        self._lines: defaultdict[int, list[Any]] | None = None
        self._below: dict[str, list[_Place]] = {}
        self._kinds: dict[tuple[str, str], _Known] = {}

    def field_path(self, node_path: str | None) -> str:
        """The field path of a libxml2 node path; empty for the root or what cannot be followed."""
        if not node_path:
            return ""
        steps = node_path.strip("/").split("/")[1:]
        attribute = steps.pop() if steps and steps[-1].startswith("@") else ""
        place = self._follow(steps)
        if place is None:
            return ""
        name = attribute.rpartition(":")[2].lstrip("@")
        return "/".join(part for part in (place.path, f"@{name}" if name else "") if part)

    def element(self, node_path: str | None) -> Any:
        """The element of a libxml2 node path, for an attribute the one that bears it; None if there is none."""
        steps = (node_path or "").strip("/").split("/")[1:]
        if steps and steps[-1].startswith("@"):
            steps.pop()
        place = self._follow(steps) if node_path else None
        return place.element if place is not None else None

    def path_at_line(self, line: int, name: str, values: list[str]) -> str:
        """The field path of an element that libxml2 names only by its line (references do so).

        Of several on the line, the one that holds the values.
        """
        if self._lines is None:
            self._lines = defaultdict(list)
            for element in self._found[""].element.iter(etree.Element):
                self._lines[element.sourceline].append(element)
        fitting = [e for e in self._lines[line] if etree.QName(e).localname == name]
        holding = [e for e in fitting if set(values) <= {text.strip() for text in e.itertext()}]
        for element in holding or fitting:
            return self.field_path(element.getroottree().getpath(element))
        return ""

    def _follow(self, steps: list[str]) -> _Place | None:
        key = ""
        for step in steps:
            above, key = key, f"{key}/{step}"
            if key not in self._found:
                place = self._step(above, step)
                if place is None:
                    return None
                self._found[key] = place
        return self._found[key]

    def _step(self, above: str, step: str) -> _Place | None:
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        if above not in self._below:
            self._below[above] = list(self._children(self._found[above]))
        fitting = self._below[above]
        if match[1] != "*":
            fitting = [place for place in fitting if _written_name(place.element) == match[1]]
        at = int(match[2] or 1)
        return fitting[at - 1] if at <= len(fitting) else None

    def _children(self, parent: _Place) -> list[_Place]:
        elements = list(parent.element.iterchildren(etree.Element))
        totals = Counter(element.tag for element in elements)
        seen: Counter[str] = Counter()
        result = []
        before = f"{parent.path}/" if parent.path else ""
        for element in elements:
            tag = element.tag
            known = self._kinds.get((parent.node, tag)) or self._kind(parent, element)
            at = seen[known.kind] + 1
            seen[known.kind] = at
            shown = totals[tag] > 1 if known.repeats is None else known.repeats
            step = f"{known.name}[{at}]" if shown else known.name
            result.append(_Place(element, before + step, known.node))
        return result

    def _kind(self, parent: _Place, element: Any) -> _Known:
        name, kind = self._known_as(parent, element)
        node = f"{parent.node}/{name}".lstrip("/")
        known = self._schema.nodes.get(node) if self._schema else None
        found = _Known(kind, name, node, known.repeats if known is not None else None)
        self._kinds[parent.node, element.tag] = found
        return found

    def _known_as(self, parent: _Place, element: Any) -> tuple[str, str]:
        """The name of an element in paths, and what it is counted with."""
        name = etree.QName(element)
        above = self._schema.nodes.get(parent.node) if self._schema else None
        if above is None:
            return name.localname, element.tag
        known = above.by_tag.get((name.namespace or "", name.localname))
        if known is None and ANY in above.by_name:
            return ANY, ANY
        return known or name.localname, element.tag


def _written_name(element: Any) -> str:
    name = etree.QName(element).localname
    return f"{element.prefix}:{name}" if element.prefix else name
