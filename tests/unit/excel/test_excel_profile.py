"""Profiles name their mistakes."""

from pathlib import Path

import pytest
from excel_pack import add_profile_text, stock_desk

from app.errors import FileMissing
from app.excel.profile import ProfileError
from app.excel.profilefile import read_profile
from app.paths import data_root
from app.services.profiles import add_profile, get_profile, list_profiles, show_profile

HEAD = '[profile]\nname = "p"\nreturn_type = "STOCK"\n'
TABLE = '[[table]]\npath = "Items/Item"\n[table.columns]\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[profile", "not TOML"),
        ('name = "p"', "“name” is missing"),
        (HEAD, "neither a [[table]] nor a [[field]]"),
        (HEAD + "[[table]]\n", "[[table]] 1: “path” is missing"),
        (HEAD + TABLE, "“columns” is missing"),
        (HEAD + TABLE + "Id = 5", "[[table]] 1 (Items/Item), Id must be a table"),
        (HEAD + TABLE + 'Id = { colum = "A" }', "Id: unknown: colum"),
        (HEAD + TABLE + 'Id = { constant = "A", column = "B" }', "exactly one of"),
        (HEAD + TABLE + "Id = { constant = 5 }", "“constant” must be text, in quotes"),
        (HEAD + TABLE + 'Id = { running = "W" }', "one group of zeros"),
        (HEAD + TABLE + 'Id = { letter = "1" }', "is no column"),
        (HEAD + TABLE + 'Id = { column = "A", map = "nowhere" }', "there is no [maps.nowhere]"),
        (HEAD + TABLE + 'Id = { constant = "A", default = "B" }', "go with a column"),
        (
            HEAD + '[[table]]\npath="Items/Item"\nrange="A1"\n[table.columns]\nId="A"',
            "write it like A16:M40",
        ),
        (
            HEAD + '[[table]]\npath="Items/Item"\nheader=0\n[table.columns]\nId="A"',
            "a row number from 1",
        ),
        (
            HEAD + '[[table]]\npath="Items/Item"\nends="soon"\n[table.columns]\nId="A"',
            "“sheet” or “blank”",
        ),
        (
            HEAD + '[[table]]\npath="Items/Item"\nskip=[{column="a"}]\n[table.columns]\nId="A"',
            "“is” must list",
        ),
        (HEAD + '[[field]]\npath="Head/Name"\ncell="A1"', "needs the sheet"),
        (HEAD + '[[field]]\npath="Head/Name"\ncolumn="A"', "outside every table"),
        (HEAD + 'timezone = "HKT"\n' + TABLE + 'Id="A"', "like +08:00"),
        (HEAD + 'date_order = "ddmm"\n' + TABLE + 'Id="A"', "one of dmy, mdy, ymd"),
        (HEAD + 'thousands = "."\n' + TABLE + 'Id="A"', "one sign such as a comma"),
        (HEAD + "[maps.a]\nx = 5\n" + TABLE + 'Id="A"', "[maps.a]: “x” must stand for a text"),
        (HEAD + TABLE + 'Id="A"\n[other]\n', "unknown: other"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, words: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile(text.encode(), "p.toml")
    assert words in caught.value.message
    assert caught.value.file == "p.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[table]]\npath="Items/Thing"\n[table.columns]\nId="A"', "has no table “Items/Thing”"),
        (TABLE + 'Colour="A"', "Item has no field “Colour”"),
        ('[[field]]\npath="Head/Nope"\nconstant="x"', "no single field “Head/Nope”"),
    ],
)
def test_a_profile_must_suit_the_pack(tmp_path: Path, text: str, words: str) -> None:
    desk = stock_desk(tmp_path / "w.praya")
    with pytest.raises(ProfileError) as caught:
        add_profile_text(desk, tmp_path, text)
    assert words in caught.value.message


def test_profiles_are_kept_listed_and_replaced(tmp_path: Path) -> None:
    desk = stock_desk(tmp_path / "w.praya")
    add_profile_text(desk, tmp_path, TABLE + 'Id = "A"', "first")
    add_profile_text(desk, tmp_path, TABLE + 'Id = "B"', "first")
    assert [(p.name, p.return_type, p.tables) for p in list_profiles(desk)] == [
        ("first", "STOCK", ("Items/Item",))
    ]
    assert get_profile(desk, "first").tables[0].columns["Id"].headers == ("B",)
    assert 'Id = "B"' in show_profile(desk, "first")[1]
    with pytest.raises(FileMissing):
        add_profile(desk, tmp_path / "none.toml")


def test_the_shipped_profiles_are_profiles() -> None:
    files = sorted((data_root() / "resources" / "profiles").glob("*.toml"))
    assert len(files) >= 2
    for file in files:
        assert read_profile(file.read_bytes(), file.name).name == file.stem
