"""A workbook's archive, hostile until read: limits and refusals come before any reader sees a byte."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from app.errors import UserError

MAX_FILE = 512 << 20
MAX_MEMBERS = 5000
MAX_UNPACKED = 4 << 30
MAX_RATIO = 200
DENSE_ENOUGH = 1 << 20
MAX_SMALL_PART = 64 << 20
CHUNK = 1 << 22

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class WorkbookRefused(UserError):
    """A file that is no workbook, or one that is never opened."""

    code = "workbook-refused"


class NotAWorkbook(WorkbookRefused):
    """The file is something else: a text file, a PDF, another archive."""

    code = "workbook-wrong-kind"


class OldWorkbook(WorkbookRefused):
    """An .xls file of Excel 97 to 2003."""

    code = "workbook-xls"


class EncryptedWorkbook(WorkbookRefused):
    """A workbook that needs a password to open."""

    code = "workbook-encrypted"


class MacroWorkbook(WorkbookRefused):
    """A workbook with macros."""

    code = "workbook-macros"


class BrokenWorkbook(WorkbookRefused):
    """An archive that does not unpack, or parts that are not what they should be."""

    code = "workbook-broken"


class WorkbookBomb(WorkbookRefused):
    """An archive that unpacks to far more than a workbook would."""

    code = "workbook-bomb"


class WorkbookClimbs(WorkbookRefused):
    """A member whose name leads out of the archive, or occurs twice."""

    code = "workbook-names"


class WorkbookDoctype(WorkbookRefused):
    """A part declares a document type or an entity."""

    code = "workbook-doctype"


_SAVE_AS = "save it in Excel as “Excel Workbook (*.xlsx)” and import that"


class Package:
    """The parts of a workbook, checked. Every part was unpacked once, so sizes and sums are true."""

    def __init__(self, body: bytes, file: str) -> None:
        self.body = body
        self.file = file
        _refuse_other_kinds(body, file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(body))
            self.names = _check_names(self._zip, file)
            _check_kind(self._zip, self.names, file)
            for name in self.names:
                self._check_part(name)
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            zlib.error,
            EOFError,
        ) as error:
            if "encrypted" in str(error):
                raise EncryptedWorkbook(
                    "the archive is locked with a password; save it without one", file=file
                ) from error
            raise BrokenWorkbook(f"the workbook is damaged: {error}", file=file) from error

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part in pieces."""
        with self._zip.open(name) as part:
            while piece := part.read(CHUNK):
                yield piece

    def read(self, name: str) -> bytes:
        """A small part, whole."""
        if self._zip.getinfo(name).file_size > MAX_SMALL_PART:
            raise WorkbookBomb(f"the part “{name}” is larger than 64 MiB", file=self.file)
        return self._zip.read(name)

    def xml(self, name: str) -> etree._Element:
        """A small part as XML; nothing is resolved or loaded."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise BrokenWorkbook(
                f"the part “{name}” is not well-formed XML", file=self.file
            ) from error

    def _check_part(self, name: str) -> None:
        """Unpack once: the sum is verified, XML parts are whole and may not declare anything.

        A damaged part must stop the import, because the fast reader shows it as an empty one. Drawings
        of old (.vml) are not well-formed even when Excel writes them.
        """
        is_xml = name.lower().endswith((".xml", ".rels", ".vml"))
        parser = expat.ParserCreate() if is_xml and not name.lower().endswith(".vml") else None
        declared = self._zip.getinfo(name).file_size
        total, tail = 0, b""
        for piece in self.chunks(name):
            total += len(piece)
            if total > declared:
                raise WorkbookBomb(f"the part “{name}” is larger than it says", file=self.file)
            if is_xml:
                if total == len(piece):
                    _check_encoding(piece, name, self.file)
                window = tail + piece
                if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                    raise WorkbookDoctype(
                        f"the part “{name}” declares a DOCTYPE, which is refused", file=self.file
                    )
                tail = piece[-16:]
            if parser is not None:
                self._parse(parser, name, piece)
        if parser is not None:
            self._parse(parser, name, b"", last=True)

    def _parse(
        self, parser: expat.XMLParserType, name: str, piece: bytes, *, last: bool = False
    ) -> None:
        try:
            parser.Parse(piece, last)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise BrokenWorkbook(
                f"the part “{name}” is not well-formed XML", file=self.file
            ) from error


def _refuse_other_kinds(body: bytes, file: str) -> None:
    if len(body) > MAX_FILE:
        raise WorkbookBomb("the file is larger than 512 MiB", file=file)
    if body.startswith(OLE):
        if ENCRYPTED in body:
            raise EncryptedWorkbook(
                "the workbook is encrypted; open it in Excel and save it without a password",
                file=file,
            )
        raise OldWorkbook(f"this is a file of Excel 97 to 2003 (.xls); {_SAVE_AS}", file=file)
    if not body.startswith(b"PK"):
        raise NotAWorkbook(f"this is {_kind_in_words(body)}, not a workbook; {_SAVE_AS}", file=file)


def _kind_in_words(body: bytes) -> str:
    if not body:
        return "an empty file"
    for magic, words in (
        (b"%PDF", "a PDF"),
        (b"<", "an XML or HTML file"),
        (b"{", "a JSON file"),
        (b"\x89PNG", "a picture"),
    ):
        if body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(magic):
            return words
    sample = body[:4096]
    if b"\0" not in sample and any(sign in sample for sign in (b",", b";", b"\t")):
        return "a text file such as CSV"
    return "a file of an unknown kind"


def _check_names(archive: zipfile.ZipFile, file: str) -> list[str]:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise WorkbookBomb(f"the archive has more than {MAX_MEMBERS} members", file=file)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise WorkbookBomb("the archive unpacks to more than 4 GiB", file=file)
    seen: set[str] = set()
    for member in members:
        _check_member(member, seen, file)
    return [member.filename for member in members if not member.is_dir()]


def _check_member(member: zipfile.ZipInfo, seen: set[str], file: str) -> None:
    name = member.filename
    clean = posixpath.normpath(name)
    climbs = name.startswith("/") or clean.startswith("..") or ":" in name or "\0" in name
    if climbs or "\\" in member.orig_filename:
        raise WorkbookClimbs(f"the member “{name}” leads out of the archive", file=file)
    if clean.lower() in seen:
        raise WorkbookClimbs(f"the member “{name}” occurs twice", file=file)
    seen.add(clean.lower())
    if member.flag_bits & 1:
        raise EncryptedWorkbook(
            "the archive is locked with a password; save it without one", file=file
        )
    packed = max(1, member.compress_size)
    if member.file_size > DENSE_ENOUGH and member.file_size > MAX_RATIO * packed:
        raise WorkbookBomb(
            f"the member “{name}” unpacks to more than {MAX_RATIO} times its size", file=file
        )


def _check_kind(archive: zipfile.ZipFile, names: list[str], file: str) -> None:
    lower = {name.lower() for name in names}
    if any(name.endswith("vbaproject.bin") for name in lower) or any(
        "xl/macrosheets/" in name for name in lower
    ):
        raise MacroWorkbook(
            f"the workbook holds macros, which are never accepted; {_SAVE_AS}", file=file
        )
    if "xl/workbook.bin" in lower:
        raise NotAWorkbook(f"this is a binary workbook (.xlsb); {_SAVE_AS}", file=file)
    if "mimetype" in lower and "content.xml" in lower:
        raise NotAWorkbook(f"this is an OpenDocument file; {_SAVE_AS}", file=file)
    if "[content_types].xml" not in lower or not any(
        name.endswith("workbook.xml") for name in lower
    ):
        raise NotAWorkbook(f"this is an archive of something else; {_SAVE_AS}", file=file)
    types = next(name for name in names if name.lower() == "[content_types].xml")
    if archive.getinfo(types).file_size < DENSE_ENOUGH and b"macroEnabled" in archive.read(types):
        raise MacroWorkbook(
            f"the workbook is of the kind with macros, which are never accepted; {_SAVE_AS}",
            file=file,
        )


def _check_encoding(start: bytes, name: str, file: str) -> None:
    head = start[:200]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head
    declared = b"encoding=" in head and b"utf-8" not in head.lower()
    if wide or (declared and b"us-ascii" not in head.lower()):
        raise BrokenWorkbook(f"the part “{name}” is not UTF-8", file=file)


def named(root: etree._Element, name: str) -> list[etree._Element]:
    """All elements of that local name, in whatever namespace the writer used."""
    return [item for item in root.iter(etree.Element) if etree.QName(item).localname == name]
