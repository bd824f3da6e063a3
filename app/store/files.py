"""Files that are there whole or not at all, also after the power fails."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import UserError

_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""What file systems answer that cannot sync a folder, as some network shares."""


def sync(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are on the disk."""
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    try:
        handle = os.open(path, flags)
    except PermissionError:
        return  # Windows has no handle for a folder; its renames are journalled
    try:
        os.fsync(handle)
    except OSError as error:
        if not (path.is_dir() and error.errno in _NO_FOLDER_SYNC):
            raise
    finally:
        os.close(handle)


def replace(draft: Path, target: Path) -> None:
    """Give a finished draft its name, over whatever bore it."""
    sync(draft)
    draft.replace(target)
    sync(target.parent)


def appear(draft: Path, target: Path) -> None:
    """Give a finished draft its name; `FileExistsError` when something bears it already."""
    sync(draft)
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        draft.replace(target)
    with suppress(FileNotFoundError):
        draft.unlink()
    sync(target.parent)


KEY_CHECK = ".key-check"
"""What the name of a workspace's key check adds to the workspace's own."""


class WorkspaceInTheWay(UserError):
    """Something else would have been written over a workspace."""

    code = "workspace-in-the-way"


def _refuse_workspace(target: Path) -> None:
    """A workspace is the firm's memory: nothing takes its place, or that of the files beside it."""
    for ending in ("", "-wal", "-shm", KEY_CHECK):
        if not target.name.endswith(ending):
            continue
        held = target.with_name(target.name.removesuffix(ending))
        check = held.with_name(held.name + KEY_CHECK)
        if held.name and held.exists() and check.exists():
            raise WorkspaceInTheWay(
                "this name belongs to a workspace, which is never written over; choose another name",
                file=target,
            )


@contextmanager
def drafted(target: Path, *, of_workspace: bool = False) -> Iterator[Path]:
    """A name beside `target` to write under; it becomes `target` at the end, or goes when that fails.

    Refuses the name of a workspace or of a file beside one, unless it is the workspace's own doing.
    """
    if not of_workspace:
        _refuse_workspace(target)
    draft = target.with_name(f".{target.name}.part")
    try:
        yield draft
        replace(draft, target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_bytes(target: Path, body: bytes, *, of_workspace: bool = False) -> None:
    """Write a file whose content is at hand."""
    with drafted(target, of_workspace=of_workspace) as draft:
        draft.write_bytes(body)


class FileUnwritable(UserError):
    """A file that a person asked for and that cannot be written."""

    code = "file-unwritable"


def hand_out(target: Path, body: bytes) -> None:
    """Write a file that a person named; what keeps it from being written is said in one sentence."""
    if not target.name or (target.exists() and not target.is_file()):
        raise FileUnwritable("this is no name for a file: something else is there", file=target)
    try:
        write_bytes(target, body)
    except OSError as error:
        raise FileUnwritable(
            f"the file cannot be written: {error.strerror or error}", file=target
        ) from error


def write_text(target: Path, text: str, *, of_workspace: bool = False) -> None:
    """The same for text, in UTF-8 with the line ends as they are."""
    write_bytes(target, text.encode(), of_workspace=of_workspace)


def beside(path: Path) -> tuple[Path, Path]:
    """Where SQLite keeps the log and the index of a database."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def set_leftovers_aside(path: Path) -> None:
    """Move the log of a database that is gone: SQLite would play it into the new one."""
    log, index = beside(path)
    with suppress(FileNotFoundError):
        log.replace(log.with_name(f"{log.name}.left-over"))
    with suppress(FileNotFoundError):
        index.unlink()


def remove_old_drafts(folder: Path, pattern: str) -> None:
    """Remove what was being made when a program was killed, an hour ago or more."""
    for draft in folder.glob(pattern):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > 3600:
                draft.unlink()


def remove(path: Path) -> None:
    """Remove a database with what SQLite keeps beside it."""
    for each in (path, *beside(path)):
        with suppress(FileNotFoundError):
            each.unlink()
