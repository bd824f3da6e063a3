"""Attacks on signed files: moved, doubled, hidden and substituted parts. None is ever valid.

Some attacks are signed again with the trusted key (`resign`), so that it is the form that is refused
and not just a broken value.
"""

import base64
import hashlib
from collections.abc import Callable
from copy import deepcopy

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from signing_makers import DOCUMENT, NOW, certificate, identity, sign, verify
from tampering import (
    Tree,
    add,
    at,
    drop,
    put,
    redigest,
    resign,
    same_id,
    signed,
    text,
    without_id,
)

from app.errors import UserError
from app.signing.algorithms import DS, EXC_C14N


def answer(root: Tree) -> str:
    """The reasons for which a changed document is not valid."""
    result = verify(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    assert result.verdict == "invalid", result
    assert result.scope is None
    assert result.document_sha256 is None
    return "; ".join(result.reasons)


def test_the_untouched_file_is_valid_and_says_what_it_covers() -> None:
    result = verify(sign())
    assert (result.verdict, result.scope, result.signer) == ("valid", "whole", "Chan Tai Man")
    assert result.document_sha256 == hashlib.sha256(DOCUMENT).hexdigest()
    assert result.signed_at == NOW.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def wrap(root: Tree) -> Tree:
    """The signed document below a new root, with a forged one around it."""
    outer = etree.Element(root.tag, nsmap=root.nsmap)
    outer.append(root)
    return outer


def forge_beside(root: Tree) -> Tree:
    outer = etree.Element(root.tag, nsmap=root.nsmap)
    forged = deepcopy(at(root, "t:Rows"))
    at(forged, "t:Row/t:Amount").text = "1.00"
    outer.append(forged)
    signature = root[-1]
    box = etree.SubElement(signature, f"{{{DS}}}Object")
    outer.append(signature)
    box.append(root)
    return outer


def second_signature(root: Tree) -> Tree:
    root.append(deepcopy(root[-1]))
    return root


def signature_first(root: Tree) -> Tree:
    root.insert(0, root[-1])
    return root


def signature_deeper(root: Tree) -> Tree:
    at(root, "t:Rows").append(root[-1])
    return root


def no_signature(root: Tree) -> Tree:
    root.remove(root[-1])
    return root


@pytest.mark.parametrize(
    ("attack", "says"),
    [
        (wrap, "not the last child"),
        (forge_beside, "ds:Object"),
        (second_signature, "more than one signature"),
        (signature_first, "not the last child"),
        (signature_deeper, "not the last child"),
        (no_signature, "no signature"),
    ],
)
def test_a_signature_elsewhere_is_refused(attack: Callable[[Tree], Tree], says: str) -> None:
    assert says in answer(attack(signed()))


DOC = '//ds:Reference[@URI=""]'
KEYS = '//ds:Reference[starts-with(@URI, "#key")]'
PROPS = "//ds:Reference[@Type]"

FORMS: list[tuple[str, Callable[[Tree], None], str]] = [
    ("content", text("//t:Amount", "980.01"), "document was changed"),
    ("row dropped", drop("//t:Row"), "document was changed"),
    ("attribute", put("//t:Row", "id", "9"), "document was changed"),
    ("new attribute", put("/t:Return", "lang", "en"), "document was changed"),
    ("text after a row", lambda r: setattr(at(r, "//t:Row"), "tail", "x"), "was changed"),
    ("text before signature", lambda r: setattr(r[-2], "tail", "x"), "was changed"),
    ("text after signature", lambda r: setattr(r[-1], "tail", "x"), "was changed"),
    ("external", put(DOC, "URI", "http://example.com/x"), "“http://example.com/x”"),
    ("file", put(DOC, "URI", "file:///etc/passwd"), "file:///etc/passwd"),
    ("xpointer", put(DOC, "URI", "#xpointer(/)"), "#xpointer(/)"),
    ("other id", put(DOC, "URI", "#1"), "#1"),
    ("no uri", lambda r: at(r, DOC).attrib.pop("URI") and None, "refers to nothing"),
    ("no document", drop(DOC), "does not refer to the whole document"),
    ("key not covered, key changed", drop(KEYS), ""),
    ("no properties", drop(PROPS), "does not cover its own signed properties"),
    ("untyped", lambda r: at(r, PROPS).attrib.pop("Type") and None, "covers something else"),
    (
        "extra reference",
        lambda r: at(r, "//ds:SignedInfo").append(without_id(deepcopy(at(r, DOC)))),
        "whole document once",
    ),
    (
        "properties twice",
        lambda r: at(r, "//ds:SignedInfo").append(deepcopy(at(r, PROPS))),
        "two references cover",
    ),
    (
        "xpath transform",
        add(
            f"{DOC}/ds:Transforms",
            '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116">'
            "<ds:XPath>not(ancestor-or-self::Row)</ds:XPath></ds:Transform>",
        ),
        "ds:Transform holds ds:XPath",
    ),
    (
        "xslt",
        put(
            f"{DOC}/ds:Transforms/ds:Transform[2]",
            "Algorithm",
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
        ),
        "REC-xslt",
    ),
    ("base64", put(f"{PROPS}//ds:Transform", "Algorithm", f"{DS}base64"), "base64"),
    ("comments", put(f"{DOC}//ds:Transform[2]", "Algorithm", f"{EXC_C14N}WithComments"), "With"),
    ("two c14n", add(f"{DOC}/ds:Transforms", f'<ds:Transform Algorithm="{EXC_C14N}"/>'), EXC_C14N),
    ("not enveloped", drop(f"{DOC}//ds:Transform"), "does not leave out the signature"),
    (
        "enveloped properties",
        put(f"{PROPS}//ds:Transform", "Algorithm", f"{DS}enveloped-signature"),
        "enveloped-signature",
    ),
    ("sha1 digest", put(f"{DOC}/ds:DigestMethod", "Algorithm", f"{DS}sha1"), "sha1"),
    ("no digest", put(f"{DOC}/ds:DigestMethod", "Algorithm", ""), "“”"),
    ("hmac", put("//ds:SignatureMethod", "Algorithm", f"{DS}hmac-sha1"), "hmac-sha1"),
    (
        "hmac sha256",
        put(
            "//ds:SignatureMethod",
            "Algorithm",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        ),
        "hmac-sha256",
    ),
    ("rsa sha1", put("//ds:SignatureMethod", "Algorithm", f"{DS}rsa-sha1"), "rsa-sha1"),
    ("dsa", put("//ds:SignatureMethod", "Algorithm", f"{DS}dsa-sha1"), "dsa-sha1"),
    (
        "rsa for an ec key",
        put(
            "//ds:SignatureMethod", "Algorithm", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
        ),
        "rsa-sha256",
    ),
    ("none", put("//ds:SignatureMethod", "Algorithm", "none"), "“none”"),
    (
        "hmac length",
        add("//ds:SignatureMethod", "<ds:HMACOutputLength>1</ds:HMACOutputLength>"),
        "HMACOutputLength",
    ),
    (
        "c14n of comments",
        put(
            "//ds:CanonicalizationMethod",
            "Algorithm",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
        ),
        "WithComments",
    ),
    ("extra object", add("//ds:Signature", "<ds:Object>x</ds:Object>"), "more than one ds:Object"),
    ("manifest", add("//ds:Object", "<ds:Manifest/>"), "ds:Object holds ds:Manifest"),
    ("object attribute", put("//ds:Object", "Encoding", "x"), "attribute “Encoding”"),
    ("foreign element", add("//ds:KeyInfo", "<evil/>"), "ds:KeyInfo holds evil"),
    ("key name", add("//ds:KeyInfo", "<ds:KeyName>k</ds:KeyName>"), "ds:KeyName"),
    (
        "retrieval method",
        add("//ds:KeyInfo", '<ds:RetrievalMethod URI="http://example.com/k"/>'),
        "ds:RetrievalMethod",
    ),
    (
        "subject name",
        add("//ds:X509Data", "<ds:X509SubjectName>CN=x</ds:X509SubjectName>"),
        "ds:X509SubjectName",
    ),
    ("no certificate", drop("//ds:X509Data"), "no ds:X509Data"),
    ("no key info", drop("//ds:KeyInfo"), "no ds:KeyInfo"),
    ("no value", drop("//ds:SignatureValue"), "no ds:SignatureValue"),
    ("empty value", text("//ds:SignatureValue", ""), "not proper base64"),
    ("no info", drop("//ds:SignedInfo"), "no ds:SignedInfo"),
    ("no object", drop("//ds:Object"), "no ds:Object"),
    ("no signed properties", drop("//xades:SignedProperties"), "no xades:SignedProperties"),
    ("target", put("//xades:QualifyingProperties", "Target", "#other"), "another signature"),
    ("signature id", put("//ds:Signature", "Id", "other"), "another signature"),
    ("odd attribute", put("//ds:Signature", "evil", "1"), "attribute “evil”"),
    ("loose text", text("//ds:Object", "x"), "ds:Object holds text"),
    ("order", lambda r: at(r, "//ds:Signature").insert(0, at(r, "//ds:KeyInfo")), "place where"),
    ("same id outside", same_id("//t:Row", "id"), "occurs twice"),
    ("same xml:id", same_id("//t:Row", "{http://www.w3.org/XML/1998/namespace}id"), "occurs twice"),
    ("same id twice", same_id("//ds:SignedInfo", "Id"), "occurs twice"),
]


@pytest.mark.parametrize(
    ("attack", "says"), [(a, s) for _, a, s in FORMS], ids=[f[0] for f in FORMS]
)
def test_a_changed_form_is_refused_by_name(attack: Callable[[Tree], None], says: str) -> None:
    root = signed()
    attack(root)
    assert says in answer(root)


SIGNED_AGAIN = {
    "external", "xpointer", "other id", "no uri", "no document", "no properties", "untyped",
    "extra reference", "properties twice", "xpath transform", "xslt", "base64", "comments",
    "two c14n", "not enveloped", "sha1 digest", "hmac", "rsa sha1", "none", "c14n of comments",
    "hmac length", "same id twice", "same id outside", "same xml:id",
}  # fmt: skip


@pytest.mark.parametrize(
    ("attack", "says"),
    [(a, s) for n, a, s in FORMS if n in SIGNED_AGAIN],
    ids=[n for n, _, _ in FORMS if n in SIGNED_AGAIN],
)
def test_the_same_form_made_by_the_trusted_signer_is_refused_too(
    attack: Callable[[Tree], None], says: str
) -> None:
    root = signed()
    attack(root)
    redigest(root)
    resign(root)
    assert says in answer(root)


PROPERTIES: list[tuple[str, Callable[[Tree], None], str]] = [
    ("time gone", drop("//xades:SigningTime"), "no xades:SigningTime"),
    ("time nonsense", text("//xades:SigningTime", "yesterday"), "not a date and time"),
    ("certificate unnamed", drop("//xades:SigningCertificateV2"), "do not name one"),
    ("no cert", drop("//xades:Cert"), "name no signing certificate"),
    (
        "other certificate",
        text("//xades:CertDigest/ds:DigestValue", base64.b64encode(bytes(32)).decode()),
        "not the one that the signed properties name",
    ),
    ("sha1", put("//xades:CertDigest/ds:DigestMethod", "Algorithm", f"{DS}sha1"), "sha1"),
    (
        "describes another",
        put("//xades:DataObjectFormat", "ObjectReference", "#elsewhere"),
        "something else than the document",
    ),
    ("foreign", add("//xades:SignedProperties", "<evil/>"), "belongs to no signature"),
]


@pytest.mark.parametrize(
    ("attack", "says"), [(a, s) for _, a, s in PROPERTIES], ids=[p[0] for p in PROPERTIES]
)
def test_altered_properties_are_refused_even_when_signed_again(
    attack: Callable[[Tree], None], says: str
) -> None:
    root = signed()
    attack(root)
    assert answer(root)
    resign(root)
    assert says in answer(root)


def test_properties_changed_after_signing_are_noticed() -> None:
    root = signed()
    at(root, "//xades:SigningTime").text = "2020-01-01T00:00:00Z"
    assert "xades:SignedProperties was changed" in answer(root)


def test_a_substituted_certificate_of_the_same_key_is_refused() -> None:
    who = identity()
    other = certificate("Somebody Else", who.key, who.authority.subject, who.authority_key)
    root = signed()
    at(root, "//ds:X509Certificate").text = base64.b64encode(
        other.public_bytes(Encoding.DER)
    ).decode()
    assert "not the one that the signed properties name" in answer(root)


def test_a_key_value_of_another_key_is_refused() -> None:
    root = signed()
    info = at(root, "//ds:KeyInfo")
    info.insert(
        0,
        etree.fromstring(
            f'<ds:KeyValue xmlns:ds="{DS}"><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus>'
            "<ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>"
        ),
    )
    assert "ds:KeyValue" in answer(root)


def test_an_attacker_s_own_signature_is_never_trusted() -> None:
    mallory = identity("p384")
    forged = sign(DOCUMENT.replace(b"980.00", b"1.00"), mallory)
    result = verify(forged, identity())
    assert result.verdict == "indeterminate"
    assert "does not lead to a trusted authority" in result.reasons[0]


def test_an_attacker_s_certificate_beside_the_trusted_one_is_refused() -> None:
    mallory = identity("p384")
    root = etree.fromstring(sign(DOCUMENT.replace(b"980.00", b"1.00"), mallory))
    genuine = at(signed(), "//ds:X509Certificate")
    at(root, "//ds:X509Data").insert(0, genuine)
    assert "ds:KeyInfo was changed" in answer(root)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (b"980.00", b"98<!-- -->0.00", "a comment"),
        (b"980.00", b"98<?x?>0.00", "a processing instruction"),
        (b"980.00", b"98<![CDATA[0]]>.00", "CDATA"),
        (b"<Return", b"<!-- x --><Return", "a comment"),
        (b"<Return", b'<?xml-stylesheet href="x"?><Return', "a processing instruction"),
        (b"</Return>", b"</Return><!-- x -->", "a comment"),
        (b"</Return>", b"</Return><?x y?>", "a processing instruction"),
        (b"<ds:SignatureValue>", b"<ds:SignatureValue><!-- -->", "a comment"),
        (b"<Rows>", b'<Rows xml:base="x">', "changed"),
        (b"<Return ", b'<Return xml:lang="en" ', "changed"),
    ],
)
def test_hidden_content_is_refused(before: bytes, after: bytes, says: str) -> None:
    body = sign()
    assert before in body
    result = verify(body.replace(before, after, 1))
    assert result.verdict == "invalid"
    assert says in result.reasons[0]


