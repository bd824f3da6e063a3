"""Signature methods that others may sign with: RSASSA-PSS and Ed25519 are verified too."""

from dataclasses import dataclass

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from signing_makers import DECLARATION, DOCUMENT, NOW, certificate, name, private_key

from app.services.verification import verify_bytes
from app.signing.algorithms import ED25519, RSA_SHA256
from app.signing.trust import Trust
from app.signing.verify import Verification
from app.signing.xades import sign_document

PSS = "http://www.w3.org/2007/05/xmldsig-more#sha{}-rsa-MGF1"


@dataclass(frozen=True)
class OtherKey:
    """A key as another program may hold one."""

    key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
    certificate: x509.Certificate
    method: str
    salt: int = 32
    chain: tuple[x509.Certificate, ...] = ()

    def sign(self, data: bytes) -> bytes:
        if isinstance(self.key, ed25519.Ed25519PrivateKey):
            return self.key.sign(data)
        digest = hashes.SHA512() if "512" in self.method else hashes.SHA256()
        return self.key.sign(data, padding.PSS(padding.MGF1(digest), self.salt), digest)


def signed_with(kind: str, method: str, salt: int = 32) -> Verification:
    top_key = ec.generate_private_key(ec.SECP256R1())
    top = certificate("Top", top_key, name("Top"), top_key, authority=True)
    key = ed25519.Ed25519PrivateKey.generate() if kind == "ed25519" else private_key("rsa2048")
    assert isinstance(key, rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey)
    signer = OtherKey(key, certificate("Other", key, top.subject, top_key), method, salt)  # type: ignore[arg-type]
    head, mark, tail = DOCUMENT.rpartition(b"</")
    body = bytearray()
    sign_document(DECLARATION, [head, mark + tail], body.extend, signer, at=NOW)
    return verify_bytes(bytes(body), Trust((top,)), NOW, file="x.xml")


@pytest.mark.parametrize(
    ("kind", "method", "salt"),
    [("rsa", PSS.format(256), 32), ("rsa", PSS.format(512), 64), ("ed25519", ED25519, 0)],
)
def test_they_are_valid(kind: str, method: str, salt: int) -> None:
    assert signed_with(kind, method, salt).verdict == "valid"


@pytest.mark.parametrize(
    ("kind", "method", "salt", "reason"),
    [
        ("rsa", PSS.format(256), 20, "does not fit"),
        ("rsa", RSA_SHA256, 32, "does not fit"),
        ("rsa", ED25519, 32, "not accepted"),
        ("ed25519", RSA_SHA256, 0, "not accepted"),
        ("rsa", PSS.format(1), 20, "not accepted"),
        ("rsa", "http://www.w3.org/2000/09/xmldsig#hmac-sha1", 20, "not accepted"),
    ],
)
def test_a_method_that_is_not_the_key_s_is_refused(
    kind: str, method: str, salt: int, reason: str
) -> None:
    found = signed_with(kind, method, salt)
    assert found.verdict == "invalid"
    assert reason in found.reasons[0]
