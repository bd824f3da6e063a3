"""The parts of a XAdES signature as text in canonical form (ETSI EN 319 132-1)."""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from app.signing.algorithms import DS, EXC_C14N, SHA256, SIGNED_PROPERTIES, XADES, lowered
from app.signing.keys import SigningKey

APPROVAL = "http://uri.etsi.org/01903/v1.2.2#ProofOfApproval"
CREATION = "http://uri.etsi.org/01903/v1.2.2#ProofOfCreation"
ORIGIN = "http://uri.etsi.org/01903/v1.2.2#ProofOfOrigin"
COMMITMENTS = {"approval": APPROVAL, "creation": CREATION, "origin": ORIGIN}
"""What a signer may say that the signature means (EN 319 132-1, 5.2.3)."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a signer says beside the signature; nothing proves it.

    `role` in words; `city` and `country` (ISO 3166-1) where it is made; `commitment` a key of
    `COMMITMENTS`.
    """

    role: str | None = None
    city: str | None = None
    country: str | None = None
    commitment: str | None = None


NOTHING = Claims()


@dataclass(frozen=True, slots=True)
class Data:
    """One signed thing: its URI, the transforms, its SHA-256 and its media type."""

    uri: str
    transforms: tuple[str, ...]
    digest: bytes
    media: str = "text/xml"


def signature_text(
    number: str, data: tuple[Data, ...], key: SigningKey, at: datetime, claims: Claims
) -> str:
    """The complete `ds:Signature` over some data. `number` makes its identifiers unique."""
    key_info = _key_info(key, number)
    properties = _signed_properties(key, number, at, claims, data)
    draft = etree.fromstring(_frame(number, "", "", key_info, properties))
    info = _signed_info(
        key.method,
        number,
        data,
        _digest_of(draft, f".//{{{XADES}}}SignedProperties"),
        _digest_of(draft, f"{{{DS}}}KeyInfo"),
    )
    whole = etree.fromstring(_frame(number, info, "", key_info, properties))
    made = key.sign(_exclusive(whole, f"{{{DS}}}SignedInfo"))
    value = lowered(key.method, key.certificate.public_key(), made)  # so that there is one way only
    return _frame(number, info, base64.b64encode(value).decode(), key_info, properties)


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
    method: str, number: str, data: tuple[Data, ...], properties: bytes, key_info: bytes
) -> str:
    """The references: the data, the signed properties, and the certificates."""
    things = "".join(
        f'<ds:Reference Id="ref-{number}{_nth(place)}" URI={quoteattr(item.uri)}>'
        f"{_transforms(item.transforms)}{_digest(item.digest)}</ds:Reference>"
        for place, item in enumerate(data)
    )
    return (
        f'<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{EXC_C14N}"></ds:CanonicalizationMethod>'
        f'<ds:SignatureMethod Algorithm="{method}"></ds:SignatureMethod>{things}'
        f'<ds:Reference Type="{SIGNED_PROPERTIES}" URI="#props-{number}">{_transforms((EXC_C14N,))}'
        f"{_digest(properties)}</ds:Reference>"
        f'<ds:Reference URI="#key-{number}">{_transforms((EXC_C14N,))}'
        f"{_digest(key_info)}</ds:Reference></ds:SignedInfo>"
    )


def _nth(place: int) -> str:
    return f"-{place}" if place else ""


def _transforms(algorithms: Iterable[str]) -> str:
    inside = "".join(f'<ds:Transform Algorithm="{name}"></ds:Transform>' for name in algorithms)
    return f"<ds:Transforms>{inside}</ds:Transforms>" if inside else ""


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


def _signed_properties(
    key: SigningKey, number: str, at: datetime, claims: Claims, data: tuple[Data, ...]
) -> str:
    der = key.certificate.public_bytes(Encoding.DER)
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    forms = "".join(
        f'<xades:DataObjectFormat ObjectReference="#ref-{number}{_nth(place)}">'
        f"<xades:MimeType>{escape(item.media)}</xades:MimeType></xades:DataObjectFormat>"
        for place, item in enumerate(data)
    )
    return (
        f'<xades:SignedProperties Id="props-{number}"><xades:SignedSignatureProperties>'
        f"<xades:SigningTime>{moment}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert>"
        f"<xades:CertDigest>{_digest(hashlib.sha256(der).digest())}</xades:CertDigest>"
        f"</xades:Cert></xades:SigningCertificateV2>{_place(claims)}{_role(claims)}"
        "</xades:SignedSignatureProperties>"
        f"<xades:SignedDataObjectProperties>{forms}{_commitment(claims)}"
        "</xades:SignedDataObjectProperties></xades:SignedProperties>"
    )


def _place(claims: Claims) -> str:
    inside = "".join(
        f"<xades:{name}>{escape(text)}</xades:{name}>"
        for name, text in (("City", claims.city), ("CountryName", claims.country))
        if text
    )
    return (
        f"<xades:SignatureProductionPlaceV2>{inside}</xades:SignatureProductionPlaceV2>"
        if inside
        else ""
    )


def _role(claims: Claims) -> str:
    if not claims.role:
        return ""
    return (
        "<xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>"
        f"{escape(claims.role)}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2>"
    )


def _commitment(claims: Claims) -> str:
    if not claims.commitment:
        return ""
    return (
        "<xades:CommitmentTypeIndication><xades:CommitmentTypeId><xades:Identifier>"
        f"{COMMITMENTS[claims.commitment]}</xades:Identifier></xades:CommitmentTypeId>"
        "<xades:AllSignedDataObjects></xades:AllSignedDataObjects></xades:CommitmentTypeIndication>"
    )
