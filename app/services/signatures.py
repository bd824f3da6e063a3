"""Signing what was approved: inside the document where its schema has a place, and beside it.

The signature beside the file goes into an ASiC-E container, where other people's can join it.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from cryptography.hazmat.primitives import hashes

from app.domain.changes import Changes
from app.domain.clock import now
from app.domain.pack import Pack
from app.domain.states import State
from app.errors import Fault
from app.services.corrections import mark_corrected
from app.services.desk import Desk
from app.services.digestwords import require_shown
from app.services.documents import checker, parts
from app.services.keysources import KeySource
from app.services.naming import file_stem
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return, refuse_second_signed
from app.services.review import advance, note, require_clean, require_move
from app.services.signerentity import doubt_about, require_entity
from app.services.verification import verify_bytes
from app.signing.asice import write_container
from app.signing.certificates import organisation_text, subject_text
from app.signing.detached import SignedFile, sign_files
from app.signing.keys import SigningKey
from app.signing.properties import NOTHING, Claims
from app.signing.signer import signing_certificate
from app.signing.trust import Trust
from app.signing.xades import sign_document
from app.store import imports as blobs
from app.store import submissions as store
from app.store.returns import ReturnRecord
from app.store.submissions import Signature, Submission
from app.store.workspace import Connection
from app.xml.verdict import problems_of, slices
from app.xml.writer import DECLARATION

SIGNATURE_MEDIA = "application/vnd.etsi.asic-signature+xml"


class ApprovalStale(NotAllowed):
    """What would be signed is not what was approved."""

    code = "approval-stale"


class SignedAlready(NotAllowed):
    """That certificate has signed this file already."""

    code = "signed-already"


@dataclass(frozen=True, slots=True)
class _Document:
    """The bytes of a return as they are handed over, and the SHA-256 of their canonical content."""

    body: bytes
    digest: str
    enveloped: bool


def sign(
    desk: Desk,
    return_id: str,
    key: SigningKey,
    at: datetime | None = None,
    claims: Claims = NOTHING,
    shown: str = "",
) -> Changes:
    """Sign the canonical bytes that were approved; refuse when anything differs from then.

    `shown` is the digest of what was looked at, as hex or words; where it is given, other content is
    refused as well. The signed bytes, the state and the history are written in one transaction.
    """
    at = at or now()
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        require_move(record, State.SIGNED)
        pack = get_pack(desk, record.pack_id)
        refuse_second_signed(connection, pack, record)
        require_clean(desk, return_id, "signing")
        doubt = require_entity(desk, connection, key.certificate)
        document = _document(connection, pack, record, key, at, claims)
        _require_approval(connection, pack, record, document.digest)
        if shown.strip():
            require_shown(document.digest, shown)
        _prove(pack, document, at)
        name = f"{file_stem(desk, record)}.xml"
        blob = blobs.keep_blob(connection, document.body, name, "text/xml")
        signer = subject_text(key.certificate)
        store.add_submission(connection, record, blob, document.digest, signer, desk.seat)
        submission = store.last_submission(connection, record.id)
        assert submission is not None
        _sign_beside(desk, connection, submission, SignedFile(name, document.body), key, at, claims)
        changes = advance(
            desk,
            connection,
            record,
            State.SIGNED,
            "signed",
            content=document.digest,
            sha256=blob,
            document_sha256=document.digest,
            signer=signer,
            role=claims.role,
            **({"entity_doubt": doubt} if doubt else {}),
        )
        mark_corrected(desk, connection, record)
    return changes


def _document(
    connection: Connection,
    pack: Pack,
    record: ReturnRecord,
    key: SigningKey,
    at: datetime,
    claims: Claims,
) -> _Document:
    """With the signature inside, where the schema has a place for it."""
    body = BytesIO()  # gives its bytes out without a second copy
    if pack.schema.signature_slot:
        pieces = parts(connection, pack, record)
        signed = sign_document(DECLARATION, pieces, body.write, key, at=at, claims=claims)
        return _Document(body.getvalue(), signed.document_sha256, enveloped=True)
    body.write(DECLARATION)
    digest = sha256()
    for piece in parts(connection, pack, record):
        body.write(piece)
        digest.update(piece)
    return _Document(body.getvalue(), digest.hexdigest(), enveloped=False)


def _require_approval(
    connection: Connection, pack: Pack, record: ReturnRecord, digest: str
) -> None:
    approval = store.last_approval(connection, record.id)
    if approval is None or approval.digest != digest:
        raise ApprovalStale(
            "the return differs from what was approved; it has to be approved again"
        )
    if approval.pack_digest != pack.digest:
        raise ApprovalStale(
            "the schema pack differs from the one at approval; the return has to be approved again"
        )


def _prove(pack: Pack, document: _Document, at: datetime) -> None:
    """What is kept as signed has passed the checks that a recipient will make."""
    if document.enveloped:
        _prove_signature(document.body, at, document.digest)
    problems = problems_of(
        lambda: slices(document.body),
        checker(pack),
        file="the signed return",
        schema=pack.schema,
        keep_indents=False,
    )
    if problems:
        raise Fault(f"the signed return does not fit its schema: {problems[0].message}")


def _prove_signature(body: bytes, at: datetime, digest: str) -> None:
    found = verify_bytes(body, Trust(), at, file="the signed return")
    if found.verdict == "invalid" or found.scope != "whole" or found.document_sha256 != digest:
        raise Fault(f"the new signature does not verify: {'; '.join(found.reasons)}")


def _sign_beside(
    desk: Desk,
    connection: Connection,
    submission: Submission,
    file: SignedFile,
    key: SigningKey,
    at: datetime,
    claims: Claims,
) -> None:
    signature = sign_files([file], key, at=at, claims=claims)
    _prove_signature(write_container([file], [signature]), at, submission.blob)
    store.add_signature(
        connection,
        submission.id,
        blob=blobs.keep_blob(connection, signature, f"{file.name}.signature", SIGNATURE_MEDIA),
        signer=subject_text(key.certificate),
        certificate=_fingerprint(key),
        role=claims.role,
        seat=desk.seat,
    )


def _fingerprint(key: SigningKey) -> str:
    return key.certificate.fingerprint(hashes.SHA256()).hex()


def sign_with(
    desk: Desk, return_id: str, source: KeySource, claims: Claims = NOTHING, shown: str = ""
) -> Changes:
    """Sign with the key of a source. One that cannot sign is refused before anything else."""
    moment = now()
    with source.opened(moment) as key:
        return sign(desk, return_id, key, moment, claims, shown)


def add_signature_with(
    desk: Desk, return_id: str, source: KeySource, claims: Claims = NOTHING
) -> Changes:
    """Join the signatures of a signed return with the key of a source."""
    moment = now()
    with source.opened(moment) as key:
        return add_signature(desk, return_id, key, moment, claims)


def add_signature(
    desk: Desk,
    return_id: str,
    key: SigningKey,
    at: datetime | None = None,
    claims: Claims = NOTHING,
) -> Changes:
    """Another person's signature beside the same signed bytes; the container then carries both."""
    at = at or now()
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        submission = store.last_submission(connection, record.id)
        if submission is None or record.state is not State.SIGNED:
            raise NotAllowed(
                f"the return is {record.state.value}; a signature joins those of a return that is"
                " signed and not yet filed"
            )
        known = {item.certificate for item in store.signatures_of(connection, submission.id)}
        if _fingerprint(key) in known:
            raise SignedAlready("this certificate has signed the return already; take another one")
        doubt = require_entity(desk, connection, key.certificate)
        body = blobs.blob_body(connection, submission.blob)
        file = SignedFile(f"{file_stem(desk, record)}.xml", body)
        _sign_beside(desk, connection, submission, file, key, at, claims)
        detail: dict[str, object] = {
            "sha256": submission.blob,
            "signer": subject_text(key.certificate),
            "role": claims.role,
            **({"entity_doubt": doubt} if doubt else {}),
        }
        note(desk, connection, record, "signature-added", detail)
    return Changes(return_id=record.id, state=True, returns=True)


def entity_doubts(desk: Desk, return_id: str) -> list[str]:
    """Which of the certificates that signed a return name another organisation than the firm."""
    with desk.workspace.read() as connection:
        submission = store.last_submission(connection, get_return(desk, return_id).id)
        held = store.signatures_of(connection, submission.id) if submission else []
        bodies = [blobs.blob_body(connection, item.blob) for item in held]
    found = (doubt_about(desk, organisation_text(signing_certificate(body))) for body in bodies)
    return list(dict.fromkeys(doubt for doubt in found if doubt))


def signatures_of(desk: Desk, return_id: str) -> list[Signature]:
    """The signatures beside what was signed for a return, oldest first."""
    with desk.workspace.read() as connection:
        submission = store.last_submission(connection, get_return(desk, return_id).id)
        return store.signatures_of(connection, submission.id) if submission else []
