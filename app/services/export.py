"""Export: the signed bytes as they were signed, and a manifest of everything that was written."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import now
from app.domain.states import State
from app.errors import UserError
from app.services.cover import CoverData, cover_sheet, signed_content
from app.services.desk import Desk
from app.services.naming import file_stem
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return
from app.services.verification import verify_bytes
from app.signing.asice import write_container
from app.signing.detached import SignedFile
from app.signing.trust import Trust
from app.signing.verify import Verification
from app.store import files, history
from app.store import imports as blobs
from app.store import submissions as store
from app.store.returns import ReturnRecord
from app.store.submissions import Submission
from app.store.workspace import Connection

_STATE_WORDS = {
    State.SIGNED: "signed, not yet filed",
    State.FILED: "filed",
    State.CORRECTED: "corrected by a later return",
}


class SubmissionDamaged(UserError):
    """The kept bytes are not the ones that were signed."""

    code = "submission-damaged"


class ExportFailed(UserError):
    """The files cannot be written."""

    code = "export-failed"


@dataclass(frozen=True, slots=True)
class Exported:
    """One written file. `kind` is return, container, cover or manifest."""

    path: Path
    sha256: str
    kind: str

    def as_dict(self) -> dict[str, str]:
        """One entry of `files`."""
        return {"path": str(self.path), "sha256": self.sha256, "kind": self.kind}


def export(
    desk: Desk,
    return_id: str,
    folder: Path,
    *,
    container: bool = False,
    cover: str | None = None,
) -> list[Exported]:
    """Write the signed XML, with `container` an ASiC-E container too, and last a manifest of them.

    `cover` is the language of a cover sheet: everything that the return says, as text.

    A return whose schema has no place for a signature is always written with its container. The
    bytes are verified again first. A file is there whole or not at all; where the manifest is,
    everything that it lists is.
    """
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        submission = _exportable(connection, record)
        body = blobs.blob_body(connection, submission.blob)
        name = file_stem(desk, record)
        enveloped = get_pack(desk, record.pack_id).schema.signature_slot
        _require_whole(submission, body)
        packed = b""
        if container or not enveloped:
            packed = _container(connection, submission, SignedFile(f"{name}.xml", body))
            verification = _verified(packed, submission.blob)
        if enveloped:
            verification = _verified(body, submission.unsigned_digest)
        sheet = _cover(desk, connection, record, submission, cover) if cover else b""
        head = history.head(connection)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            written = [_write(folder / f"{name}.xml", body, "return")]
            if packed:
                written.append(_write(folder / f"{name}.asice", packed, "container"))
            if sheet:
                written.append(_write(folder / f"{name}.cover.txt", sheet, "cover"))
            manifest = _manifest(desk, record, submission, verification, written, head)
            written.append(_write(folder / f"{name}.manifest.json", manifest, "manifest"))
        except OSError as error:
            raise ExportFailed(
                f"the files cannot be written: {error.strerror}", file=folder
            ) from error
        history.append(
            connection,
            seat=desk.seat,
            action="exported",
            return_id=record.id,
            detail={
                "sha256": submission.blob,
                "files": [{"name": item.path.name, "sha256": item.sha256} for item in written],
            },
        )
    return written


def _cover(
    desk: Desk, connection: Connection, record: ReturnRecord, submission: Submission, language: str
) -> bytes:
    """A cover sheet of exactly what was signed."""
    pack = get_pack(desk, record.pack_id)
    content = signed_content(connection, pack, submission, record.id)
    if hashlib.sha256(content).hexdigest() != submission.unsigned_digest:
        raise SubmissionDamaged("the kept content differs from what was signed; restore a backup")
    data = CoverData(
        pack,
        record,
        submission,
        tuple(store.signatures_of(connection, submission.id)),
        desk.workspace.fact("entity"),
        f"{file_stem(desk, record)}.xml",
    )
    return cover_sheet(data, content, language)


def signed_container(
    desk: Desk, connection: Connection, record: ReturnRecord, submission: Submission
) -> bytes:
    """The container with all signatures that stand beside what was signed for a return."""
    body = blobs.blob_body(connection, submission.blob)
    _require_whole(submission, body)
    return _container(connection, submission, SignedFile(f"{file_stem(desk, record)}.xml", body))


def container_wanted(desk: Desk, return_id: str) -> bool:
    """Whether the signed file alone would not carry every signature."""
    with desk.workspace.read() as connection:
        record = get_return(desk, return_id)
        submission = store.last_submission(connection, record.id)
        if submission is None:
            return False
        several = len(store.signatures_of(connection, submission.id)) > 1
    return several or not get_pack(desk, record.pack_id).schema.signature_slot


def _container(connection: Connection, submission: Submission, file: SignedFile) -> bytes:
    signatures = [
        blobs.blob_body(connection, item.blob)
        for item in store.signatures_of(connection, submission.id)
    ]
    if not signatures:
        raise NotAllowed(
            "the return was signed before containers came, so it has no signature for one;"
            " export it without --container"
        )
    return write_container([file], signatures)


def _exportable(connection: Connection, record: ReturnRecord) -> Submission:
    submission = store.last_submission(connection, record.id)
    if submission is None or record.state not in _STATE_WORDS:
        raise NotAllowed(
            f"the return is {record.state.value}; only a signed return can be exported"
        )
    return submission


def _require_whole(submission: Submission, body: bytes) -> None:
    """Refuse kept bytes that are not the signed ones."""
    if hashlib.sha256(body).hexdigest() != submission.blob:
        raise SubmissionDamaged(
            "the kept bytes of the signed return were changed; restore a backup"
        )


def _verified(signed: bytes, digest: str) -> Verification:
    """The answer to what carries the signature; refused when it no longer verifies."""
    found = verify_bytes(signed, Trust(), now(), file="the signed return")
    if found.verdict == "invalid":
        raise SubmissionDamaged(
            f"the signature of the kept return does not verify: {found.reasons[0]}"
        )
    if found.document_sha256 != digest:
        raise SubmissionDamaged("the signature covers other content than was approved")
    return found


def _manifest(
    desk: Desk,
    record: ReturnRecord,
    submission: Submission,
    verification: Verification,
    written: list[Exported],
    head: tuple[int, str],
) -> bytes:
    pack = get_pack(desk, record.pack_id)
    manifest = {
        "return": record.id,
        "replaces": record.replaces_id,
        "type": record.return_type,
        "period": record.period,
        "pack": pack.id,
        "pack_digest": pack.digest,
        "state": _STATE_WORDS[record.state],
        "signer": submission.signer,
        "signed_at": verification.signed_at,
        "document_sha256": submission.unsigned_digest,
        "history": {"entry": head[0], "hash": head[1]},
        "files": [
            {
                "name": item.path.name,
                "sha256": item.sha256,
                "size": item.path.stat().st_size,
                "kind": item.kind,
            }
            for item in written
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _write(path: Path, body: bytes, kind: str) -> Exported:
    files.write_bytes(path, body)
    return Exported(path, hashlib.sha256(body).hexdigest(), kind)
