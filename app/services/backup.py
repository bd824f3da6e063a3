"""Backups: a copy that has been opened and read, its restoration, and the drill that proves it."""

import hashlib
import json
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.domain.clock import stamp
from app.errors import UserError
from app.infile import require_file
from app.services.desk import Desk
from app.services.opening import find_secret
from app.store import census, files, history, keyfile
from app.store.failures import WorkspaceExists
from app.store.history import check_chain
from app.store.keyfile import Secret
from app.store.workspace import Workspace


class BackupFailed(UserError):
    """A copy could not be made, or it does not hold what it should."""

    code = "backup-failed"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that was opened and read whole. `size` in bytes, `at` ISO 8601 in UTC."""

    path: Path
    sha256: str
    size: int
    at: str
    rows: dict[str, int]
    entries: int
    hash: str

    def as_dict(self) -> dict[str, object]:
        """For the command line's JSON and the manifest beside the backup."""
        return {
            "path": str(self.path),
            "sha256": self.sha256,
            "size": self.size,
            "at": self.at,
            "rows": self.rows,
            "history": {"entry": self.entries, "hash": self.hash},
        }


def backup(desk: Desk, folder: Path) -> BackupReport:
    """Copy the workspace, as last saved, into a folder, and prove the copy by opening it.

    Beside it lie its key check and a manifest with its digest and the history's last hash. It opens
    with the passphrase of the workspace, or with the key in the keyring of this user and machine.
    """
    with desk.workspace.read() as connection:
        head = history.head(connection)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, desk.workspace.path.stem)
        desk.workspace.copy(target)
    except OSError as error:
        raise BackupFailed(
            f"the copy cannot be written: {error.strerror or error}", file=folder
        ) from error
    try:
        report = _drill(target, desk.workspace.secret)
        if (report.entries, report.hash) < head:
            raise BackupFailed("the copy lacks the newest changes; try again", file=target)
    except UserError:
        _discard(target)
        raise
    manifest = {**report.as_dict(), "path": target.name, "workspace": desk.workspace.identity}
    files.write_text(manifest_path(target), json.dumps(manifest, indent=2) + "\n")
    return report


def manifest_path(path: Path) -> Path:
    """Where the manifest of a backup lies."""
    return path.with_name(f"{path.name}.manifest.json")


def _free_name(folder: Path, stem: str) -> Path:
    moment = stamp().replace(":", "").replace("-", "")
    target = folder / f"{stem}-{moment}.praya"
    if target.exists():
        raise BackupFailed("a backup of this very moment is already there", file=target)
    return target


def _discard(path: Path) -> None:
    files.remove(path)
    with suppress(FileNotFoundError):
        keyfile.check_path(path).unlink()


def rehearse_restore(
    file: Path, *, passphrase_file: Path | None = None, passphrase: str | None = None
) -> BackupReport:
    """Restore a backup into a temporary folder, read all of it, and say what was there.

    The backup itself is only read, so it may lie on a medium that cannot be written.
    """
    require_file(file)
    Workspace.refuse_other_kinds(file, writing=False)
    return _drill(file, find_secret(file, passphrase_file, passphrase))


def rehearse(file: Path, secret: Secret) -> BackupReport:
    """The same with a secret that is at hand."""
    require_file(file)
    return _drill(file, secret)


def restore(
    file: Path,
    target: Path,
    *,
    seat: str,
    passphrase_file: Path | None = None,
    passphrase: str | None = None,
) -> BackupReport:
    """Put a backup where no workspace is; the history of the restored one says so."""
    if target.exists():
        raise WorkspaceExists(
            "there is already a file; move it away or restore to another path", file=target
        )
    require_file(file)
    Workspace.refuse_other_kinds(file, writing=False)
    secret = find_secret(file, passphrase_file, passphrase)
    target.parent.mkdir(parents=True, exist_ok=True)
    files.set_leftovers_aside(target)
    with tempfile.TemporaryDirectory(prefix=".praya-restore-", dir=target.parent) as folder:
        draft = _take(file, Path(folder))
        report = _read_whole(draft, file, secret)
        identity = _note_restored(draft, secret, seat, report)
        try:
            files.appear(draft, target)
        except FileExistsError as error:
            raise WorkspaceExists("there is already a file", file=target) from error
    keyfile.write(target, secret, identity)
    return report


def _note_restored(draft: Path, secret: Secret, seat: str, report: BackupReport) -> str:
    workspace = Workspace.open(draft, secret)
    try:
        with workspace.write() as connection:
            history.append(
                connection,
                seat=seat,
                action="restored",
                detail={"file": report.path.name, "sha256": report.sha256},
            )
        return workspace.identity
    finally:
        workspace.close()


def _drill(file: Path, secret: Secret) -> BackupReport:
    with tempfile.TemporaryDirectory(prefix="praya-restore-") as folder:
        return _read_whole(_take(file, Path(folder)), file, secret)


def _take(file: Path, folder: Path) -> Path:
    """Copy a backup, with its key check and, if it is a workspace in use, its log."""
    draft = folder / file.name
    try:
        for source in (file, files.beside(file)[0], keyfile.check_path(file)):
            if source.exists():
                shutil.copyfile(source, folder / source.name)
    except OSError as error:
        raise BackupFailed(
            f"the backup cannot be copied: {error.strerror or error}", file=file
        ) from error
    return draft


def _read_whole(draft: Path, file: Path, secret: Secret) -> BackupReport:
    with draft.open("rb") as body:
        digest = hashlib.file_digest(body, "sha256").hexdigest()
    size = draft.stat().st_size
    try:
        workspace = Workspace.open(draft, secret)
    except UserError as error:
        error.file = str(file)  # the copy's name says nothing to anybody
        raise
    try:
        damage = workspace.damage()
        if damage:
            raise BackupFailed(f"the backup is damaged ({damage[0]}); take another", file=file)
        with workspace.read() as connection:
            broken = check_chain(history.entries(connection))
            reasons = [broken.reason] if broken else []
            reasons += [f"the file “{n}” was changed" for n in census.changed_files(connection)]
            rows = census.counts(connection)
            entries, last = history.head(connection)
    finally:
        workspace.close()
    if reasons:
        raise BackupFailed(f"the copy does not hold: {reasons[0]}", file=file)
    return BackupReport(file, digest, size, stamp(), rows, entries, last)
