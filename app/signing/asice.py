"""ASiC-E containers (ETSI EN 319 162-1): a zip of files and of signatures over them.

Written the same way for the same content; read with suspicion: what is not listed here is refused.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from app.errors import UserError
from app.signing.detached import SignedFile

MIMETYPE = "application/vnd.etsi.asic-e+zip"
MAX_MEMBERS = 1000
MAX_BYTES = 1 << 30
MAX_RATIO = 100
"""The limits of a container: members, bytes unpacked, and how densely a member may be packed."""

_MANIFEST = "META-INF/manifest.xml"
_SIGNATURES = re.compile(r"META-INF/[^/]*signatures[^/]*\.xml", re.IGNORECASE)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


class ContainerRefused(UserError):
    """The file is no container that can be trusted to hold what it shows."""

    code = "container-refused"


@dataclass(frozen=True, slots=True)
class Container:
    """What a container holds: the signed files and the signature documents, by name.

    `media` is what its manifest says of the files; nothing is decided by it.
    """

    files: dict[str, bytes]
    signatures: dict[str, bytes]
    media: dict[str, str] = field(default_factory=dict)


def write_container(files: Sequence[SignedFile], signatures: Sequence[bytes]) -> bytes:
    """A container as bytes. The same files and signatures always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _add(archive, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        for item in files:
            _add(archive, item.name, item.body)
        _add(archive, _MANIFEST, _manifest(files))
        for number, body in enumerate(signatures):
            _add(archive, f"META-INF/signatures{number}.xml", body)
    return out.getvalue()


def _add(
    archive: zipfile.ZipFile, name: str, body: bytes, method: int = zipfile.ZIP_DEFLATED
) -> None:
    member = zipfile.ZipInfo(name, _EARLIEST)  # no clock: the same content gives the same bytes
    member.compress_type = method
    member.create_system = 3
    member.external_attr = 0o644 << 16
    archive.writestr(member, body)


def _manifest(files: Sequence[SignedFile]) -> bytes:
    entries = "".join(
        f"<manifest:file-entry manifest:full-path={quoteattr(name)}"
        f" manifest:media-type={quoteattr(media)}/>"
        for name, media in [("/", MIMETYPE), *((item.name, item.media) for item in files)]
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{_ODF}"'
        f' manifest:version="1.2">{entries}</manifest:manifest>\n'
    ).encode()


def is_container(data: bytes) -> bool:
    """Whether some bytes are a zip archive at all."""
    return data[:4] == b"PK\x03\x04"


def read_container(data: bytes, *, file: str | Path) -> Container:
    """Open a container; each way in which it could mislead has its own sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _check_archive(archive, members, data, file)
            bodies = {item.filename: archive.read(item) for item in members}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ContainerRefused(
            "this is not a readable zip archive, or it is encrypted", file=file
        ) from error
    if bodies.pop("mimetype", b"") != MIMETYPE.encode():
        raise ContainerRefused("its member “mimetype” does not say ASiC-E", file=file)
    signatures = {name: body for name, body in bodies.items() if _SIGNATURES.fullmatch(name)}
    media = _media(bodies.pop(_MANIFEST, b""))
    files = {name: body for name, body in bodies.items() if name not in signatures}
    strange = next((name for name in files if name.upper().startswith("META-INF/")), None)
    if strange is not None:
        raise ContainerRefused(f"its member “{strange}” belongs to no ASiC-E container", file=file)
    return Container(files, signatures, media)


_ENTRY = re.compile(r'full-path="([^"<&]+)"[^<>]*media-type="([\w.+/-]+)"')


def _media(manifest: bytes) -> dict[str, str]:
    return dict(_ENTRY.findall(manifest.decode("utf-8", "replace")))


def _check_archive(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], data: bytes, file: str | Path
) -> None:
    first = members[0] if members else None
    if first is None or first.filename != "mimetype":
        raise ContainerRefused("its first member is not “mimetype”", file=file)
    if first.compress_type != zipfile.ZIP_STORED or first.extra or first.header_offset:
        raise ContainerRefused(
            "its member “mimetype” is not stored plainly at the start", file=file
        )
    if archive.comment:
        raise ContainerRefused("the archive carries a comment, where content can hide", file=file)
    if len(members) > MAX_MEMBERS or sum(item.file_size for item in members) > MAX_BYTES:
        raise ContainerRefused("the archive is larger than any return", file=file)
    seen: set[str] = set()
    for member in members:
        _check_member(member, seen, file)
    _refuse_gaps(members, archive.start_dir, data, file)


def _check_member(member: zipfile.ZipInfo, seen: set[str], file: str | Path) -> None:
    name = member.filename
    clean = posixpath.normpath(name)
    climbs = name.startswith("/") or clean.startswith("..") or clean != name
    if climbs or any(sign in name for sign in "\\:\0") or not name.isprintable():
        raise ContainerRefused(f"the member “{name!a}” has a name that misleads", file=file)
    if name.lower() in seen:
        raise ContainerRefused(f"the member “{name}” occurs twice", file=file)
    seen.add(name.lower())
    if (member.external_attr >> 16) & 0o170000 == 0o120000:
        raise ContainerRefused(f"the member “{name}” is a symbolic link", file=file)
    if member.file_size > 1 << 20 and member.file_size > MAX_RATIO * max(1, member.compress_size):
        raise ContainerRefused(
            f"the member “{name}” unpacks to more than 100 times its size", file=file
        )


def _refuse_gaps(
    members: list[zipfile.ZipInfo], directory: int, data: bytes, file: str | Path
) -> None:
    """What lies between the members is read by some programs and by others not."""
    at = 0
    for member in sorted(members, key=lambda item: item.header_offset):
        if member.header_offset != at:
            raise ContainerRefused(
                "bytes lie between its members, where content can hide", file=file
            )
        header = data[at : at + 30]
        names = int.from_bytes(header[26:28], "little")
        extra = int.from_bytes(header[28:30], "little")
        local = data[at + 30 : at + 30 + names]
        if local != member.orig_filename.encode("utf-8" if member.flag_bits & 0x800 else "cp437"):
            raise ContainerRefused(
                f"the member “{member.filename}” has another name inside", file=file
            )
        at += 30 + names + extra + member.compress_size
        if member.flag_bits & 0x08:  # sizes that follow the content
            at += _descriptor(data, at)
    if at != directory:
        raise ContainerRefused("bytes lie between its members, where content can hide", file=file)


def _descriptor(data: bytes, at: int) -> int:
    """The length of a data descriptor: with or without its mark, sizes of four bytes."""
    return 16 if data[at : at + 4] == b"PK\x07\x08" else 12
