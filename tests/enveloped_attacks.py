"""Attacks on an enveloped signature as data: a name, what is done to the document, and what is said.

They go beyond `tests/unit/signing/test_attacks.py`. `FORGED` is the figure that must never be seen.
"""

import base64
import hashlib
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from signing_makers import identity
from tampering import Tree, add, at, exclusive, put, redigest, resign, signed, text

from app.signing.algorithms import DS

FORGED = "66600.66"
Attack = Callable[[Tree], Tree | None]
"""Changes a signed document, or gives another one."""

DOC, PROPS, KEYS = '//ds:Reference[@URI=""]', "//ds:Reference[@Type]", "//ds:Reference[3]"
INFO, OBJECT, SIGNATURE = "//ds:SignedInfo", "//ds:Object", "//ds:Signature"
QUALIFYING, SIGNED = "//xades:QualifyingProperties", "//xades:SignedProperties"
UNSIGNED = "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>{}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>"


@dataclass(frozen=True)
class Enveloped:
    """One attack. `says` is what the answer says once the trusted key has signed the form again."""

    name: str
    change: Attack
    says: str

    def __str__(self) -> str:
        return self.name

    def plain(self) -> bytes:
        return _written(self._changed())

    def again(self) -> bytes:
        root = self._changed()
        for step in (reseal, redigest, resign):
            step(root)
        return _written(root)

    def _changed(self) -> Tree:
        root = signed()
        other = self.change(root)
        return root if other is None else other


def _written(root: Tree) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def reseal(root: Tree) -> None:
    """Make the digests of what is referred to by an identifier fit again."""
    for reference in root.iter(f"{{{DS}}}Reference"):
        uri, value = reference.get("URI") or "", reference.find(f"{{{DS}}}DigestValue")
        found = root.xpath("//*[@Id = $id]", id=uri[1:]) if uri.startswith("#") else []
        if value is not None and isinstance(found, list) and found:
            assert isinstance(found[0], etree._Element)
            digest = hashlib.sha256(exclusive(found[0])).digest()
            value.text = base64.b64encode(digest).decode()


def forged(root: Tree) -> Tree:
    """A document of the same look with another figure and no signature."""
    other = deepcopy(root)
    for signature in other.findall(f".//{{{DS}}}Signature"):
        parent = signature.getparent()
        assert parent is not None
        parent.remove(signature)
    at(other, "//t:Amount").text = FORGED
    return other


def wrapped_in(path: str, before: str = "") -> Attack:
    """The genuine document goes into a corner of its own signature; a forged one stands around it."""

    def change(root: Tree) -> Tree:
        outer, signature = forged(root), root[-1]
        outer.append(signature)
        if before:
            add(path, before)(outer)
        corner = at(outer, f"{path}/*[last()]") if before else at(outer, path)
        corner.append(root)
        return outer

    return change


def by_identifier(place: int) -> Attack:
    """The genuine document stands inside a forged one, and the signature names it by identifier."""

    def change(root: Tree) -> Tree:
        outer, signature = forged(root), root[-1]
        root.set("Id", "genuine")
        at(root, DOC).set("URI", "#genuine")
        outer.insert(place, root)
        outer.append(signature)
        return outer

    return change


def envelope(name: str, deeper: bool = False) -> Attack:
    def change(root: Tree) -> Tree:
        outer = etree.Element(name)
        held = etree.SubElement(outer, f"{outer.tag}Body") if deeper else outer
        held.append(forged(root))
        held.append(root)
        return outer

    return change


def lookalike(root: Tree) -> None:
    """A second signature in a namespace that looks like the one of signatures."""
    other = etree.fromstring(
        etree.tostring(root[-1]).replace(DS.encode(), DS.replace("2000", "2OOO").encode())
    )
    root.insert(0, other)


def signature_in_box(root: Tree) -> None:
    box = etree.SubElement(root, "Box")
    box.append(root[-2])


def nested_signature(where: str) -> Attack:
    def change(root: Tree) -> None:
        at(root, where).append(deepcopy(root[-1]))

    return change


