"""Compiling a schema that may be hostile: in a process of its own, within limits of time and memory.

A small file can ask for more than any computer has: groups that name each other twice, a thousand
thousand occurrences, patterns without end. The process is ended when it takes too long or too much, and
the refusal names the file. It is started when first needed and kept for the next schema.
"""

import atexit
import multiprocessing
import threading
from collections.abc import Mapping
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from app.domain.schema import Schema
from app.domain.schema_codec import load_schema
from app.xml.limits import SECONDS, SchemaTooHard


class _Worker:
    """The process and the connection to it."""

    def __init__(self) -> None:
        from app.xml.trialworker import serve  # noqa: PLC0415  (loads xmlschema)

        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        self.connection: Connection = mine
        self.process = context.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


_lock = threading.Lock()
_kept: list[_Worker] = []


def compile_apart(
    files: Mapping[str, bytes],
    main: str,
    root: str,
    languages: tuple[str, ...],
    seconds: int = SECONDS,
) -> Schema:
    """What `app.xml.compile.compile_schema` gives, and the same refusals; or `SchemaTooHard`."""
    with _lock:
        worker = _kept[0] if _kept else _started()
        try:
            worker.connection.send((dict(files), main, root, languages))
            if not worker.connection.poll(seconds):
                raise _too_hard(main, f"it was not understood within {seconds:.0f} seconds")
            kind, answer = worker.connection.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            _end()
            raise _too_hard(main, "it needs more memory than a schema may") from error
        except SchemaTooHard:
            _end()
            raise
    if kind == "memory":
        raise _too_hard(main, "it needs more memory than a schema may")
    if kind == "refused":
        raise _refusal(*answer)
    return load_schema(answer)


def _too_hard(main: str, why: str) -> SchemaTooHard:
    return SchemaTooHard(f"the schema is refused: {why}", file=main)


def _refusal(module: str, name: str, message: str, file: str | None) -> Exception:
    kind: Any = getattr(import_module(module), name)
    refusal: Exception = kind(message, file=file)
    return refusal


def _started() -> _Worker:
    worker = _Worker()
    _kept.append(worker)
    return worker


def _end() -> None:
    while _kept:
        _kept.pop().end()


atexit.register(_end)
