"""A workspace whose only pack is one of reports that answer an event."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from event_pack import event_files
from ledger_pack import SECRET

from app.services.desk import Desk
from app.services.packs import add_pack
from app.store.workspace import Workspace


@pytest.fixture
def event_desk(tmp_path: Path) -> Iterator[Desk]:
    """The preparer's seat."""
    facts = {"entity": "Lantau Digital Exchange Limited", "ce": "ZZL001"}
    desk = Desk(Workspace.create(tmp_path / "events.praya", SECRET, facts), "mei")
    add_pack(desk, event_files())
    yield desk
    desk.workspace.close()
