"""Two kinds of failure: what the user or the world did (`UserError`), and our own (`Fault`)."""

from pathlib import Path
from typing import ClassVar


class UserError(Exception):
    """Wrong use or unreadable input: one sentence that says what, where and what to do.

    `code` is stable and meant for scripts; each kind of refusal has its own subclass or code.
    """

    code: ClassVar[str] = "wrong-use"
    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, file: str | Path | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = str(file) if file is not None else None

    def as_dict(self) -> dict[str, str | None]:
        """The `error` object of the command line's JSON."""
        return {"code": self.code, "message": self.message, "file": self.file}

    def __str__(self) -> str:
        if self.file and self.file not in self.message:
            return f"{self.file}: {self.message}"
        return self.message


class Fault(Exception):
    """A fault of ours: it should never be seen, and is reported with exit code 3."""

    code: ClassVar[str] = "fault"
    exit_code: ClassVar[int] = 3


class FileUnreadable(UserError):
    """The system does not let us read or write a file."""

    code = "file-unreadable"

    @classmethod
    def of(cls, error: OSError, file: Path | None = None) -> "FileUnreadable":
        """What the system said, with the file that it spoke of, or `file` where that is known."""
        kind = FileMissing if isinstance(error, FileNotFoundError) else cls
        said = {
            FileNotFoundError: "there is no such file or folder",
            IsADirectoryError: "this is a folder, not a file",
            NotADirectoryError: "this is a file, not a folder",
            PermissionError: "the system does not permit it",
        }.get(type(error), (error.strerror or str(error)).lower())
        return kind(said, file=file or error.filename)


class FileMissing(FileUnreadable):
    """There is no such file."""

    code = "file-missing"
