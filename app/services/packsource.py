"""Reading the files of a pack from outside: a folder or a zip archive, within limits."""

import posixpath
import zipfile
from pathlib import Path

from app.domain.definition import PackError

MAX_MEMBERS = 1000
MAX_BYTES = 64 << 20
MAX_RATIO = 100


class ArchiveRefused(PackError):
    """An archive that climbs out of its folder, or is too large or too dense."""

    code = "archive-refused"


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name with forward slashes."""
    files: dict[str, bytes] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        if path.name.startswith(".") or path.name == "README.md" or not path.is_file():
            continue
        if path.is_symlink():
            raise ArchiveRefused("the folder holds a symbolic link, which is refused", file=path)
        total += path.stat().st_size
        if total > MAX_BYTES or len(files) >= MAX_MEMBERS:
            raise ArchiveRefused("the folder is too large for a pack", file=folder)
        files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def read_zip(path: Path) -> dict[str, bytes]:
    """Every member of a zip archive; names that climb out and bombs are refused before reading."""
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
    except FileNotFoundError as error:
        raise PackError("there is no such file or folder", file=path) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise ArchiveRefused(
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
        raise ArchiveRefused(f"the member “{name}” leads out of the archive", file=path)
    if clean.lower() in names:
        raise ArchiveRefused(f"the member “{name}” occurs twice", file=path)
    names.add(clean.lower())
    if (member.external_attr >> 16) & 0o170000 == 0o120000:
        raise ArchiveRefused(f"the member “{name}” is a symbolic link", file=path)
    if member.file_size > MAX_BYTES or len(names) > MAX_MEMBERS:
        raise ArchiveRefused("the archive is too large for a pack", file=path)
    if member.file_size > 1 << 20 and member.file_size > MAX_RATIO * max(1, member.compress_size):
        raise ArchiveRefused(
            f"the member “{name}” unpacks to more than 100 times its size", file=path
        )
