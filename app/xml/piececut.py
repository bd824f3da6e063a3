"""Cutting a document into its frame and the pieces of its long runs, from a stream of bytes.

Where a row ends is guessed from the bytes; whoever takes a piece has to parse it within the frame, which
fails or shows other elements wherever the guess was wrong.
"""

import codecs
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from app.xml.piecekeys import Unsuited

PIECE = 1 << 18
MOST_LINES = 40_000
"""libxml2 counts the lines of a document to 65,535 with certainty."""

LONGEST_ROW = 1 << 16
"""A longer element is no row of a table but holds tables itself."""

LONGEST_TAG = 4 << 20
LARGEST_FRAME = 2 << 20

_TAG = re.compile(
    rb"""<(?:!--.*?-->|\?.*?\?>|!\[CDATA\[.*?\]\]>"""
    rb"""|(?P<end>/?)(?P<name>[^\s/>!?<"'=]+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(?P<empty>/?)>)""",
    re.DOTALL,
)
_UTF8 = re.compile(
    rb"""<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["']utf-?8["'])?\s*"""
    rb"""(?:standalone\s*=\s*["'](?:yes|no)["']\s*)?\?>|<[A-Za-z_]|\s""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Bytes that belong to no piece."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Run:
    """A run begins to be cut; its first rows came as frame. `open` are the elements around, from the root."""

    name: bytes
    open: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows of the run."""

    data: bytes


Part = Frame | Run | Piece


class _Stream:
    """A window on the bytes; only what is UTF-8 as Python sees it comes through."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self.data = b""

    def more(self, at: int) -> bool:
        """Forget what stands before `at`, and read on; False at the end."""
        held = [self.data[at:]]
        size, wanted = len(held[0]), len(held[0]) + PIECE
        while size < wanted:
            chunk = next(self._chunks, None)
            if chunk is None:
                break
            self._check(chunk)
            held.append(chunk)
            size += len(chunk)
        self.data = b"".join(held)
        return len(held) > 1

    def _check(self, chunk: bytes) -> None:
        try:
            self._decoder.decode(chunk)
        except UnicodeDecodeError:
            raise Unsuited("the document is not in UTF-8") from None
        if b"\0" in chunk:
            raise Unsuited("a NUL byte stands in the document")


def cut(chunks: Iterable[bytes], rows: frozenset[str], kept: int) -> Iterator[Part]:
    """The parts of a document in their order; all their bytes together are the document."""
    return _Cutter(chunks, rows, kept).parts()


class _Cutter:
    def __init__(self, chunks: Iterable[bytes], rows: frozenset[str], kept: int) -> None:
        self._stream = _Stream(chunks)
        self._rows, self._kept = rows, kept
        self._open: list[bytes] = []
        self._at = 0  # what stands before it in the window has been told
        self._frame = 0

    def parts(self) -> Iterator[Part]:
        self._stream.more(0)
        if not _UTF8.match(self._stream.data):
            raise Unsuited("the document does not begin as most do")
        place = 0
        while True:
            data = self._stream.data
            place = data.find(b"<", place)
            place = len(data) if place < 0 else place
            found = _TAG.match(data, place)
            if found is None:
                if len(data) - place > LONGEST_TAG:
                    raise Unsuited("a tag is very long")
                yield self._told(place)
                place = 0
                if not self._more():
                    break
            elif self._begins_row(found):
                yield self._told(found.start())
                if not (yield from self._run(found["name"])):
                    self._open.append(found["name"])
                    place = self._at + found.end() - found.start()
                else:
                    place = self._at
            else:
                place = found.end()
                self._note(found)
        rest = self._stream.data
        if rest.strip() or self._open:
            raise Unsuited("the document ends too early")
        yield Frame(rest)

    def _begins_row(self, tag: re.Match[bytes]) -> bool:
        if not self._open or tag["name"] is None or tag["end"] or tag["empty"]:
            return False
        return tag["name"].rpartition(b":")[2].decode() in self._rows

    def _note(self, tag: re.Match[bytes]) -> None:
        """Know which elements are open."""
        if tag["name"] is None or tag["empty"]:
            return
        if not tag["end"]:
            self._open.append(tag["name"])
        elif not self._open or self._open.pop() != tag["name"]:
            raise Unsuited("the tags of the document do not fit")

    def _told(self, end: int) -> Frame:
        data = self._stream.data[self._at : end]
        self._frame += len(data)
        if self._frame > LARGEST_FRAME:
            raise Unsuited("the document is more than long tables")
        self._at = end
        return Frame(data)

    def _run(self, name: bytes) -> Generator[Part, None, bool]:
        """Rows from here on; False where there is none that is short enough to be one."""
        ways = _Ways(name)
        kept, cutting = 0, False
        if not self._short(ways):
            return False
        while (to := self._rows_end(ways)) >= 0:
            if kept < self._kept:
                place = self._at
                while kept < self._kept and place < to:
                    place = self._stream.data.index(ways.end, place, to) + len(ways.end)
                    kept += 1
                yield self._told(place)
                continue
            if not cutting:
                cutting = True
                yield Run(name, tuple(self._open))
            yield Piece(self._stream.data[self._at : to])
            self._at = to
        return kept > 0

    def _short(self, ways: "_Ways") -> bool:
        """Whether the element that begins here may be a row: it ends soon, and holds none of its name."""
        if len(self._stream.data) - self._at < LONGEST_ROW:
            self._more()
        data = self._stream.data
        end = data.find(ways.end, self._at, self._at + LONGEST_ROW)
        return end >= 0 and ways.begin.search(data, self._at + 1, end) is None

    def _rows_end(self, ways: "_Ways") -> int:
        """Where the last row of the next piece ends; -1 where no row begins, or one that is too long."""
        if len(self._stream.data) - self._at < 2 * PIECE:
            self._more()
        data, stop = self._stream.data, self._at + PIECE
        if not ways.begins.match(data, self._at):
            return -1
        while data.count(b"\n", self._at, stop) > MOST_LINES:
            stop = self._at + (stop - self._at) // 2
        over = ways.over.search(data, self._at, stop)
        last = over.start() if over else data.rfind(ways.end, self._at, stop)
        return last + len(ways.end) if last >= 0 else -1

    def _more(self) -> bool:
        more = self._stream.more(self._at)
        self._at = 0
        return more


class _Ways:
    """How rows of a name begin, end, and stop being rows."""

    def __init__(self, name: bytes) -> None:
        self.end = b"</%s>" % name
        self.begin = re.compile(rb"<%s[\s/>]" % re.escape(name))
        self.begins = re.compile(rb"\s*<%s[\s/>]" % re.escape(name))
        self.over = re.compile(rb"%s\s*<(?!%s[\s/>])" % (re.escape(self.end), re.escape(name)))
