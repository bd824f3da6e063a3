"""The choices of a workspace, by name."""

from sqlalchemy import Connection, delete, insert, select

from app.store.tables import meta, settings


def get_all(connection: Connection) -> dict[str, str]:
    """Every setting that was ever made."""
    return {row.name: row.value for row in connection.execute(select(settings))}


def put(connection: Connection, name: str, value: str) -> None:
    """Make a setting."""
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(insert(settings).values(name=name, value=value))


def get_fact(connection: Connection, name: str) -> str:
    """A fact that the workspace was made with, or its correction; empty when it is not known."""
    return connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar() or ""


def put_fact(connection: Connection, name: str, value: str) -> None:
    """Correct a fact."""
    connection.execute(delete(meta).where(meta.c.name == name))
    connection.execute(insert(meta).values(name=name, value=value))
