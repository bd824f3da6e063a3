"""Key files as openssl writes them: opened, or refused with the one reason that is true."""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed448
from cryptography.hazmat.primitives.serialization import pkcs12
from hypothesis import given
from hypothesis import strategies as st
from signing_makers import (
    NOW,
    PASSWORD,
    Identity,
    certificate,
    certificate_pem,
    identity,
    key_pem,
    openssl_p12,
    private_key,
    run,
)

from app.errors import UserError
from app.signing.asn1 import NotAsn1
from app.signing.keys import load_p12
from app.signing.pkcs12 import describe

VARIANTS = [
    (),
    ("-legacy",),
    ("-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"),
    ("-legacy", "-keypbe", "PBE-SHA1-RC2-40", "-certpbe", "PBE-SHA1-RC2-40"),
    ("-legacy", "-keypbe", "PBE-SHA1-RC4-128", "-certpbe", "PBE-SHA1-RC4-128"),
    ("-keypbe", "NONE", "-certpbe", "NONE"),
    ("-keypbe", "camellia-256-cbc", "-certpbe", "aria-256-cbc"),
    ("-keypbe", "des-ede3-cbc", "-certpbe", "aes-128-cbc"),
    ("-macalg", "sha512"),
    ("-macalg", "sha3-256"),
    ("-nomac",),
    ("-iter", "10000"),
]


def refusal(data: bytes, password: str = PASSWORD) -> UserError:
    with pytest.raises(UserError) as caught:
        load_p12(data, password, file="key.p12", at=datetime.now(UTC))
    error = caught.value
    assert error.exit_code == 2
    assert error.file == "key.p12"
    assert "\n" not in str(error)
    assert password not in str(error) or not password
    return error


@pytest.mark.parametrize("options", VARIANTS, ids=" ".join)
def test_what_openssl_writes_is_opened_and_only_a_wrong_password_is_called_one(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    data = openssl_p12(tmp_path, *options).read_bytes()
    key = load_p12(data, PASSWORD, file="key.p12", at=NOW)
    assert key.certificate == identity("rsa2048").certificate
    for wrong in ("", "Correct horse", "密碼"):
        assert refusal(data, wrong).code == "p12-wrong-password"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ((), "AES-256"),
        (("-keypbe", "aes-128-cbc", "-certpbe", "aes-192-cbc"), "AES-192, AES-128"),
        (("-legacy",), "RC2-40 (legacy), 3DES"),
        (("-keypbe", "PBE-SHA1-3DES", "-certpbe", "NONE"), "3DES"),
    ],
)
def test_the_ciphers_are_read_before_any_password(
    tmp_path: Path, options: tuple[str, ...], named: str
) -> None:
    protection = describe(openssl_p12(tmp_path, *options).read_bytes())
    assert ", ".join(protection.ciphers) == named
    assert (protection.keys, protection.has_mac) == (1, True)


_WITHOUT_LEGACY = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from app.errors import UserError
from app.signing.keys import load_p12
for password in sys.argv[2:]:
    try:
        load_p12(Path(sys.argv[1]).read_bytes(), password, file="key.p12", at=datetime.now(UTC))
        print("opened")
    except UserError as error:
        print(error.code, error.message)
