"""A schema as large as those for derivatives are, with all that makes them hard; nobody's, and so shareable.

Types extend types five deep, a trade is one of many products by substitution, parts are optional or one
of several, and what all products share lies in a namespace of its own.
"""

NAMESPACE = "urn:bench:trade"
SHARED = "urn:bench:shared"
MAIN, PARTS = "trade.xsd", "shared.xsd"
_XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"'
_DEPTH = 5
_KINDS = ("string", "decimal", "date", "boolean", "integer", "time")


def schema_files(products: int = 12, legs: int = 3) -> dict[str, bytes]:
    """The two files; with twelve products of three legs some thousands of elements and attributes."""
    return {MAIN: _main(products, legs).encode(), PARTS: _shared().encode()}


def _fields(name: str, count: int) -> str:
    return "".join(
        f'<xs:element name="{name}{n}" type="xs:{_KINDS[n % len(_KINDS)]}" minOccurs="{n % 2}"/>'
        for n in range(count)
    )


def _choice(name: str) -> str:
    return (
        f'<xs:choice minOccurs="0"><xs:element name="{name}Rate" type="xs:decimal"/>'
        f"<xs:sequence>{_fields(f'{name}Index', 3)}</xs:sequence>"
        f'<xs:element name="{name}Schedule"><xs:complexType><xs:sequence>'
        f'<xs:element name="Step" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>'
        f"{_fields('Value', 3)}</xs:sequence></xs:complexType></xs:element>"
        "</xs:sequence></xs:complexType></xs:element></xs:choice>"
    )


def _extension(base: str, inside: str) -> str:
    return (
        f'<xs:complexContent><xs:extension base="{base}"><xs:sequence>{inside}</xs:sequence>'
        "</xs:extension></xs:complexContent>"
    )


def _shared() -> str:
    types = [f'<xs:complexType name="Part0"><xs:sequence>{_fields("Base", 2)}</xs:sequence>']
    types[0] += '<xs:attribute name="id" type="xs:NCName"/></xs:complexType>'
    for depth in range(1, _DEPTH + 1):
        inside = _fields(f"Level{depth}", 2) + _choice(f"Level{depth}")
        body = _extension(f"s:Part{depth - 1}", inside)
        types.append(f'<xs:complexType name="Part{depth}">{body}</xs:complexType>')
    head = f'<xs:schema {_XS} xmlns:s="{SHARED}" targetNamespace="{SHARED}">'
    return head + "".join(types) + "</xs:schema>"


def _main(products: int, legs: int) -> str:
    head = (
        f'<xs:schema {_XS} xmlns:t="{NAMESPACE}" xmlns:s="{SHARED}" targetNamespace="{NAMESPACE}">'
        f'<xs:import namespace="{SHARED}" schemaLocation="{PARTS}"/>'
        '<xs:complexType name="Product" abstract="true"><xs:sequence>'
        f"{_fields('Product', 3)}</xs:sequence></xs:complexType>"
        '<xs:element name="Product" type="t:Product" abstract="true"/>'
    )
    members = "".join(_product(number, legs) for number in range(products))
    parties = (
        '<xs:element name="Party" maxOccurs="unbounded"><xs:complexType><xs:sequence>'
        f"{_fields('Name', 4)}</xs:sequence></xs:complexType></xs:element>"
    )
    header = f'<xs:element name="Header" type="s:Part{_DEPTH}"/>'
    trade = '<xs:element name="Trade"><xs:complexType><xs:sequence><xs:element ref="t:Product"/>'
    document = (
        f'<xs:element name="Trades"><xs:complexType><xs:sequence>{header}{trade}</xs:sequence>'
        f"</xs:complexType></xs:element>{parties}</xs:sequence></xs:complexType></xs:element>"
    )
    return f"{head}{members}{document}</xs:schema>"


def _product(number: int, legs: int) -> str:
    parts = "".join(
        f'<xs:element name="Leg{leg}" type="s:Part{_DEPTH}" minOccurs="{leg % 2}"/>'
        for leg in range(legs)
    )
    body = _extension("t:Product", _fields(f"Term{number}_", 4) + parts)
    return (
        f'<xs:complexType name="Product{number}">{body}</xs:complexType>'
        f'<xs:element name="Product{number}" type="t:Product{number}" substitutionGroup="t:Product"/>'
    )
