"""Whether a document may be validated in pieces, read off the XSD files themselves.

A run of equal elements can be cut where its length makes no difference to the content model: one of them
leads to the same state as a million. That is so where each particle of the name repeats without end, or
is the only one of its name in a group that does (XSD 1.0 Part 1, 3.8.6: no content model is ambiguous).
Whatever is not certain here is `Unsuited`, and the whole tree decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from app.xml.packfiles import XS, answered, is_newer, load_validator
from app.xml.piecekeys import Constraint, Unsuited
from app.xml.piecetypes import Types
from app.xml.safe import parse

_GROUPS = (f"{XS}sequence", f"{XS}choice", f"{XS}all")
_CONSTRAINTS = (f"{XS}key", f"{XS}unique", f"{XS}keyref")
_FEW = 20
"""A particle of a row may ask for so many at most; as many rows and some more stand in every piece."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How documents of one schema and root may be cut.

    `rows` are the local names whose runs may be shortened to `kept` of them; `constraints` are those of
    the document element, which `files` no longer hold; `scoped` are elements with constraints of their
    own, and `identifiers` attributes and elements that must be the only ones of their value.
    """

    rows: frozenset[str]
    kept: int
    constraints: tuple[Constraint, ...]
    scoped: frozenset[str]
    identifiers: frozenset[str]
    files: Mapping[str, bytes]
    main: str
    spare: list["Tools"] = field(default_factory=list, repr=False)

    def tools(self) -> "Tools":
        """What one thread at a time works with; `give_back` lets the next one have it."""
        try:
            return self.spare.pop()
        except IndexError:
            return Tools(_inner(self.files, self.main), tuple(map(replace, self.constraints)))

    def give_back(self, tools: "Tools") -> None:
        """Keep them for the next piece."""
        self.spare.append(tools)


@dataclass(frozen=True, slots=True)
class Tools:
    """`inner` validates all but the constraints of the document element."""

    inner: etree.XMLSchema
    constraints: tuple[Constraint, ...]


def _inner(files: Mapping[str, bytes], main: str) -> etree.XMLSchema:
    inner = load_validator(files, main)
    if not isinstance(inner, etree.XMLSchema):
        raise Unsuited("libxml2 does not read the schema")
    return inner


def make_plan(files: Mapping[str, bytes], main: str, root: tuple[str, str]) -> Plan:
    """The plan for documents with that namespace and document element; or `Unsuited`."""
    whole = answered(files)
    if is_newer(whole):
        raise Unsuited("the schema is XSD 1.1")
    trees = {name: parse(body, file=name).getroot() for name, body in whole.items()}
    if any(next(tree.iter(f"{XS}redefine"), None) is not None for tree in trees.values()):
        raise Unsuited("the schema redefines another")
    rows, kept = _rows(trees.values())
    if not rows:
        raise Unsuited("nothing repeats without end")
    declared = _declaration(trees, root)
    types = Types(list(trees.values()))
    own = [] if declared is None else [item for item in declared if item.tag in _CONSTRAINTS]
    constraints = tuple(_constraint(item, types) for item in own)
    for item in constraints:
        item.check(constraints)
    for item in own:
        assert declared is not None
        declared.remove(item)
    scoped = {
        above.get("name", "")
        for tree in trees.values()
        for item in tree.iter(*_CONSTRAINTS)
        if (above := item.getparent()) is not None
    }
    changed = {name: etree.tostring(tree.getroottree()) for name, tree in trees.items()}
    plan = Plan(rows, kept, constraints, frozenset(scoped), types.identifiers(), changed, main)
    plan.give_back(plan.tools())  # refuses what libxml2 does not read
    return plan


def _declaration(trees: Mapping[str, Any], root: tuple[str, str]) -> Any:
    namespace, local = root
    found = [
        item
        for tree in trees.values()
        if tree.get("targetNamespace", namespace) == namespace
        for item in tree.iterchildren(f"{XS}element")
        if item.get("name") == local
    ]
    if len(found) > 1:
        raise Unsuited("the document element is declared more than once")
    return found[0] if found else None


def _constraint(item: Any, types: Types) -> Constraint:
    kind = etree.QName(item).localname
    space = item.getroottree().getroot().get("targetNamespace")
    selector = next(item.iterchildren(f"{XS}selector")).get("xpath")
    fields = [below.get("xpath") for below in item.iterchildren(f"{XS}field")]
    spaces = {prefix: uri for prefix, uri in item.nsmap.items() if prefix}
    kinds = tuple(types.of_field(selector, field) for field in fields)
    refer = item.get("refer", "").rpartition(":")[2]
    name = f"{{{space}}}{item.get('name')}" if space else item.get("name")
    sure = tuple(types.once(path) for path in fields)
    return Constraint(kind, name, refer, selector, tuple(fields), kinds, spaces, sure)


def _rows(trees: Any) -> tuple[frozenset[str], int]:
    """Names whose runs may be shortened, and how many rows have to stay."""
    found = _Particles()
    for tree in trees:
        found.look_at_groups(tree)
        for item in tree.iter(f"{XS}element"):
            name = (item.get("name") or item.get("ref", "")).rpartition(":")[2]
            if item.getparent() is not tree:
                found.add(name, item)
            elif item.get("substitutionGroup") is not None:
                found.refused.add(name)
    return found.rows()


class _Particles:
    """What is asked of each name by all its particles together."""

    def __init__(self) -> None:
        self.refused: set[str] = set()
        self._endless: set[str] = set()
        self._finite: defaultdict[str, int] = defaultdict(int)
        self._kept = 3

    def look_at_groups(self, tree: Any) -> None:
        """References to groups, and wildcards: of each a few at most, or without end."""
        for item in tree.iter(f"{XS}group"):
            if item.get("ref") and not _plain(item):
                raise Unsuited("a group of the schema repeats a number of times")
        for item in tree.iter(f"{XS}any"):
            low, high = _bounds(item)
            if max(low, high or 0) > _FEW:
                raise Unsuited("a wildcard of the schema repeats a large number of times")
            self._kept = max(self._kept, low, high or 0)

    def add(self, name: str, item: Any) -> None:
        """One particle."""
        low, high = _bounds(item)
        above = list(_groups_above(item))
        if low > _FEW or not all(map(_plain, above)):
            self.refused.add(name)
            return
        self._kept = max(self._kept, low)
        if high is None:
            self._endless.add(name)
            return
        looped = any(_bounds(group)[1] is None for group in above)
        grouped = bool(above) and above[-1].getparent().tag == f"{XS}group"
        if looped and high == 1 and not grouped and _alone(above[-1], name):
            self._endless.add(name)
        elif looped or grouped:
            self.refused.add(name)
        else:
            self._finite[name] += high

    def rows(self) -> tuple[frozenset[str], int]:
        """What may be shortened, and to how many."""
        kept = self._kept
        for name, most in self._finite.items():
            if most > _FEW:
                self.refused.add(name)
            elif name in self._endless:
                kept = max(kept, most)
        return frozenset(self._endless - self.refused), kept + 2


def _bounds(item: Any) -> tuple[int, int | None]:
    most = item.get("maxOccurs", "1").strip()
    return int(item.get("minOccurs", "1")), None if most == "unbounded" else int(most)


def _plain(item: Any) -> bool:
    """At most once or without end, and no least number of times."""
    low, high = _bounds(item)
    return low <= 1 and (high is None or high <= 1)


def _groups_above(item: Any) -> Iterator[Any]:
    above = item.getparent()
    while above is not None and above.tag in _GROUPS:
        yield above
        above = above.getparent()


def _alone(group: Any, name: str) -> bool:
    """Whether a content model has one particle of the name and none that a group or a base may bring."""
    holder = group.getparent()
    if holder.tag == f"{XS}extension" or next(group.iter(f"{XS}group"), None) is not None:
        return False
    names = [
        (item.get("name") or item.get("ref", "")).rpartition(":")[2]
        for item in group.iter(f"{XS}element")
    ]
    return names.count(name) == 1
