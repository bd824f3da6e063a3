"""What a workspace holds, counted and compared with its own digests."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.store.tables import blobs, metadata, rows


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }


def changed_files(connection: Connection) -> Iterator[str]:
    """Names of kept files whose bytes no longer match the digest under which they are kept."""
    for digest, name in connection.execute(select(blobs.c.sha256, blobs.c.name)).all():
        query = select(blobs.c.body).where(blobs.c.sha256 == digest)
        body = connection.execute(query).scalar_one()
        if hashlib.sha256(body).hexdigest() != digest:
            yield str(name)


def many_rows(connection: Connection, return_id: str, many: int) -> bool:
    """Whether a return has so many rows or more, in all their versions."""
    query = select(rows.c.id).where(rows.c.return_id == return_id).limit(1).offset(many - 1)
    return connection.execute(query).first() is not None


def definitions(connection: Connection) -> list[str]:
    """How tables and indexes are laid out, as SQL; no content."""
    found = connection.exec_driver_sql(
        "select sql from sqlite_master where sql is not null order by type desc, name"
    )
    return [" ".join(str(line).split()) for (line,) in found.all()]
