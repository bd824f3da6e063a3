"""Reading many rows at once and reading cell by cell: the same values, the same findings, in one order."""

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from excel_pack import stock_desk
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.layout import columns_of
from app.domain.schema import Schema
from app.excel import extract
from app.excel.binding import BoundColumn, bind
from app.excel.cells import converter
from app.excel.columnwise import Columnwise, short_number
from app.excel.extract import Record, read_table, take
from app.excel.findings import Notes
from app.excel.flaws import Conventions, Flaw
from app.excel.numbers import exact_number
from app.excel.profile import CATCH_ALL, Source
from app.excel.profilefile import read_profile
from app.excel.workbook import Value, Workbook
from app.services.packs import get_pack

TEXTS = st.one_of(
    st.sampled_from(["", " ", "W1", "a b", " W1", "W1 ", "n/a", "-", "1", "1.50", "+.5", "1,000", "١",
                     "12%", "TRUE", "yes", "2026-10-31", "31/10/2026", "COLD", "a\nb", "a\tb", "a\xa0b",
                     "\ufeffx", "\x01", "é", "\U0001f600", "1e5", "00012", "(5)", "-0", "5."]),
    st.text(max_size=4),
)  # fmt: skip
CELLS = st.one_of(
    TEXTS,
    st.floats(),
    st.sampled_from([0.0, -0.0, 1.0, 0.1 + 0.2, 1e15, 123456789012345.0, 1e-5, 2.5]),
    st.booleans(),
    st.dates(dt.date(1900, 1, 1)),
    st.datetimes(dt.datetime(1900, 1, 1)),  # noqa: DTZ001  (cells have no zone)
)
COLUMNS = st.one_of(
    st.lists(CELLS, max_size=8),
    st.lists(TEXTS, max_size=8),
    st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 2)), max_size=8),
)
SOURCES = st.sampled_from(
    [
        Source(letter="A"),
        Source(letter="A", default="COLD"),
        Source(letter="A", values={"W1": "COLD", "": "HOT"}),
        Source(letter="A", values={"yes": "true", CATCH_ALL: "false"}),
        Source(constant="COLD"),
    ]
)
CONVENTIONS = st.sampled_from(
    [
        Conventions(),
        Conventions(thousands=",", parentheses=True, empty=frozenset({"-", "n/a", "1", "W1"})),
    ]
)
PROFILE = """[profile]
name = "stock"
return_type = "STOCK"
thousands = ","
empty = ["-"]
[[table]]
path = "Items/Item"
sheet = "Data"
[table.columns]
Id = "Id"
Store = {column = "Store", default = "COLD"}
Qty = "Qty"
Count = "Count"
Open = "Open"
Since = "Since"
"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    desk = stock_desk(tmp_path_factory.mktemp("stock") / "s.praya")
    found = get_pack(desk, "stock-1.0").schema
    desk.workspace.close()
    return found


@settings(max_examples=400, deadline=None)
@given(COLUMNS, SOURCES, CONVENTIONS, st.data())
def test_a_column_at_once_is_its_cells_one_by_one(
    schema: Schema, cells: list[Value], source: Source, known: Conventions, data: Any
) -> None:
    target = data.draw(st.sampled_from(list(columns_of(schema.node("Items/Item")))))
    at = None if source.constant else 0
    column = BoundColumn("X", source, at, converter(target.field, known), "X", target)

    def read(one: BoundColumn, value: Value) -> tuple[str | Flaw | None, bool]:
        return take(one, value, None, known.empty)

    (taken,) = Columnwise([column], known.empty, read).read([[cell] for cell in cells])
    wanted = [read(column, cell) if at == 0 else (source.constant, True) for cell in cells]
    assert list(taken.values) == [value for value, _ in wanted]
    assert list(taken.supplied or [False] * len(cells)) == [given for _, given in wanted]
    assert taken.flawed == any(isinstance(value, Flaw) for value, _ in wanted)


@given(st.floats())
def test_a_short_number_is_the_exact_one(value: float) -> None:
    assert short_number(value) in (None, exact_number(value, None))


def write_book(path: Path, dice: random.Random) -> None:
    """Some hundred rows, most of them in order, some hidden, blank, wrong, or with long numbers."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Data")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["Id", "Store", "Qty", "Count", "Open", "Since"])
    for row in range(1, 160):
        if dice.random() < 0.03:
            continue
        if dice.random() < 0.02:
            sheet.set_row(row, options={"hidden": True})
        sheet.write(row, 0, dice.choice([f"I{row}", f"I{row}", f" I{row}", row]))
        sheet.write(row, 1, dice.choice(["HOT", "COLD", "", "-"]))
        sheet.write(row, 2, dice.choice([0.5, 1.25, 0.1 + 0.2, "7", "1,000", "x"]))
        sheet.write(row, 3, dice.choice([1, 2, "", 1e16]))
        sheet.write(row, 4, dice.choice([True, False, "yes", "maybe"]))
        if dice.random() < 0.3:
            sheet.write_formula(row, 5, "=1/0", None, "#DIV/0!")
        else:
            sheet.write_datetime(row, 5, dt.datetime(2026, 10, 1 + row % 28), day)  # noqa: DTZ001
    book.close()


@pytest.mark.parametrize("seed", range(4))
def test_a_sheet_reads_the_same_both_ways(
    schema: Schema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    write_book(tmp_path / "book.xlsx", random.Random(seed))
    profile = read_profile(PROFILE.encode(), "stock.toml")

    def read() -> tuple[list[Record], Notes]:
        book = Workbook((tmp_path / "book.xlsx").read_bytes(), "book.xlsx")
        table = bind(schema, book, profile.tables[0], profile.conventions)
        notes = Notes("book.xlsx")
        return list(read_table(book, table, profile, notes, "Items/Item")), notes

    monkeypatch.setattr(extract, "AT_ONCE", 7)
    fast, fast_notes = read()
    init = Columnwise.__init__

    def unable(self: Columnwise, *args: Any) -> None:
        init(self, *args)
        self.able = False

    monkeypatch.setattr(Columnwise, "__init__", unable)
    slow, slow_notes = read()
    assert fast == slow
    assert len(fast) > 100
    assert fast_notes.listed == slow_notes.listed
    assert fast_notes.codes == slow_notes.codes
