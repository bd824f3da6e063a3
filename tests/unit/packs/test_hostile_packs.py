"""Packs from outside are hostile until read: each refusal has its own error and changes nothing."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.definition import PackError
from app.errors import UserError
from app.services.desk import Desk
from app.services.opening import open_desk
from app.services.packremoval import remove_pack
from app.services.packs import (
    NamespaceDiffers,
    PackMissing,
    PackTampered,
    add_pack,
    get_pack,
    list_packs,
    read_source,
    shipped_packs,
)
from app.services.packsource import ArchiveRefused
from app.store import packs as store
from app.store.workspace import Workspace
from app.xml.packfiles import ImportRefused, SchemaError
from app.xml.safe import XmlRefused

PASSPHRASE = "correct horse battery staple"  # of the workspace that every test gets

XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t:1"
 elementFormDefault="qualified">%s<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:element name="A" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""

MANIFEST = """[pack]
id = "t-1.0"
return_type = "T"
version = "1.0"
namespace = "urn:t:1"
root = "R"
schema = "t.xsd"
effective_from = 2026-01-01
title = { en = "Test" }
[pack.files]
"""


def pack(xsd: bytes = XSD % b"", manifest: str = MANIFEST, **more: bytes) -> dict[str, bytes]:
    """A small pack with right hashes."""
    files = {"t.xsd": xsd, **more}
    lines = "".join(f'"{n}" = "{hashlib.sha256(b).hexdigest()}"\n' for n, b in files.items())
    return {**files, "pack.toml": (manifest + lines).encode()}


def zipped(members: dict[str, bytes]) -> bytes:
    """The bytes of an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


REFUSED: list[tuple[str, Callable[[], dict[str, bytes]], type[UserError], str]] = [
    ("no manifest", lambda: {"t.xsd": XSD}, PackError, "pack.toml"),
    ("manifest is no TOML", lambda: {"pack.toml": b"a ="}, PackError, "TOML"),
    ("unknown key", lambda: pack(manifest=MANIFEST.replace("root =", "rot =")), PackError, "root"),
    ("a byte changed", lambda: pack() | {"t.xsd": XSD % b" "}, PackTampered, "hash"),
    ("a file too many", lambda: pack() | {"x.xsd": b"<a/>"}, PackTampered, "x.xsd"),
    (
        "a file too few",
        lambda: {k: v for k, v in pack(more=b"").items() if k != "more"},
        PackTampered,
        "more",
    ),
    (
        "a missing import",
        lambda: pack(XSD % b'<xs:include schemaLocation="other.xsd"/>'),
        ImportRefused,
        "other.xsd",
    ),
    (
        "an import from the network",
        lambda: pack(XSD % b'<xs:import namespace="u" schemaLocation="http://example.org/a.xsd"/>'),
        ImportRefused,
        "http://example.org/a.xsd",
    ),
    (
        "an import that climbs out",
        lambda: pack(XSD % b'<xs:include schemaLocation="../../../etc/passwd"/>'),
        ImportRefused,
        "../../../etc/passwd",
    ),
    (
        "a document type",
        lambda: pack(b'<!DOCTYPE x [<!ENTITY a "b">]>' + XSD % b""),
        XmlRefused,
        "DOCTYPE",
    ),
    ("not XML", lambda: pack(b"hello"), XmlRefused, "this is not XML"),
    ("not a schema", lambda: pack(b"<a/>"), SchemaError, "not an XSD"),
    (
        "an unknown type",
        lambda: pack((XSD % b"").replace(b"xs:string", b"xs:strang")),
        SchemaError,
        "strang",
    ),
    (
        "another namespace",
        lambda: pack(manifest=MANIFEST.replace("urn:t:1", "urn:other")),
        NamespaceDiffers,
        "urn:other",
    ),
    (
        "an id that climbs",
        lambda: pack(manifest=MANIFEST.replace("t-1.0", "../x")),
        PackError,
        "../x",
    ),
    (
        "an id of blanks",
        lambda: pack(manifest=MANIFEST.replace("t-1.0", "  ")),
        PackError,
        "no name",
    ),
    ("a name that climbs", lambda: pack(**{"../up.xsd": b"<a/>"}), PackError, "leads out"),
    (
        "no such root",
        lambda: pack(manifest=MANIFEST.replace('"R"', '"Q"')),
        SchemaError,
        "Q",
    ),
]


