"""Changes to signed documents: parts moved, dropped and added, and the trusted key signing again."""

import base64
import hashlib
from collections.abc import Callable
from copy import deepcopy

from lxml import etree
from signing_makers import Identity, identity, sign

from app.signing.algorithms import DS, XADES

N = {"ds": DS, "xades": XADES, "t": "urn:praya:test:1"}
Tree = etree._Element


def at(root: Tree, path: str) -> Tree:
    found = root.xpath(path, namespaces=N)
    assert isinstance(found, list)
    element = found[0]
    assert isinstance(element, etree._Element)
    return element


def exclusive(element: Tree) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


def resign(root: Tree, who: Identity | None = None) -> None:
    """Make digest of the properties and signature value fit again, with the trusted key."""
    held = root.find(f".//{{{XADES}}}SignedProperties")
    values = root.findall(f".//{{{DS}}}Reference[@Type]/{{{DS}}}DigestValue")
    for value in values:
        if held is None:
            break
        value.text = base64.b64encode(hashlib.sha256(exclusive(held)).digest()).decode()
    info = at(root, "//ds:SignedInfo")
    signed = (who or identity()).signer.sign(exclusive(info))
    at(root, "//ds:SignatureValue").text = base64.b64encode(signed).decode()


def redigest(root: Tree) -> None:
    """Make the digest of the document fit again."""
    bare = deepcopy(root)
    for signature in bare.findall(f"{{{DS}}}Signature"):
        bare.remove(signature)
    digest = hashlib.sha256(etree.tostring(bare, method="c14n")).digest()
    for value in root.findall(f".//{{{DS}}}Reference[@URI='']/{{{DS}}}DigestValue"):
        value.text = base64.b64encode(digest).decode()


def signed() -> Tree:
    return etree.fromstring(sign())


def put(path: str, name: str, value: str) -> Callable[[Tree], None]:
    def change(root: Tree) -> None:
        at(root, path).set(name, value)

    return change


def text(path: str, value: str) -> Callable[[Tree], None]:
    def change(root: Tree) -> None:
        at(root, path).text = value

    return change


def add(path: str, xml: str) -> Callable[[Tree], None]:
    def change(root: Tree) -> None:
        wrapped = etree.fromstring(f'<x xmlns:ds="{DS}" xmlns:xades="{XADES}">{xml}</x>')
        at(root, path).append(wrapped[0])

    return change


def drop(path: str) -> Callable[[Tree], None]:
    def change(root: Tree) -> None:
        element = at(root, path)
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return change


def without_id(element: Tree) -> Tree:
    del element.attrib["Id"]
    return element


def same_id(path: str, name: str) -> Callable[[Tree], None]:
    """Give another element the identifier of the signed properties."""

    def change(root: Tree) -> None:
        at(root, path).set(name, str(at(root, "//xades:SignedProperties").get("Id")))

    return change
