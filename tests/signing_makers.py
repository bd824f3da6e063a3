"""Makers for the tests of signing: certificates, key files by openssl, signed documents, a small pack."""

import hashlib
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from app.signing.keys import SoftwareKey, load_p12
from app.signing.trust import Trust
from app.signing.verify import Verification, verify_document
from app.signing.xades import sign_document
from app.xml.safe import parse

NOW = datetime.now(UTC)
PASSWORD = "correct horse"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
DOCUMENT = (
    b'<Return xmlns="urn:praya:test:1"><Header><CeNumber>ZZL001</CeNumber></Header>'
    b'<Rows><Row id="1"><Amount>980.00</Amount></Row><Row id="2"><Amount>20.00</Amount></Row></Rows>'
    b"</Return>"
)


def run(*command: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run an independent program."""
    return subprocess.run(
        [str(part) for part in command], check=check, capture_output=True, text=True, timeout=60
    )


@dataclass(frozen=True)
class Identity:
    """A key, its certificate and the authority above it."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    authority: x509.Certificate
    authority_key: ec.EllipticCurvePrivateKey

    @property
    def trust(self) -> Trust:
        return Trust((self.authority,))

    def p12(self, password: str = PASSWORD) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            b"signer",
            self.key,
            self.certificate,
            [self.authority],
            serialization.BestAvailableEncryption(password.encode()),
        )

    @cached_property  # opening a key file is slow on purpose
    def signer(self) -> SoftwareKey:
        return load_p12(self.p12(), PASSWORD, file="key.p12", at=NOW)

    def authority_pem(self, folder: Path) -> Path:
        path = folder / "authority.pem"
        path.write_bytes(self.authority.public_bytes(Encoding.PEM))
        return path


def name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "Lantau Digital Exchange Limited"),
            x509.NameAttribute(x509.NameOID.COMMON_NAME, common),
        ]
    )


def certificate(
    common: str,
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey,
    *,
    authority: bool = False,
    start: datetime = NOW - timedelta(days=1),
    end: datetime = NOW + timedelta(days=365),
    usage: bool = True,
    path_length: int | None = None,
    extra: x509.ExtensionType | None = None,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(common))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(authority, path_length), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=usage and not authority,
                content_commitment=usage and not authority,
                key_encipherment=not usage,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=authority,
                crl_sign=authority,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if extra is not None:
        builder = builder.add_extension(extra, critical=True)
    return builder.sign(issuer_key, hashes.SHA256())


@cache
def private_key(kind: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
    """One key of a kind for all tests: rsa2048, rsa1024, p256, p384, p521."""
    if kind.startswith("rsa"):
        return rsa.generate_private_key(65537, int(kind[3:]))
    curves = {"p256": ec.SECP256R1(), "p384": ec.SECP384R1(), "p521": ec.SECP521R1()}
    return ec.generate_private_key(curves[kind])


def identity(kind: str = "p256") -> Identity:
    """A signer below an authority of its own; the same one for a kind in all tests."""
    return _identity(kind)


@cache
def _identity(kind: str) -> Identity:
    authority_key = ec.generate_private_key(ec.SECP256R1())
    top = certificate(
        "Test authority", authority_key, name("Test authority"), authority_key, authority=True
    )
    key = private_key(kind)
    return Identity(
        key, certificate("Chan Tai Man", key, top.subject, authority_key), top, authority_key
    )


def sign(document: bytes = DOCUMENT, who: Identity | None = None, at: datetime = NOW) -> bytes:
    """A signed file of a canonical document, made by the program itself."""
    head, mark, tail = document.rpartition(b"</")
    body = bytearray()
    signer = (who or identity()).signer
    sign_document(DECLARATION, [head, mark + tail], body.extend, signer, at=at)
    return bytes(body)


def verify(data: bytes, who: Identity | None = None, at: datetime = NOW) -> Verification:
    """The program's own answer, trusting the signer's authority."""
    return verify_document(data, parse(data, file="x.xml"), (who or identity()).trust, at)


def key_pem(folder: Path, kind: str = "rsa2048") -> Path:
    """A private key as a PEM file, for openssl."""
    path = folder / f"{kind}.key.pem"
    path.write_bytes(
        private_key(kind).private_bytes(
            Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return path


def certificate_pem(folder: Path, kind: str = "rsa2048") -> Path:
    """The certificate of that key as a PEM file."""
    path = folder / f"{kind}.cert.pem"
    path.write_bytes(identity(kind).certificate.public_bytes(Encoding.PEM))
    return path


def openssl_p12(folder: Path, *options: str, kind: str = "rsa2048") -> Path:
    """A PKCS#12 file as openssl makes it with some options."""
    path = folder / "key.p12"
    run(
        "openssl", "pkcs12", "-export", "-out", path, "-passout", f"pass:{PASSWORD}",
        "-inkey", key_pem(folder, kind), "-in", certificate_pem(folder, kind), *options,
    )  # fmt: skip
    return path


SCHEMA = b"""<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:praya:test:1"
           targetNamespace="urn:praya:test:1" elementFormDefault="qualified">
  <xs:element name="TestReturn">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="Header">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="ReturnId" type="xs:string" minOccurs="0"/>
              <xs:element name="Submission">
                <xs:simpleType>
                  <xs:restriction base="xs:string">
                    <xs:enumeration value="ORIGINAL"/><xs:enumeration value="RESUBMISSION"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:element>
              <xs:element name="ReplacesId" type="xs:string" minOccurs="0"/>
              <xs:element name="ChangeSummary" type="xs:string" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="Rows">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Row" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Label" type="xs:string"/>
                    <xs:element name="Amount" type="xs:decimal"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        SLOT
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""
SLOT = (
    b'<xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax" minOccurs="0"/>'
)


def small_pack(*, slot: bool = True) -> dict[str, bytes]:
    """The files of a pack of a few fields, with or without a place for a signature."""
    schema = SCHEMA.replace(b"SLOT", SLOT if slot else b"")
    manifest = f"""[pack]
id = "tst-1.0"
return_type = "TST"
version = "1.0"
namespace = "urn:praya:test:1"
root = "TestReturn"
schema = "tst-1.0.xsd"
languages = ["en"]
effective_from = 2024-01-01
publisher = "Tests"
status = "A format for tests"

[pack.title]
en = "Test return"

[pack.files]
"tst-1.0.xsd" = "{hashlib.sha256(schema).hexdigest()}"
"""
    return {"pack.toml": manifest.encode(), "tst-1.0.xsd": schema}