@pytest.mark.parametrize(
    "after", [b"&#57;80.00", b"&#x39;80.00", b"980&#46;00", b"<Amount \n>980.00"]
)
def test_another_spelling_of_the_same_document_says_the_same(after: bytes) -> None:
    before = b"<Amount>980.00" if after.startswith(b"<") else b"980.00"
    body = sign().replace(before, after, 1)
    result = verify(body)
    assert result.verdict == "valid"
    assert result.document_sha256 == hashlib.sha256(DOCUMENT).hexdigest()


@pytest.mark.parametrize("head", [b"<!DOCTYPE Return>", b'<!DOCTYPE Return [<!ENTITY a "9">]>'])
def test_a_doctype_is_unreadable_and_no_verdict(head: bytes) -> None:
    with pytest.raises(UserError) as caught:
        verify(sign().replace(b"<Return", head + b"<Return", 1))
    assert caught.value.code == "xml-doctype"


def test_a_value_written_with_loose_bits_is_refused() -> None:
    root = signed()
    value = at(root, "//ds:DigestValue")
    assert value.text is not None
    assert value.text.endswith("=")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    loose = letters[letters.index(value.text[-2]) ^ 1]
    value.text = value.text[:-2] + loose + "="
    resign(root)
    assert "not proper base64" in answer(root)


def test_a_relative_namespace_has_no_canonical_form() -> None:
    root = etree.fromstring(b'<a xmlns="relative"/>')
    root.append(deepcopy(signed()[-1]))
    assert answer(root)
