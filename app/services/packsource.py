"""Reading the files of a pack from outside: a folder or a zip archive, within limits."""

import posixpath
import zipfile
from pathlib import Path

from app.domain.definition import PackError
from app.infile import require_file

MAX_MEMBERS = 1000
MAX_BYTES = 64 << 20
MAX_RATIO = 100


class ArchiveRefused(PackError):
    """An archive that climbs out of its folder, or is too large or too dense."""

    code = "archive-refused"


class ArchiveLink(ArchiveRefused):
    """A symbolic link, which could show another file as the pack's."""

    code = "archive-link"


class ArchiveClimbs(ArchiveRefused):
    """A member that leads out of the archive."""

    code = "archive-climbs"


class ArchiveBomb(ArchiveRefused):
    """Too many members, too large, or unpacking to far more than its size."""

    code = "archive-bomb"


class ArchiveUnreadable(ArchiveRefused):
    """No archive at all, or a broken one."""

    code = "archive-unreadable"


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name with forward slashes."""
    files: dict[str, bytes] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise ArchiveLink("the folder holds a symbolic link, which is refused", file=path)
        if path.is_dir() or path.name.startswith(".") or path.name == "README.md":
            continue
        if not path.is_file():
            raise ArchiveRefused("the folder holds something that is no file", file=path)
        total += path.stat().st_size
        if total > MAX_BYTES or len(files) >= MAX_MEMBERS:
            raise ArchiveBomb("the folder is too large for a pack", file=folder)
        files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def read_zip(path: Path) -> dict[str, bytes]:
    """Every member of a zip archive; names that climb out and bombs are refused before reading."""
    require_file(path)
    try:
        with zipfile.ZipFile(path) as archive:
            names: set[str] = set()
            for member in archive.infolist():
                _check_member(member, names, path)
            return {
                item.filename: archive.read(item)
                for item in archive.infolist()
                if not item.is_dir()
            }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise ArchiveUnreadable(
            "this is neither a folder nor a readable zip archive", file=path
        ) from error


def _check_member(member: zipfile.ZipInfo, names: set[str], path: Path) -> None:
    name = member.filename
    clean = posixpath.normpath(name)
    if (
        name.startswith("/")
        or clean.startswith("..")
        or "\\" in name
        or ":" in name
        or "\0" in name
    ):
        raise ArchiveClimbs(f"the member “{name}” leads out of the archive", file=path)
    if clean.lower() in names:
        raise ArchiveRefused(f"the member “{name}” occurs twice", file=path)
    names.add(clean.lower())
    if (member.external_attr >> 16) & 0o170000 == 0o120000:
        raise ArchiveLink(f"the member “{name}” is a symbolic link", file=path)
    if member.file_size > MAX_BYTES or len(names) > MAX_MEMBERS:
        raise ArchiveBomb("the archive is too large for a pack", file=path)
    if member.file_size > 1 << 20 and member.file_size > MAX_RATIO * max(1, member.compress_size):
        raise ArchiveBomb(f"the member “{name}” unpacks to more than 100 times its size", file=path)
