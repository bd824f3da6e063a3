"""Who made a signature: its certificate, its value, and what it claims of the signer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from app.signing import algorithms
from app.signing.algorithms import DS, XADES
from app.signing.certificates import certificate_key, read_certificate, weak_key
from app.signing.coverage import EXCLUSIVE, canonical, matches, signed_properties
from app.signing.keyvalue import check_key_value
from app.signing.plain import plain
from app.signing.properties import COMMITMENTS, Claims
from app.signing.refusal import Refused, algorithm, decoded, only

_MOST_CERTIFICATES = 20


@dataclass(frozen=True, slots=True)
class Signer:
    """The certificate that a signature names, the others that it carries, and what it claims."""

    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]
    signed_at: datetime
    claims: Claims


def find_certificate(signature: etree._Element) -> tuple[x509.Certificate, list[x509.Certificate]]:
    """The signer's certificate and all that the signature carries."""
    certificates = _certificates(signature)
    return _signer(signature, certificates), certificates


def signing_certificate(document: bytes) -> x509.Certificate:
    """The certificate that a signature document of our own names; `Refused` where it has none."""
    root = etree.fromstring(document, _PARSER)
    return find_certificate(only(root, DS, "Signature"))[0]


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def check_signer(
    signature: etree._Element, certificate: x509.Certificate, carried: Sequence[x509.Certificate]
) -> Signer:
    """Check the signature's value; what it says of the signer is believed only after that."""
    _check_value(signature, certificate)
    others = tuple(item for item in carried if item != certificate)
    return Signer(certificate, others, _signing_time(signature), _claims(signature))


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


def _claims(signature: etree._Element) -> Claims:
    held = signed_properties(signature)
    names = {uri: name for name, uri in COMMITMENTS.items()}
    commitment = _text(held, "CommitmentTypeIndication", "CommitmentTypeId", "Identifier")
    return Claims(
        role=_text(held, "ClaimedRole"),
        city=_text(held, "City"),
        country=_text(held, "CountryName"),
        commitment=names.get(commitment, commitment) if commitment else None,
    )


def _text(held: etree._Element, *path: str) -> str | None:
    steps = "/".join(f"{{{XADES}}}{name}" for name in path)
    found = [item.text.strip() for item in held.iterfind(f".//{steps}") if item.text]
    return plain("; ".join(text for text in found if text)) or None
