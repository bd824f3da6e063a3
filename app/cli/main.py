"""From the arguments to the exit code; the one place where nothing may slip through."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from app.cli.arguments import Usage, WrongUse, read_arguments
from app.cli.dispatch import handler_of
from app.cli.reply import FAULT, STOPPED, Reply, emit, prepare_streams, refusal
from app.cli.session import Session
from app.errors import FileUnreadable, UserError


def entry() -> None:
    """The command `praya`."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. Never raises."""
    prepare_streams()
    return emit(_answer(arguments), as_json="--json" in arguments)


def _answer(arguments: Sequence[str]) -> Reply:
    try:
        return _run(arguments)
    except Usage as usage:
        return Reply(usage.body, usage.lines)
    except UserError as error:
        _trace()
        return refusal(error)
    except OSError as error:
        _trace()
        return refusal(FileUnreadable.of(error))
    except KeyboardInterrupt:
        return Reply({"error": {"code": "stopped", "message": _STOPPED, "file": None}},
                     exit_code=STOPPED, error=_STOPPED)  # fmt: skip
    except Exception as fault:  # noqa: BLE001  (the boundary: no person ever reads a traceback)
        _trace()
        from app.services.eventlog import note_error  # noqa: PLC0415  (only where it is needed)

        note_error(fault)
        return _fault(fault)


def _run(arguments: Sequence[str]) -> Reply:
    options = read_arguments(arguments)
    with Session(options) as session:
        reply = handler_of(options.group, options.action)(session, options)
        # Lines may still read the workspace, and nothing may fail after this boundary.
        return reply if options.json else replace(reply, lines=tuple(reply.lines))


_STOPPED = "stopped; what was not finished was not kept"


def _fault(fault: Exception) -> Reply:
    said = " ".join(str(fault).split())[:300]
    line = f"a fault of ours ({type(fault).__name__}: {said}); set PRAYA_DEBUG=1 for the details"
    error = {"code": "fault", "message": line, "file": None}
    return Reply({"error": error}, exit_code=FAULT, error=line)


def _trace() -> None:
    if os.environ.get("PRAYA_DEBUG"):
        import traceback  # noqa: PLC0415  (for whoever looks for a fault)

        traceback.print_exc()


__all__ = ["WrongUse", "entry", "main"]
