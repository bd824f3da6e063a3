"""Keys, references and unique values over all pieces of a document (XSD 1.0 Part 1, 3.11).

A value is kept as a hash of eight bytes, whose secret changes with every process: unequal hashes are
unequal values, and what has an equal one is read a second time and compared as it is.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any

from lxml import etree

Key = tuple[str, ...]
"""The values of a constraint's fields at one element, as they are compared."""

_AT_ONCE = 300_000


class Unsuited(Exception):
    """Pieces cannot decide; the text says why. The whole tree has to."""


@dataclass(frozen=True, slots=True)
class Value:
    """How values are compared: only those of one family, as what `normal` makes of their text."""

    family: str
    normal: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Target:
    """An element that a constraint selects: its place among its kind, and its values.

    `values` is None where a field is not there (`absent`) or its value has been refused.
    """

    element: Any
    values: Key | None
    absent: bool = False


@dataclass(frozen=True)
class Constraint:
    """A key, unique or keyref of the document element."""

    kind: str
    name: str
    refer: str
    selector: str
    fields: tuple[str, ...]
    values: tuple[Value, ...]
    spaces: dict[str, str]
    sure: tuple[bool, ...]
    """Of each field, whether a valid element can hold it once at most."""
    _select: Any = field(init=False, repr=False)
    _texts: tuple[Any, ...] = field(init=False, repr=False)
    _single: tuple[Any, ...] = field(init=False, repr=False)
    _fields: tuple[Any, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        def path(text: str) -> Any:
            try:
                return etree.XPath(text, namespaces=self.spaces, smart_strings=False)
            except etree.XPathError as error:
                raise Unsuited("a path of a key is not read") from error

        wide = f"({self.selector})"
        simple = [item.strip() for item in self.fields]
        tails = ["" if item == "." else f"/{item}" for item in simple]
        ends = ["" if "@" in item else "/text()" for item in simple]
        put = object.__setattr__
        put(self, "_select", path(self.selector))
        put(self, "_texts", tuple(path(f"{wide}{t}{e}") for t, e in zip(tails, ends, strict=True)))
        put(self, "_single", tuple(path(f"count({wide}[count({item})=1])") for item in simple))
        put(self, "_fields", tuple(path(item) for item in simple))

    def check(self, others: Sequence["Constraint"]) -> None:
        """A reference has to lead to a key of the same element with fields of the same kind."""
        if any("|" in item for item in self.fields):
            raise Unsuited("a field of a key has several paths")
        if self.kind != "keyref":
            return
        for other in others:
            if other.local == self.refer and other.kind != "keyref":
                mine = [value.family for value in self.values]
                if mine == [value.family for value in other.values]:
                    return
        raise Unsuited("a reference leads to a key of another element or kind")

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition("}")[2]

    def count(self, root: Any) -> int:
        """How many elements are selected."""
        return len(self._select(root))

    def reads(self, tag: str) -> bool:
        """Whether an element of that tag may be a field; never false where it is one."""
        local = tag.rpartition("}")[2]
        return any(item.strip() == "." or "*" in item or local in item for item in self.fields)

    def selected(self, root: Any) -> list[Any]:
        """The selected elements."""
        found: list[Any] = self._select(root)
        return found

    def all_values(self, root: Any, skip: int, *, valid: bool) -> list[Key] | None:
        """The values of all but the first selected elements, where each has exactly one of each field.

        None where that is not so. Only for a document without comments and sections.
        """
        many = len(self._select(root))
        columns = []
        for single, texts, value, sure in zip(
            self._single, self._texts, self.values, self.sure, strict=True
        ):
            if not (valid and sure) and int(single(root)) != many:
                return None
            found = texts(root)
            if len(found) != many:
                return None
            column = found[skip:]
            columns.append(column if value.normal is str else list(map(value.normal, column)))
        return list(zip(*columns, strict=True))

    def targets(self, root: Any, skip: int, refused: set[Any]) -> Iterator[Target]:
        """The same one by one, whatever they hold; `refused` are elements without a sound value."""
        for element in self._select(root)[skip:]:
            yield self._target(element, refused)

    def _target(self, element: Any, refused: set[Any]) -> Target:
        values, absent, bad = [], False, False
        for path, value in zip(self._fields, self.values, strict=True):
            found = path(element)
            if len(found) > 1:
                raise Unsuited("a field of a key stands there more than once")
            if not found:
                absent = True
            elif isinstance(found[0], str):
                values.append(value.normal(found[0]))
            elif found[0] in refused:
                bad = True
            elif len(found[0]) and next(found[0].iterchildren("*"), None) is not None:
                raise Unsuited("a field of a key holds elements")
            else:
                values.append(value.normal(_text(found[0])))
        if absent or bad:
            return Target(element, None, absent and not bad)
        return Target(element, tuple(values))

    def missing(self, tag: str) -> str:
        """What libxml2 says where a field of a key is not there."""
        return (
            f"Element '{tag}': Not all fields of key identity-constraint '{self.name}' evaluate to a"
            " node."
        )

    def wrong(self, tag: str, values: Key) -> str:
        """What libxml2 says of a value that stands there twice, or that leads nowhere."""
        shown = ", ".join(f"'{value}'" for value in values)
        if self.kind == "keyref":
            return f"Element '{tag}': No match found for key-sequence [{shown}] of keyref '{self.name}'."
        return (
            f"Element '{tag}': Duplicate key-sequence [{shown}] in {self.kind} identity-constraint"
            f" '{self.name}'."
        )


def _text(element: Any) -> str:
    return (element.text or "") + "".join(child.tail or "" for child in element)


class Hashes:
    """The hashes of all values of one constraint, by the part of the document that they stand in."""

    def __init__(self) -> None:
        self.parts: dict[int, array[int]] = {}

    def add(self, part: int, values: Iterable[Key]) -> None:
        """Note the values of a part."""
        self.parts.setdefault(part, array("q")).extend(map(hash, values))

    def everything(self) -> Iterator[int]:
        return chain.from_iterable(self.parts.values())

    @property
    def many(self) -> int:
        return sum(map(len, self.parts.values()))

    def shares(self, many: int) -> Iterator[list[int]]:
        """All hashes, in shares that each fit into little memory; equal ones come together."""
        count = many // _AT_ONCE + 1
        if count == 1:
            yield list(self.everything())
            return
        for share in range(count):
            yield [item for item in self.everything() if item % count == share]

    def doubled(self) -> set[int]:
        """Hashes that stand there more than once."""
        found: set[int] = set()
        for share in self.shares(self.many):
            share.sort()
            found.update(a for a, b in pairwise(share) if a == b)
        return found

    def unmatched(self, keys: "Hashes") -> set[int]:
        """Hashes that the keys do not have."""
        many = max(self.many, keys.many)
        found: set[int] = set()
        for mine, theirs in zip(self.shares(many), keys.shares(many), strict=True):
            found |= set(mine).difference(theirs)
        return found
