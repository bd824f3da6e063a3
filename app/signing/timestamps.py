"""Time-stamps (RFC 3161) over a signature: XAdES level T (ETSI EN 319 132-1, 5.3).

A time-stamp proves that a signature existed at a moment. It is added without the signer's key.
"""

import base64
import hashlib
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from lxml import etree
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from app.errors import UserError
from app.signing.algorithms import C14N, DS, EXC_C14N, XADES
from app.signing.certificates import subject_text
from app.signing.coverage import EXCLUSIVE, canonical
from app.signing.refusal import Refused, algorithm, decoded, name_of, only
from app.signing.setorder import in_order
from app.signing.unsigned import insert

_OIDS = {
    "2.16.840.1.101.3.4.2.1": hashlib.sha256,
    "2.16.840.1.101.3.4.2.2": hashlib.sha384,
    "2.16.840.1.101.3.4.2.3": hashlib.sha512,
}


class TimestampRefused(UserError):
    """The answer of the time-stamp authority cannot be used."""

    code = "timestamp-refused"


class NothingToStamp(UserError):
    """The file has no signature that a time-stamp could be made for."""

    code = "nothing-to-stamp"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time-stamp. `doubts` say why it proves nothing; `at` is None for one that cannot be read."""

    at: datetime | None
    authority: str | None
    doubts: tuple[str, ...]


Document = etree._ElementTree  # noqa: SLF001  (the stubs name it so)


def timestamp_request(document: Document, *, file: str | Path) -> bytes:
    """The question for an authority (a `.tsq` file), in DER, about the one signature of a document."""
    body = signature_value(document, file)
    builder = TimestampRequestBuilder().data(body).hash_algorithm(HashAlgorithm.SHA256)
    return builder.cert_request(cert_request=True).nonce(nonce=True).build().as_bytes()


def attach(data: bytes, document: Document, answer: bytes, *, file: str | Path) -> bytes:
    """The bytes of a document with the authority's answer (a `.tsr` file) in its one signature.

    Nothing else of them changes. `document` was parsed from `data`; `file` names the answer.
    """
    response = _response(answer, file)
    if not _belongs(response, signature_value(document, file)):
        raise TimestampRefused(
            "the time-stamp was made for another signature; ask with this one's request", file=file
        )
    token = base64.b64encode(response.time_stamp_token()).decode()
    stamp = (
        f'<xades:SignatureTimeStamp xmlns:xades="{XADES}">'
        f'<ds:CanonicalizationMethod xmlns:ds="{DS}" Algorithm="{EXC_C14N}">'
        "</ds:CanonicalizationMethod>"
        f"<xades:EncapsulatedTimeStamp>{token}</xades:EncapsulatedTimeStamp>"
        "</xades:SignatureTimeStamp>"
    )
    return insert(data, stamp)


def signature_value(document: Document, file: str | Path) -> bytes:
    """What a time-stamp is made over: the signature's value, in canonical form."""
    found = list(document.getroot().iter(f"{{{DS}}}Signature"))
    if len(found) != 1:
        raise NothingToStamp(f"the file has {len(found)} signatures instead of one", file=file)
    try:
        return canonical(only(found[0], DS, "SignatureValue"), EXC_C14N)
    except Refused as refusal:
        raise NothingToStamp(f"the signature cannot be stamped: {refusal}", file=file) from None


def _response(answer: bytes, file: str | Path) -> TimeStampResponse:
    try:
        response = decode_timestamp_response(in_order(answer))
        granted = response.status in (0, 1)
        _ = response.tst_info.gen_time if granted else None
    except ValueError as error:
        raise TimestampRefused("this is no answer of a time-stamp authority", file=file) from error
    if not granted:
        why = ", ".join(response.status_string) or f"status {response.status}"
        raise TimestampRefused(f"the time-stamp authority refused: {why}", file=file)
    return response


def _belongs(response: TimeStampResponse, body: bytes) -> bool:
    imprint = response.tst_info.message_imprint
    digest = _OIDS.get(imprint.hash_algorithm.dotted_string)
    return digest is not None and digest(body).digest() == imprint.message


def stamps_of(signature: etree._Element, anchors: Sequence[x509.Certificate]) -> list[Stamp]:
    """The time-stamps of a signature, the earliest first.

    They are not covered by the signature: one that is broken proves nothing, and takes nothing away.
    """
    value = only(signature, DS, "SignatureValue")
    found = []
    for element in signature.iter(f"{{{XADES}}}SignatureTimeStamp"):
        try:
            found.append(_stamp(element, value, anchors))
        except Refused as refusal:
            found.append(Stamp(None, None, (str(refusal),)))
    return sorted(found, key=lambda stamp: stamp.at or _NEVER)


_NEVER = datetime.max.replace(tzinfo=UTC)


_STAMP_PARTS = (f"{{{DS}}}CanonicalizationMethod", f"{{{XADES}}}EncapsulatedTimeStamp")


def _stamp(
    element: etree._Element, value: etree._Element, anchors: Sequence[x509.Certificate]
) -> Stamp:
    strange = next((item for item in element if item.tag not in _STAMP_PARTS), None)
    if strange is not None:
        raise Refused(f"the time-stamp holds {name_of(strange)}, which says that it covers more")
    named = element.find(f"{{{DS}}}CanonicalizationMethod")
    method = C14N if named is None else algorithm(named)
    if method not in EXCLUSIVE:
        raise Refused(f"the canonicalisation “{method}” of the time-stamp is not accepted")
    token = decoded(only(element, XADES, "EncapsulatedTimeStamp"))
    try:
        response = decode_timestamp_response(in_order(_granted(token)))
        moment = response.tst_info.gen_time
        carried = [_certificate(der) for der in response.signed_data.certificates]
    except ValueError:
        raise Refused("the time-stamp of the signature cannot be read") from None
    if not _belongs(response, canonical(value, method)):
        raise Refused("the time-stamp belongs to another signature")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    doubt = _doubt(response, canonical(value, method), anchors)
    return Stamp(moment, _authority(response, carried), (doubt,) if doubt else ())


def _certificate(der: bytes) -> x509.Certificate:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return x509.load_der_x509_certificate(der)


def _authority(response: TimeStampResponse, carried: list[x509.Certificate]) -> str | None:
    """Who made the time-stamp, by the certificate that its signature names."""
    for info in response.signed_data.signer_infos:
        for certificate in carried:
            if (certificate.issuer, certificate.serial_number) == (info.issuer, info.serial_number):
                return subject_text(certificate)
    return None


def _doubt(
    response: TimeStampResponse, body: bytes, anchors: Sequence[x509.Certificate]
) -> str | None:
    if not anchors:
        return "no trust anchors were given, so it is unknown who made the time-stamp"
    # What the token itself carries must not be given as known: the library trusts all it is given.
    verifier = VerifierBuilder(roots=list(anchors)).build()
    try:
        verifier.verify_message(response, body)
    except (VerificationError, ValueError) as error:
        return f"the time-stamp cannot be relied on: {str(error).rstrip('.')}"
    return None


def _granted(token: bytes) -> bytes:
    """The answer of an authority around a token, which XAdES keeps alone."""
    body = b"\x30\x03\x02\x01\x00" + token
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    length = size if len(body) < 128 else bytes([0x80 | len(size)]) + size
    return b"\x30" + length + body
