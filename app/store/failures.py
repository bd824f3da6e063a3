"""What SQLite's failures mean to the user; each has an error of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from app.errors import UserError


class WorkspaceMissing(UserError):
    """There is no file there."""

    code = "workspace-missing"


class WorkspaceExists(UserError):
    """A new workspace would overwrite a file."""

    code = "workspace-exists"


class WorkspaceBusy(UserError):
    """Another process holds the write lock."""

    code = "workspace-busy"


class WorkspaceFull(UserError):
    """There is no room on the disk."""

    code = "workspace-full"


class WorkspaceUnreadable(UserError):
    """The system refuses to read or write the file."""

    code = "workspace-unreadable"


class WorkspaceReadOnly(UserError):
    """The file or its folder cannot be written."""

    code = "workspace-read-only"


class WorkspaceDamaged(UserError):
    """The passphrase is right and the file cannot be read."""

    code = "workspace-damaged"


class NotAWorkspace(UserError):
    """The file is something else."""

    code = "not-a-workspace"


class WrongPassphrase(UserError):
    """The file is a workspace, and this is not its passphrase."""

    code = "wrong-passphrase"


class WorkspaceNewer(UserError):
    """The file was written by a newer Praya."""

    code = "workspace-newer"


class TextUnwritable(UserError):
    """A text that no file can hold."""

    code = "text-unwritable"


_DAMAGED = "the workspace is damaged; restore the newest backup"
# By SQLite's primary result codes (sqlite.org/rescode.html).
_MEANING: dict[int, tuple[type[UserError], str]] = {
    3: (WorkspaceUnreadable, "the system does not let this program use the file"),
    5: (WorkspaceBusy, "another program is writing to the workspace; try again in a moment"),
    6: (WorkspaceBusy, "another part of the program is using the workspace; try again in a moment"),
    8: (WorkspaceReadOnly, "the workspace cannot be written; nothing was changed"),
    10: (
        WorkspaceUnreadable,
        "the disk failed while the workspace was in use; nothing was changed",
    ),
    11: (WorkspaceDamaged, _DAMAGED),
    13: (WorkspaceFull, "the disk is full; nothing was changed, make room and try again"),
    14: (WorkspaceUnreadable, "the workspace cannot be opened; look at the rights of its folder"),
    26: (WorkspaceDamaged, _DAMAGED),
}


def code_of(error: BaseException) -> int | None:
    """SQLite's primary result code behind an exception."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    extended = getattr(cause, "sqlite_errorcode", None)
    return None if extended is None else int(extended) & 0xFF


def meaning(error: BaseException, path: Path) -> UserError | None:
    """The error to show instead; None for one that is a fault of ours."""
    found = _MEANING.get(code_of(error) or 0)
    return found[0](found[1], file=path) if found else None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what a failure of the database means instead of the failure."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        shown = meaning(error, path)
        if shown is None:
            raise
        raise shown from error
    except UnicodeEncodeError as error:  # half a character, as a shell passes on broken bytes
        raise TextUnwritable(
            "the text holds a broken character; nothing was changed, type it again"
        ) from error
