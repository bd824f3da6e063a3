"""The commands of docs/verify.md, run as they stand there: they accept, and they refuse."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from signing_makers import DECLARATION, DOCUMENT, NOW, identity, sign

from app.signing.asice import write_container
from app.signing.detached import SignedFile, sign_files

PAGE = Path(__file__).parents[2] / "docs" / "verify.md"
BLOCKS = dict(re.findall(r"```sh (\w+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))


ENVELOPED = list(BLOCKS)[:7]


def run_block(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    script = f"set -o pipefail\n{BLOCKS[name]}"
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


def outcome(folder: Path) -> str:
    """What all commands say, in the order of the page."""
    return "\n".join((done := run_block(name, folder)).stdout + done.stderr for name in ENVELOPED)


@pytest.mark.parametrize("kind", ["rsa2048", "p256", "p384"])
def test_the_page_s_commands_prove_a_signature(kind: str, tmp_path: Path) -> None:
    assert shutil.which("perl")
    who = identity(kind)
    who.authority_pem(tmp_path)
    (tmp_path / "return.xml").write_bytes(sign(who=who))
    assert ENVELOPED == ["manifest", "xmlsec1", "shape", "document", "pieces", "signer", "value"]
    assert list(BLOCKS)[7:] == ["container", "covered"]
    said = outcome(tmp_path)
    for line in (
        "References (ok/all): 3/3",
        "1 Signature 1 0",
        "the document is unchanged",
        "SignedProperties is unchanged",
        "KeyInfo is unchanged",
        "the certificate is the one that was signed",
        "signer.pem: OK",
        "Verified OK",
    ):
        assert line in said, said


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        (b"980.00", b"980.01", "the document is unchanged"),
        (b"SigningTime>2", b"SigningTime>1", "SignedProperties is unchanged"),
        (b"xmlenc#sha256", b"xmlenc#sha512", "Verified OK"),
    ],
)
def test_they_notice_a_change(before: bytes, after: bytes, missing: str, tmp_path: Path) -> None:
    identity().authority_pem(tmp_path)
    body = sign()
    assert before in body
    (tmp_path / "return.xml").write_bytes(body.replace(before, after, 1))
    assert missing not in outcome(tmp_path)
    assert run_block("xmlsec1", tmp_path).returncode != 0


def test_the_page_s_commands_prove_a_container(tmp_path: Path) -> None:
    assert shutil.which("unzip")
    identity().authority_pem(tmp_path)
    file = SignedFile("CAR_ZZL001_2026-10.xml", DECLARATION + DOCUMENT)
    signatures = [sign_files([file], identity().signer, at=NOW) for _ in range(2)]
    (tmp_path / "return.asice").write_bytes(write_container([file], signatures))
    done = run_block("container", tmp_path)
    assert (done.stdout + done.stderr).count("References (ok/all): 3/3") == 2
    said = run_block("covered", tmp_path).stdout
    assert said.count(file.name) == 2
    forged = SignedFile(file.name, file.body.replace(b"980.00", b"981.00"))
    (tmp_path / "return.asice").write_bytes(write_container([forged], signatures))
    done = run_block("container", tmp_path)
    assert "References (ok/all): 3/3" not in done.stdout + done.stderr
