"""Commands on returns: list, new, show, void, correct."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.reply import Reply
from app.cli.session import Session
from app.cli.words import state_words, table
from app.domain import clock
from app.services import corrections
from app.services.carry import carried_into, carry
from app.services.clocks import Clock, alerts
from app.services.following import follow
from app.services.obligations import Obligation, hong_kong_today, obligation_of, obligations
from app.services.radar import Ending, ending_certificates
from app.services.reminders import Reminder, reminders
from app.services.returndump import described
from app.services.returns import get_return, new_return
from app.store.returns import ReturnRecord

if TYPE_CHECKING:
    from app.services.comparison import Comparison


def list_all(session: Session, _options: Namespace) -> Reply:
    """Every return, and what is due without one."""
    today, now = hong_kong_today(), clock.now()
    found = obligations(session.desk, today)
    running, coming = alerts(session.desk, now), reminders(session.desk, today)
    ending = ending_certificates(session.desk, today)
    body = {
        "returns": [item.as_dict(today) for item in found if item.return_id],
        "due": [item.as_dict(today) for item in found if not item.return_id],
        "alerts": [item.as_dict() for item in running],
        "reminders": [item.as_dict() for item in coming],
        "certificates": [item.as_dict() for item in ending],
    }
    return Reply(body, [*_listed(found, running, coming), *_ending(ending)])


def _listed(found: list[Obligation], running: list[Clock], coming: list[Reminder]) -> Iterator[str]:
    rows = [_columns(item) for item in found]
    yield from table(("RETURN", "TYPE", "PERIOD", "STATE", "DUE", ""), rows) if rows else (_NONE,)
    if running:
        yield ""
        yield from table(("ALERT", "OF", "DUE", ""), [_alert(item) for item in running])
    if coming:
        yield ""
        yield from table(("REMINDER", "DUE", ""), [_reminder(item) for item in coming])
    if any(item.due is None for item in coming):
        yield "  - : say when your year ends, such as “praya setting financial_year_end 12-31”"


def _ending(ending: list[Ending]) -> Iterator[str]:
    if ending:
        yield ""
    for item in ending:
        yield f"  {item.words()}"


def _alert(item: Clock) -> tuple[str, ...]:
    due = item.due.isoformat(sep=" ", timespec="minutes")[:16] if item.exact else item.last_day
    late = "overdue, " if item.overdue else ""
    return (item.title("en"), item.event or item.return_id[:8], due, late + _sure(item.certainty))


def _reminder(item: Reminder) -> tuple[str, ...]:
    due = item.due.day.isoformat() if item.due else "-"
    words = f"{_sure(item.duty.certainty)}; the day: {_sure(item.duty.day_certainty)}"
    return (item.duty.title("en"), due, words)


def _sure(certainty: str) -> str:
    return _CERTAINTY.get(certainty, certainty)


_NONE = "there is no return yet; “praya return new TYPE PERIOD” begins one"


def _columns(item: Obligation) -> tuple[str, ...]:
    today = hong_kong_today()
    left = item.days_left(today)
    when = ""
    if left is not None and not item.done:
        days = "day" if abs(left) == 1 else "days"
        when = f"{left} {days} left" if left >= 0 else f"{-left} {days} late"
        if item.certainty in ("LAW?", "HOUSE"):
            when += f" (deadline: {_CERTAINTY[item.certainty]})"
    return (
        item.return_id[:8] if item.return_id else "-",
        item.return_type,
        item.period,
        state_words(item.state) if item.state else "not begun",
        item.due.isoformat() if item.due else "-",
        when,
    )


_CERTAINTY = {
    "LAW": "law",
    "LAW?": "law, text not found by us",
    "STD": "standard",
    "HOUSE": "house rule",
}


def new(session: Session, options: Namespace) -> Reply:
    """Begin a return."""
    if options.follows:
        record = follow(session.desk, options.type, options.period, options.follows)
    else:
        record = new_return(session.desk, options.type, options.period)
    line = f"began {record.return_type} {record.period}: {record.id}"
    return _carried(session, record, carried_into(session.desk, record.id), line)


def open_file(session: Session, options: Namespace) -> Reply:
    """Make a return from an XML file."""
    from app.services.xmlimport import open_xml  # noqa: PLC0415  (loads lxml)

    done = open_xml(session.desk, Path(options.file), options.period, options.pack)
    left = [{"kind": item.kind, "line": item.line, "count": item.count} for item in done.left]
    body = {"file": done.file, "sha256": done.sha256, "rows": done.rows, "left": left}
    lines = [
        f"opened {done.file} as {done.record.return_type} {done.record.period}: {done.record.id}"
    ]
    lines += [f"  {_LEFT[item.kind]} (line {item.line}, {item.count} in all)" for item in done.left]
    return Reply({**_body(session, done.record), **body}, lines)


_LEFT = {
    "comment": "comments are kept for “return save”; what is signed will not hold them",
    "instruction": "processing instructions are kept for “return save”; what is signed will not"
    " hold them",
    "schema-location": "hints where the schema lies are kept for “return save”; the pack is the"
    " schema",
    "signature": "the signature is the file's; the return is a draft and has none",
}


def save_file(session: Session, options: Namespace) -> Reply:
    """Write a return as an XML file."""
    from app.services.xmlsave import save_xml  # noqa: PLC0415  (loads lxml)

    record = get_return(session.desk, options.id)
    done = save_xml(session.desk, record.id, Path(options.out))
    body = {
        "file": str(done.path),
        "sha256": done.sha256,
        "form": done.form,
        "dropped": done.dropped,
    }
    lines = [f"wrote {done.path} ({_FORMS[done.form]})"]
    if done.dropped:
        lines.append("  the signature of the opened file no longer holds and is left out")
    return Reply({**_body(session, record), **body}, lines)


_FORMS = {
    "unchanged": "the opened file, byte for byte",
    "opened": "as it was opened, with what was changed since",
    "canonical": "in the program's own form",
}


def carry_forward(session: Session, options: Namespace) -> Reply:
    """Fill what is empty from the last filed return."""
    record = get_return(session.desk, options.id)
    _, found = carry(session.desk, record.id)
    done = found.as_dict() if found is not None else None
    none = f"no {record.return_type} was filed for an earlier period; nothing is carried"
    record = get_return(session.desk, record.id)
    return _carried(session, record, done, none if done is None else "")


def _carried(
    session: Session, record: ReturnRecord, done: Mapping[str, object] | None, line: str
) -> Reply:
    """A reply that says what was carried forward, in its document and in a line."""
    lines = [line] if line else []
    if done is not None:
        before = f"{record.return_type} {done['period']}"
        lines.append(f"carried from {before}: {done['rows']} rows, {done['values']} values")
    return Reply({**_body(session, record), "carried": done}, lines)


def show(session: Session, options: Namespace) -> Reply:
    """One return with all its values."""
    record = get_return(session.desk, options.id)
    body = _body(session, record)
    values = described(session.desk, record)
    return Reply({**body, "values": values}, _shown(body, values))


def _shown(body: dict[str, object], values: list[dict[str, object]]) -> Iterator[str]:
    yield f"{body['type']} {body['period']}  {body['id']}"
    yield f"  state  {body['state_words']}"
    yield f"  pack   {body['pack']}"
    if body["due"]:
        yield f"  due    {body['due']} ({body['certainty']}: {body['citation']})"
    if body["replaces"]:
        yield f"  corrects {body['replaces']}"
    if body["follows"]:
        yield f"  follows  {body['follows']}"
    yield ""
    for value in values:
        if value["value"] is not None:
            yield f"  {value['path']} = {value['value']}"


def pdf(session: Session, options: Namespace) -> Reply:
    """The pages of a return in whatever state it is."""
    from app.services.paper import write_pdf  # noqa: PLC0415  (loads lxml)

    record = get_return(session.desk, options.id)
    digest = write_pdf(session.desk, record.id, Path(options.out), options.language)
    body = {"id": record.id, "file": options.out, "sha256": digest}
    return Reply(body, (f"wrote {options.out}  sha256 {digest}",))


def compare(session: Session, options: Namespace) -> Reply:
    """Original and correction side by side."""
    from app.services.comparison import compare as side_by_side  # noqa: PLC0415  (loads the checks)

    found = side_by_side(session.desk, options.id)
    return Reply(found.as_dict(), _compared(found))


def _compared(found: "Comparison") -> Iterator[str]:
    old, new = found.original, found.correction
    yield f"{new.return_type} {new.period}"
    yield f"  original    {old.id}  {state_words(old.state)}"
    yield f"  correction  {new.id}  {state_words(new.state)}"
    if found.summary:
        yield f"  what was changed: {found.summary}"
    yield ""
    for line in found.lines:
        where = f" ({line.row})" if line.row else ""
        if not line.key:
            yield f"  {line.kind.value:8}{line.path}{where}, the whole row"
            continue
        reason = f"  [{line.reason}]" if line.reason else ""
        yield f"  {line.kind.value:8}{line.path}{where}: {line.before} -> {line.after}{reason}"
    if found.total > len(found.lines):
        yield f"  … {found.total:,} differences in all"
    if not found.total:
        yield "  they hold the same"


def void(session: Session, options: Namespace) -> Reply:
    """Give up a return that was not filed."""
    record = get_return(session.desk, options.id)
    corrections.void(session.desk, record.id, options.reason)
    record = get_return(session.desk, record.id)
    return _one(session, record, f"voided {record.return_type} {record.period}")


def correct(session: Session, options: Namespace) -> Reply:
    """Begin a correction."""
    record = corrections.correct(session.desk, options.id)
    line = f"began the correction of {record.return_type} {record.period}: {record.id}"
    return _one(session, record, line)


def _one(session: Session, record: ReturnRecord, line: str) -> Reply:
    return Reply(_body(session, record), (line,))


def _body(session: Session, record: ReturnRecord) -> dict[str, object]:
    obligation = obligation_of(session.desk, record)
    return {
        **obligation.as_dict(hong_kong_today()),
        "state_words": state_words(record.state),
        "replaces": record.replaces_id,
        "follows": record.follows_id,
        "created_at": record.created_at,
        "created_by": record.created_by,
    }


def calendar(session: Session, options: Namespace) -> Reply:
    """Every deadline as a calendar file."""
    from app.services.calendar import write_calendar  # noqa: PLC0415  (loads the calendar library)

    written = write_calendar(session.desk, Path(options.out), clock.now(), options.language)
    body = {"file": str(written.path), "entries": written.entries, "sha256": written.sha256}
    return Reply(body, (f"wrote {written.entries} deadlines to {written.path}",))


HANDLERS = {
    "list": list_all,
    "new": new,
    "show": show,
    "void": void,
    "correct": correct,
    "compare": compare,
    "pdf": pdf,
    "carry": carry_forward,
    "open_file": open_file,
    "save_file": save_file,
    "calendar": calendar,
}
