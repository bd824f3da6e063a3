"""Backups are whole, proved by opening them, and restored only where nothing is."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_pack import SECRET, ledger_desk
from sqlalchemy import insert

from app.services import backup, drafts, history, returns
from app.services.backup import BackupFailed
from app.services.desk import Desk
from app.store import keyfile
from app.store.failures import NotAWorkspace, WorkspaceDamaged, WorkspaceExists, WrongPassphrase
from app.store.tables import blobs
from app.store.workspace import Workspace

KEY = SECRET.key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = ledger_desk(tmp_path / "a.praya")
    record = returns.new_return(desk, "LEDGER", "2026-10")
    drafts.set_value(desk, record.id, "Head/Name", "before the backup")
    yield desk
    desk.workspace.close()


def test_a_backup_is_whole_while_the_workspace_is_open(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    assert report.rows["returns"] == 1
    assert report.rows["rows"] == 3  # two, and the version before the value
    assert (report.entries, report.hash) == (3, history.verify(desk).hash)
    names = sorted(path.name for path in report.path.parent.iterdir())
    name = report.path.name
    assert names == [name, f"{name}.key-check", f"{name}.manifest.json"]
    manifest = json.loads(backup.manifest_path(report.path).read_text())
    assert manifest["sha256"] == report.sha256
    assert manifest["workspace"] == desk.workspace.identity
    drafts.set_value(desk, returns.list_returns(desk)[0].id, "Head/Name", "after")
    again = backup.backup(desk, tmp_path / "backups")
    assert again.entries == 4


def test_the_drill_reads_everything_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    before = {path: path.read_bytes() for path in report.path.parent.iterdir()}
    drill = backup.rehearse_restore(report.path, passphrase=KEY)
    assert (drill.rows, drill.hash, drill.sha256) == (report.rows, report.hash, report.sha256)
    assert {path: path.read_bytes() for path in report.path.parent.iterdir()} == before


def test_a_restored_workspace_is_the_one_that_was_saved(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    drafts.set_value(desk, returns.list_returns(desk)[0].id, "Head/Name", "after the backup")
    target = tmp_path / "restored" / "b.praya"
    backup.restore(report.path, target, seat="boss", passphrase=KEY)
    again = Desk(Workspace.open(target, SECRET), "mei")
    assert again.workspace.identity == desk.workspace.identity
    entries = history.show(again)
    assert [entry.action for entry in entries][-2:] == ["value", "restored"]
    assert entries[-1].seat == "boss"
    assert history.verify(again, [history.read_anchor(backup.manifest_path(report.path))]).valid
    again.workspace.close()
    assert sorted(path.name for path in target.parent.iterdir()) == ["b.praya", "b.praya.key-check"]


def test_a_restore_overwrites_nothing(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    (tmp_path / "there").write_bytes(b"mine")
    with pytest.raises(WorkspaceExists):
        backup.restore(report.path, tmp_path / "there", seat="mei", passphrase=KEY)
    assert (tmp_path / "there").read_bytes() == b"mine"


def test_a_restore_after_a_loss_is_not_poisoned_by_the_old_log(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    drafts.set_value(desk, returns.list_returns(desk)[0].id, "Head/Name", "lost")
    log = Path(f"{desk.workspace.path}-wal").read_bytes()
    desk.workspace.close()
    desk.workspace.path.unlink()
    Path(f"{desk.workspace.path}-wal").write_bytes(log)
    backup.restore(report.path, desk.workspace.path, seat="mei", passphrase=KEY)
    again = Workspace.open(desk.workspace.path, SECRET)
    assert again.damage() == []
    again.close()


def test_what_is_no_backup_is_refused_and_nothing_appears(desk: Desk, tmp_path: Path) -> None:
    report = backup.backup(desk, tmp_path / "backups")
    target = tmp_path / "restored.praya"
    with pytest.raises(WrongPassphrase) as caught:
        backup.restore(report.path, target, seat="mei", passphrase="wrong")
    assert caught.value.file == str(report.path)
    (tmp_path / "x").write_bytes(b"%PDF-1.7 not a backup")
    with pytest.raises(NotAWorkspace):
        backup.restore(tmp_path / "x", target, seat="mei", passphrase=KEY)
    assert not target.exists()
    assert not keyfile.check_path(target).exists()
    assert not list(tmp_path.glob(".praya-restore-*"))


@pytest.mark.parametrize("place", [0, 5_000, -1])
def test_a_damaged_backup_is_found(desk: Desk, tmp_path: Path, place: int) -> None:
    with desk.workspace.write() as connection:
        values = {"sha256": "1", "name": "n", "media": "m", "at": "t", "body": os.urandom(9_000)}
        connection.execute(insert(blobs).values(values))
    with pytest.raises(BackupFailed, match="“n” was changed"):  # its digest is not "1"
        backup.backup(desk, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []
    with desk.workspace.write() as connection:
        connection.exec_driver_sql("DELETE FROM blobs")
    report = backup.backup(desk, tmp_path / "backups")
    body = bytearray(report.path.read_bytes())
    body[place] ^= 1
    report.path.write_bytes(bytes(body))
    with pytest.raises((BackupFailed, WorkspaceDamaged)):
        backup.rehearse_restore(report.path, passphrase=KEY)


def test_a_folder_that_cannot_be_made(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupFailed):
        backup.backup(desk, tmp_path / "file")
