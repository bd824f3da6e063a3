"""The process in which heavy services run; see `app.services.apart`."""

import pickle
import signal
import traceback
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import reduce
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.services.desk import Desk
from app.store.keyfile import Secret
from app.store.workspace import Workspace

IDLE_SECONDS = 180
_PIECE = 400
"""So much of a long list travels at once: taking it in must not hold the other side up."""


class _Unasked(Exception):
    """The other side is gone or wants nothing kept."""


def serve(connection: Connection, path: str, key: str, source: str) -> None:
    """Do what is asked until the other side closes or nobody has asked for a while."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # an interrupt ends the other side, and so this one
    workspace: Workspace | None = None
    try:
        while connection.poll(IDLE_SECONDS):
            call = connection.recv()
            connection.send("begun")
            try:
                if workspace is None:
                    workspace = Workspace.open(Path(path), Secret(key, source))
                    workspace.before_keeping = lambda: _ask_leave(connection)
                for message in _answers(connection, workspace, call):
                    _send(connection, message)
            except _Unasked:
                return
            except BaseException as error:  # noqa: BLE001  (the other side raises it)
                _send(connection, ("refused", *_packed(error)))
    except (EOFError, OSError):
        pass
    finally:
        if workspace is not None:
            workspace.close()
        connection.close()


def _answers(
    connection: Connection, workspace: Workspace, call: tuple[Any, ...]
) -> Iterator[tuple[Any, ...]]:
    seat, module, name, arguments, words, told_by = call
    work: Any = reduce(getattr, name.split("."), import_module(module))

    def tell(done: int, all_: int = 0) -> None:
        _send(connection, ("told", done, all_))

    if told_by:
        words = {**words, told_by: tell}
    result = work(Desk(workspace, seat), *arguments, **words)
    if is_dataclass(result) and not isinstance(result, type):
        long = {
            item.name: value
            for item in fields(result)
            if isinstance(value := getattr(result, item.name), tuple) and len(value) > _PIECE
        }
        for key, value in long.items():
            for start in range(0, len(value), _PIECE):
                yield "piece", key, value[start : start + _PIECE]
        result = replace(result, **dict.fromkeys(long, ())) if long else result
    yield "done", result


def _ask_leave(connection: Connection) -> None:
    """What was done may only be kept when the other side still wants it."""
    _send(connection, ("keep?",))
    try:
        connection.recv()
    except (EOFError, OSError) as error:
        raise _Unasked from error


def _send(connection: Connection, message: tuple[Any, ...]) -> None:
    try:
        connection.send_bytes(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    except OSError as error:
        raise _Unasked from error


def _packed(error: BaseException) -> tuple[bytes | None, str]:
    """An error as it travels, and its stack where it is none of the user's."""
    words = "" if isinstance(error, UserError) else "".join(traceback.format_exception(error))
    try:
        return pickle.dumps((type(error), error.args, error.__dict__)), words
    except Exception:  # noqa: BLE001  (whatever cannot be pickled says so in its own way)
        return None, words or str(error)
