"""The process in which schemas of others are compiled; see `app.xml.trial`."""

from multiprocessing.connection import Connection

from app.domain.schema_codec import dump_schema
from app.errors import UserError
from app.xml.compile import compile_schema
from app.xml.limits import limit_memory
from app.xml.packfiles import load_validator


def serve(connection: Connection) -> None:
    """Compile what comes, with both engines, until the other side closes or ends this process."""
    limit_memory()
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
