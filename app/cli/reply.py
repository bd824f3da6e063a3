"""What a command answers: one JSON document for scripts, or lines for people."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TextIO

from app.errors import FileUnreadable, UserError

DONE, BLOCKED, REFUSED, FAULT = 0, 1, 2, 3
"""Exit codes: valid or done; blocking findings; wrong use or unreadable input; a fault of ours."""

STOPPED = 130
"""The shell's own code for a program that was stopped from the keyboard."""


@dataclass(frozen=True, slots=True)
class Reply:
    """`body` is the JSON document; `lines` the same for people; `error` one line on standard error."""

    body: Mapping[str, object]
    lines: Iterable[str] = ()
    exit_code: int = DONE
    error: str | None = None


def refusal(error: UserError) -> Reply:
    """The reply to what the user or the world did wrong."""
    line = " ".join(str(error).split())
    return Reply({"error": error.as_dict()}, exit_code=error.exit_code, error=line)


def emit(reply: Reply, *, as_json: bool) -> int:
    """Write a reply and return the exit code.

    A reader that closes the pipe early is no mistake of anybody. An answer that cannot be written, as
    on a full disk, is never left to look like a verdict.
    """
    code, error = reply.exit_code, reply.error
    try:
        _answer(reply, as_json=as_json)
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as failure:
        silence(sys.stdout)
        if error is None:
            code = REFUSED
            error = f"the answer cannot be written: {FileUnreadable.of(failure)}"
    if error:
        _complain(error)
    return code


def _answer(reply: Reply, *, as_json: bool) -> None:
    if as_json:
        import json  # noqa: PLC0415  (for scripts that check file after file it is a part of the start)

        _write(sys.stdout, json.dumps(reply.body, ensure_ascii=False, indent=2))
    else:
        for line in reply.lines:
            _write(sys.stdout, line)
    if sys.stdout is not None:
        sys.stdout.flush()


def _complain(error: str) -> None:
    try:
        _write(sys.stderr, f"praya: {error}")
    except OSError:  # nobody can be told
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """What is still waiting to be written goes nowhere, or it would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def prepare_streams() -> None:
    """UTF-8 on every system; what a terminal cannot show is escaped and never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _write(stream: TextIO | None, line: str) -> None:
    if stream is not None:  # a bundle without a console has no streams
        stream.write(line + "\n")
