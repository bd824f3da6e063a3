"""Keys and certificates that others published: each opens or is explained, never a traceback."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.signing.certificates import (
    KeyRefused,
    certificate_key,
    check_certificate,
    may_sign,
    subject_text,
    weak_key,
)
from app.signing.keys import load_p12
from app.signing.trust import Trust, TrustUnreadable

pytestmark = pytest.mark.interop
VECTORS = Path(__file__).parent / "outside" / ".venv" / "lib"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
PASSWORDS = ("cryptography", "password", "")


def published(*endings: str) -> Iterator[Path]:
    folder = next(VECTORS.glob("python*/site-packages/cryptography_vectors"))
    return (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in endings)


def outcome(file: Path) -> str:
    """How a key file opens with one of the known passwords, or the code of why it does not."""
    code = ""
    for password in PASSWORDS:
        try:
            return load_p12(file.read_bytes(), password, file=file, at=NOW).method.rpartition("#")[
                2
            ]
        except UserError as error:
            code = error.code if error.message and "\n" not in error.message else "no sentence"
        if code != "p12-wrong-password":
            break
    return code


def test_every_key_file_opens_or_says_why() -> None:
    found = {path.name: outcome(path) for path in published(".p12", ".pfx")}
    assert len(found) >= 30
    assert "p12-wrong-password" not in found.values()  # all of their passwords are known
    assert found["cert-rc2-key-3des.p12"] in ("ecdsa-sha256", "p12-unsupported")
    assert found["no-password.p12"] == "ecdsa-sha256"
    assert found["no-cert-key-aes256cbc.p12"] == "p12-no-certificate"
    assert found["java-truststore.p12"] == "p12-no-key"


def test_every_certificate_is_told_or_refused_by_name() -> None:
    read = refused = 0
    for path in published(".pem", ".der", ".crt", ".cer"):
        try:
            trust = Trust.load([path])
        except TrustUnreadable:
            refused += 1
            continue
        for certificate in trust.anchors:
            assert isinstance(subject_text(certificate), str)
            assert trust.doubts(certificate, trust.anchors, NOW) is not None
            _ = weak_key(certificate_key(certificate)), may_sign(certificate)
            with suppress(KeyRefused):
                check_certificate(certificate, NOW, path)
        read += 1
    assert read > 500
    assert refused < read
