"""A whole month with the keyboard alone: no mouse, no service behind the window, paths typed."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.domain.clock import now
from app.services.desk import Desk
from app.signing.authority import make_demo_signer
from app.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Ten fingers: keys go to whatever has the focus in the dialog or window in front."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def front(self) -> QWidget:
        """The dialog in front, else the window."""
        shown = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return shown[-1] if shown else self.window

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        held: QWidget | None = self.front.focusWidget()
        return held if held is not None else self.front

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one. A system gives the focus back to the window behind a dialog that closes."""
        front = self.front
        if not front.isActiveWindow():
            with self.qtbot.waitActive(front):
                front.activateWindow()
        self.qtbot.keyClick(self.focus, key, modifier)
        rest(self.window, self.qtbot)

    def type(self, text: str) -> None:
        """Type over what is selected."""
        self.qtbot.keyClicks(self.focus, text)
        rest(self.window, self.qtbot)

    def asked(self) -> None:
        """Look until the dialog is there, as a person does."""
        self.qtbot.waitUntil(lambda: self.front is not self.window, timeout=20_000)

    def tab_to(self, words: str, *, back: bool = False) -> None:
        """Tab until the control of that name has the focus; never needs more than a page of them."""
        for _ in range(60):
            if words in (self.focus.accessibleName() or getattr(self.focus, "text", str)()):
                return
            self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to “{words}”")

    def command(self, words: str) -> None:
        """Ctrl+K, a few letters, Enter."""
        self.key(Qt.Key.Key_K, CONTROL)
        self.asked()
        self.type(words)
        found = self.window.commands
        assert found is not None
        self.qtbot.waitUntil(lambda: found.lines.rowCount() > 0, timeout=20_000)
        self.key(Qt.Key.Key_Return)

    def path(self, path: Path) -> None:
        """Answer the dialog for a file or folder by typing its path."""
        self.asked()
        dialog = self.front
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is self.focus, "the name has the focus as the dialog opens"
        name.selectAll()
        self.type(str(path))
        self.key(Qt.Key.Key_Return)

    def field(self, words: str, text: str) -> None:
        """Ctrl+G to a field, and type."""
        self.key(Qt.Key.Key_G, CONTROL)
        self.asked()
        self.type(words)
        self.key(Qt.Key.Key_Return)
        self.type(text)
        self.key(Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagate)", extend=True)
def test_a_month_without_a_mouse(
    window: MainWindow, ledger: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    signer = make_demo_signer("Lantau", "Chan Tai Man", "secret", at=now())
    (tmp_path / "key.p12").write_bytes(signer.p12)
    (tmp_path / "authority.pem").write_bytes(signer.authority_pem)
    (tmp_path / "receipt.txt").write_text("received with thanks")
    (tmp_path / "out").mkdir()
    hands = Hands(window, qtbot)

    hands.key(Qt.Key.Key_N, CONTROL)
    hands.tab_to("Create return")
    hands.key(Qt.Key.Key_Return)
    page = window.return_page
    assert page is not None

    hands.field("name", "October")
    hands.field("total", "12345678901234567890.123456789012345678")
    hands.key(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: page.badge.text == "Validated", timeout=20_000)
    assert page.badge.text == "Validated"
    hands.command("send for review")
    assert page.badge.text == "In review"

    hands.command("who acts")
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type("Chan")
    hands.tab_to("Take this seat")
    hands.key(Qt.Key.Key_Return)
    assert window.context.desk.seat == "Chan"
    hands.command("approve")
    hands.tab_to("Approve as Chan")
    hands.key(Qt.Key.Key_Return)
    assert page.badge.text == "Approved"

    hands.command("sign signature")
    hands.tab_to("Choose")
    hands.key(Qt.Key.Key_Return)
    hands.path(tmp_path / "key.p12")
    hands.tab_to("Password")
    hands.type("secret")
    hands.key(Qt.Key.Key_Return)
    assert "Chan Tai Man" in page.signature.key.who.text()
    hands.tab_to("Sign")
    hands.key(Qt.Key.Key_Return)
    assert page.badge.text == "Signed, not yet filed"

    hands.key(Qt.Key.Key_E, CONTROL)
    hands.path(tmp_path / "out")
    (signed,) = (tmp_path / "out").glob("*.xml")
    trusted = ["--trusted-pem", str(tmp_path / "authority.pem")]
    subprocess.run(["xmlsec1", "--verify", *trusted, str(signed)], check=True, capture_output=True)

    hands.key(Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hands.path(signed)
    assert window.submissions.verdict.word.text() == "Cannot be determined"
    hands.tab_to("Add")
    hands.key(Qt.Key.Key_Return)
    hands.path(tmp_path / "authority.pem")
    assert window.submissions.verdict.word.text() == "Valid"

    hands.command("ledger signed")
    hands.command("record receipt")
    hands.path(tmp_path / "receipt.txt")
    hands.tab_to("Record")
    hands.key(Qt.Key.Key_Return)
    assert page.badge.text == "Filed"
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton
