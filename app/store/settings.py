"""The choices of a workspace, by name."""

from sqlalchemy import Connection, delete, insert, select

from app.store.tables import settings


def get_all(connection: Connection) -> dict[str, str]:
    """Every setting that was ever made."""
    return {row.name: row.value for row in connection.execute(select(settings))}


def put(connection: Connection, name: str, value: str) -> None:
    """Make a setting."""
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(insert(settings).values(name=name, value=value))
