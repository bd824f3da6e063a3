"""The item models keep Qt's contract, filtered, sorted and paged."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from app.services.historypage import PAGE
from app.store.history import Entry
from app.ui.models.history_model import HistoryModel
from app.ui.models.records import RECORD_ROLE, Column, RecordsModel, RecordsProxy

COLUMNS = [
    Column("Name", lambda item: item[0]),
    Column("Amount", lambda item: item[1], sort=lambda item: int(item[1]), numeric=True),
]
RECORDS = [("Cold", "9"), ("Hot", "1000"), ("House", "80")]


def names(proxy: RecordsProxy) -> list[Any]:
    return [proxy.index(row, 0).data() for row in range(proxy.rowCount())]


def test_records(qtmodeltester: Any, qapp: QApplication) -> None:
    model = RecordsModel(COLUMNS)
    qtmodeltester.check(model)
    model.set_records(RECORDS)
    model.add_records([("Fee", "2")])
    model.add_records([])
    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert model.index(1, 1).data() == "1000"
    assert model.index(1, 1).data(RECORD_ROLE) == ("Hot", "1000")
    side = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert model.rowCount(model.index(0, 0)) == 0
    model.retranslate()


def test_amounts_sort_as_numbers_and_words_filter(qtmodeltester: Any, qapp: QApplication) -> None:
    model, proxy = RecordsModel(COLUMNS), RecordsProxy()
    proxy.setSourceModel(model)
    model.set_records(RECORDS)
    proxy.sort(1)
    assert names(proxy) == ["Cold", "House", "Hot"]
    proxy.show_only("ho 8")
    assert names(proxy) == ["House"]
    proxy.show_only("", lambda item: len(item[0]) < 5)
    assert names(proxy) == ["Cold", "Hot"]
    qtmodeltester.check(proxy)


def entry(seq: int) -> Entry:
    return Entry(seq, "2026-10-31T16:00:00.000Z", "mei", "value", None, "{}", "", "")


def test_history_fetches_older_pages(qtmodeltester: Any, qapp: QApplication) -> None:
    asked: list[int | None] = []
    model = HistoryModel([Column("Row", lambda item: str(item.seq))], asked.append)
    first = [entry(seq) for seq in range(250, 250 - PAGE, -1)]
    model.begin(first)
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == [first[-1].seq]
    model.add_page([entry(seq) for seq in range(150, 140, -1)])
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == PAGE + 10
    qtmodeltester.check(model)
