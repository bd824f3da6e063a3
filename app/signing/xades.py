"""XAdES baseline B, enveloped, in one pass over canonical bytes (ETSI EN 319 132-1).

The document's own canonical form is hashed while it is written; the signature is set before the
last end tag. Memory does not grow with the document.
"""

import base64
import hashlib
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from app.signing.algorithms import C14N, DS, ENVELOPED, EXC_C14N, SHA256, SIGNED_PROPERTIES, XADES
from app.signing.certificates import subject_text
from app.signing.keys import SigningKey


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed: SHA-256 of the canonical document, in hex, and the signing time."""

    document_sha256: str
    signed_at: datetime
    signer: str


def sign_document(
    declaration: bytes,
    parts: Iterable[bytes],
    sink: Callable[[bytes], object],
    key: SigningKey,
    *,
    at: datetime,
    role: str | None = None,
) -> Signed:
    """Write the document with its signature as last child of the root.

    `parts` is the canonical form in pieces, the last of which is the root's end tag.
    """
    digest = hashlib.sha256()
    sink(declaration)
    pending = b""
    for part in parts:
        if pending:
            sink(pending)
        digest.update(part)
        pending = part
    sink(signature_element(digest.digest(), key, at=at, role=role))
    sink(pending)
    return Signed(digest.hexdigest(), at, subject_text(key.certificate))


def signature_element(
    document_digest: bytes, key: SigningKey, *, at: datetime, role: str | None = None
) -> bytes:
    """The complete `ds:Signature` for a document with this SHA-256."""
    number = uuid.uuid4().hex
    properties = _signed_properties(key, number, at, role)
    frame = (
        f'<ds:Signature xmlns:ds="{DS}" Id="sig-{number}">{{info}}'
        f"<ds:SignatureValue>{{value}}</ds:SignatureValue>{_key_info(key)}"
        f'<ds:Object><xades:QualifyingProperties xmlns:xades="{XADES}" Target="#sig-{number}">'
        f"{properties}</xades:QualifyingProperties></ds:Object></ds:Signature>"
    )
    draft = etree.fromstring(frame.format(info="", value=""))
    held = draft.find(f".//{{{XADES}}}SignedProperties")
    assert held is not None
    properties_digest = hashlib.sha256(_exclusive(held)).digest()
    info = _signed_info(key.method, number, document_digest, properties_digest)
    whole = etree.fromstring(frame.format(info=info, value=""))
    signed_info = whole.find(f"{{{DS}}}SignedInfo")
    assert signed_info is not None
    value = base64.b64encode(key.sign(_exclusive(signed_info))).decode()
    return frame.format(info=info, value=value).encode()


def _exclusive(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _signed_info(method: str, number: str, document: bytes, properties: bytes) -> str:
    return (
        f'<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{EXC_C14N}"></ds:CanonicalizationMethod>'
        f'<ds:SignatureMethod Algorithm="{method}"></ds:SignatureMethod>'
        f'<ds:Reference Id="ref-{number}" URI=""><ds:Transforms>'
        f'<ds:Transform Algorithm="{ENVELOPED}"></ds:Transform>'
        f'<ds:Transform Algorithm="{C14N}"></ds:Transform></ds:Transforms>'
        f"{_digest(document)}</ds:Reference>"
        f'<ds:Reference Type="{SIGNED_PROPERTIES}" URI="#props-{number}"><ds:Transforms>'
        f'<ds:Transform Algorithm="{EXC_C14N}"></ds:Transform></ds:Transforms>'
        f"{_digest(properties)}</ds:Reference></ds:SignedInfo>"
    )


def _digest(value: bytes) -> str:
    return (
        f'<ds:DigestMethod Algorithm="{SHA256}"></ds:DigestMethod>'
        f"<ds:DigestValue>{base64.b64encode(value).decode()}</ds:DigestValue>"
    )


def _key_info(key: SigningKey) -> str:
    certificates = "".join(
        f"<ds:X509Certificate>{base64.b64encode(item.public_bytes(Encoding.DER)).decode()}"
        "</ds:X509Certificate>"
        for item in (key.certificate, *key.chain)
    )
    return f"<ds:KeyInfo><ds:X509Data>{certificates}</ds:X509Data></ds:KeyInfo>"


def _signed_properties(key: SigningKey, number: str, at: datetime, role: str | None) -> str:
    der = key.certificate.public_bytes(Encoding.DER)
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    claimed = (
        "<xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>"
        f"{escape(role)}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2>"
        if role
        else ""
    )
    return (
        f'<xades:SignedProperties Id="props-{number}"><xades:SignedSignatureProperties>'
        f"<xades:SigningTime>{moment}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert>"
        f"<xades:CertDigest>{_digest(hashlib.sha256(der).digest())}</xades:CertDigest>"
        f"</xades:Cert></xades:SigningCertificateV2>{claimed}</xades:SignedSignatureProperties>"
        "<xades:SignedDataObjectProperties>"
        f'<xades:DataObjectFormat ObjectReference="#ref-{number}"><xades:MimeType>text/xml'
        "</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties>"
        "</xades:SignedProperties>"
    )
