"""What expressions work on: rows in memory, their values, and plain values."""

import re
from collections import OrderedDict
from collections.abc import Callable
from decimal import Decimal
from threading import Lock
from typing import Any

from app.domain.amounts import parse_decimal, plain
from app.domain.schema import TEXT_KEY, Field, Kind, Node, Schema
from app.domain.values import normalise

Atom = Decimal | str | bool
Reader = Callable[["Item"], Atom | None]


_USUAL = re.compile(r"-?[0-9]+(?:\.[0-9]*)?").fullmatch
_BLANK = re.compile(r"\s").search


class RuleFault(Exception):
    """An expression that cannot be worked out: it becomes the finding RULE-ERROR."""


class Undecided(Exception):
    """A value is not what its type says. Tier one reports that; the rule says nothing about the row."""


class Shape:
    """A node of the schema as expressions see it. `slot` is its place among the parent's children.

    `simple` tells the fields that are absent when they hold no text: those without a default and
    without attributes of their own.
    """

    __slots__ = ("children", "node", "own", "readers", "simple", "slot", "up")

    def __init__(self, node: Node, up: "Shape | None" = None, slot: int = 0) -> None:
        self.node, self.up, self.slot = node, up, slot
        self.children = {
            child.name: Shape(child, self, number) for number, child in enumerate(node.children)
        }
        owners = {field.key.rpartition("/@")[0] for field in node.fields if "/@" in field.key}
        self.simple = tuple(
            field.default is None and field.key != TEXT_KEY and field.key not in owners
            for field in node.fields
        )
        self.readers = tuple(
            _reader(field, index, simple=simple)
            for index, (field, simple) in enumerate(zip(node.fields, self.simple, strict=True))
        )
        self.own = node.index.get(TEXT_KEY)

    @property
    def top(self) -> "Shape":
        """The shape of the document element."""
        return self if self.up is None else self.up.top

    def below(self) -> "list[Shape]":
        """This shape and all beneath it, parents first."""
        return [self, *(inner for child in self.children.values() for inner in child.below())]


_shapes: OrderedDict[tuple[int, str], tuple[Schema, Shape]] = OrderedDict()
_lock = Lock()
_KEPT = 64


def shape_of(schema: Schema, role: str = "") -> Shape:
    """The shape of a schema's document element, made once for each part that its returns play."""
    key = (id(schema), role)
    with _lock:
        found = _shapes.pop(key, None)
        if found is None:
            found = schema, Shape(schema.root)  # the schema is held, so that its id stays its own
        _shapes[key] = found
        if len(_shapes) > _KEPT:
            _shapes.popitem(last=False)
    return found[1]


_NO_CHILDREN: list[Any] = []


class Item:
    """A row in memory. `position` is 1-based among the rows of the same node and parent.

    `below` holds the rows of each child node. What was not loaded is None there, so that a rule can
    never take it for an empty table.
    """

    __slots__ = ("below", "id", "position", "shape", "up", "values")

    def __init__(
        self, shape: Shape, row_id: int, values: tuple[str | None, ...], up: "Item | None"
    ) -> None:
        self.shape, self.id, self.values, self.up = shape, row_id, values, up
        self.position = 1
        self.below: list[Any] = [None] * len(shape.children) if shape.children else _NO_CHILDREN


class Leaf:
    """A simple value as a node: the field `index` of a row."""

    __slots__ = ("index", "item")

    def __init__(self, item: Item, index: int) -> None:
        self.item, self.index = item, index

    @property
    def field(self) -> Field:
        """The field of the schema."""
        return self.item.shape.node.fields[self.index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Leaf) and self.item is other.item and self.index == other.index

    def __hash__(self) -> int:
        return hash((self.item.id, self.index))


def text_at(item: Item, index: int) -> str | None:
    """A field's text after the white space of its type and, for true and false, in one spelling."""
    value = item.values[index]
    if value is None and item.shape.simple[index]:
        return None
    field = item.shape.node.fields[index]
    if value is None:
        if field.default is not None and field.key.rpartition("/")[2].startswith("@"):
            return field.default
        # An element that is there without text has the empty text.
        return "" if field.key == TEXT_KEY or _has_attributes(item, index) else None
    text = normalise(value, field.facets.white_space)
    if field.kind is Kind.BOOLEAN:
        return {"1": "true", "0": "false"}.get(text, text)
    return text


def _has_attributes(item: Item, index: int) -> bool:
    key = item.shape.node.fields[index].key + "/@"
    return any(
        value is not None and field.key.startswith(key)
        for field, value in zip(item.shape.node.fields, item.values, strict=True)
    )


def _reader(field: Field, index: int, *, simple: bool) -> Reader:
    """The way to a field's value. These run for every row of every rule: the usual case comes first."""
    if field.kind.numeric:
        return _number_reader(index, simple=simple)
    if field.kind is Kind.BOOLEAN:
        return lambda item: text_at(item, index)
    untouched = field.facets.white_space == "preserve"

    def read(item: Item) -> str | None:
        value = item.values[index]
        if value is None:
            return None if simple else text_at(item, index)
        return value if untouched or not _BLANK(value) else text_at(item, index)

    return read


def _number_reader(index: int, *, simple: bool) -> Reader:
    def read(item: Item) -> Decimal | None:
        value = item.values[index]
        if value is None:
            return None if simple else _number_at(item, index)
        return Decimal(value) if _USUAL(value) else _number_at(item, index)

    return read


def _number_at(item: Item, index: int) -> Decimal | None:
    value = text_at(item, index)
    if value is None:
        return None
    number = parse_decimal(value)
    if number is None:
        raise Undecided(f"“{value}” in {item.shape.node.fields[index].key} is not a number")
    return number


def atom_of(thing: Any) -> Atom | None:
    """The value of a node, or the value itself; None where a node is there without one."""
    if isinstance(thing, Leaf):
        return thing.item.shape.readers[thing.index](thing.item)
    if isinstance(thing, Item):
        if thing.shape.own is None:
            raise RuleFault(f"{thing.shape.node.name} is a group and has no value of its own")
        return thing.shape.readers[thing.shape.own](thing)
    return thing  # type: ignore[no-any-return]


def text_of(thing: Any) -> str:
    """The value as text: a node's as it is written, a number's in its plain form."""
    if isinstance(thing, Leaf):
        return text_at(thing.item, thing.index) or ""
    if isinstance(thing, Item):
        if thing.shape.own is None:
            raise RuleFault(f"{thing.shape.node.name} is a group and has no value of its own")
        return text_at(thing, thing.shape.own) or ""
    if isinstance(thing, bool):
        return "true" if thing else "false"
    return plain(thing) if isinstance(thing, Decimal) else str(thing)
