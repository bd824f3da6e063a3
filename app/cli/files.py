"""Commands on files, which need no workspace: validate, verify."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import WrongUse
from app.cli.reply import BLOCKED, DONE, Reply, refusal
from app.cli.session import Session
from app.cli.verdicts import WORDS, unreadable, verdict_lines, with_hint
from app.domain.finding import Severity, Verdict
from app.domain.hints import sentence
from app.errors import FileUnreadable, UserError

if TYPE_CHECKING:  # heavy
    from app.services.answers import Answer, Content


def validate(session: Session, options: Namespace) -> Reply:
    """A return by its id, or an XML file."""
    if _is_file(options):
        return _validate_file(session, options)
    from app.services.checks import check_return  # noqa: PLC0415  (the database is slow to import)
    from app.services.hints import hints  # noqa: PLC0415
    from app.services.returns import get_return  # noqa: PLC0415

    record = get_return(session.desk, options.what)
    verdict = check_return(session.desk, record.id)
    said = hints(session.desk, record.id, verdict.findings)
    texts = {key: sentence(found, "en", {}) for key, found in said.items()}
    name = f"{record.return_type} {record.period}"
    body = verdict.as_dict()
    body["findings"] = [with_hint(finding, texts) for finding in verdict.findings]
    return Reply(body, verdict_lines(name, verdict, texts), _code(verdict))


def _is_file(options: Namespace) -> bool:
    what: str = options.what
    # Whatever lies there under that name, even what can then not be read, is meant rather than an id.
    return bool(
        options.schema or options.pack or Path(what).suffix or "/" in what or Path(what).exists()
    )


def _validate_file(session: Session, options: Namespace) -> Reply:
    file = Path(options.what)
    try:
        verdict = _check_file(session, options, file)
    except UserError as error:
        return unreadable(error)
    except OSError as error:
        return unreadable(FileUnreadable.of(error))
    return Reply(verdict.as_dict(), verdict_lines(str(file), verdict), _code(verdict))


def _check_file(session: Session, options: Namespace, file: Path) -> Verdict:
    if options.schema:
        from app.services.schemacheck import check_against_schema  # noqa: PLC0415

        return check_against_schema(file, Path(options.schema))
    from app.services import filecheck, opening  # noqa: PLC0415

    # Without a workspace, the packs that come with the program.
    held = session.named_path is not None or opening.default_path().is_file()
    return filecheck.check_file(file, options.pack, session.desk if held else None)


def _code(verdict: Verdict) -> int:
    return DONE if verdict.valid else BLOCKED


def _answer(session: Session, options: Namespace) -> "Answer":
    """With the anchors of the workspace that is named, or of the user's own where it opens."""
    from app.services import opening  # noqa: PLC0415
    from app.services.answers import answer  # noqa: PLC0415

    try:
        desk = session.desk if session.named_path or opening.default_path().is_file() else None
    except UserError:
        if session.named_path:
            raise
        desk = None  # whoever named none can do without: the certificates are then those of --trust
    trust = [Path(name) for name in options.trust]
    return answer(
        desk, Path(options.file), trust, strict=options.strict, content=not options.signature_only
    )


def verify(session: Session, options: Namespace) -> Reply:
    """A broken, missing or refused signature is a verdict, not an error."""
    file, whole = Path(options.file), _answer(session, options)
    result = whole.signature
    words = {
        "valid": "the signature is valid",
        "invalid": "the signature is not valid",
        "indeterminate": "whether the signature is valid cannot be determined",
    }[result.verdict]
    lines = [f"{file}: {words}"]
    if result.signer:
        lines.append(f"  signer: {result.signer}")
    if result.role:
        lines.append(f"  role (as the signer says): {result.role}")
    if result.signed_at:
        lines.append(f"  signed at (as the signer says): {result.signed_at}")
    if result.covers:
        lines.append(f"  covers: {', '.join(result.covers)}")
    lines += [f"  not covered: {part}" for part in result.uncovered]
    lines += [f"  {reason}" for reason in result.reasons]
    lines += [f"  {_content_line(item)}" for item in whole.content]
    return Reply(whole.as_dict(), lines, DONE if result.verdict == "valid" else BLOCKED)


def _content_line(item: "Content") -> str:
    """What the covered document is worth by its pack, in a line."""
    if item.pack is None:
        return f"content of {item.name}: not judged, {item.reason}"
    told = [f"{count} {WORDS[Severity(name)]}" for name, count in item.counts if count]
    word = "fits" if item.verdict == "valid" else "does not fit"
    findings = f": {', '.join(told)}" if told else ", no findings"
    return f"content of {item.name}: {word} {item.pack} and its rules as they stand now{findings}"


def timestamp(_session: Session, options: Namespace) -> Reply:
    """Ask for a time-stamp by a file or a server, and write the stamped copy."""
    from app.services import timestamping  # noqa: PLC0415
    from app.store import files as written  # noqa: PLC0415

    file, number = Path(options.file), options.signature
    ways = [name for name in ("request", "answer", "server") if getattr(options, name)]
    if len(ways) != 1 or (ways[0] != "request") != bool(options.out):
        raise WrongUse(
            "give --request FILE.tsq alone, or --answer FILE.tsr or --server URL with --out FILE"
        )
    if options.request:
        question = timestamping.request_for(file, number)
        written.hand_out(Path(options.request), question)
        line = f"{options.request}: carry it to the authority, and come back with --answer"
        return Reply({"request": options.request}, (line,))
    out = Path(options.out)
    if options.server:
        timestamping.stamp_with_server(file, options.server, out, number)
    else:
        timestamping.stamp_with_file(file, Path(options.answer), out, number)
    return Reply({"file": str(out)}, (f"{out}: {file.name} with its time-stamp",))


def evidence(_session: Session, options: Namespace) -> Reply:
    """Put revocation lists, OCSP answers and certificates beside a signature."""
    from app.services.timestamping import EvidenceFiles, add_evidence  # noqa: PLC0415

    names = (options.certificate, options.crl, options.ocsp)
    held = EvidenceFiles(*(tuple(map(Path, group)) for group in names))
    file, out = Path(options.file), Path(options.out)
    add_evidence(file, held, out, options.signature)
    return Reply({"file": str(out)}, (f"{out}: {file.name} with its evidence",))


HANDLERS = {
    "validate": validate,
    "verify": verify,
    "timestamp": timestamp,
    "evidence": evidence,
}

__all__ = ["HANDLERS", "refusal"]
