"""How long the window does not answer, as far as we are to blame, and what it was doing then.

A timer of the window ticks every few milliseconds; the time between two ticks is the time in which
nobody was served. Ours of it is what the window's thread worked itself, and what it waited for one of
our other threads. What the machine took is left out, as the scheduler tells it: the time in which a
thread could have run and was kept waiting, because the machine is busy with other things.
"""

import sys
import threading
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT_MS = 100
_TICK_MS = 5
_LOOK_SECONDS = 0.02
_DEPTH = 14
_MOSTLY = 0.3
_TURNS, _SHORT = 3, 0.001


Times = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """A time without an answer, in milliseconds: all of it, and what is ours of it; and the stacks."""

    ours: float
    whole: float
    during: str
    where: str

    def __str__(self) -> str:
        return f"{self.ours:.0f} ms (of {self.whole:.0f}) while: {self.during}\n{self.where}"


class Watchdog(QObject):
    """Watches the thread that it is made on, from `with` to its end.

    `during` is what the test is about to do. `worst` are the longest blocks, the longest first.
    """

    def __init__(self, limit_ms: float = LIMIT_MS, keep: int = 5) -> None:
        super().__init__()
        self.during = ""
        self.worst: list[Block] = []
        self._worth = limit_ms / 2000
        self._keep = keep
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._gui = threading.get_ident()
        self._task = threading.get_native_id()
        self._last, self._times = 0.0, dict[int, Times]()
        self._seen: list[str] = []
        self._over = threading.Event()
        self._observer = threading.Thread(target=self._observe, name="watchdog", daemon=True)

    def __enter__(self) -> "Watchdog":
        self._last, self._times = time.perf_counter(), _times()
        self._timer.start()
        self._observer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.stop()
        self._over.set()
        self._observer.join()

    @property
    def longest(self) -> float:
        """The longest block of ours, in milliseconds."""
        return self.worst[0].ours if self.worst else 0.0

    def report(self) -> str:
        """The longest blocks in words."""
        return "\n\n".join(str(block) for block in self.worst)

    def _observe(self) -> None:
        """Look at the stacks when a tick is overdue; where another thread holds us up, so it does here."""
        while not self._over.wait(_LOOK_SECONDS):
            if time.perf_counter() - self._last > self._worth and len(self._seen) < 3:
                self._seen.append(_stacks(threading.get_ident()))

    def _tick(self) -> None:
        gone = time.perf_counter() - self._last
        times = _times()
        if gone > self._worth:
            self._note(gone, times)
        self._seen.clear()
        self._last, self._times = time.perf_counter(), times

    def _note(self, gone: float, times: dict[int, Times]) -> None:
        spent = {task: _less(now, self._times.get(task)) for task, now in times.items()}
        worked, kept, turns = spent.pop(self._task, (gone, 0.0, 1.0))
        asleep = gone - worked - kept
        # Who waits for the interpreter looks again every few milliseconds, and is kept waiting then too.
        looking = turns > _TURNS and worked / turns < _SHORT
        held_up = gone - worked if looking or asleep > (gone - worked) * _MOSTLY else asleep
        held_up -= max((other for _, other, _ in spent.values()), default=0.0)
        ours = min(gone, worked + max(0.0, held_up))
        where = "\n- then\n".join([*self._seen, _stacks(self._gui)])
        self.worst.append(Block(ours * 1000, gone * 1000, self.during, where))
        self.worst.sort(key=lambda block: -block.ours)
        del self.worst[self._keep :]


def _stacks(leave_out: int) -> str:
    """The stacks of all threads but one, the innermost call last; threads that only wait are left out."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    return "\n".join(
        f"[{names.get(number, number)}]\n{_lines(frame)}"
        for number, frame in sys._current_frames().items()
        if number != leave_out and names.get(number) != "watchdog"
    )


def _lines(frame: FrameType) -> str:
    return "".join(traceback.format_list(traceback.extract_stack(frame)[-_DEPTH:]))


def _less(now: Times, before: Times | None) -> Times:
    return (now[0] - before[0], now[1] - before[1], now[2] - before[2]) if before else now


def _times() -> dict[int, Times]:
    """Of each thread of ours how long it has run, has waited for a processor, and how often it got one."""
    tasks = Path("/proc/self/task")
    found = {}
    for task in tasks.iterdir() if tasks.exists() else ():
        try:
            ran, waited, turns = (task / "schedstat").read_text().split()
            found[int(task.name)] = int(ran) / 1e9, int(waited) / 1e9, float(turns)
        except (OSError, ValueError):  # it has ended, or the system does not say
            continue
    return found
