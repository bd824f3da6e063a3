"""A document validated in pieces has the errors that the whole tree has: thousands of random wrong ones.

The judge is libxml2 itself over the whole tree. Where pieces say that they cannot decide, the program
takes the tree; a floor on how often they do decide keeps the comparison from being empty.
"""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from lxml import etree

from app.xml import piececut
from app.xml.piecekeys import Unsuited
from app.xml.piecewise import validate_pieces
from app.xml.validate import SchemaProblem, validate_bytes
from app.xml.verdict import Checker, slices

XSI = "http://www.w3.org/2001/XMLSchema-instance"
HEAD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"'
    ' elementFormDefault="qualified">'
)
Dice = random.Random
COUNT = 500


@dataclass(frozen=True)
class Kind:
    """A schema, and how a document of it is made. `decided` is the share that pieces have to decide."""

    name: str
    xsd: str
    make: Callable[[Dice], str]
    decided: float

    def __str__(self) -> str:
        return self.name


LEDGER = """
<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:element name="Head"><xs:complexType><xs:sequence><xs:element name="Id" type="xs:token"/>
  <xs:element name="Day" type="xs:date"/></xs:sequence></xs:complexType></xs:element>
 <xs:element name="As"><xs:complexType><xs:sequence>
  <xs:element name="A" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="Id" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
 </xs:sequence></xs:complexType></xs:element>
 <xs:element name="Es"><xs:complexType><xs:sequence>
  <xs:element name="E" type="t:E" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element name="Sum" type="xs:decimal" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
 <xs:element name="Note" type="xs:string" minOccurs="0" maxOccurs="3"/>
 <xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax" minOccurs="0"/>
</xs:sequence></xs:complexType>
<xs:key name="KA"><xs:selector xpath="t:As/t:A"/><xs:field xpath="t:Id"/></xs:key>
<xs:key name="KE"><xs:selector xpath="t:Es/t:E"/><xs:field xpath="t:No"/><xs:field xpath="t:Side"/></xs:key>
<xs:keyref name="RA" refer="t:KA"><xs:selector xpath="t:Es/t:E"/><xs:field xpath="t:Acc"/></xs:keyref>
<xs:unique name="UH"><xs:selector xpath="t:Es/t:E"/><xs:field xpath="t:Hash"/></xs:unique>
<xs:unique name="UQ"><xs:selector xpath=".//t:E"/><xs:field xpath="@n"/></xs:unique>
</xs:element>
<xs:complexType name="E"><xs:sequence><xs:element name="No" type="xs:decimal"/>
 <xs:element name="Acc" type="xs:token"/>
 <xs:element name="Side"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="IN"/>
  <xs:enumeration value="OUT"/></xs:restriction></xs:simpleType></xs:element>
 <xs:element name="Hash" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">
  <xs:pattern value="[a-z0-9 ]{0,4}"/></xs:restriction></xs:simpleType></xs:element></xs:sequence>
 <xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:schema>"""


def ledger(dice: Dice) -> str:
    def entry(number: int) -> str:
        mark = f' n="{number}"' if dice.random() < 0.4 else ""
        hashed = f"<Hash>h{number}</Hash>" if dice.random() < 0.5 else ""
        account, side = dice.randrange(6), dice.choice(("IN", "OUT"))
        return (
            f"<E{mark}><No>{number}{dice.choice(('', '.0', '.50'))}</No><Acc>a{account}</Acc>"
            f"<Side>{side}</Side>{hashed}</E>"
        )

    accounts = "\n".join(f"<A><Id>a{number}</Id></A>" for number in range(dice.randrange(6, 12)))
    entries = "\n".join(entry(number) for number in range(dice.randrange(40)))
    total = dice.choice(("", "<Sum>1</Sum>"))
    return (
        f"<R xmlns='urn:t'>\n<Head><Id>x</Id>\n<Day>2026-01-01</Day></Head>\n<As>{accounts}</As>\n"
        f"<Es>\n{entries}{total}</Es>{dice.choice(('', '<Note>n</Note>'))}\n</R>"
    )


NESTED = """
<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:element name="C" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
  <xs:element name="Name" type="xs:string"/>
  <xs:element name="T" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
   <xs:element name="No" type="xs:int"/><xs:element name="To" type="xs:int" minOccurs="0"/>
   </xs:sequence></xs:complexType></xs:element></xs:sequence>
  <xs:attribute name="id" type="xs:token" use="required"/></xs:complexType>
  <xs:key name="KT"><xs:selector xpath="t:T"/><xs:field xpath="t:No"/></xs:key>
  <xs:keyref name="RT" refer="t:KT"><xs:selector xpath="t:T"/><xs:field xpath="t:To"/></xs:keyref>
 </xs:element></xs:sequence></xs:complexType>
<xs:key name="KC"><xs:selector xpath="t:C"/><xs:field xpath="@id"/></xs:key>
<xs:unique name="UN"><xs:selector xpath="t:C"/><xs:field xpath="t:Name"/></xs:unique>
</xs:element></xs:schema>"""


def nested(dice: Dice) -> str:
    def client(number: int) -> str:
        below = "".join(f"\n<T><No>{at}</No><To>{at}</To></T>" for at in range(dice.randrange(4)))
        return f'<C id="c{number}"><Name>n{number}</Name>{below}</C>'

    return "<R xmlns='urn:t'>" + "\n".join(map(client, range(dice.randrange(25)))) + "</R>"


