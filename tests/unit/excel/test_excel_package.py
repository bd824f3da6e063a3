"""Hostile and foreign files are refused by name before any reader sees them."""

import io
import struct
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from app.excel import package
from app.excel.package import Package
from app.excel.workbook import Workbook


def book_bytes() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def changed(edit: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    """The same workbook with edited parts and further ones."""
    source, target = zipfile.ZipFile(io.BytesIO(book_bytes())), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, edit(name, source.read(name)))
        for name, body in (extra or {}).items():
            archive.writestr(name, body)
    return target.getvalue()


def same(name: str, body: bytes) -> bytes:
    return body


def other_zip(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, body in members.items():
            archive.writestr(name.replace("__", "."), body)
    return target.getvalue()


CASES = {
    "empty": (b"", "workbook-wrong-kind", "an empty file"),
    "csv": (b"a,b\n1,2\n", "workbook-wrong-kind", "CSV"),
    "pdf": (b"%PDF-1.7\n", "workbook-wrong-kind", "PDF"),
    "html": (b"<html><table>", "workbook-wrong-kind", "HTML"),
    "xls": (package.OLE + b"\0" * 600, "workbook-xls", "97 to 2003"),
    "encrypted": (package.OLE + b"\0" * 600 + package.ENCRYPTED, "workbook-encrypted", "password"),
    "zip of something": (other_zip(readme__txt=b"hi"), "workbook-wrong-kind", "archive"),
    "open document": (
        other_zip(mimetype=b"application/vnd.oasis", content__xml=b"<x/>"),
        "workbook-wrong-kind",
        "OpenDocument",
    ),
    "half a zip": (book_bytes()[:-200], "workbook-broken", "damaged"),
    "macros": (changed(same, {"xl/vbaProject.bin": b"x"}), "workbook-macros", "macros"),
    "macro kind": (
        changed(lambda n, b: b.replace(b"spreadsheetml.sheet.main", b"x.macroEnabled.main")),
        "workbook-macros",
        "macros",
    ),
    "climbs": (changed(same, {"../../evil.xml": b"<x/>"}), "workbook-names", "leads out"),
    "absolute": (changed(same, {"/etc/passwd": b"x"}), "workbook-names", "leads out"),
    "bomb": (changed(same, {"xl/media/a.bin": b"\0" * (8 << 20)}), "workbook-bomb", "200 times"),
    "doctype": (
        changed(
            lambda n, b: b.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
        ),
        "workbook-doctype",
        "DOCTYPE",
    ),
    "wide characters": (
        changed(
            lambda n, b: ("\ufeff" + b.decode()).encode("utf-16") if n.endswith("sheet1.xml") else b
        ),
        "workbook-broken",
        "UTF-8",
    ),
    "no workbook part": (
        changed(lambda n, b: b"<Relationships/>" if n == "_rels/.rels" else b),
        "workbook-broken",
        "where its workbook is",
    ),
    "bad xml": (
        changed(lambda n, b: b"<oops" if n == "xl/workbook.xml" else b),
        "workbook-broken",
        "well-formed",
    ),
    "a damaged sheet": (
        changed(lambda n, b: b"<a><b>" if n.endswith("sheet1.xml") else b),
        "workbook-broken",
        "sheet1.xml” is not well-formed",
    ),
    "a sheet cut off": (
        changed(lambda n, b: b[:-40] if n.endswith("sheet1.xml") else b),
        "workbook-broken",
        "sheet1.xml” is not well-formed",
    ),
    "an empty sheet part": (
        changed(lambda n, b: b"" if n.endswith("sheet1.xml") else b),
        "workbook-broken",
        "sheet1.xml” is not well-formed",
    ),
    "a sheet that is something else": (
        changed(lambda n, b: b"<html><worksheet/></html>" if n.endswith("sheet1.xml") else b),
        "workbook-broken",
        "sheet1.xml” is no worksheet",
    ),
    "a sheet without room for cells": (
        changed(lambda n, b: b"<worksheet/>" if n.endswith("sheet1.xml") else b),
        "workbook-broken",
        "sheet1.xml” is no worksheet",
    ),
    "a sheet that leads nowhere": (
        changed(
            lambda n, b: b.replace(b"sheet1.xml", b"sheet7.xml") if n.endswith("xml.rels") else b
        ),
        "workbook-broken",
        "the sheet “Sheet” is missing",
    ),
    "a damaged part of another kind": (
        changed(same, {"xl/sharedStrings.xml": b"<sst><si>"}),
        "workbook-broken",
        "sharedStrings.xml” is not well-formed",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_file_is_refused_with_its_own_code(case: tuple[bytes, str, str]) -> None:
    body, code, words = case
    with pytest.raises(package.WorkbookRefused) as caught:
        Workbook(body, "finance.xlsx")
    assert caught.value.code == code
    assert words in caught.value.message
    assert caught.value.file == "finance.xlsx"


def test_a_member_that_occurs_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        body = changed(same, {"xl/workbook.xml": b"<x/>"})
    with pytest.raises(package.WorkbookClimbs, match="twice"):
        Package(body, "a.xlsx")


def test_a_locked_archive_is_refused() -> None:
    body = bytearray(book_bytes())
    for place in range(len(body) - 4):
        if body[place : place + 4] == b"PK\x01\x02":
            (flags,) = struct.unpack_from("<H", body, place + 8)
            struct.pack_into("<H", body, place + 8, flags | 1)
    with pytest.raises(package.EncryptedWorkbook, match="locked"):
        Package(bytes(body), "a.xlsx")


def test_a_changed_byte_inside_a_part_is_noticed() -> None:
    body = bytearray(changed(same, {"xl/media/a.txt": b"unpacked"}))
    source = zipfile.ZipFile(io.BytesIO(bytes(body)))
    info = source.getinfo("xl/media/a.txt")
    body[info.header_offset + 30 + len(info.filename) + 2] ^= 0x10
    with pytest.raises(package.BrokenWorkbook):
        Package(bytes(body), "a.xlsx")


def test_a_member_that_understates_its_size_is_refused_or_broken() -> None:
    body = bytearray(changed(same, {"xl/big.xml": b"<a>" + b"x" * 5000 + b"</a>"}))
    source = zipfile.ZipFile(io.BytesIO(bytes(body)))
    info = source.getinfo("xl/big.xml")
    place = bytes(body).rindex(b"PK\x01\x02", 0, bytes(body).rindex(b"xl/big.xml"))
    struct.pack_into("<I", body, place + 24, 10)
    assert info.file_size > 10
    with pytest.raises((package.BrokenWorkbook, package.WorkbookBomb)):
        Package(bytes(body), "a.xlsx")


def test_a_good_workbook_opens() -> None:
    book = Workbook(book_bytes(), "a.xlsx")
    assert [sheet.name for sheet in book.sheets] == ["Sheet"]
    assert list(book.rows(book.sheets[0])) == [(0, ["x"])]