def doubled(path: str) -> Attack:
    def change(root: Tree) -> None:
        element = at(root, path)
        parent = element.getparent()
        assert parent is not None
        parent.append(deepcopy(element))

    return change


def reference_to(target: str, kind: str = "") -> Attack:
    """One more reference, to something that a signature may not cover here."""

    def change(root: Tree) -> None:
        element = at(root, target)
        element.set("Id", element.get("Id") or "aimed")
        more = deepcopy(at(root, PROPS))
        more.set("URI", f"#{element.get('Id')}")
        more.attrib.pop("Type")
        if kind:
            more.set("Type", kind)
        at(root, INFO).append(more)

    return change


def uri(path: str, spell: Callable[[str], str]) -> Attack:
    def change(root: Tree) -> None:
        reference = at(root, path)
        reference.set("URI", spell(reference.get("URI") or ""))

    return change


def same_as(path: str, other: str, name: str) -> Attack:
    """Another element takes the identifier of one that is referred to."""

    def change(root: Tree) -> None:
        at(root, other).set(name, str(at(root, path).get("Id")))

    return change


def hmac_with_the_certificate(root: Tree) -> None:
    """A key confusion: the method is HMAC, its secret the public certificate."""
    import hmac  # noqa: PLC0415

    put("//ds:SignatureMethod", "Algorithm", f"{MORE}hmac-sha256")(root)
    der = base64.b64decode(at(root, "//ds:X509Certificate").text or "")
    value = hmac.new(der, exclusive(at(root, INFO)), "sha256").digest()
    at(root, "//ds:SignatureValue").text = base64.b64encode(value).decode()


def moved(path: str, where: str) -> Attack:
    def change(root: Tree) -> None:
        at(root, where).append(at(root, path))

    return change


def certificate_of(kind: str, place: int = 0) -> Attack:
    def change(root: Tree) -> None:
        from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

        der = identity(kind).certificate.public_bytes(Encoding.DER)
        more = etree.Element(f"{{{DS}}}X509Certificate")
        more.text = base64.b64encode(der).decode()
        for element in root.iter(f"{{{DS}}}X509Certificate"):
            element.text = more.text if place == 0 else element.text

    return change


MORE = "http://www.w3.org/2001/04/xmldsig-more#"
_BOX = "<ds:Object>{}</ds:Object>".format("")
_XML = "http://www.w3.org/XML/1998/namespace"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_VALUES = UNSIGNED.format("<xades:CertificateValues></xades:CertificateValues>")


def _wrapping() -> list[Enveloped]:
    corners = {
        "key info": (f"{SIGNATURE}/ds:KeyInfo", "", "ds:KeyInfo holds Return"),
        "certificates": ("//ds:X509Data", "", "ds:X509Data holds Return"),
        "signed info": (INFO, "", "ds:SignedInfo holds Return"),
        "transforms": (f"{DOC}/ds:Transforms", "", "ds:Transforms holds Return"),
        "digest value": (f"{DOC}/ds:DigestValue", "", "ds:DigestValue holds Return"),
        "signature value": ("//ds:SignatureValue", "", "ds:SignatureValue holds Return"),
        "object": (OBJECT, "", "ds:Object holds Return"),
        "second object": (SIGNATURE, "<ds:Object></ds:Object>", "more than one ds:Object"),
        "qualifying properties": (QUALIFYING, "", "xades:QualifyingProperties holds Return"),
        "signed properties": (SIGNED, "", "belongs to no signature"),
        "unsigned properties": (QUALIFYING, _VALUES, "belongs to no signature"),
        "manifest": (OBJECT, "<ds:Manifest></ds:Manifest>", "ds:Object holds ds:Manifest"),
    }
    found = [
        Enveloped(f"genuine document in {name}", wrapped_in(path, before), says)
        for name, (path, before, says) in corners.items()
    ]
    return [
        *found,
        Enveloped("genuine document first, by identifier", by_identifier(0), "“#genuine”"),
        Enveloped("genuine document last, by identifier", by_identifier(9), "“#genuine”"),
        Enveloped("in an envelope beside a forged one", envelope("Envelope"), "not the last child"),
        Enveloped("in a body", envelope("{urn:soap}Envelope", deeper=True), "not the last child"),
        Enveloped("signature in a box", signature_in_box, "not the last child"),
        Enveloped("signature in key info", nested_signature("//ds:KeyInfo"), "more than one sig"),
        Enveloped("signature in the object", nested_signature(OBJECT), "more than one signature"),
        Enveloped("signature in properties", nested_signature(SIGNED), "more than one signature"),
        Enveloped("signature in a row", nested_signature("//t:Row"), "more than one signature"),
    ]


