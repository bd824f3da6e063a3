"""Work beside the window: one worker owns the database; results come back on the GUI thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

from PySide6.QtCore import QObject, Signal, Slot


class Tasks(QObject):
    """Runs callables on the one database worker.

    Signals:
        busy_changed(bool): work has begun or the queue is empty again.
    """

    busy_changed = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="praya-database")
        self._waiting: dict[
            Future[Any], tuple[Callable[[Any], None], Callable[[BaseException], None]]
        ] = {}
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run `work` on the worker; `done` or `failed` is called on the GUI thread."""
        future = self._pool.submit(work)
        self._waiting[future] = (done, failed)
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        future.add_done_callback(self._finished.emit)

    @Slot(object)
    def _deliver(self, finished: object) -> None:
        future = cast(Future[Any], finished)
        done, failed = self._waiting.pop(future)
        if not self._waiting:
            self.busy_changed.emit(False)
        error = future.exception()
        if error is not None:
            failed(error)
        else:
            done(future.result())

    @property
    def idle(self) -> bool:
        """Nothing is running or waiting."""
        return not self._waiting

    def close(self) -> None:
        """Finish what runs, drop what waits."""
        self._pool.shutdown(wait=True, cancel_futures=True)
