"""Workspaces under a raw key: they open without the slow derivation of a passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.keyfile import Secret
from app.store.workspace import Workspace

KEY = "x'" + "5a" * 32 + "'"


@pytest.fixture
def secret() -> Secret:
    return Secret(KEY, "keyring")


@pytest.fixture
def space(tmp_path: Path, secret: Secret) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "space.praya", secret, {"entity": "X", "ce": "AXC846"})
    yield opened
    opened.close()
