"""A time-stamp authority made with openssl: it answers questions as files, or over HTTP on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from signing_makers import NOW, name, run

_CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class TimeAuthority:
    """Its folder and the certificate above it."""

    folder: Path
    root: x509.Certificate
    root_key: rsa.RSAPrivateKey

    @property
    def pem(self) -> Path:
        return self.folder / "root.pem"

    def answer(self, question: bytes) -> bytes:
        """What `openssl ts` answers."""
        (self.folder / "q.tsq").write_bytes(question)
        run(
            "openssl", "ts", "-reply", "-config", self.folder / "tsa.cnf", "-section", "here",
            "-queryfile", self.folder / "q.tsq", "-signer", self.folder / "tsa.pem",
            "-inkey", self.folder / "tsa.key", "-out", self.folder / "a.tsr",
        )  # fmt: skip
        return (self.folder / "a.tsr").read_bytes()

    def another(self, folder: Path, *, usage: bool) -> tuple[Path, Path]:
        """One more certificate below the same root, for stamping or not, and its key, as files."""
        return _below(self.root_key, folder, usage=usage, end=NOW + timedelta(days=3650))

    @contextmanager
    def server(self) -> Iterator[str]:
        """The address at which it answers over HTTP."""
        ask = self.answer

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                reply = ask(body)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def make_authority(
    folder: Path, *, usage: bool = True, end: datetime = NOW + timedelta(days=3650)
) -> TimeAuthority:
    """An authority with a root of its own; `usage` off leaves out what makes it one."""
    root_key = rsa.generate_private_key(65537, 2048)
    root = (
        _builder("Test time root", "Test time root", root_key, end)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    _below(root_key, folder, usage=usage, end=end)
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
    return TimeAuthority(folder, root, root_key)


def _below(
    root_key: rsa.RSAPrivateKey, folder: Path, *, usage: bool, end: datetime
) -> tuple[Path, Path]:
    key = rsa.generate_private_key(65537, 2048)
    builder = _builder("Test time authority", "Test time root", key, end)
    if usage:
        kinds = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(kinds, critical=True)
    certificate = builder.sign(root_key, hashes.SHA256())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tsa.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "tsa.key").write_bytes(
        key.private_bytes(
            Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return folder / "tsa.pem", folder / "tsa.key"


def _builder(
    subject: str, issuer: str, key: rsa.RSAPrivateKey, end: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(end)
    )
