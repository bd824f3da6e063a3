"""What may stand beside a signature without being covered by it: time-stamps, certificates, evidence.

None of it is believed for standing there: each thing has to prove itself.
"""

import base64
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree

from app.signing.algorithms import XADES
from app.signing.certificates import read_certificate
from app.signing.refusal import Refused, decoded, name_of

if TYPE_CHECKING:  # both are slow to import, and most signatures have neither
    from app.signing.revocation import Evidence
    from app.signing.timestamps import Stamp

_KNOWN = frozenset({"SignatureTimeStamp", "CertificateValues", "RevocationValues"})
MOST = 50
"""More things than this beside one signature are an attack on patience."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that stands beside a signature; `doubts` say what of it cannot be used."""

    stamps: "tuple[Stamp, ...]" = ()
    certificates: tuple[x509.Certificate, ...] = ()
    evidence: "Evidence | None" = None
    doubts: tuple[str, ...] = ()


def read_beside(signature: etree._Element, anchors: Sequence[x509.Certificate]) -> Beside:
    """Read what stands beside a signature; `anchors` are whom the reader trusts."""
    unsigned = signature.find(f".//{{{XADES}}}UnsignedProperties")
    if unsigned is None:
        return Beside()
    doubts = []
    strange = _strange(unsigned)
    if strange:
        doubts.append(
            f"the signature carries unsigned properties that this version does not check: {strange}"
        )
    from app.signing.timestamps import stamps_of  # noqa: PLC0415

    stamps = stamps_of(signature, anchors)
    doubts += [doubt for stamp in stamps for doubt in stamp.doubts]
    try:
        certificates = [read_certificate(body) for body in _values(unsigned, _CERTIFICATE)]
        return Beside(tuple(stamps), tuple(certificates), _evidence(unsigned), tuple(doubts))
    except (Refused, ValueError):
        doubts.append("the evidence beside the signature cannot be read")
        return Beside(tuple(stamps), doubts=tuple(doubts))


_CERTIFICATE = "CertificateValues/EncapsulatedX509Certificate"
_LIST = "RevocationValues/CRLValues/EncapsulatedCRLValue"
_ANSWER = "RevocationValues/OCSPValues/EncapsulatedOCSPValue"


def _evidence(unsigned: etree._Element) -> "Evidence | None":
    lists, answers = _values(unsigned, _LIST), _values(unsigned, _ANSWER)
    if not lists and not answers:
        return None
    from app.signing.revocation import gathered  # noqa: PLC0415

    return gathered(lists, answers)


def _values(unsigned: etree._Element, path: str) -> list[bytes]:
    steps = "/".join(f"{{{XADES}}}{name}" for name in path.split("/"))
    found = unsigned.findall(f".//{steps}")
    if len(found) > MOST:
        raise Refused(f"{len(found)} things stand beside the signature")
    return [decoded(item) for item in found]


def _strange(unsigned: etree._Element) -> str | None:
    """An unsigned property that is not known here; None when there is none."""
    for group in unsigned:
        if group.tag != f"{{{XADES}}}UnsignedSignatureProperties":
            return name_of(group)
        for item in group:
            name = etree.QName(item)
            if name.namespace != XADES or name.localname not in _KNOWN:
                return name_of(item)
    return None


def evidence_text(
    certificates: Iterable[x509.Certificate], lists: Iterable[bytes], answers: Iterable[bytes]
) -> str:
    """Certificates and evidence as the properties that carry them (EN 319 132-1, 5.4)."""
    held = _encapsulated(
        "EncapsulatedX509Certificate",
        (item.public_bytes(Encoding.DER) for item in certificates),
    )
    crl = _encapsulated("EncapsulatedCRLValue", lists)
    ocsp = _encapsulated("EncapsulatedOCSPValue", answers)
    values = (f"<xades:CRLValues>{crl}</xades:CRLValues>" if crl else "") + (
        f"<xades:OCSPValues>{ocsp}</xades:OCSPValues>" if ocsp else ""
    )
    parts = (("CertificateValues", held), ("RevocationValues", values))
    return "".join(
        f'<xades:{name} xmlns:xades="{XADES}">{inside}</xades:{name}>'
        for name, inside in parts
        if inside
    )


def _encapsulated(name: str, bodies: Iterable[bytes]) -> str:
    return "".join(
        f"<xades:{name}>{base64.b64encode(body).decode()}</xades:{name}>" for body in bodies
    )


def insert(data: bytes, text: str) -> bytes:
    """The bytes of a document with more beside its one signature, which is the last thing in it.

    The unsigned properties are made where there are none. Nothing else of the bytes changes.
    """
    ends = list(re.finditer(rb"</(?:\w+:)?UnsignedSignatureProperties\s*>", data))
    inside = text
    if not ends:
        ends = list(re.finditer(rb"</(?:\w+:)?QualifyingProperties\s*>", data))
        inside = (
            f'<xades:UnsignedProperties xmlns:xades="{XADES}"><xades:UnsignedSignatureProperties>'
            f"{text}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>"
        )
    at = ends[-1].start()
    return data[:at] + inside.encode() + data[at:]
