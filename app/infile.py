"""A file that a person named: only a real one is read, and only as far as a limit.

A pipe or a device would be waited for or read for ever, so it is refused before it is opened.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import FileUnreadable, UserError

_KINDS = (
    (stat.S_ISDIR, "this is not a file but a folder"),
    (stat.S_ISFIFO, "this is not a file but a pipe"),
    (stat.S_ISSOCK, "this is not a file but a socket"),
)


def require_file(file: Path) -> os.stat_result:
    """What the system knows of a file; whatever is none is refused by name."""
    try:
        known = file.stat()
    except OSError as error:
        raise FileUnreadable.of(error, file) from error
    if not stat.S_ISREG(known.st_mode):
        kinds = (words for fits, words in _KINDS if fits(known.st_mode))
        raise FileUnreadable(next(kinds, "this is not a file but a device"), file=file)
    return known


def read_file(file: Path, limit: int, too_large: UserError) -> bytes:
    """The bytes of a file of at most `limit` bytes; a larger one is refused before it is read."""
    if require_file(file).st_size > limit:
        raise too_large
    try:
        with file.open("rb") as source:
            # The system gives some files, and those that still grow, with a size that is not true.
            body = source.read(limit + 1)
    except OSError as error:
        raise FileUnreadable.of(error, file) from error
    if len(body) > limit:
        raise too_large
    return body


def read_chunks(
    file: Path, limit: int, too_large: UserError, size: int = 1 << 18
) -> Iterator[bytes]:
    """The same in pieces, so that they need not be in memory together."""
    if require_file(file).st_size > limit:
        raise too_large
    read = 0
    try:
        with file.open("rb") as source:
            while chunk := source.read(size):
                read += len(chunk)
                if read > limit:
                    raise too_large
                yield chunk
    except OSError as error:
        raise FileUnreadable.of(error, file) from error


@contextmanager
def named_as_given(file: Path) -> Iterator[None]:
    """A refusal from within that knows only the file's name tells the path that the person wrote."""
    try:
        yield
    except UserError as error:
        if error.file == file.name:
            error.file = str(file)
        raise
