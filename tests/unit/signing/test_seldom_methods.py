"""Keys that sign by methods which not every program knows: RSASSA-PSS and Ed25519."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from lxml import etree
from signing_makers import (
    DECLARATION,
    DOCUMENT,
    NOW,
    PASSWORD,
    Identity,
    certificate,
    identity,
    name,
    run,
)
from signing_office import Office
from signxml import SignatureConfiguration, XMLVerifier
from signxml.algorithms import SignatureMethod
from softhsm import PIN, no_token

from app.services import submission
from app.services.certificates import describe
from app.services.keysources import KeyFile, TokenChoice, TokenSource
from app.services.verification import verify_bytes, verify_file
from app.signing.algorithms import DS, ED25519, RSA_PSS_SHA256
from app.signing.keys import SigningKey, load_p12
from app.signing.strict import document_is_exact
from app.signing.trust import Trust
from app.signing.xades import sign_document
from app.xml.safe import parse


def limited(folder: Path) -> Path:
    """A key file whose certificate admits PSS alone, made by openssl."""
    run("openssl", "req", "-x509", "-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048",
        "-nodes", "-keyout", folder / "pss.key", "-out", folder / "pss.pem",
        "-subj", "/O=Lantau Digital Exchange Limited/CN=Limited to PSS", "-days", "9",
        "-addext", "keyUsage=digitalSignature")  # fmt: skip
    run("openssl", "pkcs12", "-export", "-inkey", folder / "pss.key", "-in", folder / "pss.pem",
        "-out", folder / "pss.p12", "-passout", f"pass:{PASSWORD}")  # fmt: skip
    return folder / "pss.p12"


def edwards() -> Identity:
    """An Ed25519 key below an authority."""
    key, top_key = ed25519.Ed25519PrivateKey.generate(), ec.generate_private_key(ec.SECP256R1())
    top = certificate("Top", top_key, name("Top"), top_key, authority=True)
    mine = certificate("Chan Tai Man", key, top.subject, top_key)  # type: ignore[arg-type]
    return Identity(key, mine, top, top_key)  # type: ignore[arg-type]


LATER = NOW + timedelta(hours=1)  # openssl's certificates begin when they are made


def signed(key: SigningKey) -> bytes:
    head, mark, tail = DOCUMENT.rpartition(b"</")
    body = bytearray()
    sign_document(DECLARATION, [head, mark + tail], body.extend, key, at=LATER)
    return bytes(body)


def fits_for_openssl(body: bytes, public: Path, folder: Path, *options: str) -> bool:
    """openssl checks the value over SignedInfo as xmllint writes its canonical form."""
    signature = etree.fromstring(body).find(f"{{{DS}}}Signature")
    assert signature is not None
    info = signature.find(f"{{{DS}}}SignedInfo")
    assert info is not None
    (folder / "info.xml").write_bytes(etree.tostring(info))
    text = run("xmllint", "--nonet", "--exc-c14n", folder / "info.xml").stdout
    (folder / "info.bin").write_bytes(text.encode())
    value = base64.b64decode(signature.findtext(f"{{{DS}}}SignatureValue") or "")
    (folder / "value.bin").write_bytes(value)
    done = run("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", public, "-rawin",
               "-in", folder / "info.bin", "-sigfile", folder / "value.bin", *options,
               check=False)  # fmt: skip
    return done.returncode == 0


def public_pem(key: SigningKey, folder: Path) -> Path:
    path = folder / "public.pem"
    path.write_bytes(
        key.certificate.public_key().public_bytes(
            Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    return path


PADDING = ("-digest", "sha256", "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt",
           "rsa_pss_saltlen:32", "-pkeyopt", "rsa_mgf1_md:sha256")  # fmt: skip


def test_a_key_that_is_limited_to_pss_signs_by_it(tmp_path: Path) -> None:
    file = limited(tmp_path)
    key = load_p12(file.read_bytes(), PASSWORD, file=file, at=LATER)
    assert key.method == RSA_PSS_SHA256
    body = signed(key)
    found = verify_bytes(body, Trust((key.certificate,)), LATER, file="x.xml")
    assert found.verdict == "valid", found.reasons
    assert document_is_exact(body, parse(body, file="x.xml")) is None
    assert fits_for_openssl(body, public_pem(key, tmp_path), tmp_path, *PADDING)


def test_an_ordinary_rsa_key_signs_by_pss_where_that_is_asked_for(
    office: Office, tmp_path: Path
) -> None:
    number, who = office.approved(), identity("rsa2048")
    file = tmp_path / "key.p12"
    file.write_bytes(who.p12())
    source = KeyFile(file, PASSWORD, pss=True)
    words = describe(source)
    assert (words.method, words.seldom_read) == ("sha256-rsa-MGF1", True)
    assert not describe(KeyFile(file, PASSWORD)).seldom_read
    submission.sign_with(office.boss, number, source)
    out = submission.export(office.boss, number, tmp_path / "out")[0].path
    assert verify_file(out, [who.authority_pem(tmp_path)]).verdict == "valid"
    only_pss = SignatureConfiguration(
        signature_methods=frozenset({SignatureMethod.SHA256_RSA_MGF1}),
        expect_references=3,
        location="./",
    )
    told = XMLVerifier().verify(out.read_bytes(), ca_pem_file=str(who.authority_pem(tmp_path)),
                                expect_config=only_pss)  # fmt: skip
    assert told  # signxml, which is not ours, accepts the value and all three references


def test_an_ed25519_key_signs(tmp_path: Path) -> None:
    who = edwards()
    data = pkcs12.serialize_key_and_certificates(
        None, who.key, who.certificate, [who.authority],
        serialization.BestAvailableEncryption(PASSWORD.encode()),
    )  # fmt: skip
    key = load_p12(data, PASSWORD, file="key.p12", at=NOW)
    assert key.method == ED25519
    body = signed(key)
    assert verify_bytes(body, who.trust, LATER, file="x.xml").verdict == "valid"
    assert fits_for_openssl(body, public_pem(key, tmp_path), tmp_path)
    other = body.replace(b'URI=""', b'URI="#x"', 1)
    assert not fits_for_openssl(other, tmp_path / "public.pem", tmp_path)


def test_a_token_signs_with_ed25519(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: Office
) -> None:
    tokens, who = no_token(tmp_path, monkeypatch), edwards()
    tokens.new("praya")
    tokens.put("praya", who)
    number = office.approved()
    submission.sign_with(office.boss, number, TokenSource(TokenChoice(tokens.module), PIN))
    out = submission.export(office.boss, number, tmp_path / "out")[0].path
    assert verify_file(out, [who.authority_pem(tmp_path)]).verdict == "valid"
