"""What the writer writes is its own canonical form, byte for byte as libxml2 makes it."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.domain.amounts import parse_decimal, plain
from app.domain.memory import MemoryRows
from app.domain.schema import TEXT_KEY, Field, Kind, Node, Schema
from app.domain.tree import Row
from app.xml.reader import read_rows
from app.xml.writer import DECLARATION, document_bytes

NS = "urn:test:1"

xml_text = st.text(
    st.characters(
        exclude_categories=("Cs",),
        exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
    ),
    max_size=30,
)
values = st.one_of(st.none(), xml_text)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=18).map(
    lambda d: plain(d) if d.adjusted() < 20 else "0"
)


def field(key: str, namespace: str = NS) -> Field:
    return Field(key, Kind.TEXT, "string", required=False, namespace=namespace)


ADDRESS = Node(
    "T/Row/Address",
    "Address",
    NS,
    0,
    None,
    fields=(field("@chain", ""), field(TEXT_KEY, "")),
)
ROW = Node(
    "T/Row",
    "Row",
    NS,
    0,
    None,
    fields=(
        field("@b", ""),
        field("@a", ""),
        field("X"),
        field("X/@unit", ""),
        field("Y", "urn:o"),
    ),
    children=(ADDRESS,),
    content=("X", "Address", "Y"),
)
TABLE = Node("T", "T", NS, children=(ROW,), content=("Row",))
SCHEMA = Schema(Node("", "Root", NS, fields=(field("H"),), children=(TABLE,), content=("H", "T")))

rows_strategy = st.lists(
    st.tuples(
        st.tuples(*[values] * 5), st.lists(st.tuples(values, xml_text.filter(bool)), max_size=3)
    ),
    max_size=5,
)


def build(header: str | None, body: list) -> MemoryRows:  # type: ignore[type-arg]
    rows = [Row(1, None, "", 1, (header,)), Row(2, 1, "T", 1, ())]
    number = 2
    for cells, addresses in body:
        number += 1
        parent = number
        # An attribute of an element that is absent cannot be written.
        unit = cells[3] if cells[2] is not None else None
        rows.append(Row(parent, 2, "T/Row", parent, (*cells[:3], unit, cells[4])))
        for address in addresses:
            number += 1
            rows.append(Row(number, parent, "T/Row/Address", number, address))
    return MemoryRows(rows)


@given(values, rows_strategy)
def test_output_is_canonical_and_reads_back(header: str | None, body: list) -> None:  # type: ignore[type-arg]
    rows = build(header, body)
    written = document_bytes(SCHEMA, rows)
    assert written.startswith(DECLARATION)
    tree = etree.fromstring(written).getroottree()
    assert etree.tostring(tree, method="c14n") == written[len(DECLARATION) :]
    back = read_rows(tree, SCHEMA)
    assert document_bytes(SCHEMA, back) == written


@given(amounts)
def test_an_amount_survives_to_the_last_digit(text: str) -> None:
    rows = build(text, [])
    back = read_rows(etree.fromstring(document_bytes(SCHEMA, rows)).getroottree(), SCHEMA)
    (value,) = back.root().values
    assert value == text
    assert parse_decimal(value) == parse_decimal(text)
