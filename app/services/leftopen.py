"""Where somebody works, and what is being typed: how to go on after the program ended without closing.

The note lies in the encrypted workspace, for it may hold a figure that nobody has stored yet. It is no
part of any return and of no history.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from app.domain.clock import stamp
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import rows_at
from app.services.drafts import locate
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import leftopen as store


@dataclass(frozen=True, slots=True)
class Left:
    """`page` is a page of the window, `view` one of a return's views, `path` a field of its form.

    `typed` is what was being typed there and was not stored, None for nothing; `at` is ISO 8601 in
    UTC. `row` and `key` name the value that it was meant for.
    """

    page: str = "home"
    return_id: str | None = None
    view: str = ""
    path: str = ""
    row: int = 0
    key: str = ""
    typed: str | None = None
    by: str = ""
    at: str = ""


def remember(desk: Desk, left: Left) -> None:
    """Write down where somebody works."""
    note = replace(left, by=desk.seat, at=stamp())
    with desk.workspace.write() as connection:
        store.put(connection, json.dumps(asdict(note), ensure_ascii=False))


def forget(desk: Desk) -> None:
    """The window closes as usual: nothing is left."""
    with desk.workspace.write() as connection:
        store.forget(connection)


def last_left(desk: Desk) -> Left | None:
    """What the last window left behind; None where it was closed as usual.

    What was being typed is left out where it is stored by now, or where its place is gone.
    """
    with desk.workspace.read() as connection:
        text = store.get(connection)
    left = _read(text) if text is not None else None
    if left is None or left.return_id is None:
        return left
    try:
        record = get_return(desk, left.return_id)
        if left.typed is None:
            return left
        with desk.workspace.read() as connection:
            schema = get_pack(desk, record.pack_id).schema
            place = locate(schema, rows_at(connection, record), left.path)
    except UserError:
        return replace(left, typed=None) if _is_there(desk, left.return_id) else Left(at=left.at)
    same = (place.row.id, place.field.key) == (left.row, left.key)
    stored = place.row.values[place.node.index[place.field.key]]
    return replace(left, typed=None) if not same or stored == left.typed else left


def _is_there(desk: Desk, return_id: str) -> bool:
    with suppress(UserError):
        get_return(desk, return_id)
        return True
    return False


def _read(text: str) -> Left | None:
    """A note that another version wrote differently says only that something was left."""
    try:
        return Left(**json.loads(text))
    except (TypeError, ValueError):
        return Left()
