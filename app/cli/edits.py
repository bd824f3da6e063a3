"""Commands on values: set, how, row, explain, setting."""

from argparse import Namespace

from app.cli.arguments import WrongUse
from app.cli.reply import Reply
from app.cli.session import Session
from app.cli.words import state_words, table
from app.services import drafts, explanations, firm
from app.services import settings as workspace_settings
from app.services.computed import how
from app.services.overriding import override
from app.services.returns import get_return


def set_value(session: Session, options: Namespace) -> Reply:
    """Type a value into a field."""
    record = get_return(session.desk, options.id)
    text: str | None = options.value or None
    if options.reason:
        override(session.desk, record.id, options.field, text, options.reason)
    else:
        drafts.set_value(session.desk, record.id, options.field, text)
    body: dict[str, object] = {"path": options.field, "value": text}
    if options.reason:
        body["reason"] = options.reason
    shown = f"{options.field} = {text}"
    if text is None:
        now = how(session.desk, record.id, options.field).value
        shown = f"{options.field} is empty"
        if now is not None:
            shown, body["value"] = f"{options.field} is computed again: {now}", now
    return _edited(session, record.id, body, shown)


def row(session: Session, options: Namespace) -> Reply:
    """Add or remove a row of a table."""
    record = get_return(session.desk, options.id)
    table_path, position = options.table, options.position
    if options.what == "add":
        drafts.add_row(session.desk, record.id, table_path, position)
        done = f"added a row to {table_path}"
    elif position is None:
        raise WrongUse("which row? praya row ID remove TABLE N")
    else:
        drafts.remove_row(session.desk, record.id, table_path, position)
        done = f"removed row {position} of {table_path}"
    return _edited(session, record.id, {"table": table_path, "position": position}, done)


def _edited(session: Session, number: str, body: dict[str, object], line: str) -> Reply:
    record = get_return(session.desk, number)
    state = record.state
    return Reply(
        {"id": record.id, "state": state.value, **body}, (f"{line} ({state_words(state)})",)
    )


def explain(session: Session, options: Namespace) -> Reply:
    """Explain a finding that needs it, in new words or in those of the last filed return."""
    record = get_return(session.desk, options.id)
    if options.code is None:
        if options.proposed or options.path:
            raise WrongUse("which finding? praya explain ID CODE --proposed [--path FIELD]")
        return _proposed(session, record.id)
    if options.proposed:
        explanations.take_over(session.desk, record.id, options.code, options.path)
        taken: dict[str, object] = {"code": options.code, "path": options.path, "proposed": True}
        return _edited(session, record.id, taken, f"explained {options.code} as last time")
    if options.text is None:
        raise WrongUse("with what words? praya explain ID CODE TEXT, or --proposed")
    explanations.explain(session.desk, record.id, options.code, options.path, options.text)
    body = {"code": options.code, "path": options.path, "text": options.text}
    return _edited(session, record.id, body, f"explained {options.code}")


def _proposed(session: Session, number: str) -> Reply:
    """What the last filed return explained, of what this one has to explain."""
    found = explanations.proposals(session.desk, number)
    rows = [
        (
            item.finding.code,
            item.finding.path or "",
            f"{item.difference_before or '-'} → {item.finding.difference or '-'}",
            "lapsed" if item.lapsed else item.text,
        )
        for item in found
    ]
    lines = table(("CODE", "FIELD", "DIFFERENCE", "EXPLANATION"), rows) if rows else (_NONE,)
    return Reply({"id": number, "proposals": [item.as_dict() for item in found]}, lines)


_NONE = "the last filed return explains nothing that this one asks"


def how_made(session: Session, options: Namespace) -> Reply:
    """How a value came about."""
    record = get_return(session.desk, options.id)
    found = how(session.desk, record.id, options.field)
    return Reply({"id": record.id, **found.as_dict()}, found.lines())


def setting(session: Session, options: Namespace) -> Reply:
    """Show the settings, or change one."""
    if options.name is not None and firm.is_firm_setting(options.name):
        return _firm_setting(session, options)
    if options.value is not None:
        workspace_settings.set_setting(session.desk, options.name, options.value)
    if options.name is not None:
        found = [workspace_settings.get(session.desk, options.name)]
    else:
        found = workspace_settings.list_settings(session.desk)
    rows: list[tuple[str, ...]] = [
        (i.name, i.value, " | ".join(i.choices), i.label("en")) for i in found
    ]
    body: list[dict[str, object]] = [
        {"name": i.name, "value": i.value, "choices": list(i.choices), "pack": i.pack_id}
        for i in found
    ]
    own = firm.list_firm(session.desk) if options.name is None else []
    return _settings(body, rows, own)


def _firm_setting(session: Session, options: Namespace) -> Reply:
    """Show or change what the firm says of itself."""
    if options.value is not None:
        firm.set_firm(session.desk, options.name, options.value)
    return _settings([], [], [firm.get_firm(session.desk, options.name)])


def _settings(
    body: list[dict[str, object]], rows: list[tuple[str, ...]], own: list[firm.FirmSetting]
) -> Reply:
    rows += [(i.name, i.value or "-", f"such as {i.form}", i.label("en")) for i in own]
    body += [{"name": i.name, "value": i.value, "choices": [], "pack": None} for i in own]
    return Reply({"settings": body}, table(("SETTING", "VALUE", "CHOICES", ""), rows))


HANDLERS = {"set": set_value, "how": how_made, "row": row, "explain": explain, "setting": setting}
