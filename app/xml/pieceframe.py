"""The frame of a document that is validated in pieces: what stands around its long runs."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.xml.encoding import XmlRefused
from app.xml.piececut import Run
from app.xml.piecekeys import Unsuited
from app.xml.places import Places
from app.xml.safe import parse

if TYPE_CHECKING:
    from app.domain.schema import Schema

_LINES = 20_000
_STEP = re.compile(r"(.+)\[(\d+)\]")
RUN = 1_000_000
"""Parts are numbered from run × this on: the frame before it, then its pieces."""


@dataclass
class Base:
    """The frame up to a run with the run's first rows, and what is known of it.

    `elements` counts the children of each open element, `selected` the targets of each constraint,
    `known` the errors; `chain` has the paths of the open elements below the root. `missing` counts the
    rows of the pieces that were taken so far.
    """

    number: int
    run: Run
    data: bytes
    closing: bytes
    elements: tuple[int, ...]
    tag: str
    chain: tuple[str, ...]
    name: str
    after: int
    first_line: int
    selected: tuple[int, ...] = ()
    known: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    missing: int = 0
    pieces: int = 0

    @property
    def parent(self) -> str:
        """The path of the element that holds the rows; empty for the root."""
        return self.chain[-1] if self.chain else ""


@dataclass
class Text:
    """The frame as it grows: its bytes, where its lines really stand, whose rows are left out of it."""

    data: bytearray = field(default_factory=bytearray)
    lines: int = 0
    read: int = 0
    gaps: list[Base] = field(default_factory=list)
    _starts: list[int] = field(default_factory=lambda: [1])
    _real: list[int] = field(default_factory=lambda: [1])

    def add(self, data: bytes) -> None:
        """More of the frame."""
        self.data += data
        count = data.count(b"\n")
        self.lines += count
        self.read += count
        if self.lines > _LINES:
            raise Unsuited("the document is more than long tables")

    def break_line(self) -> None:
        """What follows begins on a line of its own, without a change to what the document says."""
        if not self.data.endswith(b">"):
            raise Unsuited("a run does not end with a tag")
        self.data[-1:] = b"\n>"
        self.lines += 1

    def leave_out(self, base: Base) -> None:
        """The pieces of a run were left out; the next bytes are further down in the document."""
        self.gaps.append(base)
        self._starts.append(self.lines + 1)
        self._real.append(self.read + 1)

    def line(self, shown: int) -> int:
        """The line of the document for one of the frame."""
        at = bisect_right(self._starts, shown) - 1
        return self._real[at] + shown - self._starts[at]

    def path(self, path: str) -> str:
        """The path in the document for one in the frame."""
        if not self.gaps or not path:
            return path
        shown, real = "", []
        for step in path.split("/"):
            found = _STEP.fullmatch(step)
            if found is None:
                real.append(step)
            else:
                at = int(found[2])
                real.append(f"{found[1]}[{at + self.left_out(shown, found[1], at)}]")
            shown = f"{shown}/{step}".lstrip("/")
        return "/".join(real)

    def left_out(self, parent: str, name: str, at: int) -> int:
        """How many rows are left out before the one at that place of the frame."""
        return sum(
            gap.missing
            for gap in self.gaps
            if gap.name == name and gap.parent == parent and at > gap.after
        )


def parsed(data: bytes) -> Any:
    """The tree of a frame or piece; what is refused leaves it to the whole tree to say so."""
    try:
        return parse(data, file="")
    except XmlRefused as error:
        raise Unsuited(f"the document is refused: {error.message}") from error


def base_of(text: Text, number: int, run: Run, schema: "Schema | None") -> tuple[Base, Any, Places]:
    """What is known of the frame at the beginning of a run, its tree, and the places in it."""
    closing = b"".join(b"</%s>" % name for name in reversed(run.open))
    data = bytes(text.data)
    tree = parsed(data + closing)
    chain = chain_of(tree.getroot(), len(run.open))
    last = next(chain[-1].iterchildren("*", reversed=True))
    places = Places(tree, schema)
    paths = tuple(places.field_path(tree.getpath(item)) for item in chain[1:])
    found = _STEP.fullmatch(places.field_path(tree.getpath(last)).rpartition("/")[2])
    if found is None:
        raise Unsuited("a row of a long table has no number")
    base = Base(
        number=number,
        run=run,
        data=data,
        closing=closing,
        elements=tuple(map(count, chain)),
        tag=last.tag,
        chain=paths,
        name=found[1],
        after=int(found[2]),
        first_line=text.lines + 1,
    )
    return base, tree, places


def chain_of(root: Any, depth: int) -> list[Any]:
    """The last element of each level, from the root on."""
    chain = [root]
    while len(chain) < depth:
        below = next(chain[-1].iterchildren("*", reversed=True), None)
        if below is None:
            raise Unsuited("the rows of a long table are not where they seem to be")
        chain.append(below)
    return chain


def count(element: Any) -> int:
    """How many elements stand in it."""
    return sum(1 for _ in element.iterchildren("*"))


def last_of(parent: Any, many: int) -> Iterator[Any]:
    """The last elements, from the end."""
    for number, element in enumerate(parent.iterchildren("*", reversed=True)):
        if number == many:
            return
        yield element
