"""Commands on workbooks: template, profile, import."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from app.cli.arguments import WrongUse
from app.cli.reply import BLOCKED, DONE, Reply
from app.cli.session import Session
from app.cli.verdicts import finding_lines
from app.cli.words import table
from app.services import imports, profiles
from app.services.imports import ImportReport
from app.services.packs import get_pack
from app.services.rejections import Left, Rejections, read_rejections
from app.services.returns import get_return
from app.services.templates import write_template

SHOWN = 50
"""How many changed cells and findings people see; scripts read the JSON."""


def template(session: Session, options: Namespace) -> Reply:
    """Write the workbook of a return type, empty or filled with a return."""
    if options.filled and options.period:
        raise WrongUse("a return has its own period; give --return or --period, not both")
    out = write_template(
        session.desk,
        options.type,
        Path(options.out),
        options.period,
        return_id=options.filled,
        language=options.language,
    )
    return Reply({"file": str(out), "type": options.type.upper()}, (f"wrote {out}",))


def profile_list(session: Session, _options: Namespace) -> Reply:
    """Every profile of the workspace."""
    found = profiles.list_profiles(session.desk)
    rows = [(item.name, item.return_type, item.title) for item in found]
    lines = table(("PROFILE", "TYPE", ""), rows) if rows else ("there is no profile yet",)
    return Reply({"profiles": [item.as_dict() for item in found]}, lines)


def profile_add(session: Session, options: Namespace) -> Reply:
    """Put a profile into the workspace."""
    info = profiles.add_profile(session.desk, Path(options.file))
    return Reply(info.as_dict(), (f"added the profile {info.name} for {info.return_type}",))


def profile_show(session: Session, options: Namespace) -> Reply:
    """One profile."""
    info, text = profiles.show_profile(session.desk, options.name)
    return Reply({**info.as_dict(), "text": text}, (text.rstrip(),))


def import_workbook(session: Session, options: Namespace) -> Reply:
    """Read a workbook into a return; blocking findings leave everything as it was."""
    file = Path(options.file)
    rejected = _rejected(session, options)
    if options.dry_run:
        preview = imports.dry_run(
            session.desk, options.id, file, options.profile, rejected=rejected
        )
        return _report(preview, "would change")
    result = imports.import_file(session.desk, options.id, file, options.profile, rejected=rejected)
    return _report(result, "changed")


def _rejected(session: Session, options: Namespace) -> Rejections | None:
    if options.only is not None and (options.reject or options.keep):
        raise WrongUse("--only stands alone, without --reject and --keep")
    if options.only is None and not (options.reject or options.keep):
        return None
    record = get_return(session.desk, options.id)
    schema = get_pack(session.desk, record.pack_id).schema
    return read_rejections(schema, options.reject, options.keep, options.only)


def _report(report: ImportReport, verb: str) -> Reply:
    lines = _lines(report, verb)
    return Reply(report.as_dict(), lines, BLOCKED if report.blocked else DONE)


_ROWS = {"new": "new", "changed": "changed", "gone": "gone", "same": "the same"}


def _lines(report: ImportReport, verb: str) -> Iterator[str]:
    if report.blocked:
        blocking = report.counts["blocking"]
        yield f"{report.file}: {blocking} blocking; nothing was changed"
    else:
        rows = sum(report.rows.values())
        yield f"{report.file}: {rows} rows and {report.fields} single fields read"
    for count in report.tables:
        facts = count.as_dict()
        words = ", ".join(f"{facts[key]} {word}" for key, word in _ROWS.items() if facts[key])
        if words:
            yield f"  {facts['path']}: {words}"
    if report.left is not None:
        yield from _left_lines(report, report.left)
    if report.cells:
        yield f"  {report.cells} values {verb}"
    for change in report.changes[:SHOWN]:
        yield f"    {change.path}: {_value(change.before)} → {_value(change.after)}"
    if report.cells > SHOWN:
        yield f"    … and {report.cells - min(SHOWN, len(report.changes))} more"
    for finding in report.findings[:SHOWN]:
        yield ""
        yield from finding_lines(finding)
    if len(report.findings) > SHOWN:
        yield f"… and {len(report.findings) - SHOWN} more findings"


def _left_lines(report: ImportReport, left: Left) -> Iterator[str]:
    yield f"  {left.rows} rows and {left.values} single values are left as they are"
    if not report.cells and not report.blocked:
        yield "  nothing else differs; nothing is changed"


def _value(text: str | None) -> str:
    return "(empty)" if text is None else text


def findings(session: Session, options: Namespace) -> Reply:
    """The findings of a return as a list, or marked in copies of the imported workbooks."""
    from app.services import findingsout  # noqa: PLC0415

    if (options.out is None) == (options.into is None):
        raise WrongUse("give --out FILE.xlsx for a list, or --into DIR for marked workbooks")
    desk, number, language = session.desk, options.id, options.language
    if options.out is not None:
        files = [findingsout.export_findings(desk, number, Path(options.out), language)]
    else:
        files = findingsout.mark_workbooks(desk, number, Path(options.into), language)
    lines = [f"{item.path}: {item.findings} findings" for item in files]
    body = {"files": [item.as_dict() for item in files]}
    return Reply(body, lines)


HANDLERS = {
    "findings": findings,
    "template": template,
    "profile-list": profile_list,
    "profile-add": profile_add,
    "profile-show": profile_show,
    "import": import_workbook,
}
