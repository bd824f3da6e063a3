"""Packs in the database."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from app.domain.clock import stamp
from app.domain.pack import Manifest
from app.store.tables import pack_files, packs


def digest_of(connection: Connection, pack_id: str) -> str | None:
    """The recorded digest of a pack, None when it is not there."""
    found = connection.execute(select(packs.c.digest).where(packs.c.id == pack_id)).scalar()
    return None if found is None else str(found)


def compiled_of(connection: Connection, pack_id: str) -> str:
    """The compiled schema as JSON."""
    return str(
        connection.execute(select(packs.c.compiled).where(packs.c.id == pack_id)).scalar_one()
    )


def files_of(connection: Connection, pack_id: str) -> dict[str, bytes]:
    """All files of a pack."""
    query = select(pack_files.c.path, pack_files.c.body).where(pack_files.c.pack_id == pack_id)
    return {path: bytes(body) for path, body in connection.execute(query)}


def pack_ids(connection: Connection) -> list[str]:
    """Names of all packs."""
    query = select(packs.c.id).order_by(packs.c.return_type, packs.c.effective_from)
    return list(connection.execute(query).scalars())


def digests_of_all(connection: Connection) -> dict[str, str]:
    """The recorded digest of every pack, by name."""
    query = select(packs.c.id, packs.c.digest)
    return {row.id: row.digest for row in connection.execute(query)}


def insert_pack(
    connection: Connection,
    manifest: Manifest,
    digest: str,
    compiled: str,
    files: Mapping[str, bytes],
    seat: str,
) -> None:
    """Store a pack with all its files."""
    connection.execute(
        insert(packs).values(
            id=manifest.id,
            return_type=manifest.return_type,
            version=manifest.version,
            namespace=manifest.namespace,
            effective_from=manifest.effective_from.isoformat(),
            effective_to=manifest.effective_to.isoformat() if manifest.effective_to else None,
            digest=digest,
            compiled=compiled,
            added_at=stamp(),
            added_by=seat,
        )
    )
    connection.execute(
        insert(pack_files),
        [
            {
                "pack_id": manifest.id,
                "path": name,
                "sha256": hashlib.sha256(body).hexdigest(),
                "body": body,
            }
            for name, body in files.items()
        ],
    )


def delete_pack(connection: Connection, pack_id: str) -> None:
    """Remove a pack with its files."""
    connection.execute(delete(pack_files).where(pack_files.c.pack_id == pack_id))
    connection.execute(delete(packs).where(packs.c.id == pack_id))
