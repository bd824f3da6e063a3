"""A return as a document: its canonical bytes as they are at this moment."""

import hashlib
from collections.abc import Iterator

from app.domain.pack import Pack
from app.store.returns import ReturnRecord
from app.store.rows import Rows, StillRows
from app.store.workspace import Connection
from app.xml.verdict import Checker, Frozen, cached_checker
from app.xml.writer import canonical_parts, document_bytes


def rows_at(connection: Connection, record: ReturnRecord) -> Rows:
    """The rows that are shown."""
    return Rows(connection, record.id, record.head)


def still_rows(connection: Connection, record: ReturnRecord) -> StillRows:
    """The same for reading all of them, while nothing changes."""
    return StillRows(connection, record.id, record.head)


def document(connection: Connection, pack: Pack, record: ReturnRecord) -> bytes:
    """The XML without a signature."""
    return document_bytes(pack.schema, still_rows(connection, record))


def parts(connection: Connection, pack: Pack, record: ReturnRecord) -> Iterator[bytes]:
    """The canonical form in pieces; the last is the root's end tag."""
    return canonical_parts(pack.schema, still_rows(connection, record))


def canonical_digest(connection: Connection, pack: Pack, record: ReturnRecord) -> str:
    """SHA-256 of the canonical form: what an approval and a signature bind to."""
    digest = hashlib.sha256()
    for part in parts(connection, pack, record):
        digest.update(part)
    return digest.hexdigest()


def checker(pack: Pack) -> Checker:
    """What documents of a pack are validated with."""
    return cached_checker(Frozen(pack.digest, pack.schema_files), pack.manifest.schema)


def validator(pack: Pack):  # type: ignore[no-untyped-def]
    """libxml2's schema of a pack."""
    return checker(pack).validator
