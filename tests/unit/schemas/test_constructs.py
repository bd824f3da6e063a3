"""Every construct of XSD keeps its documents: read onto rows and written again, nothing is lost."""

import pytest
from roundtrip import Trip, content, round_trip

from app.services.checks import wrong_values
from app.services.formlayout import FieldItem, TableItem, choices_of
from app.xml.opaque import NamespaceRefused
from app.xml.packfiles import load_validator
from app.xml.safe import parse
from app.xml.writer import document_bytes

NS = "urn:t"


def trip(inside: str, document: str, **files: str) -> Trip:
    head = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:o="urn:o"'
        ' targetNamespace="urn:t" elementFormDefault="qualified">'
    )
    pack = {f"{name}.xsd": body.encode() for name, body in files.items()}
    pack["main.xsd"] = f"{head}{inside}</xs:schema>".encode()
    body = document.replace("<R", '<R xmlns="urn:t"', 1).encode()
    validator = load_validator(pack, "main.xsd")
    validator.assertValid(parse(body, file="before"))
    done = round_trip(pack, "main.xsd", body)
    assert content(done.after) == content(done.before)
    validator.assertValid(parse(done.written, file="after"))
    assert list(wrong_values(done.schema, done.rows)) == []
    return done


def root(particles: str, more: str = "", mixed: str = "false") -> str:
    return (
        f'<xs:element name="R"><xs:complexType mixed="{mixed}">{particles}</xs:complexType>'
        f"</xs:element>{more}"
    )


A = '<xs:element name="A" type="xs:string"/>'
B = '<xs:element name="B" type="xs:int"/>'
C = '<xs:element name="C" type="xs:string" minOccurs="0"/>'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.mark.parametrize(
    ("particles", "document"),
    [
        (
            f'<xs:choice maxOccurs="unbounded">{A}{B}</xs:choice>',
            "<R><A>1</A><B>2</B><A>3</A><B>4</B><B>5</B></R>",
        ),
        (f"<xs:sequence>{A}{B}{A}</xs:sequence>", "<R><A>1</A><B>2</B><A>3</A></R>"),
        (
            f'<xs:sequence maxOccurs="9">{A}{C}</xs:sequence>',
            "<R><A>1</A><C>x</C><A>2</A><A>3</A><C>y</C></R>",
        ),
        (
            f"<xs:sequence>{A}<xs:choice>{B}{C}</xs:choice></xs:sequence>",
            "<R><A>1</A><C>3</C></R>",
        ),
        (f"<xs:all>{A}{B}</xs:all>", "<R><B>2</B><A>1</A></R>"),
        (
            f'<xs:sequence>{A}<xs:choice minOccurs="0" maxOccurs="9">{B}{A}</xs:choice></xs:sequence>',
            "<R><A>0</A><B>1</B><A>2</A></R>",
        ),
    ],
    ids=["choice", "twice", "sequence", "switch", "all", "nested"],
)
def test_order_is_kept(particles: str, document: str) -> None:
    trip(root(particles), document)


def test_a_plain_order_needs_no_rows() -> None:
    particles = f"<xs:choice><xs:sequence>{A}{B}</xs:sequence><xs:element name='B' type='xs:int'/></xs:choice>"
    done = trip(root(particles), "<R><B>1</B></R>")
    assert [field.key for field in done.schema.root.fields] == ["A", "B"]
    assert [field.required for field in done.schema.root.fields] == [False, True]
    assert done.schema.root.runs == ()


@pytest.mark.parametrize("contents", ["lax", "skip"])
def test_any_element_stays_as_it_is(contents: str) -> None:
    wildcard = f'<xs:any namespace="##other" processContents="{contents}" maxOccurs="9"/>'
    done = trip(
        root(f"<xs:sequence>{A}{wildcard}</xs:sequence>"),
        '<R><A>1</A><o:x xmlns:o="urn:o" a="1"><o:y/>text &amp; more<z/></o:x>'
        '<w xmlns="urn:w">1</w></R>',
    )
    rows = list(done.rows.children(done.rows.root().id, "*"))
    assert rows[1].values == ('<w xmlns="urn:w">1</w>',)


