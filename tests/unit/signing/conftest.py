"""A workspace with a small pack of its own, and the desks of two people."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from signing_makers import small_pack
from signing_office import Office

from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.keyfile import Secret
from app.store.workspace import Workspace

SECRET = Secret("correct horse battery staple", "passphrase")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace with the small pack, made once: making one takes a while."""
    folder = tmp_path_factory.mktemp("made")
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    workspace = Workspace.create(folder / "test.praya", SECRET, facts)
    add_pack(Desk(workspace, "Mei Wong"), small_pack())
    workspace.close()
    return folder


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Iterator[Office]:
    """Two desks at a workspace of their own."""
    shutil.copytree(made, tmp_path / "workspace")
    workspace = Workspace.open(tmp_path / "workspace" / "test.praya", SECRET)
    yield Office(Desk(workspace, "Mei Wong"), Desk(workspace, "Boss"))
    workspace.close()


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """What a portal sends back."""
    path = tmp_path / "receipt.pdf"
    path.write_bytes(b"%PDF-1.7 received with thanks")
    return path