def _doubles() -> list[Enveloped]:
    return [
        Enveloped("two signed properties", doubled(SIGNED), "more than one xades:SignedProp"),
        Enveloped("two qualifying properties", doubled(QUALIFYING), "more than one xades:Qual"),
        Enveloped("two objects", doubled(OBJECT), "more than one ds:Object"),
        Enveloped("two values", doubled("//ds:SignatureValue"), "more than one ds:SignatureValue"),
        Enveloped("two infos", doubled(INFO), "more than one ds:SignedInfo"),
        Enveloped("two key infos", doubled("//ds:KeyInfo"), "more than one ds:KeyInfo"),
        Enveloped("two certificate lists", doubled("//ds:X509Data"), "more than one ds:X509Data"),
        Enveloped("two methods", doubled("//ds:SignatureMethod"), "more than one ds:SignatureM"),
        Enveloped("two digests", doubled(f"{DOC}/ds:DigestValue"), "more than one ds:DigestV"),
        Enveloped("two transform lists", doubled(f"{DOC}/ds:Transforms"), "more than one ds:Tran"),
        Enveloped("two signing times", doubled("//xades:SigningTime"), "2 xades:SigningTime"),
        Enveloped(
            "two named certificates", doubled("//xades:SigningCertificateV2"), "do not name one"
        ),
        Enveloped("two certificate digests", doubled("//xades:CertDigest"), "2 xades:CertDigest"),
        Enveloped(
            "two signed signature properties",
            doubled("//xades:SignedSignatureProperties"),
            "2 xades:SignedSignatureProperties",
        ),
        Enveloped(
            "properties moved to unsigned",
            lambda r: (
                add(QUALIFYING, "<xades:UnsignedProperties/>")(r)
                or moved(SIGNED, "//xades:UnsignedProperties")(r)
            ),
            "no xades:SignedProperties",
        ),
    ]


def _identifiers() -> list[Enveloped]:
    props, key = SIGNED, "//ds:KeyInfo"
    places = {
        "ID on a row": (props, "//t:Row", "ID"),
        "iD on a row": (props, "//t:Row", "iD"),
        "foreign Id on a row": (props, "//t:Row", "{urn:x}Id"),
        "xml:id on the document": (props, "/t:Return", f"{{{_XML}}}id"),
        "key's Id on the document": (key, "/t:Return", "Id"),
        "key's id on a row": (key, "//t:Row", "id"),
        "signature's Id on a row": (SIGNATURE, "//t:Row", "Id"),
        "reference's Id on a row": (DOC, "//t:Row", "ID"),
        "properties' Id on the key info": (props, key, "Id"),
        "properties' Id on the object": (props, OBJECT, "Id"),
        "properties' Id on the value": (props, "//ds:SignatureValue", "Id"),
        "key's Id on the properties": (key, QUALIFYING, "Id"),
    }
    return [
        Enveloped(f"same identifier: {name}", same_as(*place), "occurs twice")
        for name, place in places.items()
    ]


