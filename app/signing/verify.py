"""Verify an enveloped signature: valid, not valid, or cannot be determined, with the reasons.

Only one form is accepted: one signature, the last child of the root, that covers the whole document
and its own signed properties. Everything else is refused by name, never worked around.
"""

import base64
import binascii
import hashlib
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from lxml import etree

from app.signing.keys import ECDSA_SHA256, ECDSA_SHA384, RSA_SHA256
from app.signing.trust import Trust
from app.signing.xades import (
    C14N,
    DS,
    ENVELOPED,
    EXC_C14N,
    SHA256,
    SIGNED_PROPERTIES,
    XADES,
    subject_text,
)

_CANONICAL = {C14N: False, EXC_C14N: True}


@dataclass(frozen=True, slots=True)
class Verification:
    """`verdict` is valid, invalid or indeterminate; `scope` whole, or None when nothing is proven.

    `document_sha256` is that of the covered canonical bytes; only they may be shown or imported.
    """

    verdict: str
    scope: str | None
    signer: str | None
    reasons: tuple[str, ...]
    signed_at: str | None = None
    document_sha256: str | None = None

    def as_dict(self) -> dict[str, object]:
        """The JSON of `praya verify`."""
        return {
            "verdict": self.verdict,
            "scope": self.scope,
            "signer": self.signer,
            "reasons": list(self.reasons),
            "signed_at": self.signed_at,
            "document_sha256": self.document_sha256,
        }


class _Refused(Exception):
    """The signature is refused; the text says why."""


def verify_document(
    data: bytes, tree: etree._ElementTree, trust: Trust, at: datetime
) -> Verification:
    del data
    """Verify a parsed document against the anchors of `trust` at a moment."""
    signer: str | None = None
    try:
        root = tree.getroot()
        _refuse_hidden(tree)
        signature = _only_signature(root)
        certificates = _certificates(signature)
        signer = subject_text(certificates[0])
        digest = _check_references(root, signature)
        _check_value(signature, certificates[0])
        signed_at = _check_properties(signature, certificates[0])
    except _Refused as refusal:
        return Verification("invalid", None, signer, (str(refusal),))
    doubts = trust.doubts(certificates[0], certificates[1:], at)
    verdict = "indeterminate" if doubts else "valid"
    reasons = tuple(doubts) or (
        "the signature covers the whole document and its signer is trusted",
    )
    return Verification(verdict, "whole", signer, reasons, signed_at, digest)


def _refuse_hidden(tree: etree._ElementTree) -> None:
    if next(tree.iter(etree.Comment), None) is not None:
        raise _Refused("a comment stands inside the document, where a signature does not cover it")
    seen = set()
    for element in tree.iter(etree.Element):
        for name, held in element.attrib.items():
            value = str(held)
            if etree.QName(name).localname.lower() == "id":
                if value in seen:
                    raise _Refused(f"the identifier “{value}” occurs twice")
                seen.add(value)


def _only_signature(root: etree._Element) -> etree._Element:
    found = list(root.iter(f"{{{DS}}}Signature"))
    if not found:
        raise _Refused("the document has no signature")
    if len(found) > 1:
        raise _Refused("the document has more than one signature")
    if len(root) == 0 or found[0] is not root[-1]:
        raise _Refused("the signature is not the last child of the document element")
    return found[0]


def _one(parent: etree._Element, path: str) -> etree._Element:
    found = parent.findall(path)
    if len(found) != 1:
        raise _Refused(
            f"the signature holds {len(found)} elements “{path.rsplit('}', maxsplit=1)[-1]}” instead of one"
        )
    return found[0]


