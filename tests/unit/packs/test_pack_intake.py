"""Packs from schemas alone: a folder, an archive or a single XSD becomes one, or is refused by name."""

import zipfile
from pathlib import Path

import pytest
from carf import OECD
from hypothesis import given
from hypothesis import strategies as st

from app.domain.lookalike import alike, one_slip, skeleton
from app.services.barepack import RootMissing, RootUnclear, Wishes
from app.services.desk import Desk
from app.services.packdoubles import doubles, small_change
from app.services.packintake import IdentityGiven, take_in
from app.services.packs import (
    PackVersionTaken,
    add_pack,
    add_shipped,
    get_pack,
    list_packs,
    open_pack,
)
from app.services.packsignature import PackSignatureBroken, check_signature, signed_archive
from app.signing.trust import Trust
from app.store.keyfile import Secret
from app.store.workspace import Workspace
from app.xml.packfiles import ImportRefused
from tests.signing_makers import NOW, identity
from tests.unit.packs.small_pack import FILES, sealed

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
MAIN = f"""<xs:schema {XS} xmlns="urn:m:1" targetNamespace="urn:m:1" xmlns:c="urn:c:1" version="2.3"
 elementFormDefault="qualified">
 <xs:import namespace="urn:c:1" schemaLocation="common.xsd"/>
 <xs:element name="Report"><xs:complexType><xs:sequence>
  <xs:element name="Code" type="c:Code"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
COMMON = f"""<xs:schema {XS} targetNamespace="urn:c:1">
 <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:maxLength value="5"/></xs:restriction>
 </xs:simpleType></xs:schema>"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(
        Workspace.create(
            tmp_path / "w.praya", Secret("x" * 12, "passphrase"), {"entity": "X", "ce": "ZZL001"}
        ),
        "mei",
    )


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.xsd").write_text(text, encoding="utf-8")
    return folder


def test_a_single_schema_becomes_a_pack_with_what_stands_beside_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "s", main=MAIN, common=COMMON, other=MAIN.replace("urn:m", "urn:o"))
    files = take_in(folder / "main.xsd", Wishes())
    assert sorted(files) == ["common.xsd", "main.xsd", "pack.toml"]
    manifest = open_pack(files).manifest
    assert (manifest.id, manifest.return_type, manifest.root) == ("report-2.3", "REPORT", "Report")
    assert manifest.namespace == "urn:m:1"
    assert files == take_in(folder / "main.xsd", Wishes())  # the same files make the same pack


def test_what_is_neither_beside_it_nor_in_a_pack_is_refused_by_name(
    tmp_path: Path, desk: Desk
) -> None:
    alone = write(tmp_path / "alone", main=MAIN) / "main.xsd"
    with pytest.raises(ImportRefused, match=r"line 3: “common\.xsd”"):
        take_in(alone, Wishes(), desk)
    shelf = write(tmp_path / "shelf", common=COMMON.replace("</xs:schema>", _ELEMENT))
    add_pack(desk, take_in(shelf, Wishes(), desk))
    files = take_in(alone, Wishes(), desk)
    assert files["common.xsd"] == (shelf / "common.xsd").read_bytes()
    other = write(
        tmp_path / "other", common=COMMON.replace('"5"', '"6"').replace("</xs:schema>", _ELEMENT)
    )
    add_pack(desk, take_in(other, Wishes(id="other-1.0"), desk))
    with pytest.raises(ImportRefused, match="several packs"):
        take_in(alone, Wishes(), desk)


_ELEMENT = '<xs:element name="Shelf" type="xs:string"/></xs:schema>'


def test_two_packs_with_the_same_names_and_one_facet_apart_never_mix(
    tmp_path: Path, desk: Desk
) -> None:
    for number, most in (("a-1.0", "5"), ("b-1.0", "6")):
        folder = write(tmp_path / number, main=MAIN, common=COMMON.replace('"5"', f'"{most}"'))
        files = take_in(folder, Wishes(id=number), desk)
        told = doubles(desk, open_pack(files))
        add_pack(desk, files)
        if number == "b-1.0":
            near = next(item for item in told if item.kind == "near-copy")
            assert near.pack == "a-1.0"
            assert 'maxLength value="5"' in near.sentence
            assert 'maxLength value="6"' in near.sentence
    for number, most in (("a-1.0", 5), ("b-1.0", 6)):
        (code,) = get_pack(desk, number).schema.root.fields
        assert code.facets.max_length == most
    # The other's bytes under a known name are refused.
    changed = take_in(tmp_path / "b-1.0", Wishes(id="a-1.0"), desk)
    with pytest.raises(PackVersionTaken, match=r"a-1\.0"):
        add_pack(desk, changed)