def test_any_attribute_stays_as_it_is() -> None:
    trip(
        root(f'<xs:sequence>{A}</xs:sequence><xs:anyAttribute processContents="skip"/>'),
        '<R zz="0" o:k="1 &lt; 2" xmlns:o="urn:o" aa="2"><A>1</A></R>',
    )


def test_mixed_content_is_one_text() -> None:
    inside = (
        "<xs:sequence><xs:element name='P' maxOccurs='9'><xs:complexType mixed='true'>"
        "<xs:sequence><xs:element name='b' type='xs:string' minOccurs='0'/></xs:sequence>"
        "</xs:complexType></xs:element></xs:sequence>"
    )
    done = trip(root(inside), "<R><P>one <b>two</b> three</P><P/></R>")
    assert [row.values for row in done.rows.all_of("P")] == [
        ('<P xmlns="urn:t">one <b>two</b> three</P>',),
        ('<P xmlns="urn:t"></P>',),
    ]


def test_a_root_of_mixed_content() -> None:
    trip(root(f"<xs:sequence>{C}</xs:sequence>", mixed="true"), "<R>x <C>y</C></R>")


def test_mixed_content_without_elements_is_a_value() -> None:
    inside = (
        "<xs:sequence><xs:element name='P'><xs:complexType mixed='true'>"
        "<xs:attribute name='k'/></xs:complexType></xs:element></xs:sequence>"
    )
    done = trip(root(inside), "<R><P k='1'>one</P></R>")
    assert done.rows.root().values == ("one", "1")


def test_recursion_is_unrolled_and_goes_on_as_xml() -> None:
    more = (
        "<xs:complexType name='N'><xs:sequence><xs:element name='V' type='xs:int'/>"
        "<xs:element name='N' type='t:N' minOccurs='0' maxOccurs='2'/></xs:sequence></xs:complexType>"
    )
    inside = "<xs:sequence><xs:element name='N' type='t:N'/></xs:sequence>"
    deep = "".join(f"<N><V>{n}</V>" for n in range(8)) + "</N>" * 8
    done = trip(root(inside, more), f"<R>{deep}</R>")
    assert [node.path for node in done.schema.nodes.values() if node.opaque] == ["N/N/N/N"]


def test_substitution_groups_are_a_choice() -> None:
    more = (
        "<xs:element name='Head' abstract='true' type='xs:string'/>"
        "<xs:element name='One' substitutionGroup='t:Head' type='xs:string'/>"
        "<xs:element name='Two' substitutionGroup='t:One' type='xs:string'/>"
    )
    inside = "<xs:sequence><xs:element ref='t:Head' maxOccurs='9'/></xs:sequence>"
    done = trip(root(inside, more), "<R><Two>1</Two><One>2</One><Two>3</Two></R>")
    assert done.schema.root.runs == (("One", "Two"),)


def test_types_are_chosen_in_the_document() -> None:
    more = (
        "<xs:complexType name='P' abstract='true'><xs:sequence>"
        "<xs:element name='Id' type='xs:string'/></xs:sequence></xs:complexType>"
        "<xs:complexType name='Q'><xs:complexContent><xs:extension base='t:P'><xs:sequence>"
        "<xs:element name='X' type='xs:int'/></xs:sequence><xs:attribute name='k' use='required'/>"
        "</xs:extension></xs:complexContent></xs:complexType>"
        "<xs:complexType name='S'><xs:complexContent><xs:extension base='t:P'><xs:sequence>"
        "<xs:element name='Y' type='xs:int'/></xs:sequence></xs:extension></xs:complexContent>"
        "</xs:complexType>"
    )
    inside = "<xs:sequence><xs:element name='P' type='t:P' maxOccurs='9'/></xs:sequence>"
    done = trip(
        root(inside, more),
        f"<R {XSI} xmlns:z='urn:t'><P xsi:type='z:Q' k='1'><Id>1</Id><X>2</X></P>"
        "<P xsi:type='S'><Id>1</Id><Y>2</Y></P></R>",
    )
    assert [row.values[0] for row in done.rows.all_of("P")] == ["Q", "S"]


