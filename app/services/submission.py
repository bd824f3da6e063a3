"""Review, approval, signature, export and verification: what leaves the desk, and who let it."""

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.changes import Changes
from app.domain.clock import now
from app.domain.states import State
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.documents import canonical_digest, parts
from app.services.packs import get_pack
from app.services.returns import NotAllowed, get_return, move
from app.signing.keys import SigningKey, load_p12
from app.signing.trust import Trust
from app.signing.verify import Verification, verify_tree
from app.signing.xades import sign_document
from app.store import history
from app.store import imports as blobs
from app.store import submissions as store
from app.store.returns import set_state
from app.xml.safe import parse
from app.xml.writer import DECLARATION


def send_for_review(desk: Desk, return_id: str) -> Changes:
    """Hand a checked return to another person."""
    record = get_return(desk, return_id)
    verdict = check_return(desk, return_id)
    if not verdict.valid:
        raise NotAllowed("the return has blocking findings; mend them before review")
    if verdict.unexplained:
        raise NotAllowed(f"{verdict.unexplained} findings need an explanation before review")
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.write() as connection:
        digest = canonical_digest(connection, pack, record)
        store.add_review(connection, record, "sent", digest, pack.digest, desk.seat)
        return move(desk, record, State.IN_REVIEW)


def approve(desk: Desk, return_id: str, comment: str = "") -> Changes:
    """Approve what is shown, as another person than all who prepared it."""
    record = get_return(desk, return_id)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.write() as connection:
        if desk.seat in store.preparers(connection, record):
            raise NotAllowed(
                f"“{desk.seat}” prepared this return; another person has to approve it (four eyes)"
            )
        digest = canonical_digest(connection, pack, record)
        changes = move(desk, record, State.APPROVED)
        store.add_review(connection, record, "approved", digest, pack.digest, desk.seat, comment)
        history.append(
            connection,
            seat=desk.seat,
            action="approved",
            return_id=record.id,
            detail={
                "digest": digest,
                "pack_digest": pack.digest,
                "step": record.head,
                "comment": comment,
            },
        )
        return changes


def sign(desk: Desk, return_id: str, key: SigningKey, at: datetime | None = None) -> Changes:
    """Sign the canonical bytes that were approved; refuse when anything differs from then."""
    at = at or now()
    record = get_return(desk, return_id)
    if record.state is not State.APPROVED:
        raise NotAllowed(
            f"the return is {record.state.value}; it has to be approved before signing"
        )
    pack = get_pack(desk, record.pack_id)
    body = bytearray()
    with desk.workspace.write() as connection:
        approval = store.last_approval(connection, record.id)
        signed = sign_document(
            DECLARATION, parts(connection, pack, record), body.extend, key, at=at
        )
        if approval is None or approval.digest != signed.document_sha256:
            raise NotAllowed(
                "the return differs from what was approved; it has to be approved again"
            )
        if approval.pack_digest != pack.digest:
            raise NotAllowed("the schema pack differs from the one at approval; approve again")
        blob = blobs.keep_blob(
            connection, bytes(body), f"{record.return_type}-{record.period}.xml", "text/xml"
        )
        store.add_submission(
            connection, record, blob, signed.document_sha256, signed.signer, desk.seat
        )
        set_state(connection, record.id, State.SIGNED)
        history.append(
            connection,
            seat=desk.seat,
            action="signed",
            return_id=record.id,
            detail={
                "sha256": blob,
                "document_sha256": signed.document_sha256,
                "signer": signed.signer,
                "step": record.head,
            },
        )
    return Changes(return_id=record.id, state=True, returns=True)


def sign_with_p12(desk: Desk, return_id: str, file: Path, password: str) -> Changes:
    """Sign with a PKCS#12 file."""
    moment = now()
    return sign(
        desk, return_id, load_p12(file.read_bytes(), password, file=file, at=moment), moment
    )


@dataclass(frozen=True, slots=True)
class Exported:
    """One written file."""

    path: Path
    sha256: str
    kind: str

    def as_dict(self) -> dict[str, str]:
        """One entry of `files`."""
        return {"path": str(self.path), "sha256": self.sha256, "kind": self.kind}


def export(desk: Desk, return_id: str, folder: Path) -> list[Exported]:
    """Write the signed XML and a manifest with the SHA-256 of every file."""
    record = get_return(desk, return_id)
    with desk.workspace.write() as connection:
        submission = store.last_submission(connection, record.id)
        if submission is None:
            raise NotAllowed(
                f"the return is {record.state.value}; only a signed return can be exported"
            )
        body = blobs.blob_body(connection, submission.blob)
        folder.mkdir(parents=True, exist_ok=True)
        ce = desk.workspace.fact("ce")
        name = f"{record.return_type}_{ce}_{record.period}_{record.id[:8]}"
        files = [_write(folder / f"{name}.xml", body, "return")]
        manifest = {
            "return": record.id,
            "type": record.return_type,
            "period": record.period,
            "pack": record.pack_id,
            "signer": submission.signer,
            "signed_at": submission.at,
            "state": "signed, not yet filed",
            "document_sha256": submission.unsigned_digest,
            "files": [
                {"name": item.path.name, "sha256": item.sha256, "kind": item.kind} for item in files
            ],
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        files.append(_write(folder / f"{name}.manifest.json", text.encode(), "manifest"))
        history.append(
            connection,
            seat=desk.seat,
            action="exported",
            return_id=record.id,
            detail={"files": manifest["files"]},
        )
    return files


def _write(path: Path, body: bytes, kind: str) -> Exported:
    """Beside, synced, renamed: a file is there whole or not at all."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, path)  # noqa: PTH105
    return Exported(path, hashlib.sha256(body).hexdigest(), kind)


def verify_file(file: Path, trust_files: list[Path], at: datetime | None = None) -> Verification:
    """Verify any signed XML; needs no workspace."""
    tree = parse(file.read_bytes(), file=str(file))
    return verify_tree(tree, Trust.load(trust_files), at or now())
