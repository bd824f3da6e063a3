"""The worker: answers on the GUI thread, progress, cancel, and nobody told who is gone."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.collector import Collector
from app.ui.tasks import Cancelled, Job, Progress, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    result = Tasks()
    yield result
    result.close()


def test_results_and_errors_come_back_on_this_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[object] = []

    def fail() -> None:
        raise ValueError("no")

    def keep(value: object) -> None:
        seen.append((value, threading.current_thread() is threading.main_thread()))

    tasks.run(lambda: threading.current_thread().name, keep, keep)
    tasks.run(fail, keep, keep)
    qtbot.waitUntil(lambda: tasks.idle)
    (name, here), (error, there) = seen  # type: ignore[misc]
    assert str(name).startswith("praya-database")
    assert here
    assert there
    assert isinstance(error, ValueError)


def test_long_work_reports_and_stops(tasks: Tasks, qtbot: QtBot) -> None:
    reports: list[object] = []
    ended: list[object] = []
    begun = threading.Event()
    tasks.progress_changed.connect(reports.append)

    def work(job: Job) -> None:
        while True:
            job.report(3, 10)
            begun.set()
            threading.Event().wait(0.005)

    tasks.run_long("Reading", work, ended.append, ended.append)
    qtbot.waitUntil(lambda: begun.is_set() and bool(reports))
    assert reports[0] == Progress("Reading", 3, 10)
    tasks.cancel()
    qtbot.waitUntil(lambda: tasks.idle)
    assert isinstance(ended[0], Cancelled)
    assert reports[-1] is None


def test_nobody_is_told_who_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    class Page(QObject):
        def done(self, value: object) -> None:
            told.append(value)

    told: list[object] = []
    page, other = Page(), QObject()
    gate = threading.Event()
    tasks.run(gate.wait, page.done, page.done)
    tasks.run(lambda: 1, told.append, told.append, owner=other)
    page.deleteLater()
    other.deleteLater()
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert told == []


def test_closing_drops_what_waits(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[object] = []
    tasks.run(lambda: threading.Event().wait(0.05), told.append, told.append)
    tasks.run(lambda: 2, told.append, told.append)
    tasks.close()
    tasks.run(lambda: 3, told.append, told.append)
    qtbot.wait(20)
    assert told == []
    assert tasks.idle


def test_cycles_of_widgets_are_collected_on_the_gui_thread(qtbot: QtBot) -> None:
    collector = Collector()
    seen: list[int] = []

    class Held:
        def __del__(self) -> None:
            seen.append(threading.get_ident())

    def make() -> None:
        held = Held()
        held.itself = held  # type: ignore[attr-defined]

    collector.start()
    try:
        assert not gc.isenabled()
        make()
        worker = threading.Thread(target=lambda: [[] for _ in range(100_000)])
        worker.start()
        worker.join()
        assert seen == []
        filler = [[] for _ in range(5_000)]  # type: ignore[var-annotated]
        collector.look()
        assert seen == [threading.get_ident()]
        assert filler
    finally:
        collector.stop()
    assert gc.isenabled()