def _references() -> list[Enveloped]:
    def percent(text: str) -> str:
        return text.replace("#props", "#%70rops")

    spelt: dict[str, tuple[str, Callable[[str], str], str]] = {
        "empty fragment": (DOC, lambda _: "#", "“#”"),
        "space": (DOC, lambda _: " ", "“”|“ ”|accepted"),
        "query": (DOC, lambda _: "?", "“?”"),
        "dot": (DOC, lambda _: "./", "“./”"),
        "own name": (DOC, lambda _: "x.xml", "“x.xml”"),
        "xpointer root": (DOC, lambda _: "#xpointer(/)", "xpointer"),
        "data": (DOC, lambda _: "data:text/xml,<x/>", "data:"),
        "percent-encoded": (PROPS, percent, "%70rops"),
        "xpointer id": (PROPS, lambda t: f"#xpointer(id('{t[1:]}'))", "xpointer"),
        "trailing space": (PROPS, lambda t: f"{t} ", "refers to"),
        "other case": (PROPS, str.upper, "PROPS"),
        "document and fragment": (PROPS, lambda t: f"x.xml{t}", "x.xml"),
        "bidi": (PROPS, lambda t: f"{t}\u202e", "u{202e}"),
    }
    found = [
        Enveloped(f"reference spelt: {name}", uri(path, spell), says)
        for name, (path, spell, says) in spelt.items()
    ]
    aims = {
        "the signature": SIGNATURE, "the signed info": INFO, "the value": "//ds:SignatureValue",
        "the object": OBJECT, "the qualifying properties": QUALIFYING, "a row": "//t:Row",
        "the document": "/t:Return",
    }  # fmt: skip
    found += [
        Enveloped(f"one more reference to {name}", reference_to(path), "not accepted|whole")
        for name, path in aims.items()
    ]
    manifest = f"{DS}Manifest"
    return [
        *found,
        Enveloped("manifest type on the document", put(DOC, "Type", manifest), ""),
        Enveloped("manifest reference", reference_to(OBJECT, manifest), "not accepted"),
        Enveloped("key info claims to be properties", _typed_key, "something else"),
    ]


def _typed_key(root: Tree) -> None:
    at(root, KEYS).set("Type", str(at(root, PROPS).get("Type")))


def _algorithms() -> list[Enveloped]:
    digests = ("http://www.w3.org/2001/04/xmldsig-more#md5", f"{MORE}sha224", f"{DS}SHA256",
               "http://www.w3.org/2001/04/xmlenc#ripemd160", "urn:none")  # fmt: skip
    methods = (f"{MORE}hmac-sha512", f"{MORE}ecdsa-sha1", f"{MORE}ecdsa-sha224",
               f"{MORE}rsa-md5", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
               "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519")  # fmt: skip
    forms = ("http://www.w3.org/2010/xml-c14n2", "http://www.w3.org/2006/12/xml-c14n11#WithComments",
             "http://www.w3.org/2001/10/xml-exc-c14n#WithComments", "")  # fmt: skip
    transforms = ("http://www.w3.org/2002/06/xmldsig-filter2", "http://www.w3.org/2002/07/decrypt#XML",
                  "http://www.w3.org/TR/1999/REC-xpath-19991116")  # fmt: skip
    second = f"{DOC}//ds:Transform[2]"
    found = [
        Enveloped(f"digest {name}", put(f"{DOC}/ds:DigestMethod", "Algorithm", name), name)
        for name in digests
    ]
    found += [
        Enveloped(f"method {name}", put("//ds:SignatureMethod", "Algorithm", name), name)
        for name in methods
    ]
    found += [
        Enveloped(f"form {name}", put("//ds:CanonicalizationMethod", "Algorithm", name), name)
        for name in forms
    ]
    found += [
        Enveloped(f"transform {name}", put(second, "Algorithm", name), name) for name in transforms
    ]
    inclusive = (
        '<x:InclusiveNamespaces xmlns:x="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="t"/>'
    )
    return [
        *found,
        Enveloped(
            "digest in properties",
            put("//xades:CertDigest/ds:DigestMethod", "Algorithm", f"{DS}sha1"),
            "sha1",
        ),
        Enveloped("prefix list", add(second, inclusive), "InclusiveNamespaces"),
        Enveloped("prefix list of the form", add("//ds:CanonicalizationMethod", inclusive), "Incl"),
    ]


