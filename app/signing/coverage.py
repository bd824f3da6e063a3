"""What a signature covers: its references, its own properties, and the document without it."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from app.signing.algorithms import (
    C14N,
    C14N11,
    DIGESTS,
    DS,
    ENVELOPED,
    EXC_C14N,
    SIGNED_PROPERTIES,
    XADES,
)
from app.signing.refusal import Refused, algorithm, decoded, name_of, only

EXCLUSIVE = {C14N: False, C14N11: False, EXC_C14N: True}
"""The accepted canonical forms, and whether each is an exclusive one."""

_XML = "http://www.w3.org/XML/1998/namespace"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def check_references(signature: etree._Element) -> "Claim":
    """Check the parts of the signature that it covers; returns what it says of the document."""
    held = signed_properties(signature)
    document = _check_own(signature, held, "")
    if len(document) != 1:
        raise Refused("the signature does not refer to the whole document once")
    _check_object_reference(held, document)
    return Claim(_transforms(document[0], enveloped=True), digest_of(document[0]))


def check_files(signature: etree._Element, files: Mapping[str, bytes]) -> frozenset[str]:
    """Check a signature over files of a container; returns the names of those that it covers."""
    held = signed_properties(signature)
    references = _check_own(signature, held, None)
    covered: set[str] = set()
    for reference in references:
        name = _file_name(reference.get("URI") or "")
        if name not in files:
            raise Refused(f"the signature refers to “{name}”, which the container does not hold")
        if name in covered:
            raise Refused(f"two references cover “{name}”")
        if reference.find(f"{{{DS}}}Transforms") is not None:
            raise Refused(f"the reference to “{name}” transforms the file before it covers it")
        if reference.get("Type") is not None:
            raise Refused("a reference says that it covers something else than it does")
        if not matches(reference, files[name]):
            raise Refused(f"“{name}” was changed after it was signed")
        covered.add(name)
    if not covered:
        raise Refused("the signature covers no file")
    _check_object_reference(held, references)
    return frozenset(covered)


def _file_name(uri: str) -> str:
    """The name of a file that a reference means."""
    try:
        return unquote(uri, errors="strict")
    except UnicodeDecodeError:
        raise Refused(f"the signature refers to “{uri}”, which is no name of a file") from None


def _check_own(
    signature: etree._Element, held: etree._Element, outside: str | None
) -> list[etree._Element]:
    """Check the references to parts of the signature itself; returns the other ones.

    `outside` is the URI of what is signed; None when it is files, by their names.
    """
    key_info = only(signature, DS, "KeyInfo")
    others: list[etree._Element] = []
    covered: list[etree._Element] = []
    for reference in only(signature, DS, "SignedInfo").findall(f"{{{DS}}}Reference"):
        target = reference.get("URI")
        if target == outside or (outside is None and target and not target.startswith("#")):
            others.append(reference)
            continue
        part = _part(target, held, key_info)
        if (part is held) != (reference.get("Type") == SIGNED_PROPERTIES):
            raise Refused("a reference says that it covers something else than it does")
        if part in covered:
            raise Refused(f"two references cover {name_of(part)}")
        covered.append(part)
        if not matches(reference, canonical(part, _transforms(reference, enveloped=False))):
            raise Refused(f"{name_of(part)} was changed after signing")
    if held not in covered:
        raise Refused("the signature does not cover its own signed properties")
    return others


def _part(target: str | None, held: etree._Element, key_info: etree._Element) -> etree._Element:
    for part in (held, key_info):
        if part.get("Id") is not None and target == f"#{part.get('Id')}":
            return part
    shown = "nothing" if target is None else f"“{target}”"
    raise Refused(f"the signature refers to {shown}, which is not accepted")


def _check_object_reference(held: etree._Element, signed: Sequence[etree._Element]) -> None:
    known = {f"#{reference.get('Id')}" for reference in signed if reference.get("Id") is not None}
    for form in held.iter(f"{{{XADES}}}DataObjectFormat"):
        if form.get("ObjectReference") not in known:
            raise Refused("the signed properties describe something else than the document")


class _Digests:
    """Takes the canonical bytes as they come, so that they are never in memory together."""

    def __init__(self, *digests: "hashlib._Hash") -> None:
        self._digests = digests

    def write(self, data: bytes) -> None:
        for digest in self._digests:
            digest.update(data)


def check_document(root: etree._Element, claim: "Claim") -> str:
    """Check the document without its signature, which is its last child; returns its SHA-256.

    The signature is taken out of the tree for that, and not put back.
    """
    named, known = DIGESTS[claim.digest.method](), hashlib.sha256()
    _take_out(root[-1])
    tree: Any = root.getroottree()  # the stubs do not know all that write_c14n takes
    try:
        tree.write_c14n(
            _Digests(named, known),
            exclusive=EXCLUSIVE[claim.canonicalisation],
            with_comments=False,
        )
    except (etree.LxmlError, ValueError) as error:
        raise Refused(f"the document has no canonical form: {error}") from error
    if not hmac.compare_digest(claim.digest.value, named.digest()):
        raise Refused("the document was changed after it was signed")
    return known.hexdigest()


def _take_out(element: etree._Element) -> None:
    """Remove an element and leave the text that follows it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    assert parent is not None
    parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _transforms(reference: etree._Element, *, enveloped: bool) -> str:
    """The canonicalisation that a reference asks for; other transforms are refused."""
    found = reference.findall(f"{{{DS}}}Transforms/{{{DS}}}Transform")
    names = [algorithm(item) for item in found]
    if enveloped and names[:1] == [ENVELOPED]:
        del names[0]
    elif enveloped:
        raise Refused("the reference to the document does not leave out the signature first")
    if not names:
        return C14N  # what XML Signature prescribes where nothing is said
    if len(names) > 1 or names[0] not in EXCLUSIVE:
        refused = next((name for name in names if name not in EXCLUSIVE), names[-1])
        raise Refused(f"the transform “{refused}” is not accepted")
    return names[0]