@pytest.mark.parametrize(("_name", "files", "error", "says"), REFUSED, ids=[r[0] for r in REFUSED])
def test_a_hostile_pack_is_refused_by_name_and_changes_nothing(
    workspace: Workspace,
    _name: str,
    files: Callable[[], dict[str, bytes]],
    error: type[UserError],
    says: str,
) -> None:
    desk = Desk(workspace, "mei")
    with pytest.raises(error) as refusal:
        add_pack(desk, files())
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert list_packs(desk) == []


ARCHIVES = [
    ("climbs out", {"../evil.xsd": b"<a/>"}, "leads out"),
    ("absolute", {"/etc/evil.xsd": b"<a/>"}, "leads out"),
    ("drive letter", {"C:/evil.xsd": b"<a/>"}, "leads out"),
    ("backslash", {"..\\evil.xsd": b"<a/>"}, "leads out"),
    ("bomb", {"t.xsd": b"0" * (3 << 20)}, "100 times"),
    ("too many", {f"{n}.xsd": b"" for n in range(1002)}, "too large"),
    ("case clash", {"a.xsd": b"", "A.xsd": b""}, "twice"),
]


@pytest.mark.parametrize(("_name", "members", "says"), ARCHIVES, ids=[a[0] for a in ARCHIVES])
def test_a_hostile_archive_is_refused(
    tmp_path: Path, _name: str, members: dict[str, bytes], says: str
) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped(members))
    with pytest.raises(ArchiveRefused) as refusal:
        read_source(path)
    assert says in str(refusal.value)
    assert str(path) in str(refusal.value)


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04broken", b"\0" * 100, b"%PDF-1.7"])
def test_what_is_no_archive_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(body)
    with pytest.raises(ArchiveRefused):
        read_source(path)


def test_a_folder_that_shows_another_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    with pytest.raises(ArchiveRefused, match="symbolic link"):
        read_source(folder)


def test_a_good_pack_comes_in_from_a_folder_and_from_an_archive(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = Desk(workspace, "mei")
    (tmp_path / "pack.zip").write_bytes(zipped(pack()))
    folder = tmp_path / "pack"
    folder.mkdir()
    for name, body in pack().items():
        (folder / name).write_bytes(body)
    assert read_source(tmp_path / "pack.zip") == read_source(folder)
    assert add_pack(desk, read_source(folder)).packs
    assert not add_pack(desk, read_source(tmp_path / "pack.zip")).packs
    assert [item.id for item in list_packs(desk)] == ["t-1.0"]


def test_another_content_under_a_known_name_is_refused(workspace: Workspace) -> None:
    desk = Desk(workspace, "mei")
    add_pack(desk, pack())
    with pytest.raises(PackTampered, match="another version"):
        add_pack(desk, pack(XSD % b"<!-- other -->"))


def test_a_byte_that_was_changed_in_the_database_is_noticed(workspace: Workspace) -> None:
    add_pack(Desk(workspace, "mei"), pack())
    with workspace.write() as connection:
        connection.exec_driver_sql("UPDATE pack_files SET body = ? WHERE path = 't.xsd'", (XSD,))
    with pytest.raises(PackTampered, match="changed after it was added"):
        get_pack(Desk(workspace, "mei"), "t-1.0")


def test_opening_adds_shipped_packs_that_the_workspace_never_had(desk: Desk) -> None:
    path, phrase = desk.workspace.path, PASSPHRASE
    shipped = [item.id for item in list_packs(desk)]
    with desk.workspace.write() as connection:
        store.delete_pack(connection, "car-1.0")  # as in a workspace older than the pack
    again = open_desk(path, seat="mei", passphrase=phrase)
    assert [item.id for item in list_packs(again)] == shipped
    again.workspace.close()


def test_a_removed_pack_stays_away_and_is_read_anew_when_it_comes_back(desk: Desk) -> None:
    path, phrase = desk.workspace.path, PASSPHRASE
    left = [item.id for item in list_packs(desk) if item.id != "car-1.0"]
    assert get_pack(desk, "car-1.0").id == "car-1.0"
    remove_pack(desk, "car-1.0")
    with pytest.raises(PackMissing):
        get_pack(desk, "car-1.0")
    again = open_desk(path, seat="mei", passphrase=phrase)
    assert [item.id for item in list_packs(again)] == left
    again.workspace.close()


def test_opening_lets_other_content_under_a_shipped_name_be(desk: Desk) -> None:
    with desk.workspace.write() as connection:
        connection.exec_driver_sql("UPDATE packs SET digest = 'other' WHERE id = 'car-1.0'")
    path = desk.workspace.path
    open_desk(path, seat="mei", passphrase=PASSPHRASE).workspace.close()


def test_the_shipped_packs_load(desk: Desk) -> None:
    assert len(list_packs(desk)) == len(shipped_packs())
