"""Large documents are validated in pieces, refused as small ones are, and the work can be stopped."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from app.services.schemacheck import check_against_schema
from app.xml import piececut, piecewise, verdict
from app.xml.piecekeys import Unsuited
from app.xml.validate import SchemaProblem
from app.xml.verdict import Checker, problems_of, slices

XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"
 targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="R"><xs:complexType>
 <xs:sequence><xs:element name="A" maxOccurs="unbounded" nillable="true"><xs:complexType><xs:sequence>
 <xs:element name="K" type="xs:token"/><xs:element name="V" type="xs:decimal" minOccurs="0"/>
 </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
 <xs:key name="K"><xs:selector xpath="t:A"/><xs:field xpath="t:K"/></xs:key></xs:element></xs:schema>"""
ROWS = 3000


def row(number: int, value: str = "1.5") -> str:
    return f"<A>\n<K>k{number}</K><V>{value}</V></A>\n"


def document(rows: Callable[[int], str] = row, *, head: str = "", tail: str = "") -> bytes:
    body = "".join(map(rows, range(ROWS)))
    return f'{head}<R xmlns="urn:t">\n{body}{tail}</R>'.encode()


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> Checker:
    monkeypatch.setattr(piececut, "PIECE", 4000)
    return Checker({"t.xsd": XSD}, "t.xsd")


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What decided, for each document."""
    decided: list[str] = []
    original = piecewise.validate_pieces

    def watched(*given: object) -> list[SchemaProblem]:
        try:
            found = original(*given)  # type: ignore[arg-type]
        except Unsuited as reason:
            decided.append(str(reason))
            raise
        decided.append("pieces")
        return found

    monkeypatch.setattr(piecewise, "validate_pieces", watched)
    return decided


def found(checker: Checker, data: bytes) -> list[SchemaProblem]:
    return problems_of(lambda: slices(data, 1000), checker, file="t.xml", small=1000)


def test_a_valid_one_has_no_errors(checker: Checker, in_pieces: list[str]) -> None:
    assert found(checker, document()) == []
    assert in_pieces == ["pieces"]


def test_errors_far_down_have_their_row_and_line(checker: Checker, in_pieces: list[str]) -> None:
    data = document(lambda n: row(7 if n == 2990 else n, "x" if n in (4, 2500) else "1"))
    first, second, third = found(checker, data)
    assert (first.path, first.line) == ("A[5]/V", 11)
    assert (second.path, second.line) == ("A[2501]/V", 5003)
    assert (third.path, third.line) == ("A[2991]", 5982)
    assert "['k7'] occurs more than once" in third.message
    assert in_pieces == ["pieces"]


def test_many_wrong_rows_take_time_in_proportion(checker: Checker) -> None:
    problems = found(checker, document(lambda n: row(n, "wrong")))
    assert [problem.path for problem in problems] == [f"A[{n + 1}]/V" for n in range(ROWS)]


def test_where_pieces_cannot_decide_the_tree_does(checker: Checker, in_pieces: list[str]) -> None:
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    data = document(lambda n: f'<A xmlns:x="{xsi}" x:nil="true"/>' if n == 2000 else row(n, "1"))
    (problem,) = found(checker, data)
    assert "Not all fields of key" in problem.message
    assert in_pieces == ["the document chooses types itself"]


REFUSED = {
    "xml-doctype": document(head="<!DOCTYPE R>"),
    "xml-invalid-utf8": document().replace(b"k2999", b"k\xff"),
    "xml-nul": document().replace(b"k2999", b"k\0"),
    "xml-entity": document().replace(b"k2999", b"&k;"),
    "xml-xinclude": document(tail='<i:include xmlns:i="http://www.w3.org/2001/XInclude"/>'),
    "xml-not-well-formed": document() + b"<R/>",
    "xml-too-many-attributes": document().replace(
        b"<K>k2999", b"<K %s>k2999" % b" ".join(b'a%d="1"' % n for n in range(1500))
    ),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_a_tree_refuses_is_refused(code: str, checker: Checker) -> None:
    with pytest.raises(UserError) as refusal:
        found(checker, REFUSED[code])
    assert refusal.value.code == code


def test_it_stops_when_asked_and_leaves_no_thread(checker: Checker) -> None:
    class Stopped(Exception):
        pass

    told = 0

    def tell() -> None:
        nonlocal told
        told += 1
        if told == 5:
            raise Stopped

    before = threading.active_count()
    with pytest.raises(Stopped):
        problems_of(lambda: slices(document()), checker, file="t.xml", small=1000, tell=tell)
    assert told == 5
    assert threading.active_count() == before


def test_a_file_on_the_disk_is_read_in_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_pieces: list[str]
) -> None:
    monkeypatch.setattr(verdict, "SMALL", 1000)
    (tmp_path / "t.xsd").write_bytes(XSD)
    (tmp_path / "t.xml").write_bytes(document(lambda n: row(n, "x" if n == 2999 else "1")))
    (finding,) = check_against_schema(tmp_path / "t.xml", tmp_path / "t.xsd").findings
    assert finding.path == "A[3000]/V"
    assert finding.line == 6001
    assert in_pieces == ["pieces"]


def test_the_places_of_a_tree_are_the_same(checker: Checker) -> None:
    data = document(lambda n: row(n % 2900, "x" if n % 700 == 3 else "1"), tail="<B/>")
    whole = problems_of(lambda: slices(data), checker, file="t.xml")
    pieces = found(checker, data)
    assert {(item.path, item.line, item.message) for item in pieces} == {
        (item.path, item.line, item.message) for item in whole
    }
