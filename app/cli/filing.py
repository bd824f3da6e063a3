"""Commands from review to receipt."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.cli.arguments import WrongUse
from app.cli.reply import Reply
from app.cli.secrets import secret_of
from app.cli.session import Session
from app.cli.words import state_words
from app.services import export as exporting
from app.services import review as reviewing
from app.services import submission
from app.services.approver import approver_beside
from app.services.digestwords import digest_groups, digest_words
from app.services.keysources import KeyFile, KeySource, StoreSource, TokenChoice, TokenSource
from app.services.returns import get_return
from app.signing.properties import Claims


def review(session: Session, options: Namespace) -> Reply:
    """Hand a checked return to another person."""
    reviewing.send_for_review(session.desk, options.id)
    return _moved_with_digest(session, options.id)


def approve(session: Session, options: Namespace) -> Reply:
    """Approve as another person than who prepared it."""
    if options.digest is not None and not options.digest.strip():
        raise WrongUse("--digest is empty; give the digest of what you looked at, or leave it out")
    named = approver_beside(session.desk, options.id)
    reviewing.approve(session.desk, options.id, shown=options.digest or "")
    if not named:
        return _moved_with_digest(session, options.id)
    line = f"  the return names {named} as its approver; approved by {session.desk.seat}"
    return _moved_with_digest(session, options.id, {"named_approver": named}, [line])


def _moved_with_digest(
    session: Session, number: str, extra: dict[str, object] | None = None, more: Sequence[str] = ()
) -> Reply:
    """With the digest of what was sent or approved, by which two people compare what they see."""
    digest = reviewing.reviews_of(session.desk, number)[-1].digest
    words, groups = digest_words(digest), digest_groups(digest)
    lines = [f"  SHA-256 of the content: {' '.join(groups)}", f"  in words: {' '.join(words)}"]
    told = {"digest": digest, "digest_words": list(words), **(extra or {})}
    return _moved(session, number, told, [*lines, *more])


def sign(session: Session, options: Namespace) -> Reply:
    """Sign what was approved."""
    claims = Claims(options.role, options.city, options.country, options.commitment)
    make = submission.add_signature_with if options.add else submission.sign_with
    make(session.desk, options.id, _source(options), claims)
    signed = submission.submission_of(session.desk, options.id)
    warnings = submission.entity_doubts(session.desk, options.id)
    extra: dict[str, object] = {}
    if signed is not None:
        extra = {
            "sha256": signed.blob,
            "document_sha256": signed.unsigned_digest,
            "signer": signed.signer,
            "signatures": [
                {"signer": item.signer, "role": item.role, "at": item.at, "by": item.by}
                for item in submission.signatures_of(session.desk, options.id)
            ],
            "warnings": warnings,
        }
    return _moved(session, options.id, extra, [f"  warning: {item}" for item in warnings])


def _source(options: Namespace) -> KeySource:
    """Where the key is."""
    if [options.p12, options.pkcs11, options.store].count(None) != 2:
        raise WrongUse(
            "give the key by --p12 FILE, by --pkcs11 DRIVER for a token, or by --store FINGERPRINT"
        )
    if options.pss and options.p12 is None:
        raise WrongUse("--pss goes with --p12")
    if options.p12 is not None:
        password = secret_of(options.p12_passphrase_file, "Password of the key file: ")
        return KeyFile(Path(options.p12), password, pss=options.pss)
    if options.store is not None:
        return StoreSource(options.store)
    choice = TokenChoice(Path(options.pkcs11), options.token, options.key)
    return TokenSource(choice, secret_of(options.pin_file, "PIN of the token: "))


def _moved(
    session: Session,
    number: str,
    extra: dict[str, object] | None = None,
    more: Iterable[str] = (),
) -> Reply:
    record = get_return(session.desk, number)
    line = f"{record.return_type} {record.period} is {state_words(record.state)}"
    return Reply({"id": record.id, "state": record.state.value, **(extra or {})}, (line, *more))


def export(session: Session, options: Namespace) -> Reply:
    """Write the signed file and its manifest."""
    files = exporting.export(
        session.desk,
        options.id,
        Path(options.out),
        container=options.container,
        cover=options.cover,
        language=options.language or "",
    )
    lines = [f"{item.kind:9} {item.path}  sha256 {item.sha256}" for item in files]
    return Reply({"files": [item.as_dict() for item in files]}, lines)


def receipt(session: Session, options: Namespace) -> Reply:
    """Record the regulator's receipt or status message."""
    named = None if options.id in (None, "-") else options.id
    known = submission.Receival(options.reference, options.received)
    done = submission.record_receipt(session.desk, named, Path(options.file), known)
    said = submission.status_in(session.desk, str(done.return_id), Path(options.file))
    if said is None:
        return _moved(session, str(done.return_id))
    lines = [f"  the authority has {said.verdict} it{f', {said.number}' if said.number else ''}"]
    for error in (*said.file_errors, *said.record_errors):
        place = ", ".join(error.paths or error.records) or "the whole file"
        lines.append(f"  {error.code} {place}: {error.text}")
    return _moved(session, str(done.return_id), {"status": said.as_dict()}, lines)


def proof(session: Session, options: Namespace) -> Reply:
    """Keep a time-stamped copy of a signed return."""
    from app.services.proofs import keep_proof, proofs_of  # noqa: PLC0415  (seldom needed)

    done = keep_proof(session.desk, Path(options.file))
    number = str(done.return_id)
    kept = proofs_of(session.desk, number)[-1]
    line = f"  level {kept.level}: {kept.stamped_by} proves that it existed at {kept.proven_at}"
    told: dict[str, object] = {
        "sha256": kept.blob,
        "kind": kept.kind,
        "level": kept.level,
        "proven_at": kept.proven_at,
        "stamped_by": kept.stamped_by,
    }
    return _moved(session, number, {"proof": told}, [line])


HANDLERS = {
    "review": review,
    "approve": approve,
    "sign": sign,
    "export": export,
    "receipt": receipt,
    "proof": proof,
}
