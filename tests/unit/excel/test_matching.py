"""Columns matched by name and by content: the sample month's workbooks without their profiles."""

from pathlib import Path

import pytest

from app.domain.schema import Schema
from app.excel.binding import bind
from app.excel.matched import missing, troubles
from app.excel.matching import (
    ABOVE,
    SheetMatch,
    SheetRows,
    Sureness,
    match_sheet,
    match_sheets,
    sheets_of,
)
from app.excel.matchwords import Likeness, likeness, names_of, words_of
from app.excel.profile import Profile
from app.excel.profilefile import read_profile
from app.excel.profiletext import profile_text
from app.excel.scan import column_name
from app.excel.workbook import Workbook
from app.paths import data_root
from app.services import layouts, matching, profiles
from app.services.desk import Desk
from app.services.imports import import_file
from app.services.packs import list_packs
from app.services.returns import new_return

SAMPLE = data_root() / "resources" / "sample"
PROFILES = sorted((SAMPLE / "profiles").glob("*.toml"))
BOOKS = {
    "balances": "balances",
    "capital": "capital",
    "client-money": "client-money",
    "cover": "cover",
    "daily-positions": "daily",
    "incident-final": "incident",
    "ledger": "ledger",
    "products": "products",
    "stablecoins": "stablecoins",
    "wallets": "wallets",
}
"""Finance's workbooks, each with its profile."""
FOUND, PLACES, WRONG = 380, 448, 4
"""So many of their columns and cells get the field that the profile gives them, and so many another."""


def sample(name: str) -> Workbook:
    return Workbook((SAMPLE / "2026-10" / f"{name}.xlsx").read_bytes(), f"{name}.xlsx")


def places_of(profile: Profile, schema: Schema, book: Workbook) -> set[tuple[str, str, str, str]]:
    """Sheet, place, table and field as the profile has them."""
    found = {("", "", "", "")}
    for spec in profile.tables:
        bound = bind(schema, book, spec, profile.conventions)
        for item in bound.columns:
            if item.at is not None:
                found.add((bound.sheet.name, column_name(item.at), spec.path, item.name))
        for item in bound.parents:
            assert item.at is not None
            found.add((bound.sheet.name, column_name(item.at), spec.path, ABOVE + item.name))
    for one in profile.fields:
        if one.source.cell:
            found.add((one.sheets[0], one.source.cell, "", one.path))
    return found - {("", "", "", "")}


def test_finances_workbooks_are_matched_without_their_profiles(desk: Desk) -> None:
    schemas = {pack.manifest.return_type: pack.schema for pack in list_packs(desk)}
    right, wrong, places = 0, [], 0
    for name, known in BOOKS.items():
        profile = read_profile((SAMPLE / "profiles" / f"lantau-{known}.toml").read_bytes(), known)
        schema, book = schemas[profile.return_type], sample(name)
        truth = places_of(profile, schema, book)
        places += len({item[:2] for item in truth})
        for sheet in match_sheets(schema, sheets_of(book)):
            for match in sheet.matches:
                if match.key is None:
                    continue
                mine = (sheet.sheet, match.place, sheet.table or "", match.key)
                right += mine in truth
                if mine not in truth:
                    wrong.append((*mine, match.sureness))
    assert places == PLACES
    assert right >= FOUND
    assert len(wrong) <= WRONG, wrong
    assert {sureness for *_, sureness in wrong} <= {Sureness.UNSURE}


@pytest.mark.parametrize(
    ("heading", "key", "labels", "least"),
    [
        ("HSM model", "HsmModel", ["HSM model"], Likeness.SAME),
        ("last outflow", "LastOutflowAt", ["Last outflow"], Likeness.SAME),
        ("錢包識別碼", "WalletId", ["Wallet ID", "錢包識別碼"], Likeness.SAME),
        ("Wallet no.", "WalletId", ["Wallet ID"], Likeness.NEAR),
        ("Adress", "AddressText", ["Address"], Likeness.NEAR),
        ("Deductable", "DeductibleHkd", ["Deductible"], Likeness.NEAR),
        ("Backups", "BackupSitesCount", ["Backup sites"], Likeness.SOME),
    ],
)
def test_names_that_say_the_same(
    heading: str, key: str, labels: list[str], least: Likeness
) -> None:
    assert likeness(words_of(heading), names_of(key, labels))[0] >= least


