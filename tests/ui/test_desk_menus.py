"""Entries of the menus that restore a backup, tell what is new and lead to the trusted certificates."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.paths import data_root
from app.services.backup import backup
from app.services.desk import Desk
from app.services.opening import create_desk, open_desk
from app.ui.application import Application
from app.ui.main_window import MainWindow
from app.ui.news import NewsDialog, newest_part
from app.ui.restoring import RestoreDialog
from app.ui.theme import HIGH_DARK, LIGHT, tokens


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A backup of a workspace that opens with a passphrase."""
    desk = create_desk(
        tmp_path / "w.praya", entity="Lantau", ce="ABC123", seat="Mei", passphrase="long enough"
    )
    report = backup(desk, tmp_path / "backups")
    desk.workspace.close()
    return report.path


def dialog_of(window: QWidget) -> RestoreDialog:
    """The dialog that is open."""
    (found,) = window.findChildren(RestoreDialog)
    return found


def test_a_backup_is_restored_beside_what_is_there(
    window: MainWindow, kept: Path, qtbot: QtBot
) -> None:
    window.menus.actions["restore"].trigger()
    dialog = dialog_of(window)
    dialog.restore.click()
    assert dialog.notice.message.text() == "Choose the backup."
    dialog.choose(kept)
    target = Path(dialog.target.text())
    assert target.parent == kept.parent.parent
    dialog.phrase.setText("wrong words")
    dialog.restore.click()
    rest(window, qtbot)
    assert dialog.notice.tone == "blocking"
    assert not target.exists()
    dialog.phrase.setText("long enough")
    dialog.restore.click()
    rest(window, qtbot)
    assert "was read whole" in dialog.notice.message.text()
    with qtbot.waitSignal(window.other_wanted):
        dialog.restore.click()
    assert window.other_path == target
    desk = open_desk(target, seat="Mei", passphrase="long enough")
    desk.workspace.close()


def test_nothing_is_written_over(window: MainWindow, kept: Path, qtbot: QtBot) -> None:
    window.ask_restore()
    dialog = dialog_of(window)
    dialog.choose(kept)
    there = kept.parent / "mine.praya"
    there.write_text("mine")
    dialog.target.setText(str(there))
    dialog.phrase.setText("long enough")
    dialog.restore.click()
    rest(window, qtbot)
    assert dialog.notice.tone == "blocking"
    assert there.read_text() == "mine"
    dialog.reject()


def test_who_lost_the_workspace_restores_from_the_first_window(
    kept: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    application = Application()
    application.look.set_language("en")
    application.show_welcome()
    welcome = application.welcome
    assert welcome is not None
    qtbot.addWidget(welcome)
    welcome.open_seat.setText("Mei")
    welcome.restore.click()
    dialog = dialog_of(welcome)
    dialog.choose(kept)
    dialog.phrase.setText("long enough")
    dialog.restore.click()
    qtbot.waitUntil(lambda: "was read whole" in dialog.notice.message.text(), timeout=20_000)
    target = dialog.target.text()
    dialog.restore.click()
    assert welcome.recent.currentText() == target
    welcome.phrase.setText("long enough")
    welcome.open_button.click()
    qtbot.waitUntil(lambda: application.window is not None, timeout=20_000)
    window = application.window
    assert window is not None
    qtbot.addWidget(window)
    rest(window, qtbot)
    assert window.entity == "Lantau"
    window.close()
    window.context.desk.workspace.close()


def test_what_is_new_is_the_newest_part_of_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.actions["news"].trigger()
    (dialog,) = window.findChildren(NewsDialog)
    whole = (data_root() / "CHANGELOG.md").read_text(encoding="utf-8")
    first = next(line for line in whole.splitlines() if line.startswith("- "))
    words = re.sub(r"[`*]", "", first.removeprefix("- "))[:40]
    assert words in dialog.text.toPlainText()
    dialog.reject()


def test_a_part_without_a_line_is_passed_over() -> None:
    text = "# C\n## [Unreleased]\n\n## [1.2.0] - 2026-01-01\n### Added\n- x\n\n## [1.1.0]\n- y\n"
    assert newest_part(text) == ("1.2.0", "### Added\n- x")
    assert newest_part("# C\n") == ("", "")


def test_certificates_lead_to_the_trusted_list(
    window: MainWindow, ledger: Desk, qtbot: QtBot
) -> None:
    window.menus.actions["certificates"].trigger()
    rest(window, qtbot)
    assert window.stack.currentWidget() is window.submissions
    assert window.focusWidget() is window.submissions.trust


def test_high_contrast_is_chosen_and_remembered(window: MainWindow, qtbot: QtBot) -> None:
    look = window.look
    look.set_theme("dark")
    look.set_contrast("high")
    assert tokens() is HIGH_DARK
    assert look.preferences.text("contrast") == "high"
    look.set_contrast("system")
    look.set_theme("light")
    assert tokens() is LIGHT
