"""How a return moved against the one that was filed last: row by key, value by value, in exact decimals.

Rows of a table are paired by the fields of the schema's key, else by their position. A row that only
one side has is one line. The older return may have been filed under another pack: what is compared
are fields of the same place and name.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.amounts import parse_decimal, plain
from app.domain.layout import key_fields
from app.domain.schema import TEXT_KEY, Field, Node, Schema
from app.domain.tree import Row
from app.services.desk import Desk
from app.services.difference import Below, Reader
from app.services.documents import rows_at
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store.returns import ReturnRecord

MOST = 5_000
_CENT = Decimal("0.01")


class Kind(StrEnum):
    """What happened to a row or value."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Movement:
    """One value, or one whole row (no `key`) that only one of the two returns has.

    `path` is a place of the return as it is now (of a row that is gone: of its table). `row` names
    the table's row by its key. `difference` is now less last filed; `share` is the difference in
    percent of what was filed, to two decimals, None where that was nothing or is no number.
    """

    path: str
    node: str
    key: str
    row: str
    kind: Kind
    before: str | None = None
    after: str | None = None
    difference: str | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Movements:
    """The greatest movements first, at most `MOST`; `total` counts all that there are.

    `before` is None where nothing of the type was filed for an earlier period.
    """

    before: ReturnRecord | None
    lines: tuple[Movement, ...] = ()
    total: int = 0


def movements(desk: Desk, return_id: str, *, changed: bool = True) -> Movements:
    """Compare a return with the last one that was filed; without `changed` equal values too."""
    from app.services.relations import last_filed  # noqa: PLC0415  (brings in the rules)

    record = get_return(desk, return_id)
    schema = get_pack(desk, record.pack_id).schema
    with desk.workspace.read() as connection:
        before = last_filed(connection, record.return_type, record.period)
        if before is None:
            return Movements(None)
        old_schema = get_pack(desk, before.pack_id).schema
        pairing = Pairing(
            schema, old_schema, rows_at(connection, before), rows_at(connection, record)
        )
        counted = _Counted(item for item in pairing.run() if not changed or item.kind != Kind.SAME)
        lines = heapq.nsmallest(MOST, counted, key=_rank)
    return Movements(before, tuple(lines), counted.count)


class _Counted:
    """Passes items on and counts them."""

    def __init__(self, items: Iterator[Movement]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[Movement]:
        for item in self._items:
            self.count += 1
            yield item


def _rank(item: Movement) -> tuple[int, Decimal]:
    """Numbers by the size of their share, those that rose from nothing first; then whole rows."""
    if item.difference is not None and item.kind is not Kind.SAME:
        return (0, Decimal(0)) if item.share is None else (1, -abs(item.share))
    if not item.key:
        return (2, Decimal(0))
    return (3 if item.kind is not Kind.SAME else 4, Decimal(0))


class Pairing:
    """Every value and row of two returns, side by side; the older one may be under another schema."""

    def __init__(self, schema: Schema, old_schema: Schema, old: Reader, new: Reader) -> None:
        self._schema, self._old_schema = schema, old_schema
        self._old, self._new = Below(old), Below(new)

    def run(self) -> Iterator[Movement]:
        """Every value and row of both sides, in the order of the new return."""
        yield from self._both(self._schema.root, self._old.root(), self._new.root(), "", "")

    def _both(
        self, node: Node, old: Row | None, new: Row | None, path: str, name: str
    ) -> Iterator[Movement]:
        yield from self._values(node, old, new, path, name)
        for child in node.children:
            place = f"{path}/{child.name}".lstrip("/")
            old_child = self._old_schema.nodes.get(child.path)
            if child.repeats:
                yield from self._table(child, old_child, old, new, place, name)
                continue
            left = self._old.only(old, old_child) if old_child is not None else None
            right = self._new.only(new, child)
            if left is not None or right is not None:
                yield from self._both(child, left, right, place, name)

    def _values(
        self, node: Node, old: Row | None, new: Row | None, path: str, name: str
    ) -> Iterator[Movement]:
        old_index = self._old_schema.nodes[node.path].index if old is not None else {}
        for place, field in enumerate(node.fields):
            left = old.values[old_index[field.key]] if old and field.key in old_index else None
            right = new.values[place] if new is not None else None
            if left is not None or right is not None:
                below = path if field.key == TEXT_KEY else f"{path}/{field.key}".lstrip("/")
                yield _value(below, node, field, name, left, right)

    def _table(
        self,
        node: Node,
        old_node: Node | None,
        old: Row | None,
        new: Row | None,
        path: str,
        above: str,
    ) -> Iterator[Movement]:
        keys = key_fields(self._schema, node)
        known: dict[object, Row] = {}
        if old is not None and old_node is not None:
            for number, row in enumerate(self._old.of(old, old_node), 1):
                name = _key(old_node, keys, row)
                known.setdefault(name if name is not None else number, row)
        if new is not None:
            for number, row in enumerate(self._new.of(new, node), 1):
                name = _key(node, keys, row)
                left = known.pop(name if name is not None else number, None)
                words, place = _words(above, name, number), f"{path}[{number}]"
                if left is None:
                    yield from self._came(node, row, place, words)
                else:
                    yield from self._both(node, left, row, place, words)
        for left_over, row in known.items():
            own = left_over if isinstance(left_over, tuple) else None
            words = _words(above, own, left_over)
            yield from self._went(node, row, path, words)

    def _came(self, node: Node, row: Row, path: str, name: str) -> Iterator[Movement]:
        """A row that only the new return has."""
        yield Movement(path, node.path, "", name, Kind.NEW)

    def _went(self, node: Node, row: Row, path: str, name: str) -> Iterator[Movement]:
        """A row that only the old return has."""
        yield Movement(path, node.path, "", name, Kind.GONE)


def _key(node: Node, keys: tuple[str, ...], row: Row) -> tuple[str | None, ...] | None:
    """What identifies a row; None without a key, or where a part of it is missing."""
    if not keys or any(key not in node.index for key in keys):
        return None
    found = tuple(row.values[node.index[key]] for key in keys)
    return None if None in found else found


def _words(above: str, key: tuple[str | None, ...] | None, number: object) -> str:
    own = " · ".join(str(part) for part in key) if key is not None else str(number)
    return f"{above} › {own}" if above else own


def _value(
    path: str, node: Node, field: Field, row: str, left: str | None, right: str | None
) -> Movement:
    if not field.kind.numeric:
        return Movement(path, node.path, field.key, row, _kind(left, right), left, right)
    old, new = parse_decimal(left or "0"), parse_decimal(right or "0")
    if old is None or new is None:
        return Movement(path, node.path, field.key, row, _kind(left, right), left, right)
    difference = new - old
    # 1.50 and 1.5 are one number.
    kind = Kind.SAME if difference == 0 and left and right else _kind(left, right)
    return Movement(
        path, node.path, field.key, row, kind, left, right, plain(difference), share(old, new)
    )


def _kind(left: str | None, right: str | None) -> Kind:
    if left == right:
        return Kind.SAME
    return Kind.NEW if left is None else Kind.GONE if right is None else Kind.CHANGED


def share(old: Decimal, new: Decimal) -> Decimal | None:
    """The change in percent of the old figure, to two decimals, halves away from zero."""
    if old == 0:
        return Decimal(0) if new == 0 else None
    return ((new - old) * 100 / abs(old)).quantize(_CENT, ROUND_HALF_UP)
