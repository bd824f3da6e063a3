"""The receipt for what was signed.

The whole road from review to receipt can be taken from here; review, signatures, export, corrections
and verification have modules of their own.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.domain.changes import Changes
from app.domain.obligation import HONG_KONG
from app.domain.states import State
from app.domain.statusmessage import StatusMessage
from app.errors import UserError
from app.infile import read_file
from app.services.corrections import correct, void
from app.services.desk import Desk
from app.services.export import Exported, export
from app.services.obligations import hong_kong_today
from app.services.packs import get_pack
from app.services.receipts import exported_digests, filing_of_receipt, other_return
from app.services.returns import NotAllowed, get_return
from app.services.review import (
    add_comment,
    advance,
    approve,
    may_approve,
    note,
    reviews_of,
    send_back,
    send_for_review,
)
from app.services.signatures import (
    add_signature,
    add_signature_with,
    entity_doubts,
    sign,
    sign_with,
    signatures_of,
)
from app.services.statusfiles import (
    Answer,
    answered_return,
    placed,
    recognised,
    refuse_other,
    status_here,
    status_of,
)
from app.services.verification import verify_file
from app.store import imports as blobs
from app.store import submissions as store
from app.store.returns import ReturnRecord
from app.store.submissions import Receipt, Submission
from app.store.workspace import Connection

__all__ = [
    "Exported",
    "Receival",
    "add_comment",
    "add_signature",
    "add_signature_with",
    "approve",
    "correct",
    "entity_doubts",
    "export",
    "may_approve",
    "receipts_of",
    "record_receipt",
    "reviews_of",
    "send_back",
    "send_for_review",
    "sign",
    "sign_with",
    "signatures_of",
    "status_in",
    "status_of",
    "submission_of",
    "verify_file",
    "void",
]

MAX_RECEIPT = 64 << 20
"""Largest receipt, in bytes."""


class ReceiptRefused(UserError):
    """The file cannot be recorded as a receipt."""

    code = "receipt-refused"


def read(file: Path, limit: int = 1 << 20) -> bytes:
    """The bytes of a small file that the user named."""
    too_large = UserError(f"the file is larger than {limit >> 20} MiB", file=file)
    return read_file(file, limit, too_large)


def submission_of(desk: Desk, return_id: str) -> Submission | None:
    """What was signed for a return; None while nothing was."""
    with desk.workspace.read() as connection:
        return store.last_submission(connection, get_return(desk, return_id).id)


@dataclass(frozen=True, slots=True)
class Receival:
    """What whoever records a receipt knows of it: its reference number and the day it came (ISO)."""

    reference: str = ""
    day: str = ""

    def as_detail(self) -> dict[str, str]:
        """For the history; refuses a day that is none or has not come yet."""
        found = {}
        if self.reference.strip():
            found["reference"] = self.reference.strip()
        if self.day.strip():
            found["received"] = _past_day(self.day.strip())
        return found


def _past_day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ReceiptRefused(
            f"the day “{text}” on which the receipt came is no date; give it as 2026-11-14"
        ) from None
    if day > hong_kong_today():
        raise ReceiptRefused(f"the receipt cannot have come on {day}, a day that is still to come")
    return day.isoformat()


def _refuse_after_rejection(
    desk: Desk, connection: Connection, record: ReturnRecord, file: Path
) -> None:
    """Where an authority has rejected the file, only its own acceptance files it."""
    last = status_here(desk, connection, record)
    if last is not None and not last.accepted:
        raise ReceiptRefused(
            "the authority's last status message rejects this file; record the one that accepts it,"
            " or correct the return",
            file=file,
        )


def _refuse_of_another(
    desk: Desk, connection: Connection, record: ReturnRecord, body: bytes, file: Path
) -> None:
    """A file that names another return alone is that one's."""
    other = other_return(desk, connection, record, body)
    if other is not None:
        raise ReceiptRefused(
            f"the file names {other.return_type} {other.period} ({other.id[:8]}) and not"
            f" {record.return_type} {record.period}; record it for that return",
            file=file,
        )


def _refuse_before_signing(told: dict[str, str], submission: Submission) -> None:
    """A receipt for bytes that were not yet signed is another's, or its day is mistyped."""
    signed = datetime.fromisoformat(submission.at).astimezone(HONG_KONG).date()
    received = told.get("received")
    if received and date.fromisoformat(received) < signed:
        raise ReceiptRefused(
            f"the receipt is of {received}, before the return was signed on {signed};"
            " give the day on which it came"
        )


