"""What many tests need: an open workspace with the shipped packs, and seats at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.desk import Desk
from app.services.packs import add_shipped
from app.store.keyfile import Secret
from app.store.workspace import Workspace

PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace."""
    secret = Secret(PASSPHRASE, "passphrase")
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    opened = Workspace.create(tmp_path / "test.praya", secret, facts)
    yield opened
    opened.close()


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    """The preparer's seat, with the shipped packs."""
    seat = Desk(workspace, "mei")
    add_shipped(seat)
    return seat
