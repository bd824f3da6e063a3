"""Whom a return names as its approver, and whether that is the person at the seat.

Fields are known by their name in the house format; a schema that has none names nobody.
"""

from app.domain.pack import Pack
from app.domain.seats import same_person
from app.services.desk import Desk
from app.services.packs import get_pack
from app.services.prefill import filled_places
from app.services.returns import get_return
from app.store.returns import ReturnRecord
from app.store.rows import Rows
from app.store.workspace import Connection

FIELD = "ApprovedBy"


def approver_named(connection: Connection, pack: Pack, record: ReturnRecord) -> str:
    """The name that stands in the return, empty where none does."""
    rows = Rows(connection, record.id, record.head)
    for place in filled_places(pack.schema):
        node = pack.schema.nodes[place]
        if FIELD not in node.index:
            continue
        for row in rows.all_of(place):
            name = (row.values[node.index[FIELD]] or "").strip()
            if name:
                return name
    return ""


def another_named(connection: Connection, pack: Pack, record: ReturnRecord, seat: str) -> str:
    """The name in the return where it is not the seat's, otherwise empty."""
    name = approver_named(connection, pack, record)
    return name if name and same_person(name) != same_person(seat) else ""


def approver_beside(desk: Desk, return_id: str) -> str:
    """Who is named in the return although somebody else sits at this seat; empty when all agrees."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        return another_named(connection, pack, record, desk.seat)
