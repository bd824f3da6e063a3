"""An XML file is opened and saved again from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.services.desk import Desk
from app.services.packs import add_shipped
from app.services.returns import list_returns
from app.ui.main_window import MainWindow
from app.ui.widgets.ask import WordsDialog

BODY = """<?xml version="1.0" encoding="UTF-8"?>
<!-- kept --><c:ColdWalletReturn xmlns:c="urn:praya:cwr:1">
  <c:Header><c:EntityName>Lantau</c:EntityName>{period}</c:Header>
</c:ColdWalletReturn>
"""


@pytest.mark.parametrize("says", [True, False], ids=["says its period", "is asked for it"])
def test_a_file_is_opened_and_saved(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path, *, says: bool
) -> None:
    add_shipped(ledger)
    period = "<c:PeriodEnd>2026-10-31</c:PeriodEnd>" if says else ""
    (tmp_path / "in.xml").write_text(BODY.format(period=period), encoding="utf-8")
    window.menus.actions["open-xml"].trigger()
    _choose(window, tmp_path / "in.xml")
    rest(window, qtbot)
    if not says:
        (dialog,) = [d for d in window.findChildren(WordsDialog) if d.isVisible()]
        dialog.words.setPlainText("2026-10")
        dialog.accept_button.click()
        rest(window, qtbot)
    (record,) = [item for item in list_returns(ledger) if item.return_type == "CWR"]
    page = window.current_return()
    assert page is not None
    assert page.return_id == record.id
    assert "comments" in window.shown_notice().message.text()
    window.menus.actions["save-xml"].trigger()
    rest(window, qtbot)
    _choose(window, tmp_path / "out.xml")
    rest(window, qtbot)
    assert "<!-- kept -->" in (tmp_path / "out.xml").read_text("utf-8")


def _choose(window: MainWindow, file: Path) -> None:
    dialog = [d for d in window.findChildren(QFileDialog) if d.isVisible()][-1]
    dialog.fileSelected.emit(str(file))
    dialog.done(0)
