"""SoftHSM2 where a smart card or an HSM would be."""

from dataclasses import dataclass
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import Encoding
from pkcs11 import Attribute, CertificateType, ObjectClass
from signing_makers import Identity, run

DRIVERS = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
PIN = "648219"


@dataclass(frozen=True)
class Tokens:
    """The driver, and a folder in which its tokens lie."""

    module: Path
    folder: Path

    def new(self, label: str) -> None:
        """An empty token."""
        run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN,
            "--so-pin", "12345678")  # fmt: skip

    def put(self, token: str, who: Identity, label: str = "signing", number: str = "01") -> None:
        """A key with its certificate, as whoever issues a token puts them there."""
        key = self.folder / f"{token}-{number}.pem"
        key.write_bytes(
            who.key.private_bytes(
                Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        run("softhsm2-util", "--import", key, "--token", token, "--label", label, "--id", number,
            "--pin", PIN)  # fmt: skip
        library = pkcs11.lib(str(self.module))
        library.reinitialize()
        with library.get_token(token_label=token).open(user_pin=PIN, rw=True) as session:
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.LABEL: label,
                    Attribute.ID: bytes.fromhex(number),
                    Attribute.SUBJECT: who.certificate.subject.public_bytes(),
                    Attribute.VALUE: who.certificate.public_bytes(Encoding.DER),
                }
            )


def no_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tokens:
    """A driver with no token."""
    module = next(Path(item) for item in DRIVERS if Path(item).exists())
    (tmp_path / "tokens").mkdir()
    config = tmp_path / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(config))
    return Tokens(module, tmp_path)