"""


def test_a_cipher_that_this_machine_cannot_open_is_named_and_is_no_wrong_password(
    tmp_path: Path,
) -> None:
    path = openssl_p12(tmp_path, "-legacy")
    program = subprocess.run(
        [sys.executable, "-c", _WITHOUT_LEGACY, str(path), PASSWORD, "wrong"],
        env={**os.environ, "CRYPTOGRAPHY_OPENSSL_NO_LEGACY": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = program.stdout.splitlines()
    assert first.startswith("p12-unsupported the file is protected with RC2-40 (legacy),")
    assert second.startswith("p12-wrong-password ")


def test_an_unknown_cipher_is_named_by_its_identifier(tmp_path: Path) -> None:
    data = openssl_p12(tmp_path, "-nomac").read_bytes()
    aes256 = bytes.fromhex("060960864801650304012a")
    assert aes256 in data
    unknown = data.replace(aes256, bytes.fromhex("0609608648016503040163"))
    error = refusal(unknown)
    assert error.code == "p12-unsupported"
    assert "2.16.840.1.101.3.4.1.99" in error.message


def test_an_unknown_check_value_is_named(tmp_path: Path) -> None:
    data = openssl_p12(tmp_path).read_bytes()
    sha256 = bytes.fromhex("0609608648016503040201")
    head, found, tail = data.rpartition(sha256)
    assert found
    error = refusal(head + bytes.fromhex("0609608648016503040263") + tail)
    assert error.code == "p12-unsupported"
    assert "2.16.840.1.101.3.4.2.99" in error.message


def test_unreasonable_rounds_are_refused_at_once(tmp_path: Path) -> None:
    data = openssl_p12(tmp_path, "-iter", "70000").read_bytes()
    rounds = b"\x02\x03" + (70000).to_bytes(3, "big")
    assert rounds in data
    error = refusal(data.replace(rounds, b"\x02\x03\x7f\xff\xff"))
    assert error.code == "p12-unsupported"
    assert "8388607 rounds" in error.message


def test_damage_inside_is_not_a_wrong_password(tmp_path: Path) -> None:
    data = bytearray(openssl_p12(tmp_path, "-nomac").read_bytes())
    data[len(data) // 2] ^= 1
    assert refusal(bytes(data)).code in ("p12-wrong-password", "p12-damaged", "p12-no-certificate")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "cut off"),
        (b"PK\x03\x04 a zip archive", "not a PKCS#12"),
        (b"-----BEGIN PRIVATE KEY-----\nMIIE\n", "PEM"),
        (b"\x30\x80" * 5000, "nested"),
        (b"\x30\x03\x02\x01\x03", "not a PKCS#12"),
        (bytes(2000), "not a PKCS#12"),
    ],
)
def test_what_is_no_key_file_is_called_so(data: bytes, says: str) -> None:
    error = refusal(data)
    assert error.code == "p12-unreadable"
    assert says in error.message


def test_a_file_cut_off_anywhere_is_refused_without_a_traceback(tmp_path: Path) -> None:
    data = openssl_p12(tmp_path).read_bytes()
    for size in range(0, len(data), 97):
        assert refusal(data[:size]).code == "p12-unreadable"


def test_no_key_and_no_certificate_have_errors_of_their_own(tmp_path: Path) -> None:
    only_certificate = tmp_path / "c.p12"
    run(
        "openssl", "pkcs12", "-export", "-nokeys", "-in", certificate_pem(tmp_path),
        "-out", only_certificate, "-passout", f"pass:{PASSWORD}",
    )  # fmt: skip
    assert refusal(only_certificate.read_bytes()).code == "p12-no-key"
    only_key = tmp_path / "k.p12"
    run(
        "openssl", "pkcs12", "-export", "-nocerts", "-inkey", key_pem(tmp_path),
        "-out", only_key, "-passout", f"pass:{PASSWORD}",
    )  # fmt: skip
    assert refusal(only_key.read_bytes()).code == "p12-no-certificate"


def p12_of(who: Identity, *, end_entity: object = None) -> bytes:
    return pkcs12.serialize_key_and_certificates(
        b"x",
        who.key,
        end_entity or who.certificate,  # type: ignore[arg-type]
        [who.authority],
        serialization.BestAvailableEncryption(PASSWORD.encode()),
    )


def test_of_several_certificates_the_key_s_own_is_used_and_the_chain_is_put_in_order() -> None:
    who, stranger = identity(), identity("p384")
    data = pkcs12.serialize_key_and_certificates(
        None,
        who.key,
        None,
        [stranger.certificate, who.authority, who.certificate, stranger.authority],
        serialization.BestAvailableEncryption(PASSWORD.encode()),
    )
    key = load_p12(data, PASSWORD, file="key.p12", at=NOW)
    assert key.certificate == who.certificate
    assert key.chain == (who.authority,)


def test_a_certificate_of_another_key_is_none() -> None:
    who = identity()
    data = pkcs12.serialize_key_and_certificates(
        None, who.key, None, [identity("p384").certificate], serialization.NoEncryption()
    )
    assert refusal(data, "").code == "p12-no-certificate"


@pytest.mark.parametrize(
    ("days", "code"),
    [((-30, -1), "certificate-expired"), ((1, 30), "certificate-not-yet-valid")],
)
def test_a_certificate_outside_its_time_says_when(days: tuple[int, int], code: str) -> None:
    who = identity()
    start, end = (NOW + timedelta(days=day) for day in days)
    made = certificate(
        "Late", who.key, who.authority.subject, who.authority_key, start=start, end=end
    )
    error = refusal(p12_of(who, end_entity=made))
    assert error.code == code
    assert f"{(end if code.endswith('expired') else start):%Y-%m-%d}" in error.message


def test_a_certificate_that_is_not_for_signing_is_refused() -> None:
    who = identity()
    made = certificate("Web", who.key, who.authority.subject, who.authority_key, usage=False)
    assert refusal(p12_of(who, end_entity=made)).code == "certificate-usage"


def test_a_certificate_issued_with_sha1_is_refused(tmp_path: Path) -> None:
    run(
        "openssl", "req", "-x509", "-sha1", "-key", key_pem(tmp_path), "-subj", "/CN=Old",
        "-days", "9", "-out", tmp_path / "old.pem",
    )  # fmt: skip
    run(
        "openssl", "pkcs12", "-export", "-inkey", key_pem(tmp_path), "-in", tmp_path / "old.pem",
        "-out", tmp_path / "old.p12", "-passout", f"pass:{PASSWORD}",
    )  # fmt: skip
    error = refusal((tmp_path / "old.p12").read_bytes())
    assert error.code == "certificate-weak"
    assert "SHA1" in error.message


def test_a_short_key_an_odd_curve_and_an_odd_kind_are_refused(tmp_path: Path) -> None:
    assert "1024 bits" in refusal(p12_of(identity("rsa1024"))).message
    assert refusal(p12_of(identity("rsa1024"))).code == "key-weak"
    assert refusal(p12_of(identity("p521"))).code == "key-unsupported"
    odd = ed448.Ed448PrivateKey.generate()
    data = pkcs12.serialize_key_and_certificates(
        None, odd, None, [identity().certificate], serialization.NoEncryption()
    )
    error = refusal(data, "")
    assert error.code == "key-unsupported"
    assert "Ed448" in error.message


@pytest.mark.parametrize("kind", ["rsa2048", "p256", "p384"])
def test_the_usual_keys_are_opened(kind: str, tmp_path: Path) -> None:
    data = openssl_p12(tmp_path, kind=kind).read_bytes()
    key = load_p12(data, PASSWORD, file="key.p12", at=NOW)
    assert key.key.private_numbers() == private_key(kind).private_numbers()


def test_a_secret_never_shows_itself(tmp_path: Path) -> None:
    key = load_p12(openssl_p12(tmp_path).read_bytes(), PASSWORD, file="key.p12", at=NOW)
    assert str(key.key.private_numbers()) not in repr(key)  # type: ignore[union-attr]
    assert PASSWORD not in repr(key)


@given(st.binary(max_size=300))
def test_any_bytes_are_described_or_refused(data: bytes) -> None:
    with pytest.raises(NotAsn1):
        describe(data)


@given(st.data())
def test_any_change_of_a_key_file_ends_in_a_refusal_or_a_key(data: st.DataObject) -> None:
    body = bytearray(identity().p12())
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] ^= data.draw(st.integers(1, 255))
    with suppress(UserError):
        load_p12(bytes(body), PASSWORD, file="key.p12", at=NOW)


@pytest.mark.parametrize(
    ("purposes", "fits"),
    [
        ("timeStamping", False),
        ("serverAuth,OCSPSigning", False),
        ("emailProtection", True),
        ("clientAuth,serverAuth", True),
        ("1.3.6.1.5.5.7.3.36", True),
    ],
)
def test_a_certificate_for_other_purposes_is_refused(
    tmp_path: Path, purposes: str, *, fits: bool
) -> None:
    run(
        "openssl", "req", "-x509", "-key", key_pem(tmp_path), "-subj", "/CN=Purpose", "-days", "9",
        "-addext", "keyUsage=digitalSignature", "-addext", f"extendedKeyUsage=critical,{purposes}",
        "-out", tmp_path / "purpose.pem",
    )  # fmt: skip
    run(
        "openssl", "pkcs12", "-export", "-inkey", key_pem(tmp_path), "-in",
        tmp_path / "purpose.pem", "-out", tmp_path / "p.p12", "-passout", f"pass:{PASSWORD}",
    )  # fmt: skip
    data, moment = (tmp_path / "p.p12").read_bytes(), NOW + timedelta(hours=1)
    if fits:
        load_p12(data, PASSWORD, file="p.p12", at=moment)
        return
    with pytest.raises(UserError) as caught:
        load_p12(data, PASSWORD, file="p.p12", at=moment)
    assert caught.value.code == "certificate-usage"
