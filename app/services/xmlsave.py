"""A return as an XML file: as it was opened, with what was changed since, or in the program's own form.

This is no submission. What is signed is always the canonical form, in which nothing stands that a
signature would not cover or that was not shown.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.domain.pack import Pack
from app.errors import UserError
from app.services.desk import Desk
from app.services.documents import document, rows_at
from app.services.packs import get_pack
from app.services.returns import get_return
from app.store import files, history, imports
from app.store import returns as store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection
from app.xml.encoding import XmlRefused
from app.xml.kept import first_difference
from app.xml.reader import read_bound
from app.xml.revise import revise, serialised, without_signatures
from app.xml.safe import parse

LARGEST = 64 << 20
"""Of a larger document no tree is made; it is written in the program's own form."""


class SaveFailed(UserError):
    """The file cannot be written."""

    code = "save-failed"


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written. `form` is *opened* (all that is untouched is as in the file that the return was
    opened from), *unchanged* (that file, byte for byte) or *canonical* (the program's own).

    `dropped` counts signatures of the opened file that no longer hold and are left out.
    """

    path: Path
    sha256: str
    form: str
    dropped: int = 0


def save_xml(desk: Desk, return_id: str, path: Path) -> Saved:
    """Write a return in any state as XML. The file is there whole or not at all."""
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        body, form, dropped = written(connection, get_pack(desk, record.pack_id), record)
        try:
            files.write_bytes(path, body)
        except OSError as error:
            raise SaveFailed(f"the file cannot be written: {error.strerror}", file=path) from error
        digest = hashlib.sha256(body).hexdigest()
        history.append(
            connection,
            seat=desk.seat,
            action="saved",
            return_id=record.id,
            detail={"file": path.name, "sha256": digest, "form": form},
        )
    return Saved(path, digest, form, dropped)


def written(connection: Connection, pack: Pack, record: ReturnRecord) -> tuple[bytes, str, int]:
    """The bytes of a return, the form that they have, and how many signatures were left out."""
    plain = document(connection, pack, record)
    opened = _opened(connection, record)
    if opened is None or len(opened) > LARGEST:
        return plain, "canonical", 0
    before = parse(opened, file="the opened file")
    now = parse(plain, file="the return").getroot()
    if first_difference(now, before.getroot()) is None is first_difference(before.getroot(), now):
        return opened, "unchanged", 0
    dropped = without_signatures(before.getroot())
    try:
        revise(before, pack.schema, read_bound(before, pack.schema), rows_at(connection, record))
        body = serialised(before)
        root = parse(body, file="the return").getroot()
    except XmlRefused:  # a value that is no XML stands where XML belongs
        return plain, "canonical", 0
    if first_difference(now, root) is None is first_difference(root, now):
        return body, "opened", dropped
    return plain, "canonical", 0  # rather than say anything else than the rows do


def _opened(connection: Connection, record: ReturnRecord) -> bytes | None:
    """The file that a return, or the one that it corrects, was opened from."""
    current: ReturnRecord | None = record
    while current is not None:
        blob = imports.opened_from(connection, current.id)
        if blob is not None:
            return imports.blob_body(connection, blob)
        above = current.replaces_id
        current = store.get_return(connection, above) if above else None
    return None
