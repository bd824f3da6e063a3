"""A bare key beside the certificate: never used, but it has to be the certificate's own."""

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from lxml import etree

from app.signing.algorithms import DS, DS11
from app.signing.certificates import certificate_key
from app.signing.refusal import Refused, decoded, only

_CURVES = {
    "urn:oid:1.2.840.10045.3.1.7": "secp256r1",
    "urn:oid:1.3.132.0.34": "secp384r1",
    "urn:oid:1.3.132.0.35": "secp521r1",
}


def check_key_value(signature: etree._Element, certificate: x509.Certificate) -> None:
    """Refuse a `ds:KeyValue` that names another key than the certificate does."""
    held = only(signature, DS, "KeyInfo").find(f"{{{DS}}}KeyValue")
    if held is None:
        return
    key = certificate_key(certificate)
    if isinstance(key, rsa.RSAPublicKey):
        same = _same_rsa(only(held, DS, "RSAKeyValue"), key)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        same = _same_ec(only(held, DS11, "ECKeyValue"), key)
    else:
        same = False
    if not same:
        raise Refused("ds:KeyValue names another key than the certificate")


def _same_rsa(held: etree._Element, key: rsa.RSAPublicKey) -> bool:
    numbers = key.public_numbers()
    return (
        int.from_bytes(decoded(only(held, DS, "Modulus")), "big") == numbers.n
        and int.from_bytes(decoded(only(held, DS, "Exponent")), "big") == numbers.e
    )


def _same_ec(held: etree._Element, key: ec.EllipticCurvePublicKey) -> bool:
    point = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    curve = _CURVES.get(str(only(held, DS11, "NamedCurve").get("URI")))
    return curve == key.curve.name and decoded(only(held, DS11, "PublicKey")) == point
