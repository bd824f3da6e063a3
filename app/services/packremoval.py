"""Removing a pack from the workspace."""

from app.domain.changes import Changes
from app.errors import UserError
from app.services.desk import Desk
from app.services.packs import forget_packs, get_pack
from app.store import history
from app.store import packs as store
from app.store import returns as returns_store


class PackInUse(UserError):
    """A return was made with the pack."""

    code = "pack-in-use"


def remove_pack(desk: Desk, pack_id: str) -> Changes:
    """Remove a pack that no return uses; a return is always read with its own pack."""
    pack = get_pack(desk, pack_id)
    with desk.workspace.write() as connection:
        users = [r for r in returns_store.find_returns(connection) if r.pack_id == pack.id]
        if users:
            first = f"{users[0].return_type} {users[0].period}"
            more = f" and {len(users) - 1} more" if len(users) > 1 else ""
            raise PackInUse(f"{pack.id} cannot be removed: {first}{more} was made with it")
        store.delete_pack(connection, pack.id)
        history.append(
            connection,
            seat=desk.seat,
            action="pack-removed",
            detail={"pack": pack.id, "digest": pack.digest},
        )
    forget_packs()
    return Changes(packs=True)
