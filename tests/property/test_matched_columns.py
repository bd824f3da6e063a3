"""Whatever the order, spelling and cells of a sheet: once a field, never against the cells, always the same."""

from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.schema import Schema
from app.excel.matchcontent import Evidence, evidence
from app.excel.matching import (
    CONVENTIONS,
    SheetRows,
    cells_of,
    match_sheet,
    match_sheets,
    targets_of,
)
from app.excel.profile import Profile, Source, TableSpec
from app.excel.profilefile import read_profile
from app.excel.profiletext import profile_text
from app.services.packs import open_pack, shipped_packs

TABLE = "Balances/Balance"
GOOD: dict[str, tuple[object, ...]] = {
    "WalletId": ("W-1", "W-2", "W-3"),
    "AssetId": ("BTC", "ETH", "SOL"),
    "Chain": ("bitcoin", "ethereum", "base"),
    "LedgerQty": (1.5, 2.0, 3.25),
    "ChainQty": (1.5, 2.0, 3.25),
    "BlockHeight": (901000.0, 901001.0, 901002.0),
    "ValueHkd": (100.25, 200.5, 300.0),
}


@lru_cache(maxsize=1)
def schema() -> Schema:
    packs = (open_pack(files) for files in shipped_packs())
    return next(pack.schema for pack in packs if pack.manifest.return_type == "CWR")


@lru_cache(maxsize=1)
def names() -> dict[str, list[str]]:
    """Element's name, English and Chinese label of each field."""
    return {
        t.key: [t.key, t.column.field.label("en"), t.column.field.label("zh-Hant")]
        for t in targets_of(schema(), TABLE)
    }


@st.composite
def sheets(draw: st.DrawFn) -> tuple[SheetRows, list[str]]:
    """A sheet with some columns of the table in any order, each named in one of its ways."""
    keys = draw(st.permutations(list(GOOD)))[: draw(st.integers(2, len(GOOD)))]
    titles = []
    for key in keys:
        title = draw(st.sampled_from(names()[key]))
        titles.append(draw(st.sampled_from([title, title.upper(), f" {title} ", f"{title}:"])))
    lines = [tuple(GOOD[key][row] for key in keys) for row in range(3)]
    above = draw(st.integers(0, 3))
    rows = (*([("",)] * above), tuple(titles), *lines)
    return SheetRows("Sheet1", rows), list(keys)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(sheets())
def test_columns_are_found_in_any_order_and_by_any_of_their_names(
    made: tuple[SheetRows, list[str]],
) -> None:
    sheet, keys = made
    found = match_sheet(schema(), sheet, TABLE)
    assert [match.key for match in found.matches] == keys


CELLS = st.one_of(
    st.text(max_size=8),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["BTC", "bitcoin", "HK", "COLD", "client-cold", "true"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.data())
def test_any_sheet_is_matched_without_contradiction(
    rows: list[list[object]], data: st.DataObject
) -> None:
    every = [name for known in names().values() for name in known]
    heads = data.draw(st.lists(st.sampled_from(every), max_size=6))
    sheet = SheetRows("Any", (tuple(heads), *map(tuple, rows)))  # type: ignore[arg-type]
    found = match_sheet(schema(), sheet, TABLE, 1)
    keys = [match.key for match in found.matches if match.key is not None]
    assert len(keys) == len(set(keys))
    fields = {target.key: target.column.field for target in targets_of(schema(), TABLE)}
    for match in found.matches:
        if match.key is not None:
            cells = cells_of(sheet, match.place, 1)
            assert evidence(fields[match.key], cells, CONVENTIONS) is not Evidence.AGAINST
    assert match_sheet(schema(), sheet, TABLE, 1) == found


@settings(max_examples=8, deadline=None)
@given(st.lists(sheets(), min_size=2, max_size=3))
def test_a_table_is_proposed_for_one_sheet(made: list[tuple[SheetRows, list[str]]]) -> None:
    listed = [SheetRows(f"S{n}", sheet.rows) for n, (sheet, _) in enumerate(made)]
    tables = [match.table for match in match_sheets(schema(), listed) if match.table]
    assert len(tables) == len(set(tables))


TEXTS = st.text(min_size=1, max_size=12)
SOURCES = st.one_of(
    st.builds(Source, headers=st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
    st.builds(
        Source,
        headers=st.tuples(TEXTS),
        values=st.dictionaries(st.text(max_size=12), st.text(max_size=12), max_size=4),
        default=st.none() | TEXTS,
    ),
    st.builds(Source, constant=TEXTS),
    st.builds(Source, letter=st.sampled_from(["A", "Z", "AB"])),
)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(TEXTS, SOURCES, min_size=1, max_size=4), TEXTS, st.none() | st.integers(1, 99)
)
def test_any_profile_is_written_and_read_as_the_same(
    columns: dict[str, Source], sheet: str, header: int | None
) -> None:
    where = "[[table]] 1 (A/B)"
    table = TableSpec(path="A/B", where=where, sheets=(sheet,), header=header, columns=columns)
    profile = Profile(name="any", return_type="CWR", title=sheet, tables=(table,))
    assert read_profile(profile_text(profile).encode(), "any") == profile
