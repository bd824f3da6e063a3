"""The worked cases of the shipped packs: a base return, a change to it, and what the rules say then."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from app.domain.locator import Step, parse_path
from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.rule import parameters_on
from app.domain.tree import Row
from app.rules.engine import Outcome, Prepared, prepare, run
from app.services.packs import open_pack, shipped_packs
from app.xml.reader import read_rows
from app.xml.safe import parse

EXAMPLES = "form/examples/"
LAST_DAY = date(2026, 10, 31)


@cache
def packs() -> tuple[Pack, ...]:
    """Every shipped pack, its hashes checked and its schema compiled."""
    return tuple(open_pack(files) for files in shipped_packs())


def pack(pack_id: str) -> Pack:
    """One shipped pack."""
    return next(item for item in packs() if item.id == pack_id)


@dataclass(frozen=True)
class Case:
    """One `[[case]]`: `part` empty means any part; `also` are other rules that rightly speak too."""

    pack_id: str
    rule: str
    name: str
    expect: str
    part: str = ""
    also: tuple[str, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    added: tuple[Mapping[str, Any], ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    wanted: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return re.sub(r"[^\w.%]+", "-", f"{self.rule}-{self.name}")


def cases(of: Pack) -> Iterator[Case]:
    """The cases of a pack."""
    for name in sorted(of.files):
        if name.startswith(EXAMPLES) and name.endswith(".toml"):
            for body in tomllib.loads(of.files[name].decode())["case"]:
                yield _case(of.id, dict(body))


def _case(pack_id: str, body: dict[str, Any]) -> Case:
    return Case(
        pack_id=pack_id,
        rule=body.pop("rule"),
        name=body.pop("name"),
        expect=body.pop("expect"),
        part=body.pop("part", ""),
        also=tuple(body.pop("also", ())),
        changes=body.pop("set", {}),
        removed=tuple(body.pop("remove", ())),
        added=tuple(body.pop("add", ())),
        settings=body.pop("settings", {}),
        wanted=body,
    )


def base_rows(of: Pack) -> MemoryRows:
    """The rows of `examples/base.xml`."""
    return read_rows(parse(of.files[f"{EXAMPLES}base.xml"], file="base.xml"), of.schema)


def changed_rows(of: Pack, case: Case) -> MemoryRows:
    """The base return with the case's changes, removals and additions."""
    rows = base_rows(of)
    for path, value in case.changes.items():
        rows = _with_value(of, rows, path, value)
    for path in case.removed:
        rows = _without(of, rows, path)
    for addition in case.added:
        _add(of, rows, addition["table"], addition["values"])
    return rows


def outcomes(
    of: Pack,
    rows: MemoryRows,
    settings: Mapping[str, str],
    *,
    only: str = "",
    compiled: bool = True,
) -> list[Outcome]:
    """What the pack's rules, or only those of one id, say of the rows."""
    chosen = tuple(sorted(settings.items()))
    prepared = _prepared(of.id, chosen, only=only, compiled=compiled)
    return list(run(prepared, of.schema, rows))


@cache
def _prepared(
    pack_id: str, settings: tuple[tuple[str, str], ...], *, only: str, compiled: bool
) -> tuple[Prepared, ...]:
    """The rules, compiled once for all cases that read them with the same settings."""
    of = pack(pack_id)
    values = parameters_on(of.parameters, LAST_DAY)
    values |= {item.name: item.default for item in of.settings} | dict(settings)
    rules = [rule for rule in of.rules if only in ("", rule.id)]
    return prepare(rules, of.schema, day=LAST_DAY, values=values, compiled=compiled)


def find_row(rows: MemoryRows, steps: tuple[Step, ...]) -> Row:
    """The row that a path names."""
    row = rows.root()
    for step in steps:
        node = f"{row.node}/{step.name}" if row.node else step.name
        row = list(rows.children(row.id, node))[step.position - 1]
    return row


def _place(of: Pack, rows: MemoryRows, path: str) -> tuple[Row, str]:
    """The row of a path and the key of its field (empty when the path names the row itself)."""
    steps = parse_path(path)
    above = find_row(rows, steps[:-1])
    if steps[-1].name in of.schema.node(above.node).index:
        return above, steps[-1].name
    return find_row(rows, steps), ""


def _with_value(of: Pack, rows: MemoryRows, path: str, value: str | None) -> MemoryRows:
    row, key = _place(of, rows, path)
    values = list(row.values)
    values[of.schema.node(row.node).index[key or "."]] = value
    fresh = Row(row.id, row.parent, row.node, row.order, tuple(values))
    return MemoryRows(fresh if item.id == row.id else item for item in _all(rows))


def _without(of: Pack, rows: MemoryRows, path: str) -> MemoryRows:
    row, key = _place(of, rows, path)
    if key:
        return _with_value(of, rows, path, None)
    gone = {item.id for item in _all(rows, row)}
    return MemoryRows(item for item in _all(rows) if item.id not in gone)


def _all(rows: MemoryRows, start: Row | None = None) -> Iterator[Row]:
    row = start or rows.root()
    yield row
    for below in rows.children(row.id):
        yield from _all(rows, below)


def _add(of: Pack, rows: MemoryRows, table: str, values: Mapping[str, str]) -> None:
    above, _, name = table.rpartition("/")
    parent = find_row(rows, parse_path(above))
    node = of.schema.node(f"{parent.node}/{name}")
    assert values.keys() <= node.index.keys()
    rows.add(parent.id, node.path, tuple(values.get(item.key) for item in node.fields))
