"""Work beside the window: one worker owns the database; results come back on the GUI thread."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class Cancelled(Exception):
    """The user stopped the work; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is: `done` of `total` steps; `total` 0 when nobody knows."""

    title: str
    done: int
    total: int


class Job:
    """A long piece of work as the worker sees it: it reports how far it is and asks whether to stop."""

    def __init__(self, title: str, emit: Callable[[Progress], None]) -> None:
        self.title = title
        self._emit = emit
        self._stop = threading.Event()

    def report(self, done: int, total: int = 0) -> None:
        """Tell how far it is; raises `Cancelled` once the user has stopped it."""
        if self._stop.is_set():
            raise Cancelled(self.title)
        self._emit(Progress(self.title, done, total))

    def cancelled(self) -> bool:
        """Whether the user has asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class _Waiting:
    done: Done
    failed: Failed
    owner: QObject | None
    job: Job | None
    keep: bool = False

    @property
    def alive(self) -> bool:
        """The widget that asked may be gone before the answer comes."""
        for target in (self.owner, getattr(self.done, "__self__", None)):
            if isinstance(target, QObject) and not isValid(target):  # type: ignore[no-untyped-call]
                return False
        return True


class Tasks(QObject):
    """Runs callables on the one database worker.

    Signals:
        busy_changed(bool): work has begun or the queue is empty again.
        progress_changed(object): the `Progress` of the long work that runs, None when it has ended.
    """

    busy_changed = Signal(bool)
    progress_changed = Signal(object)
    _finished = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="praya-database")
        self._waiting: dict[Future[Any], _Waiting] = {}
        self._closed = False
        self._finished.connect(self._deliver)
        self._reported.connect(self._show_progress)

    def run(
        self,
        work: Callable[[], Any],
        done: Done,
        failed: Failed,
        *,
        owner: QObject | None = None,
        keep: bool = False,
    ) -> None:
        """Run `work` on the worker; `done` or `failed` is called on the GUI thread, unless the
        object that they belong to (or `owner`) has been destroyed by then. With `keep` it is done
        even when the window closes meanwhile: it stores what somebody has typed.
        """
        self._submit(work, _Waiting(done, failed, owner, None, keep))

    def run_long(
        self,
        title: str,
        work: Callable[[Job], Any],
        done: Done,
        failed: Failed,
        *,
        owner: QObject | None = None,
    ) -> Job:
        """Like `run` for work that reports its progress and can be cancelled (`failed` then gets
        `Cancelled`).
        """
        job = Job(title, self._reported.emit)
        self._submit(lambda: work(job), _Waiting(done, failed, owner, job))
        return job

    def _submit(self, work: Callable[[], Any], waiting: _Waiting) -> None:
        if self._closed:
            return
        future = self._pool.submit(work)
        self._waiting[future] = waiting
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        future.add_done_callback(self._finished.emit)

    @Slot(object)
    def _deliver(self, finished: object) -> None:
        future = cast(Future[Any], finished)
        waiting = self._waiting.pop(future, None)
        if waiting is None or self._closed:
            return
        if waiting.job is not None:
            self.progress_changed.emit(None)
        if waiting.alive:
            try:
                result = future.result()
            except CancelledError:
                pass
            except Exception as error:  # noqa: BLE001  (handed on, never swallowed)
                waiting.failed(error)
            else:
                waiting.done(result)
        if not self._waiting:
            self.busy_changed.emit(False)

    @Slot(object)
    def _show_progress(self, progress: object) -> None:
        if any(waiting.job is not None for waiting in self._waiting.values()):
            self.progress_changed.emit(progress)

    def cancel(self) -> None:
        """Ask the long work that runs to stop."""
        for waiting in list(self._waiting.values()):
            if waiting.job is not None:
                waiting.job.cancel()

    @property
    def idle(self) -> bool:
        """Nothing is running or waiting."""
        return not self._waiting

    def close(self) -> None:
        """Finish what runs and what stores something, drop what else waits."""
        self._closed = True
        self.cancel()
        for future, waiting in list(self._waiting.items()):
            if not waiting.keep:
                future.cancel()
        self._pool.shutdown(wait=True)
        self._waiting.clear()