def record_receipt(
    desk: Desk, return_id: str | None, file: Path, known: Receival | None = None
) -> Changes:
    """Keep what came back for the exact bytes that were signed; the return is then filed.

    A status message that rejects the file is kept as well, and the return is then not filed. Any
    other file will do. Without an id it has to name the return itself, by a digest or a reference; one
    that names another return alone is refused. A second receipt is kept beside the first. `known`
    goes into the history.
    """
    told = (known or Receival()).as_detail()
    body = read(file, MAX_RECEIPT)
    digest = hashlib.sha256(body).hexdigest()
    with desk.workspace.write() as connection:
        answer = recognised(desk, body, file.name)
        record = _receiver(desk, connection, return_id, body, answer)
        submission = store.last_submission(connection, record.id)
        if submission is None or record.state is State.VOIDED:
            raise NotAllowed(
                f"the return is {record.state.value}; a receipt belongs to a signed return"
            )
        _refuse_receipt(connection, record.id, submission, body, digest, file)
        _refuse_before_signing(told, submission)
        pack = get_pack(desk, record.pack_id)
        if answer is None:
            _refuse_after_rejection(desk, connection, record, file)
            _refuse_of_another(desk, connection, record, body, file)
        else:
            wrong = refuse_other(connection, record, pack, answer, file)
            if wrong is not None:
                raise wrong
        blob = blobs.keep_blob(connection, body, file.name, "application/octet-stream")
        store.add_receipt(connection, submission.id, blob, desk.seat)
        detail: dict[str, Any] = {
            "file": file.name,
            "receipt_sha256": blob,
            "sha256": submission.blob,
            "names_the_digest": submission.blob.encode() in body.lower(),
            **told,
        }
        if answer is not None:
            detail |= _said(placed(connection, record, pack, answer))
        if answer is not None and not answer.message.accepted:
            if record.state is State.FILED:
                return advance(desk, connection, record, State.SIGNED, "status-rejected", **detail)
            note(desk, connection, record, "status-rejected", detail)
        elif record.state is State.SIGNED:
            return advance(desk, connection, record, State.FILED, "receipt-recorded", **detail)
        else:
            note(desk, connection, record, "receipt-recorded", detail)
    return Changes(return_id=record.id, state=True, returns=True)


def _receiver(
    desk: Desk, connection: Connection, return_id: str | None, body: bytes, answer: Answer | None
) -> ReturnRecord:
    """The return that was named, or that the file itself names."""
    if return_id:
        return get_return(desk, return_id)
    if answer is not None:
        return answered_return(desk, connection, answer)
    return filing_of_receipt(desk, connection, body)


def _said(message: StatusMessage) -> dict[str, Any]:
    """What an authority answered, for the history: counts and codes, no texts of records."""
    codes = [error.code for error in (*message.file_errors, *message.record_errors)]
    return {
        "status": message.verdict,
        "status_number": message.number,
        "file_errors": len(message.file_errors),
        "record_errors": len(message.record_errors),
        "codes": sorted(set(codes)),
    }


def _refuse_receipt(
    connection: Connection,
    return_id: str,
    submission: Submission,
    body: bytes,
    digest: str,
    file: Path,
) -> None:
    if not body:
        raise ReceiptRefused("the file is empty", file=file)
    if digest == submission.blob:
        raise ReceiptRefused("this is the signed return itself, not a receipt for it", file=file)
    if digest in exported_digests(connection, return_id):
        raise ReceiptRefused(
            "this file was exported from here, so it is no receipt; record what came back",
            file=file,
        )
    if any(known.blob == digest for known in store.receipts_of(connection, submission.id)):
        raise ReceiptRefused("this receipt is recorded already", file=file)


def receipts_of(desk: Desk, return_id: str) -> list[Receipt]:
    """The receipts of what was signed, oldest first."""
    with desk.workspace.read() as connection:
        submission = store.last_submission(connection, get_return(desk, return_id).id)
        return store.receipts_of(connection, submission.id) if submission else []


def status_in(desk: Desk, return_id: str, file: Path) -> StatusMessage | None:
    """What a status message in a file says of a return; None where the file is none."""
    answer = recognised(desk, read(file, MAX_RECEIPT), file.name)
    if answer is None:
        return None
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        return placed(connection, record, get_pack(desk, record.pack_id), answer)
