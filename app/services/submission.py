"""Signing what was approved, and recording the receipt for it.

The whole road from review to receipt can be taken from here; review, export, corrections and
verification have modules of their own.
"""

import hashlib
from datetime import datetime
from pathlib import Path

from app.domain.changes import Changes
from app.domain.clock import now
from app.domain.pack import Pack
from app.domain.states import State
from app.errors import Fault, UserError
from app.infile import read_file
from app.services.corrections import correct, mark_corrected, void
from app.services.desk import Desk
from app.services.documents import parts, validator
from app.services.export import Exported, export
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return
from app.services.review import (
    add_comment,
    advance,
    approve,
    may_approve,
    note,
    require_clean,
    require_move,
    reviews_of,
    send_back,
    send_for_review,
)
from app.services.verification import verify_bytes, verify_file
from app.signing.keys import SigningKey, load_p12
from app.signing.trust import Trust
from app.signing.xades import Signed, sign_document
from app.store import imports as blobs
from app.store import submissions as store
from app.store.returns import ReturnRecord
from app.store.submissions import Receipt, Submission
from app.store.workspace import Connection
from app.xml.validate import validate_bytes
from app.xml.writer import DECLARATION

__all__ = [
    "Exported",
    "add_comment",
    "approve",
    "correct",
    "export",
    "may_approve",
    "receipts_of",
    "record_receipt",
    "reviews_of",
    "send_back",
    "send_for_review",
    "sign",
    "sign_with_p12",
    "submission_of",
    "verify_file",
    "void",
]

MAX_RECEIPT = 64 << 20
"""Largest receipt, in bytes."""


class ApprovalStale(NotAllowed):
    """What would be signed is not what was approved."""

    code = "approval-stale"


class SignatureNotAdmitted(NotAllowed):
    """The schema has no place for a signature."""

    code = "signature-not-admitted"


class ReceiptRefused(UserError):
    """The file cannot be recorded as a receipt."""

    code = "receipt-refused"


def sign(desk: Desk, return_id: str, key: SigningKey, at: datetime | None = None) -> Changes:
    """Sign the canonical bytes that were approved; refuse when anything differs from then.

    The signed bytes, the state and the history are written in one transaction.
    """
    at = at or now()
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        require_move(record, State.SIGNED)
        require_clean(desk, return_id, "signing")
        pack = get_pack(desk, record.pack_id)
        body, signed = _signed_bytes(connection, pack, record, key, at)
        _require_approval(connection, pack, record, signed)
        _prove(pack, body, signed, at)
        blob = blobs.keep_blob(
            connection, body, f"{record.return_type}-{record.period}.xml", "text/xml"
        )
        store.add_submission(
            connection, record, blob, signed.document_sha256, signed.signer, desk.seat
        )
        changes = advance(
            desk,
            connection,
            record,
            State.SIGNED,
            "signed",
            sha256=blob,
            document_sha256=signed.document_sha256,
            signer=signed.signer,
        )
        mark_corrected(desk, connection, record)
    return changes


def _signed_bytes(
    connection: Connection, pack: Pack, record: ReturnRecord, key: SigningKey, at: datetime
) -> tuple[bytes, Signed]:
    if not pack.schema.signature_slot:
        raise SignatureNotAdmitted(
            f"the schema of {pack.id} has no place for a signature inside the document, and"
            " containers with a signature beside it are not available in this version"
        )
    body = bytearray()
    signed = sign_document(DECLARATION, parts(connection, pack, record), body.extend, key, at=at)
    return bytes(body), signed


def _require_approval(
    connection: Connection, pack: Pack, record: ReturnRecord, signed: Signed
) -> None:
    approval = store.last_approval(connection, record.id)
    if approval is None or approval.digest != signed.document_sha256:
        raise ApprovalStale(
            "the return differs from what was approved; it has to be approved again"
        )
    if approval.pack_digest != pack.digest:
        raise ApprovalStale(
            "the schema pack differs from the one at approval; the return has to be approved again"
        )


def _prove(pack: Pack, body: bytes, signed: Signed, at: datetime) -> None:
    """What is kept as signed has passed the checks that a recipient will make."""
    verification = verify_bytes(body, Trust(), at, file="the signed return")
    if verification.verdict == "invalid" or verification.document_sha256 != signed.document_sha256:
        raise Fault(f"the new signature does not verify: {'; '.join(verification.reasons)}")
    problems = validate_bytes(body, validator(pack), file="the signed return")
    if problems:
        raise Fault(f"the signed return does not fit its schema: {problems[0].message}")


def sign_with_p12(desk: Desk, return_id: str, file: Path, password: str) -> Changes:
    """Sign with a PKCS#12 file. A key that cannot sign is refused before anything else."""
    moment = now()
    return sign(desk, return_id, load_p12(read(file), password, file=file, at=moment), moment)


def read(file: Path, limit: int = 1 << 20) -> bytes:
    """The bytes of a small file that the user named."""
    too_large = UserError(f"the file is larger than {limit >> 20} MiB", file=file)
    return read_file(file, limit, too_large)


def submission_of(desk: Desk, return_id: str) -> Submission | None:
    """What was signed for a return; None while nothing was."""
    with desk.workspace.read() as connection:
        return store.last_submission(connection, get_return(desk, return_id).id)


def record_receipt(desk: Desk, return_id: str, file: Path) -> Changes:
    """Keep what came back for the exact bytes that were signed; the return is then filed.

    Any file will do. A second receipt is kept beside the first.
    """
    body = read(file, MAX_RECEIPT)
    digest = hashlib.sha256(body).hexdigest()
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        submission = store.last_submission(connection, record.id)
        if submission is None or record.state is State.VOIDED:
            raise NotAllowed(
                f"the return is {record.state.value}; a receipt belongs to a signed return"
            )
        _refuse_receipt(connection, submission, body, digest, file)
        blob = blobs.keep_blob(connection, body, file.name, "application/octet-stream")
        store.add_receipt(connection, submission.id, blob, desk.seat)
        detail: dict[str, object] = {
            "file": file.name,
            "receipt_sha256": blob,
            "sha256": submission.blob,
            "names_the_digest": submission.blob.encode() in body.lower(),
        }
        if record.state is State.SIGNED:
            return advance(desk, connection, record, State.FILED, "receipt-recorded", **detail)
        note(desk, connection, record, "receipt-recorded", detail)
    return Changes(return_id=record.id, state=True, returns=True)


def _refuse_receipt(
    connection: Connection, submission: Submission, body: bytes, digest: str, file: Path
) -> None:
    if not body:
        raise ReceiptRefused("the file is empty", file=file)
    if digest == submission.blob:
        raise ReceiptRefused("this is the signed return itself, not a receipt for it", file=file)
    if any(known.blob == digest for known in store.receipts_of(connection, submission.id)):
        raise ReceiptRefused("this receipt is recorded already", file=file)


def receipts_of(desk: Desk, return_id: str) -> list[Receipt]:
    """The receipts of what was signed, oldest first."""
    with desk.workspace.read() as connection:
        submission = store.last_submission(connection, get_return(desk, return_id).id)
        return store.receipts_of(connection, submission.id) if submission else []
