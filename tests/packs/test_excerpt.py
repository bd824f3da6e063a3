"""What is read of a long document is its beginning, exactly, and the count of all of it."""

import pytest
from pack_cases import base_rows, packs

from app.domain.memory import MemoryRows
from app.domain.pack import Pack
from app.domain.schema import Node
from app.domain.tree import Row
from app.services.rendering import render_bytes
from app.xml.excerpt import read_excerpt
from app.xml.writer import canonical_parts

PACKS = packs()


def many(pack: Pack, times: int) -> bytes:
    """The example with the rows of every table repeated, nested ones inside them too."""
    source, grown = base_rows(pack), MemoryRows()

    def grow(row: Row, node: Node, parent: int | None) -> None:
        made = grown.add(parent, node.path, row.values)
        for child in node.children:
            rows = list(source.children(row.id, child.path))
            for below in rows * (times if child.repeats else 1):
                grow(below, child, made.id)

    grow(source.root(), pack.schema.root, None)
    return b"".join(canonical_parts(pack.schema, grown))


@pytest.mark.parametrize("limit", [1, 4, 1000])
@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_an_excerpt_shows_what_reading_the_whole_shows(pack: Pack, limit: int) -> None:
    body = many(pack, 7)
    whole = render_bytes(pack, body, "en", limit)
    assert render_bytes(pack, body, "en", limit, short=0) == whole
    assert any(sheet.total > 4 for part in whole.parts for sheet in part.sheets)


def test_rows_beyond_the_limit_are_not_held() -> None:
    pack = next(item for item in PACKS if item.id.startswith("cwr"))
    body = many(pack, 40)
    rows, counts = read_excerpt(body, pack.schema, 10, file="a.xml", short=0)
    assert counts["Balances/Balance"] == body.count(b"<Balance>") > 100
    assert sum(1 for _ in rows.all_of("Balances/Balance")) == 10
    assert len(rows) < 300
