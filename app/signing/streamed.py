"""A large signed document without its tree, where it stands exactly as this program writes documents.

All but the signature has to be canonical as it stands, which is proven while it is read: the declaration
of this program, tags without attributes, no other reference than canonical ones, every namespace
declared on the document element, none of them one of signatures. Nothing can then be hidden in it: no
comment, section, instruction, identifier or second signature. What is left, the document element with
the signature alone, is small and goes through the same checks as any document. Where anything is
otherwise, there is no `Streamed`, and the whole tree decides.
"""

import codecs
import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from app.signing.algorithms import C14N, C14N11, DIGESTS, DS
from app.signing.coverage import Claim
from app.signing.refusal import Refused

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
LONGEST_HEAD = 1 << 16
LONGEST_TEXT = 1 << 17
LONGEST_SIGNATURE = 4 << 20
_XINCLUDE = "http://www.w3.org/2001/XInclude"
_ETSI = "http://uri.etsi.org/"
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)(?: [^<>]*)?>")
_PREFIX = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_LOCAL = rb"[A-Za-z_][\w.-]*+>"
_START = b"<ds:Signature "
_END = b"</ds:Signature>"


class Parser(Protocol):
    """A parser that is fed with bytes and builds nothing; what is not well-formed is an error."""

    def feed(self, data: bytes) -> object:
        """Some more bytes."""
        ...

    def close(self) -> object:
        """That was all."""
        ...


class Bytes(Protocol):
    """The bytes of a document, at hand in any order."""

    @property
    def size(self) -> int:
        """How many there are."""
        ...

    def read(self, at: int, size: int) -> bytes:
        """So many of them from a place on."""
        ...

    def chunks(self) -> Iterable[bytes]:
        """All of them in order."""
        ...


class Unlike(Exception):
    """The document stands otherwise than this program writes; its tree has to decide."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """A document that may be read as a stream: where its signature stands, and what is left without all
    that stands before the signature.
    """

    source: Bytes
    body: int
    start: int
    end: int
    prefixes: tuple[bytes, ...]
    reduced: bytes

    def check(self, claim: Claim, parser: Parser) -> str:
        """Check the whole document against what the signature claims; returns its SHA-256.

        Raises `Refused` where it was changed, and `Unlike` where only the tree can tell.
        """
        if claim.canonicalisation not in (C14N, C14N11):
            raise Unlike  # another canonical form is asked for
        named, known = DIGESTS[claim.digest.method](), hashlib.sha256()
        canonical = _canonical(self.prefixes)
        rest, at = b"", 0
        signature, text = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")("strict")
        for chunk in self.source.chunks():
            if len(chunk) > LONGEST_TEXT and b"<" not in chunk:
                raise Unlike  # a text is very long
            _feed(parser, chunk, text)
            root, before, inside, after = self._parts(chunk, at)
            at += len(chunk)
            signature.update(inside)
            for part in (root, before, after):
                named.update(part)
                known.update(part)
            for part in (before, after):
                if part:
                    rest = _canonical_rest(canonical, rest + part)
        if rest or at != self.source.size:
            raise Unlike  # the document ends in the middle of a tag
        _close(parser)
        read = self.source.read(self.start, self.end - self.start)
        if signature.digest() != hashlib.sha256(read).digest():
            raise Refused("the document was changed while it was read")
        if not hmac.compare_digest(claim.digest.value, named.digest()):
            raise Refused("the document was changed after it was signed")
        return known.hexdigest()

    def _parts(self, chunk: bytes, at: int) -> tuple[bytes, bytes, bytes, bytes]:
        """What of a chunk at a place is the root's start tag, what follows it, the signature, the end."""
        first, body, start, end = (
            min(max(place - at, 0), len(chunk))
            for place in (len(DECLARATION), self.body, self.start, self.end)
        )
        return chunk[first:body], chunk[body:start], chunk[start:end], chunk[end:]


def streamed(source: Bytes) -> Streamed | None:
    """How a document may be read as a stream; None where its tree has to be built."""
    head = source.read(0, LONGEST_HEAD)
    root = _ROOT.match(head, len(DECLARATION)) if head.startswith(DECLARATION) else None
    if root is None:
        return None
    begin = max(source.size - LONGEST_SIGNATURE, root.end())
    tail = source.read(begin, source.size - begin)
    start, end = tail.rfind(_START), tail.rfind(_END)
    if start < 0 or end < start:
        return None
    end += len(_END)
    closing = tail[end:]
    if closing.strip() != b"</%s>" % root[1]:
        return None
    element = root[0] + closing
    prefixes = _declared(element)
    if prefixes is None or not closing.endswith(b">"):
        return None
    reduced = DECLARATION + root[0] + tail[start:end] + closing
    return Streamed(source, root.end(), begin + start, begin + end, prefixes, reduced)


def _declared(element: bytes) -> tuple[bytes, ...] | None:
    """The prefixes that an empty document element declares; None where it is not canonical or declares
    a namespace in which something can be hidden.
    """
    try:
        root = etree.fromstring(element, _PARSER)
        same = etree.tostring(root, method="c14n", exclusive=False) == element
    except (etree.LxmlError, ValueError):
        return None
    spaces = root.nsmap
    if not same or any(
        space in (DS, _XINCLUDE) or space.startswith(_ETSI) for space in spaces.values()
    ):
        return None
    names = [name for name in spaces if name is not None]
    if not all(_PREFIX.fullmatch(name) for name in names):
        return None
    return tuple(name.encode() for name in names)


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _canonical(prefixes: Iterable[bytes]) -> re.Pattern[bytes]:
    """Text and tags as they stand in a canonical form, and nothing else."""
    either = b"|".join(re.escape(name) for name in prefixes)
    before = rb"(?:(?:%s):)?" % either if either else b""
    return re.compile(rb"(?:[^<>&\r]++|</?%s%s|&(?:amp|lt|gt|#xD);)*+" % (before, _LOCAL), re.ASCII)


_UNFINISHED = re.compile(rb"(?:<[^<>&\r]*|&[a-zA-Z#]{0,3})")


def _canonical_rest(canonical: re.Pattern[bytes], data: bytes) -> bytes:
    """What stands at the end of some bytes and may become canonical with those that follow."""
    found = canonical.match(data)
    assert found is not None
    rest = data[found.end() :]
    if rest and (len(rest) > LONGEST_HEAD or not _UNFINISHED.fullmatch(rest)):
        raise Unlike  # the document is not written in its canonical form
    return rest


def _feed(parser: Parser, chunk: bytes, text: codecs.IncrementalDecoder) -> None:
    try:
        text.decode(chunk)
        parser.feed(chunk)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unlike from error  # the document is not well-formed


def _close(parser: Parser) -> None:
    try:
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unlike from error  # the document is not well-formed
