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
    key_info = _key_info(key, number)
    properties = _signed_properties(key, number, at, role)
    draft = etree.fromstring(_frame(number, "", "", key_info, properties))
    info = _signed_info(
        key.method,
        number,
        document_digest,
        _digest_of(draft, f".//{{{XADES}}}SignedProperties"),
        _digest_of(draft, f"{{{DS}}}KeyInfo"),
    )
    whole = etree.fromstring(_frame(number, info, "", key_info, properties))
    value = base64.b64encode(key.sign(_exclusive(whole, f"{{{DS}}}SignedInfo"))).decode()
    return _frame(number, info, value, key_info, properties).encode()


def _frame(number: str, info: str, value: str, key_info: str, properties: str) -> str:
    return (
        f'<ds:Signature xmlns:ds="{DS}" Id="sig-{number}">{info}'
        f"<ds:SignatureValue>{value}</ds:SignatureValue>{key_info}"
        f'<ds:Object><xades:QualifyingProperties xmlns:xades="{XADES}" Target="#sig-{number}">'
        f"{properties}</xades:QualifyingProperties></ds:Object></ds:Signature>"
    )


def _digest_of(signature: etree._Element, path: str) -> bytes:
    return hashlib.sha256(_exclusive(signature, path)).digest()


def _exclusive(signature: etree._Element, path: str) -> bytes:
    held = signature.find(path)
    assert held is not None
    return etree.tostring(held, method="c14n", exclusive=True, with_comments=False)


def _signed_info(
    method: str, number: str, document: bytes, properties: bytes, key_info: bytes
) -> str:
    """The references: the document, the signed properties, and the certificates."""
    return (
        f'<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{EXC_C14N}"></ds:CanonicalizationMethod>'
        f'<ds:SignatureMethod Algorithm="{method}"></ds:SignatureMethod>'
        f'<ds:Reference Id="ref-{number}" URI="">{_transforms(ENVELOPED, C14N)}'
        f"{_digest(document)}</ds:Reference>"
        f'<ds:Reference Type="{SIGNED_PROPERTIES}" URI="#props-{number}">{_transforms(EXC_C14N)}'
        f"{_digest(properties)}</ds:Reference>"
        f'<ds:Reference URI="#key-{number}">{_transforms(EXC_C14N)}'
        f"{_digest(key_info)}</ds:Reference></ds:SignedInfo>"
    )


def _transforms(*algorithms: str) -> str:
    inside = "".join(f'<ds:Transform Algorithm="{name}"></ds:Transform>' for name in algorithms)
    return f"<ds:Transforms>{inside}</ds:Transforms>"


def _digest(value: bytes) -> str:
    return (
        f'<ds:DigestMethod Algorithm="{SHA256}"></ds:DigestMethod>'
        f"<ds:DigestValue>{base64.b64encode(value).decode()}</ds:DigestValue>"
    )


def _key_info(key: SigningKey, number: str) -> str:
    certificates = "".join(
        f"<ds:X509Certificate>{base64.b64encode(item.public_bytes(Encoding.DER)).decode()}"
        "</ds:X509Certificate>"
        for item in (key.certificate, *key.chain)
    )
    return f'<ds:KeyInfo Id="key-{number}"><ds:X509Data>{certificates}</ds:X509Data></ds:KeyInfo>'


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
