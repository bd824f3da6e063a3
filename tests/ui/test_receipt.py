"""A receipt is confirmed against what was signed before the return counts as filed."""

import json
from pathlib import Path

import pytest
from ledger_pack import ledger_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_driver import open_window, rest

from app.domain.clock import now
from app.domain.states import State
from app.services import submission
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.history import show
from app.services.keysources import KeyFile
from app.services.obligations import hong_kong_today
from app.services.returns import get_return, new_return
from app.services.submission import ReceiptRefused, Receival
from app.signing.authority import make_demo_signer
from app.ui.pages.receipt import ReceiptDialog


def test_a_file_makes_a_return_filed_only_once_it_is_confirmed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    desk = ledger_desk(tmp_path / "d.praya", "Mei")
    number = new_return(desk, "LEDGER", "2026-10").id
    set_value(desk, number, "Head/Name", "October")
    set_value(desk, number, "Head/Total", "1")
    assert check_return(desk, number).valid
    submission.send_for_review(desk, number)
    boss = Desk(desk.workspace, "Chan")
    submission.approve(boss, number)
    (tmp_path / "k.p12").write_bytes(make_demo_signer("X", "Chan", "secret", at=now()).p12)
    submission.sign_with(boss, number, KeyFile(tmp_path / "k.p12", "secret"))
    (tmp_path / "receipt.txt").write_text("received")
    for day, words in (
        ("tomorrow", "no date"),
        ("2999-01-01", "still to come"),
        ("2020-01-01", "before the return was signed"),
    ):
        with pytest.raises(ReceiptRefused, match=words):
            submission.record_receipt(boss, number, tmp_path / "receipt.txt", Receival("", day))

    window = open_window(boss, qtbot, number)
    page = window.return_page
    assert page is not None
    for confirmed in (False, True):
        page.act("receipt")
        rest(window, qtbot)
        (files,) = page.findChildren(QFileDialog)
        files.fileSelected.emit(str(tmp_path / "receipt.txt"))
        files.reject()
        rest(window, qtbot)
        (dialog,) = page.findChildren(ReceiptDialog)
        assert dialog.what.text() == "Ledger · October 2026"
        signed = submission.submission_of(boss, number)
        assert signed is not None
        assert dialog.digest.text().replace(" ", "") == signed.blob
        assert dialog.confirm.text() == "Record as Chan"
        dialog.reference.setText(" SFC-77 ")
        dialog.day.setText(str(hong_kong_today()))
        button = dialog.confirm if confirmed else dialog.cancel
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        state = get_return(boss, number).state
        assert state is (State.FILED if confirmed else State.SIGNED)
    detail = json.loads(show(boss, number)[-1].detail)
    assert (detail["reference"], detail["received"]) == ("SFC-77", str(hong_kong_today()))
    window.close()
    desk.workspace.close()
