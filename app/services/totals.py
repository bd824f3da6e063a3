"""Sums at the foot of a table, exact, and only where a sum says something.

A sum over another currency or another asset says nothing, nor does one of balances day by day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.amounts import parse_decimal, plain
from app.domain.identifiers import is_currency
from app.domain.schema import Field, Kind, Node, Schema
from app.services.desk import Desk
from app.services.grid import View, narrowed
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store.rowpages import RowPages

_LEAST_COUNT = Decimal(1_000_000)
"""Whole numbers whose type ends below this are scales and codes, not counts."""
_PLACES = ("Height", "Block", "Sequence", "Year", "Nonce")
"""Whole numbers that are places in a row of numbers."""


@dataclass(frozen=True, slots=True)
class Summed:
    """A column that can be summed; `same` is a field in which all rows must agree, else None."""

    key: str
    same: str | None = None


def summed_columns(schema: Schema, node: Node) -> tuple[Summed, ...]:
    """The columns of a table that have a sum."""
    if not node.repeats or any(field.kind is Kind.DATE for field in node.fields[:2]):
        return ()  # one row a day: what stands there is a balance, not a movement
    return tuple(_summed(schema, node))


def _summed(schema: Schema, node: Node) -> Iterator[Summed]:
    for field in node.fields:
        unit = field.info.get("unit", "")
        if not field.kind.numeric or "/" in field.key:
            continue
        if is_currency(unit) or (not unit and _counts(field)):
            yield Summed(field.key)
        elif unit in ("units", "tokens"):
            yield from _where_same(schema, node, field, ("AssetId", "Asset", "Coin", "TokenId"))
        elif unit.endswith(" currency"):
            yield from _where_same(schema, node, field, ("Currency", "ReferenceCurrency"))


def _counts(field: Field) -> bool:
    most = parse_decimal(field.facets.max_inclusive or "")
    small = most is not None and most < _LEAST_COUNT
    return field.kind is Kind.INTEGER and not small and not any(p in field.key for p in _PLACES)


def _where_same(
    schema: Schema, node: Node, field: Field, names: tuple[str, ...]
) -> Iterator[Summed]:
    """In the table itself the rows must agree; where a row above names it, they do."""
    for name in names:
        if name in node.index:
            yield Summed(field.key, name)
            return
    above = node.path
    while "/" in above:
        above = above.rpartition("/")[0]
        if any(name in schema.node(above).index for name in names):
            yield Summed(field.key)
            return


def totals(desk: Desk, return_id: str, parent: int, node: str, view: View) -> dict[str, str]:
    """The sums over the rows that a view shows, by field key, as plain decimals.

    A column without any number has none, nor has one in which something is no number.
    """
    record = get_return(desk, return_id)
    schema = get_pack(desk, record.pack_id).schema
    shape = schema.node(node)
    wanted = summed_columns(schema, shape)
    if not wanted:
        return {}
    keys = list(dict.fromkeys([*(c.key for c in wanted), *(c.same for c in wanted if c.same)]))
    indexes = [shape.index[key] for key in keys]
    with desk.workspace.read() as connection:
        pages = RowPages(connection, record.id, record.head)
        left = narrowed(pages, parent, shape, view)
        shown = set(left) if left is not None else None
        found = pages.columns(parent, node, indexes)
    rows = [values for number, values in found if shown is None or number in shown]
    columns = dict(zip(keys, zip(*rows, strict=True), strict=True)) if rows else {}
    sums = {}
    for column in wanted if rows else ():
        if column.same is not None and len(set(columns[column.same])) > 1:
            continue
        total = _sum(columns[column.key])
        if total is not None:
            sums[column.key] = plain(total)
    return sums


def _sum(texts: tuple[str | None, ...]) -> Decimal | None:
    given = [text for text in texts if text is not None]
    numbers = [parse_decimal(text) for text in given]
    total = Decimal(0)
    for number in numbers:
        if number is None:
            return None
        total += number
    return total if numbers else None
