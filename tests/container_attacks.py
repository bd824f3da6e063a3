"""Attacks on containers as data: archives that lie about themselves, and signatures about files.

`FORGED` is the figure that must never be seen.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

from enveloped_attacks import FORGED, reseal
from lxml import etree
from signing_makers import DECLARATION, DOCUMENT, NOW, identity
from tampering import Tree, add, at, drop, put, resign

from app.signing.algorithms import DS
from app.signing.asice import MIMETYPE, write_container
from app.signing.detached import SignedFile, sign_files

RETURN = SignedFile("return.xml", DECLARATION + DOCUMENT)
OTHER = SignedFile("other.xml", DOCUMENT.replace(b"980.00", FORGED.encode()))
SIGNATURES = "META-INF/signatures0.xml"
MANIFEST = "META-INF/manifest.xml"


@cache
def signature(*files: SignedFile, kind: str = "p256") -> bytes:
    return sign_files(files or (RETURN,), identity(kind).signer, at=NOW)


@dataclass(frozen=True)
class Piece:
    """A member as bytes; `local` and `entry` are what its header and the directory say differently."""

    name: bytes
    body: bytes
    method: int = 8
    flags: int = 0
    extra: bytes = b""
    entry_extra: bytes = b""
    comment: bytes = b""
    mode: int = 0o644
    packed: bytes | None = None
    before: bytes = b""
    descriptor: bytes = b""
    local: dict[str, object] = field(default_factory=dict)
    entry: dict[str, object] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method == 0:
            return self.body
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.body) + packer.flush()

    def told(self, lies: dict[str, object]) -> dict[str, object]:
        truth = {
            "name": self.name, "method": self.method, "flags": self.flags,
            "crc": zlib.crc32(self.body), "packed": len(self.content), "size": len(self.body),
        }  # fmt: skip
        return {**truth, **lies}


Pieces = list[Piece]


def pieces() -> Pieces:
    """A valid container, member by member."""
    with zipfile.ZipFile(io.BytesIO(write_container([RETURN], []))) as made:
        body = made.read(MANIFEST)
    return [
        Piece(b"mimetype", MIMETYPE.encode(), method=0),
        Piece(RETURN.name.encode(), RETURN.body),
        Piece(MANIFEST.encode(), body),
        Piece(SIGNATURES.encode(), signature()),
    ]


def archive(members: Pieces, *, lead: bytes = b"", gap: bytes = b"", tail: bytes = b"",
            count: int | None = None, order: Callable[[list[bytes]], list[bytes]] = list,
            end: dict[str, int] | None = None) -> bytes:  # fmt: skip
    """The bytes of an archive that may lie anywhere."""
    out = bytearray(lead)
    entries: list[bytes] = []
    for piece in members:
        out += piece.before
        offset = piece.entry.get("offset", len(out))
        told = piece.told(piece.local)
        name = told["name"]
        assert isinstance(name, bytes)
        if not piece.local.get("missing"):
            out += struct.pack(
                "<4sHHHHHIIIHH", b"PK\x03\x04", 20, told["flags"], told["method"], 0, 0x21,
                told["crc"], told["packed"], told["size"], len(name), len(piece.extra),
            )  # fmt: skip
            out += name + piece.extra + piece.content + piece.descriptor
        told = piece.told(piece.entry)
        name = told["name"]
        assert isinstance(name, bytes)
        entries.append(
            struct.pack(
                "<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 0x314, 20, told["flags"], told["method"], 0,
                0x21, told["crc"], told["packed"], told["size"], len(name), len(piece.entry_extra),
                len(piece.comment), piece.entry.get("disk", 0), 0, piece.mode << 16, offset,
            ) + name + piece.entry_extra + piece.comment
        )  # fmt: skip
    out += gap
    start = len(out)
    directory = b"".join(order(entries))
    said = {"here": count or len(entries), "count": count or len(entries), "size": len(directory),
            "start": start, "comment": 0, "disk": 0, **(end or {})}  # fmt: skip
    out += directory + struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", said["disk"], said["disk"], said["here"], said["count"],
        said["size"], said["start"], said["comment"],
    )  # fmt: skip
    return bytes(out) + tail


@dataclass(frozen=True)
class Packed:
    """One attack on the archive, and what is said."""

    name: str
    make: Callable[[Pieces], bytes]
    says: str

    def __str__(self) -> str:
        return self.name

    def bytes(self) -> bytes:
        return self.make(pieces())


def with_return(**lies: object) -> Callable[[Pieces], bytes]:
    """The member that holds the return is written differently."""

    def make(members: Pieces) -> bytes:
        members[1] = replace(members[1], **lies)  # type: ignore[arg-type]
        return archive(members)

    return make


def more(*extra: Piece) -> Callable[[Pieces], bytes]:
    return lambda members: archive([*members, *extra])


def _extra(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _unicode_path(name: str) -> bytes:
    return _extra(
        0x7075, b"\x01" + struct.pack("<I", zlib.crc32(RETURN.name.encode())) + name.encode()
    )


def _deflated(body: bytes) -> bytes:
    return Piece(b"", body).content


FAKE = OTHER.body
LEAD = b"PK\x03\x04 and then something else"
_GAP = "bytes lie between"
_TWO = "described in two ways"
_SUMS = "does not hold what its sizes"
_MARK = b"PK\x07\x08"
_TRUE = struct.pack("<III", zlib.crc32(RETURN.body), len(_deflated(RETURN.body)), len(RETURN.body))


def _bytes_elsewhere() -> list[Packed]:
    hidden = Piece(b"return.xml", FAKE, method=0)
    one = archive([hidden])
    local_only = one[: one.index(b"PK\x01\x02")]
    return [
        Packed("bytes before", lambda m: archive(m, lead=LEAD), _GAP),
        Packed("bytes before that the directory does not count",
               lambda m: LEAD + archive(m), _GAP),
        Packed("bytes behind", lambda m: archive(m, tail=b"\n"), "behind its end"),
        Packed("an archive behind", lambda m: archive(m, tail=one), _GAP),
        Packed("an archive before", lambda m: one + archive(m), _GAP),
        Packed("a comment", lambda m: archive(m, tail=b"hi", end={"comment": 2}), "comment"),
        Packed("a comment that is an end", lambda m: archive(
            m, tail=archive(m)[-22:], end={"comment": 22}), _GAP),
        Packed("a comment that is not there", lambda m: archive(m, end={"comment": 4}), "elsewhere"),
        Packed("bytes before the directory", lambda m: archive(m, gap=b"junk"), _GAP),
        Packed("a member without an entry", lambda m: archive(m, gap=local_only), _GAP),
        Packed("a member between without an entry", with_return(before=local_only), _GAP),
        Packed("an entry without a member", more(
            replace(hidden, name=b"new.xml", local={"missing": True}, entry={"offset": 0})), _GAP),
        Packed("a member's comment", with_return(comment=FORGED.encode()), "comment"),
        Packed("a member on another disk", with_return(entry={"disk": 1}), "comment"),
        Packed("another disk", lambda m: archive(m, end={"disk": 1}), "elsewhere"),
        Packed("too few told", lambda m: archive(m, count=len(m) - 1), "another number"),
        Packed("too many told", lambda m: archive(m, count=len(m) + 1), "another number"),
        Packed("directory told shorter", lambda m: archive(m, end={"size": 46}), _GAP),
        Packed("another order", lambda m: archive(m, order=lambda e: [e[0], e[2], e[1], e[3]]), _GAP),
        Packed("two entries for one member", lambda m: archive(
            m, order=lambda e: [*e, e[1]], count=5), _GAP),
        Packed("overlapping members", lambda m: archive(
            [*m, Piece(b"more.xml", m[3].body, local={"missing": True}, packed=m[3].content,
                       entry={"offset": _at(m, 3)})]), _GAP),
        Packed("a member within another", _inside, _GAP),
        Packed("zip64", lambda m: archive(
            m, gap=b"PK\x06\x06" + bytes(52) + b"PK\x06\x07" + bytes(16)), _GAP),
    ]  # fmt: skip


def _at(members: Pieces, place: int) -> int:
    return (
        archive(members).index(b"PK\x03\x04", 1)
        if place == 0
        else archive(members[:place]).index(b"PK\x01\x02")
    )


def _inside(members: Pieces) -> bytes:
    """A stored member whose content is a whole member of its own, which the directory names."""
    inner = archive([Piece(b"return.xml", FAKE, method=0)])
    body = inner[: inner.index(b"PK\x01\x02")]
    box = Piece(b"box.bin", body, method=0)
    start = _at([*members, box], 4) + 30 + len(box.name)
    entry = Piece(b"inner.xml", FAKE, method=0, local={"missing": True}, entry={"offset": start})
    return archive([*members, box, entry])


def _two_tellings() -> list[Packed]:
    utf8 = "kämpfer.xml".encode()
    return [
        Packed("another name inside", with_return(local={"name": b"RETURN.xml"}), "another name"),
        Packed("another method inside", with_return(local={"method": 0}), _TWO),
        Packed("another size inside", with_return(local={"size": 5}), _TWO),
        Packed("another packed size inside", with_return(local={"packed": 5}), _TWO),
        Packed("another sum inside", with_return(local={"crc": 5}), _TWO),
        Packed("other flags inside", with_return(local={"flags": 0x800}), _TWO),
        Packed("encrypted inside", with_return(local={"flags": 1}), _TWO),
        Packed("encrypted", with_return(flags=1), "encrypted"),
        Packed("strongly encrypted", with_return(flags=0x40), "encrypted"),
        Packed("patched", with_return(flags=0x20), "encrypted"),
        Packed("masked", with_return(flags=0x2000), "encrypted"),
        Packed("another packing", with_return(method=12, packed=b"x"), "unusual"),
        Packed("unpacked to less", with_return(entry={"size": 5}, local={"size": 5}), _SUMS),
        Packed("unpacked to more", with_return(entry={"size": 9999}, local={"size": 9999}), _SUMS),
        Packed("wrong sum", with_return(entry={"crc": 5}, local={"crc": 5}), _SUMS),
        Packed("bytes behind the packed content", with_return(
            packed=_deflated(RETURN.body) + FORGED.encode()), _SUMS),
        Packed("packed content cut off", with_return(packed=_deflated(RETURN.body)[:-3]), _SUMS),
        Packed("no packed content", with_return(packed=b"not packed"), "readable"),
        Packed("descriptor that is not there", with_return(flags=8), _TWO),
        Packed("descriptor of other sizes", with_return(
            flags=8, descriptor=_MARK + struct.pack("<III", 1, 2, 3)), _TWO),
        Packed("descriptor of zip64", with_return(
            flags=8, descriptor=_MARK + _TRUE[:4] + bytes(16)), _TWO),
        Packed("descriptor without its flag", with_return(descriptor=_MARK + _TRUE), _GAP),
        Packed("sizes half told before the descriptor", with_return(
            flags=8, descriptor=_MARK + _TRUE, local={"crc": 0}), _TWO),
        Packed("Unicode path", with_return(entry_extra=_unicode_path("evil.xml")), "0x7075"),
        Packed("Unicode path inside", with_return(extra=_unicode_path("evil.xml")), "0x7075"),
        Packed("Unicode comment", with_return(entry_extra=_extra(0x6375, b"\x01abcdx")), "0x6375"),
        Packed("zip64 sizes", with_return(entry_extra=_extra(1, bytes(16))), "0x0001"),
        Packed("strong encryption record", with_return(extra=_extra(0x17, bytes(8))), "0x0017"),
        Packed("broken extra", with_return(extra=b"\x55\x54"), "broken"),
        Packed("extra that is too long", with_return(extra=b"\x55\x54\xff\x00"), "0x5455"),
        Packed("bytes of UTF-8 without the flag", more(Piece(utf8, b"x")), "read differently"),
        Packed("broken UTF-8", more(Piece(b"\xc0\xaexml", b"x", flags=0x800)), "read differently"),
        Packed("decomposed name", more(Piece("ka\u0308.xml".encode(), b"x", flags=0x800)),
               "misleads"),
    ]  # fmt: skip


def _names() -> list[Packed]:
    bad = {
        "parent": "../return.xml", "absolute": "/return.xml", "current folder": "./return.xml",
        "empty part": "a//return.xml", "folder": "a/", "drive": "C:return.xml",
        "backslash": "a\\return.xml", "percent": "return%2Exml", "query": "return.xml?x",
        "fragment": "return.xml#x", "stream": "return.xml::$DATA", "trailing dot": "return.xml.",
        "trailing space": "return.xml ", "null": "return.xml\0.txt", "newline": "return.xml\n",
        "right to left": "return\u202elmx.xml", "zero width": "return\u200b.xml", "empty": "",
        "parent in META-INF": "META-INF/../return.xml",
    }  # fmt: skip
    found = [
        Packed(f"name: {name}", more(Piece(text.encode(), FAKE, flags=0x800)), "misleads")
        for name, text in bad.items()
    ]
    strange = ("META-INF/extra.bin", "meta-inf/signatures0.xml", "META-INF/SIGNATURES.XML",
               "META-INF/a/signatures.xml", "META-INF/timestamp.tst", "META-INF/ASiCManifest.xml",
               "META-INF")  # fmt: skip
    found += [
        Packed(f"strange: {name}", more(Piece(name.encode(), FAKE)), "belongs to no|occurs twice")
        for name in strange
    ]
    twice = ("return.xml", "RETURN.XML", "Return.xml", "mimetype", "MIMETYPE", MANIFEST, SIGNATURES)
    found += [
        Packed(f"twice: {name}", more(Piece(name.encode(), FAKE)), "occurs twice") for name in twice
    ]
    kinds = {"link": 0o120777, "folder": 0o040755, "device": 0o060644, "pipe": 0o010644}
    return found + [
        Packed(f"kind: {name}", more(Piece(b"other.xml", FAKE, mode=mode)), "no file at all")
        for name, mode in kinds.items()
    ]


def _mimetype(**lies: object) -> Callable[[Pieces], bytes]:
    def make(members: Pieces) -> bytes:
        members[0] = replace(members[0], **lies)  # type: ignore[arg-type]
        return archive(members)

    return make


def _manifest(change: Callable[[bytes], bytes]) -> Callable[[Pieces], bytes]:
    def make(members: Pieces) -> bytes:
        members[2] = replace(members[2], body=change(members[2].body))
        return archive(members)

    return make


def _own_members() -> list[Packed]:
    times = _extra(0x5455, b"\x01\0\0\0\0")
    entry = b'<manifest:file-entry manifest:full-path="other.xml" manifest:media-type="text/xml"/>'
    close = b"</manifest:manifest>"
    return [
        Packed("no mimetype", lambda m: archive(m[1:]), "first member"),
        Packed("mimetype second", lambda m: archive([m[1], m[0], *m[2:]]), "first member"),
        Packed("packed mimetype", _mimetype(method=8), "not stored plainly"),
        Packed("mimetype with extra", _mimetype(extra=times), "not stored plainly"),
        Packed("mimetype of another kind", _mimetype(body=b"application/zip"), "ASiC-E"),
        Packed("mimetype of ASiC-S", _mimetype(
            body=b"application/vnd.etsi.asic-s+zip"), "ASiC-E"),
        Packed("mimetype with a newline", _mimetype(body=MIMETYPE.encode() + b"\n"), "ASiC-E"),
        Packed("manifest names more", _manifest(lambda b: b.replace(close, entry + close)), "other"),
        Packed("manifest names less", _manifest(lambda b: b.replace(b"return.xml", b"")), "other"),
        Packed("manifest names another", _manifest(lambda b: b.replace(b"return", b"other")), "other"),
        Packed("manifest names it twice", _manifest(
            lambda b: b.replace(close, entry.replace(b"other", b"return") + close)), "other files"),
        Packed("manifest of another kind", _manifest(
            lambda b: b.replace(b"asic-e", b"asic-s")), "ASiC-E"),
        Packed("manifest that is none", _manifest(lambda _: b"<"), "cannot be read"),
        Packed("manifest with a DOCTYPE", _manifest(
            lambda b: b.replace(b"<manifest:manifest", b"<!DOCTYPE x><manifest:manifest", 1)),
            "manifest"),
        Packed("manifest with an entity", _manifest(
            lambda b: b.replace(b"return.xml", b"&evil;")), "cannot be read"),
        Packed("no file", lambda m: archive([m[0], m[3]]), "holds no file"),
        Packed("no signature", lambda m: archive(m[:3]), "no signature"),
        Packed("signature beside META-INF", lambda m: archive(
            [*m[:3], replace(m[3], name=b"signatures0.xml")]), "names other files"),
    ]  # fmt: skip


def _streamed(members: Pieces) -> Pieces:
    """As programs write that do not know the sizes before."""
    unknown: dict[str, object] = {"crc": 0, "packed": 0, "size": 0}
    members[1] = replace(members[1], flags=0x808, local=unknown, descriptor=_MARK + _TRUE)
    return members


PLAIN_ARCHIVES = (
    archive(_streamed(pieces())),
    with_return(flags=8, descriptor=_TRUE)(pieces()),
    with_return(extra=_extra(0x5455, b"\x01\0\0\0\0"))(pieces()),
    with_return(method=0)(pieces()),
)
"""Other ways of writing the same, which are no attack."""

ARCHIVES = _bytes_elsewhere() + _two_tellings() + _names() + _own_members()
"""Archives that are refused, or hold no signature at all."""


@dataclass(frozen=True)
class Detached:
    """One attack on the signature document, and what is said once the trusted key signed it again."""

    name: str
    change: Callable[[Tree], Tree | None]
    says: str
    files: tuple[SignedFile, ...] = (RETURN,)

    def __str__(self) -> str:
        return self.name

    def plain(self) -> bytes:
        return write_container(self.files, [etree.tostring(self._changed())])

    def again(self) -> bytes:
        root = self._changed()
        for step in (reseal, resign):
            step(root)
        return write_container(self.files, [etree.tostring(root)])

    def _changed(self) -> Tree:
        root = etree.fromstring(signature())
        other = self.change(root)
        return root if other is None else other


FILE, PROPS = "//ds:Reference[1]", "//ds:Reference[@Type]"
SIGNATURE = "//ds:Signature"
_XML = "http://www.w3.org/XML/1998/namespace"


def _aimed(target: str) -> Callable[[Tree], None]:
    return put(FILE, "URI", target)


def _twice(target: str) -> Callable[[Tree], None]:
    """One more reference to the same file under another spelling."""

    def change(root: Tree) -> None:
        reference = etree.fromstring(etree.tostring(at(root, FILE)))
        reference.attrib.pop("Id")
        reference.set("URI", target)
        at(root, "//ds:SignedInfo").append(reference)

    return change


def _nested(where: str) -> Callable[[Tree], None]:
    """A whole signature inside another one, where unsigned things may stand."""

    def change(root: Tree) -> None:
        inner = etree.fromstring(signature(kind="p384"))[0]
        add("//xades:QualifyingProperties", "<xades:UnsignedProperties/>")(root)
        at(root, where).append(inner)

    return change


def _boxed(root: Tree) -> None:
    box = etree.SubElement(root, f"{{{DS}}}Object")
    box.append(root[0])


def _other_root(name: str) -> Callable[[Tree], Tree]:
    def change(root: Tree) -> Tree:
        outer = etree.Element(name)
        outer.append(root)
        return outer

    return change


def _uris() -> list[Detached]:
    names = {
        "current folder": "./return.xml", "absolute": "/return.xml", "host": "//host/return.xml",
        "file": "file:return.xml", "parent": "META-INF/../return.xml", "up": "../return.xml",
        "query": "return.xml?x", "fragment": "return.xml#x", "other case": "RETURN.xml",
        "encoded up": "%2e%2e/return.xml", "encoded slash": "a%2f..%2freturn.xml",
        "twice encoded": "return%252Exml", "broken encoding": "return%FF.xml",
        "overlong": "return%C0%AExml", "null": "return.xml%00", "space": " return.xml",
        "web": "https://example.org/return.xml", "archive": "jar:file:x.asice!/return.xml",
        "data": "data:,x", "backslash": ".\\return.xml", "itself": SIGNATURES, "type": "mimetype",
        "manifest": MANIFEST,
    }  # fmt: skip
    return [Detached(f"URI: {name}", _aimed(text), "refers to") for name, text in names.items()]


def _documents() -> list[Detached]:
    return [
        Detached("transform", add(FILE, "<ds:Transforms/>"), "in a place where|transforms"),
        Detached("URI gone", lambda r: at(r, FILE).attrib.pop("URI") and None, "refers to"),
        Detached("URI empty", _aimed(""), "refers to"),
        Detached("identifier of a part", _aimed("#sig"), "refers to"),
        Detached("file twice", _twice("return.xml"), "two references"),
        Detached("file twice, encoded", _twice("return%2Exml"), "two references"),
        Detached("manifest type", put(FILE, "Type", f"{DS}Manifest"), "something else"),
        Detached("no file covered", drop(FILE), "covers no file"),
        Detached("no properties", drop(PROPS), "does not cover its own signed properties"),
        Detached("base of the document", put("/*", f"{{{_XML}}}base", "https://x/"), "could move"),
        Detached("identifier of the document", put("/*", "Id", "x"), "could move"),
        Detached("base of the signature", put(SIGNATURE, f"{{{_XML}}}base", "x"), "attribute"),
        Detached("signature inside unsigned", _nested("//xades:UnsignedProperties"), "inside another"),
        Detached("signature inside key info", _nested("//ds:KeyInfo"), "inside another"),
        Detached("signature in a box", _boxed, "something else than signatures"),
        Detached("another root", _other_root("{urn:x}XAdESSignatures"), "does not begin"),
        Detached("an older root", _other_root("signatures"), "does not begin"),
        Detached("root is the signature", lambda r: r[0], "does not begin"),
        Detached("describes another file", put("//xades:DataObjectFormat", "ObjectReference", "#x"),
                 "something else"),
        Detached("digest of SHA-1", put(f"{FILE}/ds:DigestMethod", "Algorithm", f"{DS}sha1"), "sha1"),
        Detached("same identifier on the root", lambda r: at(r, "//ds:KeyInfo").set(
            "Id", str(at(r, "//xades:SignedProperties").get("Id"))), "occurs twice"),
    ]  # fmt: skip


DOCUMENTS = _uris() + _documents()
"""Signature documents that are refused even when the trusted key itself signed them."""


def _put(files: list[SignedFile], *signatures: bytes) -> bytes:
    return write_container(files, signatures)


def _renamed(file: SignedFile, name: str) -> SignedFile:
    return SignedFile(name, file.body, file.media)


def _changed_body(root: bytes) -> bytes:
    return root.replace(b"980.00", FORGED.encode())


MIXED: list[tuple[str, Callable[[], bytes], str]] = [
    ("file changed", lambda: _put([SignedFile("return.xml", _changed_body(RETURN.body))], signature()),
     "was changed after it was signed"),
    ("file renamed", lambda: _put([_renamed(RETURN, "other.xml")], signature()), "does not hold"),
    ("file exchanged", lambda: _put([_renamed(OTHER, "return.xml")], signature()), "was changed"),
    ("files exchanged", lambda: _put(
        [_renamed(OTHER, "return.xml"), _renamed(RETURN, "other.xml")], signature(RETURN, OTHER)),
     "was changed"),
    ("file more", lambda: _put([RETURN, OTHER], signature()), "does not cover “other.xml”"),
    ("second signature covers another file",
     lambda: _put([RETURN, OTHER], signature(), signature(OTHER)), "does not cover"),
    ("second signature by a stranger over another file",
     lambda: _put([RETURN, OTHER], signature(), signature(OTHER, kind="p384")), "does not"),
    ("stranger's signature beside a good one",
     lambda: _put([RETURN], signature(), signature(kind="p384")), "trusted authority"),
    ("broken signature beside a good one", lambda: _put([RETURN], signature(), signature().replace(
        b"<ds:SignatureValue>", b"<ds:SignatureValue>AAAA")), "base64|fit"),
    ("rubbish beside a good one", lambda: _put([RETURN], signature(), b"<x"), "well-formed"),
    ("empty document beside a good one", lambda: _put([RETURN], signature(), b""), "."),
    ("document with a DOCTYPE", lambda: _put(
        [RETURN], signature().replace(b"<asic:", b"<!DOCTYPE x><asic:", 1)), "DOCTYPE"),
    ("document with a comment", lambda: _put(
        [RETURN], signature().replace(b"<ds:SignedInfo>", b"<ds:SignedInfo><!-- -->")), "comment"),
    ("document with CDATA", lambda: _put([RETURN], signature().replace(
        b"</ds:SignatureValue>", b"<![CDATA[]]></ds:SignatureValue>")), "CDATA"),
    ("enveloped signature alone", lambda: _put([RETURN]), "no signature"),
]  # fmt: skip
"""Whole signatures in the wrong company, and files under another name."""
