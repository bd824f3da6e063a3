"""Imports, their workbooks and profiles in the database."""

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from app.domain.clock import stamp
from app.store.tables import blobs, profiles, sources

Columns = dict[str, dict[str, dict[str, str | None]]]
"""Schema path → field key → {kind, sheet, column} (row-wise) or {kind, sheet, cell} (one cell)."""


@dataclass(frozen=True, slots=True)
class Source:
    """One import: the file and where each field of each table came from."""

    id: int
    blob: str
    file: str
    profile: str
    columns: Columns
    at: str
    by: str


def keep_blob(connection: Connection, body: bytes, name: str, media: str) -> str:
    """Keep some bytes under their SHA-256; the same bytes are kept once."""
    digest = hashlib.sha256(body).hexdigest()
    known = connection.execute(select(blobs.c.sha256).where(blobs.c.sha256 == digest)).first()
    if known is None:
        connection.execute(
            insert(blobs).values(sha256=digest, name=name, media=media, at=stamp(), body=body)
        )
    return digest


def blob_body(connection: Connection, digest: str) -> bytes:
    """The kept bytes."""
    return bytes(
        connection.execute(select(blobs.c.body).where(blobs.c.sha256 == digest)).scalar_one()
    )


def add_source(
    connection: Connection,
    return_id: str,
    blob: str,
    file: str,
    profile: str,
    columns: Columns,
    seat: str,
) -> int:
    """Record an import; returns its number."""
    result = connection.execute(
        insert(sources).values(
            return_id=return_id,
            blob=blob,
            file=file,
            profile=profile,
            columns=json.dumps(columns, ensure_ascii=False),
            at=stamp(),
            by=seat,
        )
    )
    assert result.inserted_primary_key is not None
    return int(result.inserted_primary_key[0])


def get_source(connection: Connection, number: int) -> Source:
    """An import by its number."""
    row = connection.execute(select(sources).where(sources.c.id == number)).one()
    return Source(row.id, row.blob, row.file, row.profile, json.loads(row.columns), row.at, row.by)


def sources_of(connection: Connection, return_id: str, file: str) -> list[Source]:
    """The imports of a file into a return, the oldest first."""
    query = select(sources.c.id).where(sources.c.return_id == return_id, sources.c.file == file)
    found = connection.execute(query.order_by(sources.c.id)).scalars()
    return [get_source(connection, number) for number in found]


XML_PROFILE = "xml"
"""In the place of a profile's name, where a return was opened from an XML document."""


def opened_from(connection: Connection, return_id: str) -> str | None:
    """The digest of the XML document that a return was opened from; None where it was begun empty."""
    query = select(sources.c.blob).order_by(sources.c.id).limit(1)
    wanted = (sources.c.return_id == return_id) & (sources.c.profile == XML_PROFILE)
    return connection.execute(query.where(wanted)).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """An import profile as it was added. `body` is its TOML text; `at` is ISO 8601 in UTC."""

    name: str
    return_type: str
    body: str
    at: str
    by: str


def keep_profile(connection: Connection, name: str, return_type: str, body: str, seat: str) -> None:
    """Store a profile under its name, in the place of an older one of the same name."""
    connection.execute(delete(profiles).where(profiles.c.name == name))
    connection.execute(
        insert(profiles).values(name=name, return_type=return_type, body=body, at=stamp(), by=seat)
    )


def find_profiles(connection: Connection, name: str | None = None) -> list[StoredProfile]:
    """All profiles by name, or the one of that name."""
    query = select(profiles).order_by(profiles.c.name)
    if name is not None:
        query = query.where(profiles.c.name == name)
    return [
        StoredProfile(row.name, row.return_type, row.body, row.at, row.by)
        for row in connection.execute(query)
    ]
