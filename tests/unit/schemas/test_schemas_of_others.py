"""Schemas that we did not write: each loads, draws a form, and gives its samples back unchanged.

Which ones stands in tests/data/schemas_of_others.toml. A package that is not installed is passed over.
"""

import importlib.util
import tomllib
from functools import cache
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from roundtrip import content, round_trip_on

from app.domain.layout import columns_of, tables_of
from app.domain.schema import Schema
from app.domain.schema_codec import dump_schema, load_schema
from app.services.formlayout import group_item
from app.services.rendering import DASH, render_bytes
from app.xml.compile import compile_schema
from app.xml.writer import canonical_parts

LIST = Path(__file__).parents[2] / "data" / "schemas_of_others.toml"
ENTRIES = tomllib.loads(LIST.read_text("utf-8"))["schema"]
SAMPLES = 2
"""Of many samples so many are tried."""


def package_folder(entry: dict[str, Any]) -> Path:
    found = importlib.util.find_spec(entry["package"])
    if found is None or found.origin is None:
        pytest.skip(f"the package {entry['package']} is not installed")
    return Path(found.origin).parent


def schema_files(entry: dict[str, Any]) -> dict[str, bytes]:
    folder = package_folder(entry) / entry["folder"]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xsd")
    }


@cache
def compiled(package: str, file: str) -> Schema:
    entry = next(e for e in ENTRIES if (e["package"], e["file"]) == (package, file))
    return compile_schema(schema_files(entry), file, entry["root"])


every_schema = pytest.mark.parametrize(
    "entry", ENTRIES, ids=[f"{e['package']}-{e['file']}-{e['root']}" for e in ENTRIES]
)


@every_schema
def test_it_loads_and_draws_a_form(entry: dict[str, Any]) -> None:
    schema = compiled(entry["package"], entry["file"])
    assert load_schema(dump_schema(schema)) == schema
    shown = {item.node for item in group_item(schema, "").items}
    assert {child.path for child in schema.root.children} == shown
    for table in tables_of(schema):
        assert list(columns_of(table))


@every_schema
def test_its_samples_come_back_unchanged(entry: dict[str, Any]) -> None:
    folder = package_folder(entry)
    patterns = entry.get("samples", [])
    found = list(islice((path for p in patterns for path in sorted(folder.glob(p))), SAMPLES))
    assert bool(found) == bool(patterns)
    for path in found:
        done = round_trip_on(compiled(entry["package"], entry["file"]), path.read_bytes())
        assert content(done.after) == content(done.before), path.name


@every_schema
def test_all_values_of_its_samples_are_shown_for_signing(entry: dict[str, Any]) -> None:
    """As many as the rows hold, without a form file, whatever is nested in whatever."""
    folder = package_folder(entry)
    schema = compiled(entry["package"], entry["file"])
    for path in islice((p for n in entry.get("samples", []) for p in folder.glob(n)), SAMPLES):
        rows = round_trip_on(schema, path.read_bytes()).rows
        body = b"".join(canonical_parts(schema, rows))
        pack: Any = SimpleNamespace(schema=schema, sections=())
        shown, count = render_bytes(pack, body, "en", 10_000), 0
        for part in shown.parts:
            count += sum(line.value != DASH for line in part.lines)
            for sheet in part.sheets:
                own = sheet.titles[0] != "No." and not sheet.titles[0].startswith("Row of")
                count += sum(cell != DASH for row in sheet.rows for cell in row[not own :])
        held = sum(
            value is not None
            for node in schema.nodes
            for row in rows.all_of(node)
            for value in row.values
        )
        assert count == held, path.name
