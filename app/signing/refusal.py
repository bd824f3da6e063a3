"""What a refused signature says, and small readings of its elements that refuse."""

import base64

from lxml import etree

from app.signing.algorithms import DS, DS11, XADES, XADES141
from app.signing.plain import plain

_PREFIXES = {DS: "ds:", DS11: "dsig11:", XADES: "xades:", XADES141: "xades141:"}


class Refused(Exception):
    """The signature is refused; the text says why, in one sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(plain(reason))  # it may quote what the file says


def name_of(element: etree._Element) -> str:
    """An element's name as a person reads it."""
    name = etree.QName(element)
    return _PREFIXES.get(name.namespace or "", "") + name.localname


def only(parent: etree._Element, namespace: str, name: str) -> etree._Element:
    """The one child of that name."""
    found = parent.findall(f"{{{namespace}}}{name}")
    if len(found) != 1:
        prefix = _PREFIXES[namespace]
        many = "no" if not found else str(len(found))
        raise Refused(f"{name_of(parent)} holds {many} {prefix}{name} instead of one")
    return found[0]


def algorithm(element: etree._Element) -> str:
    """The Algorithm that an element names."""
    return str(element.get("Algorithm", ""))


def decoded(element: etree._Element) -> bytes:
    """The bytes of a base64 value, which has to be written the one right way."""
    text = "".join((element.text or "").split())
    try:
        value = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused(f"{name_of(element)} is not base64") from None
    if not value or base64.b64encode(value).decode() != text:
        raise Refused(f"{name_of(element)} is not proper base64")
    return value