@pytest.mark.parametrize(
    ("heading", "key", "label"),
    [
        ("From", "Form", "Form"),
        ("Hot", "HotelName", "Hotel"),
        ("", "WalletId", "Wallet ID"),
        ("—", "X", "X"),
    ],
)
def test_names_that_do_not(heading: str, key: str, label: str) -> None:
    assert likeness(words_of(heading), names_of(key, [label]))[0] is Likeness.NONE


@pytest.mark.parametrize("file", PROFILES, ids=lambda file: file.stem)
def test_a_profile_that_is_written_is_read_as_the_same(file: Path) -> None:
    known = read_profile(file.read_bytes(), file.name)
    assert read_profile(profile_text(known).encode(), file.name) == known


def test_a_text_is_never_proposed_for_an_amount(desk: Desk) -> None:
    schema = next(p.schema for p in list_packs(desk) if p.manifest.return_type == "CWR")
    rows = (
        ("Wallet", "Coin", "Chain", "Value HKD", "Closing"),
        ("W-1", "BTC", "bitcoin", "much", 12.5),
        ("W-2", "ETH", "ethereum", "more", 7.0),
    )
    found = match_sheet(schema, SheetRows("Balances", rows), "Balances/Balance")
    assert [match.key for match in found.matches] == [
        "WalletId",
        "AssetId",
        "Chain",
        None,
        "ClosingQty",
    ]


def test_the_profile_is_kept_and_fits_the_workbook_again(desk: Desk) -> None:
    record = new_return(desk, "CWR", "2026-10")
    file = SAMPLE / "2026-10" / "balances.xlsx"
    assert layouts.fitting_layout(desk, record.id, file) is None
    found = matching.propose(desk, record.id, file)
    assert found.name == "balances"
    assert troubles(found.schema, found.sheets) == []
    assert [(table, target.key) for table, target in missing(found.schema, found.sheets)] == [
        ("Assets/Asset", "Ticker")
    ]
    info = matching.keep_match(desk, found, found.sheets)
    assert info.name == "balances"
    layout = layouts.fitting_layout(desk, record.id, file)
    assert layout is not None
    assert layout.profile == "balances"
    other = SAMPLE / "2026-09" / "balances.xlsx"
    again = layouts.fitting_layout(desk, record.id, other)
    assert again is not None
    assert again.profile == "balances"
    _, text = profiles.show_profile(desk, "balances")
    assert 'AssetClass = { column = "Class", map = { "stablecoin" = "STABLECOIN"' in text
    assert '"coin" =' not in text  # what nobody decided is a finding of the dry run
    assert matching.propose(desk, record.id, file).name == "balances-2"


def test_words_that_stand_for_codes_are_kept_with_the_profile(desk: Desk) -> None:
    record = new_return(desk, "CWR", "2026-10")
    file = SAMPLE / "2026-10" / "cover.xlsx"
    found = matching.propose(desk, record.id, file)
    said = {"insurance": "INSURANCE", "guarantee": "BANK_GUARANTEE", "deposit": "TRUST_DEPOSIT"}
    sheets = []
    for sheet in found.sheets:
        matches = tuple(
            type(m)(
                m.place, m.title, m.samples, m.key, m.sureness, said if m.key == "Type" else m.words
            )
            for m in sheet.matches
        )
        sheets.append(type(sheet)(sheet.sheet, sheet.table, sheet.header, matches, sheet.points))
    words = next(m.words for s in found.sheets for m in s.matches if m.key == "Type")
    assert words["insurance"] == "INSURANCE"  # the name of the code
    info = matching.keep_match(desk, found, sheets, name="cover of treasury")
    result = import_file(desk, record.id, file, info.name)
    wrong = [f for f in result.findings if "Type" in (f.path or "")]
    assert not wrong


def test_what_is_not_decided_makes_no_profile(desk: Desk) -> None:
    record = new_return(desk, "CWR", "2026-10")
    found = matching.propose(desk, record.id, SAMPLE / "2026-10" / "wallets.xlsx")
    nothing = [SheetMatch(s.sheet, None, s.header, s.matches) for s in found.sheets]
    with pytest.raises(matching.MatchUnfinished, match="no column has a field yet"):
        matching.keep_match(desk, found, nothing)
    without = [
        SheetMatch(s.sheet, s.table, s.header, s.matches[1:]) if s.sheet == "Addresses" else s
        for s in found.sheets
    ]
    with pytest.raises(matching.MatchUnfinished, match="to which row above"):
        matching.keep_match(desk, found, without)
    assert profiles.list_profiles(desk) == []
