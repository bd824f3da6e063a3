"""`praya trust`, and what it changes in `praya verify`."""

import base64
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from signing_makers import identity, sign

from tests.unit.cli.conftest import Run


def test_trust_is_kept_in_the_workspace(office: Run, praya: Run, tmp_path: Path) -> None:
    file = tmp_path / "return.xml"
    file.write_bytes(sign())
    pem = identity().authority_pem(tmp_path)
    assert office("verify", file).code == 1
    added = office("trust", "add", pem)
    (anchor,) = added.body["anchors"]
    assert (added.code, anchor["kind"], anchor["subject"]) == (0, "authority", "Test authority")
    found = office("verify", file)
    assert (found.code, found.body["verdict"]) == (0, "valid")
    assert praya("--json", "verify", file).body["verdict"] == "indeterminate"
    assert office("trust", "remove", anchor["fingerprint"][:16]).body == {"anchors": []}
    assert office("verify", file).code == 1
    assert office("trust", "remove", "abc").code == 2


def test_strict_is_asked_for_by_name(office: Run, tmp_path: Path) -> None:
    pem = identity().authority_pem(tmp_path)
    file = tmp_path / "return.xml"
    file.write_bytes(sign())
    exact = office("verify", file, "--trust", pem, "--strict")
    assert (exact.code, exact.body["verdict"]) == (0, "valid")
    assert "uncovered" not in exact.body
    file.write_bytes(sign() + b"\n")
    loose = office("verify", file, "--trust", pem)
    assert (loose.code, len(loose.body["uncovered"])) == (0, 1)
    assert office("verify", file, "--trust", pem, "--strict").body["verdict"] == "indeterminate"


def test_a_locked_workspace_of_one_s_own_does_not_hinder(
    praya: Run, office: Run, tmp_path: Path
) -> None:
    """Nobody named it, so the certificates are those of --trust."""
    file = tmp_path / "return.xml"
    file.write_bytes(sign())
    home = tmp_path / "data" / "praya"
    home.mkdir(parents=True)
    (home / "workspace.praya").write_bytes(base64.b64decode("AAAA"))
    pem = tmp_path / "a.der"
    pem.write_bytes(identity().authority.public_bytes(Encoding.DER))
    found = praya("--json", "verify", file, "--trust", pem)
    assert found.body["verdict"] == "valid"
    named = praya("--json", "--workspace", home / "workspace.praya", "verify", file)
    assert named.code == 2
