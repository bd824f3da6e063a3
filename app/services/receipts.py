"""Which return a receipt belongs to, by the digests and references that it names.

A receipt may be any file. Digests count as hex or base64; a reference is a return's id or the name of its
files. What is packed inside a PDF cannot be seen.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass

from app.services.desk import Desk
from app.services.naming import file_stem
from app.services.returns import NotAllowed
from app.store import history
from app.store import returns as returns_store
from app.store import submissions as store
from app.store.returns import ReturnRecord
from app.store.workspace import Connection


class ReceiptUnclear(NotAllowed):
    """The file does not say to which return it belongs, or names several."""

    code = "receipt-unclear"


@dataclass(frozen=True, slots=True)
class Named:
    """A return that a file names: by `digest`, the surer way, or by `reference`."""

    record: ReturnRecord
    by: str


def named_in(desk: Desk, connection: Connection, body: bytes) -> list[Named]:
    """Every signed return that a file names."""
    text, folded = _text(body), _text(body).casefold()
    found = []
    for record in returns_store.find_returns(connection):
        digests = set(_digests(connection, record))
        if not digests:
            continue
        if any(mark in folded or _base64(mark) in text for mark in digests):
            found.append(Named(record, "digest"))
        elif any(mark.casefold() in folded for mark in (record.id, file_stem(desk, record))):
            found.append(Named(record, "reference"))
    return found


def _digests(connection: Connection, record: ReturnRecord) -> Iterator[str]:
    """SHA-256 as hex of what was signed for a return, and of what was exported of it."""
    submission = store.last_submission(connection, record.id)
    if submission is None:
        return
    yield submission.blob
    yield submission.unsigned_digest
    yield from exported_digests(connection, record.id)


def exported_digests(connection: Connection, return_id: str) -> set[str]:
    """SHA-256 as hex of every file that was exported of a return."""
    return {
        str(item["sha256"])
        for entry in history.entries(connection, return_id)
        if entry.action == "exported"
        for item in json.loads(entry.detail)["files"]
    }


def _base64(digest: str) -> str:
    return base64.b64encode(bytes.fromhex(digest)).decode()


def _text(body: bytes) -> str:
    """The bytes as text, whatever they are: digests and references are plain ASCII."""
    wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")
    return body.decode("utf-16" if wide else "utf-8", "replace")


def filing_of_receipt(desk: Desk, connection: Connection, body: bytes) -> ReturnRecord:
    """The one return that a receipt is for; a digest counts before a reference."""
    found = named_in(desk, connection, body)
    sure = [item for item in found if item.by == "digest"] or found
    if len(sure) == 1:
        return sure[0].record
    if not sure:
        raise ReceiptUnclear(
            "the file names neither the SHA-256 nor the reference of a signed return; say which"
            " return it is for with “praya receipt ID FILE”"
        )
    names = ", ".join(f"{item.record.return_type} {item.record.period}" for item in sure)
    raise ReceiptUnclear(
        f"the file names several returns ({names}); say which one it is for with"
        " “praya receipt ID FILE”"
    )


def other_return(
    desk: Desk, connection: Connection, record: ReturnRecord, body: bytes
) -> ReturnRecord | None:
    """Another return that a file names, when it does not name this one; None when all is well."""
    found = named_in(desk, connection, body)
    if any(item.record.id == record.id for item in found):
        return None
    return found[0].record if found else None
