"""The note of where somebody works, kept while a window is open: what is left of it tells of a crash."""

from sqlalchemy import Connection, delete, insert, select

from app.store.tables import meta

_NAME = "left-open"


def put(connection: Connection, text: str) -> None:
    """Write the note in the place of the last one."""
    forget(connection)
    connection.execute(insert(meta).values(name=_NAME, value=text))


def get(connection: Connection) -> str | None:
    """The note; None where the last window was closed as usual."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _NAME)).scalar()


def forget(connection: Connection) -> None:
    """The window is closed as usual."""
    connection.execute(delete(meta).where(meta.c.name == _NAME))
