"""Commands on schema packs."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from app.cli.reply import BLOCKED, DONE, Reply
from app.cli.session import Session
from app.cli.words import table
from app.domain.diffwords import DIRECTION_WORDS, change_words, place_words
from app.domain.pack import Pack
from app.domain.packdiff import PackChange
from app.errors import UserError
from app.services import packs as service
from app.services.barepack import ALWAYS, Wishes
from app.services.obligations import hong_kong_today
from app.services.packfreshness import look
from app.services.packintake import take_in
from app.services.packs import PackMissing
from app.services.returns import get_return
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
            "" if pack.manifest.effective_from == ALWAYS else str(pack.manifest.effective_from),
            pack.manifest.effective_to.isoformat() if pack.manifest.effective_to else "",
            pack.digest[:16],
            pack.manifest.title("en"),
        )
        for pack in found
    ]
    head = ("PACK", "TYPE", "FROM", "TO", "DIGEST", "")
    notices = list(look(found, hong_kong_today()))
    body = {
        "packs": [_body(pack) for pack in found],
        "notices": [item.as_dict() for item in notices],
    }
    return Reply(body, [*table(head, rows), *(f"  {item.sentence}" for item in notices)])


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
        "review_by": manifest.review_by.isoformat() if manifest.review_by else None,
        "digest": pack.digest,
        "files": sorted(pack.files),
        "rules": len(pack.rules),
    }


def add(session: Session, options: Namespace) -> Reply:
    """Put a pack into the workspace; schemas alone become one for each of their roots."""
    added = [_add_one(session, options, root) for root in options.root or [""]]
    bodies = [body for body, _ in added]
    lines = [line for _, lines in added for line in lines]
    return Reply({**bodies[0], "packs": bodies} if len(bodies) > 1 else bodies[0], lines)


def _add_one(
    session: Session, options: Namespace, root: str
) -> tuple[dict[str, object], list[str]]:
    from app.services.packdoubles import doubles  # noqa: PLC0415
    from app.services.packsignature import signature_of  # noqa: PLC0415

    desk = session.desk
    files = take_in(Path(options.path), _wishes(options, root), desk)
    pack = service.open_pack(files, source=options.path)
    told = doubles(desk, pack)
    signed = signature_of(desk, pack.files)
    changes = service.add_pack(desk, files, options.path)
    what = "added" if changes.packs else "already there, unchanged:"
    lines = [f"{what} {pack.id}, sha256 {pack.digest}", f"  {signed.sentence}"]
    lines += [f"  warning: {item.sentence}" for item in told]
    body = {
        **_body(pack),
        "added": changes.packs,
        "signature": signed.as_dict(),
        "warnings": [item.as_dict() for item in told],
    }
    return body, lines


def _wishes(options: Namespace, root: str) -> Wishes:
    day = {
        name: _day(text)
        for name, text in (("effective_from", options.since), ("effective_to", options.until))
        if text is not None
    }
    return Wishes(
        schema=options.schema,
        root=root,
        id=options.id,
        return_type=options.type,
        version=options.version_name,
        title=options.title,
        publisher=options.publisher,
        **day,
    )


def sign(_session: Session, options: Namespace) -> Reply:
    """Write a pack as a signed container."""
    from app.cli.secrets import secret_of  # noqa: PLC0415
    from app.services.packsignature import sign_with_p12, write_signed  # noqa: PLC0415

    files = take_in(Path(options.path), Wishes())
    pack = service.open_pack(files, source=options.path)
    password = secret_of(options.p12_passphrase_file, "Password of the key file: ")
    out = Path(options.out)
    digest = write_signed(out, sign_with_p12(files, Path(options.p12), password))
    body = {"id": pack.id, "digest": pack.digest, "file": str(out), "sha256": digest}
    return Reply(body, (f"{out}: {pack.id}, signed; sha256 {digest}",))


def check(_session: Session, options: Namespace) -> Reply:
    """Check a pack without adding it: hashes, schema, form, rules, cases; every problem at once."""
    from app.services.packcheck import check_source  # noqa: PLC0415
    from app.services.packshelf import shipped_beside  # noqa: PLC0415

    files = take_in(Path(options.path), Wishes())
    checked = check_source(files, shipped_beside(files))
    problems = checked.problems
    about = {"id": checked.manifest.id} if checked.pack is None else _body(checked.pack)
    verdict = "invalid" if problems else "valid"
    body = {**about, "verdict": verdict, "problems": [item.as_dict() for item in problems]}
    state = "not in order" if problems else "in order"
    lines = [f"{checked.manifest.id}: {state}", *(f"  {item}" for item in problems)]
    return Reply(body, lines, BLOCKED if problems else DONE)


def diff(session: Session, options: Namespace) -> Reply:
    """What differs between two packs in words, and what that does to open drafts."""
    from app.services.packdifference import difference  # noqa: PLC0415
    from app.services.packeffect import effects  # noqa: PLC0415

    first, second = (_source(session, name) for name in (options.first, options.second))
    added = sorted(second.keys() - first.keys())
    removed = sorted(first.keys() - second.keys())
    changed = sorted(name for name in first.keys() & second.keys() if first[name] != second[name])
    old, new = (service.open_pack(files) for files in (first, second))
    found = difference(old, new)
    both_outside = Path(options.first).exists() and Path(options.second).exists()
    drafts = [] if both_outside else effects(session.desk, old, new)
    lines = [f"{place_words(item)}: {change_words(item)}{_direction(item)}" for item in found]
    lines += [
        f"{sign} {name}"
        for sign, names in zip("+-~", (added, removed, changed), strict=True)
        for name in names
    ]
    for draft in drafts:
        lines += [draft.sentence, *(f"  {item.sentence}" for item in draft.items)]
    body = {
        "added": added,
        "removed": removed,
        "changed": changed,
        "changes": [_change_body(item) for item in found],
        "drafts": [draft.as_dict() for draft in drafts],
    }
    return Reply(body, lines or ["the two packs hold the same files"])


def _direction(item: PackChange) -> str:
    return "" if item.direction == "none" else f"  [{DIRECTION_WORDS[item.direction][0]}]"


def _change_body(item: PackChange) -> dict[str, object]:
    return {
        "part": item.part,
        "what": item.what,
        "path": item.path,
        "direction": item.direction,
        "before": item.before or None,
        "after": item.after or None,
        "text": {"en": change_words(item, "en"), "zh-Hant": change_words(item, "zh-Hant")},
    }


def migrate(session: Session, options: Namespace) -> Reply:
    """A copy of a draft under another version of its pack; the original is left alone."""
    from app.services.packeffect import migrate as copy_under  # noqa: PLC0415

    done = copy_under(session.desk, options.id, options.pack)
    record = done.record
    body = {
        "id": record.id,
        "from": get_return(session.desk, options.id).id,
        "pack": record.pack_id,
        "rows": done.rows,
        "items": [item.as_dict() for item in done.items],
    }
    line = f"made {record.return_type} {record.period} {record.id} under {record.pack_id}"
    return Reply(body, [line, *(f"  {item.sentence}" for item in done.items)])


def _source(session: Session, name: str) -> dict[str, bytes]:
    if Path(name).exists():
        return take_in(Path(name), Wishes())
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
        return service.open_pack(take_in(Path(name), Wishes()), source=name), {}
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
    "migrate": migrate,
    "add": add,
    "check": check,
    "diff": diff,
    "remove": remove,
    "rules": rules,
    "sign": sign,
    "schematron": schematron,
}
