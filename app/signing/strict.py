"""Whether a signed file stands exactly as this program writes it, byte for byte.

A signature covers what a document says and not how it is spelt, and leaves out some marks of its own.
In a file that is exact there is only one way to write each of them, so that no byte can be changed
unnoticed. What stands beside a signature (time-stamps, evidence) is covered by nothing, so that a file
with it is not exact.
"""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from app.signing.algorithms import DS, EXC_C14N, XADES, is_low
from app.signing.asice import Container, write_container
from app.signing.detached import SignedFile
from app.signing.refusal import Refused, algorithm, decoded, only
from app.signing.signer import find_certificate

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_NUMBER = re.compile(r"sig-([0-9a-f]{32})")


class Inexact(Exception):
    """The file is written in another way; the text says in which."""


@dataclass
class _Compare:
    """Takes bytes as they come and compares them with those of a file, from a place on."""

    data: bytes
    at: int
    same: bool = field(default=True)

    def write(self, piece: bytes) -> None:
        self.same = self.same and self.data[self.at : self.at + len(piece)] == piece
        self.at += len(piece)


def document_is_exact(data: bytes, tree: etree._ElementTree) -> str | None:
    """Why an enveloped document is not exact; None when it is. `tree` was parsed from `data`."""
    root = tree.getroot()
    try:
        _check_signatures([item for item in list(root)[-1:] if item.tag == f"{{{DS}}}Signature"])
        _same_bytes(data, tree, b"")
    except (Inexact, Refused) as reason:
        return str(reason)
    return None


def container_is_exact(
    data: bytes, container: Container, trees: dict[str, etree._ElementTree]
) -> str | None:
    """Why a container is not exact; None when it is. `trees` are its signature documents, by name."""
    try:
        for name, tree in trees.items():
            _check_signatures(list(tree.getroot()))
            _same_bytes(container.signatures[name], tree, b"\n")
        files = [
            SignedFile(name, body, container.media.get(name, ""))
            for name, body in container.files.items()
        ]
        again = write_container(files, list(container.signatures.values()))
        if hashlib.sha256(again).digest() != hashlib.sha256(data).digest():
            raise Inexact("the archive is packed in another way")
    except (Inexact, Refused) as reason:
        return str(reason)
    return None


def _same_bytes(data: bytes, tree: etree._ElementTree, end: bytes) -> None:
    """The file has to be the declaration and the canonical form, as both are written here."""
    compare = _Compare(data, len(_DECLARATION))
    anything: Any = tree  # the stubs do not know all that write_c14n takes
    try:
        anything.write_c14n(compare, exclusive=False, with_comments=True)
    except (etree.LxmlError, ValueError) as error:
        raise Inexact(f"it has no canonical form: {error}") from error
    if not compare.same or not data.startswith(_DECLARATION) or data[compare.at :] != end:
        raise Inexact("the XML is spelt in another way than the canonical one")


def _check_signatures(signatures: list[etree._Element]) -> None:
    if not signatures:
        raise Inexact("there is no signature where this program puts it")
    for signature in signatures:
        _check_signature(signature)


def _check_signature(signature: etree._Element) -> None:
    """The marks that the signature itself does not cover have to follow from those that it does."""
    named = _NUMBER.fullmatch(signature.get("Id") or "")
    if named is None:
        raise Inexact("the signature's identifier is not one of this program")
    number = named[1]
    held = only(only(signature, DS, "Object"), XADES, "QualifyingProperties")
    if held.find(f"{{{XADES}}}UnsignedProperties") is not None:
        raise Inexact("time-stamps or evidence stand beside the signature, covered by nothing")
    wanted: list[tuple[etree._Element, dict[str, str]]] = [
        (signature, {"Id": f"sig-{number}"}),
        (only(signature, DS, "SignedInfo"), {}),
        (only(signature, DS, "SignatureValue"), {}),
        (only(signature, DS, "KeyInfo"), {"Id": f"key-{number}"}),
        (only(signature, DS, "Object"), {}),
        (held, {"Target": f"#sig-{number}"}),
        (only(held, XADES, "SignedProperties"), {"Id": f"props-{number}"}),
    ]
    if any(
        {str(key): value for key, value in element.attrib.items()} != attributes
        for element, attributes in wanted
    ):
        raise Inexact("a mark of the signature is not one of this program")
    info = only(signature, DS, "SignedInfo")
    if info.find(f"{{{DS}}}Reference[@URI='#key-{number}']") is None:
        raise Inexact("the signature does not cover its certificates")
    if algorithm(only(info, DS, "CanonicalizationMethod")) != EXC_C14N:
        raise Inexact("the signature is made over another canonical form")
    _check_texts(signature)
    _check_value(signature, info)


_BASE64 = frozenset({"DigestValue", "SignatureValue", "X509Certificate"})


def _check_texts(signature: etree._Element) -> None:
    for element in signature.iter(etree.Element):
        text, tail = element.text or "", element.tail or ""
        base64 = etree.QName(element).localname in _BASE64
        spaced = text != "".join(text.split()) if base64 else bool(text) and not text.strip()
        if spaced or (tail and element is not signature):
            raise Inexact("white space stands in the signature")


def _check_value(signature: etree._Element, info: etree._Element) -> None:
    """Of the two values of an ECDSA signature that both fit, this program writes the lower."""
    certificate, _ = find_certificate(signature)
    method = algorithm(only(info, DS, "SignatureMethod"))
    if not is_low(method, certificate.public_key(), decoded(only(signature, DS, "SignatureValue"))):
        raise Inexact("the signature's value is the other one of two that fit")
