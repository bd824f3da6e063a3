"""Commands on schema packs."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from app.cli.reply import BLOCKED, DONE, Reply
from app.cli.session import Session
from app.cli.words import table
from app.domain.pack import Pack
from app.errors import UserError
from app.services import packs as service
from app.services.obligations import hong_kong_today
from app.services.packs import PackMissing
from app.services.rulebook import rule_lines, rule_name
from app.services.settings import list_settings


class DayUnreadable(UserError):
    """A day that is not written as year-month-day."""

    code = "day-unreadable"


def list_all(session: Session, _options: Namespace) -> Reply:
    """Every pack of the workspace."""
    found = service.list_packs(session.desk)
    rows = [
        (
            pack.id,
            pack.manifest.return_type,
            pack.manifest.effective_from.isoformat(),
            pack.manifest.effective_to.isoformat() if pack.manifest.effective_to else "",
            pack.digest[:16],
            pack.manifest.title("en"),
        )
        for pack in found
    ]
    head = ("PACK", "TYPE", "FROM", "TO", "DIGEST", "")
    return Reply({"packs": [_body(pack) for pack in found]}, table(head, rows))


def _body(pack: Pack) -> dict[str, object]:
    manifest = pack.manifest
    return {
        "id": pack.id,
        "type": manifest.return_type,
        "version": manifest.version,
        "namespace": manifest.namespace,
        "title": dict(manifest.titles),
        "status": manifest.status,
        "effective_from": manifest.effective_from.isoformat(),
        "effective_to": manifest.effective_to.isoformat() if manifest.effective_to else None,
        "digest": pack.digest,
        "files": sorted(pack.files),
        "rules": len(pack.rules),
    }


def add(session: Session, options: Namespace) -> Reply:
    """Put a pack into the workspace."""
    files = service.read_source(Path(options.path))
    pack = service.open_pack(files, source=options.path)
    changes = service.add_pack(session.desk, files, options.path)
    line = f"added {pack.id}" if changes.packs else f"{pack.id} is already there, unchanged"
    return Reply({**_body(pack), "added": changes.packs}, (line,))


def check(_session: Session, options: Namespace) -> Reply:
    """Check a pack without adding it: hashes, schema, form, rules, cases; every problem at once."""
    from app.services.packcheck import check_source  # noqa: PLC0415
    from app.services.packshelf import shipped_beside  # noqa: PLC0415

    files = service.read_source(Path(options.path))
    checked = check_source(files, shipped_beside(files))
    problems = checked.problems
    about = {"id": checked.manifest.id} if checked.pack is None else _body(checked.pack)
    verdict = "invalid" if problems else "valid"
    body = {**about, "verdict": verdict, "problems": [item.as_dict() for item in problems]}
    state = "not in order" if problems else "in order"
    lines = [f"{checked.manifest.id}: {state}", *(f"  {item}" for item in problems)]
    return Reply(body, lines, BLOCKED if problems else DONE)


def diff(session: Session, options: Namespace) -> Reply:
    """The files that differ between two packs."""
    first, second = (_source(session, name) for name in (options.first, options.second))
    added = sorted(second.keys() - first.keys())
    removed = sorted(first.keys() - second.keys())
    changed = sorted(name for name in first.keys() & second.keys() if first[name] != second[name])
    lines = [*(f"+ {n}" for n in added), *(f"- {n}" for n in removed), *(f"~ {n}" for n in changed)]
    body = {"added": added, "removed": removed, "changed": changed}
    return Reply(body, lines or ["the two packs hold the same files"])


def _source(session: Session, name: str) -> dict[str, bytes]:
    if Path(name).exists():
        return service.read_source(Path(name))
    try:
        return dict(service.get_pack(session.desk, name).files)
    except PackMissing as error:
        raise PackMissing(
            f"“{name}” is neither a pack of the workspace nor a folder or archive"
        ) from error


def remove(session: Session, options: Namespace) -> Reply:
    """Remove a pack that no return uses."""
    from app.services.packremoval import remove_pack  # noqa: PLC0415

    remove_pack(session.desk, options.id)
    return Reply({"id": options.id, "removed": True}, (f"removed {options.id}",))


def schematron(session: Session, options: Namespace) -> Reply:
    """Write a pack's rules as ISO Schematron, and say which ones it does not hold."""
    from app.services.schematron import write_schematron  # noqa: PLC0415

    pack, settings = _pack(session, options.pack)
    out = Path(options.out)
    found = write_schematron(pack, out, day=_day(options.on), settings=settings)
    behind = [
        {"rule": item.rule.id, "part": item.rule.part or None, "reason": item.reason}
        for item in found.behind
    ]
    body = {"id": pack.id, "file": str(out), "rules": len(found.rules), "left_behind": behind}
    lines = [
        f"{out}: {len(found.rules)} of {len(pack.rules)} rules of {pack.id}",
        *(f"  left behind: {rule_name(item.rule)}: {item.reason}" for item in found.behind),
    ]
    return Reply(body, lines)


def rules(session: Session, options: Namespace) -> Reply:
    """Every rule of a pack: what it says, what it rests on, whether it counts on a day."""
    pack, _ = _pack(session, options.pack)
    day = _day(options.on)
    found = rule_lines(pack, day)
    rows = [
        (item.name, item.severity, item.state, f"{item.citation} ({item.certainty})", item.formula)
        for item in found
    ]
    reasons = [f"{item.name} is {item.state}: {item.reason}" for item in found if item.reason]
    body = {"id": pack.id, "day": day.isoformat(), "rules": [item.as_dict() for item in found]}
    head = ("RULE", "SEVERITY", "STATUS", "CITATION", "FORMULA")
    return Reply(body, [*table(head, rows), *reasons])


def _pack(session: Session, name: str) -> tuple[Pack, dict[str, str]]:
    """A pack in a folder or archive, or one of the workspace with the settings chosen there."""
    if Path(name).exists():
        return service.open_pack(service.read_source(Path(name)), source=name), {}
    desk = session.desk
    return service.get_pack(desk, name), {item.name: item.value for item in list_settings(desk)}


def _day(text: str | None) -> date:
    if text is None:
        return hong_kong_today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DayUnreadable(f"“{text}” is not a day; write one such as 2026-10-31") from error


HANDLERS = {
    "list": list_all,
    "add": add,
    "check": check,
    "diff": diff,
    "remove": remove,
    "rules": rules,
    "schematron": schematron,
}