def _bytes(element: etree._Element) -> bytes:
    try:
        return base64.b64decode("".join((element.text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        raise _Refused("the signature holds a value that is not base64") from None


def _certificates(signature: etree._Element) -> list[x509.Certificate]:
    found = signature.findall(f"{{{DS}}}KeyInfo/{{{DS}}}X509Data/{{{DS}}}X509Certificate")
    if not found:
        raise _Refused("the signature carries no certificate")
    try:
        return [x509.load_der_x509_certificate(_bytes(item)) for item in found]
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _Refused("the signature carries a certificate that cannot be read") from error


def _canonical(element: etree._Element, algorithm: str) -> bytes:
    return etree.tostring(
        element, method="c14n", exclusive=_CANONICAL[algorithm], with_comments=False
    )


def _check_references(root: etree._Element, signature: etree._Element) -> str:
    info = _one(signature, f"{{{DS}}}SignedInfo")
    references = info.findall(f"{{{DS}}}Reference")
    if len(references) != 2:
        raise _Refused(
            f"the signature has {len(references)} references; the document and its properties are expected"
        )
    document = [item for item in references if item.get("URI") == ""]
    properties = [item for item in references if item.get("Type") == SIGNED_PROPERTIES]
    if len(document) != 1 or len(properties) != 1:
        raise _Refused("the signature does not refer to the whole document and its own properties")
    algorithm = _transforms(document[0], enveloped=True)
    bare = deepcopy(root)
    last = bare[-1]
    _drop(last)
    digest = hashlib.sha256(_canonical(bare, algorithm)).digest()
    if _claimed(document[0]) != digest:
        raise _Refused("the document was changed after it was signed")
    _check_own_properties(signature, properties[0])
    return digest.hex()


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    tail = element.tail or ""
    before = element.getprevious()
    parent.remove(element)
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _transforms(reference: etree._Element, *, enveloped: bool) -> str:
    names = [
        str(item.get("Algorithm"))
        for item in reference.findall(f"{{{DS}}}Transforms/{{{DS}}}Transform")
    ]
    expected = [ENVELOPED] if enveloped else []
    algorithm = names[-1] if names else None
    if names[:-1] != expected or algorithm not in _CANONICAL:
        raise _Refused(f"the transforms {', '.join(names) or 'none'} are not accepted")
    if any(len(item) for item in reference.findall(f"{{{DS}}}Transforms/{{{DS}}}Transform")):
        raise _Refused("a transform has parameters, which are not accepted")
    return algorithm


def _claimed(reference: etree._Element) -> bytes:
    method = _one(reference, f"{{{DS}}}DigestMethod").get("Algorithm")
    if method != SHA256:
        raise _Refused(f"the digest algorithm {method} is not accepted")
    return _bytes(_one(reference, f"{{{DS}}}DigestValue"))


def _check_own_properties(signature: etree._Element, reference: etree._Element) -> None:
    held = _signed_properties(signature)
    if reference.get("URI") != f"#{held.get('Id')}":
        raise _Refused("the signature refers to other properties than its own")
    algorithm = _transforms(reference, enveloped=False)
    if _claimed(reference) != hashlib.sha256(_canonical(held, algorithm)).digest():
        raise _Refused("the signed properties were changed after signing")


def _signed_properties(signature: etree._Element) -> etree._Element:
    return _one(
        signature, f"{{{DS}}}Object/{{{XADES}}}QualifyingProperties/{{{XADES}}}SignedProperties"
    )


def _check_value(signature: etree._Element, certificate: x509.Certificate) -> None:
    info = _one(signature, f"{{{DS}}}SignedInfo")
    canonical = _one(info, f"{{{DS}}}CanonicalizationMethod")
    algorithm = str(canonical.get("Algorithm"))
    if algorithm not in _CANONICAL or len(canonical):
        raise _Refused(f"the canonicalisation {algorithm} is not accepted")
    method = str(_one(info, f"{{{DS}}}SignatureMethod").get("Algorithm"))
    value = _bytes(_one(signature, f"{{{DS}}}SignatureValue"))
    data = _canonical(info, algorithm)
    key = certificate.public_key()
    try:
        if method == RSA_SHA256 and isinstance(key, rsa.RSAPublicKey):
            key.verify(value, data, padding.PKCS1v15(), hashes.SHA256())
        elif method in (ECDSA_SHA256, ECDSA_SHA384) and isinstance(key, ec.EllipticCurvePublicKey):
            _check_ecdsa(key, method, value, data)
        else:
            raise _Refused(f"the signature method {method} is not accepted for this certificate")
    except InvalidSignature:
        raise _Refused("the signature does not fit its certificate") from None


def _check_ecdsa(key: ec.EllipticCurvePublicKey, method: str, value: bytes, data: bytes) -> None:
    size = (key.curve.key_size + 7) // 8
    if len(value) != 2 * size:
        raise InvalidSignature
    pair = (int.from_bytes(value[:size], "big"), int.from_bytes(value[size:], "big"))
    digest = hashes.SHA384() if method == ECDSA_SHA384 else hashes.SHA256()
    key.verify(utils.encode_dss_signature(*pair), data, ec.ECDSA(digest))


def _check_properties(signature: etree._Element, certificate: x509.Certificate) -> str | None:
    held = _signed_properties(signature)
    cert = f"{{{XADES}}}SignedSignatureProperties/{{{XADES}}}SigningCertificateV2/{{{XADES}}}Cert"
    claimed = _claimed(_one(held, f"{cert}/{{{XADES}}}CertDigest"))
    if claimed != certificate.fingerprint(hashes.SHA256()):
        raise _Refused("the certificate is not the one that the signed properties name")
    moment = held.find(f"{{{XADES}}}SignedSignatureProperties/{{{XADES}}}SigningTime")
    return moment.text if moment is not None else None
