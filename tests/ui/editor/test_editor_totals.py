"""The totals row follows what is typed, undone and filtered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_driver import Driver, Key
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from totals_pack import sums_desk

from app.services.drafts import add_row, set_value
from app.services.returns import new_return
from app.ui.theme import Theme


@pytest.fixture
def summing(tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Driver]:
    desk = sums_desk(tmp_path / "s.praya")
    number = new_return(desk, "SUMS", "2026-10").id
    for place, (asset, value) in enumerate((("BTC", "1.5"), ("ETH", "2.25"), ("BTC", "4")), 1):
        add_row(desk, number, "Line")
        set_value(desk, number, f"Line[{place}]/AssetId", asset)
        set_value(desk, number, f"Line[{place}]/Value", value)
    driver = Driver(desk, number, qtbot)
    yield driver
    driver.close()
    desk.workspace.close()


def test_the_foot_of_a_table_follows_what_is_done(summing: Driver) -> None:
    table = summing.table("Line")
    bar = table.totals
    summing.qtbot.waitUntil(lambda: bar.sums == {"Value": "7.75"})
    assert bar.isVisible()
    assert bar.accessibleName() == "Sum: Value (HKD) 7.75"
    summing.cell(table, 1, 1)
    summing.keys(table.view, "3")
    summing.press(Key.Key_Return)
    summing.qtbot.waitUntil(lambda: bar.sums == {"Value": "8.5"})
    summing.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    summing.qtbot.waitUntil(lambda: bar.sums == {"Value": "7.75"})
    table.search.setText("BTC")
    table.only.setChecked(True)
    summing.qtbot.waitUntil(lambda: bar.sums == {"Value": "5.5"})
    assert not bar.grab().isNull()
