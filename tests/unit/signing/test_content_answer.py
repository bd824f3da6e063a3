"""What a verified file says is judged too, and only what its signature covers."""

import json
from pathlib import Path

import pytest
from signing_makers import PASSWORD, identity, sign
from signing_office import Office

from app.cli.main import main
from app.services import submission
from app.services.answers import answer
from app.services.keysources import KeyFile


@pytest.fixture
def exported(office: Office, tmp_path: Path) -> dict[str, Path]:
    """A signed return and its container, as they were handed over."""
    number = office.approved()
    (tmp_path / "key.p12").write_bytes(identity().p12())
    submission.sign_with(office.boss, number, KeyFile(tmp_path / "key.p12", PASSWORD))
    files = submission.export(office.boss, number, tmp_path / "out", container=True)
    return {item.kind: item.path for item in files}


def trusted(tmp_path: Path) -> list[Path]:
    return [identity().authority_pem(tmp_path)]


@pytest.mark.parametrize("kind", ["return", "container"])
def test_the_covered_document_is_judged_by_the_pack_for_it(
    office: Office, exported: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    found = answer(office.mei, exported[kind], trusted(tmp_path))
    assert found.signature.verdict == "valid"
    (content,) = found.content
    assert content.pack is not None
    assert content.verdict == "valid"
    assert dict(content.counts)["blocking"] == 0


def test_a_document_that_no_pack_is_for_is_said(tmp_path: Path) -> None:
    file = tmp_path / "other.xml"
    file.write_bytes(sign())
    found = answer(None, file, trusted(tmp_path))
    assert found.signature.verdict == "valid"
    assert [item.verdict for item in found.content] == ["unknown"]
    assert "no schema pack" in (found.content[0].reason or "")


def test_what_is_not_covered_whole_is_not_judged(
    office: Office, exported: dict[str, Path], tmp_path: Path
) -> None:
    body = exported["return"].read_bytes()
    at = body.index(b"</")
    changed = tmp_path / "changed.xml"
    changed.write_bytes(body[: at - 1] + bytes([body[at - 1] ^ 1]) + body[at:])
    found = answer(office.mei, changed, trusted(tmp_path))
    assert (found.signature.verdict, found.content) == ("invalid", ())


def test_the_command_line_says_it_and_can_do_without(
    office: Office,
    exported: dict[str, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    pem = str(trusted(tmp_path)[0])
    file = tmp_path / "other.xml"
    file.write_bytes(sign())
    assert main(["--json", "verify", str(file), "--trust", pem]) == 0
    assert json.loads(capsys.readouterr().out)["content"][0]["verdict"] == "unknown"
    assert main(["verify", str(file), "--trust", pem]) == 0
    assert "not judged" in capsys.readouterr().out
    assert main(["--json", "verify", str(file), "--trust", pem, "--signature-only"]) == 0
    assert "content" not in json.loads(capsys.readouterr().out)
