"""Which function answers a command. Imported late, so that each command loads only what it needs."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from app.cli.reply import Reply
from app.cli.session import Session
from app.errors import Fault

Handler = Callable[[Session, Namespace], Reply]


def handler_of(group: str, action: str) -> Handler:
    """The function for an action of a group."""
    return _group(group)[action]


def _group(name: str) -> Mapping[str, Handler]:  # noqa: C901, PLR0911  (one way out for each module)
    # Written out, so that a frozen bundle finds every module.
    match name:
        case "files":
            from app.cli import files  # noqa: PLC0415

            return files.HANDLERS
        case "start":
            from app.cli import start  # noqa: PLC0415

            return start.HANDLERS
        case "packs":
            from app.cli import packs  # noqa: PLC0415

            return packs.HANDLERS
        case "returns":
            from app.cli import returns  # noqa: PLC0415

            return returns.HANDLERS
        case "edits":
            from app.cli import edits  # noqa: PLC0415

            return edits.HANDLERS
        case "excel":
            from app.cli import excel  # noqa: PLC0415

            return excel.HANDLERS
        case "filing":
            from app.cli import filing  # noqa: PLC0415

            return filing.HANDLERS
        case "trust":
            from app.cli import trust  # noqa: PLC0415

            return trust.HANDLERS
        case "whatif":
            from app.cli import whatif  # noqa: PLC0415

            return whatif.HANDLERS
        case "keeping":
            from app.cli import keeping  # noqa: PLC0415

            return keeping.HANDLERS
    raise Fault(f"no module answers “{name}”")
