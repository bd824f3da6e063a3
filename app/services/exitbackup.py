"""Backups that are made when the window closes: beside the workspace, the last ten, each proved by opening it."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services.backup import BackupFailed, BackupReport, backup, manifest_path, rehearse
from app.services.desk import Desk
from app.store import files, history, keyfile

KEPT = 10
"""So many are kept."""


@dataclass(frozen=True, slots=True)
class Tested:
    """A backup that was restored into a temporary place and read whole.

    `behind` is how many entries of the history came after it; 0 when nothing has changed since.
    """

    report: BackupReport
    behind: int


def folder_of(workspace: Path) -> Path:
    """Where the backups of a workspace lie: `NAME-backups` beside it."""
    return workspace.with_name(f"{workspace.stem}-backups")


def backups_of(workspace: Path) -> list[Path]:
    """The backups in that folder that have their manifest, the newest first."""
    pattern = re.compile(re.escape(workspace.stem) + r"-\d{8}T\d{6}\.\d{3}Z\.praya")
    folder = folder_of(workspace)
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if pattern.fullmatch(path.name))
    return sorted((path for path in found if manifest_path(path).is_file()), reverse=True)


def backup_on_exit(desk: Desk) -> BackupReport | None:
    """Make one and let the oldest beyond the last ten go; None when nothing has changed since the last."""
    workspace = desk.workspace
    with workspace.read() as connection:
        head = history.head(connection)
    known = backups_of(workspace.path)
    if known and _head_in(known[0], workspace.identity) == head:
        return None
    report = backup(desk, folder_of(workspace.path))
    for old in _own(backups_of(workspace.path), workspace.identity)[KEPT:]:
        _remove(old)
    return report


def check_newest(desk: Desk) -> Tested:
    """Restore the newest backup into a temporary place, read all of it, and compare it with its manifest."""
    workspace = desk.workspace
    known = _own(backups_of(workspace.path), workspace.identity)
    if not known:
        raise BackupFailed(
            "there is no backup yet; close the window once, or make one with praya backup",
            file=folder_of(workspace.path),
        )
    report = rehearse(known[0], workspace.secret)
    manifest = _manifest(known[0])
    if report.sha256 != manifest.get("sha256"):
        raise BackupFailed(
            "the backup is not the file that its manifest names; take another", file=known[0]
        )
    with workspace.read() as connection:
        entries, _ = history.head(connection)
    return Tested(report, entries - report.entries)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(manifest_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _own(paths: list[Path], identity: str) -> list[Path]:
    """Those of this very workspace, and not of one that had its name before."""
    return [path for path in paths if _manifest(path).get("workspace") == identity]


def _head_in(path: Path, identity: str) -> tuple[object, object] | None:
    manifest = _manifest(path)
    head = manifest.get("history")
    if manifest.get("workspace") != identity or not isinstance(head, dict):
        return None
    return head.get("entry"), head.get("hash")


def _remove(path: Path) -> None:
    """The manifest goes first: what has none is no backup of ours any more."""
    with suppress(OSError):
        manifest_path(path).unlink()
        files.remove(path)
        keyfile.check_path(path).unlink(missing_ok=True)
