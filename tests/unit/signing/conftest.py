"""A workspace with a small pack of its own, and the desks of two people."""

from pathlib import Path

import pytest
from signing_makers import small_pack
from signing_office import Office

from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.workspace import Workspace


@pytest.fixture
def office(workspace: Workspace) -> Office:
    """Two desks at one workspace."""
    mei = Desk(workspace, "Mei Wong")
    add_pack(mei, small_pack())
    return Office(mei, Desk(workspace, "Boss"))


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """What a portal sends back."""
    path = tmp_path / "receipt.pdf"
    path.write_bytes(b"%PDF-1.7 received with thanks")
    return path
