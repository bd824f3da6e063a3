"""Export: the signed bytes as they were signed, pages to read them, and a manifest of all that was written."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import now
from app.domain.states import State
from app.errors import UserError
from app.services.cover import CoverData, cover_sheet
from app.services.desk import Desk
from app.services.naming import file_stem
from app.services.packs import get_pack
from app.services.paper import Handed, SubmissionDamaged, Told, cover_pdf, pdf_of, told
from app.services.proofs import best_proofs
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


class ExportFailed(UserError):
    """The files cannot be written."""

    code = "export-failed"


@dataclass(frozen=True, slots=True)
class Exported:
    """One written file. `kind` is return, container, proof, pdf, cover or manifest."""

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
    language: str = "",
) -> list[Exported]:
    """Write the signed XML with the pages to read it, their cover sheet, and last a manifest of all.

    With `container` an ASiC-E container too; `cover` is the language of a second cover sheet, everything
    that the return says as text. `language` is that of the pages, else that of `cover`, else English.
    A return whose schema has no place for a signature is always written with its container. The
    bytes are verified again first. A file is there whole or not at all; where the manifest is,
    everything that it lists is. The same submission in the same state gives the same files.
    """
    with desk.workspace.write() as connection:
        record = get_return(desk, return_id)
        submission = _exportable(connection, record)
        body = blobs.blob_body(connection, submission.blob)
        name = file_stem(desk, record)
        enveloped = get_pack(desk, record.pack_id).schema.signature_slot
        _require_whole(submission, body)
        wanted = [_Wanted(f"{name}.xml", "return", body)]
        if container or not enveloped:
            packed = _container(connection, submission, SignedFile(f"{name}.xml", body))
            verification = _verified(packed, submission.blob)
            wanted.append(_Wanted(f"{name}.asice", "container", packed))
        if enveloped:
            verification = _verified(body, submission.unsigned_digest)
        wanted += _proofs(connection, submission, name)
        data = told(desk, connection, record)
        wanted += _pages(data, name, wanted, language or cover or "en", cover)
        head = history.head(connection)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            written = [_write(folder / item.name, item.body, item.kind) for item in wanted]
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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that is to be written."""

    name: str
    kind: str
    body: bytes

    @property
    def handed(self) -> Handed:
        """As the cover sheet names it."""
        return Handed(self.name, self.kind, hashlib.sha256(self.body).hexdigest())


def _proofs(connection: Connection, submission: Submission, name: str) -> list[_Wanted]:
    """The copies with time-stamps and evidence that were added since."""
    endings = {"return": "xml", "container": "asice"}
    return [
        _Wanted(f"{name}.proven.{endings[kind]}", "proof", body)
        for kind, body in sorted(best_proofs(connection, submission).items())
    ]


def _pages(
    data: Told, name: str, before: list[_Wanted], language: str, cover: str | None
) -> list[_Wanted]:
    """What people read: the return as PDF, where it is asked for as text, and the sheet on top."""
    found = [_Wanted(f"{name}.pdf", "pdf", pdf_of(data, language))]
    if cover:
        found.append(_Wanted(f"{name}.cover.txt", "cover", _text_cover(data, name, cover)))
    files = tuple(item.handed for item in (*before, *found))
    return [*found, _Wanted(f"{name}.cover.pdf", "cover", cover_pdf(data, files, language))]


def _text_cover(data: Told, name: str, language: str) -> bytes:
    assert data.submission is not None
    sheet = CoverData(
        data.pack, data.record, data.submission, data.signatures, data.entity, f"{name}.xml"
    )
    return cover_sheet(sheet, data.content, language)


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
