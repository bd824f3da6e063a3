"""What a form shows: every field once, whatever the sections say; and what is read from a clipboard."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds_pack import FILES

from app.domain.pack import Pack, Section
from app.domain.schema import Schema
from app.services.formlayout import (
    Block,
    FieldItem,
    GroupItem,
    TableItem,
    group_item,
    layout,
    ordered_fields,
)
from app.services.packs import open_pack, shipped_packs
from app.ui.editor.normalise import format_block, parse_block, stored_text

PACKS = [open_pack(files) for files in (FILES, *shipped_packs())]


def shown(schema: Schema, item: Block | FieldItem, node: str = "") -> Iterator[tuple[str, str]]:
    """Every field that a block shows, those of a table's rows included."""
    if isinstance(item, FieldItem):
        yield node, item.key
    elif isinstance(item, GroupItem):
        for part in item.items:
            yield from shown(schema, part, item.node)
    else:
        for field in ordered_fields(schema.node(item.node)):
            yield item.node, field.key
        yield from shown(schema, group_item(schema, item.node))


def every_field(schema: Schema) -> Counter[tuple[str, str]]:
    return Counter((node.path, f.key) for node in schema.nodes.values() for f in node.fields)


def all_shown(pack: Pack) -> Counter[tuple[str, str]]:
    return Counter(
        place
        for section in layout(pack)
        for block in section.blocks
        for place in shown(pack.schema, block)
    )


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_a_form_shows_every_field_once(pack: Pack) -> None:
    assert all_shown(pack) == every_field(pack.schema)
    assert all_shown(replace(pack, sections=())) == every_field(pack.schema)


@given(st.data())
def test_no_choice_of_sections_hides_or_doubles_a_field(data: st.DataObject) -> None:
    pack = data.draw(st.sampled_from(PACKS))
    nodes = [node.path for node in pack.schema.nodes.values() if node.path]
    fields = [
        f"{node.path}/{field.key}"
        for node in pack.schema.nodes.values()
        for field in node.fields
        if node.path and "@" not in field.key and field.key != "."
    ]
    items = data.draw(st.lists(st.sampled_from(nodes + fields), unique=True, max_size=8))
    cut = data.draw(st.integers(0, len(items)))
    sections = tuple(
        Section(f"s{number}", {"en": "S"}, tuple(part))
        for number, part in enumerate((items[:cut], items[cut:]))
    )
    assert all_shown(replace(pack, sections=sections)) == every_field(pack.schema)


CELLS = st.text(st.characters(exclude_characters="\r", exclude_categories=("Cs",)), max_size=8)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1)
    )
)
def test_a_copied_block_is_read_back_as_it_was(lines: list[list[str]]) -> None:
    assert parse_block(format_block(lines)) == lines


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("Amount", " 1,234,567.80 ", "1234567.80"),
        ("Amount", "12,34", "12,34"),
        ("Amount", "1.5e3", "1.5e3"),
        ("Amount", "   ", None),
        ("Nil", "Yes", "true"),
        ("Nil", "否", "false"),
        ("Storage", "cold storage", "COLD"),
        ("Storage", "熱儲存", "HOT"),
        ("Storage", "warm", "warm"),
        ("Moment", "2026-10-31 23:59+08:00", "2026-10-31T23:59:00+08:00"),
        ("Name", "  ", None),
    ],
)
def test_only_what_has_one_meaning_is_changed(key: str, typed: str, stored: str | None) -> None:
    node = PACKS[0].schema.node("Head")
    assert stored_text(node.fields[node.index[key]], typed) == stored


def test_tables_stay_tables() -> None:
    sections = layout(PACKS[0])
    lines = sections[2].blocks[0]
    assert isinstance(lines, GroupItem)
    assert lines.items == (TableItem("Lines/Line"),)
