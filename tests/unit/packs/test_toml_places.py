"""Keys of TOML documents are found where they stand."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tomlplaces import Key, places

TREE = Path(__file__).parents[3]
FILES = sorted(
    path for folder in ("forms", "schemas", "resources") for path in (TREE / folder).rglob("*.toml")
)


def keys(value: Any, above: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """Every path of a document."""
    if above:
        yield above
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from keys(item, (*above, key))


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(TREE)))
def test_every_key_of_our_own_files_is_found(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    document = tomllib.loads(text)
    found = places(text)
    assert set(keys(document)) == set(found)
    lines = text.split("\n")
    for path, place in found.items():
        value = document
        for key in path:
            value = value[key]  # type: ignore[index]
        if isinstance(value, str) and not set(value) & set('\n\\"\t'):
            assert lines[place.value_line - 1][place.column - 1 :].startswith(value), path


ODD = r'''
"a.b" = 'x' # [not] a = "table"
'c d'."e\"f" = { g = [1, { h = "}]" }, [ "]" ,
  2 ] ], i.j = """
]
""" }
[[t]]
[t.u]
v = 1979-05-27T07:32:00Z
[[t.w]]
[[t]]
[[t.w]]
x = """
"""
[[t.w]]
'''


def test_odd_spellings_are_read_as_tomllib_reads_them() -> None:
    found = places(ODD)
    assert set(keys(tomllib.loads(ODD))) == set(found)
    assert found["c d", 'e"f', "i", "j"].line == 4
    assert found["t", 1, "w", 1].line == 15


@given(st.recursive(st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner, max_size=3)))
def test_any_array_of_texts_is_followed(value: Any) -> None:
    text = f"before = 1\nkey = {written(value)}\nafter = 2\n"
    assert set(keys(tomllib.loads(text))) == set(places(text))


def written(value: Any) -> str:
    """A value as TOML."""
    if isinstance(value, list):
        return "[" + ",\n".join(map(written, value)) + "]"
    if isinstance(value, int):
        return str(value)
    return '"' + "".join(f"\\U{ord(c):08X}" if not c.isalnum() else c for c in value) + '"'
