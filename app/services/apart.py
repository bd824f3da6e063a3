"""Heavy services in a process of their own, so that nothing in this one is held up.

A thread beside the window is not enough: whatever keeps the interpreter's lock, or takes it back at once
after each statement of SQL, starves the window. So a service that reads or writes many rows runs in
another process, which opens the workspace itself. It is started when first needed, kept for the next
service, and leaves when nobody has asked for a while or the workspace is closed.

Stopping ends that process. Until it has asked leave to keep its transaction, and been granted it,
nothing that it did is kept; so whoever stops finds everything as it was.
"""

import multiprocessing
import pickle
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from app.errors import Fault, UserError
from app.services.desk import Desk
from app.store.census import many_rows
from app.store.keyfile import Secret
from app.store.workspace import Workspace

Asked = ParamSpec("Asked")
Given = TypeVar("Given")
Tell = Callable[[int, int], None]
Stop = Callable[[], bool]

MANY_ROWS = 3000
"""From so many rows (of all versions) on a return counts as heavy."""
LARGE_FILE = 150_000
"""From so many bytes on a file counts as heavy; a workbook of some thousand rows."""
_LOOKS_IN_A_SECOND = 20
_LEAVE_SECONDS = 3


class Stopped(UserError):
    """The user stopped the work; nothing of it was kept."""

    code = "stopped"


class WorkEnded(UserError):
    """The process that worked is gone: the system ended it, most often for want of memory."""

    code = "work-ended"


def heavy_return(desk: Desk, return_id: str) -> bool:
    """Whether work on a return should not be done beside the window."""
    with desk.workspace.read() as connection:
        return many_rows(connection, return_id, MANY_ROWS)


def heavy_file(file: Path) -> bool:
    """Whether a file is large enough that reading it should not be done beside the window."""
    try:
        return file.stat().st_size >= LARGE_FILE
    except OSError:
        return False  # whoever reads it will say so


def apart(
    desk: Desk,
    work: Callable[Concatenate[Desk, Asked], Given],
    *arguments: Asked.args,
    **words: Asked.kwargs,
) -> Given:
    """What a service gives, worked out in the other process; it raises what the service raises."""
    return apart_told(desk, "", _untold, _never, work, *arguments, **words)


def apart_told(
    desk: Desk,
    told_by: str,
    tell: Tell,
    stop: Stop,
    work: Callable[..., Given],
    *arguments: Any,
    **words: Any,
) -> Given:
    """The same for a service that tells how far it is through its parameter `told_by`.

    `stop` is asked all the time; when it answers yes, or `tell` raises, the work is ended: `Stopped`, or
    what `tell` raised.
    """
    call = (desk.seat, work.__module__, work.__qualname__, arguments, words, told_by)
    result: Given = _worker_of(desk.workspace).call(call, tell, stop)
    return result


def carry_out_told(
    heavy: bool,
    desk: Desk,
    told_by: str,
    tell: Tell,
    stop: Stop,
    work: Callable[..., Given],
    *arguments: Any,
    **words: Any,
) -> Given:
    """`apart_told` for what is heavy; what is not is done at once, here."""
    if heavy:
        return apart_told(desk, told_by, tell, stop, work, *arguments, **words)
    return work(desk, *arguments, **words, **{told_by: tell})


def carry_out(
    heavy: bool,
    desk: Desk,
    work: Callable[Concatenate[Desk, Asked], Given],
    *arguments: Asked.args,
    **words: Asked.kwargs,
) -> Given:
    """`apart` for what is heavy; what is not is done at once, here."""
    return apart(desk, work, *arguments, **words) if heavy else work(desk, *arguments, **words)


def _untold(_done: int, _all: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


_workers: WeakKeyDictionary[Workspace, "_Worker"] = WeakKeyDictionary()
_workers_lock = threading.Lock()


def _worker_of(workspace: Workspace) -> "_Worker":
    with _workers_lock:
        worker = _workers.get(workspace)
        if worker is None:
            worker = _workers[workspace] = _Worker(workspace.path, workspace.secret)
            workspace.closing.append(worker.leave)
    return worker


class _Worker:
    """The other process and the connection to it."""

    def __init__(self, path: Path, secret: Secret) -> None:
        self._what = (str(path), secret.key, secret.source)
        self._lock = threading.Lock()
        self._process: Any = None
        self._connection: Connection | None = None

    def call(self, call: tuple[Any, ...], tell: Tell, stop: Stop) -> Any:
        """Have a service done; one at a time."""
        with self._lock:
            try:
                connection = self._ask(call)
                return self._answer(connection, tell, stop)
            except _Answered as answered:
                raise answered.error from None
            except EOFError:
                self._end()
                raise WorkEnded(
                    "the work was ended by the system, most often because memory ran out;"
                    " nothing was changed"
                ) from None
            except BaseException:
                self._end()
                raise

    def _ask(self, call: tuple[Any, ...]) -> Connection:
        """The connection on which the answer comes; a process that had left meanwhile is started anew."""
        known = self._connection
        if known is not None:
            try:
                if not known.poll(0):  # nothing can wait here, so readable means ended
                    known.send(call)
                    known.recv()  # it has begun
                    return known
            except (OSError, EOFError):
                pass
            self._end()
        connection = self._start()
        connection.send(call)
        connection.recv()
        return connection

    def _start(self) -> Connection:
        from app.services.apartworker import serve  # noqa: PLC0415  (the window starts without it)

        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, *self._what), daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, mine
        return mine

    def _answer(self, connection: Connection, tell: Tell, stop: Stop) -> Any:
        """Wait for the answer. Once leave was given to keep the work it is no longer ended."""
        granted, pieces = False, dict[str, list[Any]]()
        while True:
            if not granted and stop():
                raise Stopped("the work was stopped; nothing was changed")
            if not connection.poll(1 / _LOOKS_IN_A_SECOND):
                continue
            kind, *rest = pickle.loads(connection.recv_bytes())  # noqa: S301  (our own process)
            if kind == "told" and not granted:
                tell(*rest)
            elif kind == "keep?":
                granted = True
                connection.send("yes")
            elif kind == "piece":
                pieces.setdefault(rest[0], []).extend(rest[1])
            elif kind == "refused":
                raise _Answered(_raised(*rest))
            elif kind == "done":
                (result,) = rest
                return replace(result, **_whole(pieces)) if pieces else result

    def _end(self) -> None:
        """End the process at once; what it had not kept is as it was."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def leave(self) -> None:
        """Let the process close the workspace and go."""
        with self._lock:
            process, connection = self._process, self._connection
            if connection is not None:
                connection.close()
                self._connection = None
            if process is not None:
                process.join(_LEAVE_SECONDS)
            self._end()


class _Answered(Exception):
    """The service itself refused; its process is as good as before."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(str(error))
        self.error = error


def _whole(pieces: dict[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(items) for name, items in pieces.items()}


def _raised(body: bytes | None, words: str) -> BaseException:
    """What the service raised; a fault with its stack where that cannot travel."""
    if body is None:
        return Fault(words)
    kind, arguments, known = pickle.loads(body)  # noqa: S301  (our own process)
    error: BaseException = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(known)
    if words:
        error.add_note(words)
    return error
