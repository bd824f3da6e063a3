"""The one form of signature that is accepted, element by element.

What is not listed is refused by name: an attack hides in what a verifier passes over.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.signing.algorithms import DS, DS11, XADES, XADES141
from app.signing.refusal import Refused, name_of


@dataclass(frozen=True, slots=True)
class _Form:
    """`children` maps each admitted child, in their order, to how often it may stand there."""

    attributes: frozenset[str] = frozenset()
    children: tuple[tuple[str, int], ...] = ()
    text: bool = False


def _form(attributes: str = "", children: str = "", *, text: bool = False) -> _Form:
    """`children` are names, each with `*` where it may repeat."""
    listed = tuple((name.rstrip("*"), 99 if name.endswith("*") else 1) for name in children.split())
    return _Form(frozenset(attributes.split()), listed, text)


_FORMS: dict[str, _Form] = {
    "ds:Signature": _form("Id", "ds:SignedInfo ds:SignatureValue ds:KeyInfo ds:Object"),
    "ds:SignedInfo": _form("Id", "ds:CanonicalizationMethod ds:SignatureMethod ds:Reference*"),
    "ds:CanonicalizationMethod": _form("Algorithm"),
    "ds:SignatureMethod": _form("Algorithm"),
    "ds:Reference": _form("Id URI Type", "ds:Transforms ds:DigestMethod ds:DigestValue"),
    "ds:Transforms": _form("", "ds:Transform*"),
    "ds:Transform": _form("Algorithm"),
    "ds:DigestMethod": _form("Algorithm"),
    "ds:DigestValue": _form(text=True),
    "ds:SignatureValue": _form("Id", text=True),
    "ds:KeyInfo": _form("Id", "ds:KeyValue ds:X509Data"),
    "ds:KeyValue": _form("", "ds:RSAKeyValue dsig11:ECKeyValue"),
    "ds:RSAKeyValue": _form("", "ds:Modulus ds:Exponent"),
    "ds:Modulus": _form(text=True),
    "ds:Exponent": _form(text=True),
    "dsig11:ECKeyValue": _form("", "dsig11:NamedCurve dsig11:PublicKey"),
    "dsig11:NamedCurve": _form("URI"),
    "dsig11:PublicKey": _form(text=True),
    "ds:X509Data": _form("", "ds:X509Certificate*"),
    "ds:X509Certificate": _form(text=True),
    "ds:Object": _form("Id", "xades:QualifyingProperties"),
    "xades:QualifyingProperties": _form(
        "Target Id", "xades:SignedProperties xades:UnsignedProperties"
    ),
}
_OPEN = frozenset({"xades:SignedProperties", "xades:UnsignedProperties"})
"""The signed properties are covered by the signature; the unsigned ones are never believed."""


def check_shape(element: etree._Element) -> None:
    """Refuse a signature that holds anything else than the accepted form."""
    name = name_of(element)
    if name in _OPEN:
        _check_open(element)
        return
    form = _FORMS[name]
    for attribute in element.attrib:
        if str(attribute) not in form.attributes:
            shown = etree.QName(attribute).localname
            raise Refused(f"{name} has the attribute “{shown}”, which is not accepted")
    if not form.text and any(text.strip() for text in _texts(element)):
        raise Refused(f"{name} holds text, which is not accepted")
    _check_children(element, name, form)


def _check_children(element: etree._Element, name: str, form: _Form) -> None:
    order = [child for child, _ in form.children]
    limits = dict(form.children)
    seen: list[str] = []
    for child in element:
        below = name_of(child)
        if below not in limits:
            raise Refused(f"{name} holds {below}, which is not accepted")
        seen.append(below)
        if seen.count(below) > limits[below]:
            raise Refused(f"{name} holds more than one {below}")
        if seen != sorted(seen, key=order.index):
            raise Refused(f"{name} holds {below} in a place where it does not belong")
        check_shape(child)


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _check_open(element: etree._Element) -> None:
    """Below the properties, only what the two standards name."""
    for attribute in element.attrib:
        if str(attribute) != "Id":
            raise Refused(f"{name_of(element)} has an attribute that is not accepted")
    for inside in element.iter(etree.Element):
        if etree.QName(inside).namespace not in (DS, DS11, XADES, XADES141):
            raise Refused(
                f"{name_of(element)} holds {name_of(inside)}, which belongs to no signature"
            )
