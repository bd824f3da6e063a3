"""Verifiers that none of us wrote: Apache Santuario, xadesjs and pyasice accept what we sign."""

import shutil
import zipfile
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from signing_makers import (
    DECLARATION,
    DOCUMENT,
    NOW,
    Identity,
    certificate,
    identity,
    name,
    private_key,
    run,
    sign,
)

from app.signing.asice import write_container
from app.signing.detached import SignedFile, sign_files
from app.signing.properties import Claims

pytestmark = pytest.mark.interop
TOOLS = Path(__file__).parent / "outside"
JARS = ("xmlsec", "slf4j-api", "slf4j-nop", "woodstox-core", "stax2-api", "commons-codec")
KINDS = ("rsa2048", "p256", "p384")
CLAIMS = Claims("Responsible officer", "Hong Kong", "HK", "approval")
RETURN = SignedFile("CAR_ZZL001_2026-10.xml", DECLARATION + DOCUMENT)


def santuario(*files: Path) -> list[str]:
    jars = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    return run("java", "-cp", jars, TOOLS / "VerifySignatures.java", *files).stdout.split("\n")[:-1]


def xadesjs(*files: Path) -> list[str]:
    node = shutil.which("node")
    assert node
    return run(node, TOOLS / "verify_xades.js", *files).stdout.split("\n")[:-1]


def pyasice(*files: Path) -> list[str]:
    python = TOOLS / ".venv" / "bin" / "python"
    return run(python, TOOLS / "verify_asice.py", *files).stdout.split("\n")[:-1]


def one_kind(kind: str) -> Identity:
    """Key and authority of one kind: xadesjs reads every certificate as the signer's algorithm."""
    if kind != "rsa2048":
        return identity(kind)
    key, top_key = private_key(kind), rsa.generate_private_key(65537, 2048)
    top: x509.Certificate = certificate(
        "Test authority", top_key, name("Test authority"), top_key, authority=True
    )
    # The other fields of an identity are only used for its own authority, which is an EC key's.
    return Identity(
        key, certificate("Chan Tai Man", key, top.subject, top_key), top, identity().authority_key
    )


def enveloped(folder: Path) -> list[Path]:
    files = []
    for kind in KINDS:
        files.append(folder / f"{kind}.xml")
        files[-1].write_bytes(sign(who=one_kind(kind)))
    return files


def changed(file: Path) -> Path:
    other = file.with_name(f"changed-{file.name}")
    body = file.read_bytes()
    assert b"980.00" in body
    other.write_bytes(body.replace(b"980.00", b"981.00"))
    return other


def test_enveloped_signatures_are_accepted_and_changes_refused(tmp_path: Path) -> None:
    good = enveloped(tmp_path)
    bad = [changed(file) for file in good]
    assert santuario(*good) == ["valid"] * 3
    assert santuario(*bad) == ["refused"] * 3
    assert xadesjs(*good) == ["valid"] * 3
    assert all(said.startswith("refused") for said in xadesjs(*bad))


def test_containers_are_accepted_and_changes_refused(tmp_path: Path) -> None:
    files = []
    for kind in KINDS:
        signatures = [
            sign_files([RETURN], identity(kind).signer, at=NOW, claims=CLAIMS),
            sign_files([RETURN], identity("p256").signer, at=NOW),
        ]
        files.append(tmp_path / f"{kind}.asice")
        files[-1].write_bytes(write_container([RETURN], signatures))
    assert pyasice(*files) == ["valid"] * 3
    bad = tmp_path / "bad.asice"
    at = signatures[0].index(b"<ds:DigestValue>") + 20
    other = b"A" if signatures[0][at : at + 1] != b"A" else b"B"
    forged = signatures[0][:at] + other + signatures[0][at + 1 :]
    bad.write_bytes(write_container([RETURN], [forged]))
    assert pyasice(bad)[0].startswith("refused")


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_of_an_unpacked_container_verify(tmp_path: Path, kind: str) -> None:
    who = identity(kind)
    signature = sign_files([RETURN], who.signer, at=NOW, claims=CLAIMS)
    packed = tmp_path / "return.asice"
    packed.write_bytes(write_container([RETURN], [signature]))
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path)
    inside = tmp_path / "signature.xml"  # beside the file, as the references are written
    inside.write_bytes((tmp_path / "META-INF" / "signatures0.xml").read_bytes())
    assert santuario(inside) == ["valid"]
    assert xmlsec(tmp_path, who) == 0
    (tmp_path / RETURN.name).write_bytes(RETURN.body.replace(b"980.00", b"981.00"))
    assert santuario(inside) == ["refused"]
    assert xmlsec(tmp_path, who) != 0


def xmlsec(folder: Path, who: Identity) -> int:
    """xmlsec1 reads the file by its name, from the folder in which it runs."""
    script = (
        f"cd '{folder}' && xmlsec1 --verify --enabled-reference-uris same-doc,remote"
        " --trusted-pem authority.pem META-INF/signatures0.xml"
    )
    who.authority_pem(folder)
    return run("sh", "-c", script, check=False).returncode
