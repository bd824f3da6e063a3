"""An import with rows left out is the content that was there with the other rows applied to it."""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter
from excel_pack import ITEM, MARK, SECRET, add_profile_text, stock_desk
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services import drafts, imports, returns
from app.services.desk import Desk
from app.services.origins import Origins
from app.services.packs import get_pack
from app.services.rejections import Rejections
from app.services.returns import get_return
from app.store.rows import Rows
from app.store.workspace import Workspace

PROFILE = f"""
[[table]]
path = "{ITEM}"
sheet = "Items"
[table.columns]
Id = "id"
Store = "store"
Qty = "qty"
"Place/Country" = "country"
[[table]]
path = "{MARK}"
sheet = "Marks"
parent = {{ Id = "item" }}
[table.columns]
Text = "text"
Weight = "weight"
"""

Mark = tuple[str, str | None]


@dataclass(frozen=True)
class Item:
    """One row of the model."""

    id: str
    store: str
    qty: str | None
    country: str | None
    marks: tuple[Mark, ...] = ()


@dataclass
class Left:
    """What is left out, by position; of kept rows by position in the return."""

    rows: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)
    values: set[tuple[int, str]] = field(default_factory=set)
    marks: set[tuple[int, int]] = field(default_factory=set)
    kept_marks: set[tuple[int, int]] = field(default_factory=set)


MARKS = st.lists(
    st.tuples(st.sampled_from("abc"), st.none() | st.sampled_from(["1", "2"])), max_size=3
).map(tuple)
ITEMS = st.lists(
    st.builds(
        Item,
        st.sampled_from("ABCDE"),
        st.sampled_from(["COLD", "HOT"]),
        st.none() | st.sampled_from(["1", "2.5"]),
        st.none() | st.sampled_from(["HK", "SG"]),
        MARKS,
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda item: item.id,
)


def merged(old: list[Item], new: list[Item], left: Left) -> list[Item]:
    """The model: plain lists, written from what the guide says."""
    before = {item.id: item for item in old}
    names = {item.id for item in new}
    any_left = bool(left.rows) or any(
        place in left.kept for place, item in enumerate(old, 1) if item.id not in names
    )
    result: dict[str, Item] = {}
    for place, item in enumerate(new, 1):
        known = before.get(item.id)
        if place in left.rows:
            if known is not None:
                result[item.id] = known
        elif known is None:
            result[item.id] = item
        else:
            result[item.id] = taken(place, known, item, left)
    if not any_left:
        return [result[item.id] for item in new]
    stays = {
        item.id for place, item in enumerate(old, 1) if place in left.kept and item.id not in names
    }
    return woven([result.get(i.id, i) for i in old if i.id in result or i.id in stays], new, result)


def woven(ordered: list[Item], new: list[Item], result: dict[str, Item]) -> list[Item]:
    """The rows that stood there, with new ones behind the row that they follow in the file."""
    there = {item.id for item in ordered}
    behind: dict[str | None, list[Item]] = {}
    after: str | None = None
    for item in new:
        if item.id in there:
            after = item.id
        elif item.id in result:
            behind.setdefault(after, []).append(item)
    woven = list(behind.get(None, ()))
    for item in ordered:
        woven += [item, *behind.get(item.id, ())]
    return woven


def taken(place: int, old: Item, new: Item, left: Left) -> Item:
    """A row of the file over the row that it meets."""
    marks: list[Mark] = []
    for number in range(1, max(len(old.marks), len(new.marks)) + 1):
        there, comes = number <= len(old.marks), number <= len(new.marks)
        if comes and (place, number) not in left.marks:
            marks.append(new.marks[number - 1])
        elif there and (comes or (place, number) in left.kept_marks):
            marks.append(old.marks[number - 1])
    values = {name: getattr(old, name) for at, name in left.values if at == place}
    return replace(new, marks=tuple(marks), **values)


def book(path: Path, items: list[Item]) -> Path:
    target = xlsxwriter.Workbook(str(path))
    sheets = {"Items": ["id", "store", "qty", "country"], "Marks": ["item", "text", "weight"]}
    rows: dict[str, list[list[str | None]]] = {
        "Items": [[i.id, i.store, i.qty, i.country] for i in items],
        "Marks": [[i.id, *mark] for i in items for mark in i.marks],
    }
    for name, head in sheets.items():
        sheet = target.add_worksheet(name)
        sheet.write_row(0, 0, head)
        for number, cells in enumerate(rows[name], 1):
            for at, text in enumerate(cells):
                if text is not None:
                    sheet.write_string(number, at, text)
    target.close()
    return path


def content(desk: Desk, rid: str) -> tuple[list[Item], dict[str, list[str]]]:
    """The items as they stand, and for each where its values came from."""
    record = get_return(desk, rid)
    schema = get_pack(desk, record.pack_id).schema
    item, place = schema.node(ITEM), schema.node(f"{ITEM}/Place")
    with desk.workspace.read() as connection:
        rows = Rows(connection, rid, record.head)
        origins = Origins(connection, schema, rows)
        found, places = [], {}
        for row in rows.all_of(ITEM):
            values: dict[str, Any] = dict(zip(item.index, row.values, strict=True))
            country = next((r.values[0] for r in rows.children(row.id, place.path)), None)
            holder = next(rows.children(row.id, f"{ITEM}/Marks"))
            marks = [r.values for r in rows.children(holder.id, MARK)]
            found.append(
                Item(values["Id"], values["Store"], values["Qty"], country, tuple(marks))  # type: ignore[arg-type]
            )
            places[values["Id"]] = [str(origins.of(row, key)) for key in ("Id", "Store", "Qty")]
    return found, places


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="praya-rejected-"))
    desk = stock_desk(folder / "template.praya")
    add_profile_text(desk, folder, PROFILE)
    returns.new_return(desk, "STOCK", "2026-10")
    desk.workspace.close()
    return folder / "template.praya"


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Item], list[Item], Left]:
    old, new = draw(ITEMS), draw(ITEMS)
    before = {item.id: item for item in old}
    names = {item.id for item in new}
    left = Left(rows={place for place in range(1, len(new) + 1) if draw(st.booleans())})
    left.kept = {p for p, i in enumerate(old, 1) if i.id not in names and draw(st.booleans())}
    for place, item in enumerate(new, 1):
        known = before.get(item.id)
        if known is None or place in left.rows:
            continue
        for name in ("store", "qty", "country"):
            if draw(st.integers(0, 3)) == 0:
                left.values.add((place, name))
        for number in range(1, max(len(known.marks), len(item.marks)) + 1):
            if draw(st.booleans()):
                comes = number <= len(item.marks)
                (left.marks if comes else left.kept_marks).add((place, number))
    return old, new, left


