"""Two versions of a pack: what differs in words, what it does to drafts, and a copy of a draft."""

from pathlib import Path

import pytest

from app.domain.diffwords import DIRECTION_WORDS, PART_WORDS, WORDS, change_words, place_words
from app.domain.packdiff import DIRECTIONS, PackChange
from app.services import drafts, returns
from app.services.desk import Desk
from app.services.origins import Origins
from app.services.packdifference import difference
from app.services.packeffect import OtherReturn, effect, effects, migrate
from app.services.packremoval import PackInUse, remove_pack
from app.services.packs import add_pack, get_pack, open_pack
from app.services.returns import NotAllowed
from app.store import history
from app.store.keyfile import Secret
from app.store.rows import Rows
from app.store.submissions import preparers
from app.store.workspace import Workspace
from tests.unit.packs.small_pack import FILES, MANIFEST, sealed

CHANGES: list[tuple[str, str, str, set[tuple[str, str, str]]]] = [
    ("small.xsd", '"Fee" type="xs:decimal" minOccurs="0"', '"Fee" type="xs:decimal"',
     {("required", "Lines/Line/Fee", "tighter")}),
    ("small.xsd", '<xs:element name="Total" type="xs:decimal"/>', '<xs:element name="Total" type="xs:integer"/>',
     {("retyped", "Total", "both")}),
    ("small.xsd", '<xs:element name="Fee" type="xs:decimal" minOccurs="0"/>', "",
     {("removed", "Lines/Line/Fee", "tighter")}),
    ("small.xsd", '"Line" maxOccurs="unbounded"', '"Line" maxOccurs="50"',
     {("most", "Lines/Line", "tighter")}),
    ("small.xsd", '"Line" maxOccurs="unbounded"', '"Line" minOccurs="0" maxOccurs="unbounded"',
     {("optional", "Lines/Line", "looser")}),
    ("small.xsd", '<xs:element name="Total"', '<xs:element name="Note" type="xs:string" minOccurs="0"/><xs:element name="Total"',
     {("added", "Note", "looser")}),
    ("form/rules/rules.toml", 'severity = "blocking"', 'severity = "explain"',
     {("severity", "SML-001", "none")}),
    ("form/rules/rules.toml", 'tolerance = "$tolerance"', 'tolerance = "0"',
     {("tolerance", "SML-001", "none")}),
    ("form/rules/rules.toml", 'right = "sum(Lines/Line/Amount)"', 'right = "sum(Lines/Line/Amount) + 0"',
     {("formula", "SML-001", "none")}),
    ("form/rules/rules.toml", 'severity = "blocking"\n', 'severity = "blocking"\nactive = false\nstatus_reason = "x"\nsource = "y"\n',
     {("switched", "SML-001", "none")}),
    ("form/rules/rules.toml", 'severity = "blocking"\n', 'severity = "blocking"\neffective_from = 2027-01-01\n',
     {("dates", "SML-001", "none")}),
    ("form/parameters.toml", 'value = "0.01"', 'value = "0.02"',
     {("parameter-changed", "tolerance", "none")}),
]  # fmt: skip


def versioned(files: dict[str, str], version: str) -> dict[str, bytes]:
    manifest = MANIFEST.replace("small-1.0", f"small-{version}").replace('"1.0"', f'"{version}"')
    return sealed(files, manifest)


@pytest.mark.parametrize(("file", "old", "new", "expected"), CHANGES)
def test_each_change_is_told_with_its_place_and_direction(
    file: str, old: str, new: str, expected: set[tuple[str, str, str]]
) -> None:
    assert old in FILES[file]
    first = open_pack(versioned(FILES, "1.0"))
    second = open_pack(versioned(FILES | {file: FILES[file].replace(old, new, 1)}, "1.1"))
    found = [item for item in difference(first, second) if item.part != "pack"]
    assert {(item.what, item.path, item.direction) for item in found} == expected
    for item in found:
        assert change_words(item, "en") != change_words(item, "zh-Hant")
        assert item.path in place_words(item)


def test_every_change_has_words_in_both_languages() -> None:
    assert set(DIRECTIONS) == set(DIRECTION_WORDS)
    assert {"schema", "rule", "label"} <= set(PART_WORDS)
    for what, (english, chinese) in WORDS.items():
        assert english
        assert chinese
        change = PackChange("schema", what, "A/B", "none", "x", "")
        assert "{" not in change_words(change) + change_words(change, "zh-Hant")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    facts = {"entity": "X", "ce": "ZZL001"}
    made = Desk(
        Workspace.create(tmp_path / "w.praya", Secret("x" * 12, "passphrase"), facts), "mei"
    )
    add_pack(made, versioned(FILES, "1.0"))
    return made


