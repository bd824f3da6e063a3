"""A document of somebody else after an edit: all that was not touched is the same, comments included.

The judge is the document itself: its canonical form with comments, cut at the place of the edit, and
the canonical writer for what the rows say.
"""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from roundtrip import content

from app.domain.memory import MemoryRows
from app.domain.schema import Schema
from app.domain.tree import Row
from app.xml.compile import compile_schema
from app.xml.reader import BoundRows, read_bound
from app.xml.revise import revise
from app.xml.safe import parse
from app.xml.writer import document_bytes

LIST = Path(__file__).parents[1] / "data" / "schemas_of_others.toml"
PER_PATTERN = 6


def samples() -> Iterator[Any]:
    for entry in tomllib.loads(LIST.read_text("utf-8"))["schema"]:
        spec = find_spec(entry["package"])
        if spec is None or not spec.submodule_search_locations:
            continue
        base = Path(spec.submodule_search_locations[0])
        for pattern in entry.get("samples", ()):
            for file in sorted(base.glob(pattern))[:PER_PATTERN]:
                place = (str(base / entry["folder"]), entry["file"], entry["root"])
                yield pytest.param(place, file, id=f"{entry['package']}-{file.stem}"[:60])


@cache
def compiled(folder: str, file: str, root: str) -> Schema:
    files = {
        found.relative_to(folder).as_posix(): found.read_bytes()
        for found in Path(folder).rglob("*.xsd")
    }
    return compile_schema(files, file, root)


def canonical(tree: Any) -> bytes:
    return etree.tostring(tree, method="c14n", with_comments=True)


def dressed(body: bytes, chance: random.Random) -> bytes:
    """The document with comments and instructions between its elements, and prefixes declared anew."""
    tree = parse(body, file="sample")
    for element in list(tree.getroot().iter(etree.Element)):
        parent = element.getparent()
        if parent is None or (parent.text or "").strip() or chance.random() < 0.7:
            continue
        extra: Any = chance.choice([etree.Comment(" here "), etree.PI("mark", "a='1'")])
        parent.insert(parent.index(element) + chance.randint(0, 1), extra)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


@pytest.mark.parametrize(("place", "file"), list(samples()))
def test_only_what_was_edited_differs(place: tuple[str, str, str], file: Path) -> None:
    schema = compiled(*place)
    chance = random.Random(file.name)
    body = dressed(file.read_bytes(), chance)
    whole = parse(body, file="sample")
    before = read_bound(whole, schema)
    untouched = canonical(whole)
    revise(whole, schema, before, before)
    assert canonical(whole) == untouched
    for _ in range(4):
        one_value(schema, body, chance)
        for edit in (without_a_row, with_a_row):
            rows = edit(schema, read_bound(parse(body, file="s"), schema), chance)
            says_what_the_rows_say(schema, body, rows)


def one_value(schema: Schema, body: bytes, chance: random.Random) -> None:
    """A value that stands nowhere else is exchanged in the bytes of the canonical form."""
    tree = parse(body, file="sample")
    rows = read_bound(tree, schema)
    text = canonical(tree)
    unique = [
        (row, at, value)
        for row in all_rows(rows)
        for at, value in enumerate(row.values)
        if value
        and value.isalnum()
        and not schema.node(row.node).opaque
        and "@xsi" not in schema.node(row.node).fields[at].key
        and text.count(value.encode()) == 1
    ]
    if not unique:
        return
    row, at, value = chance.choice(unique)
    values = (*row.values[:at], "EDITED", *row.values[at + 1 :])
    edited = put_together(rows, {row.id: values})
    revise(tree, schema, rows, edited)
    assert canonical(tree) == text.replace(value.encode(), b"EDITED")


def without_a_row(schema: Schema, rows: BoundRows, chance: random.Random) -> MemoryRows:
    removable = [row for row in all_rows(rows) if row.parent is not None]
    return put_together(rows, {}, gone=chance.choice(removable).id) if removable else rows


def with_a_row(schema: Schema, rows: BoundRows, chance: random.Random) -> MemoryRows:
    """A copy of a table's row, with all below it, as the last of its parent."""
    tables = [row for row in all_rows(rows) if row.parent and schema.node(row.node).repeats]
    made = put_together(rows, {})
    if tables:
        _copy(made, rows, chance.choice(tables), None)
    return made


def _copy(made: MemoryRows, rows: BoundRows, row: Row, parent: int | None) -> None:
    fresh = made.add(row.parent if parent is None else parent, row.node, row.values)
    for below in rows.children(row.id):
        _copy(made, rows, below, fresh.id)


def says_what_the_rows_say(schema: Schema, body: bytes, rows: MemoryRows) -> None:
    tree = parse(body, file="sample")
    extras = between(tree)
    bound = read_bound(tree, schema)
    revise(tree, schema, bound, rows)
    after = parse(etree.tostring(tree), file="after")
    wanted = parse(document_bytes(schema, rows), file="wanted").getroot()
    assert content(after.getroot()) == content(wanted)
    left = between(after)
    gone = [row for row in all_rows(bound) if rows.get(row.id) is None]
    assert left == extras if not gone else set(left) <= set(extras)


def between(tree: Any) -> list[bytes]:
    """Comments and instructions in document order."""
    found = tree.iter(etree.Comment, etree.ProcessingInstruction)
    return [etree.tostring(item, with_tail=False) for item in found]


def all_rows(rows: MemoryRows) -> list[Row]:
    return [row for number in range(1, len(rows) + 1) if (row := rows.get(number)) is not None]


def put_together(
    rows: MemoryRows, changed: dict[int, tuple[str | None, ...]], gone: int = 0
) -> MemoryRows:
    made, left_out = MemoryRows(), {gone}
    for row in all_rows(rows):
        if row.id in left_out or row.parent in left_out:
            left_out.add(row.id)
            continue
        values = changed.get(row.id, row.values)
        made.put(Row(row.id, row.parent, row.node, row.order, values))
    return made
