"""Rows in memory answer like the rows of the database."""

import pytest

from app.domain.memory import MemoryRows
from app.domain.schema import Field, Kind, Node, Schema


def _field(key: str, kind: Kind = Kind.TEXT) -> Field:
    return Field(key, kind, "string")


SCHEMA = Schema(
    Node(
        "",
        "Return",
        "urn:x",
        fields=(_field("Name"),),
        children=(
            Node(
                "Row", "Row", "urn:x", 0, None, (_field("Id"),),
                children=(Node("Row/Code", "Code", "urn:x", 0, None, (_field("."),)),),
            ),
        ),
    )
)  # fmt: skip


def test_a_document_in_nested_mappings_becomes_rows() -> None:
    rows = MemoryRows.of(SCHEMA, {"Name": "a", "Row": [{"Id": "1", "Code": ["x", "y"]}, {}]})
    assert rows.root().values == ("a",)
    first, second = rows.children(rows.root().id, "Row")
    assert (first.values, second.values) == (("1",), (None,))
    assert [row.values for row in rows.children(first.id)] == [("x",), ("y",)]
    assert rows.position(second) == 2
    assert rows.count(first.id, "Row/Code") == 2
    assert [row.id for row in rows.children(rows.root().id, "Row", limit=1, offset=1)] == [
        second.id
    ]
    assert len(list(rows.all_of("Row/Code"))) == 2
    assert rows.get(99) is None
    assert len(rows) == 5


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError, match="Nmae"):
        MemoryRows.of(SCHEMA, {"Nmae": "a"})
