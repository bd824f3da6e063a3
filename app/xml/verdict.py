"""All errors of a document against its XSD: a small one as a tree, a large one in pieces."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from app import infile
from app.xml.packfiles import load_validator
from app.xml.piecekeys import Unsuited
from app.xml.safe import MAX_BYTES, TooLarge, parse
from app.xml.validate import SchemaProblem, validate

if TYPE_CHECKING:
    from app.domain.schema import Schema
    from app.xml.pieceplan import Plan
    from app.xml.validate import Validator

SMALL = 4 << 20
"""Up to so many bytes a document is validated as a tree: fifteen times as much memory, no second look."""

Source = Callable[[], Iterable[bytes]]
"""Gives the bytes of the document from the beginning, as often as it is asked."""


class Checker:
    """A schema as both ways need it. Not for several threads at once."""

    def __init__(self, files: Mapping[str, bytes], main: str) -> None:
        self._files, self._main = files, main
        self._plans: dict[tuple[str, str], Plan | Unsuited] = {}

    @cached_property
    def validator(self) -> "Validator":
        """The validator for trees."""
        return load_validator(self._files, self._main)

    def plan(self, root: tuple[str, str]) -> "Plan":
        """How documents with that namespace and document element are cut; or `Unsuited`."""
        from app.xml.pieceplan import make_plan  # noqa: PLC0415  (only large documents need it)

        known = self._plans.get(root)
        if known is None:
            try:
                known = make_plan(self._files, self._main, root)
            except Unsuited as reason:
                known = reason
            self._plans[root] = known
        if isinstance(known, Unsuited):
            raise known
        return known


@lru_cache(maxsize=16)
def cached_checker(files: "Frozen", main: str) -> Checker:
    """The checker of a pack, made once in a process."""
    return Checker(files.files, main)


class Frozen:
    """A pack's files as a cache key: equal when the pack's digest says so."""

    def __init__(self, digest: str, files: Mapping[str, bytes]) -> None:
        self.digest = digest
        self.files = files

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frozen) and other.digest == self.digest


def problems_of(
    source: Source,
    checker: Checker,
    *,
    file: str,
    schema: "Schema | None" = None,
    keep_indents: bool = True,
    tell: Callable[[], object] = lambda: None,
    small: int | None = None,
) -> list[SchemaProblem]:
    """All errors of a document; what cannot be read is refused by name.

    Up to `small` bytes, and wherever pieces could not decide, the whole tree does. `tell` is called as the
    work goes on; what it raises stops it.
    """
    beginning = _beginning(source, SMALL if small is None else small)
    if isinstance(beginning, list):
        from app.xml.piecewise import validate_pieces  # noqa: PLC0415

        try:
            return validate_pieces(source, checker.plan(_root(beginning)), schema, tell)
        except Unsuited:
            beginning = b"".join(source())
    tree = parse(beginning, file=file, keep_indents=keep_indents)
    del beginning
    return validate(tree, checker.validator, schema)


def _beginning(source: Source, small: int) -> bytes | list[bytes]:
    """The whole document where it is small; of another its first chunks."""
    held, size = [], 0
    for chunk in source():
        held.append(chunk)
        size += len(chunk)
        if size > small:
            return held
    return b"".join(held)


def _root(chunks: list[bytes]) -> tuple[str, str]:
    """Namespace and local name of the document element."""
    reader: Any = etree.XMLPullParser(
        events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        reader.feed(b"".join(chunks)[: 1 << 16])
        for _, element in reader.read_events():
            name = etree.QName(element)
            return name.namespace or "", name.localname
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unsuited("the document does not begin as XML") from error
    raise Unsuited("the document element is not at the beginning")


def chunks_of(file: Path) -> Source:
    """The bytes of a file; one that is too large is refused before it is read."""
    too_large = TooLarge("the file is larger than 1 GiB", file=file)
    return lambda: infile.read_chunks(file, MAX_BYTES, too_large)


def slices(data: bytes, size: int = 1 << 18) -> Iterator[bytes]:
    """Some bytes in the chunks of a source, without a second copy of all."""
    view = memoryview(data)
    return (bytes(view[at : at + size]) for at in range(0, len(view), size))