FIELDS = {"store": "Store", "qty": "Qty", "country": "Place/Country"}


def rejections(old: list[Item], new: list[Item], left: Left) -> Rejections:
    before = {item.id: item for item in old}
    values = {
        f"{ITEM}[{at}]/{FIELDS[name]}"
        for at, name in left.values
        # A group that neither side has holds no value that could be left out.
        if name != "country" or new[at - 1].country or before[new[at - 1].id].country
    }
    return Rejections(
        rows=frozenset(
            {f"{ITEM}[{at}]" for at in left.rows}
            | {f"{ITEM}[{at}]/Marks/Mark[{n}]" for at, n in left.marks}
        ),
        kept=frozenset(
            {f"{ITEM}[{at}]" for at in left.kept}
            | {f"{ITEM}[{at}]/Marks/Mark[{n}]" for at, n in left.kept_marks}
        ),
        values=frozenset(values),
    )


@settings(max_examples=25, deadline=None)
@given(case=cases())
def test_only_the_accepted_rows_are_applied(case: tuple[list[Item], list[Item], Left]) -> None:
    old, new, left = case
    with tempfile.TemporaryDirectory(prefix="praya-rejected-") as name:
        folder = Path(name)
        shutil.copyfile(_template(), folder / "a.praya")
        desk = Desk(Workspace.open(folder / "a.praya", SECRET), "mei")
        try:
            rid = returns.list_returns(desk)[0].id
            imports.import_file(desk, rid, book(folder / "old.xlsx", old), "p")
            there, origins = content(desk, rid)
            assert there == old
            steps = get_return(desk, rid).steps
            rejected = rejections(old, new, left)
            result = imports.import_file(
                desk, rid, book(folder / "new.xlsx", new), "p", rejected=rejected
            )
            now, places = content(desk, rid)
            wanted = merged(old, new, left)
            assert now == wanted
            assert result.applied is (wanted != old or not rejected)
            assert get_return(desk, rid).steps == steps + result.applied
            names = {item.id for item in new}
            for at, item in enumerate(new, 1):
                if at in left.rows and item.id in origins:
                    assert places[item.id] == origins[item.id]
            for at, item in enumerate(old, 1):
                if item.id not in names and at in left.kept:
                    assert places[item.id] == origins[item.id]
            if result.applied:
                drafts.undo(desk, rid)
                assert content(desk, rid) == (old, origins)
                drafts.redo(desk, rid)
                assert content(desk, rid) == (now, places)
        finally:
            desk.workspace.close()
