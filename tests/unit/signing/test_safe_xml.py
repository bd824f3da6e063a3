"""Hostile and broken XML: each its own code and one line, quickly, and nothing is ever fetched."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.xml.safe import parse


def declared(encoding: str, text: str = "é", actual: str | None = None) -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    return (head + f"<a>{text}</a>").encode(actual or encoding)


BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(12))
    + b"]><a>&m;</a>"
)

CASES: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "xml-empty", "empty"),
    "white space": (b" \n\t", "xml-empty", "empty"),
    "zip": (b"PK\x03\x04\x14\x00", "xml-not-xml", "a zip archive or an Excel workbook"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1", "xml-not-xml", "an old or an encrypted Office"),
    "pdf": (b"%PDF-1.7\n", "xml-not-xml", "a PDF"),
    "json": (b'{"a": 1}', "xml-not-xml", "JSON"),
    "text": (b"amount;980.00", "xml-not-xml", "not XML"),
    "doctype": (b"<!DOCTYPE a><a/>", "xml-doctype", "DOCTYPE"),
    "doctype later": (
        b"<?xml version='1.0'?><!-- < --><?x <?>\n<!DOCTYPE a><a/>",
        "xml-doctype",
        "",
    ),
    "external": (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "xml-doctype", ""),
    "external entity": (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        "xml-doctype",
        "",
    ),
    "parameter entity": (
        b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]><a/>',
        "xml-doctype",
        "",
    ),
    "bomb": (BOMB, "xml-doctype", ""),
    "entity": (b"<a>\n&nbsp;</a>", "xml-entity", "line 2"),
    "entity in attribute": (b'<a b="&x;"/>', "xml-entity", "'x'"),
    "xinclude": (
        b'<a xmlns:i="http://www.w3.org/2001/XInclude">\n<i:include href="/etc/passwd"/></a>',
        "xml-xinclude",
        "line 2",
    ),
    "utf-16": (declared("utf-16"), "xml-utf16", "UTF-16"),
    "utf-16 without mark": ("<a/>".encode("utf-16-le"), "xml-utf16", "UTF-16"),
    "utf-16 big": ("<a/>".encode("utf-16-be"), "xml-utf16", "UTF-16"),
    "utf-32": ("<a/>".encode("utf-32"), "xml-utf16", "UTF-32"),
    "says utf-16": (declared("utf-16", actual="utf-8"), "xml-encoding-mismatch", "utf-16"),
    "says latin": (declared("ISO-8859-1", actual="utf-8"), "xml-encoding-mismatch", "ISO-8859-1"),
    "says utf-8": (
        declared("UTF-8", actual="latin-1"),
        "xml-invalid-utf8",
        "line 2: the byte 0xe9",
    ),
    "big5": (declared("Big5", "中"), "xml-encoding", "Big5"),
    "nonsense": (declared("x-nonsense", actual="utf-8"), "xml-encoding", "x-nonsense"),
    "surrogate": (b"<a>\xed\xa0\x80</a>", "xml-invalid-utf8", "0xed"),
    "overlong": (b"<a>\xc0\xaf</a>", "xml-invalid-utf8", "0xc0"),
    "nul": (b"<a>\n\x00</a>", "xml-nul", "line 2"),
    "control": (b"<a>\x01</a>", "xml-character", "line 1"),
    "null reference": (b"<a>&#0;</a>", "xml-character", "line 1"),
    "no character": ("<a>\ufffe</a>".encode(), "xml-character", "line 1"),
    "version": (b'<?xml version="1.1"?><a/>', "xml-version", "1.1"),
    "deep": (b"<a>" * 300 + b"</a>" * 300, "xml-too-deep", "256"),
    "long attribute": (b'<a b="' + b"x" * 10_100_000 + b'"/>', "xml-value-too-long", "10 million"),
    "long text": (b"<a>" + b"x" * 10_100_000 + b"</a>", "xml-value-too-long", "10 million"),
    "long name": (b"<" + b"x" * 100_000 + b"/>", "xml-value-too-long", ""),
    "unclosed": (b"<a>\n<b></a>", "xml-not-well-formed", "line 2"),
    "two roots": (b"<a/><b/>", "xml-not-well-formed", "line 1"),
    "cut off": (b"<a", "xml-not-well-formed", ""),
    "attribute twice": (b'<a b="1" b="2"/>', "xml-not-well-formed", ""),
    "prefix": (b"<x:a/>", "xml-not-well-formed", "x"),
}


@pytest.mark.parametrize(("data", "code", "says"), CASES.values(), ids=CASES)
def test_each_refusal_has_its_code_and_one_line(data: bytes, code: str, says: str) -> None:
    began = time.perf_counter()
    with pytest.raises(UserError) as caught:
        parse(data, file="return.xml")
    assert time.perf_counter() - began < 2
    error = caught.value
    assert (error.code, error.exit_code, error.file) == (code, 2, "return.xml")
    assert says in error.message
    assert "\n" not in error.message
    assert len(error.message) < 300


@pytest.mark.parametrize(
    "data",
    [
        b"<a/>",
        b"\xef\xbb\xbf<a/>",
        b"<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<a/>",
        b"<!-- <!DOCTYPE a> --><a/>",
        b"<a><![CDATA[<!DOCTYPE a>]]></a>",
        b"<a>&lt;&amp;&#x51B7;</a>",
        declared("ISO-8859-1"),
        declared("windows-1252"),
        declared("UTF-8", "冷錢包𠮷"),
        b"<a>" * 250 + b"</a>" * 250,
        b'<a b="' + b"x" * 1_000_000 + b'"/>',
    ],
)
def test_what_is_sound_is_read(data: bytes) -> None:
    assert parse(data, file="x.xml").getroot().tag == "a"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse(data, file="x.xml")
    except UserError as error:
        refused = error
        assert "\n" not in refused.message


@given(st.text(st.sampled_from("<>&;!?-[]ab \"'=/xmlDOCTYPE\n"), max_size=60))
def test_any_markup_is_read_or_refused(text: str) -> None:
    for head in ("", "<a>", "<!", "<?xml version='1.0'"):
        try:
            tree = parse((head + text).encode(), file="x.xml")
        except UserError:
            continue
        assert tree.docinfo.internalDTD is None
