"""Zip archives read so that no two programs can disagree about what they hold.

Only the plainest layout is accepted: members one after the other in the order of the directory, told
alike by their own headers and by the directory, and nothing before, between or behind them
(PKWARE APPNOTE 6.3.10). Python's own reader passes over what stands elsewhere.
"""

import posixpath
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError

MAX_MEMBERS = 1000
MAX_BYTES = 1 << 30
MAX_RATIO = 100
"""The limits of an archive: members, bytes unpacked, and how densely a member may be packed."""

STORED, DEFLATED = 0, 8
_UTF8, _DESCRIPTOR = 0x0800, 0x0008
_FLAGS = _UTF8 | _DESCRIPTOR | 0x0006  # the last two say how hard it was packed
_EXTRA = frozenset({0x000A, 0x5455, 0x5855, 0x7875, 0xCAFE})
"""Extra fields that say nothing of names or content: times, owners, and Java's mark."""

_END = struct.Struct("<4sHHHHIIH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_HEADER = struct.Struct("<4sHHHHHIIIHH")
_SPREAD = "bytes lie between its members, before or behind them, where content can hide"


class ContainerRefused(UserError):
    """The file is no container that can be trusted to hold what it shows."""

    code = "container-refused"


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the directory tells it; sizes in bytes. `body` is unpacked and agrees with it."""

    name: str
    method: int
    plain: bool
    mode: int
    body: bytes


@dataclass(frozen=True, slots=True)
class _Told:
    """What both places say of a member."""

    flags: int
    method: int
    crc: int
    packed: int
    size: int
    name: bytes

    @property
    def sums(self) -> tuple[int, int, int]:
        return self.crc, self.packed, self.size


@dataclass(frozen=True, slots=True)
class _Entry:
    told: _Told
    extra: bytes
    mode: int
    offset: int


def read_archive(data: bytes, *, file: str | Path) -> list[Member]:
    """The members of an archive in their order; whatever could mislead is refused by name."""
    try:
        return _members(data)
    except ContainerRefused as refusal:
        raise ContainerRefused(refusal.message, file=file) from None
    except (struct.error, zlib.error, IndexError) as error:
        raise ContainerRefused(_UNREADABLE, file=file) from error


_UNREADABLE = "this is not a readable zip archive, or a part of it is missing"


def _members(data: bytes) -> list[Member]:
    entries, directory = _directory(data)
    if len(entries) > MAX_MEMBERS or sum(item.told.size for item in entries) > MAX_BYTES:
        raise ContainerRefused("the archive is larger than any return")
    members: list[Member] = []
    at = 0
    for entry in entries:
        name = _name(entry.told)
        if entry.offset != at:
            raise ContainerRefused(_SPREAD)
        start = _content_at(data, entry, name)
        end = start + entry.told.packed
        if end > directory:
            raise ContainerRefused(_SPREAD)
        body = _unpacked(data[start:end], entry.told, name)
        at = end + _descriptor(data, end, entry.told, name)
        plain = entry.told.method == STORED and start == entry.offset + _HEADER.size + len(
            entry.told.name
        )
        members.append(Member(name, entry.told.method, plain, entry.mode, body))
    if at != directory:
        raise ContainerRefused(_SPREAD)
    return members


def _directory(data: bytes) -> tuple[list[_Entry], int]:
    """The entries of the directory, and where it begins."""
    end = len(data) - _END.size
    if end < 0 or data[end : end + 4] != b"PK\x05\x06":
        marked = data.rfind(b"PK\x05\x06", max(0, end - 0xFFFF))
        if marked < 0 or marked > end:
            raise ContainerRefused(_UNREADABLE)
        raise ContainerRefused(
            "the archive carries a comment or bytes behind its end, where content can hide"
        )
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, end)
    if comment or disk or first_disk:
        raise ContainerRefused("the archive says that it goes on elsewhere")
    if start + size != end:
        raise ContainerRefused(_SPREAD)
    entries = list(_entries(data, start, end))
    if not here == count == len(entries):
        raise ContainerRefused("the archive says that it holds another number of members")
    return entries, start


def _entries(data: bytes, at: int, end: int) -> Iterator[_Entry]:
    while at < end:
        (mark, _, _, flags, method, _, _, crc, packed, size, named, more, said, disk, _, mode,
         offset) = _ENTRY.unpack_from(data, at)  # fmt: skip
        if mark != b"PK\x01\x02" or at + _ENTRY.size + named + more + said > end:
            raise ContainerRefused(_SPREAD)
        if said or disk:
            raise ContainerRefused("a member carries a comment, where content can hide")
        at += _ENTRY.size
        name, extra = data[at : at + named], data[at + named : at + named + more]
        yield _Entry(_Told(flags, method, crc, packed, size, name), extra, mode >> 16, offset)
        at += named + more


_MISLEADING = frozenset('\\:%?#*"<>|')
"""Signs that mean something else in a reference, or to a file system."""


def _name(told: _Told) -> str:
    """A member's name, when every program reads it alike and it stays within its folder."""
    try:
        name = told.name.decode("utf-8" if told.flags & _UTF8 else "ascii")
    except UnicodeDecodeError:
        raise ContainerRefused(
            f"the member {told.name!a} has a name that programs read differently"
        ) from None
    clean = posixpath.normpath(name)
    climbs = name.startswith("/") or clean.startswith("..") or clean != name
    hides = not name.isprintable() or unicodedata.normalize("NFC", name) != name
    if (
        climbs
        or hides
        or _MISLEADING & set(name)
        or any(part != part.strip(" .") for part in name.split("/"))
    ):
        raise ContainerRefused(f"the member “{name!a}” has a name that misleads")
    return name


def _content_at(data: bytes, entry: _Entry, name: str) -> int:
    """Where a member's content begins, once its own header was found to say the same."""
    mark, _, flags, method, _, _, crc, packed, size, named, more = _HEADER.unpack_from(
        data, entry.offset
    )
    if mark != b"PK\x03\x04":
        raise ContainerRefused(_SPREAD)
    told = entry.told
    if told.flags & ~_FLAGS or told.method not in (STORED, DEFLATED):
        raise ContainerRefused(f"the member “{name}” is encrypted or packed in an unusual way")
    at = entry.offset + _HEADER.size
    if data[at : at + named] != told.name:
        raise ContainerRefused(f"the member “{name}” has another name inside")
    later = bool(told.flags & _DESCRIPTOR) and (crc, packed, size) == (0, 0, 0)
    if (flags, method) != (told.flags, told.method) or not (
        later or (crc, packed, size) == told.sums
    ):
        raise ContainerRefused(f"the member “{name}” is described in two ways")
    for extra in (entry.extra, data[at + named : at + named + more]):
        _check_extra(extra, name)
    return int(at + named + more)


def _check_extra(extra: bytes, name: str) -> None:
    """A second name (Unicode path), sizes elsewhere (zip64) and what is unknown could mislead."""
    at = 0
    while at < len(extra):
        if at + 4 > len(extra):
            raise ContainerRefused(f"the member “{name}” has an extra field that is broken")
        kind, size = struct.unpack_from("<HH", extra, at)
        at += 4 + size
        if kind not in _EXTRA or at > len(extra):
            raise ContainerRefused(
                f"the member “{name}” has an extra field ({kind:#06x}) that could give it another"
                " name or content"
            )


def _unpacked(packed: bytes, told: _Told, name: str) -> bytes:
    if told.size > 1 << 20 and told.size > MAX_RATIO * max(1, told.packed):
        raise ContainerRefused(f"the member “{name}” unpacks to more than 100 times its size")
    body, whole = packed, True
    if told.method == DEFLATED:
        reader = zlib.decompressobj(-zlib.MAX_WBITS)
        body = reader.decompress(packed, told.size + 1)
        whole = reader.eof and not reader.unused_data and not reader.unconsumed_tail
    if not whole or len(body) != told.size or zlib.crc32(body) != told.crc:
        raise ContainerRefused(f"the member “{name}” does not hold what its sizes and sums say")
    return body


def _descriptor(data: bytes, at: int, told: _Told, name: str) -> int:
    """The length of what follows the content: nothing, or its sums, with or without their mark."""
    if not told.flags & _DESCRIPTOR:
        return 0
    sums = struct.pack("<III", *told.sums)
    if data[at : at + 16] == b"PK\x07\x08" + sums:
        return 16
    if data[at : at + 12] == sums:
        return 12
    raise ContainerRefused(f"the member “{name}” is described in two ways")
