"""Commands that keep and prove: history, backup, restore, recovery-key."""

from argparse import Namespace
from pathlib import Path

from app.cli.reply import BLOCKED, DONE, Reply
from app.cli.session import Session
from app.errors import UserError
from app.services import backup as backups
from app.services import history, opening


def history_show(session: Session, options: Namespace) -> Reply:
    """Who did what, from the beginning; with --out as JSON lines that anyone can verify."""
    if options.out is not None:
        out = Path(options.out)
        verdict = history.export_lines(session.desk, out)
        line = f"wrote {verdict.entries} rows to {out}; the last hash is {verdict.hash}"
        return Reply({"file": str(out), "entries": verdict.entries, "hash": verdict.hash}, (line,))
    found = history.show(session.desk, options.id)
    lines = (
        f"{item.seq:>6}  {item.at}  {item.seat}  {item.action}"
        + (f"  {item.return_id[:8]}" if item.return_id else "")
        for item in found
    )
    return Reply({"entries": [item.as_dict() for item in found]}, lines)


def history_verify(session: Session, options: Namespace) -> Reply:
    """Every hash again, of the workspace or of an exported file."""
    anchors = [history.read_anchor(Path(name)) for name in options.anchor]
    if options.file is not None:
        verdict = history.verify_lines(Path(options.file), anchors)
    else:
        verdict = history.verify(session.desk, anchors)
    state = "holds" if verdict.valid else "does not hold"
    lines = [f"the history {state}: {verdict.entries} rows, the last hash is {verdict.hash}"]
    if verdict.broken is not None:
        lines.append(f"  first broken row: {verdict.broken}")
    lines += [f"  {reason}" for reason in verdict.reasons]
    return Reply(verdict.as_dict(), lines, DONE if verdict.valid else BLOCKED)


def backup(session: Session, options: Namespace) -> Reply:
    """Copy the workspace into a folder and prove the copy by opening it."""
    report = backups.backup(session.desk, Path(options.folder))
    return Reply(report.as_dict(), _told(f"backed up to {report.path}", report))


def restore(session: Session, options: Namespace) -> Reply:
    """Make the workspace from a backup, where none is."""
    target = session.path
    report = backups.restore(
        Path(options.file), target, seat=session.seat, passphrase_file=session.passphrase_file
    )
    body = {**report.as_dict(), "workspace": str(target)}
    return Reply(body, _told(f"restored {target} from {report.path}", report))


def diagnostics(session: Session, options: Namespace) -> Reply:
    """Write a bundle for whoever helps; a workspace that does not open is told, not needed."""
    from app.services.diagnostics import write_bundle  # noqa: PLC0415

    desk, why = None, ""
    try:
        desk = session.desk
    except UserError as error:
        why = error.code
    made = write_bundle(Path(options.out), desk, why=why)
    lines = [f"wrote {made.path}"]
    lines += [f"  {name}" for name in made.members]
    if why:
        lines.append(f"  the workspace was not opened ({why}); the bundle says nothing of it")
    return Reply(made.as_dict(), lines)


_WARNING = "Whoever has this key and the file can read everything: keep it on paper, locked away."


def recovery_key(session: Session, _options: Namespace) -> Reply:
    """The key itself on standard output, so that it can be printed; the warning beside it."""
    key = opening.recovery_key(session.path)
    body = {"workspace": str(session.path), "key": key, "warning": _WARNING}
    return Reply(body, (key, _WARNING))


def _told(head: str, report: backups.BackupReport) -> tuple[str, ...]:
    rows = sum(report.rows.values())
    return (
        head,
        f"  {report.size} bytes, sha256 {report.sha256}",
        f"  opened and read: {rows} rows, {report.entries} of them history, which holds",
    )


HANDLERS = {
    "diagnostics": diagnostics,
    "history-show": history_show,
    "history-verify": history_verify,
    "backup": backup,
    "restore": restore,
    "recovery-key": recovery_key,
}
