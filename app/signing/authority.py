"""A demonstration authority, made on the spot: its signatures prove nothing to anybody else."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)


@dataclass(frozen=True, slots=True)
class DemoSigner:
    """A PKCS#12 file and the PEM of the authority behind it."""

    p12: bytes
    authority_pem: bytes


def make_demo_signer(
    organisation: str, person: str, password: str, *, at: datetime, days: int = 365
) -> DemoSigner:
    """An EC P-256 authority and a signer below it, valid from a day before `at`."""
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority_name = _name(organisation, "Praya demonstration authority (not trusted by anyone)")
    start, end = at - timedelta(days=1), at + timedelta(days=days)
    authority = (
        _certificate(authority_name, authority_name, authority_key.public_key(), start, end)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(authority=True), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    signer_key = ec.generate_private_key(ec.SECP256R1())
    signer = (
        _certificate(
            _name(organisation, person), authority_name, signer_key.public_key(), start, end
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(authority=False), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    p12 = pkcs12.serialize_key_and_certificates(
        person.encode(), signer_key, signer, [authority], BestAvailableEncryption(password.encode())
    )
    return DemoSigner(p12, authority.public_bytes(Encoding.PEM))


def _name(organisation: str, common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "HK"),
            x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(x509.NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    start: datetime,
    end: datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
