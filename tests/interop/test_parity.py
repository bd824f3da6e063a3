"""The command line and the window answer alike on every file of the corpus."""

import json
from pathlib import Path
from typing import Any

import pytest
from container_attacks import ARCHIVES, DOCUMENTS, MIXED, PLAIN_ARCHIVES, archive, pieces
from enveloped_attacks import CONTENT, WRAPPING
from signing_makers import identity, sign, small_pack

from app.cli.main import main
from app.errors import UserError
from app.services.anchors import add_anchors
from app.services.answers import answer
from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.keyfile import Secret
from app.store.workspace import Workspace

CORPUS = [
    sign(),
    archive(pieces()),
    *PLAIN_ARCHIVES,
    *(item.again() for item in WRAPPING),
    *(item.plain() for item in CONTENT),
    *(item.bytes() for item in ARCHIVES),
    *(item.again() for item in DOCUMENTS),
    *(make() for _, make, _ in MIXED),
    b"",
    b"PK\x03\x04",
    b"no file of ours",
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A workspace that trusts the authority of the corpus: what the window works with."""
    folder = tmp_path_factory.mktemp("parity")
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    workspace = Workspace.create(folder / "w.praya", Secret("x" * 12, "passphrase"), facts)
    made = Desk(workspace, "Mei Wong")
    add_pack(made, small_pack())
    add_anchors(made, identity().authority_pem(folder))
    return made


def window_answer(desk: Desk, file: Path, *, strict: bool) -> dict[str, Any]:
    """What the window's service gives, as JSON."""
    try:
        found = answer(desk, file, [], strict=strict, content=False).as_dict()
    except UserError as refusal:
        found = {"error": refusal.as_dict()}
    held: dict[str, Any] = json.loads(json.dumps(found))
    return held


@pytest.mark.parametrize("strict", [False, True])
def test_window_and_command_line_answer_alike(
    desk: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    strict: bool,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    file, pem = tmp_path / "file", identity().authority_pem(tmp_path)
    verdicts = set()
    for body in CORPUS[::3] if strict else CORPUS:
        file.write_bytes(body)
        options = ["--strict"] if strict else []
        code = main(
            ["--json", "verify", str(file), "--trust", str(pem), "--signature-only", *options]
        )
        told = json.loads(capsys.readouterr().out)
        wanted = window_answer(desk, file, strict=strict)
        assert told == wanted
        word = wanted.get("verdict", "refused")
        assert code == {"valid": 0, "refused": 2}.get(word, 1)
        verdicts.add(word)
    assert verdicts == {"valid", "invalid", "indeterminate", "refused"}