def test_nil_is_kept() -> None:
    inside = (
        "<xs:sequence><xs:element name='V' type='xs:int' nillable='true'/>"
        "<xs:element name='G' nillable='true' maxOccurs='2'><xs:complexType><xs:sequence>"
        "<xs:element name='W' type='xs:int'/></xs:sequence></xs:complexType></xs:element></xs:sequence>"
    )
    trip(root(inside), f"<R {XSI}><V xsi:nil='true'/><G><W>1</W></G><G xsi:nil='1'/></R>")


OTHER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"
 attributeFormDefault="qualified"><xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
 <xs:element name="A" type="xs:string"/><xs:attribute name="k" type="xs:string"/>
 <xs:attributeGroup name="g"><xs:attribute ref="xml:lang"/></xs:attributeGroup></xs:schema>"""


def test_several_namespaces_and_imports_without_a_place() -> None:
    """The second A is told from the first by its prefix; xml:lang comes from the program's own file."""
    inside = "<xs:import namespace='urn:o' schemaLocation='http://example.org/other.xsd'/>" + root(
        f"<xs:sequence>{A}<xs:element ref='o:A'/></xs:sequence><xs:attribute ref='o:k'/>"
        "<xs:attribute name='k'/><xs:attributeGroup ref='o:g'/>"
    )
    done = trip(
        inside,
        "<R k='1' q:k='2' xml:lang='zh-HK' xmlns:q='urn:o'><A>1</A><q:A>2</q:A></R>",
        other=OTHER,
    )
    assert done.schema.root.content == ("A", "o:A")
    assert b"<o:A>2</o:A>" in done.written


def test_elements_of_no_namespace() -> None:
    inside = root(
        "<xs:sequence><xs:element name='L' form='unqualified' type='xs:string'/>"
        "<xs:any processContents='skip'/></xs:sequence>"
    )
    trip(inside, "<R xmlns:z='urn:t'><L xmlns=''>1</L><u xmlns=''><z:v/></u></R>")


def test_a_value_that_is_no_xml_is_told_and_still_written() -> None:
    wildcard = '<xs:any processContents="skip"/>'
    done = trip(root(f"<xs:sequence>{wildcard}</xs:sequence>"), "<R><x xmlns='urn:x'/></R>")
    row = done.rows.root()
    broken = type(done.rows)()
    broken.add(None, "", row.values)
    broken.add(1, "*", ("<x></y>",))
    ((_, key, finding),) = wrong_values(done.schema, broken)
    assert (key, finding.code, finding.path) == (".", "VALUE-XML", "*")
    assert b"<unreadable-xml>&lt;x&gt;&lt;/y&gt;</unreadable-xml>" in document_bytes(
        done.schema, broken
    )


def test_a_choice_is_a_switch_for_the_form() -> None:
    many = '<xs:element name="M" type="xs:string" minOccurs="0" maxOccurs="9"/>'
    done = trip(
        root(
            f"<xs:sequence><xs:choice><xs:sequence>{A}{C}</xs:sequence>{B}"
            f"<xs:sequence>{many}</xs:sequence></xs:choice></xs:sequence>"
        ),
        "<R><A>1</A></R>",
    )
    (choice,) = choices_of(done.schema.root)
    assert choice.alternatives == (
        (FieldItem("A"), FieldItem("C")),
        (FieldItem("B"),),
        (TableItem("M"),),
    )
    assert [choice.chosen(filled) for filled in (["A"], ["A", "C"], ["B"], ["M"], [])] == [
        0,
        0,
        1,
        2,
        None,
    ]
    assert choice.chosen(["A", "B"]) is None


def test_a_relative_namespace_is_refused_by_name() -> None:
    """Canonical XML has to fail on it, so that such a document could never be signed."""
    wildcard = '<xs:any namespace="##other" processContents="skip"/>'
    with pytest.raises(NamespaceRefused, match=r"line 1: .*no absolute URI"):
        trip(root(f"<xs:sequence>{wildcard}</xs:sequence>"), '<R><x xmlns="../x"/></R>')
