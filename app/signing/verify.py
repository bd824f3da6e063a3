"""Verify an enveloped signature: valid, not valid, or cannot be determined, with the reasons.

Only one form is accepted: one signature, the last child of the root, that covers the whole document
and its own signed properties. Everything else is refused by name, never worked around.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from app.signing import algorithms
from app.signing.algorithms import DS, XADES
from app.signing.certificates import certificate_key, read_certificate, subject_text, weak_key
from app.signing.coverage import (
    EXCLUSIVE,
    canonical,
    check_document,
    check_references,
    matches,
    signed_properties,
)
from app.signing.keyvalue import check_key_value
from app.signing.refusal import Refused, algorithm, decoded, only
from app.signing.shape import check_shape
from app.signing.trust import Trust

_HIDING = {
    etree.Comment: "a comment",
    etree.ProcessingInstruction: "a processing instruction",
}
_CLOCK_SKEW = timedelta(minutes=10)
_MOST_CERTIFICATES = 20


@dataclass(frozen=True, slots=True)
class Verification:
    """`verdict` is valid, invalid or indeterminate; `scope` whole, or None when nothing is proven.

    `document_sha256` is that of the covered canonical bytes; only they may be shown or imported.
    `signed_at` is what the signer claims, ISO 8601 in UTC; nothing proves it.
    """

    verdict: str
    scope: str | None
    signer: str | None
    reasons: tuple[str, ...]
    signed_at: str | None = None
    document_sha256: str | None = None
    issuer: str | None = None

    def as_dict(self) -> dict[str, object]:
        """The JSON of `praya verify`."""
        return {**asdict(self), "reasons": list(self.reasons)}


def verify_document(
    data: bytes, tree: etree._ElementTree, trust: Trust, at: datetime
) -> Verification:
    """Verify the bytes of a file at a moment. `tree` was parsed from them and is used up by it."""
    signer: x509.Certificate | None = None
    try:
        signature = _only_signature(data, tree)
        certificates = _certificates(signature)
        signer = _signer(signature, certificates)
        claim = check_references(signature)
        _check_value(signature, signer)
        signed_at = _signing_time(signature)
        doubts = _doubts(signature, signed_at, at)
        digest = check_document(tree.getroot(), claim)
    except Refused as refusal:
        name = subject_text(signer) if signer is not None else None
        return Verification("invalid", None, name, (str(refusal),))
    others = [item for item in certificates if item != signer]
    doubts += trust.doubts(signer, others, at)
    return Verification(
        verdict="indeterminate" if doubts else "valid",
        scope="whole",
        signer=subject_text(signer),
        reasons=tuple(doubts) or (_ALL_WELL,),
        signed_at=signed_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        document_sha256=digest,
        issuer=signer.issuer.rfc4514_string(),
    )


_ALL_WELL = (
    "the signature covers the whole document and its signer is trusted;"
    " whether the certificate was revoked cannot be seen without a network"
)


def _doubts(signature: etree._Element, signed_at: datetime, at: datetime) -> list[str]:
    doubts = []
    if signed_at > at + _CLOCK_SKEW:
        doubts.append(f"the signature claims to be made in the future, at {signed_at.isoformat()}")
    if next(signature.iter(f"{{{XADES}}}UnsignedProperties"), None) is not None:
        doubts.append(
            "the signature carries unsigned properties, such as a time stamp, which this version"
            " does not check"
        )
    return doubts


def _only_signature(data: bytes, tree: etree._ElementTree) -> etree._Element:
    """The signature, when it stands where it has to and the document hides nothing."""
    root = tree.getroot()
    _refuse_hidden(data, root)
    found = list(root.iter(f"{{{DS}}}Signature"))
    if not found:
        raise Refused("the document has no signature")
    if len(found) > 1:
        raise Refused("the document has more than one signature")
    if len(root) == 0 or found[0] is not root[-1]:
        raise Refused("the signature is not the last child of the document element")
    check_shape(found[0])
    _refuse_twice(root, found[0])
    return found[0]


def _refuse_hidden(data: bytes, root: etree._Element) -> None:
    for kind, what in _HIDING.items():
        if any(
            next(nodes, None) is not None
            for nodes in (
                root.itersiblings(kind, preceding=True),
                root.iter(kind),
                root.itersiblings(kind),
            )
        ):
            raise Refused(f"{what} stands in the document, where readers may disagree about it")
    if b"<![CDATA[" in data:
        raise Refused("a CDATA section stands in the document, where readers may disagree about it")


def _refuse_twice(root: etree._Element, signature: etree._Element) -> None:
    """What the signature refers to by an identifier must be the only one of that name."""
    for element in signature.iter(etree.Element):
        value = element.get("Id")
        if value is not None and root.xpath(_REPEATED, value=value):
            raise Refused(f"the identifier “{value!s}” occurs twice")


_REPEATED = "count(//@*[. = $value][translate(local-name(), 'ID', 'id') = 'id']) > 1"


def _certificates(signature: etree._Element) -> list[x509.Certificate]:
    data = only(only(signature, DS, "KeyInfo"), DS, "X509Data")
    found = data.findall(f"{{{DS}}}X509Certificate")
    if not 0 < len(found) <= _MOST_CERTIFICATES:
        raise Refused(f"the signature carries {len(found)} certificates")
    try:
        return [read_certificate(decoded(item)) for item in found]
    except ValueError as error:
        raise Refused("the signature carries a certificate that cannot be read") from error


def _signer(
    signature: etree._Element, certificates: Sequence[x509.Certificate]
) -> x509.Certificate:
    """The certificate that the signed properties name by its digest."""
    held = only(signed_properties(signature), XADES, "SignedSignatureProperties")
    names = [held.findall(f"{{{XADES}}}SigningCertificate{version}") for version in ("V2", "")]
    named = [element for found in names for element in found]
    if len(named) != 1:
        raise Refused("the signed properties do not name one signing certificate")
    first = named[0].find(f"{{{XADES}}}Cert")
    if first is None:
        raise Refused("the signed properties name no signing certificate")
    claimed = only(first, XADES, "CertDigest")
    for certificate in certificates:
        body = certificate.public_bytes(Encoding.DER)
        if matches(claimed, body):
            check_key_value(signature, certificate)
            return certificate
    raise Refused("the certificate is not the one that the signed properties name")


def _check_value(signature: etree._Element, certificate: x509.Certificate) -> None:
    info = only(signature, DS, "SignedInfo")
    canonicalisation = algorithm(only(info, DS, "CanonicalizationMethod"))
    if canonicalisation not in EXCLUSIVE:
        raise Refused(f"the canonicalisation “{canonicalisation}” is not accepted")
    method = algorithm(only(info, DS, "SignatureMethod"))
    key = certificate_key(certificate)
    if not algorithms.accepts(method, key):
        raise Refused(f"the signature method “{method}” is not accepted for this certificate")
    weak = weak_key(key)
    if weak:
        raise Refused(weak)
    value = decoded(only(signature, DS, "SignatureValue"))
    if not algorithms.fits(method, key, value, canonical(info, canonicalisation)):
        raise Refused("the signature does not fit its certificate")


def _signing_time(signature: etree._Element) -> datetime:
    held = only(signed_properties(signature), XADES, "SignedSignatureProperties")
    text = only(held, XADES, "SigningTime").text or ""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refused("the signing time is not a date and time") from None
