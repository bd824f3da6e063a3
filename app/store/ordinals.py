"""At which place a row stands, in a table of any length, without counting the rows before it each time.

The order numbers of a long table's rows are kept in memory, sorted, for as long as nobody has put a row
in, taken one out or moved one: then a place is found by halving. Values that change do not matter, so
one list serves many steps. It belongs to the connection; a write of another process (which SQLite tells)
ends it, and a step that is made anew ends it for that step and all after.
"""

import json
from array import array
from bisect import bisect_left
from dataclasses import dataclass

from sqlalchemy import Connection

LONG = 5000
"""From so many rows before a row on, the list is worth its making."""

Place = tuple[str, int | None, str]
"""A return, the row that the table stands below, and the node of its rows."""


@dataclass(slots=True)
class _Known:
    """The order numbers of a table, and the first and last step at which they are these."""

    orders: "array[int]"
    first: int
    last: int


@dataclass(slots=True)
class _Held:
    """What is known on one connection, and the state of the file that it was read in."""

    version: int
    tables: dict[Place, _Known]


def _tables(connection: Connection) -> dict[Place, _Known]:
    """What is known and still holds."""
    version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
    held = connection.info.get("ordinals")
    if not isinstance(held, _Held) or held.version != version:
        held = connection.info["ordinals"] = _Held(version, {})
    return held.tables


def ordinal(connection: Connection, place: Place, step: int, order: int) -> int | None:
    """The 1-based place of the row with an order number; None where the list is not known."""
    known = _tables(connection).get(place)
    if known is None or not known.first <= step <= known.last:
        return None
    return bisect_left(known.orders, order) + 1


def learn(connection: Connection, place: Place, step: int, orders: str) -> None:
    """Keep the order numbers of a table at a step, given as a sorted JSON array."""
    _tables(connection)[place] = _Known(array("q", json.loads(orders)), step, step)


def begin_step(connection: Connection, return_id: str, step: int) -> None:
    """A step is made, for the first time or anew; until rows come or go it has them where they were."""
    tables = _tables(connection)
    for place, known in list(tables.items()):
        if place[0] == return_id:
            if known.first >= step:
                del tables[place]
            elif known.last >= step - 1:
                known.last = step


def moved(connection: Connection, return_id: str, step: int) -> None:
    """Rows came, went or moved in a step; it has another order than the steps before."""
    tables = _tables(connection)
    for place, known in list(tables.items()):
        if place[0] == return_id and known.last >= step:
            if known.first >= step:
                del tables[place]
            else:
                known.last = step - 1