def test_a_choice_that_only_a_person_can_make_is_asked(tmp_path: Path) -> None:
    two = MAIN.replace("</xs:schema>", '<xs:element name="Second" type="xs:string"/></xs:schema>')
    folder = write(tmp_path / "s", main=two, common=COMMON)
    with pytest.raises(RootUnclear, match=r"Report .*Second") as caught:
        take_in(folder, Wishes())
    assert caught.value.choices == (("main.xsd", "Report"), ("main.xsd", "Second"))
    assert open_pack(take_in(folder, Wishes(root="Second"))).schema.root.name == "Second"
    with pytest.raises(RootMissing, match="“Third”; there are Report, Second"):
        take_in(folder, Wishes(root="Third"))
    write(tmp_path / "s", again=two)
    with pytest.raises(
        RootUnclear, match=r"several files declare “Report” \(again.xsd, main.xsd\)"
    ):
        take_in(folder, Wishes(root="Report"))
    chosen = take_in(folder, Wishes(root="Report", schema="again.xsd"))
    assert sorted(chosen) == ["again.xsd", "common.xsd", "pack.toml"]


def test_an_archive_with_one_folder_around_it_and_a_pack_that_says_what_it_is(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "pack.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for name, body in sealed(FILES).items():
            out.writestr(f"small-1.0/{name}", body)
    assert open_pack(take_in(archive, Wishes())).id == "small-1.0"
    with pytest.raises(IdentityGiven):
        take_in(archive, Wishes(id="mine-1.0"))


@pytest.mark.parametrize(
    ("folder", "kind", "number"),
    [
        ("carf_v1.5", "CARF_OECD", "carf_oecd-1.5"),
        ("carf_status_message_v1.1", "CARFSTATUSMESSAGE_OECD", "carfstatusmessage_oecd-1.1"),
        ("generic_status_message_v2.0", "GENERICSTATUSMESSAGE_OECD", None),
    ],
)
def test_the_schemas_of_the_oecd_need_no_answers(
    folder: str, kind: str, number: str | None
) -> None:
    manifest = open_pack(take_in(OECD / folder, Wishes())).manifest
    assert manifest.return_type == kind
    assert number in (None, manifest.id)


def test_a_publishers_signature_is_checked_and_a_broken_one_refused(tmp_path: Path) -> None:
    who = identity()
    archive = tmp_path / "signed.zip"
    archive.write_bytes(signed_archive(sealed(FILES), [who.signer]))
    files = take_in(archive, Wishes())
    pack = open_pack(files)
    assert pack.digest == open_pack(sealed(FILES)).digest
    assert check_signature(files, who.trust, NOW).state == "trusted"
    unknown = check_signature(files, Trust(()), NOW)
    assert unknown.state == "untrusted"
    assert unknown.signer in unknown.sentence
    assert check_signature(sealed(FILES), who.trust, NOW).state == "unsigned"
    for name in ("pack.toml", "META-INF/signatures0.xml"):
        broken = dict(files)
        at = len(broken[name]) // 2
        broken[name] = broken[name][:at] + b"x" + broken[name][at + 1 :]
        with pytest.raises(PackSignatureBroken):
            check_signature(broken, who.trust, NOW)
    manifestless = {n: b for n, b in files.items() if n != "pack.toml"}
    with pytest.raises(PackSignatureBroken):
        check_signature(manifestless, who.trust, NOW)


ALIKE = [
    ("carf-1.0", "CARF-1.0"),
    ("car-1.0", "car-l.0"),
    ("urn:oecd:ties:carf:v1", "urn:оecd:ties:carf:v1"),  # a Cyrillic o
    ("urn:oecd:ties:carf:v1", "urn:oecd:ties:carff:v1"),
    ("Client assets return", "Client asset return"),
    ("Client assets return", "Client\u200b assets return"),
    ("Ｃlient assets return", "Client assets return"),
    ("modern", "modem"),
    ("report-1.0", "reprot-1.0"),
]
APART = [
    ("car-1.0", "cwr-1.0"),
    ("car-1.0", "car-1.1"),
    ("urn:praya:car:1", "urn:praya:car:2"),
    ("urn:praya:car:1", "urn:praya:cwr:1"),
    ("camt.053-001.08", "camt.054-001.08"),
    ("same", "same"),
]


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_names_that_would_be_taken_for_each_other(first: str, second: str) -> None:
    assert alike(first, second)
    assert alike(second, first)


@pytest.mark.parametrize(("first", "second"), APART)
def test_names_that_are_told_apart(first: str, second: str) -> None:
    assert not alike(first, second)


@given(st.text("abcdef", max_size=6), st.text("abcdef", max_size=6))
def test_one_slip_is_what_it_says(first: str, second: str) -> None:
    def slips(text: str) -> set[str]:
        places = range(len(text) + 1)
        made = {text[:at] + text[at + 1 :] for at in places if at < len(text)}
        made |= {text[:at] + c + text[at:] for at in places for c in "abcdef"}
        made |= {
            text[:at] + c + text[at + 1 :] for at in places if at < len(text) for c in "abcdef"
        }
        made |= {
            text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)
        }
        return made - {text}

    assert one_slip(first, second) == (second in slips(first))


@given(st.text(max_size=20))
def test_a_skeleton_keeps(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_a_small_change_is_told_exactly_when_there_is_one(before: bytes, after: bytes) -> None:
    assert bool(small_change(before, after)) == (before != after)


def test_the_shipped_packs_are_no_doubles_of_each_other(desk: Desk) -> None:
    add_shipped(desk)
    assert [item for pack in list_packs(desk) for item in doubles(desk, pack)] == []
