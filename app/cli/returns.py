"""Commands on returns: list, new, show, void, correct."""

from argparse import Namespace
from collections.abc import Iterator

from app.cli.reply import Reply
from app.cli.session import Session
from app.cli.words import state_words, table
from app.services import corrections
from app.services.following import follow
from app.services.obligations import Obligation, hong_kong_today, obligation_of, obligations
from app.services.returndump import described
from app.services.returns import get_return, new_return
from app.store.returns import ReturnRecord


def list_all(session: Session, _options: Namespace) -> Reply:
    """Every return, and what is due without one."""
    today = hong_kong_today()
    found = obligations(session.desk, today)
    begun = [item.as_dict(today) for item in found if item.return_id]
    due = [item.as_dict(today) for item in found if not item.return_id]
    rows = [_columns(item) for item in found]
    lines = table(("RETURN", "TYPE", "PERIOD", "STATE", "DUE", ""), rows) if rows else (_NONE,)
    return Reply({"returns": begun, "due": due}, lines)


_NONE = "there is no return yet; “praya return new TYPE PERIOD” begins one"


def _columns(item: Obligation) -> tuple[str, ...]:
    today = hong_kong_today()
    left = item.days_left(today)
    when = ""
    if left is not None and not item.done:
        when = f"{left} days left" if left >= 0 else f"{-left} days late"
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


_CERTAINTY = {"LAW?": "law, text not found by us", "HOUSE": "house rule"}


def new(session: Session, options: Namespace) -> Reply:
    """Begin a return."""
    if options.follows:
        record = follow(session.desk, options.type, options.period, options.follows)
    else:
        record = new_return(session.desk, options.type, options.period)
    return _one(session, record, f"began {record.return_type} {record.period}: {record.id}")


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


HANDLERS = {"list": list_all, "new": new, "show": show, "void": void, "correct": correct}
