"""A whole return in the window: typed, checked, reviewed, approved, signed, exported, filed."""

import subprocess
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.clock import now
from app.domain.states import State
from app.services.desk import Desk
from app.services.returns import get_return, new_return
from app.signing.authority import make_demo_signer
from app.ui.main_window import MainWindow
from app.ui.pages.receipt import ReceiptDialog
from app.ui.pages.return_page import ReturnPage
from app.ui.widgets.ask import WordsDialog


def press(window: MainWindow, button: QPushButton, qtbot: QtBot) -> None:
    """A click of the mouse, and what follows from it."""
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    rest(window, qtbot)


def type_into(page: ReturnPage, path: str, text: str, window: MainWindow, qtbot: QtBot) -> None:
    """Type into the field at a path."""
    page.show_view("form", path)
    rest(window, qtbot)
    entry = window.focusWidget()
    assert entry is not None
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    rest(window, qtbot)


def choose(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Answer the file dialog that is open."""
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    rest(window, qtbot)


def take_seat(window: MainWindow, name: str, qtbot: QtBot) -> None:
    """Another person sits down."""
    window.show_page("settings")
    rest(window, qtbot)
    settings = window.pages["settings"]
    settings.seat.setText(name)  # type: ignore[attr-defined]
    press(window, settings.take_seat, qtbot)  # type: ignore[attr-defined]


def test_a_return_goes_all_the_way(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    record = new_return(ledger, "LEDGER", "2026-10")
    signer = make_demo_signer("Lantau", "Chan Tai Man", "secret", at=now())
    (tmp_path / "key.p12").write_bytes(signer.p12)
    (tmp_path / "authority.pem").write_bytes(signer.authority_pem)
    window.activateWindow()
    window.open_return(record.id)
    rest(window, qtbot)
    page = window.return_page
    assert page is not None

    type_into(page, "Head/Name", "October", window, qtbot)
    type_into(page, "Head/Total", "12345678901234567890.123456789012345678", window, qtbot)
    assert "Total" in window.menus.actions["undo"].text()
    press(window, page.primary, qtbot)
    assert get_return(ledger, record.id).state is State.VALIDATED
    assert page.badge.text == "Validated"
    press(window, page.primary, qtbot)
    assert page.badge.text == "In review"
    page.primary.click()
    assert "another person has to approve it" in page.notice.message.text()
    assert "another person" in page.primary.toolTip()

    take_seat(window, "Chan", qtbot)
    window.open_return(record.id)
    rest(window, qtbot)
    press(window, page.primary, qtbot)
    (dialog,) = page.findChildren(WordsDialog)
    press(window, dialog.accept_button, qtbot)
    assert page.badge.text == "Approved"

    press(window, page.primary, qtbot)
    view = page.signature
    assert "12,345,678,901,234,567,890.123456789012345678" in view.paper.toPlainText()
    view.key.use_file(tmp_path / "key.p12")
    view.key.password.setText("wrong")
    press(window, view.key.open_key, qtbot)
    assert view.notice.tone == "blocking"
    view.key.password.setText("secret")
    press(window, view.key.open_key, qtbot)
    assert "Chan Tai Man" in view.key.who.text()
    press(window, view.sign_button, qtbot)
    assert page.badge.text == "Signed, not yet filed"
    assert view.verdict.word.text() == "Cannot be determined"

    window.submissions.trust_file(tmp_path / "authority.pem")
    rest(window, qtbot)
    assert view.verdict.word.text() == "Valid"
    press(window, view.export, qtbot)
    choose(window, tmp_path / "out", qtbot)
    (signed,) = (tmp_path / "out").glob("*.xml")
    trusted = ["--trusted-pem", str(tmp_path / "authority.pem")]
    subprocess.run(["xmlsec1", "--verify", *trusted, str(signed)], check=True, capture_output=True)

    window.show_page("submissions")
    rest(window, qtbot)
    window.submissions.verify(signed)
    rest(window, qtbot)
    assert window.submissions.verdict.word.text() == "Valid"
    signed.write_bytes(signed.read_bytes().replace(b"October", b"october"))
    window.submissions.verify(signed)
    rest(window, qtbot)
    assert window.submissions.verdict.word.text() == "Not valid"

    (tmp_path / "receipt.txt").write_text("received with thanks")
    press(window, window.submissions.receipt, qtbot)
    choose(window, tmp_path / "receipt.txt", qtbot)
    press(window, window.findChildren(ReceiptDialog)[0].confirm, qtbot)
    assert get_return(ledger, record.id).state is State.FILED
    window.open_return(record.id)
    rest(window, qtbot)
    assert page.badge.text == "Filed"
