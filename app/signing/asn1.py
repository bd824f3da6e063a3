"""Just enough ASN.1 (X.690) to see how a key file is protected before it is opened."""

from dataclasses import dataclass

SEQUENCE = 0x30
OCTETS = 0x04
OCTETS_IN_PARTS = 0x24
OBJECT = 0x06
INTEGER = 0x02
_MAX_DEPTH = 32


class NotAsn1(ValueError):
    """The bytes do not have the shape that was asked for."""


@dataclass(frozen=True, slots=True)
class Element:
    """One value: its identifier octet and the octets of its content."""

    tag: int
    content: bytes

    def children(self) -> list["Element"]:
        """The values inside a constructed one."""
        found, at = [], 0
        while at < len(self.content):
            element, at = _read(self.content, at, _MAX_DEPTH)
            found.append(element)
        return found

    def expect(self, tag: int) -> "Element":
        """Itself, when it has this identifier octet."""
        if self.tag != tag:
            raise NotAsn1(f"an element {self.tag:#04x} stands where {tag:#04x} is expected")
        return self

    def child(self, number: int, tag: int | None = None) -> "Element":
        """One of the values inside, by its position from 0."""
        inside = self.children()
        if number >= len(inside):
            raise NotAsn1("an element is missing")
        return inside[number] if tag is None else inside[number].expect(tag)

    def octets(self) -> bytes:
        """The bytes of an OCTET STRING, also of one that is written in parts."""
        if self.tag == OCTETS_IN_PARTS:
            return b"".join(part.octets() for part in self.children())
        return self.expect(OCTETS).content

    def number(self) -> int:
        """The value of an INTEGER."""
        return int.from_bytes(self.expect(INTEGER).content, "big", signed=True)

    def identifier(self) -> str:
        """An OBJECT IDENTIFIER in dotted form."""
        body = self.expect(OBJECT).content
        arcs: list[int] = []
        value = 0
        for octet in body:
            value = value << 7 | octet & 0x7F
            if not octet & 0x80:
                arcs.append(value)
                value = 0
        if not arcs or body[-1] & 0x80:
            raise NotAsn1("an object identifier is cut off")
        first = min(arcs[0] // 40, 2)
        return ".".join(map(str, (first, arcs[0] - 40 * first, *arcs[1:])))


def read_whole(data: bytes) -> Element:
    """The one value that the bytes hold; nothing may follow it."""
    element, end = _read(data, 0, _MAX_DEPTH)
    if end != len(data):
        raise NotAsn1("something follows the end of the structure")
    return element


def _read(data: bytes, at: int, depth: int) -> tuple[Element, int]:
    if depth == 0:
        raise NotAsn1("the structure is nested too deeply")
    if at + 2 > len(data) or data[at] & 0x1F == 0x1F:
        raise NotAsn1("the structure is cut off")
    tag, length, start = data[at], data[at + 1], at + 2
    if length == 0x80:
        return _read_open(data, tag, start, depth)
    if length & 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[start : start + size], "big")
        start += size
    if start + length > len(data):
        raise NotAsn1("the structure is cut off")
    return Element(tag, data[start : start + length]), start + length


def _read_open(data: bytes, tag: int, start: int, depth: int) -> tuple[Element, int]:
    """A value of indefinite length, which ends with two zero octets."""
    if not tag & 0x20:
        raise NotAsn1("a plain value has no end")
    at = start
    while data[at : at + 2] != b"\0\0":
        _, at = _read(data, at, depth - 1)
    return Element(tag, data[start:at]), at + 2
