"""The history as the window turns its pages: newest first, a hundred rows at a time."""

from app.services.desk import Desk
from app.store import history
from app.store.history import Entry

PAGE = 100


def history_page(
    desk: Desk, return_id: str | None = None, before: int | None = None
) -> list[Entry]:
    """Up to `PAGE` rows, of one return or of all, that come before a row's number."""
    with desk.workspace.read() as connection:
        return history.newest(connection, return_id, before, PAGE)


def broken_row(desk: Desk) -> int | None:
    """The first row that does not fit the chain; None when the whole history holds."""
    with desk.workspace.read() as connection:
        return history.first_break(connection)


def history_head(desk: Desk) -> tuple[int, str]:
    """Number and hash of the newest row."""
    with desk.workspace.read() as connection:
        return history.head(connection)
