"""Time-stamped copies of what was signed, kept in the workspace beside the exact bytes.

The signed bytes never change. What is added to them later, a time-stamp or evidence that nothing was
revoked, makes another file; the best of each kind is exported beside the signed one.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.domain.changes import Changes
from app.domain.clock import now
from app.errors import UserError
from app.services.anchors import trust_of
from app.services.desk import Desk
from app.services.returns import get_return
from app.services.review import note
from app.services.verification import verify_bytes
from app.signing.asice import Container, is_container, read_container
from app.signing.verify import Verification
from app.store import imports as blobs
from app.store import proofs as store
from app.store import submissions
from app.store.proofs import Proof
from app.store.submissions import Submission
from app.store.workspace import Connection
from app.xml.safe import parse, read_file

_MEDIA = {"return": "text/xml", "container": "application/vnd.etsi.asic-e+zip"}


class ProofRefused(UserError):
    """The file proves nothing more about a return of this workspace."""

    code = "proof-refused"


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file that is offered, and what it says."""

    body: bytes
    container: Container | None
    found: Verification

    @property
    def kind(self) -> str:
        return "return" if self.container is None else "container"


def keep_proof(desk: Desk, file: Path) -> Changes:
    """Keep a copy of a signed return to which a time-stamp was added, with evidence or without.

    It has to be of the very signatures that the workspace keeps, and the authority of its time-stamp
    one that the workspace trusts.
    """
    copy = _read(desk, file)
    with desk.workspace.write() as connection:
        number, submission = _submission(connection, copy, file)
        _require_same_signatures(connection, submission, copy, file)
        level = "LT" if _unrevoked(copy.found) else "T"
        proven, authority = _proven(copy.found, file)
        digest = hashlib.sha256(copy.body).hexdigest()
        if any(item.blob == digest for item in store.proofs_of(connection, submission.id)):
            raise ProofRefused("the workspace keeps this very file already", file=file)
        blob = blobs.keep_blob(connection, copy.body, file.name, _MEDIA[copy.kind])
        store.add_proof(
            connection,
            submission.id,
            blob=blob,
            kind=copy.kind,
            level=level,
            proven_at=proven,
            stamped_by=authority,
            seat=desk.seat,
        )
        detail: dict[str, object] = {
            "sha256": blob,
            "signed": submission.blob,
            "kind": copy.kind,
            "level": level,
            "proven_at": proven,
            "stamped_by": authority,
        }
        record = get_return(desk, number)
        note(desk, connection, record, "proof-kept", detail)
    return Changes(return_id=record.id, state=True, returns=True)


def keep_where_ours(desk: Desk, file: Path) -> Changes:
    """The same for a file that may be anybody's: nothing is kept, and nothing refused, of others."""
    try:
        return keep_proof(desk, file)
    except ProofRefused:
        return Changes()


def proofs_of(desk: Desk, return_id: str) -> list[Proof]:
    """What proves when a return was signed, oldest first."""
    with desk.workspace.read() as connection:
        submission = submissions.last_submission(connection, get_return(desk, return_id).id)
        return store.proofs_of(connection, submission.id) if submission else []


def best_proofs(connection: Connection, submission: Submission) -> dict[str, bytes]:
    """The newest file of the highest level, for each kind."""
    best: dict[str, Proof] = {}
    for item in store.proofs_of(connection, submission.id):
        held = best.get(item.kind)
        if held is None or len(item.level) >= len(held.level):
            best[item.kind] = item
    return {kind: blobs.blob_body(connection, item.blob) for kind, item in best.items()}


def _read(desk: Desk, file: Path) -> _Copy:
    body = read_file(file)
    found = verify_bytes(body, trust_of(desk, []), now(), file=str(file))
    if found.verdict == "invalid" or found.scope != "whole":
        raise ProofRefused(f"the file's signature does not hold: {found.reasons[0]}", file=file)
    return _Copy(body, read_container(body, file=file) if is_container(body) else None, found)


def _submission(connection: Connection, copy: _Copy, file: Path) -> tuple[str, Submission]:
    if copy.container is None:
        digests = [copy.found.document_sha256 or ""]
    else:
        digests = [hashlib.sha256(body).hexdigest() for body in copy.container.files.values()]
    held = [submissions.submission_of_digest(connection, digest) for digest in digests]
    if len(held) != 1 or held[0] is None:
        raise ProofRefused("the file is no copy of a return that was signed here", file=file)
    return held[0]


def _require_same_signatures(
    connection: Connection, submission: Submission, copy: _Copy, file: Path
) -> None:
    """Refuse other people's signatures over the same content: their time proves nothing of ours."""
    from app.signing.timestamps import signature_value  # noqa: PLC0415  (slow to import)

    def value(body: bytes, name: str) -> bytes:
        return signature_value(parse(body, file=name), file)

    if copy.container is None:
        kept = [blobs.blob_body(connection, submission.blob)]
        offered = [copy.body]
    else:
        signatures = submissions.signatures_of(connection, submission.id)
        kept = [blobs.blob_body(connection, item.blob) for item in signatures]
        offered = list(copy.container.signatures.values())
    known = {value(body, "what was signed") for body in kept}
    if not all(value(body, str(file)) in known for body in offered):
        raise ProofRefused("the file holds another signature than the workspace keeps", file=file)


def _parts(found: Verification) -> tuple[Verification, ...]:
    return found.signatures or (found,)


def _unrevoked(found: Verification) -> bool:
    return all(item.unrevoked_at for item in _parts(found))


def _proven(found: Verification, file: Path) -> tuple[str, str]:
    """The earliest moment that is proven, and by whom."""
    proven = [(item.proven_at, item.stamped_by or "") for item in _parts(found) if item.proven_at]
    if not proven:
        raise ProofRefused(
            "no time-stamp of an authority that the workspace trusts is in the file; trust the"
            " authority's certificate first",
            file=file,
        )
    return min(proven)
