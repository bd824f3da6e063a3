"""What many tests need: an open workspace with the shipped packs, and seats at it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.desk import Desk
from app.services.packs import add_shipped
from app.store.keyfile import Secret
from app.store.workspace import Workspace

# Windows are drawn nowhere unless somebody asks to see them, with QT_QPA_PLATFORM=xcb for one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The log of the program under test is not the user's.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="praya-tests-")

PASSPHRASE = "correct horse battery staple"
SECRET = Secret(PASSPHRASE, "passphrase")
FACTS = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace."""
    opened = Workspace.create(tmp_path / "test.praya", SECRET, FACTS)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def with_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workspace with the shipped packs, made once: compiling them takes seconds."""
    folder = tmp_path_factory.mktemp("with-packs")
    made = Workspace.create(folder / "test.praya", SECRET, FACTS)
    add_shipped(Desk(made, "mei"))
    made.close()
    return folder


@pytest.fixture
def desk(with_packs: Path, tmp_path: Path) -> Iterator[Desk]:
    """The preparer's seat, with the shipped packs, at a copy of that workspace."""
    shutil.copytree(with_packs, tmp_path, dirs_exist_ok=True)
    opened = Workspace.open(tmp_path / "test.praya", SECRET)
    yield Desk(opened, "mei")
    opened.close()
