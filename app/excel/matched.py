"""From sheets whose columns were matched to the import profile that says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.schema import Schema
from app.excel.binding import title_of
from app.excel.flaws import BLANK
from app.excel.matchcontent import is_coded, known_code
from app.excel.matching import (
    ABOVE,
    CONVENTIONS,
    Match,
    SheetMatch,
    SheetRows,
    Target,
    cells_of,
    targets_of,
)
from app.excel.profile import FieldSpec, Profile, Source, TableSpec


@dataclass(frozen=True, slots=True)
class Constant:
    """What a field gets in every row (the path of a table), or once (the empty path)."""

    table: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why sheets that were matched make no profile yet. `kind` is nothing, twice, two-sheets or
    no-parent; `sheet`, `table` and `key` say where.
    """

    kind: str
    sheet: str = ""
    table: str = ""
    key: str = ""


def troubles(schema: Schema, sheets: Iterable[SheetMatch]) -> list[Trouble]:
    """What has to be decided first."""
    found: list[Trouble] = []
    seen: dict[str, str] = {}
    used = [sheet for sheet in sheets if _used(sheet)]
    for sheet in used:
        path = sheet.table or ""
        keys = [match.key for match in sheet.matches if match.key is not None]
        found += [
            Trouble("twice", sheet.sheet, path, k) for k in dict.fromkeys(keys) if keys.count(k) > 1
        ]
        if not path:
            for key in keys:
                if seen.setdefault(key, sheet.sheet) != sheet.sheet:
                    found.append(Trouble("twice", sheet.sheet, path, key))
            continue
        if path in seen:
            found.append(Trouble("two-sheets", sheet.sheet, path))
        seen[path] = sheet.sheet
        needed = any(target.above for target in targets_of(schema, path))
        if needed and not any(key.startswith(ABOVE) for key in keys):
            found.append(Trouble("no-parent", sheet.sheet, path))
    return found if used else [Trouble("nothing")]


def missing(schema: Schema, sheets: Iterable[SheetMatch]) -> list[tuple[str, Target]]:
    """Required fields of the matched tables for which there is no column."""
    found = []
    for sheet in sheets:
        if sheet.table and _used(sheet):
            keys = {match.key for match in sheet.matches}
            found += [
                (sheet.table, target)
                for target in targets_of(schema, sheet.table)
                if not target.above
                and target.column.field.required
                and target.column.field.default is None
                and target.column.node.repeats
                and target.key not in keys
            ]
    return found


def matched_profile(
    schema: Schema,
    return_type: str,
    name: str,
    title: str,
    rows: Sequence[SheetRows],
    sheets: Iterable[SheetMatch],
    constants: Sequence[Constant] = (),
) -> Profile:
    """The profile: a table of the profile for each matched table, a field for each matched cell."""
    by_name = {sheet.name: sheet for sheet in rows}
    tables: list[TableSpec] = []
    fields: list[FieldSpec] = []
    for sheet in sheets:
        if not _used(sheet):
            continue
        if sheet.table:
            tables.append(_table(schema, by_name[sheet.sheet], sheet, constants))
        else:
            fields += _fields(schema, by_name[sheet.sheet], sheet)
    order = {path: at for at, path in enumerate(schema.nodes)}
    tables.sort(key=lambda spec: order[spec.path])
    fields += [
        FieldSpec(item.key, item.key, Source(constant=item.text))
        for item in constants
        if not item.table and item.text
    ]
    return Profile(
        name=name,
        return_type=return_type.upper(),
        title=title,
        conventions=CONVENTIONS,
        tables=tuple(tables),
        fields=tuple(fields),
    )


def _used(sheet: SheetMatch) -> bool:
    """Whether the sheet holds something: a field of its own, not only the key of a row above."""
    keys = [match.key for match in sheet.matches if match.key is not None]
    return sheet.table is not None and any(not key.startswith(ABOVE) for key in keys)


def _table(
    schema: Schema, rows: SheetRows, sheet: SheetMatch, constants: Sequence[Constant]
) -> TableSpec:
    assert sheet.table
    assert sheet.header is not None
    targets = {target.key: target for target in targets_of(schema, sheet.table)}
    headings = [
        title_of(cell)
        for cell in (rows.rows[sheet.header - 1] if rows.rows else ())
        if title_of(cell)
    ]
    columns: dict[str, Source] = {}
    parent: dict[str, Source] = {}
    for match in sheet.matches:
        if match.key is None:
            continue
        source = _source(rows, sheet, match, targets[match.key], headings)
        if match.key.startswith(ABOVE):
            parent[match.key.removeprefix(ABOVE)] = source
        else:
            columns[match.key] = source
    for item in constants:
        if item.table == sheet.table and item.text:
            columns.setdefault(item.key, Source(constant=item.text))
    named = [title_of(s.headers[0]) for s in (*columns.values(), *parent.values()) if s.headers]
    found = _first_row(rows, named)
    return TableSpec(
        path=sheet.table,
        where=f"sheet “{sheet.sheet}”",
        sheets=(sheet.sheet,),
        header=None if found == sheet.header else sheet.header,
        columns=columns,
        parent=parent,
    )


def _first_row(rows: SheetRows, named: Sequence[str]) -> int | None:
    """The first row, from 1, that holds all headings: where the import will look for them."""
    for number, cells in enumerate(rows.rows, 1):
        titles = {title_of(cell) for cell in cells}
        if named and all(name in titles for name in named):
            return number
    return None


def _source(
    rows: SheetRows, sheet: SheetMatch, match: Match, target: Target, headings: Sequence[str]
) -> Source:
    values = _values(rows, sheet, match, target)
    title = title_of(match.title)
    if title and headings.count(title) == 1:
        return Source(headers=(match.title,), values=values)
    return Source(letter=match.place, values=values)


def _fields(schema: Schema, rows: SheetRows, sheet: SheetMatch) -> list[FieldSpec]:
    targets = {target.key: target for target in targets_of(schema, "")}
    return [
        FieldSpec(
            match.key,
            match.key,
            Source(cell=match.place, values=_values(rows, sheet, match, targets[match.key])),
            (sheet.sheet,),
        )
        for match in sheet.matches
        if match.key is not None
    ]


def _values(
    rows: SheetRows, sheet: SheetMatch, match: Match, target: Target
) -> dict[str, str] | None:
    """The map of a coded column: its words, and the codes as they are; none where no word is given."""
    words = {word: code for word, code in match.words.items() if code}
    if not words:
        return None
    item = target.column.field
    codes = dict.fromkeys(item.facets.enumeration) if is_coded(item) else {}
    for cell in cells_of(rows, match.place, sheet.header):
        text = cell.strip(BLANK) if isinstance(cell, str) else ""
        if text and known_code(item, text) == text:
            codes.setdefault(text)
    return words | {code: code for code in codes if code not in words}


def with_match(sheet: SheetMatch, at: int, match: Match) -> SheetMatch:
    """The sheet with another match in that place."""
    return replace(sheet, matches=(*sheet.matches[:at], match, *sheet.matches[at + 1 :]))