def _strangers() -> list[Enveloped]:
    names = {
        "issuer and serial": ("//ds:X509Data", "<ds:X509IssuerSerial/>", "ds:X509IssuerSerial"),
        "key identifier": ("//ds:X509Data", "<ds:X509SKI>AA==</ds:X509SKI>", "ds:X509SKI"),
        "revocation list": ("//ds:X509Data", "<ds:X509CRL>AA==</ds:X509CRL>", "ds:X509CRL"),
        "PGP": ("//ds:KeyInfo", "<ds:PGPData/>", "ds:PGPData"),
        "SPKI": ("//ds:KeyInfo", "<ds:SPKIData/>", "ds:SPKIData"),
        "management": ("//ds:KeyInfo", "<ds:MgmtData>x</ds:MgmtData>", "ds:MgmtData"),
        "DSA key": ("//ds:KeyInfo", "<ds:DSAKeyValue/>", "ds:DSAKeyValue"),
        "key reference": (
            "//ds:KeyInfo",
            '<k:KeyInfoReference xmlns:k="http://www.w3.org/2009/xmldsig11#" URI="#x"/>',
            "KeyInfoReference",
        ),
        "properties in an object": (OBJECT, "<ds:SignatureProperties/>", "ds:SignatureProperties"),
        "signed by include": (SIGNED, '<i:include xmlns:i="urn:inc"/>', "belongs to no signature"),
    }
    found = [
        Enveloped(f"stranger: {name}", add(path, xml), says)
        for name, (path, xml, says) in names.items()
    ]
    marks = {
        "xml:base on the signature": (SIGNATURE, f"{{{_XML}}}base"),
        "xml:lang on the info": (INFO, f"{{{_XML}}}lang"),
        "xsi:type on the signature": (SIGNATURE, f"{{{_XSI}}}type"),
        "xsi:nil on the value": ("//ds:SignatureValue", f"{{{_XSI}}}nil"),
        "encoding on the certificate": ("//ds:X509Certificate", "Encoding"),
        "type on the key info": ("//ds:KeyInfo", "Type"),
        "mime type on the object": (OBJECT, "MimeType"),
        "attribute on the properties": (SIGNED, "Type"),
        "type on a transform": (f"{DOC}//ds:Transform", "Type"),
    }
    return found + [
        Enveloped(f"attribute: {name}", put(path, mark, "x"), "attribute")
        for name, (path, mark) in marks.items()
    ]


WRAPPING = _wrapping() + _doubles() + _identifiers() + _references() + _algorithms() + _strangers()
"""Forms that are refused even when the trusted key itself signed them."""

CONTENT = [
    Enveloped("figure", text("//t:Amount", FORGED), "changed after it was signed"),
    Enveloped("row twice", doubled("//t:Row"), "changed after it was signed"),
    Enveloped("full-width digits", text("//t:Amount", "９８０.00"), "changed after"),
    Enveloped("space in a figure", text("//t:Amount", "980.00 "), "changed after"),
    Enveloped("row moved", moved("//t:Row", "//t:Rows"), "changed after it was signed"),
    Enveloped("figure moved", moved("//t:Amount", "//t:Header"), "changed after"),
    Enveloped("signature of a lookalike", lookalike, "occurs twice|changed after"),
    Enveloped("xml:space", put("//t:Row", f"{{{_XML}}}space", "preserve"), "changed after"),
    Enveloped("nil", put("//t:Amount", f"{{{_XSI}}}nil", "true"), "changed after it was signed"),
    Enveloped("HMAC by the certificate", hmac_with_the_certificate, "hmac-sha256"),
    Enveloped(
        "certificate of another", certificate_of("p384"), "changed after signing|not the one"
    ),
    Enveloped(
        "zero value", text("//ds:SignatureValue", base64.b64encode(bytes(64)).decode()), "fit"
    ),
    Enveloped("short value", text("//ds:SignatureValue", "MAYCAQACAQA="), "fit"),
    Enveloped(
        "role added",
        add(
            "//xades:SignedSignatureProperties",
            "<xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>Chief</xades:ClaimedRole>"
            "</xades:ClaimedRoles></xades:SignerRoleV2>",
        ),
        "changed after signing",
    ),
]
"""Changes of what is covered, made without the key."""
