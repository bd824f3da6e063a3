"""What the window remembers between two runs: theme, language, last workspaces. No figures."""

import hashlib
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8


def _file() -> str:
    return str(Path(platformdirs.user_config_dir("praya", appauthor=False)) / "window.ini")


class Preferences:
    """A small file in the user's configuration folder."""

    def __init__(self) -> None:
        self._settings = QSettings(_file(), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered text."""
        value = self._settings.value(name, default)
        return value if isinstance(value, str) else default

    def remember(self, name: str, value: str) -> None:
        """Remember a text."""
        self._settings.setValue(name, value)

    def geometry(self) -> QByteArray:
        """The window's last place and size; empty when there was none."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_geometry(self, value: QByteArray) -> None:
        """Remember the window's place and size."""
        self._settings.setValue("geometry", value)

    @property
    def backs_up(self) -> bool:
        """Whether a backup is made when the window closes."""
        return self.text("backup-on-exit", "yes") != "no"

    def back_up(self, wanted: bool) -> None:
        """Choose it."""
        self.remember("backup-on-exit", "yes" if wanted else "no")

    def remember_failure(self, workspace: Path, message: str) -> None:
        """Why the last backup at closing could not be made; an empty text when it was."""
        self.remember("backup-failed", f"{workspace}\n{message}" if message else "")
        self._settings.sync()

    def failure(self, workspace: Path) -> str:
        """What is to be told of the last closing of a workspace; empty when all was well."""
        path, _, message = self.text("backup-failed").partition("\n")
        return message if path == str(workspace) else ""

    def recent(self) -> list[Path]:
        """Workspaces that were open, newest first; only those that still exist."""
        lines = self.text("recent").split("\n")
        return [Path(line) for line in lines if line and Path(line).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a workspace at the head of the list."""
        others = [item for item in self.recent() if item != path]
        self.remember("recent", "\n".join(map(str, [path, *others][:_RECENT])))

    def recent_returns(self, workspace: Path) -> list[tuple[str, str]]:
        """Id and name (type and period) of the returns that were open in a workspace, newest first."""
        lines = self.text(f"returns/{_key(workspace)}").split("\n")
        parts = [line.partition("|") for line in lines if line]
        return [(number, name) for number, _, name in parts]

    def add_recent_return(self, workspace: Path, number: str, name: str) -> None:
        """Put a return at the head of its workspace's list."""
        others = [item for item in self.recent_returns(workspace) if item[0] != number]
        lines = [f"{each}|{words}" for each, words in [(number, name), *others][:_RECENT]]
        self.remember(f"returns/{_key(workspace)}", "\n".join(lines))

    def told(self) -> dict[str, str]:
        """Every choice by its name, for the diagnostics, which mask all but a few."""
        return {name: self.text(name) for name in self._settings.allKeys() if "/" not in name}


def _key(workspace: Path) -> str:
    """A name for a workspace's part of the file that tells nothing of its place."""
    return hashlib.sha256(str(workspace).encode()).hexdigest()[:16]
