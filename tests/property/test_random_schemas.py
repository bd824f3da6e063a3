"""Random documents that are valid under random schemas: through the rows and back, nothing is lost."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from roundtrip import content, round_trip

from app.services.checks import wrong_values
from app.xml.packfiles import load_validator
from app.xml.reader import read_bound
from app.xml.revise import revise
from app.xml.safe import parse

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=6)
TYPES = {
    "string": TEXT,
    "int": st.integers(-(2**31), 2**31 - 1).map(str),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False, places=3).map("{:f}".format),
    "date": st.dates().map(str),
    "boolean": st.sampled_from(["true", "false", "0", "1"]),
    "gYearMonth": st.sampled_from(["2026-10", "2026-10Z"]),
}


@dataclass
class Piece:
    """A particle: an element with a type or with content of its own, or a group of particles."""

    kind: str
    name: str = ""
    type: str = ""
    low: int = 1
    high: int = 1
    inside: "list[Piece]" = field(default_factory=list)
    attributes: list[tuple[str, str, bool]] = field(default_factory=list)

    def xsd(self) -> str:
        often = f' minOccurs="{self.low}" maxOccurs="{self.high}"'
        below = "".join(piece.xsd() for piece in self.inside)
        if self.kind != "element":
            return f"<xs:{self.kind}{often}>{below}</xs:{self.kind}>"
        if self.type:
            return f'<xs:element name="{self.name}" type="xs:{self.type}"{often}/>'
        attributes = "".join(
            f'<xs:attribute name="{name}" type="xs:{kind}" use="{"required" if must else "optional"}"/>'
            for name, kind, must in self.attributes
        )
        return (
            f'<xs:element name="{self.name}"{often}><xs:complexType>{below}{attributes}'
            "</xs:complexType></xs:element>"
        )


class Names:
    def __init__(self) -> None:
        self.last = 0

    def new(self) -> str:
        self.last += 1
        return f"E{self.last}"


def draw_element(draw: st.DrawFn, names: Names, depth: int, *, once: bool = False) -> Piece:
    low = draw(st.integers(0, 1))
    high = 1 if once else draw(st.sampled_from([1, 1, 1, 3]))
    piece = Piece("element", names.new(), low=low, high=high)
    if depth == 0 or draw(st.booleans()):
        piece.type = draw(st.sampled_from(sorted(TYPES)))
        return piece
    piece.inside = [draw_group(draw, names, depth - 1, outer=True)]
    for number in range(draw(st.integers(0, 2))):
        kind = draw(st.sampled_from(sorted(TYPES)))
        piece.attributes.append((f"a{number}", kind, draw(st.booleans())))
    return piece


def draw_group(draw: st.DrawFn, names: Names, depth: int, *, outer: bool) -> Piece:
    kinds = ["sequence", "choice", "all"] if outer else ["sequence", "choice"]
    kind = draw(st.sampled_from(kinds))
    low, high = (1, 1) if kind == "all" else draw(st.sampled_from([(1, 1), (1, 1), (0, 1), (1, 3)]))
    group = Piece(kind, low=low, high=high)
    for _ in range(draw(st.integers(1, 3))):
        if kind != "all" and depth and draw(st.integers(0, 3)) == 0:
            group.inside.append(draw_group(draw, names, depth - 1, outer=False))
        else:
            group.inside.append(draw_element(draw, names, depth, once=kind == "all"))
    return group


def write(draw: st.DrawFn, piece: Piece) -> str:
    count = draw(st.integers(piece.low, piece.high))
    return "".join(write_once(draw, piece) for _ in range(count))


def write_once(draw: st.DrawFn, piece: Piece) -> str:
    if piece.kind == "choice":
        return write(draw, draw(st.sampled_from(piece.inside)))
    if piece.kind == "all":
        return "".join(write(draw, one) for one in draw(st.permutations(piece.inside)))
    inside = "".join(write(draw, one) for one in piece.inside)
    if piece.kind == "sequence":
        return inside
    element = etree.Element(piece.name)
    for name, kind, must in piece.attributes:
        if must or draw(st.booleans()):
            element.set(name, draw(TYPES[kind]))
    if piece.type:
        element.text = draw(TYPES[piece.type])
    start = etree.tostring(element, encoding="unicode")
    if not inside:
        return start
    return f"{start.removesuffix('/>')}>{inside}</{piece.name}>"


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str]:
    root = Piece("element", "R", inside=[draw_group(draw, Names(), 2, outer=True)])
    xsd = root.xsd().replace(' minOccurs="1" maxOccurs="1"', "", 1)
    body = write_once(draw, root).replace("<R", '<R xmlns="urn:t"', 1)
    head = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"'
        ' elementFormDefault="qualified">'
    )
    return f"{head}{xsd}</xs:schema>", body


@given(cases())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_random_document_under_a_random_schema_comes_back(case: tuple[str, str]) -> None:
    schema, body = case
    files = {"a.xsd": schema.encode()}
    validator = load_validator(files, "a.xsd")
    tree = parse(body.encode(), file="document")
    assert validator.validate(tree), validator.error_log
    done = round_trip(files, "a.xsd", body.encode())
    assert content(done.after) == content(done.before)
    assert validator.validate(parse(done.written, file="written")), validator.error_log
    assert list(wrong_values(done.schema, done.rows)) == []
    before = etree.tostring(tree)
    rows = read_bound(tree, done.schema)
    revise(tree, done.schema, rows, rows)
    assert etree.tostring(tree) == before
