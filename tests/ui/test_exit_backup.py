"""The backup at closing: proved, kept ten times, made only after changes, and its failure told later."""

from pathlib import Path

import pytest
from ledger_pack import ledger_desk
from pytestqt.qtbot import QtBot
from ui_driver import rest

from app.services import drafts, exitbackup, returns
from app.services.backup import BackupFailed, manifest_path
from app.services.desk import Desk
from app.services.exitbackup import backup_on_exit, backups_of, check_newest, folder_of
from app.ui.application import Application
from app.ui.pages.settings import SettingsPage


def test_only_changes_ask_for_a_new_one(ledger: Desk) -> None:
    first = backup_on_exit(ledger)
    assert first is not None
    assert first.path.parent == folder_of(ledger.workspace.path)
    assert backup_on_exit(ledger) is None
    number = returns.new_return(ledger, "LEDGER", "2026-10").id
    assert backup_on_exit(ledger) is not None
    drafts.set_value(ledger, number, "Head/Name", "x")
    assert backup_on_exit(ledger) is not None
    drafts.undo(ledger, number)
    assert backup_on_exit(ledger) is not None
    assert len(backups_of(ledger.workspace.path)) == 4


def test_the_last_ten_stay_and_nothing_else_goes(
    ledger: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exitbackup, "KEPT", 2)
    folder = folder_of(ledger.workspace.path)
    number = returns.new_return(ledger, "LEDGER", "2026-10").id
    made = []
    for text in "abc":
        drafts.set_value(ledger, number, "Head/Name", text)
        report = backup_on_exit(ledger)
        assert report is not None
        made.append(report.path)
    (folder / "notes.txt").write_text("mine")
    assert backups_of(ledger.workspace.path) == [made[2], made[1]]
    left = {path.name for path in folder.iterdir()}
    assert not any(name.startswith(made[0].name) for name in left)
    assert "notes.txt" in left


def test_the_newest_is_restored_and_compared(ledger: Desk) -> None:
    with pytest.raises(BackupFailed, match="no backup yet"):
        check_newest(ledger)
    report = backup_on_exit(ledger)
    assert report is not None
    returns.new_return(ledger, "LEDGER", "2026-10")
    tested = check_newest(ledger)
    assert tested.report.sha256 == report.sha256
    assert tested.behind == 1
    body = manifest_path(report.path).read_text().replace(report.sha256, "0" * 64)
    manifest_path(report.path).write_text(body)
    with pytest.raises(BackupFailed, match="manifest"):
        check_newest(ledger)
    report.path.write_bytes(b"gone")
    with pytest.raises(Exception, match=r"."):
        check_newest(ledger)


@pytest.fixture
def application(tmp_path: Path, qtbot: QtBot) -> Application:
    application = Application()
    application.look.set_language("en")
    application.show_desk(ledger_desk(tmp_path / "w.praya"))
    assert application.window is not None
    qtbot.addWidget(application.window)
    return application


def test_closing_makes_one_and_settings_tests_it(application: Application, qtbot: QtBot) -> None:
    window = application.window
    assert window is not None
    desk = window.context.desk
    rest(window, qtbot)
    window.close()
    assert len(backups_of(desk.workspace.path)) == 1
    application.show_desk(desk)
    again = application.window
    assert again is not None
    qtbot.addWidget(again)
    again.show_page("settings")
    rest(again, qtbot)
    page = again.pages["settings"]
    assert isinstance(page, SettingsPage)
    assert page.backups.state.text() == "1 backup is there."
    page.backups.test.click()
    rest(again, qtbot)
    assert "opens and is whole" in page.backups.result.text()
    assert "Nothing has changed since." in page.backups.result.text()
    page.backups.choice.setChecked(False)
    returns.new_return(desk, "LEDGER", "2026-10")
    again.close()
    assert len(backups_of(desk.workspace.path)) == 1
    desk.workspace.close()


def test_a_failure_is_told_at_the_next_start(application: Application, qtbot: QtBot) -> None:
    window = application.window
    assert window is not None
    desk = window.context.desk
    folder_of(desk.workspace.path).write_text("in the way")
    rest(window, qtbot)
    window.close()
    application.show_desk(desk)
    again = application.window
    assert again is not None
    qtbot.addWidget(again)
    rest(again, qtbot)
    assert "could not be made" in again.pages["home"].notice.message.text()
    folder_of(desk.workspace.path).unlink()
    again.close()
    assert application.look.preferences.failure(desk.workspace.path) == ""
    desk.workspace.close()