def _alone(element: etree._Element) -> etree._Element:
    """The element as a document of its own, with every namespace that is in scope: the inclusive
    form writes them all, and a plain copy would lose those that the element does not use.
    """
    return etree.fromstring(etree.tostring(element, with_tail=False), _PARSER)


def canonical(element: etree._Element, method: str) -> bytes:
    """The canonical form of an element as it stands in its document, without comments."""
    exclusive = EXCLUSIVE[method]
    if not exclusive:
        for above in element.iterancestors():
            if any(etree.QName(name).namespace == _XML for name in above.attrib):
                raise Refused("an xml: attribute outside the signature would change what it covers")
    try:
        return etree.tostring(
            _alone(element), method="c14n", exclusive=exclusive, with_comments=False
        )
    except (etree.LxmlError, ValueError) as error:
        raise Refused(f"{name_of(element)} has no canonical form: {error}") from error


@dataclass(frozen=True, slots=True)
class Digest:
    """What a DigestMethod and a DigestValue say. The method is an accepted one."""

    method: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """What the signature says of the document: in which canonical form it has which digest."""

    canonicalisation: str
    digest: Digest


def digest_of(holder: etree._Element) -> Digest:
    """The digest that an element claims."""
    method = algorithm(only(holder, DS, "DigestMethod"))
    if method not in DIGESTS:
        raise Refused(f"the digest algorithm “{method}” is not accepted")
    return Digest(method, decoded(only(holder, DS, "DigestValue")))


def matches(holder: etree._Element, body: bytes) -> bool:
    """Whether the digest that an element claims is that of some bytes."""
    claimed = digest_of(holder)
    return hmac.compare_digest(claimed.value, DIGESTS[claimed.method](body).digest())


SPELLING = "how the XML is spelt: the declaration, white space inside tags, character references"


def uncovered(signature: etree._Element) -> tuple[str, ...]:
    """In words, what a signature of the accepted form leaves out."""
    key = only(signature, DS, "KeyInfo").get("Id")
    covered = {
        item.get("URI") for item in only(signature, DS, "SignedInfo").iter(f"{{{DS}}}Reference")
    }
    words = [SPELLING]
    if key is None or f"#{key}" not in covered:
        words.append("the certificates beside the signer's own")
    if signature.find(f".//{{{XADES}}}UnsignedProperties") is not None:
        words.append("time-stamps and evidence beside the signature, which prove themselves")
    return tuple(words)


def signed_properties(signature: etree._Element) -> etree._Element:
    qualifying = only(only(signature, DS, "Object"), XADES, "QualifyingProperties")
    if qualifying.get("Target") != f"#{signature.get('Id')}":
        raise Refused("the signature's properties belong to another signature")
    return only(qualifying, XADES, "SignedProperties")
