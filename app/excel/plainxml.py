"""Whether a sheet's XML can be scanned as text, and the same sheet written so that it can."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

from lxml import etree

from app.excel.package import MAX_SMALL_PART, BrokenWorkbook, Package, WorkbookBomb
from app.excel.scan import address_of, cell_at

_AT_ONCE = 1 << 12
_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet[\s>]")


def check_sheet(package: Package, part: str) -> None:
    """Refuse a part that is no worksheet: the fast reader would show it as an empty sheet."""
    inside = False
    try:
        for name in _names(package, part):
            inside = inside or name == "worksheet"
            if not inside:
                break
            if name == "sheetData":
                return
    except etree.XMLSyntaxError as error:
        raise BrokenWorkbook(
            f"the part “{part}” is not well-formed XML", file=package.file
        ) from error
    raise BrokenWorkbook(f"the part “{part}” is no worksheet", file=package.file)


def _names(package: Package, part: str) -> Iterator[str]:
    """The local names of a part's elements, as they begin."""
    parser = etree.XMLPullParser(
        ("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    for piece in package.chunks(part):
        for start in range(0, len(piece), _AT_ONCE):  # what is wanted stands at the beginning
            parser.feed(piece[start : start + _AT_ONCE])
            for _, element in parser.read_events():
                assert not isinstance(element, tuple)  # only name spaces give pairs
                yield etree.QName(element).localname


Found = TypeVar("Found")


class _NotPlain(Exception):
    """A piece cannot be read as text; what was read so far does not count."""


def read_plain(
    package: Package, part: str, read: Callable[[Iterable[bytes], bytes], Found]
) -> Found:
    """What `read` makes of a sheet's pieces, plain, and the prefix of its elements.

    The sheet is unpacked once: each piece is looked at on its way. Where one is not plain `read` begins
    again, with the sheet written anew.
    """
    prefix = _prefix(package, part)
    if prefix is not None:
        with suppress(_NotPlain):
            return read(_looked_at(package, part, prefix), prefix)
    return read([_rewritten(package, part)], b"")


def _looked_at(package: Package, part: str, prefix: bytes) -> Iterator[bytes]:
    tail = b""
    for piece in package.chunks(part):
        if not _plain(tail + piece, prefix):
            raise _NotPlain
        yield piece
        tail = piece[-512:]


def _prefix(package: Package, part: str) -> bytes | None:
    for piece in package.chunks(part):
        found = _ROOT.search(piece)
        return None if not found else (found[1] + b":" if found[1] else b"")
    return None


def _plain(piece: bytes, prefix: bytes) -> bool:
    """No comment, CDATA or instruction; double quotes; every row and cell with its address."""
    if b"<!" in piece or piece.count(b"<?") > piece.startswith((b"<?", b"\xef\xbb\xbf<?")):
        return False
    bare = rb"<" + re.escape(prefix) + rb"(?:c|row)(?:\s+(?!r=)[\w:.-]+=\"[^\">]*\")*\s*/?>"
    odd = rb"<" + re.escape(prefix) + rb"(?:c|row|col|mergeCell)\s[^>]*='"
    return not re.search(bare, piece) and not re.search(odd, piece)


def _rewritten(package: Package, part: str) -> bytes:
    """The sheet with addresses filled in and without prefixes, comments and the like."""
    if sum(len(piece) for piece in package.chunks(part)) > MAX_SMALL_PART:
        raise WorkbookBomb(
            f"the sheet “{part}” is too large for its unusual form; save it once more in Excel",
            file=package.file,
        )
    root = package.xml(part)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    etree.strip_tags(root, etree.Comment, etree.PI)
    _number_cells(root)
    return etree.tostring(root, method="c14n")


def _number_cells(root: etree._Element) -> None:
    row_number = -1
    for row in root.iter("row"):
        given = row.get("r")
        row_number = int(given) - 1 if given and given.isdigit() else row_number + 1
        row.set("r", str(row_number + 1))
        column = -1
        for cell in row.iter("c"):
            place = cell_at(cell.get("r", ""))
            column = place[1] if place else column + 1
            cell.set("r", address_of(row_number, column))
