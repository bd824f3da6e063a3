"""Work on the schema of a stranger in a process of its own, within limits of time and memory.

For commands that start, judge and end: the process is a copy of this one where the system can do that, and
is ended when the work takes too long, asks for too much, or is given up from the keyboard. Packs are compiled
by `app.xml.trial`, which keeps its process.
"""

import multiprocessing
import re
import threading
from collections.abc import Callable, Mapping
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from app.errors import UserError
from app.xml.limits import SECONDS, SchemaTooHard, limit_memory
from app.xml.packfiles import is_newer, load_validator

_TAME = 1 << 18
"""Bytes of a schema that is not tried before: one with neither groups nor many occurrences."""

_WILD = re.compile(rb"""(?:min|max)Occurs\s*=\s*["']\s*\+?0*[1-9]\d{2}|:group[\s>]|<group[\s>]""")


def prove(files: Mapping[str, bytes], main: str, seconds: int | None = None) -> None:
    """Compile a schema where it can do no harm, unless it cannot do any.

    Raises the refusals of `load_validator`, and `SchemaTooHard`.
    """
    size = sum(map(len, files.values()))
    if size <= _TAME and not any(map(_WILD.search, files.values())) and not is_newer(files):
        return
    apart(_compile, (dict(files), main), main, seconds)


def _compile(files: Mapping[str, bytes], main: str) -> None:
    load_validator(files, main)


def apart(
    work: Callable[..., Any], arguments: tuple[Any, ...], main: str, seconds: int | None = None
) -> Any:
    """What `work` gives. `main` is the file that a refusal names."""
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if alone else "spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, work, arguments), daemon=True)
    process.start()
    theirs.close()
    allowed = SECONDS if seconds is None else seconds
    try:
        if not mine.poll(allowed):
            raise _too_hard(main, f"it was not understood within {allowed:.0f} seconds")
        kind, answer = mine.recv()
    except (EOFError, ConnectionResetError) as error:
        raise _too_hard(main, "it needs more memory than a schema may") from error
    finally:
        process.kill()
        process.join()
        mine.close()
    if kind == "memory":
        raise _too_hard(main, "it needs more memory than a schema may")
    if kind == "refused":
        module, name, message, file = answer
        refusal: Exception = getattr(import_module(module), name)(message, file=file)
        raise refusal
    return answer


def _serve(connection: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    limit_memory()
    try:
        connection.send(("done", work(*arguments)))
    except UserError as error:
        kind = type(error)
        connection.send(("refused", (kind.__module__, kind.__name__, error.message, error.file)))
    except (MemoryError, RecursionError):
        connection.send(("memory", None))


def _too_hard(main: str, why: str) -> SchemaTooHard:
    return SchemaTooHard(f"the schema is refused: {why}", file=main)