NEWER = (
    FILES["small.xsd"]
    .replace('<xs:element name="Fee" type="xs:decimal" minOccurs="0"/>', "")
    .replace(
        '<xs:element name="Name" type="xs:string"/>',
        '<xs:element name="Name"><xs:simpleType><xs:restriction base="xs:string">'
        '<xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element>'
        '<xs:element name="Kind" type="xs:string"/>',
    )
)


def filled(desk: Desk) -> str:
    number = returns.new_return(desk, "SMALL", "2026-10").id
    drafts.set_value(desk, number, "Total", "5")
    for place, (name, fee) in enumerate((("One", "1"), ("Three and more", None)), 1):
        drafts.add_row(desk, number, "Lines/Line")
        drafts.set_value(desk, number, f"Lines/Line[{place}]/Name", name)
        drafts.set_value(desk, number, f"Lines/Line[{place}]/Amount", str(place))
        if fee:
            drafts.set_value(desk, number, f"Lines/Line[{place}]/Fee", fee)
    return number


def newer_files() -> dict[str, bytes]:
    files = {"small.xsd": NEWER}
    return versioned(files, "2.0")


def test_the_effect_on_a_draft_names_every_value(desk: Desk) -> None:
    number = filled(desk)
    old, new = get_pack(desk, "small-1.0"), open_pack(newer_files())
    (found,) = effects(desk, old, new)
    assert found.record.id == number
    told = {(item.kind, item.path, item.value) for item in found.items}
    assert told == {
        ("dropped", "Lines/Line[1]/Fee", "1"),
        ("unfit", "Lines/Line[2]/Name", "Three and more"),
        ("required", "Lines/Line[1]/Kind", None),
        ("required", "Lines/Line[2]/Kind", None),
    }
    assert "3" in next(item for item in found.items if item.kind == "unfit").reasons["en"]
    assert effects(desk, old, old)[0].items == ()


def test_a_copy_under_the_newer_version_leaves_the_original_untouched(desk: Desk) -> None:
    number = filled(desk)
    before = dump(desk, number)
    add_pack(desk, newer_files())
    assert effect(desk, number, "small-2.0").items
    done = migrate(desk, number, "small-2.0")
    assert dump(desk, number) == before
    new = get_pack(desk, "small-2.0")
    with desk.workspace.read() as connection:
        rows = Rows(connection, done.record.id, done.record.head)
        lines = list(rows.all_of("Lines/Line"))
        index = new.schema.nodes["Lines/Line"].index
        assert [row.values[index["Name"]] for row in lines] == ["One", "Three and more"]
        assert [row.values[index["Kind"]] for row in lines] == [None, None]
        origin = Origins(connection, new.schema, rows, new.computed_targets).of(lines[0], "Name")
        assert origin is not None
        assert (origin.kind.value, origin.by) == ("typed", "mei")
        entries = list(history.entries(connection, done.record.id))
    assert '"migrated_from"' in entries[0].detail
    assert '"Lines/Line[1]/Fee"' in entries[0].detail
    assert [item.path for item in done.items if item.kind == "dropped"] == ["Lines/Line[1]/Fee"]
    # Both packs are needed now.
    for name in ("small-1.0", "small-2.0"):
        with pytest.raises(PackInUse):
            remove_pack(desk, name)
    with pytest.raises(NotAllowed):
        migrate(desk, done.record.id, "small-2.0")


def dump(desk: Desk, number: str) -> list[tuple[str, tuple[str | None, ...]]]:
    record = returns.get_return(desk, number)
    pack = get_pack(desk, record.pack_id)
    with desk.workspace.read() as connection:
        rows = Rows(connection, record.id, record.head)
        return [(row.node, row.values) for path in pack.schema.nodes for row in rows.all_of(path)]


def test_a_pack_for_another_return_is_refused(desk: Desk) -> None:
    number = filled(desk)
    manifest = MANIFEST.replace("small-1.0", "other-1.0").replace('"SMALL"', '"OTHER"')
    add_pack(desk, sealed(FILES, manifest))
    with pytest.raises(OtherReturn):
        migrate(desk, number, "other-1.0")


def test_whoever_prepared_the_draft_prepared_its_copy_too(desk: Desk) -> None:
    number = filled(desk)
    add_pack(desk, newer_files())
    other = Desk(desk.workspace, "somebody else")
    copy = migrate(other, number, "small-2.0").record
    with desk.workspace.read() as connection:
        assert preparers(connection, copy) == {desk.seat, other.seat}


def test_a_pack_that_does_not_serve_the_period_takes_no_draft_over(desk: Desk) -> None:
    number = filled(desk)
    later = {
        name: body.replace(b"effective_from = 20", b"effective_from = 29")
        if name == "pack.toml"
        else body
        for name, body in newer_files().items()
    }
    add_pack(desk, later)
    with pytest.raises(NotAllowed, match="does not serve"):
        migrate(desk, number, "small-2.0")
