"""The process in which schemas of others are compiled; see `app.xml.trial`."""

import signal
from multiprocessing.connection import Connection

from app.domain.schema_codec import dump_schema
from app.errors import UserError
from app.xml.compile import compile_schema
from app.xml.packfiles import load_validator

MEMORY = 3 << 30
"""Bytes of address space; the largest schemas that we know need a tenth."""


def serve(connection: Connection) -> None:
    """Compile what comes, with both engines, until the other side closes or ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit()
    while True:
        try:
            files, main, root, languages = connection.recv()
        except EOFError:
            return
        try:
            schema = compile_schema(files, main, root, languages)
            load_validator(files, main)
            connection.send(("done", dump_schema(schema)))
        except UserError as error:
            kind = type(error)
            told = (kind.__module__, kind.__name__, error.message, error.file)
            connection.send(("refused", told))
        except (MemoryError, RecursionError):
            connection.send(("memory", None))


def _limit() -> None:
    """Windows has no such limit; there the time alone counts."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
