"""Rows of a filed return as rows of a new one, by the names that stand in both schemas."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.carry import Carry
from app.domain.computed import Target
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.rule import parameters_on
from app.domain.schema import Node, Schema
from app.domain.tomltable import PackError
from app.domain.tree import Row
from app.services.choices import values_for
from app.services.documents import rows_at
from app.store import settings as settings_store
from app.store.returns import ReturnRecord
from app.store.rows import ORDER_STEP, Rows, RowWriter
from app.store.workspace import Connection

_AT_ONCE = 500


@dataclass
class OldReturn:
    """A filed return as it stands."""

    pack: Pack
    rows: Rows
    names: dict[str, str]
    _below: dict[str, dict[int | None, list[Row]]] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: Connection, pack: Pack, record: ReturnRecord) -> "OldReturn":
        """The return with the parameters of its period, which conditions may name."""
        day = Period.parse(record.period).end
        settings = values_for(pack, settings_store.get_all(connection))
        names = {**parameters_on(pack.parameters, day), **settings}
        return cls(pack, rows_at(connection, record), names)

    @property
    def schema(self) -> Schema:
        """The schema that the return was filled in under."""
        return self.pack.schema

    def rows_of(self, item: Carry, node: Node) -> Iterator[Row]:
        """The rows of a node that an entry takes over; none where its condition does not fit them."""
        chosen: set[int] | None = None
        if item.when is not None:
            from app.rules.formulas import rows_where  # noqa: PLC0415  (elementpath is slow to load)

            try:
                chosen = rows_where(item.when, self.schema, self.rows, node.path, self.names)
            except PackError:
                return
        for row in self.rows.all_of(node.path):
            if chosen is None or row.id in chosen:
                yield row

    def values(self, item: Carry, node: Node, row: Row) -> Iterator[tuple[str, str | None]]:
        """The fields that an entry takes over from a row, under their new names."""
        index = self.schema.node(node.path).index
        pairs = {name: name for name in item.fields} | dict(item.values)
        for new, old in pairs.items():
            if new in node.index and old in index:
                yield new, row.values[index[old]]

    def below(self, parent: int, node: str) -> list[Row]:
        """Rows of a node below a row; each node is read once."""
        if node not in self._below:
            found: dict[int | None, list[Row]] = {}
            for row in self.rows.all_of(node) if node in self.schema.nodes else ():
                found.setdefault(row.parent, []).append(row)
            self._below[node] = found
        return self._below[node].get(parent, [])


def key_of(node: Node, item: Carry, row: Row) -> tuple[str | None, ...]:
    """What tells a row apart; None for a part that is not there."""
    return tuple(row.values[node.index[name]] if name in node.index else None for name in item.key)


def places(schema: Schema, item: Carry) -> Iterator[Target]:
    """Every field that an entry may fill when it makes a row."""
    node = schema.node(item.to)
    for name in (*item.key, *item.values, *item.fields):
        path = f"{node.path}/{name}".lstrip("/")
        if name in node.index:
            yield node.path, name
        elif path in schema.nodes:
            for inner in schema.nodes[path].walk():
                yield from ((inner.path, key) for key in inner.index)
        elif (place := schema.place(path)) is not None:
            yield place[0].path, place[1]


class Copier:
    """Makes rows of a new return from rows of the old one."""

    def __init__(self, writer: RowWriter, old: OldReturn, source: int | None) -> None:
        self._writer, self._old, self._source = writer, old, source
        self._next = self._end = 0

    def row(self, item: Carry, node: Node, before: Row, parent: int, order: int) -> list[Row]:
        """A row with its key, the fields of the entry, and the groups and tables that it names."""
        names = {*item.key, *item.fields} - item.values.keys()
        made = self._build(node, before, parent, order, names)
        values = list(made[0].values)
        for key, value in self._old.values(item, node, before):
            values[node.index[key]] = value
        first = made[0]
        made[0] = Row(
            first.id, parent, node.path, order, tuple(values), first.source, first.source_row
        )
        return made

    def _build(
        self, node: Node, before: Row | None, parent: int, order: int, names: set[str] | None
    ) -> list[Row]:
        """A row and what stands below it; `names` of None takes everything."""
        number = self._id()
        values = tuple(self._values(node, before, names))
        rows = [Row(number, parent, node.path, order, values, self._source)]
        for place, child in enumerate(node.children, 1):
            inner = _inner(child.name, names)
            found = (
                [] if before is None or inner == set() else self._old.below(before.id, child.path)
            )
            if child.repeats:
                for count, row in enumerate(found, 1):
                    rows += self._build(child, row, number, count * ORDER_STEP, inner)
            elif child.min_occurs or found:
                first = found[0] if found else None
                rows += self._build(child, first, number, place * ORDER_STEP, inner)
        return rows

    def _values(
        self, node: Node, before: Row | None, names: set[str] | None
    ) -> Iterator[str | None]:
        index = self._old.schema.nodes[node.path].index if before is not None else {}
        for item in node.fields:
            if item.required and item.fixed is not None:
                yield item.fixed
            elif before is not None and item.key in index and (names is None or item.key in names):
                yield before.values[index[item.key]]
            else:
                yield None

    def _id(self) -> int:
        if self._next == self._end:
            self._next = self._writer.new_ids(_AT_ONCE)
            self._end = self._next + _AT_ONCE
        self._next += 1
        return self._next - 1


def _inner(child: str, names: set[str] | None) -> set[str] | None:
    """What of a child is wanted: all of it, some names below it, or nothing."""
    if names is None or child in names:
        return None
    return {name.removeprefix(f"{child}/") for name in names if name.startswith(f"{child}/")}