CHOICE = """
<xs:element name="R"><xs:complexType><xs:sequence><xs:element name="H" type="xs:boolean"/>
 <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="A" type="t:V"/>
  <xs:element name="B"><xs:complexType mixed="true"><xs:sequence>
   <xs:element name="I" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
 </xs:choice><xs:element name="Z" type="xs:string" nillable="true" minOccurs="0" maxOccurs="4"/>
 <xs:any namespace="##other" processContents="strict" minOccurs="0" maxOccurs="2"/>
</xs:sequence></xs:complexType></xs:element>
<xs:simpleType name="V"><xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/>
 <xs:maxInclusive value="50"/></xs:restriction></xs:simpleType></xs:schema>"""


def choice(dice: Dice) -> str:
    def item(number: int) -> str:
        if dice.random() < 0.9:
            return f"<p:A>{number}.5</p:A>"
        return f"<p:B>text<p:I>{number}</p:I> more</p:B>"

    items = "\n".join(map(item, range(dice.randrange(45))))
    return f"<p:R xmlns:p='urn:t'><p:H>1</p:H>\n{items}\n<p:Z>z</p:Z></p:R>"


PAIRS = """
<xs:element name="R"><xs:complexType><xs:sequence>
 <xs:sequence minOccurs="0" maxOccurs="unbounded"><xs:element name="A" type="xs:int"/>
  <xs:element name="A" type="xs:int"/></xs:sequence>
 <xs:element name="B" type="xs:int" minOccurs="0" maxOccurs="30"/>
 <xs:element name="C" type="xs:int" minOccurs="4" maxOccurs="unbounded"/>
 <xs:element name="D" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
  <xs:attribute name="i" type="xs:ID"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element></xs:schema>"""


def pairs(dice: Dice) -> str:
    def some(name: str, many: int) -> str:
        return "\n".join(f"<{name}>{number}</{name}>" for number in range(many))

    many = dice.choice((0, 2, 20, 21))
    marked = "\n".join(f'<D i="x{number}"></D>' for number in range(dice.choice((0, 0, 0, 9))))
    return (
        f"<R xmlns='urn:t'>{some('A', many)}{some('B', dice.choice((0, 9, 30, 31, 40)))}\n"
        f"{some('C', dice.choice((3, 4, 5, 40)))}{marked}</R>"
    )


KINDS = (
    Kind("a ledger", HEAD + LEDGER, ledger, 0.5),
    Kind("tables in rows", HEAD + NESTED, nested, 0.3),
    Kind("a choice without end", HEAD + CHOICE, choice, 0.3),
    Kind("counted rows", HEAD + PAIRS, pairs, 0.2),
)
TEXTS = (
    "",
    "a0",
    "a1",
    " a1 ",
    "zz",
    "1",
    "01",
    "1.0",
    "+7",
    "IN",
    "h1",
    "true",
    "x y",
    "99999.999",
)


def spoil(root: etree._Element, dice: Dice) -> None:
    """One change that a wrong program or a careless hand would make."""
    element = dice.choice(list(root.iter("*")))
    parent = element.getparent()
    if dice.random() < 0.5 and parent is not None:
        _move(element, parent, dice)
    else:
        _alter(element, dice)


def _move(element: etree._Element, parent: etree._Element, dice: Dice) -> None:
    act = dice.randrange(4)
    if act == 0:
        parent.remove(element)
    elif act == 1:
        again = etree.fromstring(etree.tostring(element, with_tail=False))
        again.tail = dice.choice(("\n", ""))
        parent.insert(dice.randrange(len(parent) + 1), again)
    elif act == 2:
        parent.insert(dice.randrange(len(parent)), element)
    else:
        element.tail = (element.tail or "") + dice.choice(("loose", "\n\n", " "))


def _alter(element: etree._Element, dice: Dice) -> None:
    act = dice.randrange(10)
    if act < 5:
        if len(element) == 0 or dice.random() < 0.1:
            element.text = dice.choice(TEXTS)
    elif act == 5:
        element.tag = "{urn:t}" + dice.choice(("A", "E", "No", "Wrong", "R", "C"))
    elif act < 8:
        element.set(dice.choice(("n", "id", "wrong", "i")), dice.choice(TEXTS))
    elif act == 8:
        element.insert(0, etree.Comment(" </E> <E> "))
    elif dice.random() < 0.3:
        name, value = dice.choice((("nil", "true"), ("type", "E")))
        element.set(f"{{{XSI}}}{name}", value)


def told(problems: list[SchemaProblem]) -> Counter[tuple[str, int, str, str]]:
    """What is compared: everything but two things that libxml2 says less exactly of a whole tree.

    It quotes a wrong value without its blanks where a key needs it, and of a broken reference it knows
    the line alone, which several rows may share.
    """
    return Counter(
        (
            "" if "refers to something" in item.message else item.path,
            item.line,
            item.code,
            re.sub(r"': '\s*(.*?)\s*'", r"': '\1'", item.message),
        )
        for item in problems
    )


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piececut, "PIECE", 300)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_pieces_say_what_the_tree_says(kind: Kind) -> None:
    compared = decided = wrong = 0
    checker = Checker({"t.xsd": kind.xsd.encode()}, "t.xsd")
    for seed in range(COUNT):
        dice = random.Random(f"{kind.name} {seed}")
        data = kind.make(dice).encode()
        root = etree.fromstring(data)
        for _ in range(dice.choice((0, 1, 1, 2, 3, 8))):
            spoil(root, dice)
        data = etree.tostring(root, xml_declaration=dice.random() < 0.5, encoding="UTF-8")
        whole = validate_bytes(data, checker.validator, file="t.xml")
        compared += 1
        try:
            plan = checker.plan((etree.QName(root).namespace or "", etree.QName(root).localname))
            found = validate_pieces(partial(slices, data, 100), plan)
        except Unsuited:
            continue
        decided += 1
        wrong += bool(whole)
        assert told(found) == told(whole), f"{kind.name} {seed}"
    assert decided > compared * kind.decided
    assert wrong > decided / 4
