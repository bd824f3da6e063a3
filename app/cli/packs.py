"""Commands on schema packs."""

from argparse import Namespace
from pathlib import Path

from app.cli.reply import BLOCKED, DONE, Reply
from app.cli.session import Session
from app.cli.words import table
from app.domain.pack import Pack
from app.services import packs as service
from app.services.packs import PackMissing


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


HANDLERS = {"list": list_all, "add": add, "check": check, "diff": diff, "remove": remove}
