"""Which bytes are XML in an encoding that is read: UTF-8, or a declared single-byte one."""

import re

from app.errors import UserError

_DECLARED = re.compile(rb"""^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_VERSION = re.compile(rb"""^<\?xml\s+version\s*=\s*["']([^"']*)["']""")
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_SINGLE = frozenset({"iso-8859-1", "latin1", "iso-8859-15", "windows-1252"})
_KINDS = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old or an encrypted Office file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"{", "JSON"),
)
_WIDE = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"<\0\0\0", "UTF-32"),
    (b"\0\0\0<", "UTF-32"),
    (b"<\0", "UTF-16"),
    (b"\0<", "UTF-16"),
)


class XmlRefused(UserError):
    """The XML is broken or holds something that is never accepted."""

    code = "xml-refused"


class NotXml(XmlRefused):
    """The bytes are no XML at all."""

    code = "xml-not-xml"


class EmptyXml(XmlRefused):
    """There are no bytes."""

    code = "xml-empty"


class EncodingRefused(XmlRefused):
    """An encoding that is not read."""

    code = "xml-encoding"


class WideEncoding(EncodingRefused):
    """UTF-16 or UTF-32."""

    code = "xml-utf16"


class InvalidBytes(EncodingRefused):
    """Bytes that are no text in the file's encoding."""

    code = "xml-invalid-utf8"


class EncodingMismatch(EncodingRefused):
    """The declaration says another encoding than the bytes have."""

    code = "xml-encoding-mismatch"


class VersionRefused(XmlRefused):
    """A version of XML that is not read."""

    code = "xml-version"


class NulByte(EncodingRefused):
    """A NUL byte, which XML cannot carry."""

    code = "xml-nul"


def check_encoding(data: bytes, file: str) -> None:
    """Refuse what is not XML, and what would be read differently by different programs."""
    if not data.strip():
        raise EmptyXml("the file is empty", file=file)
    wide = next((name for start, name in _WIDE if data.startswith(start)), None)
    if wide:
        raise WideEncoding(f"the file is in {wide}; save it as UTF-8", file=file)
    body = data.removeprefix(b"\xef\xbb\xbf")
    if not body.lstrip().startswith(b"<"):
        kind = next((name for start, name in _KINDS if data.startswith(start)), None)
        raise NotXml(f"this is not XML{f' but {kind}' if kind else ''}", file=file)
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        raise NulByte(f"line {line}: a NUL byte stands in the file", file=file)
    _check_declared(data, body, file)


def _check_declared(data: bytes, body: bytes, file: str) -> None:
    version = _VERSION.match(body[:512])
    if version and version[1] != b"1.0":
        raise VersionRefused(
            f"the file is XML {version[1].decode('ascii', 'replace')}; only XML 1.0 is read",
            file=file,
        )
    found = _DECLARED.match(body[:512])
    declared = found[1].decode("ascii", "replace") if found else "UTF-8"
    broken = _first_invalid(data)
    if declared.lower() in _UTF8:
        if broken is not None:
            line = data.count(b"\n", 0, broken) + 1
            raise InvalidBytes(
                f"line {line}: the byte 0x{data[broken]:02x} is not {declared}; save the file as"
                " UTF-8",
                file=file,
            )
        return
    if declared.lower().startswith(("utf-16", "utf-32", "ucs-")):
        raise EncodingMismatch(
            f"the file declares {declared}, but its bytes are not; save it as UTF-8", file=file
        )
    if declared.lower() not in _SINGLE:
        raise EncodingRefused(
            f"the file declares the encoding “{declared}”, which is not read; save it as UTF-8",
            file=file,
        )
    if broken is None and not data.isascii():
        raise EncodingMismatch(
            f"the file declares {declared}, but its bytes are UTF-8; correct the declaration",
            file=file,
        )


def _first_invalid(data: bytes) -> int | None:
    """Where the bytes stop being UTF-8; None when they are all of it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None
