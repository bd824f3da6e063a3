"""What all commands of one call share: the options and, once it is needed, the open workspace."""

import sys
from argparse import Namespace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from app.cli.reply import silence
from app.errors import UserError

if TYPE_CHECKING:
    from app.services.desk import Desk


class NotInThisVersion(UserError):
    """A command or option that a later version brings."""

    code = "not-available"


class BadSeat(UserError):
    """Nobody can act under this name."""

    code = "bad-seat"


class Session:
    """Opens the workspace when a command first asks for it, and closes it at the end."""

    def __init__(self, options: Namespace) -> None:
        self._options = options
        self._desk: Desk | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._desk is not None:
            self._desk.workspace.close()
            self._desk = None

    def say(self, line: str) -> None:
        """Tell a person what is being done, while it is done; scripts read only the reply."""
        if not self._options.json and sys.stdout is not None:
            try:
                sys.stdout.write(line + "\n")
                sys.stdout.flush()
            except BrokenPipeError:  # nobody listens any more; the work goes on
                silence(sys.stdout)

    def use(self, workspace: Path, seat: str, passphrase_file: Path) -> None:
        """Work on another workspace from now on."""
        self._options.workspace = str(workspace)
        self._options.seat = seat
        self._options.passphrase_file = str(passphrase_file)

    @property
    def desk(self) -> "Desk":
        """The open workspace and who acts."""
        if self._desk is None:
            from app.services import opening  # noqa: PLC0415  (the database is slow to import)

            self._desk = opening.open_desk(
                self.path, seat=self.seat, passphrase_file=self.passphrase_file
            )
        return self._desk

    @property
    def path(self) -> Path:
        """The workspace's file."""
        if self.named_path is not None:
            return self.named_path
        from app.services import opening  # noqa: PLC0415

        return opening.default_path()

    @property
    def named_path(self) -> Path | None:
        """The workspace that `--workspace` names."""
        named: str | None = self._options.workspace
        if named is None:
            return None
        if "://" in named:
            raise NotInThisVersion(
                "a workspace on a server is not available in this version; give a file's path"
            )
        return Path(named)

    @property
    def seat(self) -> str:
        """Who acts."""
        named: str | None = self._options.seat
        if named is None:
            from app.services import opening  # noqa: PLC0415

            return opening.default_seat()
        if not named.strip():
            raise BadSeat("--as needs the name of whoever acts")
        return named.strip()

    @property
    def passphrase_file(self) -> Path | None:
        """The file that `--passphrase-file` names."""
        named: str | None = self._options.passphrase_file
        return None if named is None else Path(named)
