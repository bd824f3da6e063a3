"""Which table a sheet holds and which field each column, by the words of its headings and by its cells.

Nothing is proposed against the cells, and a field once only. The same sheets give the same proposal.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from app.domain.layout import Column, columns_of, key_fields, tables_above, tables_of
from app.domain.schema import TEXT_KEY, Schema
from app.excel.flaws import BLANK, Conventions
from app.excel.matchcontent import SAMPLE, Evidence, evidence, is_coded, known_code
from app.excel.matchwords import Likeness, Words, likeness, names_of, words_of
from app.excel.numbers import cell_text
from app.excel.scan import address_of, column_name
from app.excel.workbook import Value, Workbook

ROWS = 2000
"""So many rows of each sheet are looked at."""
HEADER_ROWS = 30
SAMPLES = 3
_LEAST = 30
"""Points of a name that is like another in some words only: about half of them."""
ABOVE = "../"
"""Begin of the key of a target that says to which row of the table above a row belongs."""
TIMEZONE = "+08:00"
CONVENTIONS = Conventions(timezone=TIMEZONE)
"""Times that name no offset are Hong Kong's, as in the program's own template."""


class Sureness(StrEnum):
    """How sure a proposal is, and why."""

    SURE = "sure"
    NAME = "name"
    CONTENT = "content"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The first rows of a sheet; every list begins with column A."""

    name: str
    rows: tuple[Sequence[Value], ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a column can be for. `key` is relative to the table, with `ABOVE` for the keys of
    the tables above it; on sheets of single fields the path.
    """

    key: str
    column: Column
    names: tuple[Words, ...] = ()

    @property
    def above(self) -> bool:
        """Whether it belongs to a table above."""
        return self.key.startswith(ABOVE)


@dataclass(frozen=True, slots=True)
class Match:
    """A column (`C`), or a single cell (`B3`), and the field that it is for; None for no field.

    `words` says which code each of its words stands for.
    """

    place: str
    title: str
    samples: tuple[str, ...] = ()
    key: str | None = None
    sureness: Sureness | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetMatch:
    """What a sheet is thought to hold: the path of a table, the empty path for single fields, None for
    nothing. `header` is the row of the headings from 1, None on a sheet of single fields.
    """

    sheet: str
    table: str | None
    header: int | None
    matches: tuple[Match, ...]
    points: int = 0


@dataclass(frozen=True, slots=True)
class _Item:
    """A column or a cell before it is matched."""

    place: str
    title: str
    cells: tuple[Value, ...]

    @property
    def different(self) -> tuple[Value, ...]:
        """A sample of its different cells."""
        return tuple(islice(dict.fromkeys(self.cells), SAMPLE))


def sheets_of(book: Workbook) -> tuple[SheetRows, ...]:
    """The beginning of each sheet."""
    found = []
    for sheet in book.sheets:
        rows: list[Sequence[Value]] = []
        for number, cells in book.rows(sheet):
            if number >= ROWS:
                break
            rows.append(cells)
        found.append(SheetRows(sheet.name, tuple(rows), sheet.hidden))
    return tuple(found)


def match_sheets(schema: Schema, sheets: Iterable[SheetRows]) -> tuple[SheetMatch, ...]:
    """A proposal for every sheet. A table is proposed for one sheet only: for the one that fits best."""
    listed = list(sheets)
    paths = [node.path for node in tables_of(schema)]
    tried = [
        (match, number)
        for number, sheet in enumerate(listed)
        for path in ("", *paths)
        if (match := match_sheet(schema, sheet, path)).points > 0
    ]
    tried.sort(key=lambda item: (-item[0].points, item[1], item[0].table or ""))
    taken: set[str] = set()
    chosen: dict[int, SheetMatch] = {}
    for match, number in tried:
        assert match.table is not None
        if number in chosen or match.table in taken:
            continue
        if match.table:
            taken.add(match.table)
        chosen[number] = match
    single = [number for number, match in chosen.items() if match.table == ""]
    _once_each(chosen, single)
    return tuple(
        chosen.get(number) or match_sheet(schema, sheet, None)
        for number, sheet in enumerate(listed)
    )


def match_sheet(
    schema: Schema, sheet: SheetRows, table: str | None, header: int | None = None
) -> SheetMatch:
    """What the columns of a sheet are for, if it holds a table; `header` (from 1) says where it begins."""
    if table == "":
        items = list(_cells(sheet))
        header = None
    else:
        header = header or _header(sheet)
        items = list(_columns(sheet, header))
    if table is None:
        return SheetMatch(sheet.name, None, header, tuple(_shown(item) for item in items))
    targets = targets_of(schema, table)
    found = _assign(items, targets)
    matches = tuple(_match(item, found.get(at)) for at, item in enumerate(items))
    points = _points(schema, table, sheet, items, targets, found)
    return SheetMatch(sheet.name, table, header, matches, points)


def targets_of(schema: Schema, table: str) -> tuple[Target, ...]:
    """The fields that a sheet of a table can hold, those that say the row above first."""
    node = schema.nodes[table]
    found = []
    for above in tables_above(schema, node):
        nearest = above is tables_above(schema, node)[-1]
        for key in key_fields(schema, above):
            column = Column(key, above, above.index[key])
            found.append(_target(ABOVE + (key if nearest else f"{above.path}/{key}"), column))
    found += [
        _target(column.key if table else column.path, column)
        for column in columns_of(node)
        if column.field.fixed is None
    ]
    return tuple(found)


def words_for(target: Target, cells: Iterable[Value]) -> dict[str, str]:
    """The different words of a coded column that are no codes, each with its code where one is known."""
    if not is_coded(target.column.field):
        return {}
    found: dict[str, str] = {}
    for cell in cells:
        word = cell.strip(BLANK) if isinstance(cell, str) else ""
        if word and word not in found:
            code = known_code(target.column.field, word)
            if code != word:
                found[word] = code or ""
    return found


def cells_of(sheet: SheetRows, place: str, header: int | None) -> tuple[Value, ...]:
    """The cells of a column below its heading, or the one cell."""
    items = _cells(sheet) if header is None else _columns(sheet, header)
    return next((item.cells for item in items if item.place == place), ())


def _target(key: str, column: Column) -> Target:
    field, node = column.field, column.node
    local = field.local if field.key != TEXT_KEY else node.name
    labels = list(field.labels.values())
    if not node.repeats and node.path:  # Value of the group Dormant is called Dormant Value too
        labels += [f"{node.label(lang)} {label}" for lang, label in field.labels.items()]
        labels.append(f"{node.name} {local}")
    return Target(key, column, names_of(local, labels))


def _filled(value: Value) -> bool:
    return not isinstance(value, str) or bool(value.strip(BLANK))


def _header(sheet: SheetRows) -> int:
    """The likeliest row of headings, from 1: the fullest that holds texts alone, with cells below it."""
    best, most = 1, 0
    for at, cells in enumerate(sheet.rows[:HEADER_ROWS]):
        held = [cell for cell in cells if _filled(cell)]
        texts = [cell for cell in held if isinstance(cell, str)]
        below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else ()
        if len(texts) == len(held) and len(set(texts)) > most and any(map(_filled, below)):
            best, most = at + 1, len(set(texts))
    return best


def _columns(sheet: SheetRows, header: int) -> Iterator[_Item]:
    titles = sheet.rows[header - 1] if header <= len(sheet.rows) else ()
    below = sheet.rows[header:]
    width = max((len(cells) for cells in (titles, *below)), default=0)
    for at in range(width):
        title = cell_text(titles[at]).strip(BLANK) if at < len(titles) else ""
        cells = tuple(row[at] for row in below if at < len(row) and _filled(row[at]))
        if title or cells:
            yield _Item(column_name(at), " ".join(title.split()), cells)


def _cells(sheet: SheetRows) -> Iterator[_Item]:
    """Pairs of a name and, right of it, a value."""
    for number, cells in enumerate(sheet.rows):
        at = next((n for n, cell in enumerate(cells) if _filled(cell)), None)
        if at is None or not isinstance(cells[at], str):
            continue
        beside = cells[at + 1 : at + 2]
        if number or any(map(_filled, beside)):
            place = address_of(number, at + 1)
            yield _Item(place, " ".join(str(cells[at]).split()), tuple(filter(_filled, beside)))


def _shown(item: _Item) -> Match:
    different = dict.fromkeys(cell_text(cell) for cell in item.cells)
    return Match(item.place, item.title, tuple(different)[:SAMPLES])


def _match(item: _Item, found: tuple[Target, Sureness] | None) -> Match:
    shown = _shown(item)
    if found is None:
        return shown
    target, sureness = found
    words = words_for(target, item.cells)
    return Match(shown.place, shown.title, shown.samples, target.key, sureness, words)


def _assign(
    items: Sequence[_Item], targets: Sequence[Target]
) -> dict[int, tuple[Target, Sureness]]:
    """A field for each item by its name first, then by what only one column can be."""
    titles = [words_of(item.title) for item in items]
    samples = [item.different for item in items]
    says = {
        (at, to): evidence(target.column.field, samples[at], CONVENTIONS)
        for at in range(len(items))
        for to, target in enumerate(targets)
    }
    pairs = []
    for (at, to), content in says.items():
        like, points = likeness(titles[at], targets[to].names)
        if content is not Evidence.AGAINST and _worth(
            like, points, content, items[at], targets[to]
        ):
            pairs.append((points + 10 * content, like, content, at, to))
    pairs.sort(key=lambda p: (-p[0], abs(p[3] - p[4]), p[3], p[4]))
    found: dict[int, tuple[Target, Sureness]] = {}
    taken: dict[int, int] = {}
    twice = _twice(titles)
    for points, like, content, at, to in pairs:
        if at not in found and to not in taken:
            found[at] = targets[to], Sureness.UNSURE if at in twice else _sureness(like, content)
            taken[to] = at
            best = {other[4] for other in pairs if other[3] == at and other[0] == points}
            if len(best) > 1 and not best <= set(taken):
                found[at] = targets[to], Sureness.UNSURE
    for at, to in _only_ones(says, found, taken):
        found[at] = targets[to], Sureness.CONTENT
    return found


def _worth(like: Likeness, points: int, content: Evidence, item: _Item, target: Target) -> bool:
    """Whether a name and cells are enough for a proposal."""
    if like >= Likeness.NEAR:
        return True
    words = bool(item.cells) and is_coded(target.column.field)
    return like is Likeness.SOME and points >= _LEAST and (content > Evidence.NOTHING or words)


def _twice(titles: Sequence[Words]) -> set[int]:
    """Which headings stand there more than once, so that they tell nothing apart."""
    every = [title.text for title in titles]
    return {at for at, text in enumerate(every) if every.count(text) > 1}


def _sureness(like: Likeness, content: Evidence) -> Sureness:
    if like >= Likeness.NEAR:
        return Sureness.SURE if content > Evidence.NOTHING else Sureness.NAME
    return Sureness.CONTENT if content is Evidence.PARTICULAR else Sureness.UNSURE


def _only_ones(
    says: Mapping[tuple[int, int], Evidence], found: Iterable[int], taken: Iterable[int]
) -> list[tuple[int, int]]:
    """Columns and fields that are left and that only each other's cells fit."""
    done, used = set(found), set(taken)
    left = [
        pair
        for pair, content in says.items()
        if content is Evidence.PARTICULAR and pair[0] not in done and pair[1] not in used
    ]
    return [
        (at, to)
        for at, to in left
        if sum(other[0] == at for other in left) == 1 and sum(other[1] == to for other in left) == 1
    ]


_WORTH = {Sureness.SURE: 30, Sureness.NAME: 20, Sureness.CONTENT: 15, Sureness.UNSURE: 6}


def _points(
    schema: Schema,
    table: str,
    sheet: SheetRows,
    items: Sequence[_Item],
    targets: Sequence[Target],
    found: Mapping[int, tuple[Target, Sureness]],
) -> int:
    """How well the whole fits: the more columns find their field the better, and none should be left."""
    if not found or not any(kind is not Sureness.UNSURE for _, kind in found.values()):
        return 0
    points = sum(_WORTH[kind] for _, kind in found.values())
    if not table:
        return points - 12 * (len(items) - len(found))
    node = schema.nodes[table]
    keys = {target.key for target, _ in found.values()}
    missing = sum(t.column.field.required and t.key not in keys for t in targets if not t.above)
    lost = any(t.above for t in targets) and not any(key.startswith(ABOVE) for key in keys)
    only_above = all(key.startswith(ABOVE) for key in keys)
    if only_above:
        return 0
    named = likeness(words_of(sheet.name), names_of(node.name, node.labels.values()))[0]
    return points + 20 * named - 12 * (len(items) - len(found)) - 6 * missing - 40 * lost


def _once_each(chosen: dict[int, SheetMatch], single: list[int]) -> None:
    """A single field that stands on several sheets is taken from the one where it is surest."""
    order = list(Sureness)
    best: dict[str, tuple[int, int, str]] = {}
    for number in single:
        for match in chosen[number].matches:
            if match.key is not None and match.sureness is not None:
                rank = (order.index(match.sureness), number, match.place)
                best[match.key] = min(best.get(match.key, rank), rank)
    for number in single:
        sheet = chosen[number]
        kept = tuple(
            match
            if match.key is None or best[match.key][1:] == (number, match.place)
            else Match(match.place, match.title, match.samples)
            for match in sheet.matches
        )
        chosen[number] = SheetMatch(sheet.sheet, "", None, kept, sheet.points)
