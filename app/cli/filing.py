"""Commands from review to receipt."""

from argparse import Namespace
from pathlib import Path

from app.cli.reply import Reply
from app.cli.session import Session
from app.cli.words import state_words
from app.credentials import first_line
from app.errors import UserError
from app.services import export as exporting
from app.services import review as reviewing
from app.services import submission
from app.services.returns import get_return
from app.signing.properties import Claims


class KeyPasswordMissing(UserError):
    """The key file needs a password and none was given."""

    code = "p12-password-missing"


def review(session: Session, options: Namespace) -> Reply:
    """Hand a checked return to another person."""
    reviewing.send_for_review(session.desk, options.id)
    return _moved(session, options.id)


def approve(session: Session, options: Namespace) -> Reply:
    """Approve as another person than who prepared it."""
    reviewing.approve(session.desk, options.id)
    return _moved(session, options.id)


def sign(session: Session, options: Namespace) -> Reply:
    """Sign what was approved."""
    file = Path(options.p12)
    password = _key_password(options.p12_passphrase_file)
    claims = Claims(options.role, options.city, options.country, options.commitment)
    make = submission.add_signature_with_p12 if options.add else submission.sign_with_p12
    make(session.desk, options.id, file, password, claims)
    signed = submission.submission_of(session.desk, options.id)
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
        }
    return _moved(session, options.id, extra)


def _key_password(named: str | None) -> str:
    """The first line of the file; without one it is asked for where somebody can answer."""
    if named is not None:
        return first_line(Path(named))
    import getpass  # noqa: PLC0415
    import sys  # noqa: PLC0415

    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass("Password of the key file: ")
    raise KeyPasswordMissing("the key file's password is missing; give --p12-passphrase-file FILE")


def _moved(session: Session, number: str, extra: dict[str, object] | None = None) -> Reply:
    record = get_return(session.desk, number)
    line = f"{record.return_type} {record.period} is {state_words(record.state)}"
    return Reply({"id": record.id, "state": record.state.value, **(extra or {})}, (line,))


def export(session: Session, options: Namespace) -> Reply:
    """Write the signed file and its manifest."""
    files = exporting.export(
        session.desk, options.id, Path(options.out), container=options.container
    )
    lines = [f"{item.kind:9} {item.path}  sha256 {item.sha256}" for item in files]
    return Reply({"files": [item.as_dict() for item in files]}, lines)


def receipt(session: Session, options: Namespace) -> Reply:
    """Record the regulator's receipt."""
    submission.record_receipt(session.desk, options.id, Path(options.file))
    return _moved(session, options.id)


HANDLERS = {
    "review": review,
    "approve": approve,
    "sign": sign,
    "export": export,
    "receipt": receipt,
}
