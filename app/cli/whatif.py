"""The command what-if: a calculation, printed or written to a file."""

from argparse import Namespace
from pathlib import Path

from app.cli.arguments import WrongUse
from app.cli.reply import Reply
from app.cli.session import Session
from app.services.whatif import what_if
from app.services.whatifout import text_lines, write_what_if


def what_if_of(session: Session, options: Namespace) -> Reply:
    """Transfers that bring ratio and cover back, or what the given ones would do."""
    found = what_if(session.desk, options.id, _moves(options.move))
    body = found.as_dict()
    if options.out is None:
        return Reply(body, text_lines(found, options.language))
    file = write_what_if(found, Path(options.out), options.language)
    return Reply({**body, "file": str(file)}, (f"wrote {file}",))


def _moves(given: list[str] | None) -> dict[str, str] | None:
    if given is None:
        return None
    moves: dict[str, str] = {}
    for item in given:
        name, equals, units = item.rpartition("=")
        if not equals or not name:
            raise WrongUse(f"“{item}” is no transfer; write it like BTC=1.5")
        if name in moves:
            raise WrongUse(f"{name} is named twice; give the units of each asset once")
        moves[name] = units
    return moves


HANDLERS = {"what-if": what_if_of}
